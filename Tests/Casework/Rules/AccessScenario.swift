import Casework
import Support

/// A request to see the dossier at random, in plain numbers: days since Monday 1 January 2024.
struct AccessScenario: Sendable {
  /// One stretch of custody; nothing on record where there is none.
  struct Custody: Sendable {
    let answer: String
    let from: Int?
    let until: Int?
  }

  enum Asker: Sendable {
    case guardian(Custody?), someoneElse
  }

  let asker: Asker
  let received: Int?
  let told: Int?
  let reason: String?
  let given: Int?
  let refused: Int?
  let refusal: String?
  let refusalText: String?
  let factsGiven: Int?
  let isTakenBack: Bool

  static func date(_ number: Int) -> CivilDate { NaiveCalendar.monday.adding(days: number) }

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let start = Self.start(&random)
    func answered(oneIn count: Int) -> Int? { random.oneIn(count) ? start + random.int(0...130) : nil }
    received = random.oneIn(30) ? nil : start
    told = random.oneIn(2) ? start + random.pick([random.int(0...60), random.int(27...35)]) : nil
    reason = random.pick(["veel stukken", "veel stukken", "veel stukken", "  ", nil])
    given = answered(oneIn: 3)
    refused = answered(oneIn: 3)
    refusal = random.pick(["geenGezag", "geenGezag", "belangKind", nil])
    refusalText = random.pick(["zie de brief", " ", nil])
    factsGiven = answered(oneIn: 4)
    isTakenBack = random.oneIn(25)
    asker = random.oneIn(6) ? .someoneElse : .guardian(Self.custody(&random, near: start))
  }

  /// Most of them so that a month or three months end near a holiday, or begin near the end of January, March or October.
  private static func start(_ random: inout SeededGenerator) -> Int {
    if random.oneIn(5) { return random.pick([29, 89, 303]) + random.int(-2...3) + 365 * random.int(0...3) }
    if random.oneIn(2) { return random.int(0...1650) }
    let ends = NaiveCalendar.numbers.filter { $0 >= 100 && $0 < 1700 }
    return random.pick(ends) - random.pick([29, 30, 31, 90, 91, 92]) - random.int(-2...3)
  }

  private static func custody(_ random: inout SeededGenerator, near start: Int) -> Custody? {
    if random.oneIn(10) { return nil }
    let from = random.oneIn(4) ? start + random.int(-20...80) : nil
    let until = random.oneIn(4) ? (from ?? start) + random.int(0...80) : nil
    return Custody(answer: random.pick(["ja", "ja", "nee", "onbekend"]), from: from, until: until)
  }

  var tabs: [SectionName: String] {
    func iso(_ number: Int?) -> String? { number.map { Self.date($0).iso } }
    var custody: [String] = []
    var guardian: String?
    if case .guardian(let record) = asker {
      guardian = "\(ConsentPapers.mother)"
      custody = record.map { [ConsentPapers.custody($0.answer, from: iso($0.from), until: iso($0.until))] } ?? []
    }
    let family = ConsentPapers.object(
      ["id": "\(ConsentPapers.mother)", "naam": "moeder", "soort": "ouder"], ["gezag": custody])
    let request = ConsentPapers.object([
      "id": "\(id(0x42))", "ontvangenOp": iso(received), "ouder": guardian, "naam": guardian == nil ? "oma" : nil,
      "verlengingGemeldOp": iso(told), "verlengingReden": reason, "gegevenOp": iso(given), "geweigerdOp": iso(refused),
      "weigering": refusal, "weigeringUitleg": refusalText, "feitenGegevenOp": iso(factsGiven),
    ])
    return [
      .family: ConsentPapers.object([:], ["ouders": [family]]),
      .consent: ConsentPapers.object(
        [:], ["inzageverzoeken": [isTakenBack ? ConsentPapers.takenBack(request) : request]]),
    ]
  }
}
