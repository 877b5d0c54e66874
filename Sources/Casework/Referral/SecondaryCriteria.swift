/// What a check against the criteria of practical or learning-support education comes to.
public enum CriteriaAnswer: String, CaseIterable, Sendable {
  case meets = "voldoet"
  case doesNot = "voldoet niet"
  case unknown = "onbekend"
  /// The criteria are not met, and the made-to-measure route to practical education is open.
  case tailored = "maatwerk mogelijk"
}

/// The answer with every number and step by which it was reached.
public struct CriteriaCheck: Equatable, Sendable {
  public let answer: CriteriaAnswer
  /// Whether the made-to-measure route is open; `no` where there is none.
  public let tailored: YesNoUnknown
  public fileprivate(set) var steps: [ProofStep]

  /// Whether the pupil can go there as far as these facts tell.
  var verdict: YesNoUnknown {
    switch answer {
    case .meets, .tailored: .yes
    // Where the made-to-measure route is open, either outcome leads there.
    case .unknown: tailored == .yes ? .yes : .unknown
    case .doesNot: tailored == .no ? .no : .unknown
    }
  }
}

/// What the made-to-measure route asks besides the check itself.
public struct SecondaryBackground: Equatable, Sendable {
  /// Whether there is a plan.
  public let hasPlan: YesNoUnknown
  /// Whether there is a TLV for special education, primary (SO) or secondary (VSO); one for SBO does not count.
  public let hasSpecialPlacement: YesNoUnknown

  public init(hasPlan: YesNoUnknown, hasSpecialPlacement: YesNoUnknown) {
    self.hasPlan = hasPlan
    self.hasSpecialPlacement = hasSpecialPlacement
  }
}

extension Record<SecondaryCheckFields> {
  private static var practicalRange: ClosedRange<Int> { 55...80 }
  private static var supportRange: ClosedRange<Int> { 75...90 }
  private static var supportRangeWithProblems: ClosedRange<Int> { 91...120 }
  /// What a test of intelligence can give; outside it a typing slip is likelier than a pupil.
  private static var possibleRange: ClosedRange<Int> { 20...200 }

  /// Practical education (§4.3): IQ 55 to 80, and half behind in two domains of which one is a core one.
  public func practicalEducation(_ background: SecondaryBackground) -> CriteriaCheck {
    let iq = judgedIntelligence { Self.practicalRange.contains($0) ? .yes : .no }
    let delay = SubjectDelays(self, steps: ("proTelt", "proTeltNiet")) { $0.isHalfOrMore }
    let isOrdinary = iq.and(delay.isEnough)
    let judged = self.judgedPractical?.known ?? .unknown
    let known = background.hasPlan.or(background.hasSpecialPlacement)
    let isOpen = isOrdinary == .yes ? .no : known.and(iq.or(delay.isEnough)).or(judged)
    var steps = intelligenceSteps("iqPro", iq) + delay.steps
    if isOrdinary != .yes { steps.append(tailoredStep(background, judged, isOpen)) }
    let answer: CriteriaAnswer =
      switch isOrdinary {
      case .yes: .meets
      case .unknown: .unknown
      case .no: isOpen == .yes ? .tailored : .doesNot
      }
    var check = CriteriaCheck(answer: answer, tailored: isOpen, steps: steps)
    if check.verdict == .yes { check.steps.append(ProofStep("zienswijzeMee", at: place("zienswijzen"))) }
    return check
  }

  /// Learning support (§4.4): IQ 75 to 90, or to 120 with social-emotional problems, and a quarter to half behind.
  public func learningSupport() -> CriteriaCheck {
    let problems = self.socialEmotional?.known ?? .unknown
    let iq = judgedIntelligence { value in
      if Self.supportRange.contains(value) { return .yes }
      return Self.supportRangeWithProblems.contains(value) ? problems : .no
    }
    let delay = SubjectDelays(self, steps: ("lwooTelt", "lwooTeltNiet")) { $0.isQuarterToHalf }
    var steps = intelligenceSteps("iqLwoo", iq)
    if let value = possibleIntelligence, Self.supportRangeWithProblems.contains(value) {
      steps.append(
        ProofStep("sociaalEmotioneel", ["antwoord": .text(problems.label)], at: place("sociaalEmotioneel")))
    }
    steps += delay.steps
    if delay.hasCountedHalf { steps.append(ProofStep("preciesDeHelft")) }
    if let value = possibleIntelligence, Self.practicalRange.contains(value), Self.supportRange.contains(value) {
      steps.append(ProofStep("iqOverlap", ["iq": .count(value)]))
    }
    let answer: CriteriaAnswer =
      switch iq.and(delay.isEnough) {
      case .yes: .meets
      case .no: .doesNot
      case .unknown: .unknown
      }
    return CriteriaCheck(answer: answer, tailored: .no, steps: steps)
  }

  private var possibleIntelligence: Int? {
    self.intelligence.flatMap { Self.possibleRange.contains($0) ? $0 : nil }
  }

  private func judgedIntelligence(_ judge: (Int) -> YesNoUnknown) -> YesNoUnknown {
    possibleIntelligence.map(judge) ?? .unknown
  }

  private func intelligenceSteps(_ name: String, _ met: YesNoUnknown) -> [ProofStep] {
    guard let value = self.intelligence else { return [ProofStep("iqOntbreekt", at: place("iq"))] }
    guard possibleIntelligence != nil else {
      return [ProofStep("iqKanNiet", ["iq": .count(value)], at: place("iq"))]
    }
    let step = ProofStep(name, ["iq": .count(value), "uitkomst": .text(met.label)], at: place("iq"))
    guard let day = self.intelligenceOn else { return [step, ProofStep("iqZonderDatum", at: place("iqOp"))] }
    return [step, ProofStep("iqGetest", ["datum": .date(day)], at: place("iqOp"))]
  }

  private func tailoredStep(
    _ background: SecondaryBackground, _ judged: YesNoUnknown, _ isOpen: YesNoUnknown
  ) -> ProofStep {
    ProofStep(
      "maatwerk",
      [
        "opp": .text(background.hasPlan.label), "tlv": .text(background.hasSpecialPlacement.label),
        "aangewezen": .text(judged.label), "uitkomst": .text(isOpen.label),
      ], at: place("aangewezenOpPro"))
  }

  /// Where a field of this check stands.
  func place(_ field: String) -> Act {
    Act(.referral, list: ReferralFields.declared.secondaryChecks.key, record: id, field: field)
  }
}

extension YesNoUnknown {
  func and(_ other: YesNoUnknown) -> YesNoUnknown {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  func or(_ other: YesNoUnknown) -> YesNoUnknown {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }
}
