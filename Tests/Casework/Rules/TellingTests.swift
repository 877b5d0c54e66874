import Casework
import Support
import Testing

private typealias Papers = ConsentPapers

/// Parents know before data go to others (§3.5, 3.6; AVG 13); dates by hand.
@Suite("uitwisseling.informeren")
struct TellingTests {
  private static let mother = Papers.mother
  private static let father = Papers.father

  private func episodes(_ family: String, _ tabs: [SectionName: String]) throws -> [Episode] {
    try RuleBench("uitwisseling.informeren").episodes(tabs.merging([.family: family]) { own, _ in own })
  }

  private func lines(_ disclosure: String, family: String = Papers.both) throws -> [String] {
    try episodes(family, [.consent: Papers.tab([disclosure], [])]).map(\.line)
  }

  private static func told(_ mother: String?, _ father: String?) -> [String] {
    [mother.map { Papers.told(1, Self.mother, $0) }, father.map { Papers.told(2, Self.father, $0) }].compactMap(\.self)
  }

  private static let breach = "2026-11-09 due - last - until - cleared - verlopen erkennen"

  @Test(
    "Done on 9 November: every guardian with custody knew that day at the latest",
    arguments: [
      (told("2026-11-09", "2026-11-09"), []), (told("2026-11-01", "2026-11-10"), [breach]),
      (told("2026-11-01", nil), [breach]), (told(nil, nil), [breach]),
      (told("2026-11-01", nil) + [Papers.told(2, father, nil)], [breach]),
      (told("2026-11-01", nil) + [Papers.takenBack(Papers.told(2, father, "2026-11-01"))], [breach]),
      // Told twice: the first time counts.
      (told("2026-11-01", "2026-11-10") + [Papers.told(3, father, "2026-11-08")], []),
    ])
  func done(told: [String], expected: [String]) throws {
    #expect(try lines(Papers.disclosure(done: "2026-11-09", told: told)) == expected)
  }

  @Test("Whatever the basis, but for Veilig Thuis and an emergency")
  func bases() throws {
    for basis in ["toestemming", "tlv", "overgang", "wettelijkePlicht", nil] {
      #expect(try lines(Papers.disclosure(done: "2026-11-09", basis: basis)) == [Self.breach])
    }
    for basis in ["veiligThuis", "noodgeval"] {
      #expect(
        try lines(Papers.disclosure(done: "2026-11-09", basis: basis))
          == ["2026-11-09 due - last - until - cleared - nu"])
      #expect(
        try lines(Papers.disclosure(planned: "2026-11-09", basis: basis, reason: " "))
          == ["2026-11-09 due - last - until - cleared - nu"])
      #expect(try lines(Papers.disclosure(done: "2026-11-09", basis: basis, reason: "Gevaar thuis.")).isEmpty)
      let told = Self.told("2026-11-09", "2026-11-09")
      #expect(try lines(Papers.disclosure(done: "2026-11-09", basis: basis, told: told)).isEmpty)
    }
    // A reason is no way out for an ordinary exchange.
    #expect(try lines(Papers.disclosure(done: "2026-11-09", reason: "Vergeten.")) == [Self.breach])
  }

  @Test(
    "Custody of the day itself; nobody or unknown is not met",
    arguments: [
      (Papers.motherAlone, []), (Papers.family(father: Papers.custody("ja", until: "2026-11-08")), []),
      (Papers.family(father: Papers.custody("ja", until: "2026-11-09")), [breach]),
      (Papers.family(father: Papers.custody("onbekend")), [breach]), (Papers.family(), [breach]),
      (Papers.family(Papers.guardian(mother, "moeder", Papers.custody("nee"))), [breach]),
    ])
  func custody(family: String, expected: [String]) throws {
    let disclosure = Papers.disclosure(done: "2026-11-09", told: Self.told("2026-11-06", nil))
    #expect(try lines(disclosure, family: family) == expected)
  }

  @Test("Who by a court's decision is told nothing need not be told, while that decision holds")
  func courtLimit() throws {
    func limit(_ kind: String, until: String? = nil) -> String {
      Papers.family(
        Papers.guardian(Self.mother, "moeder"),
        Papers.guardian(
          Self.father, "vader",
          limits: [Papers.object(["id": "\(id(0xC1))", "soort": kind, "van": "2026-01-01", "tot": until])]))
    }
    let disclosure = Papers.disclosure(done: "2026-11-09", told: Self.told("2026-11-06", nil))
    #expect(try lines(disclosure, family: limit("geenInformatie")).isEmpty)
    #expect(try lines(disclosure, family: limit("geenInformatie", until: "2026-11-08")) == [Self.breach])
    #expect(try lines(disclosure, family: limit("nietOphalen")) == [Self.breach])
  }

  // 20 November − 28 days = 23 October.
  @Test(
    "Planned for 20 November: due that day, cleared when the last of them was told",
    arguments: [
      (told(nil, nil), ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared -"]),
      (told("2026-11-02", "2026-11-05"), ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-05"]),
      (told("2026-10-20", "2026-10-23"), []),
    ])
  func planned(told: [String], expected: [String]) throws {
    #expect(try lines(Papers.disclosure(planned: "2026-11-20", told: told)) == expected)
  }

  @Test("Planned and then done before everyone knew: the waiting ends and the breach begins")
  func plannedThenDone() throws {
    let disclosure = Papers.disclosure(
      planned: "2026-11-20", done: "2026-11-18", told: Self.told("2026-11-02", "2026-11-19"))
    #expect(
      try lines(disclosure) == [
        "2026-10-23 due 2026-11-20 last 2026-11-20 until 2026-11-18 cleared -",
        "2026-11-18 due - last - until - cleared - verlopen erkennen",
      ])
    let onTheDay = Papers.disclosure(
      planned: "2026-11-20", done: "2026-11-18", told: Self.told("2026-11-02", "2026-11-18"))
    #expect(try lines(onTheDay) == ["2026-10-23 due 2026-11-20 last 2026-11-20 until - cleared 2026-11-18"])
    #expect(try lines(Papers.takenBack(onTheDay)).isEmpty)
    #expect(try lines(Papers.disclosure()).isEmpty)
  }

  @Test("The plan that goes along with a TLV application, unless it stands among the exchanges too")
  func placement() throws {
    func tlv(_ told: [String]) -> String {
      Papers.object(
        [:], ["tlv": [Papers.object(["id": "\(id(0x60))", "aangevraagdOp": "2026-11-09"], ["oudersIngelicht": told])]])
    }
    #expect(
      try episodes(Papers.both, [.referral: tlv(Self.told("2026-11-06", "2026-11-10"))]).map(\.line) == [Self.breach])
    #expect(try episodes(Papers.both, [.referral: tlv(Self.told("2026-11-06", "2026-11-09"))]).isEmpty)
    let alsoListed = Papers.disclosure(
      done: "2026-11-09", basis: "tlv", told: Self.told("2026-11-09", "2026-11-09"))
    #expect(
      try episodes(Papers.both, [.referral: tlv([]), .consent: Papers.tab([alsoListed], [])]).isEmpty)
    let plannedThen = Papers.disclosure(
      planned: "2026-11-09", done: "2026-11-12", basis: "tlv", told: Self.told("2026-10-01", "2026-10-01"))
    #expect(
      try episodes(Papers.both, [.referral: tlv([]), .consent: Papers.tab([plannedThen], [])]).isEmpty)
    let otherDay = Papers.disclosure(
      done: "2026-11-08", basis: "tlv", told: Self.told("2026-11-08", "2026-11-08"))
    #expect(
      try episodes(Papers.both, [.referral: tlv([]), .consent: Papers.tab([otherDay], [])]).map(\.line)
        == [Self.breach])
    let noDay = Papers.object([:], ["tlv": [Papers.object(["id": "\(id(0x60))"])]])
    #expect(try episodes(Papers.both, [.referral: noDay]).isEmpty)
  }

  @Test("OKR and plan to the next school: seen by the parents on that day at the latest")
  func transfer() throws {
    func sent(report: String?, plan: String?, _ seen: [(RecordID, String)]) -> String {
      let views = seen.enumerated().map { number, view in
        Papers.object(["id": "\(id(UInt64(0x70 + number)))", "ouder": "\(view.0)", "ingezienOp": view.1])
      }
      return Papers.object(
        [:],
        [
          "overdrachten": [
            Papers.object(
              ["id": "\(id(0x61))", "school": "De Eik", "okrVerstuurdOp": report, "oppVerstuurdOp": plan],
              ["oudersInzage": views])
          ]
        ])
    }
    let both = [(Self.mother, "2026-11-06"), (Self.father, "2026-11-09")]
    #expect(
      try episodes(Papers.both, [.transition: sent(report: "2026-11-09", plan: nil, both)]).isEmpty)
    #expect(
      try episodes(Papers.both, [.transition: sent(report: "2026-11-09", plan: "2026-11-09", [])]).map(\.line)
        == [Self.breach])
    // The plan went three days before father saw anything.
    #expect(
      try episodes(Papers.both, [.transition: sent(report: "2026-11-09", plan: "2026-11-06", both)]).map(\.line)
        == ["2026-11-06 due - last - until - cleared - verlopen erkennen"])
    let listed = Papers.disclosure(
      done: "2026-11-09", basis: "overgang", told: Self.told("2026-11-09", "2026-11-09"))
    #expect(
      try episodes(
        Papers.both,
        [.transition: sent(report: "2026-11-09", plan: nil, []), .consent: Papers.tab([listed], [])]
      ).isEmpty)
  }

  @Test("The proof names each guardian with the day, and the title those who were not told")
  func proof() throws {
    let bench = try RuleBench("uitwisseling.informeren")
    let disclosure = Papers.disclosure(
      done: "2026-11-09", told: Self.told("2026-11-06", "2026-11-10"))
    let found = try episodes(Papers.both, [.consent: Papers.tab([disclosure], [])])
    let episode = try #require(found.first)
    #expect(
      try bench.proof(of: episode) == [
        "Op ma 9 nov 2026 gingen gegevens naar kinderarts: observatie.",
        "Moeder is ingelicht op vr 6 nov 2026.", "Vader is pas op di 10 nov 2026 ingelicht.",
      ])
    #expect(try bench.title(of: episode) == "Vooraf niet ingelicht: vader")
    let unknown = try episodes(
      Papers.family(father: Papers.custody("onbekend")),
      [.consent: Papers.tab([Papers.disclosure(done: "2026-11-09", told: Self.told("2026-11-06", nil))], [])])
    #expect(try bench.title(of: try #require(unknown.first)) == "Vooraf ingelicht? Gezag niet bekend")
    #expect(try bench.proof(of: try #require(unknown.first)).last == "Van vader is niet bekend of er gezag is.")
  }

  @Test("After the pupil left, and before the AVG")
  func otherTimes() throws {
    let left =
      #"{"inschrijvingen": [{"id": "\#(id(3))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-31"}]}"#
    let tabs: [SectionName: String] = [
      .pupil: left, .consent: Papers.tab([Papers.disclosure(done: "2026-11-09")], []),
    ]
    #expect(try episodes(Papers.both, tabs).map(\.line) == [Self.breach])
    #expect(try lines(Papers.disclosure(done: "2018-05-24")).isEmpty)
    #expect(try lines(Papers.disclosure(done: "2018-05-25")).count == 1)
  }
}
