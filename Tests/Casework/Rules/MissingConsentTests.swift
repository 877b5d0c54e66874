import Casework
import ReferenceData
import Support
import Testing

private typealias Papers = ConsentPapers

/// No data to others without valid consent (AVG 6 and 7; §3.6, 3.9); every date worked out by hand.
@Suite("toestemming.ontbreekt")
struct MissingConsentTests {
  private static let mother = Papers.mother
  private static let father = Papers.father

  private func episodes(_ family: String, _ disclosures: [String], _ consents: [String]) throws -> [Episode] {
    try RuleBench("toestemming.ontbreekt").episodes([.family: family, .consent: Papers.tab(disclosures, consents)])
  }

  /// What happens when data went out on Monday 9 November 2026: `wet`, `norm` or nothing.
  private func breach(_ consents: [String], family: String = Papers.both) throws -> String {
    let found = try episodes(family, [Papers.disclosure(done: "2026-11-09")], consents)
    #expect(found.count <= 1)
    guard let episode = found.first else { return "niets" }
    #expect(episode.dates == .init(from: "2026-11-09"))
    #expect(episode.floor == .overdue)
    #expect(episode.mustBeAcknowledged)
    return episode.force?.rawValue ?? "wet"
  }

  private static func mothers(_ on: String = "2026-11-02", objections: [String] = []) -> String {
    Papers.consent(1, mother, on: on, objections: objections)
  }

  private static func fathers(_ on: String = "2026-11-02") -> String { Papers.consent(2, father, on: on) }

  @Test(
    "Done: the law asks one guardian with custody, the school's norm every one, on the day itself at the latest",
    arguments: [
      // Nobody; one; both (§3.9; domein §4 "Valid consent").
      ([], "wet"), ([mothers()], "norm"), ([mothers(), fathers()], "niets"),
      // On the day itself still in time, a day later not.
      ([mothers("2026-11-09"), fathers("2026-11-09")], "niets"), ([mothers(), fathers("2026-11-10")], "norm"),
      ([mothers("2026-11-10")], "wet"),
      // Without a date nobody can say that it was before.
      ([Papers.consent(1, mother, on: nil), fathers()], "norm"),
      // Withdrawn on the day counts as withdrawn before; a day later it does not undo what was done (AVG 7 lid 3).
      ([Papers.consent(1, mother, withdrawn: "2026-11-09"), fathers()], "norm"),
      ([Papers.consent(1, mother, withdrawn: "2026-11-10"), fathers()], "niets"),
      ([Papers.consent(1, mother, withdrawn: "2026-11-09")], "wet"),
      // First and last day count.
      ([Papers.consent(1, mother, until: "2026-11-09"), fathers()], "niets"),
      ([Papers.consent(1, mother, until: "2026-11-08"), fathers()], "norm"),
      ([Papers.consent(1, mother, from: "2026-11-09"), fathers()], "niets"),
      ([Papers.consent(1, mother, from: "2026-11-10"), fathers()], "norm"),
      // Taken back as a record: never there.
      ([Papers.takenBack(mothers()), fathers()], "norm"),
      // A consent of nobody is none.
      ([Papers.consent(1, nil), fathers()], "norm"),
    ])
  func done(consents: [String], expected: String) throws {
    #expect(try breach(consents) == expected)
  }

  @Test(
    "A known objection of another guardian stops it, from its day until it was dropped",
    arguments: [
      ("2026-11-09", nil, "wet"), ("2026-11-10", nil, "niets"), ("2026-11-05", "2026-11-09", "niets"),
      ("2026-11-05", "2026-11-10", "wet"), (nil, nil, "wet"),
    ] as [(String?, String?, String)])
  func objections(on: String?, ended: String?, expected: String) throws {
    let objection = Papers.objection(Self.father, on: on, ended: ended)
    #expect(try breach([Self.mothers(objections: [objection]), Self.fathers()]) == expected)
    #expect(
      try breach([Self.mothers(objections: [Papers.takenBack(objection)]), Self.fathers()]) == "niets")
  }

  @Test("Who has no custody cannot object; of whom it is unknown, the objection counts")
  func objectionsByCustody() throws {
    let consents = [Self.mothers(objections: [Papers.objection(Self.father, on: "2026-11-03")])]
    #expect(try breach(consents, family: Papers.motherAlone) == "niets")
    #expect(try breach(consents, family: Papers.family(father: Papers.custody("onbekend"))) == "wet")
    let byNobody = [Self.mothers(objections: [Papers.objection(nil, on: "2026-11-03")])]
    #expect(try breach(byNobody, family: Papers.motherAlone) == "wet")
    // An objection to something else says nothing about this.
    let other = Papers.consent(
      3, Self.mother, party: "GGZ", objections: [Papers.objection(Self.father, on: "2026-11-03")])
    #expect(try breach([Self.mothers(), Self.fathers(), other]) == "niets")
  }

  @Test(
    "Custody of the day itself: the other's ends, begins, is unknown; nobody has it; who gave it had none",
    arguments: [
      (Papers.family(father: Papers.custody("ja", until: "2026-11-08")), "niets"),
      (Papers.family(father: Papers.custody("ja", until: "2026-11-09")), "norm"),
      (Papers.family(father: Papers.custody("ja", from: "2026-11-09")), "norm"),
      (Papers.family(father: Papers.custody("ja", from: "2026-11-10")), "niets"),
      // Unknown is not no: "every guardian" cannot be said; one with custody there is.
      (Papers.family(father: Papers.custody("onbekend")), "norm"),
      (Papers.family(father: Papers.custody(nil)), "norm"),
      (Papers.motherAlone, "niets"),
      (Papers.family(), "wet"),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("onbekend"))), "wet"),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("nee"))), "wet"),
      // She gave it on 2 November; custody from 3 November is too late, from the day itself is not.
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("ja", from: "2026-11-03"))), "wet"),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("ja", from: "2026-11-02"))), "niets"),
      (Papers.family(Papers.guardian(mother, "moeder", died: "2026-11-09")), "wet"),
      (Papers.family(Papers.guardian(mother, "moeder", died: "2026-11-10")), "niets"),
      // The record of father was taken back: he counts for nothing.
      (Papers.family(Papers.guardian(mother, "moeder"), Papers.takenBack(Papers.guardian(father, "vader"))), "niets"),
    ])
  func custody(family: String, expected: String) throws {
    #expect(try breach([Self.mothers()], family: family) == expected)
  }

  @Test("Exactly this party, this purpose and these data: a new one of each asks a new consent")
  func exactly() throws {
    func result(_ consent: String, names: [UInt64] = []) throws -> Bool {
      try episodes(Papers.motherAlone, [Papers.disclosure(done: "2026-11-09", consents: names)], [consent]).isEmpty
    }
    #expect(try result(Papers.consent(1, Self.mother)))
    // Capitals, accents and spaces do not make another party.
    #expect(
      try result(Papers.consent(1, Self.mother, party: " Kinderarts ", purpose: "CONCENTRÁTIE", data: "Observatie")))
    #expect(try !result(Papers.consent(1, Self.mother, party: "kinderarts Waterveen"), names: [1]))
    #expect(try !result(Papers.consent(1, Self.mother, purpose: "medicijnen"), names: [1]))
    #expect(try !result(Papers.consent(1, Self.mother, data: "observatie en toetsen")))
    // Somebody saw that these data are among those.
    #expect(try result(Papers.consent(1, Self.mother, data: "observatie en toetsen"), names: [1]))
    #expect(try !result(Papers.consent(1, Self.mother, data: "observatie en toetsen"), names: [2]))
    for consent in [
      Papers.consent(1, Self.mother, party: nil), Papers.consent(1, Self.mother, purpose: "  "),
      Papers.consent(1, Self.mother, data: nil),
    ] {
      #expect(try !result(consent, names: [1]))
    }
  }

  @Test("An exchange without a party is for nobody who was consented to")
  func withoutParty() throws {
    let found = try episodes(
      Papers.motherAlone, [Papers.disclosure(done: "2026-11-09", party: nil)],
      [Papers.consent(1, Self.mother, party: nil)])
    #expect(found.map(\.dates) == [.init(from: "2026-11-09")])
  }

  // 20 November − 28 days = 23 October: in sight from four weeks before.
  @Test(
    "Planned for Friday 20 November: in sight from 23 October, until consent is there",
    arguments: [
      ([], ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared -"]),
      ([Papers.consent(1, mother, on: "2026-10-22")], []),
      ([Papers.consent(1, mother, on: "2026-10-23")], []),
      (
        [Papers.consent(1, mother, on: "2026-10-24")],
        ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-10-24"]
      ),
      // After the planned day, with nothing done yet: it is in order from the day of the consent.
      (
        [Papers.consent(1, mother, on: "2026-11-25")],
        ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-25"]
      ),
      // It must hold on the planned day, not only on the day it was given.
      (
        [Papers.consent(1, mother, on: "2026-10-01", until: "2026-11-19")],
        ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared -"]
      ),
      // It held on the planned day; passed undone, it is asked again from the day after it ended.
      (
        [Papers.consent(1, mother, on: "2026-10-01", until: "2026-11-24")],
        ["2026-11-25 due 2026-11-20 last 2026-11-20 until - cleared -"]
      ),
      // Withdrawn on 9 November, which nobody knew before.
      (
        [Papers.consent(1, mother, on: "2026-11-02", withdrawn: "2026-11-09")],
        [
          "2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-02",
          "2026-11-09 due 2026-11-20 last 2026-11-20 until - cleared -",
        ]
      ),
    ])
  func planned(consents: [String], expected: [String]) throws {
    let found = try episodes(Papers.motherAlone, [Papers.disclosure(planned: "2026-11-20")], consents)
    #expect(found.map(\.line) == expected)
  }

  @Test("Planned: first the law, then what is left for the norm; two episodes, each with its own force")
  func lawThenNorm() throws {
    let consents = [Papers.consent(1, Self.mother, on: "2026-11-02"), Papers.consent(2, Self.father, on: "2026-11-10")]
    let found = try episodes(Papers.both, [Papers.disclosure(planned: "2026-11-20")], consents)
    #expect(
      found.map(\.line) == [
        "2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-02",
        "2026-11-02 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-10 norm",
      ])
    #expect(Set(found.map(\.id)).count == 2)
    // Mother withdraws while father had said nothing: what was a matter of the norm becomes one of the law.
    let worse = try episodes(
      Papers.both, [Papers.disclosure(planned: "2026-11-20")],
      [Papers.consent(1, Self.mother, on: "2026-10-01", withdrawn: "2026-11-09")])
    #expect(
      worse.map(\.line) == [
        "2026-10-23 due 2026-11-20 last 2026-11-20 until 2026-11-09 cleared - norm",
        "2026-11-09 due 2026-11-20 last 2026-11-20 until - cleared -",
      ])
  }

  @Test("Custody that changes before the planned day changes who is asked, as it is on that day")
  func plannedCustody() throws {
    let family = Papers.family(father: Papers.custody("ja", from: "2026-11-21"))
    let consents = [Papers.consent(1, Self.mother, on: "2026-10-01")]
    #expect(
      try episodes(family, [Papers.disclosure(planned: "2026-11-20")], consents).map(\.line)
        == ["2026-11-21 due 2026-11-20 last 2026-11-20 until - cleared - norm"])
    #expect(
      try episodes(family, [Papers.disclosure(planned: "2026-11-21")], consents).map(\.line)
        == ["2026-10-24 due 2026-11-21 last 2026-11-21 until - cleared - norm"])
  }

  @Test("Done as planned: with consent of that very day it is cleared; without, waiting ends and the breach begins")
  func plannedThenDone() throws {
    let disclosure = Papers.disclosure(planned: "2026-11-20", done: "2026-11-18")
    #expect(
      try episodes(Papers.motherAlone, [disclosure], [Papers.consent(1, Self.mother, on: "2026-11-18")]).map(\.line)
        == ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-18"])
    #expect(
      try episodes(Papers.motherAlone, [disclosure], [Papers.consent(1, Self.mother, on: "2026-11-19")]).map(\.line)
        == [
          "2026-10-23 due 2026-11-20 last 2026-11-20 until 2026-11-18 cleared -",
          "2026-11-18 due - last - until - cleared - verlopen erkennen",
        ])
    let withdrawn = Papers.takenBack(disclosure)
    #expect(try episodes(Papers.motherAlone, [withdrawn], []).isEmpty)
    #expect(try episodes(Papers.motherAlone, [Papers.disclosure()], []).isEmpty)
  }

  @Test("Only exchanges that rest on consent; without a basis on record nothing else carries it")
  func basis() throws {
    for basis in ["tlv", "overgang", "wettelijkePlicht", "veiligThuis", "noodgeval"] {
      #expect(try episodes(Papers.both, [Papers.disclosure(done: "2026-11-09", basis: basis)], []).isEmpty)
    }
    let bench = try RuleBench("toestemming.ontbreekt")
    let found = try episodes(Papers.both, [Papers.disclosure(done: "2026-11-09", basis: nil)], [])
    let proof = try bench.proof(of: try #require(found.first))
    #expect(proof.contains("Er staat geen grondslag bij. Dan telt alleen toestemming."))
  }

  @Test("The AVG holds from 25 May 2018")
  func law() throws {
    func count(_ day: String) throws -> Int {
      try episodes(Papers.both, [Papers.disclosure(done: day)], []).count
    }
    #expect(try count("2018-05-24") == 0)
    #expect(try count("2018-05-25") == 1)
  }

  @Test("A school whose norm is the law itself is content with one guardian, and still stops at an objection")
  func ownNorm() throws {
    var school = SampleSchool.school()
    school.record.members["normen"] = try Tree(
      json: #"[{"id": "\#(id(7))", "norm": "toestemming.elkeOuder", "waarde": 0}]"#)
    let bench = try RuleBench("toestemming.ontbreekt", school: school)
    func found(_ consents: String...) throws -> [Episode] {
      try bench.episodes([
        .family: Papers.both, .consent: Papers.tab([Papers.disclosure(done: "2026-11-09")], consents),
      ])
    }
    #expect(try found(Self.mothers()).isEmpty)
    #expect(try found().map(\.force) == [nil])
    #expect(try found(Self.mothers(objections: [Papers.objection(Self.father, on: "2026-11-03")])).count == 1)
  }

  @Test("A breach of the norm alone can be put off; one of the law cannot")
  func puttingOff() throws {
    let book = try RuleBench.book()
    let calendar = TeachingCalendar(SampleSchool.school())
    for (consents, stays) in [([Self.mothers()], false), ([], true)] {
      let found = try episodes(Papers.both, [Papers.disclosure(done: "2026-11-09")], consents)
      let episode = try #require(found.first)
      var putOff = Record<PutOffFields>(to: episode.id)
      putOff.id = id(9)
      putOff.kind = Choice(.putOff)
      putOff.on = day("2026-11-20")
      putOff.until = day("2026-12-01")
      let agenda = Agenda(episodes: found, book: book, calendar: calendar, putOffs: [episode.id: [putOff]])
      #expect(agenda.signals(on: day("2026-11-23")).isEmpty == !stays)
      let plain = Agenda(episodes: found, book: book, calendar: calendar)
      #expect(plain.signals(on: day("2026-11-23")).map(\.force) == [stays ? .statute : .norm])
    }
  }

  @Test("After the pupil left it still shows")
  func departure() throws {
    let left =
      #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-31"}]}"#
    let tabs: [SectionName: String] = [
      .pupil: left, .family: Papers.both, .consent: Papers.tab([Papers.disclosure(done: "2026-11-09")], []),
    ]
    #expect(try RuleBench("toestemming.ontbreekt").episodes(tabs).map(\.dates) == [.init(from: "2026-11-09")])
  }

  @Test("The proof tells each guardian's part, what does not count and why, and where it stands")
  func proof() throws {
    let bench = try RuleBench("toestemming.ontbreekt")
    let family = Papers.family(
      Papers.guardian(Self.mother, "moeder"), Papers.guardian(Self.father, "vader"),
      Papers.guardian(id(0xA3), "oma", Papers.custody("onbekend")))
    let found = try episodes(
      family, [Papers.disclosure(done: "2026-11-09")],
      [
        Self.mothers("2026-11-05", objections: [Papers.objection(Self.father, on: "2026-11-06")]),
        Papers.consent(2, Self.father, party: "GGZ"),
        Papers.consent(3, Self.father, on: "2026-10-01", withdrawn: "2026-11-06"),
      ])
    let episode = try #require(found.first)
    #expect(
      try bench.proof(of: episode) == [
        "Op ma 9 nov 2026 gingen deze gegevens naar kinderarts: observatie. Doel: concentratie.",
        "Moeder gaf toestemming op do 5 nov 2026.",
        "Vader trok de toestemming in op vr 6 nov 2026.",
        "Vader maakte bezwaar op vr 6 nov 2026. Dat is niet vervallen.",
        "Van oma is niet bekend of er gezag is.",
        "De wet vraagt toestemming van ten minste één ouder met gezag, zonder bezwaar van een ander. Die is er niet.",
      ])
    #expect(
      episode.proof.map { $0.place?.record }
        == [id(0x50), id(1), id(3), id(1), id(0xA3), nil])
    #expect(try bench.title(of: episode) == "Zonder toestemming gegevens naar kinderarts")
  }
}
