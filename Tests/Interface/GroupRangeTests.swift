import Casework
import Support
import Testing

@testable import Interface

/// Absences of more than a day, the other groups, and what four weeks look like.
@Suite("The group over more days")
struct GroupRangeTests {
  private func absences(of name: String, in drive: Drive) -> [Record<AbsenceRecordFields>] {
    drive.state.session?.caseload.dossiers[TestSchool.pupil(name)]?.absence.record?.absences ?? []
  }

  @Test("Leave until a day is one absence with its first and last day, told before it is taken")
  func until() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("vm")
    #expect(drive.shows("Amber Smit: verlof vanaf ma 23 nov. Tot en met welke dag?"))
    drive.type("4 dec")
    #expect(drive.shows("= vr 4 dec 2026"))
    drive.press(.enter)
    #expect(drive.shows("verlof t/m vr 4") && drive.commits.isEmpty)
    drive.type("k")
    let found = absences(of: "Amber Smit", in: drive)
    #expect(found.map(\.from) == [day("2026-11-23")] && found.map(\.until) == [day("2026-12-04")])
    #expect(found.map(\.kind) == [Choice(.leave)])
    drive.type("u")
    #expect(absences(of: "Amber Smit", in: drive).isEmpty)
  }

  @Test(
    "A last day before the first, further than a year, or no day at all is refused with the reason, and the mark stays")
  func refused() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("zm")
    for (typed, told) in [
      ("20-11-2026", "De laatste dag ligt voor ma 23 nov."), ("24-11-2027", "Dat is meer dan een jaar."),
      ("31 feb", "Geen dag."), ("", "Geen dag."),
    ] {
      drive.type(typed)
      drive.press(.enter)
      #expect(drive.state.overlay != nil && drive.shows(told) || typed.isEmpty, "\(typed)")
      for _ in typed { drive.press(.backspace) }
    }
    drive.press(.escape)
    #expect(drive.rows.contains { $0.contains("Amber Smit") && $0.contains("ziek") })
    drive.type("k")
    #expect(absences(of: "Amber Smit", in: drive).map(\.until) == [nil])
  }

  @Test(
    "On a past day today is today; a weekday, a step and a day without a year count from the day that is marked",
    arguments: [
      ("vandaag", "2026-11-23"), ("nu", "2026-11-23"), ("gisteren", "2026-11-22"), ("morgen", "2026-11-24"),
      ("vr", "2026-11-20"), ("ma", "2026-11-23"), ("do", "2026-11-26"), ("+1d", "2026-11-21"), ("+1w", "2026-11-27"),
      ("1 dec", "2026-12-01"), ("1-12-2026", "2026-12-01"),
    ])
  func pastDay(typed: String, last: String) {
    var drive = Drive(as: TestSchool.teacher)
    drive.press(.left)
    #expect(drive.rows[1].contains("vr 20 nov 2026"))
    drive.type("zm" + typed)
    drive.press(.enter)
    #expect(drive.shows("Tot en met \(day(last).dutch(.full))."))
    drive.type("k")
    let found = absences(of: "Amber Smit", in: drive)
    #expect(found.map(\.from) == [day("2026-11-20")])
    #expect(found.map { $0.until ?? $0.from } == [day(last)])
  }

  @Test("Line mode says which day it took, also where that is the only one")
  func spoken() {
    var lines = LineDrive(as: TestSchool.teacher)
    lines.type(["vorige dag", "ziek 1", "tot en met een dag", "vandaag"])
    #expect(lines.hears("Tot en met ma 23 nov 2026."))
    lines.type(["tot en met een dag", "vr"])
    #expect(lines.hears("Tot en met vr 20 nov 2026."))
  }

  @Test("Without a mark there is nothing to lengthen, and being late has no last day")
  func nothing() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("m")
    #expect(drive.state.overlay == nil && drive.state.notice != nil)
    drive.type("tm")
    #expect(drive.state.overlay == nil)
  }

  @Test("A range over a later absence that was on record takes its place without calling it a colleague's")
  func overLater() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("z")
    for _ in 0..<6 { drive.press(.right) }
    #expect(drive.rows[1].contains("di 1 dec 2026"))
    drive.type("Av")
    for _ in 0..<6 { drive.press(.left) }
    drive.type("A")
    drive.type("zm")
    drive.type("4 dec")
    drive.press(.enter)
    drive.type("k")
    #expect(drive.state.screens.current.kind == .group)
    let found = absences(of: "Amber Smit", in: drive).filter { $0.withdrawal == nil }
    #expect(found.map(\.from) == [day("2026-11-23")] && found.map(\.until) == [day("2026-12-04")])
  }

  @Test("The list of groups says of each how its day stands, and goes there")
  func groups() {
    var drive = Drive()
    drive.press(.function(4))
    drive.type("l")
    #expect(drive.shows("6a         nog niet klaar") && drive.shows("4b         geen leerlingen"))
    drive.press(.escape)
    drive.press(.function(4))
    while drive.rows[1].contains("6a") == false { drive.press(.tab) }
    drive.type("zkl")
    #expect(drive.shows("6a         ✓ klaar · 1 niet in de klas"))
    drive.type("4")
    drive.press(.enter)
    #expect(drive.rows[1].contains("Groep 4b"))
  }

  @Test("Four weeks stand beside each name by kind, the most first, and go with what is marked now")
  func pattern() {
    var drive = Drive(as: TestSchool.teacher)
    func pattern(_ name: String) -> String {
      let row = drive.rows.first { $0.contains(name) } ?? ""
      return String(row.dropFirst(67)).trimmed
    }
    #expect(drive.rows[3].contains("4 weken"))
    #expect(pattern("Amber Smit") == "")
    for _ in 0..<3 {
      drive.type("Az")
      drive.press(.left)
    }
    drive.type("At")
    for _ in 0..<3 { drive.press(.right) }
    #expect(drive.rows[1].contains("ma 23 nov 2026"))
    #expect(pattern("Amber Smit") == "3z 1t")
    drive.type("Ao")
    #expect(pattern("Amber Smit") == "2z 1o 1t")
  }
}
