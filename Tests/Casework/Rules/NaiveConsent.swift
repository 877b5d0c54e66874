/// What the agenda should say of each exchange on each day, walked through a day at a time from what domein.md says alone:
/// what happens on a day is taken into the books, and then it is looked whether the exchange is in order.
struct NaiveConsent {
  /// What is asked on a day.
  enum Say: String {
    case nothing = "-"
    /// Planned, and the law is not met; planned, and only the norm is not.
    case law = "wet"
    case norm = "norm"
    /// Done without.
    case brokenLaw = "wet!"
    case brokenNorm = "norm!"
  }

  /// A reckoner that gets one thing wrong, to show that the comparison finds it.
  enum Mistake: CaseIterable {
    case objectionsDoNotMatter, lastDayDoesNotCount, unknownCustodyIsNone, purposeDoesNotMatter
    case anyoneMayConsent, withdrawalCountsTheNextDay, oneGuardianIsEnough, plannedDayDoesNotMatter
  }

  private let scenario: ConsentScenario
  private let mistake: Mistake?
  /// The books: consents given by someone with custody, consents withdrawn, objections made and dropped, by number.
  private var given: Set<Int> = []
  private var withdrawn: Set<Int> = []
  private var made: Set<[Int]> = []
  private var dropped: Set<[Int]> = []
  /// For each exchange what is said, a day after the other.
  private(set) var said: [[Say]]

  init(_ scenario: ConsentScenario, mistake: Mistake? = nil) {
    self.scenario = scenario
    self.mistake = mistake
    said = scenario.exchanges.map { _ in [] }
    for day in 0..<ConsentScenario.dayCount {
      book(day)
      for number in scenario.exchanges.indices { said[number].append(say(number, on: day)) }
    }
  }

  /// Takes into the books what happens on a day; what has no date happened before the first one, or never.
  private mutating func book(_ day: Int) {
    for (number, consent) in scenario.consents.enumerated() where !consent.isTakenBack {
      if consent.given == day, mistake == .anyoneMayConsent || custody(of: consent.guardian, on: day) == "ja" {
        given.insert(number)
      }
      let withdrawal = consent.withdrawn.map { mistake == .withdrawalCountsTheNextDay ? $0 + 1 : $0 }
      if withdrawal == day { withdrawn.insert(number) }
      for (place, objection) in consent.objections.enumerated() where !objection.isTakenBack {
        if (objection.on ?? 0) == day { made.insert([number, place]) }
        if objection.ended == day { dropped.insert([number, place]) }
      }
    }
  }

  private mutating func say(_ number: Int, on day: Int) -> Say {
    let exchange = scenario.exchanges[number]
    guard !exchange.isTakenBack, exchange.basis != "wettelijkePlicht" else { return .nothing }
    if let done = exchange.done, day > done { return said[number].last ?? .nothing }
    if exchange.done == day {
      let lack = lack(exchange, on: day)
      return lack == .law ? .brokenLaw : lack == .norm ? .brokenNorm : .nothing
    }
    guard let planned = exchange.planned, day >= planned - 28 else { return .nothing }
    return lack(exchange, on: mistake == .plannedDayDoesNotMatter ? day : Swift.max(day, planned))
  }

  /// What is wanting for an exchange on a day, by the books of today.
  private func lack(_ exchange: ConsentScenario.Exchange, on day: Int) -> Say {
    let about = scenario.consents.indices.filter { isAbout(exchange, $0) }
    if mistake != .objectionsDoNotMatter {
      for number in about {
        for (place, objection) in scenario.consents[number].objections.enumerated()
        where made.contains([number, place]) && !dropped.contains([number, place]) {
          if custody(of: objection.guardian, on: day) != "nee" { return .law }
        }
      }
    }
    var yes = 0
    var silent = 0
    var unsure = 0
    for guardian in scenario.guardians.indices {
      switch custody(of: guardian, on: day) {
      case "ja":
        let hasConsented = about.contains { number in
          scenario.consents[number].guardian == guardian && given.contains(number) && !withdrawn.contains(number)
            && holds(scenario.consents[number], on: day)
        }
        if hasConsented { yes += 1 } else { silent += 1 }
      case "nee": continue
      default: unsure += 1
      }
    }
    if yes == 0 { return .law }
    if mistake == .unknownCustodyIsNone { unsure = 0 }
    let asksAll = scenario.asksEveryGuardian && mistake != .oneGuardianIsEnough
    return asksAll && silent + unsure > 0 ? .norm : .nothing
  }

  /// For exactly this party, this purpose and these data; the data are also these where the exchange names the consent.
  private func isAbout(_ exchange: ConsentScenario.Exchange, _ number: Int) -> Bool {
    let consent = scenario.consents[number]
    guard !consent.isTakenBack, let party = consent.party, let purpose = consent.purpose, let data = consent.data else {
      return false
    }
    let samePurpose = purpose == exchange.purpose || mistake == .purposeDoesNotMatter
    return party == exchange.party && samePurpose && (data == exchange.data || exchange.names.contains(number))
  }

  private func holds(_ consent: ConsentScenario.Consent, on day: Int) -> Bool {
    if let from = consent.from, day < from { return false }
    guard let until = consent.until else { return true }
    return mistake == .lastDayDoesNotCount ? day < until : day <= until
  }

  /// Beyond a stretch with custody there is none; beyond one without, or without a record, nobody knows.
  private func custody(of guardian: Int?, on day: Int) -> String {
    guard let guardian, let custody = scenario.guardians[guardian] else { return "onbekend" }
    let isWithin = custody.from.map { day >= $0 } ?? true && custody.until.map { day <= $0 } ?? true
    return isWithin ? custody.answer : custody.answer == "ja" ? "nee" : "onbekend"
  }
}
