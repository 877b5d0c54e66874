/// What state a version of the plan is in, which follows from its dates.
public enum PlanState: String, CaseIterable, Sendable {
  case draft = "concept"
  case offered = "aangeboden"
  case established = "vastgesteld"
  case closed = "afgesloten"
}

extension Record<PlanVersionFields> {
  /// The state on a day; nothing before it was drawn up.
  ///
  /// A plan holds on its closing day still (ROD 66b: the last day on which it was active).
  public func state(on day: CivilDate) -> PlanState? {
    if let closedOn = self.closedOn, closedOn < day { return .closed }
    if let establishedOn = self.establishedOn, establishedOn <= day { return .established }
    if let offeredOn = self.offeredOn, offeredOn <= day { return .offered }
    if let drawnUpOn = self.drawnUpOn, drawnUpOn > day { return nil }
    return .draft
  }

  /// Whether its text is locked, whatever the day.
  public var isLocked: Bool { self.establishedOn != nil }

  /// The first day on which it holds, once established.
  public var firstDayInForce: CivilDate? {
    self.establishedOn.map { self.inForceFrom ?? $0 }
  }

  /// Everything that was said to and by this guardian, in the order in which it was answered; what has no day comes first.
  ///
  /// The order in the file means nothing.
  func answers(of guardian: RecordID) -> [PlanAgreement] {
    let records = self.agreements.filter { $0.guardian?.id == guardian }
    return records.count < 2 ? records : records.sorted { $0.wasAnswered(before: $1) }
  }

  /// What was said to and by this guardian; of several records the one answered last.
  public func agreement(of guardian: RecordID) -> PlanAgreement? {
    answers(of: guardian).last
  }

  /// Whether this guardian's last answer on or before the day was a yes, and to the text as it stands.
  public func isAgreed(by guardian: RecordID, on day: CivilDate) -> Bool {
    guard let last = answers(of: guardian).last(where: { $0.answeredOn.map { $0 <= day } ?? false }) else {
      return false
    }
    return last.answer.is(.agreed) && holds(last)
  }

  /// Whether an answer was given to the action part as it stands now.
  ///
  /// An answer without a hash (written by hand, or read from elsewhere) is taken to be about the present text; checking
  /// names it as a finding.
  public func holds(_ agreement: PlanAgreement) -> Bool {
    agreement.textHash.map { $0 == actionPartHash } ?? true
  }

  /// What an answer is bound to; the same for a missing action part as for an empty one.
  public var actionPartHash: String { (self.actionPart ?? ActionPart()).textHash }
}

extension Record<PlanAgreementFields> {
  /// By the day of the answer, then by who answered at all, then by when it was put down.
  fileprivate func wasAnswered(before other: PlanAgreement) -> Bool {
    let mine = self.answeredOn ?? .distantPast
    let theirs = other.answeredOn ?? .distantPast
    if mine != theirs { return mine < theirs }
    if (self.answer == nil) != (other.answer == nil) { return self.answer == nil }
    if let first = madeAt, let second = other.madeAt, first != second { return first < second }
    return id.map { first in other.id.map { first < $0 } ?? false } ?? (other.id != nil)
  }
}

extension Record<ActionPartFields> {
  /// SHA-256 over the action part as compact JSON without its empty members, in lower-case hexadecimal.
  public var textHash: String {
    let filled = members.pairs.filter { pair in
      switch pair.value {
      case .null, .string(""): false
      case .bool, .number, .string, .array, .object: true
      }
    }
    return SHA256.hexadecimal(Tree.object(Members(sorted: filled)).encodedCompact())
  }
}

extension Record<PlanFields> {
  /// The versions that were in force, each for its days: until it was closed or the next one took its place.
  public var inForceHistory: [Spanned<PlanVersionFields>] {
    succession(self.versions, from: { $0.firstDayInForce }, until: { $0.closedOn })
  }

  /// The unbroken stretches of having a plan; a new version that takes over breaks none.
  public var runs: [PlanRun] { PlanRun.all(inForceHistory) }

  public func run(on day: CivilDate) -> PlanRun? {
    runs.first { $0.span.contains(day) }
  }

  /// The version that holds on a day.
  public func versionInForce(on day: CivilDate) -> PlanVersion? {
    inForceHistory.last { $0.span.contains(day) }?.record
  }

  /// The newest version that is being drawn up or waits for the parents on a day, where it is newer than what holds.
  public func openVersion(on day: CivilDate) -> PlanVersion? {
    guard let newest = newestVersion(on: day) else { return nil }
    switch newest.state(on: day) {
    case .draft, .offered: return newest
    case .established, .closed, nil: return nil
    }
  }

  /// The version drawn up last, on or before a day.
  public func newestVersion(on day: CivilDate) -> PlanVersion? {
    inOrder.last { $0.state(on: day) != nil }
  }

  /// The versions as they were drawn up; version 1 is the first.
  public var inOrder: [PlanVersion] {
    self.versions.enumerated()
      .sorted { ($0.element.drawnUpOn ?? .distantPast, $0.offset) < ($1.element.drawnUpOn ?? .distantPast, $1.offset) }
      .map(\.element)
  }

  /// The number by which people know a version.
  public func number(of id: RecordID) -> Int? {
    inOrder.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  public func version(_ id: RecordID) -> PlanVersion? {
    self.versions.first { $0.id == id }
  }
}

/// An unbroken stretch of having a plan, with the versions that followed each other in it.
public struct PlanRun: Hashable, Sendable {
  public let span: DateSpan
  public let versions: [PlanVersion]

  /// The runs that versions in force make together, each in the order of its first day.
  static func all(_ history: [Spanned<PlanVersionFields>]) -> [PlanRun] {
    var result: [PlanRun] = []
    for next in history {
      if let last = result.last, last.span.reaches(next.span) {
        result[result.count - 1] = PlanRun(
          span: DateSpan(from: last.span.from, until: next.span.until), versions: last.versions + [next.record])
      } else {
        result.append(PlanRun(span: next.span, versions: [next.record]))
      }
    }
    return result
  }

  /// The day on which the plan as such was established: that of the first version.
  public var establishedOn: CivilDate? { versions.first?.establishedOn }
}

extension Record<EvaluationFields> {
  /// What an answer to the adjustment is bound to: the action part of the version in which it stands, and where none is
  /// named the adjustment as it is written here.
  public func agreementHash(in plan: Record<PlanFields>) -> String {
    adjustedVersionHash(in: plan) ?? adjustmentHash
  }

  /// Whether an answer was given to the adjustment as it stands now, here or in its version; see
  /// ``Record/holds(_:)`` for an answer without a hash.
  public func holds(_ answer: Record<EvaluationAttendanceFields>, in plan: Record<PlanFields>) -> Bool {
    guard let hash = answer.textHash else { return true }
    return hash == adjustmentHash || hash == adjustedVersionHash(in: plan)
  }

  private func adjustedVersionHash(in plan: Record<PlanFields>) -> String? {
    self.adjustedVersion.flatMap { plan.version($0.id) }?.actionPartHash
  }

  /// SHA-256 over the text of the adjustment, in lower-case hexadecimal.
  private var adjustmentHash: String { SHA256.hexadecimal(Array((self.adjustment ?? "").utf8)) }

  public func attended(_ guardian: RecordID) -> Bool {
    self.attendance.contains { $0.guardian?.id == guardian && $0.attendance.is(.present) }
  }
}

extension Record<ConversationsFields> {
  /// All actions, those from talks and those that stand by themselves.
  public var everyAction: [(action: Action, conversation: Conversation?)] {
    everyAction(with: self.conversations)
  }

  /// The same for whoever has the talks that still stand at hand.
  func everyAction(with talks: [Conversation]) -> [(action: Action, conversation: Conversation?)] {
    var all: [(action: Action, conversation: Conversation?)] = self.actions.map { ($0, nil) }
    for talk in talks {
      for action in talk.actions { all.append((action, talk)) }
    }
    return all
  }
}

extension Record<ActionFields> {
  public func isOpen(on day: CivilDate) -> Bool {
    self.doneOn.map { $0 > day } ?? true
  }
}
