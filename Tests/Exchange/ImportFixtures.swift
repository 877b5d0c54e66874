import Casework
import Support

@testable import Exchange

/// A school without pupils, whose intern begeleider imports.
func emptyCaseload(brin: String? = "99ZZ", groups: [SchoolGroup] = []) -> Caseload {
  var school = Record<SchoolFields>()
  school.schoolName = "De Waterlelie"
  school.brin = brin
  for group in groups { school.put(group, in: \.groups) }
  let user = User(id: id(900), login: "anouk", name: "Anouk Visser", role: .careCoordinator)
  let stored = Stored(tree: school.tree, revision: Revision(text: "0"))
  return Caseload(user: user, school: School(record: school), stored: [.school: stored])
}

extension Caseload {
  /// Adds a pupil who is on record already.
  mutating func put(_ pupil: Record<PupilFields>, id: RecordID) {
    var dossier = Dossier(id: id)
    dossier.pupil = .value(pupil)
    dossiers[id] = dossier
    stored[.section(pupil: id, .pupil)] = Stored(tree: pupil.tree, revision: Revision(text: "p\(id)"))
  }

  /// What the vault would hold after saving: every change must say what it started from.
  mutating func save(_ edit: Edit?) throws {
    for change in edit?.changes ?? [] {
      guard change.before == stored[change.place] else { throw StaleChange(place: change.place) }
      stored[change.place] = Stored(tree: change.after, revision: Revision(text: "\(change.after.hashValue)"))
      switch change.place {
      case .school: school.record = Record(tree: change.after) ?? Record()
      case .section(let id, .pupil): put(Record(tree: change.after) ?? Record(), id: id)
      case .section, .calendar, .putOffs, .registration, .restricted, .emergencyCard, .workingNote:
        throw StaleChange(place: change.place)
      }
    }
  }

  /// Plans an import on a day.
  func plan(_ file: EdexSchool, on importDay: String = "2026-10-05") throws(ImportRefusal) -> ImportPlan {
    try ImportPlan(of: file, into: self, on: day(importDay), at: Moment(seconds: 1_790_000_000)) {
      RecordID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
    }
  }

  /// The pupil on record with this key.
  func pupil(key: String) -> Record<PupilFields>? {
    dossiers.values.compactMap(\.pupil.record).first { $0.administrationKey == key }
  }
}

struct StaleChange: Error {
  let place: Place
}

/// A file of 2026-2027 with the groups 4a and 4b, as of 1 October.
func school(
  pupils: [EdexPupil], teachers: [EdexTeacher] = [], year: Int = 2026, asOf: String = "2026-10-01",
  groups: [EdexGroup] = [group("a", "4a"), group("b", "4b")]
) -> EdexSchool {
  EdexSchool(
    schoolYear: SchoolYear(startYear: year), referenceDate: day(asOf), brin: "99ZZ", groups: groups, pupils: pupils,
    teachers: teachers)
}

func group(_ key: String, _ name: String, _ yearGroup: EdexYearGroup = .primary(4)) -> EdexGroup {
  EdexGroup(key: key, name: name, yearGroup: yearGroup, line: 5)
}

func noor(_ change: (inout EdexPupil) -> Void = { _ in }) -> EdexPupil {
  var pupil = EdexPupil(
    key: "n1", name: EdexName(calledBy: "Noor", prefix: "de", surname: "Vries"), born: day("2018-03-14"),
    yearGroup: .primary(4), group: "a", enrolled: day("2022-03-14"), line: 10)
  change(&pupil)
  return pupil
}

func sem(_ change: (inout EdexPupil) -> Void = { _ in }) -> EdexPupil {
  var pupil = EdexPupil(
    key: "s1", name: EdexName(calledBy: "Sem", surname: "Bakker"), born: day("2018-06-02"), yearGroup: .primary(4),
    group: "b", enrolled: day("2022-06-02"), line: 11)
  change(&pupil)
  return pupil
}
