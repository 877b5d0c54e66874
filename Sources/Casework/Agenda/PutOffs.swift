/// A file of answers to signals, by episode; whose signals they are follows from its place (``PutOffHome``).
public struct PutOffsFields: RecordFields {
  public static let declared = PutOffsFields()
  public static let name = "uitstel"
  public static let title = "Uitstel"

  public let putOffs = ListField<PutOffFields>("uitstel", "Antwoorden op signalen")
}

/// One answer to a signal: put off, seen, or outside the school's power.
public struct PutOffFields: RecordFields {
  public static let declared = PutOffFields()
  public static let name = "uitgesteld"
  public static let title = "Uitstel"

  public let rule = Field<String>("regel", "Regel", .required)
  public let records = Field<[Reference<ToRecord>]>("over", "Waarover")
  public let mark = Field<String>("kenmerk", "Kenmerk")
  public let kind = Field<Choice<PutOffKind>>("soort", "Soort", .required)
  public let reason = Field<String>("reden", "Reden", [.required, .long])
  public let on = Field<CivilDate>("vanaf", "Vanaf", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Komt terug op", hint: "Bij buiten onze macht: de dag van de volgende poging, binnen 28 dagen.",
    together: "periode")
  public let attempts = ListField<ContactAttemptFields>(
    "pogingen", "Pogingen", hint: "Nodig als het buiten onze macht ligt.")
}

public enum PutOffKind: String, ChoiceKind {
  /// Returns on a day.
  case putOff = "uitstel"
  /// A breach that cannot be undone, seen and explained.
  case acknowledged = "gezien"
  /// Stays on the agenda, with the attempts made and the day of the next one.
  case outsideOurPower = "buitenOnzeMacht"

  public var label: String {
    switch self {
    case .putOff: "uitstellen"
    case .acknowledged: "gezien, niet meer te herstellen"
    case .outsideOurPower: "buiten onze macht"
    }
  }
}

extension Record<PutOffFields> {
  /// An answer to this signal, still without kind, reason and dates.
  public init(to episode: Episode.ID) {
    self.init()
    self.rule = episode.rule.name
    self.records = episode.records.isEmpty ? nil : episode.records.map { Reference($0) }
    self.mark = episode.mark.isEmpty ? nil : episode.mark
  }

  /// The episode that it answers, of the one that its file is about.
  public func episode(of subject: Subject) -> Episode.ID? {
    guard let rule = self.rule else { return nil }
    return Episode.ID(
      rule: RuleID(rule), subject: subject, records: (self.records ?? []).map(\.id), mark: self.mark ?? "")
  }

  /// Whether it holds on a day: from the day it was given, until the day on which the signal returns.
  ///
  /// What was seen stays seen; what is outside the school's power holds for 28 days at most.
  func counts(on day: CivilDate) -> Bool {
    guard let on = self.on, day >= on else { return false }
    switch self.kind?.known {
    case .acknowledged: return true
    case .putOff: return self.until.map { day < $0 } ?? false
    case .outsideOurPower: return self.until.map { day < $0 && $0 <= on.adding(days: Self.longestWait) } ?? false
    case nil: return false
    }
  }

  /// The longest time, in days, before something outside the school's power is tried again.
  public static var longestWait: Int { 28 }

  /// What keeps this answer to a signal from being taken; a form names these before it is saved.
  public func problems(answering signal: Signal) -> [PutOffProblem] {
    var problems: [PutOffProblem] = []
    if (self.reason ?? "").allSatisfy(\.isWhitespace) { problems.append(.reasonMissing) }
    guard let on = self.on else { return problems + [.dayMissing] }
    let returns = self.until
    switch self.kind?.known {
    case .acknowledged:
      if !signal.episode.mustBeAcknowledged { problems.append(.canStillBeDone) }
    case .putOff:
      if signal.cannotWait { problems.append(.statutoryAndOverdue) }
      if returns.map({ $0 <= on }) ?? true { problems.append(.returnMissing) }
    case .outsideOurPower:
      if !signal.cannotWait { problems.append(.canBePutOff) }
      if self.attempts.isEmpty { problems.append(.attemptsMissing) }
      if returns.map({ $0 <= on }) ?? true { problems.append(.returnMissing) }
      if let returns, returns > on.adding(days: Self.longestWait) { problems.append(.nextAttemptTooFar) }
    case nil: problems.append(.kindMissing)
    }
    return problems
  }
}

extension Signal {
  /// The answer that can most likely be given.
  public var usualAnswer: PutOffKind {
    if episode.mustBeAcknowledged { return .acknowledged }
    return cannotWait ? .outsideOurPower : .putOff
  }
}

/// Why an answer to a signal is not taken.
public enum PutOffProblem: Hashable, CaseIterable, Sendable {
  case kindMissing
  case reasonMissing
  case dayMissing
  case returnMissing
  case statutoryAndOverdue
  case canStillBeDone
  case canBePutOff
  case attemptsMissing
  case nextAttemptTooFar

  /// What to do about it, in Dutch.
  public var explanation: String {
    switch self {
    case .kindMissing: "Kies wat u met dit signaal doet."
    case .reasonMissing: "Geef een reden."
    case .dayMissing: "Vul in vanaf welke dag dit geldt; meestal vandaag."
    case .returnMissing: "Kies een latere dag waarop het signaal terugkomt."
    case .statutoryAndOverdue:
      "Deze wettelijke termijn is al verlopen en kan niet meer worden uitgesteld. Handel het af, of kies «buiten onze macht» als het aan een ander ligt."
    case .canStillBeDone: "Dit kan nog worden gedaan: handel het af, of stel het uit."
    case .canBePutOff:
      "«Buiten onze macht» is alleen voor een verlopen wettelijke termijn. Dit signaal kunt u uitstellen."
    case .attemptsMissing: "Leg vast wat u hebt geprobeerd."
    case .nextAttemptTooFar: "Kies een volgende poging binnen 28 dagen."
    }
  }
}
