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

  public var custodyHistory: [Spanned<CustodyFields>] {
    // Without a first day it holds since always: before anything else that is on record.
    succession(self.custody, from: { $0.from ?? .distantPast }, until: { $0.until })
  }

  /// Custody on a day, unknown where the record does not say.
  ///
  /// The edge of a stretch with custody tells that there was none beyond it; the edge of one without tells nothing. A
  /// foster parent of whom nothing is on record has none.
  public func hasCustody(on day: CivilDate) -> YesNoUnknown {
    if let diedOn = self.diedOn, day >= diedOn { return .no }
    let history = custodyHistory
    if let current = history.last(where: { $0.span.contains(day) }) {
      return current.record.hasCustody?.known ?? .unknown
    }
    let neighbour = history.last { $0.span.from <= day } ?? history.first
    guard let neighbour else { return self.kind.is(.fosterParent) ? .no : .unknown }
    return neighbour.record.hasCustody.is(.yes) ? .no : .unknown
  }

  /// The limits by a court that hold on a day.
  public func courtLimits(on day: CivilDate) -> [Record<CourtLimitFields>] {
    self.limits.filter { DateSpan(from: $0.from ?? .distantPast, until: $0.until).contains(day) }
  }
}

extension CivilDate {
  /// 1 January of the year 1: before anything that a school can know.
  public static let distantPast = CivilDate(dayNumber: -719_162)

  /// 31 December of the year 9999: after anything that a school can plan.
  public static let distantFuture = CivilDate(dayNumber: 2_932_896)
}
