import Casework
import Interface
import Support

/// De Waterlelie on Monday 23 November 2026, made for these tests: small enough to know by heart.
enum TestSchool {
  static let today = day("2026-11-23")
  static let ib = User(id: id(901), login: "anouk", name: "Anouk Visser", role: .careCoordinator)
  static let teacher = User(id: id(902), login: "bram", name: "Bram Smit", role: .teacher)
  static let director = User(id: id(903), login: "carla", name: "Carla Bos", role: .director)
  static let groupSix = id(301)
  static let groupFour = id(302)

  /// 28 pupils of 6a by name, as a list of the class has them.
  static let names = [
    "Amber Smit", "Bram de Groot", "Cato Willems", "Daan van Dijk", "Elif Yılmaz", "Fenna Bakker", "Guus Peters",
    "Hanna Kok", "Isa Vos", "Jayden Mulder", "Kaj van den Berg", "Liv Jansen", "Mees Bos", "Noor de Vries",
    "Olivier Dekker", "Puck Hendriks", "Quinten Maas", "Roos van Leeuwen", "Sem Bakker", "Tess Visser",
    "Umut Kaya", "Vera Schouten", "Wout Kuipers", "Xavi Romero", "Yusuf Demir", "Zoë Brouwer", "Łukasz Nowak",
    "Özlem Şahin",
  ]

  /// The pupil with this name.
  static func pupil(_ name: String) -> RecordID {
    id(UInt64(1001 + (names.firstIndex(of: name) ?? 900)))
  }

  /// The name with the family name first: `Vries, Noor de`.
  static func listName(_ name: String) -> String {
    let parts = name.split(separator: " ")
    return parts[parts.count - 1] + ", " + parts.dropLast().joined(separator: " ")
  }

  static let school: School = makeSchool()

  private static func makeSchool() -> School {
    var school = SampleSchool.school()
    school.record.region = Choice(.middle)
    for user in [ib, teacher, director] {
      var person = Record<StaffFields>()
      person.id = user.id
      person.staffName = user.name
      person.role = Choice(user.role)
      school.record.put(person, in: \.staff)
    }
    school.record.put(group(groupSix, "6a", 6), in: \.groups)
    school.record.put(group(groupFour, "4b", 4), in: \.groups)
    let assignment = make(AssignmentFields.self, 401) {
      $0.teacher = Reference(teacher.id)
      $0.group = Reference(groupSix)
      $0.schoolYear = SchoolYear(startYear: 2026)
    }
    school.record.put(assignment, in: \.assignments)
    return school
  }

  /// What is known of the holidays of two school years.
  static let holidays = SchoolHolidays(
    knownThrough: SchoolYear(startYear: 2027),
    holidays: [
      known(2025, "zomervakantie", "2026-07-18", "2026-08-30"),
      known(2026, "herfstvakantie", "2026-10-17", "2026-10-25"),
      known(2026, "zomervakantie", "2027-07-17", "2027-08-29"),
      known(2027, "herfstvakantie", "2027-10-16", "2027-10-24", isConfirmed: false),
      known(2027, "kerstvakantie", "2027-12-25", "2028-01-09"),
      known(2027, "zomervakantie", "2028-07-15", "2028-08-27"),
    ], unknown: [])

  private static func known(
    _ year: Int, _ name: String, _ from: String, _ until: String, isConfirmed: Bool = true
  ) -> SchoolHoliday {
    SchoolHoliday(
      schoolYear: SchoolYear(startYear: year), name: name, regions: [.middle], from: day(from), until: day(until),
      isConfirmed: isConfirmed, source: "proef")
  }

  private static func group(_ number: RecordID, _ name: String, _ year: Int) -> SchoolGroup {
    var group = SchoolGroup()
    group.id = number
    group.groupName = name
    group.schoolYear = SchoolYear(startYear: 2026)
    group.yearGroups = [year]
    return group
  }

  /// Everything that each user can read, by login name.
  static let caseloads = Dictionary(
    [ib, teacher, director].map { ($0.login, makeCaseload(of: $0)) }, uniquingKeysWith: { first, _ in first })
  /// What the rules make of it.
  static let judgements = caseloads.mapValues { caseload in
    TestRules.engine.judge(
      caseload.dossiers.values, in: TestRules.engine.scope(of: caseload.school, until: RuleScope.horizon(from: today)))
  }

  private static func makeCaseload(of user: User) -> Caseload {
    var caseload = Caseload(user: user, school: school)
    caseload.stored[.school] = Stored(tree: school.record.tree, revision: Revision(text: "school-0"))
    caseload.stored[.calendar] = Stored(tree: school.calendar.tree, revision: Revision(text: "kalender-0"))
    for (index, name) in names.enumerated() {
      var dossier = plainDossier(name, index)
      if name == "Noor de Vries" { dossier = TestDossiers.noor(dossier) }
      if name == "Sem Bakker" { dossier = TestDossiers.sem(dossier) }
      if name == "Liv Jansen" { dossier = TestDossiers.liv(dossier) }
      caseload.add(dossier, readableBy: user)
    }
    return caseload
  }

  private static func plainDossier(_ name: String, _ index: Int) -> Dossier {
    var dossier = Dossier(id: pupil(name))
    var parts = name.split(separator: " ").map(String.init)
    var record = Record<PupilFields>()
    record.callName = parts.removeFirst()
    record.surname = parts.removeLast()
    record.surnamePrefix = parts.isEmpty ? nil : parts.joined(separator: " ")
    record.birthDate = day("2016-03-14").adding(days: index * 7)
    let number = UInt64(2000 + index * 10)
    record.put(
      make(EnrolmentFields.self, number) {
        $0.kind = Choice(.definitive)
        $0.from = day("2020-08-31")
      }, in: \.enrolments)
    record.put(
      make(PlacementFields.self, number + 1) {
        $0.group = Reference(groupSix)
        $0.yearGroup = 6
        $0.from = day("2026-08-01")
      }, in: \.placements)
    dossier.pupil = .value(record)
    return dossier
  }
}

extension Caseload {
  /// Adds a dossier with what this user's keys open; the rest is there and closed.
  fileprivate mutating func add(_ dossier: Dossier, readableBy user: User) {
    var seen = dossier
    for section in SectionName.allCases {
      guard case .value(let tree) = dossier[section] else { continue }
      if user.role == .teacher, section.keyClass == .care {
        seen[section] = .notReadable
      } else {
        let place = Place.section(pupil: dossier.id, section)
        stored[place] = Stored(tree: tree, revision: Revision(text: place.name + "-0"))
      }
    }
    dossiers[dossier.id] = seen
  }
}

extension Place {
  /// A name of its own for a revision.
  var name: String {
    if case .section(let pupil, let section) = self { "\(pupil)-\(section.rawValue)" } else { "\(self)" }
  }
}
