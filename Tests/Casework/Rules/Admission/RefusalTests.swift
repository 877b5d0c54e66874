import Casework
import Support
import Testing

/// Rests on §1.1-1.3, 1.11 and WPO 40 lid 5, 63 lid 2.
///
/// Refused on Monday 16 November 2026.
@Suite("aanmelding.onderzoek, .andere-school, .motivering, .cluster12")
struct RefusalTests {
  private func answers(needed: String?, can: String?, on canOn: String? = nil) -> String {
    [
      needed.map { "\"nodig\": \"rust\", \"nodigBeantwoordOp\": \"\($0)\"" },
      can.map { "\"kanSchoolDit\": \"\($0)\"" }, canOn.map { "\"kanSchoolDitBeantwoordOp\": \"\($0)\"" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  @Test("refused with an open question: it shows from the refusal")
  func openQuestions() throws {
    let found = try ApplicationBench("aanmelding.onderzoek").episodes("2026-10-12", refusal())
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-11-16")])
    #expect(found.map(\.floor) == [.now])
  }

  @Test("answered on the day itself is in time; a day later clears it then; unknown and undated are no answers")
  func answered() throws {
    let it = try ApplicationBench("aanmelding.onderzoek")
    func found(_ fields: String) throws -> [String] {
      try it.episodes("2026-10-12", refusal(fields)).map { $0.clearedOn?.iso ?? "-" }
    }
    #expect(try found(answers(needed: "2026-11-16", can: "nee", on: "2026-11-16")) == [])
    #expect(try found(answers(needed: "2026-11-16", can: "ja", on: "2026-11-17")) == ["2026-11-17"])
    #expect(try found(answers(needed: "2026-11-18", can: "nee", on: "2026-11-10")) == ["2026-11-18"])
    #expect(try found(answers(needed: "2026-11-10", can: "onbekend", on: "2026-11-10")) == ["-"])
    #expect(try found(answers(needed: "2026-11-10", can: "nee")) == ["-"])
    #expect(try found("\"nodig\": \"\", \"nodigBeantwoordOp\": \"2026-11-10\"") == ["-"])
  }

  @Test(
    "a school that is full or whose foundation is not respected need not ask; any other ground, or none on record, must",
    arguments: [
      ("vol", 0), ("grondslag", 0), ("kanNietBieden", 1), ("onevenredig", 1), ("nietZindelijk", 1), (nil, 1),
    ] as [(String?, Int)])
  func grounds(ground: String?, count: Int) throws {
    let found = try ApplicationBench("aanmelding.onderzoek").episodes("2026-10-12", refusal(ground: ground))
    #expect(found.count == count)
  }

  @Test("only a refusal asks, not another decision or one that was taken back")
  func onlyRefusals() throws {
    for rule in ["aanmelding.onderzoek", "aanmelding.andere-school", "aanmelding.motivering"] {
      let it = try ApplicationBench(RuleID(rule))
      #expect(try it.episodes("2026-10-12", refusal()).count == 1)
      for decision in ["toegelaten", "nietBehandeld", "ingetrokken"] {
        #expect(
          try it.episodes("2026-10-12", "\"besluit\": \"\(decision)\", \"besluitOp\": \"2026-11-16\"").isEmpty)
      }
      #expect(try it.episodes("2026-10-12", refusal(takenBack)).isEmpty)
      #expect(try it.episodes("2026-10-12", "\"besluit\": \"geweigerd\"").isEmpty)
      // Where the day of the decision lacks, the day on which the parents heard it.
      let told = "\"besluit\": \"geweigerd\", \"besluitGemeldOp\": \"2026-11-18\", \"weigeringsgrond\": \"onevenredig\""
      #expect(try it.episodes("2026-10-12", told).map(\.visibleFrom) == [day("2026-11-18")])
    }
  }

  private func found(
    school: String? = "2026-11-16", parents: String? = "2026-11-09", pupil: String? = "2026-11-09",
    reason: String? = nil, ground: String = "kanNietBieden"
  ) throws -> [Episode] {
    let fields = [
      school.map { "\"andereSchool\": \"De Kade\", \"andereSchoolOp\": \"\($0)\"" },
      parents.map { "\"oudersGesprokenOp\": \"\($0)\"" }, pupil.map { "\"leerlingGesprokenOp\": \"\($0)\"" },
      reason.map { "\"leerlingNietGesproken\": \"\($0)\"" },
    ].compactMap(\.self).joined(separator: ", ")
    return try ApplicationBench("aanmelding.andere-school").episodes("2026-10-12", refusal(fields, ground: ground))
  }

  @Test("another school must be willing, and parents and pupil spoken with, before the refusal: at once")
  func otherSchool() throws {
    #expect(try found().isEmpty)
    let late = try found(school: "2026-11-17")
    #expect(late.map(\.dates) == [Episode.Dates(from: "2026-11-16", cleared: "2026-11-17")])
    #expect(late.map(\.floor) == [.overdue])
    #expect(try found(school: nil).map(\.clearedOn) == [nil])
    #expect(try found(parents: nil).map(\.clearedOn) == [nil])
    #expect(try found(parents: "2026-11-20").map(\.clearedOn) == [day("2026-11-20")])
    #expect(try found(pupil: nil).map(\.clearedOn) == [nil])
    #expect(try found(pupil: "2026-11-19").map(\.clearedOn) == [day("2026-11-19")])
    // Why the pupil was not asked is an answer; an empty reason is none.
    #expect(try found(pupil: nil, reason: "twee jaar oud").isEmpty)
    #expect(try found(pupil: nil, reason: "").map(\.clearedOn) == [nil])
  }

  @Test("it is about support and burden only", arguments: ["vol", "grondslag", "nietZindelijk"])
  func otherGrounds(ground: String) throws {
    #expect(try found(school: nil, ground: ground).isEmpty)
    #expect(try found(school: nil, ground: "onevenredig").count == 1)
  }

  @Test(
    "a school without a day does not count, and the proof says so; the samenwerkingsverband is named while it lacks")
  func undatedSchool() throws {
    let it = try ApplicationBench("aanmelding.andere-school")
    let undated = try it.episodes("2026-10-12", refusal("\"andereSchool\": \"De Kade\""))
    #expect(undated.map(\.clearedOn) == [nil])
    #expect(try it.words(of: undated).contains("niet wanneer zij ja zei"))
    #expect(try !it.words(of: undated).contains("samenwerkingsverband"))
    let none = try it.episodes("2026-10-12", refusal())
    #expect(try it.words(of: none).contains("samenwerkingsverband"))
    #expect(try it.words(of: none).contains("school kan de ondersteuning niet bieden"))
  }

  @Test("reasons and the way to object must be on paper by the refusal")
  func reasons() throws {
    let it = try ApplicationBench("aanmelding.motivering")
    func cleared(_ reasons: String?, _ route: String?) throws -> [String] {
      let fields = [
        reasons.map { "\"redenenGegevenOp\": \"\($0)\"" }, route.map { "\"bezwaarrouteGegevenOp\": \"\($0)\"" },
      ].compactMap(\.self).joined(separator: ", ")
      return try it.episodes("2026-10-12", refusal(fields, ground: "vol")).map { $0.clearedOn?.iso ?? "-" }
    }
    #expect(try cleared("2026-11-16", "2026-11-16") == [])
    #expect(try cleared("2026-11-16", "2026-11-17") == ["2026-11-17"])
    #expect(try cleared("2026-11-18", "2026-11-16") == ["2026-11-18"])
    #expect(try cleared("2026-11-16", nil) == ["-"])
    #expect(try cleared(nil, "2026-11-16") == ["-"])
    #expect(try cleared(nil, nil) == ["-"])
  }

  @Test("it falls silent when the pupil leaves who came of this application, and not for a stay from before it")
  func left() throws {
    let it = try ApplicationBench("aanmelding.motivering")
    #expect(try it.episodes("2026-10-12", refusal(), pupil: leftInDecember).map(\.until) == [day("2026-12-19")])
    let before = """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2022-08-01", "tot": "2026-10-31"}]}
      """
    #expect(try it.episodes("2026-10-12", refusal(), pupil: before).map(\.until) == [nil])
    // The temporary placement that a refusal ends silences nothing.
    let temporary = """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "tijdelijk", "van": "2026-11-02", "tot": "2026-11-17"}]}
      """
    #expect(try it.episodes("2026-10-12", refusal(), pupil: temporary).map(\.until) == [nil])
  }

  @Test("a school of cluster 1 or 2 has eight weeks to find a place, and no duty to find it first")
  func sensory() throws {
    let it = try ApplicationBench("aanmelding.cluster12", type: .cluster12)
    // Monday 16 November + 56 = Monday 11 January 2027.
    #expect(
      try it.episodes("2026-10-12", refusal()).map(\.dates) == [Episode.Dates(from: "2026-11-16", due: "2027-01-11")])
    // Saturday 31 October + 56 = Saturday 26 December: no statutory term, so nothing moves it.
    let saturday = "\"besluit\": \"geweigerd\", \"besluitOp\": \"2026-10-31\""
    #expect(
      try it.episodes("2026-10-12", saturday).map(\.dates) == [Episode.Dates(from: "2026-10-31", due: "2026-12-26")])
    let place = "\"andereSchool\": \"De Kade\", \"andereSchoolOp\": \"2026-12-07\""
    #expect(try it.episodes("2026-10-12", refusal(place)).map(\.clearedOn) == [day("2026-12-07")])
    #expect(try it.episodes("2026-10-12", refusal("\"andereSchool\": \"De Kade\"")).map(\.clearedOn) == [nil])
    #expect(try it.episodes("2026-10-12", refusal(takenBack)).isEmpty)
    #expect(try ApplicationBench("aanmelding.cluster12").episodes("2026-10-12", refusal()).isEmpty)
    #expect(
      try ApplicationBench("aanmelding.andere-school", type: .cluster12).episodes("2026-10-12", refusal()).isEmpty)
    #expect(try ApplicationBench("aanmelding.andere-school", type: nil).episodes("2026-10-12", refusal()).count == 1)
  }
}
