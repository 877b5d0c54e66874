import Text

extension Record<FamilyFields> {
  /// The guardian with this id, also where the record was withdrawn.
  public func guardian(_ id: RecordID) -> Guardian? {
    all(\.guardians).first { $0.id == id }
  }

  public func guardiansWithCustody(on day: CivilDate) -> [Guardian] {
    self.guardians.filter { $0.hasCustody(on: day) == .yes }
  }

  public func guardiansWithUnknownCustody(on day: CivilDate) -> [Guardian] {
    self.guardians.filter { $0.hasCustody(on: day) == .unknown }
  }

  /// Whether it is certain who all have custody: there is one who has, and of nobody it is unknown.
  ///
  /// Without that nothing can be said of "every guardian with custody".
  public func knowsCustody(on day: CivilDate) -> Bool {
    !guardiansWithCustody(on: day).isEmpty && guardiansWithUnknownCustody(on: day).isEmpty
  }
}

extension Record<GuardianFields> {
  /// How one speaks of this guardian about the child: `moeder`, else the name.
  public var shortName: String {
    if let relation = self.relation, !relation.isEmpty { relation } else { self.fullName ?? "" }
  }

  /// Custody over time, worked out once for whoever asks about many days.
  public var custodyTimeline: CustodyTimeline { CustodyTimeline(self) }

  /// Custody on a day, unknown where the record does not say.
  public func hasCustody(on day: CivilDate) -> YesNoUnknown { custodyTimeline.hasCustody(on: day) }

  /// The limits by a court that hold on a day.
  public func courtLimits(on day: CivilDate) -> [Record<CourtLimitFields>] {
    self.limits.filter { DateSpan(from: $0.from ?? .distantPast, until: $0.until).contains(day) }
  }
}

extension Record<GuardianFields> {
  /// Whether it is certain that the two records are about one person: the full name is the same, and a telephone, a mail
  /// address or the place where they live too.
  ///
  /// A name alone is not enough: parents of two children can bear the same.
  public func isCertainly(_ other: Guardian) -> Bool {
    guard let name = lettersAndDigits(of: self.fullName), name == lettersAndDigits(of: other.fullName) else {
      return false
    }
    if !telephones.isDisjoint(with: other.telephones) { return true }
    if let mail = self.mail?.folded.filter({ !$0.isWhitespace }), !mail.isEmpty {
      if mail == other.mail?.folded.filter({ !$0.isWhitespace }) { return true }
    }
    guard let address = lettersAndDigits(of: self.address), address == lettersAndDigits(of: other.address) else {
      return false
    }
    return [(self.postcode, other.postcode), (self.town, other.town)].contains { own, theirs in
      lettersAndDigits(of: own).map { $0 == lettersAndDigits(of: theirs) } ?? false
    }
  }

  /// Whole numbers only, without the number of the country.
  private var telephones: Set<String> {
    let digits = [self.telephone, self.secondTelephone].map { ($0 ?? "").filter(\.isWholeNumber) }
    return Set(digits.filter { $0.count >= 9 }.map { String($0.suffix(9)) })
  }
}

/// What a text says without its capitals, accents, blanks and signs; nothing where that is nothing.
private func lettersAndDigits(of text: String?) -> String? {
  let kept = (text ?? "").folded.filter { $0.isLetter || $0.isNumber }
  return kept.isEmpty ? nil : kept
}

/// One guardian's custody over time.
public struct CustodyTimeline: Equatable, Sendable {
  private let history: [(span: DateSpan, answer: YesNoUnknown)]
  private let diedOn: CivilDate?
  /// What holds where nothing is on record: a foster parent has none, of others it is unknown.
  private let otherwise: YesNoUnknown

  init(_ guardian: Guardian) {
    // Without a first day it holds since always: before anything else that is on record.
    history = succession(guardian.custody, from: { $0.from ?? .distantPast }, until: { $0.until })
      .map { ($0.span, $0.record.hasCustody?.known ?? .unknown) }
    diedOn = guardian.diedOn
    otherwise = guardian.kind.is(.fosterParent) ? .no : .unknown
  }

  /// Custody on a day, unknown where the record does not say.
  ///
  /// The edge of a stretch with custody tells that there was none beyond it; the edge of one without tells nothing.
  public func hasCustody(on day: CivilDate) -> YesNoUnknown {
    if let diedOn, day >= diedOn { return .no }
    if let current = history.last(where: { $0.span.contains(day) }) { return current.answer }
    guard let neighbour = history.last(where: { $0.span.from <= day }) ?? history.first else { return otherwise }
    return neighbour.answer == .yes ? .no : .unknown
  }

  /// The days on which it can change, in no order.
  public var turningPoints: [CivilDate] {
    [diedOn].compactMap(\.self) + history.map(\.span.from) + history.compactMap { $0.span.until?.adding(days: 1) }
  }

  public static func == (left: CustodyTimeline, right: CustodyTimeline) -> Bool {
    left.diedOn == right.diedOn && left.otherwise == right.otherwise
      && left.history.elementsEqual(right.history, by: ==)
  }
}

extension CivilDate {
  /// 1 January of the year 1: before anything that a school can know.
  public static let distantPast = CivilDate(dayNumber: -719_162)

  /// 31 December of the year 9999: after anything that a school can plan.
  public static let distantFuture = CivilDate(dayNumber: 2_932_896)
}
