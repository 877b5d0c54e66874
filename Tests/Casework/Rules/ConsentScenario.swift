import Casework
import Support

/// Guardians, consents and exchanges at random, as plain numbers: days are counted from 1 September 2026, guardians, parties,
/// purposes and data from 0.
struct ConsentScenario {
  static let dayCount = 120
  static let firstDay = day("2026-09-01")

  /// One stretch of custody; nothing on record where there is none.
  struct Custody {
    let answer: String
    let from: Int?
    let until: Int?
  }

  struct Objection {
    let guardian: Int?
    let on: Int?
    let ended: Int?
    let isTakenBack: Bool
  }

  struct Consent {
    let guardian: Int?
    let given: Int?
    let from: Int?
    let until: Int?
    let withdrawn: Int?
    let party: Int?
    let purpose: Int?
    let data: Int?
    let objections: [Objection]
    let isTakenBack: Bool
  }

  struct Exchange {
    let planned: Int?
    let done: Int?
    let party: Int?
    let purpose: Int?
    let data: Int?
    let basis: String?
    /// The numbers of the consents that it names.
    let names: [Int]
    let isTakenBack: Bool
  }

  let guardians: [Custody?]
  let consents: [Consent]
  let exchanges: [Exchange]
  let asksEveryGuardian: Bool

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let many = random.int(0...9) == 0 ? 0 : random.int(1...3)
    guardians = (0..<many).map { _ in Self.custody(&random) }
    consents = (0..<random.int(0...5)).map { _ in Self.consent(&random, guardians: many) }
    exchanges = (0..<random.int(1...2)).map { _ in Self.exchange(&random) }
    asksEveryGuardian = !random.oneIn(3)
  }

  static func date(_ number: Int) -> CivilDate { firstDay.adding(days: number) }
}

// MARK: - Making one up

extension ConsentScenario {
  private static func some(_ random: inout SeededGenerator, _ range: ClosedRange<Int>, oneIn count: Int) -> Int? {
    random.oneIn(count) ? random.int(range) : nil
  }

  private static func custody(_ random: inout SeededGenerator) -> Custody? {
    if random.oneIn(12) { return nil }
    let answer = random.pick(["ja", "ja", "ja", "ja", "nee", "onbekend"])
    let from = some(&random, 0...80, oneIn: 5)
    let until = some(&random, 30...119, oneIn: 5)
    if let from, let until, until < from { return Custody(answer: answer, from: from, until: nil) }
    return Custody(answer: answer, from: from, until: until)
  }

  private static func consent(_ random: inout SeededGenerator, guardians: Int) -> Consent {
    func word() -> Int? { random.oneIn(20) ? nil : random.oneIn(6) ? 1 : 0 }
    let objections = random.oneIn(5) ? [objection(&random, guardians: guardians)] : []
    return Consent(
      guardian: guardians == 0 || random.oneIn(20) ? nil : random.int(0...guardians - 1),
      given: random.oneIn(20) ? nil : random.int(0...90), from: some(&random, 0...100, oneIn: 6),
      until: some(&random, 20...119, oneIn: 4), withdrawn: some(&random, 10...119, oneIn: 6), party: word(),
      purpose: word(), data: word(), objections: objections, isTakenBack: random.oneIn(15))
  }

  private static func objection(_ random: inout SeededGenerator, guardians: Int) -> Objection {
    Objection(
      guardian: guardians == 0 || random.oneIn(8) ? nil : random.int(0...guardians - 1),
      on: random.oneIn(6) ? nil : random.int(0...110), ended: some(&random, 0...119, oneIn: 3),
      isTakenBack: random.oneIn(8))
  }

  private static func exchange(_ random: inout SeededGenerator) -> Exchange {
    let planned = random.oneIn(3) ? nil : random.int(10...100)
    let done = random.oneIn(2) ? random.int(10...110) : nil
    return Exchange(
      planned: planned, done: done, party: random.oneIn(15) ? nil : 0, purpose: random.oneIn(15) ? nil : 0,
      data: random.oneIn(4) ? 1 : 0,
      basis: random.oneIn(10) ? nil : random.oneIn(10) ? "wettelijkePlicht" : "toestemming",
      names: random.oneIn(3) ? [random.int(0...4)] : [], isTakenBack: random.oneIn(20))
  }
}

// MARK: - The same as the files of a dossier

extension ConsentScenario {
  static func exchangeID(_ number: Int) -> RecordID { id(UInt64(500 + number)) }
  private static func consentID(_ number: Int) -> RecordID { id(UInt64(600 + number)) }
  private static func guardianID(_ number: Int?) -> RecordID? { number.map { id(UInt64(700 + $0)) } }
  private static func iso(_ number: Int?) -> String? { number.map { date($0).iso } }
  private static func word(_ kind: String, _ number: Int?) -> String? { number.map { "\(kind) \($0)" } }
  private static func kept(_ record: String, _ isTakenBack: Bool) -> String {
    isTakenBack ? ConsentPapers.takenBack(record) : record
  }

  var tabs: [SectionName: String] {
    let family = guardians.enumerated().map { number, custody in
      ConsentPapers.object(
        ["id": "\(id(UInt64(700 + number)))", "naam": "ouder \(number)", "soort": "ouder"],
        [
          "gezag": custody.map {
            [ConsentPapers.custody($0.answer, from: Self.iso($0.from), until: Self.iso($0.until))]
          }
            ?? []
        ])
    }
    return [
      .family: ConsentPapers.object([:], ["ouders": family]),
      .consent: ConsentPapers.tab(exchanges.indices.map(file(ofExchange:)), consents.indices.map(file(ofConsent:))),
    ]
  }

  private func file(ofExchange number: Int) -> String {
    let it = exchanges[number]
    let record = ConsentPapers.object(
      [
        "id": "\(Self.exchangeID(number))", "geplandOp": Self.iso(it.planned), "gegevenOp": Self.iso(it.done),
        "partij": Self.word("partij", it.party), "doel": Self.word("doel", it.purpose),
        "gegevens": Self.word("gegevens", it.data), "grondslag": it.basis,
      ], ["toestemmingen": it.names.map { "\"\(Self.consentID($0))\"" }])
    return Self.kept(record, it.isTakenBack)
  }

  private func file(ofConsent number: Int) -> String {
    let it = consents[number]
    let objections = it.objections.enumerated().map { place, objection in
      Self.kept(
        ConsentPapers.object([
          "id": "\(id(UInt64(800 + place)))", "ouder": Self.guardianID(objection.guardian).map { "\($0)" },
          "datum": Self.iso(objection.on), "vervallenOp": Self.iso(objection.ended),
        ]), objection.isTakenBack)
    }
    let record = ConsentPapers.object(
      [
        "id": "\(Self.consentID(number))", "ouder": Self.guardianID(it.guardian).map { "\($0)" },
        "gegevenOp": Self.iso(it.given), "partij": Self.word("partij", it.party), "doel": Self.word("doel", it.purpose),
        "gegevens": Self.word("gegevens", it.data), "van": Self.iso(it.from), "tot": Self.iso(it.until),
        "ingetrokkenOp": Self.iso(it.withdrawn), "vorm": "schriftelijk",
      ], ["bezwaren": objections])
    return Self.kept(record, it.isTakenBack)
  }
}
