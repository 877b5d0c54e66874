import Casework
import Support
import Testing

/// Reading the plan within ten school days (a norm); school days counted on the sample calendar.
@Suite("opp.gelezen")
struct PlanReadingTests {
  private static let group = id(31)
  private static let linda = id(41)
  private static let anouk = id(42)

  /// A school with Linda before group 31 in 2026-27, and what is said besides.
  private func school(_ assignments: [String]? = nil, leftOn: String? = nil) throws -> School {
    var school = SampleSchool.school()
    let staff = [
      Tabs.record(41, ["naam": "Linda Prins", "uitDienstOp": leftOn]), Tabs.record(42, ["naam": "Anouk Visser"]),
    ]
    let inset = assignments ?? [Self.assignment(51, 41)]
    school.record.members["medewerkers"] = try Tree(json: "[\(staff.joined(separator: ", "))]")
    school.record.members["inzet"] = try Tree(json: "[\(inset.joined(separator: ", "))]")
    return school
  }

  private static func assignment(_ number: UInt64, _ teacher: UInt64, from: String? = nil, until: String? = nil)
    -> String
  {
    Tabs.record(
      number,
      [
        "leraar": id(teacher).description, "groep": group.description, "schooljaar": "2026-2027", "van": from,
        "tot": until,
      ])
  }

  private func pupil(from: String = "2026-08-01", until: String? = nil) -> String {
    Tabs.pupil(
      until: until,
      more: Tabs.list(
        "groepen",
        "{\"id\": \"\(id(9))\", \"groep\": \"\(Self.group)\", \"leerjaar\": 6, \"van\": \"\(from)\", \"tot\": \"2027-07-31\"}"
      ))
  }

  private func plan(_ readings: [(by: UInt64, on: String, version: UInt64)] = [], _ versions: String...) -> String {
    let read = readings.enumerated().map { index, reading in
      Tabs.record(
        UInt64(80 + index),
        ["wie": id(reading.by).description, "datum": reading.on, "versie": id(reading.version).description])
    }
    return Tabs.plan(
      (versions.isEmpty ? [Tabs.version(established: "2026-11-02")] : versions).joined(separator: ", "),
      more: "\"gelezen\": [\(read.joined(separator: ", "))]")
  }

  private func dates(_ pupil: String, _ plan: String, _ school: School) throws -> [Episode.Dates] {
    try RuleBench("opp.gelezen", school: school).episodes([.pupil: pupil, .plan: plan]).map(\.dates)
  }

  @Test("ten school days after establishing, where the teacher was there already")
  func established() throws {
    // Monday 2 November: 3, 4, 5, 6, 9, 10, 11, 12, 13, 16 November.
    #expect(
      try dates(pupil(), plan(), school()) == [.init(from: "2026-11-02", due: "2026-11-16", until: "2027-08-01")])
  }

  @Test("holidays are no school days")
  func holiday() throws {
    // Wednesday 14 October: 15 and 16; autumn holiday 17-25; 26-30 October (5), 2, 3, 4 November.
    let early = plan([], Tabs.version(established: "2026-10-14"))
    #expect(
      try dates(pupil(), early, school()) == [.init(from: "2026-10-14", due: "2026-11-04", until: "2027-08-01")])
  }

  @Test("from the day on which teacher, pupil and plan come together")
  func together() throws {
    // The teacher comes on Monday 9 November: 10-13, 16-20, 23 November.
    let later = try school([Self.assignment(51, 41, from: "2026-11-09")])
    #expect(
      try dates(pupil(), plan(), later) == [.init(from: "2026-11-09", due: "2026-11-23", until: "2027-08-01")])
    // The pupil comes into the group on that day.
    #expect(
      try dates(pupil(from: "2026-11-09"), plan(), school())
        == [.init(from: "2026-11-09", due: "2026-11-23", until: "2027-08-01")])
    // The version holds from that day.
    let inForce = plan([], Tabs.version(established: "2026-11-02", inForce: "2026-11-09"))
    #expect(
      try dates(pupil(), inForce, school()) == [.init(from: "2026-11-09", due: "2026-11-23", until: "2027-08-01")])
  }

  @Test("read by that teacher and in that version clears; another teacher or version does not")
  func cleared() throws {
    let open = Episode.Dates(from: "2026-11-02", due: "2026-11-16", until: "2027-08-01")
    let read = Episode.Dates(from: "2026-11-02", due: "2026-11-16", until: "2027-08-01", cleared: "2026-11-16")
    #expect(try dates(pupil(), plan([(41, "2026-11-16", 50)]), school()) == [read])
    #expect(try dates(pupil(), plan([(41, "2026-11-02", 50)]), school()) == [])
    #expect(try dates(pupil(), plan([(42, "2026-11-09", 50)]), school()) == [open])
    #expect(try dates(pupil(), plan([(41, "2026-11-09", 49)]), school()) == [open])
  }

  @Test("each teacher of the group reads it, and each is told so")
  func both() throws {
    let bench = try RuleBench(
      "opp.gelezen", school: school([Self.assignment(51, 41), Self.assignment(52, 42), Self.assignment(53, 49)]))
    let found = try bench.episodes([.pupil: pupil(), .plan: plan()])
    #expect(found.map(\.owner) == [Self.linda, Self.anouk, id(49)])
    #expect(
      try found.map { try bench.title(of: $0) } == [
        "Linda Prins leest het OPP tot en met 16 nov", "Anouk Visser leest het OPP tot en met 16 nov",
        "De leraar leest het OPP tot en met 16 nov",
      ])
  }

  @Test("a new version is read anew; the old one no longer")
  func newVersion() throws {
    let two = plan(
      [], Tabs.version(established: "2026-11-02"), Tabs.version(51, drawn: "2026-11-09", established: "2026-11-16"))
    // Monday 16 November: 17-20, 23-27, 30 November.
    #expect(
      try dates(pupil(), two, school()) == [
        .init(from: "2026-11-02", due: "2026-11-16", until: "2026-11-16"),
        .init(from: "2026-11-16", due: "2026-11-30", until: "2027-08-01"),
      ])
  }

  @Test("where the calendar ends before the tenth school day, nothing is guessed and the proof says so")
  func calendarEnds() throws {
    let bench = try RuleBench("opp.gelezen", school: school())
    // Monday 5 July 2027: nine school days are left, 6-9 and 12-16 July.
    let found = try bench.episodes([.pupil: pupil(), .plan: plan([], Tabs.version(established: "2027-07-05"))])
    #expect(found.map(\.dates) == [.init(from: "2027-07-05", until: "2027-08-01")])
    #expect(found.map(\.floor) == [.later])
    #expect(
      try found.flatMap { try bench.proof(of: $0) }.last
        == "De vakanties van schooljaar 2027-2028 staan nog niet in de kalender: verder is niet te tellen.")
    // From Friday 2 July there are ten: 5-9 and 12-16 July.
    #expect(
      try dates(pupil(), plan([], Tabs.version(established: "2027-07-02")), school())
        == [.init(from: "2027-07-02", due: "2027-07-16", until: "2027-08-01")])
  }

  @Test("not of a teacher who left, of another group, of a draft, or of a pupil who left")
  func justNot() throws {
    #expect(try dates(pupil(), plan(), school(leftOn: "2026-10-30")) == [])
    #expect(
      try dates(pupil(), plan(), school(leftOn: "2026-11-06"))
        == [.init(from: "2026-11-02", due: "2026-11-16", until: "2026-11-07")])
    #expect(try dates(Tabs.pupil(), plan(), school()) == [])
    #expect(try dates(pupil(), plan([], Tabs.version(offered: "2026-11-02")), school()) == [])
    #expect(try dates(pupil(until: "2026-10-30"), plan(), school()) == [])
    #expect(try dates("{}", "{}", school()) == [])
    let withdrawn =
      "{\"id\": \"\(id(51))\", \"leraar\": \"\(id(41))\", \"groep\": \"\(Self.group)\", \"schooljaar\": \"2026-2027\", \(Tabs.withdrawn)}"
    #expect(try dates(pupil(), plan(), school([withdrawn])) == [])
  }
}
