import Casework
import ReferenceData
import Support
import Testing

@Suite("Numbers that the school sets itself")
struct OwnNormTests {
  private func norm(_ name: String, _ value: Int = 6, isStatutory: Bool = false) -> Norm {
    Norm(
      name: name, label: "", unit: "", value: value, bounds: isStatutory ? value...value : 4...9,
      isStatutory: isStatutory)
  }

  private func entry(_ id: RuleID, from: String? = nil, until: String? = nil, _ norms: [Norm]) -> RuleEntry {
    RuleEntry(
      id: id, force: .norm, validFrom: from.map(day), validUntil: until.map(day), audience: [.careCoordinator],
      title: "", explanation: "", sources: [], norms: norms, sentences: [:], clearedBy: "", stories: [])
  }

  @Test("A number counts for facts from the day on which it was set; going back does so too")
  func dated() {
    let book = RuleBook([entry("r", [norm("w")])])
    let norms = book.norms(setBySchool: [
      OwnNorm("w", 8, from: day("2026-11-23")), OwnNorm("w", nil, from: day("2027-02-01")),
    ])
    let expected = [
      ("2020-01-01", 6), ("2026-11-22", 6), ("2026-11-23", 8), ("2027-01-31", 8), ("2027-02-01", 6), ("2029-01-01", 6),
    ]
    for (date, value) in expected { #expect(norms["w", on: day(date)] == value, "\(date)") }
    #expect(norms["w"] == 6)
  }

  @Test("Where no day is asked for, a number that is still to begin does not count yet")
  func stillToBegin() {
    let book = RuleBook([entry("r", [norm("w")])])
    let own = [OwnNorm("w", 8, from: day("2026-11-23")), OwnNorm("w", 5, from: day("2027-01-01"))]
    for (today, value) in [
      ("2026-11-22", 6), ("2026-11-23", 8), ("2026-12-31", 8), ("2027-01-01", 5), ("2028-01-01", 5),
    ] {
      let norms = book.norms(setBySchool: own, asOf: day(today))
      #expect(norms["w"] == value, "\(today)")
      // A fact of a day counts with the number of that day, whatever today is.
      #expect(norms["w", on: day("2027-02-01")] == 5)
    }
  }

  @Test(
    "A slip in the day makes a number count for nothing, so that no past term moves",
    arguments: [
      #""2026-02-31""#, "20261123", #""""#,
    ])
  func slipOfDay(_ written: String) throws {
    let book = RuleBook([entry("r", [norm("w")])])
    var school = SampleSchool.school()
    school.record.members["normen"] = try Tree(json: #"[{"norm": "w", "waarde": 5, "vanaf": \#(written)}]"#)
    let norms = book.norms(setBySchool: school.ownNorms)
    #expect(norms["w"] == 6 && norms["w", on: day("2020-01-01")] == 6 && norms["w", on: day("2026-11-23")] == 6)
    let finding = try #require(book.findings(in: school.record).first)
    #expect(finding.kind == .noDay(written) && finding.text.contains("Hij telt niet"))
    // The control: without a day at all it counts for every fact.
    school.record.members["normen"] = try Tree(json: #"[{"norm": "w", "waarde": 5, "vanaf": null}]"#)
    #expect(book.norms(setBySchool: school.ownNorms)["w", on: day("2020-01-01")] == 5)
  }

  @Test("A number without a day counts for every fact, until one with a day")
  func undated() {
    let book = RuleBook([entry("r", [norm("w")])])
    let norms = book.norms(setBySchool: [OwnNorm("w", 5), OwnNorm("w", 9, from: day("2026-11-23"))])
    #expect(norms["w", on: day("2020-01-01")] == 5)
    #expect(norms["w", on: day("2026-11-23")] == 9)
    #expect(norms["w"] == 9)
  }

  @Test("A number out of bounds gives the default, not the number before it")
  func outOfBounds() {
    let book = RuleBook([entry("r", [norm("w")])])
    let norms = book.norms(setBySchool: [OwnNorm("w", 5), OwnNorm("w", 10, from: day("2026-11-23"))])
    #expect(norms["w", on: day("2026-11-22")] == 5)
    #expect(norms["w", on: day("2026-11-23")] == 6)
    for (value, counts) in [(3, 6), (4, 4), (9, 9), (10, 6)] {
      #expect(book.norms(setBySchool: [OwnNorm("w", value)])["w"] == counts)
    }
  }

  @Test("A change of law goes before what the school chose under the old one where the new law fixes the number")
  func changeOfLaw() {
    let book = RuleBook([
      entry("r", until: "2025-07-31", [norm("w")]), entry("r", from: "2025-08-01", [norm("w", 7, isStatutory: true)]),
    ])
    let norms = book.norms(setBySchool: [OwnNorm("w", 9, from: day("2025-01-01"))])
    #expect(norms["w", on: day("2024-12-31")] == 6)
    #expect(norms["w", on: day("2025-07-31")] == 9)
    #expect(norms["w", on: day("2025-08-01")] == 7)
    // What was set after the old law ended has no days in it.
    #expect(book.norms(setBySchool: [OwnNorm("w", 9, from: day("2025-08-01"))])["w", on: day("2025-07-31")] == 6)
  }

  @Test("The day decides which number counts and then the moment at which it was set; the order in the file does not")
  func order() throws {
    func record(_ number: UInt64, _ value: Int, from: String?, at seconds: Int64) -> Record<OwnNormFields> {
      make(OwnNormFields.self, number) {
        $0.norm = "w"
        $0.value = value
        $0.from = from.map(day)
        $0.madeAt = Moment(seconds: seconds)
      }
    }
    let records = [
      record(1, 4, from: "2026-11-23", at: 200), record(2, 5, from: "2026-11-23", at: 100),
      record(3, 7, from: nil, at: 300), record(4, 8, from: "2026-10-01", at: 400),
    ]
    for shift in records.indices {
      var school = SampleSchool.school()
      for record in records[shift...] + records[..<shift] { school.record.put(record, in: \.ownNorms) }
      #expect(school.ownNorms.map(\.value) == [7, 8, 5, 4])
    }
  }

  @Test("Setting a number moves no term of a fact before that day")
  func pastStays() throws {
    func due(_ asked: String, _ own: OwnNorm?) throws -> [String?] {
      var school = SampleSchool.school()
      if let own {
        school.record.put(
          make(OwnNormFields.self, 5) {
            $0.norm = own.name
            $0.value = own.value
            $0.from = own.from
          }, in: \.ownNorms)
      }
      let request = ReferralCase.list("cluster12", [#""instelling": "Auris", "aangevraagdOp": "\#(asked)""#])
      return try ReferralCase("", [.referral: request], []).found("cluster12.besluit", school: school).map {
        $0.due?.iso
      }
    }
    let own = OwnNorm("cluster12.besluit.weken", 6, from: day("2026-11-02"))
    // Fri 30 Oct + 56 days; Mon 2 Nov + 42 days.
    #expect(try due("2026-10-30", nil) == ["2026-12-25"])
    #expect(try due("2026-10-30", own) == ["2026-12-25"])
    #expect(try due("2026-11-02", own) == ["2026-12-14"])
  }

  @Test("What cannot count in school.json is named, with what counts instead")
  func findings() throws {
    let book = RuleBook(
      [entry("r", [norm("w"), norm("wet", isStatutory: true)])], sharedNorms: [norm("scherm")])
    func found(_ list: String) throws -> [NormFinding] {
      var school = Record<SchoolFields>()
      school.members["normen"] = try Tree(json: list)
      return book.findings(in: school)
    }
    #expect(try found("null").isEmpty)
    #expect(try found(#"[{"norm": "w", "waarde": 9}, {"norm": "scherm", "waarde": 4}, {"norm": "w"}]"#).isEmpty)
    #expect(try found(#""acht""#) == [NormFinding(name: "", kind: .noList)])
    #expect(try found(#"[8]"#) == [NormFinding(name: "", kind: .noName)])
    #expect(try found(#"[{"waarde": 8}]"#) == [NormFinding(name: "", kind: .noName)])
    #expect(try found(#"[{"norm": "x", "waarde": 8}]"#) == [NormFinding(name: "x", kind: .unknown)])
    #expect(try found(#"[{"norm": "wet", "waarde": 8}]"#) == [NormFinding(name: "wet", kind: .statutory(8))])
    #expect(try found(#"[{"norm": "w", "waarde": 10}]"#) == [NormFinding(name: "w", kind: .outOfBounds(10, 4...9))])
    #expect(try found(#"[{"norm": "w", "waarde": "acht"}]"#) == [NormFinding(name: "w", kind: .noNumber(#""acht""#))])
    #expect(try found(#"[{"norm": "w", "waarde": 5.5}]"#) == [NormFinding(name: "w", kind: .noNumber("5.5"))])
    #expect(
      try found(#"[{"norm": "w", "waarde": 5, "vanaf": "2026-02-31"}]"#)
        == [NormFinding(name: "w", kind: .noDay(#""2026-02-31""#))])
    let withdrawn = #"[{"norm": "w", "waarde": 99, "ingetrokken": {"reden": "tikfout"}}]"#
    #expect(try found(withdrawn).isEmpty)
    let sentence = NormFinding(name: "w", kind: .outOfBounds(10, 4...9)).text
    #expect(sentence.contains("\"w\"") && sentence.contains("van 4 tot en met 9") && sentence.contains("standaard"))
  }

  @Test(
    "A number out of the file that is no number gives the default", arguments: [#""acht""#, "5.5", "null", "[]", "10"])
  func defaultCounts(_ written: String) throws {
    let book = RuleBook([entry("r", [norm("w")])])
    var school = SampleSchool.school()
    school.record.members["normen"] = try Tree(json: #"[{"norm": "w", "waarde": \#(written)}]"#)
    #expect(book.norms(setBySchool: school.ownNorms)["w"] == 6)
  }

  @Test("A number changes only what the rules ask that are said to count with it")
  func namedRules() throws {
    let engine = RuleEngine(book: try ReferenceData.ruleBook())
    var maker = RandomDossier(seed: 2611)
    let dossiers = maker.mixture(24)
    let horizon = day("2028-07-31")
    func asked(_ own: [OwnNorm]) -> [RuleID: [Episode]] {
      let scope = RuleScope(
        school: SampleSchool.school(), holidays: engine.book.holidays, norms: engine.book.norms(setBySchool: own),
        horizon: horizon)
      return Dictionary(grouping: engine.judge(dossiers, in: scope).episodes, by: \.id.rule)
    }
    let plain = asked([])
    var moved = 0
    for number in engine.book.numbers where !number.norm.isStatutory {
      let norm = number.norm
      let other = norm.value == norm.bounds.upperBound ? norm.bounds.lowerBound : norm.bounds.upperBound
      let changed = asked([OwnNorm(norm.name, other)])
      let different = engine.rules.map(\.id).filter { plain[$0] != changed[$0] }
      if !different.isEmpty { moved += 1 }
      #expect(Set(different).subtracting(number.rules).isEmpty, "\(norm.name)")
    }
    // Were nothing to move, nothing would have been looked at.
    #expect(moved >= 10)
  }
}
