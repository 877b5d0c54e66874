import Casework
import Support

/// An application for a school at random, in plain numbers: days since Monday 1 January 2024.
struct AdmissionScenario: Sendable {
  struct Request: Sendable {
    let asked: Int?
    let before: Int?
    let received: Int?
    let lapsed: Int?
    let isTakenBack: Bool

    /// The first day on which nothing is waited for any more; nothing while it goes on.
    var end: Int? { [before, received, lapsed].compactMap(\.self).min() }
  }

  let status: LegalStatus?
  let received: Int?
  let form: String?
  let requests: [Request]
  let weeks: Int?
  let told: Int?
  let decision: String?
  let decided: Int?

  static func date(_ number: Int) -> CivilDate { NaiveCalendar.monday.adding(days: number) }

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    status = random.pick([.publicSchool, .publicSchool, .privateSchool, .privateSchool, nil])
    let start = Self.start(&random)
    received = random.oneIn(30) ? nil : start
    form = random.oneIn(15) ? random.pick(["mondeling", nil]) : "schriftelijk"
    requests = (0..<random.pick([0, 1, 1, 2, 2, 3])).map { _ in Self.request(&random, from: start) }
    weeks = random.oneIn(2) ? random.int(0...6) : nil
    told = random.oneIn(8) ? nil : start + random.pick([random.int(1...60), random.int(38...48), random.int(45...90)])
    decision = random.oneIn(3) ? random.pick(["toegelaten", "geweigerd", "nietBehandeld", "ingetrokken"]) : nil
    decided = random.oneIn(3) ? start + random.int(0...120) : nil
  }

  /// Half of them so that six or ten weeks, or these and a few days more, end near a holiday.
  private static func start(_ random: inout SeededGenerator) -> Int {
    if random.oneIn(2) { return random.int(0...1600) }
    let ends = NaiveCalendar.numbers.filter { $0 >= 100 && $0 < 1700 }
    return random.pick(ends) - random.pick([42, 42, 70]) - random.int(-3...12)
  }

  private static func request(_ random: inout SeededGenerator, from start: Int) -> Request {
    let asked = start + random.pick([random.int(-4...40), random.int(0...80), random.int(40...46)])
    let end = asked + random.int(0...25)
    let kind = random.int(1...12)
    return Request(
      asked: random.oneIn(15) ? nil : asked, before: kind <= 5 ? end : nil,
      received: kind >= 4 && kind <= 9 ? asked + random.int(0...25) : nil,
      lapsed: kind == 10 || kind == 1 ? end : nil, isTakenBack: random.oneIn(15))
  }

  var tabs: [SectionName: String] {
    func iso(_ number: Int?) -> String? { number.map { Self.date($0).iso } }
    let asked = requests.enumerated().map { number, request in
      let fields: KeyValuePairs = [
        "gevraagdOp": iso(request.asked), "uiterlijk": iso(request.before), "binnenOp": iso(request.received),
        "verlopenOp": iso(request.lapsed),
      ]
      return request.isTakenBack
        ? Tabs.record(UInt64(20 + number), fields, Tabs.withdrawn) : Tabs.record(UInt64(20 + number), fields)
    }
    let extended = weeks.map { ["\"verlengingWeken\": \($0)"] } ?? []
    let application = Tabs.record(
      7,
      [
        "ontvangenOp": iso(received), "vorm": form, "verlengingGemeldOp": iso(told), "besluit": decision,
        "besluitOp": iso(decided),
      ], (extended + ["\"gegevensverzoeken\": [\(asked.joined(separator: ", "))]"]).joined(separator: ", "))
    return [.admission: ApplicationBench.tab(application)]
  }
}
