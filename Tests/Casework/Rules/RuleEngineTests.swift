import Casework
import ReferenceData
import Support
import Testing

@Suite("Judging dossiers by rules")
struct RuleEngineTests {
  private let pupilID = id(1)

  /// A rule book entry with nothing in it but what the engine looks at.
  private func entry(
    _ id: RuleID, from: String? = nil, until: String? = nil, force: Force = .statute, norms: [Norm] = []
  ) -> RuleEntry {
    RuleEntry(
      id: id, force: force, validFrom: from.map(day), validUntil: until.map(day), audience: [.careCoordinator],
      title: "", explanation: "", sources: [], norms: norms, sentences: [:], clearedBy: "", stories: [])
  }

  private func episode(_ rule: RuleID, from: String, until: String? = nil, fact: String? = nil) -> Episode {
    Episode(
      id: Episode.ID(rule: rule, subject: .pupil(pupilID)), visibleFrom: day(from), until: until.map(day),
      factOn: fact.map(day), proof: [], act: Act(.pupil))
  }

  private func judge(_ rule: Rule, _ entries: [RuleEntry], _ dossier: Dossier) -> Judgement {
    let engine = RuleEngine(book: RuleBook(entries), rules: [rule])
    return engine.judge(dossier, in: engine.scope(of: SampleSchool.school(), until: day("2027-07-31")))
  }

  private func enrolled(_ spans: (String?, String?)...) -> Dossier {
    var dossier = Dossier(id: pupilID)
    var pupil = Record<PupilFields>()
    for (number, span) in spans.enumerated() {
      pupil.put(
        make(EnrolmentFields.self, UInt64(number + 10)) { record in
          record.kind = Choice(.definitive)
          record.from = span.0.map(day)
          record.until = span.1.map(day)
        }, in: \.enrolments)
    }
    dossier.pupil = .value(pupil)
    return dossier
  }

  @Test("A rule hears only the sections that it names; the others are not readable to it")
  func sections() {
    let nosy = Rule("r", reads: [.pupil, .plan]) { dossier in
      SectionName.allCases.filter { dossier[$0] != .notReadable }.map(\.rawValue).joined(separator: " ")
    }
    var dossier = enrolled(("2024-08-01", nil))
    dossier.family = .value(Record())
    dossier.plan = .value(Record())
    let heard = judge(nosy, [entry("r")], dossier).episodes.map(\.id.mark)
    #expect(heard == ["leerling opp"])
  }

  @Test("A rule is not asked about a section that cannot be read; it says that it cannot judge, and why")
  func unjudged() {
    let rule = Rule("r", reads: [.pupil, .plan]) { _ in "asked" }
    var dossier = Dossier(id: pupilID)
    dossier.plan = .notReadable
    #expect(
      judge(rule, [entry("r")], dossier)
        == Judgement(
          unjudged: [Unjudged(rule: "r", subject: .pupil(pupilID), section: .plan, cause: .notReadable)]))
    dossier.plan = .damaged("Het is geen JSON.")
    let found = judge(rule, [entry("r")], dossier)
    #expect(found.episodes.isEmpty)
    #expect(found.unjudged.map(\.cause) == [.damaged("Het is geen JSON.")])
    #expect(found.unjudged.first?.explanation.hasPrefix("Kan ik niet beoordelen") == true)
    // A section that it does not read does not matter.
    dossier.plan = .empty
    dossier.medical = .damaged("stuk")
    #expect(judge(rule, [entry("r")], dossier).episodes.count == 1)
  }

  @Test("A rule holds on the days of its law, judged by the day of the fact")
  func validity() {
    let facts = ["2025-07-30", "2025-07-31", "2025-08-01"]
    let rule = Rule(
      "r", judge: .pupil { _, _ in facts.map { self.episode("r", from: "2025-09-01", fact: $0) } })
    func held(under entries: RuleEntry...) -> [String] {
      judge(rule, entries, Dossier(id: pupilID)).episodes.map(\.factOn.iso)
    }
    #expect(held(under: entry("r")) == facts)
    #expect(held(under: entry("r", until: "2025-07-31")) == ["2025-07-30", "2025-07-31"])
    #expect(held(under: entry("r", from: "2025-08-01")) == ["2025-08-01"])
    #expect(
      held(under: entry("r", until: "2025-07-30"), entry("r", from: "2025-08-01")) == ["2025-07-30", "2025-08-01"])
    #expect(held(under: entry("other")).isEmpty)
  }

  @Test("Force and numbers are those of the law on the day of the fact")
  func datedLaw() {
    func weeks(_ value: Int) -> Norm {
      Norm(name: "w", label: "", unit: "", value: value, bounds: 1...20, isStatutory: false)
    }
    let book = RuleBook([
      entry("r", from: "2025-08-01", force: .statute, norms: [weeks(8)]),
      entry("r", until: "2025-07-31", force: .guide, norms: [weeks(6)]),
    ])
    #expect(book.entry("r", on: day("2025-07-31"))?.force == .guide)
    #expect(book.entry("r", on: day("2025-08-01"))?.force == .statute)
    #expect(book["r"]?.force == .statute)
    let norms = book.norms()
    #expect(norms["w", on: day("2025-07-31")] == 6)
    #expect(norms["w", on: day("2025-08-01")] == 8)
    #expect(norms["w"] == 8)
    #expect(norms["unknown"] == nil)
  }

  @Test("A school's own number counts within its bounds; a statutory one cannot be set")
  func ownNorms() {
    func norm(_ name: String, isStatutory: Bool) -> Norm {
      Norm(name: name, label: "", unit: "", value: 6, bounds: isStatutory ? 6...6 : 4...8, isStatutory: isStatutory)
    }
    let book = RuleBook([entry("r", norms: [norm("own", isStatutory: false), norm("law", isStatutory: true)])])
    #expect(book.norms(setBySchool: [OwnNorm("own", 8), OwnNorm("law", 8)])["own"] == 8)
    #expect(book.norms(setBySchool: [OwnNorm("own", 8), OwnNorm("law", 8)])["law"] == 6)
    #expect(book.norms(setBySchool: [OwnNorm("own", 9)])["own"] == 6)
    #expect(book.norms(setBySchool: [OwnNorm("own", 3)])["own"] == 6)
    #expect(book.norms(setBySchool: [OwnNorm("own", 4)])["own"] == 4)
  }

  @Test("A number of the program as a whole can be set by the school too, within its bounds")
  func sharedNorms() {
    let norm = Norm(name: "scherm", label: "", unit: "minuten", value: 10, bounds: 1...60, isStatutory: false)
    let book = RuleBook([], sharedNorms: [norm])
    #expect(book.norms()["scherm"] == 10)
    #expect(book.norms(setBySchool: [OwnNorm("scherm", 3)])["scherm"] == 3)
    #expect(book.norms(setBySchool: [OwnNorm("scherm", 0)])["scherm"] == 10)
  }

  @Test("After the pupil left a rule falls silent, unless it outlives the departure")
  func departure() {
    let dossier = enrolled(("2024-08-01", "2026-10-31"))
    let starts = ["2026-10-01", "2026-10-31", "2026-11-01"]
    func untils(_ asks: Rule.AfterDeparture) -> [String?] {
      let rule = Rule(
        "r", reads: [.pupil], afterDeparture: asks,
        judge: .pupil { _, _ in starts.map { self.episode("r", from: $0) } })
      return judge(rule, [entry("r")], dossier).episodes.map { $0.until?.iso }
    }
    #expect(untils(.nothing) == ["2026-11-01", "2026-11-01"])
    #expect(untils(.whatCameAfter) == ["2026-11-01", "2026-11-01", nil])
    #expect(untils(.everything) == [nil, nil, nil])
  }

  @Test("What began before the first enrolment falls silent with the departure too; before a later one it never asks")
  func beforeEnrolment() {
    func untils(_ dossier: Dossier, from: String...) -> [String?] {
      let rule = Rule("r", reads: [.pupil], judge: .pupil { _, _ in from.map { self.episode("r", from: $0) } })
      return judge(rule, [entry("r")], dossier).episodes.map { $0.until?.iso }
    }
    #expect(untils(enrolled(("2024-08-01", "2026-07-31")), from: "2024-06-10") == ["2026-08-01"])
    #expect(untils(enrolled(("2024-08-01", nil)), from: "2024-06-10") == [nil])
    let back = enrolled(("2022-08-01", "2023-07-31"), ("2024-08-01", "2026-07-31"))
    #expect(untils(back, from: "2022-06-10", "2024-06-10", "2024-09-01") == ["2023-08-01", "2026-08-01"])
  }

  @Test("Who left on a day is gone, also where nobody knows since when the pupil was enrolled")
  func leftWithoutBeginning() throws {
    let rule = Rule(
      "r", reads: [.pupil], judge: .pupil { _, _ in ["2026-10-01", "2026-11-02"].map { self.episode("r", from: $0) } })
    let dossier = enrolled((nil, "2026-10-31"))
    #expect(judge(rule, [entry("r")], dossier).episodes.map { $0.until?.iso } == ["2026-11-01"])
    let pupil = try #require(dossier.pupil.record)
    #expect(pupil.departure?.until == day("2026-10-31"))
    #expect(pupil.enrolment(on: day("2026-11-23")) == .left(lastDay: day("2026-10-31")))
    #expect(pupil.enrolment(on: day("2026-10-31")) == .notOnRecord)
    // Neither day on record tells nothing.
    #expect(judge(rule, [entry("r")], enrolled((nil, nil))).episodes.map(\.until) == [nil, nil])
  }

  @Test("Of a rule whose breaches outlive the departure, only what can no longer be undone goes on")
  func breachesAfterDeparture() {
    let dossier = enrolled(("2024-08-01", "2026-10-31"))
    func untils(ofBreaches: Bool) -> [String?] {
      let rule = Rule(
        "r", reads: [.pupil], afterDeparture: ofBreaches ? .breaches : .nothing,
        judge: .pupil { _, _ in
          [false, true].map { isBreach in
            Episode(
              id: Episode.ID(rule: "r", subject: .pupil(self.pupilID), mark: "\(isBreach)"),
              visibleFrom: day("2026-10-01"), mustBeAcknowledged: isBreach, proof: [], act: Act(.pupil))
          }
        })
      return judge(rule, [entry("r")], dossier).episodes.map { $0.until?.iso }
    }
    #expect(untils(ofBreaches: true) == ["2026-11-01", nil])
    #expect(untils(ofBreaches: false) == ["2026-11-01", "2026-11-01"])
  }

  @Test("Who came back is asked about again; who has no enrolment on record has not left")
  func comingBack() {
    let rule = Rule(
      "r", reads: [.pupil],
      judge: .pupil { _, _ in
        ["2024-09-02", "2025-09-01", "2026-09-01"].map { self.episode("r", from: $0, until: "2026-12-01") }
      })
    let back = enrolled(("2024-08-01", "2025-07-31"), ("2026-08-01", nil))
    #expect(judge(rule, [entry("r")], back).episodes.map { $0.until?.iso } == ["2025-08-01", "2026-12-01"])
    #expect(judge(rule, [entry("r")], Dossier(id: pupilID)).episodes.count == 3)
  }

  @Test("A group's and the school's rules are asked once, each group apart")
  func schoolAndGroups() {
    var school = SampleSchool.school()
    for number in [UInt64(31), 32] { school.record.put(make(SchoolGroupFields.self, number), in: \.groups) }
    let group = Rule(
      "g",
      judge: .group { group, _ in
        [
          Episode(
            id: Episode.ID(rule: "g", subject: group.id.map { .group($0) } ?? .school),
            visibleFrom: day("2026-11-23"), proof: [], act: Act(nil))
        ]
      })
    let whole = Rule(
      "s",
      judge: .school { _ in
        [
          Episode(
            id: Episode.ID(rule: "s", subject: .school), visibleFrom: day("2026-11-23"), proof: [], act: Act(nil))
        ]
      })
    let engine = RuleEngine(book: RuleBook([entry("g"), entry("s")]), rules: [group, whole])
    let scope = engine.scope(of: school, until: day("2027-07-31"))
    let judged = engine.judge([Dossier(id: pupilID), Dossier(id: id(2))], in: scope)
    #expect(judged.episodes.map(\.id.subject) == [.group(id(31)), .group(id(32)), .school])
  }

  @Test("Judging one dossier anew leaves the others as they were")
  func replacing() {
    func one(_ number: UInt64, _ from: String) -> Episode {
      Episode(
        id: Episode.ID(rule: "r", subject: .pupil(id(number))), visibleFrom: day(from), proof: [], act: Act(.pupil))
    }
    var judgement = Judgement(episodes: [one(1, "2026-11-01"), one(2, "2026-11-02")])
    judgement.replace(.pupil(id(1)), with: Judgement(episodes: [one(1, "2026-11-20")]))
    #expect(judgement.episodes.map(\.visibleFrom) == [day("2026-11-02"), day("2026-11-20")])
    judgement.replace(.pupil(id(2)), with: Judgement())
    #expect(judgement.episodes.count == 1)
  }

  @Test("No rule asks anything about an empty dossier", arguments: Rule.all.map(\.id))
  func emptyDossier(rule: RuleID) throws {
    let engine = RuleEngine(book: try ReferenceData.ruleBook(), rules: Rule.all.filter { $0.id == rule })
    let scope = engine.scope(of: SampleSchool.school(), until: day("2027-07-31"))
    #expect(engine.judge(Dossier(id: pupilID), in: scope) == Judgement())
  }

  @Test("Of a pupil who is at school and no more nothing is asked; a rule that always asks is seen")
  func bareDossier() throws {
    let book = try ReferenceData.ruleBook()
    func asked(_ rules: [Rule], level: String?) throws -> Set<RuleID> {
      let engine = RuleEngine(book: book, rules: rules)
      let scope = engine.scope(of: SampleSchool.school(), until: day("2027-07-31"))
      var dossier = Dossier(id: pupilID)
      for name in SectionName.allCases { dossier[name] = .value(.object([:])) }
      let levels = level.map {
        """
        , "ondersteuningsniveaus": [{"id": "\(id(5))", "niveau": "\($0)", "van": "2026-09-07"}]
        """
      }
      dossier[.pupil] = .value(
        try Tree(
          json: """
            {"roepnaam": "Sem", "achternaam": "Bakker", "geboortedatum": "2018-03-14",
             "inschrijvingen": [{"id": "\(id(3))", "soort": "definitief", "van": "2022-03-14"}],
             "groepen": [{"id": "\(id(4))", "groep": "\(id(9))", "leerjaar": 5, "van": "2026-08-01"}]\(levels ?? "")}
            """))
      return Set(engine.judge(dossier, in: scope).episodes.map(\.id.rule))
    }
    #expect(try asked(Rule.all, level: nil) == [])
    // With extra support only what is missing because of it: custody, talks, a plan, notes, a next date, handing over.
    #expect(
      try asked(Rule.all, level: "extraBinnenSop") == [
        "leerling.gezag", "ondersteuning.overleg", "opp.opstellen", "opp.voortgang", "contact.stil",
        "dossier.zonder-datum", "overdracht.leraar",
      ])
    let always = Rule("contact.stil", reads: [.pupil]) { _ in "always" }
    #expect(try asked([always], level: nil) == ["contact.stil"])
  }

  @Test("Every rule stands in the rule book once, and the book has no rule without code")
  func catalogue() throws {
    let book = try ReferenceData.ruleBook()
    let names = Rule.all.map(\.id)
    #expect(names.sorted() == book.ids)
  }
}

extension Rule {
  /// A rule about pupils that marks one episode with what it makes of the dossier.
  fileprivate init(_ id: RuleID, reads: Set<SectionName>, marking: @escaping @Sendable (Dossier) -> String) {
    self.init(
      id, reads: reads,
      judge: .pupil { dossier, _ in
        [
          Episode(
            id: Episode.ID(rule: id, subject: .pupil(dossier.id), mark: marking(dossier)),
            visibleFrom: day("2026-11-23"), proof: [], act: Act(.pupil))
        ]
      })
  }
}
