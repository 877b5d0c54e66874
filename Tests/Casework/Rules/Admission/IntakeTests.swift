import Casework
import Support
import Testing

/// Days counted by hand: 12 October 2026 + 42 = Monday 23 November; WPO 40 lid 2, 6 and 7; §1.2; Atw 1 and 3.
@Suite("aanmelding.verlenging, .mondeling, .tijdelijk")
struct IntakeTests {
  private func longer(_ weeks: Int, told: String? = nil, _ more: String? = nil) -> String {
    ["\"verlengingWeken\": \(weeks)", told.map { "\"verlengingGemeldOp\": \"\($0)\"" }, more].compactMap(\.self)
      .joined(separator: ", ")
  }

  @Test("an extension must be told by the first term's last day, and asks until then")
  func toBeTold() throws {
    let it = try ApplicationBench("aanmelding.verlenging")
    let untold = try it.episodes("2026-10-12", longer(4))
    #expect(
      untold.map(\.dates) == [
        Episode.Dates(from: "2026-10-12", due: "2026-11-23", until: "2026-11-24"), Episode.Dates(from: "2026-11-24"),
      ])
    #expect(untold.map(\.floor) == [.now, .now])
    #expect(untold.map(\.mustBeAcknowledged) == [false, true])
    #expect(try it.episodes("2026-10-12").isEmpty)
    #expect(try it.episodes("2026-10-12", longer(0)).isEmpty)
    #expect(try it.episodes("2026-10-12", longer(4), form: "mondeling").isEmpty)
    #expect(try it.episodes("2026-10-12", longer(4, told: nil, takenBack)).isEmpty)
  }

  @Test(
    "told on the last day is in time, a day later is not; the last day is the one that the Atw moved it to",
    arguments: [
      ("2026-10-12", "2026-11-23", "2026-11-23", 1), ("2026-10-12", "2026-11-23", "2026-11-24", 2),
      // 23 February + 42 = Easter Monday 6 April 2026 (wet.md §11), so Tuesday.
      ("2026-02-23", "2026-04-07", "2026-04-07", 1), ("2026-02-23", "2026-04-07", "2026-04-08", 2),
    ])
  func toldOnTheEdge(received: String, lastDay: String, told: String, count: Int) throws {
    let found = try ApplicationBench("aanmelding.verlenging").episodes(received, longer(4, told: told))
    #expect(found.count == count)
    #expect(found.first?.clearedOn == day(told))
    // Told or not, the extension does not move the day by which it must be told.
    #expect(found.first?.lastDay == day(lastDay))
    #expect(found.dropFirst().allSatisfy { $0.mustBeAcknowledged && $0.clearedOn == nil })
  }

  @Test("a decision within the first term makes the extension needless; a later one does not")
  func decided() throws {
    let it = try ApplicationBench("aanmelding.verlenging")
    func decision(_ day: String) -> String { "\"besluit\": \"toegelaten\", \"besluitOp\": \"\(day)\"" }
    #expect(
      try it.episodes("2026-10-12", longer(4, told: nil, decision("2026-11-23"))).map(\.mustBeAcknowledged) == [false])
    #expect(
      try it.episodes("2026-10-12", longer(4, told: nil, decision("2026-11-24"))).map(\.mustBeAcknowledged) == [
        false, true,
      ])
  }

  @Test("more than four weeks is too long, told or not; four is not")
  func tooLong() throws {
    let it = try ApplicationBench("aanmelding.verlenging")
    let found = try it.episodes("2026-10-12", longer(5, told: "2026-11-02"))
    #expect(found.map(\.id.mark) == ["", "te lang"])
    #expect(try it.words(of: found).contains("Verlengd met 5 weken: hoogstens 4 mag"))
    #expect(try it.episodes("2026-10-12", longer(4, told: "2026-11-02")).map(\.id.mark) == [""])
  }

  @Test("while the term stands still without an end there is no last day to tell it by, and nothing is late")
  func standsStill() throws {
    let asked = "\"gegevensverzoeken\": [{\"id\": \"\(id(9))\", \"gevraagdOp\": \"2026-10-20\"}]"
    let it = try ApplicationBench("aanmelding.verlenging")
    let found = try it.episodes("2026-10-12", longer(4, told: nil, asked))
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-10-12")])
    // 21 to 29 October are 9 days at a public school: 23 November + 9 = 2 December.
    let ended =
      "\"gegevensverzoeken\": [{\"id\": \"\(id(9))\", \"gevraagdOp\": \"2026-10-20\", \"binnenOp\": \"2026-10-30\"}]"
    #expect(try it.episodes("2026-10-12", longer(4, told: nil, ended)).first?.lastDay == day("2026-12-02"))
  }

  @Test("an oral application asks for a written one, until that or a decision comes")
  func oral() throws {
    let it = try ApplicationBench("aanmelding.mondeling")
    #expect(try it.episodes("2026-11-10", form: "mondeling").map(\.dates) == [Episode.Dates(from: "2026-11-10")])
    #expect(try it.episodes("2026-11-10").isEmpty)
    #expect(try it.episodes("2026-11-10", takenBack, form: "mondeling").isEmpty)
    let withdrawn = "\"besluit\": \"ingetrokken\", \"besluitOp\": \"2026-11-12\""
    #expect(try it.episodes("2026-11-10", withdrawn, form: "mondeling").map(\.clearedOn) == [day("2026-11-12")])
  }

  @Test(
    "only a written application of that day or later clears it, or one from before that is still open",
    arguments: [
      ("2026-11-10", "", ["2026-11-10"]), ("2026-11-17", "", ["2026-11-17"]),
      // Still open when the parents spoke: nothing is asked.
      ("2026-11-09", "", []),
      // Decided on years ago: it says nothing about today.
      ("2022-11-09", ", \"besluit\": \"geweigerd\", \"besluitOp\": \"2022-12-01\"", ["-"]),
    ])
  func oralAndWritten(written: String, more: String, cleared: [String]) throws {
    let bench = try RuleBench("aanmelding.mondeling")
    let tab = ApplicationBench.tab(
      """
      {"id": "\(id(7))", "vorm": "mondeling", "ontvangenOp": "2026-11-10"},
      {"id": "\(id(8))", "vorm": "schriftelijk", "ontvangenOp": "\(written)"\(more)}
      """)
    #expect(try bench.episodes([.admission: tab]).map { $0.clearedOn?.iso ?? "-" } == cleared)
  }

  private func born(_ birth: String, _ enrolments: String = "") -> String {
    "{\"geboortedatum\": \"\(birth)\", \"inschrijvingen\": [\(enrolments)]}"
  }

  private let nowhere = "\"eldersIngeschreven\": \"nee\""

  @Test(
    "ten weeks and a day after receipt, and not before the fourth birthday; shown 28 days before",
    arguments: [
      // Monday 14 September + 70 = Monday 23 November; the day after.
      ("2026-09-14", "2022-03-01", "2026-10-27", "2026-11-24", "2026-11-24"),
      // Saturday 12 September + 70 = Saturday 21 November; the term runs to Monday 23, so Tuesday.
      ("2026-09-12", "2022-03-01", "2026-10-27", "2026-11-22", "2026-11-24"),
      // Turns four on 1 February 2027.
      ("2026-09-14", "2023-02-01", "2027-01-04", "2027-02-01", "2027-02-01"),
      // Turns four on the very day after.
      ("2026-09-14", "2022-11-24", "2026-10-27", "2026-11-24", "2026-11-24"),
    ])
  func temporary(received: String, birth: String, from: String, due: String, lastDay: String) throws {
    let found = try ApplicationBench("aanmelding.tijdelijk").episodes(received, nowhere, pupil: born(birth))
    #expect(found.map(\.dates) == [Episode.Dates(from: from, due: due, lastDay: lastDay)])
  }

  @Test("placement, enrolment or a decision clears it; before it shows there is nothing to clear")
  func temporaryCleared() throws {
    let it = try ApplicationBench("aanmelding.tijdelijk")
    let birth = born("2022-03-01")
    let placed = nowhere + ", \"tijdelijkVan\": \"2026-11-24\""
    #expect(try it.episodes("2026-09-14", placed, pupil: birth).map(\.clearedOn) == [day("2026-11-24")])
    let decided = nowhere + ", \"besluit\": \"toegelaten\", \"besluitOp\": \"2026-10-28\""
    #expect(try it.episodes("2026-09-14", decided, pupil: birth).map(\.clearedOn) == [day("2026-10-28")])
    let soon = nowhere + ", \"besluit\": \"toegelaten\", \"besluitOp\": \"2026-10-27\""
    #expect(try it.episodes("2026-09-14", soon, pupil: birth).isEmpty)
    let enrolled = born(
      "2022-03-01", "{\"id\": \"\(id(2))\", \"soort\": \"tijdelijk\", \"van\": \"2026-11-20\"}")
    #expect(try it.episodes("2026-09-14", nowhere, pupil: enrolled).map(\.clearedOn) == [day("2026-11-20")])
    #expect(try it.episodes("2026-09-14", nowhere + ", " + takenBack, pupil: birth).isEmpty)
    #expect(try it.episodes("2026-09-14", nowhere, form: "mondeling", pupil: birth).isEmpty)
  }

  @Test("enrolled elsewhere it is not asked; after that ended it is, and not knowing is not the same as no")
  func elsewhere() throws {
    let it = try ApplicationBench("aanmelding.tijdelijk")
    let birth = born("2022-03-01")
    let yes = "\"eldersIngeschreven\": \"ja\""
    #expect(try it.episodes("2026-09-14", yes, pupil: birth).isEmpty)
    // Till 30 November, so from 1 December; 28 days before is 3 November.
    let until = try it.episodes("2026-09-14", yes + ", \"eldersTot\": \"2026-11-30\"", pupil: birth)
    #expect(until.map(\.dates) == [Episode.Dates(from: "2026-11-03", due: "2026-12-01")])
    // Ended before the ten weeks: it changes nothing.
    let ended = try it.episodes("2026-09-14", yes + ", \"eldersTot\": \"2026-11-01\"", pupil: birth)
    #expect(ended.map(\.due) == [day("2026-11-24")])
    // From 5 January on another school.
    let later = try it.episodes("2026-09-14", yes + ", \"eldersVan\": \"2027-01-05\"", pupil: birth)
    #expect(later.map(\.dates) == [Episode.Dates(from: "2026-10-27", due: "2026-11-24", until: "2027-01-05")])
    let unknown = try it.episodes("2026-09-14", pupil: born("2022-03-01"))
    #expect(unknown.map(\.due) == [day("2026-11-24")])
    #expect(try it.words(of: unknown).contains("niet of het kind op een andere school zit"))
    let unborn = try it.episodes("2026-09-14", nowhere)
    #expect(try it.words(of: unborn).contains("geboortedatum ontbreekt"))
  }
}
