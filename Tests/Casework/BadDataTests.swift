import Casework
import ReferenceData
import Support
import Testing

/// Files are read by people and written by other programs too: whatever stands in one, it is named and nothing traps.
@Suite("Bad data in a dossier")
struct BadDataTests {
  private static let mother = "000000000000000000000000000000aa"
  private static let nobody = "000000000000000000000000000000bb"

  /// A dossier that is in order, in which one thing can be put wrong.
  private func dossier(
    birth: String = "2016-03-14", until: String = "2026-09-30", kind: String = "ziek", guardian: String = mother,
    secondLevel: String = "2026-10-01"
  ) throws -> Dossier {
    var dossier = Dossier(id: id(1))
    dossier[.pupil] = .value(
      try Tree(
        json: """
          {"sectie": "leerling", "versie": "1.0", "roepnaam": "Noor", "achternaam": "Vries", "geboortedatum": "\(birth)",
           "inschrijvingen": [{"id": "\(id(2))", "soort": "definitief", "van": "2020-03-16"}],
           "ondersteuningsniveaus": [
             {"id": "\(id(3))", "niveau": "basis", "van": "2020-03-16", "tot": "\(until)"},
             {"id": "\(id(4))", "niveau": "extraBinnenSop", "van": "\(secondLevel)", "overleg": [
               {"id": "\(id(5))", "ouder": "\(guardian)", "datum": "2026-09-28"}]}]}
          """))
    dossier[.family] = .value(
      try Tree(
        json: """
          {"sectie": "gezin", "versie": "1.0", "ouders": [{"id": "\(Self.mother)", "naam": "K. de Vries", "soort": "ouder",
            "gezag": [{"id": "\(id(6))", "gezag": "ja"}]}]}
          """))
    dossier[.absence] = .value(
      try Tree(
        json: """
          {"sectie": "verzuim", "versie": "1.0", "afwezig": [
            {"id": "\(id(7))", "soort": "\(kind)", "van": "2026-11-09", "gemeldDoor": "ouders"}]}
          """))
    return dossier
  }

  private func found(_ dossier: Dossier) -> [String] {
    dossier.findings().flatMap { name, findings in findings.map { "\(name.rawValue): \($0.place): \($0.text)" } }
  }

  private func judged(_ dossiers: [Dossier]) throws -> Judgement {
    let engine = RuleEngine(book: try ReferenceData.ruleBook())
    return engine.judge(dossiers, in: engine.scope(of: SampleSchool.school(), until: day("2028-07-31")))
  }

  @Test("the dossier in which one thing is put wrong is itself in order, and something is asked of it")
  func inOrder() throws {
    #expect(found(try dossier()) == [])
    #expect(try judged([try dossier()]).episodes.contains { $0.id.rule == "opp.opstellen" })
  }

  @Test("31 February is named, and the pupil's other facts are judged as before")
  func date() throws {
    let wrong = try dossier(birth: "2016-02-31")
    #expect(found(wrong) == ["leerling: Geboortedatum: \"2016-02-31\" is geen datum."])
    #expect(try judged([wrong]).episodes.contains { $0.id.rule == "opp.opstellen" })
  }

  @Test("an end before its start is named")
  func order() throws {
    let wrong = try dossier(until: "2019-09-30")
    #expect(found(wrong) == ["leerling: Ondersteuningsniveau 1 › Tot en met: Deze dag ligt vóór \"Vanaf\"."])
    #expect(try judged([wrong]).episodes.contains { $0.id.rule == "opp.opstellen" })
  }

  @Test("a kind that this version does not know is named and kept, and counts as nothing it might not be")
  func kind() throws {
    let wrong = try dossier(kind: "spijbelen")
    let text = "\"spijbelen\" kent deze versie van Passend niet. Het blijft bewaard."
    #expect(found(wrong).count == 1)
    #expect(found(wrong).first?.hasSuffix(text) == true)
    #expect(wrong.absence.record?.absences.first?.kind?.word == "spijbelen")
    let rules = Set(try judged([wrong]).episodes.map(\.id.rule))
    #expect(rules.isDisjoint(with: ["verzuim.16uur", "verzuim.ziek-vaak", "verzuim.luxe"]))
  }

  @Test("a guardian's id that does not exist is named, and whom it should have been still counts as not consulted")
  func guardian() throws {
    let wrong = try dossier(guardian: Self.nobody)
    #expect(found(wrong).count == 1)
    #expect(found(wrong).first?.hasSuffix("Dit verwijst naar een ouder die niet bekend is.") == true)
    let asked = try judged([wrong]).episodes.map(\.id.rule)
    #expect(asked.contains("ondersteuning.overleg"))
    #expect(try !judged([try dossier()]).episodes.map(\.id.rule).contains("ondersteuning.overleg"))
  }

  @Test("two levels on one day are named, and the later one counts")
  func levels() throws {
    let wrong = try dossier(secondLevel: "2026-09-14")
    #expect(
      found(wrong) == [
        "leerling: Ondersteuningsniveau 2: Op ma 14 sep 2026 geldt ook een ander onderdeel uit deze lijst. "
          + "Sluit een van de twee af."
      ])
    let plan = try judged([wrong]).episodes.first { $0.id.rule == "opp.opstellen" }
    // 14 September + 42 days.
    #expect(plan?.lastDay == day("2026-10-26"))
  }

  @Test("what is wrong in one dossier changes nothing of another")
  func apart() throws {
    var other = try dossier()
    other = Dossier(id: id(90), taking: other)
    let wrong = try dossier(birth: "2016-02-31", until: "2019-09-30", kind: "x", guardian: Self.nobody)
    func asked(_ dossiers: [Dossier]) throws -> [Episode] {
      try judged(dossiers).episodes.filter { $0.id.subject == .pupil(id(90)) }
    }
    #expect(try asked([wrong, other]) == asked([other]))
    #expect(try !asked([other]).isEmpty)
  }

  @Test("wherever a date can stand, one that cannot be is found and no rule traps on it", arguments: 0..<4)
  func everyDate(round: Int) throws {
    var maker = RandomDossier(seed: UInt64(60 + round))
    var dossier = maker.makeTidy(300)
    var count = 0
    for tab in SectionName.allCases {
      guard let tree = dossier.tree(of: tab) else { continue }
      let (broken, dates) = tree.withImpossibleDates
      dossier[tab] = .value(broken)
      let found = SectionFinding.all(in: broken, for: tab.fields).count {
        $0.text.contains("\"2026-02-31\" is geen datum")
      }
      #expect(found == dates, "\(tab): \(found) of \(dates)")
      count += dates
    }
    #expect(count > 40)
    _ = try judged([dossier])
  }
}

extension Dossier {
  fileprivate init(id: RecordID, taking other: Dossier) {
    self.init(id: id)
    for tab in SectionName.allCases { self[tab] = other[tab] }
  }
}

extension Tree {
  /// The same with 31 February 2026 for each day, and how many there were; what is taken back is left alone.
  fileprivate var withImpossibleDates: (tree: Tree, count: Int) {
    switch self {
    case .string(let text): return CivilDate(iso: text) == nil ? (self, 0) : (.string("2026-02-31"), 1)
    case .array(let elements):
      let parts = elements.map(\.withImpossibleDates)
      return (.array(parts.map(\.tree)), parts.reduce(0) { $0 + $1.count })
    case .object(var members):
      guard members["ingetrokken"] == nil else { return (self, 0) }
      var count = 0
      for pair in members.pairs {
        let part = pair.value.withImpossibleDates
        members[pair.key] = part.tree
        count += part.count
      }
      return (.object(members), count)
    case .null, .bool, .number: return (self, 0)
    }
  }
}
