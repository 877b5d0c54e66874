/// How far behind a pupil is in one domain: 1 - DLE/DL (Inrichtingsbesluit WVO 15d lid 3), compared in whole months.
struct LearningDelay: Equatable {
  let reached: Int
  let had: Int

  /// Nothing for numbers that cannot be months of schooling.
  init?(reached: Int, had: Int) {
    guard (0...120).contains(reached), (1...120).contains(had) else { return nil }
    self.reached = reached
    self.had = had
  }

  private var lost: Int { had - reached }
  /// At least 0.5: practical education.
  var isHalfOrMore: Bool { 2 * lost >= had }
  /// Exactly 0.5, of which the source does not say whether it counts for learning support.
  var isHalf: Bool { 2 * lost == had }
  /// 0.25 to 0.5, both included: learning support.
  var isQuarterToHalf: Bool { 4 * lost >= had && 2 * lost <= had }

  /// `0,483`: cut off after three decimals, so that it never seems to reach a limit that it does not; never below 0.
  var decimal: String {
    let thousandths = max(0, lost) * 1000 / had
    let decimals = String(thousandths % 1000)
    return "\(thousandths / 1000)," + String(repeating: "0", count: 3 - decimals.count) + decimals
  }
}

/// Whether two domains lag behind far enough, one of them a core one; what was not measured could still do so.
struct SubjectDelays {
  let isEnough: YesNoUnknown
  /// A line for each domain, then what they come to.
  let steps: [ProofStep]
  /// Whether one that counts is behind by exactly half.
  let hasCountedHalf: Bool

  /// Judges a check; `names` are the sentences for a domain that counts and for one that does not.
  init(_ check: SecondaryCheck, steps names: (counts: String, not: String), counts: (LearningDelay) -> Bool) {
    var lagging: [LearningDomain] = []
    var open: [LearningDomain] = []
    var steps: [ProofStep] = []
    var hasHalf = false
    for domain in LearningDomain.allCases {
      switch check.latest(domain) {
      case .missing: steps.append(ProofStep("vakOnbekend", ["vak": .text(domain.label)], at: check.place("domeinen")))
      case .contradicting:
        steps.append(ProofStep("vakTegenspraak", ["vak": .text(domain.label)], at: check.place("domeinen")))
      case .measured(let delay, let day):
        if counts(delay) { lagging.append(domain) }
        hasHalf = hasHalf || (counts(delay) && delay.isHalf)
        steps.append(
          check.step(counts(delay) ? names.counts : names.not, domain, delay, day))
        continue
      }
      open.append(domain)
    }
    let possible = lagging + open
    isEnough = Self.isEnough(lagging) ? .yes : Self.isEnough(possible) ? .unknown : .no
    hasCountedHalf = hasHalf
    self.steps =
      steps + [ProofStep("vakken", ["aantal": .count(lagging.count), "uitkomst": .text(isEnough.label)])]
  }

  private static func isEnough(_ domains: [LearningDomain]) -> Bool {
    domains.count >= 2 && domains.contains(where: \.isCore)
  }
}

/// What the measurements of one domain come to.
private enum DomainState {
  case missing
  /// Two of the same day with other months.
  case contradicting
  case measured(LearningDelay, CivilDate?)
}

extension Record<SecondaryCheckFields> {
  /// The last measurement of a domain; one without a day comes before all others.
  fileprivate func latest(_ domain: LearningDomain) -> DomainState {
    let all = self.domains.filter { $0.domain.is(domain) }
    guard let last = all.map({ $0.on ?? .distantPast }).max() else { return .missing }
    let delays = all.filter { ($0.on ?? .distantPast) == last }.map { result in
      result.reached.flatMap { reached in result.had.flatMap { LearningDelay(reached: reached, had: $0) } }
    }
    guard let first = delays.first, let delay = first else { return .missing }
    return delays.allSatisfy { $0 == first } ? .measured(delay, last == .distantPast ? nil : last) : .contradicting
  }

  fileprivate func step(_ name: String, _ domain: LearningDomain, _ delay: LearningDelay, _ day: CivilDate?)
    -> ProofStep
  {
    let numbers: ProofValues = [
      "vak": .text(domain.label), "dle": .count(delay.reached), "dl": .count(delay.had),
      "achterstand": .text(delay.decimal), "meting": .text(day.map { $0.dutch(.full) } ?? "geen datum"),
    ]
    return ProofStep(name, numbers, at: place("domeinen"))
  }
}
