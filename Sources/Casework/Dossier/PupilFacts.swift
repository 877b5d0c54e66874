extension Record<PupilFields> {
  /// `Noor de Vries`.
  public var fullName: String {
    [self.callName, self.surnamePrefix, self.surname].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `Vries, Noor de`: the order of a Dutch list, in which a tussenvoegsel does not count.
  public var sortName: String {
    guard let surname = self.surname, !surname.isEmpty else { return fullName }
    let rest = [self.callName, self.surnamePrefix].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return rest.isEmpty ? surname : surname + ", " + rest
  }

  /// Whole years on a day; nothing before birth or without a date of birth.
  ///
  /// Who was born on 29 February is a year older on the 28th where that month has no 29th.
  public func age(on day: CivilDate) -> Int? {
    guard let birthDate = self.birthDate, day >= birthDate else { return nil }
    let years = day.year - birthDate.year
    return day >= birthDate.adding(years: years) ? years : years - 1
  }
}

/// Group and year of schooling on a day.
extension Record<PupilFields> {
  public var placementHistory: [Spanned<PlacementFields>] {
    succession(self.placements, from: { $0.from }, until: { $0.until })
  }

  public func placement(on day: CivilDate) -> Record<PlacementFields>? {
    placementHistory.last { $0.span.contains(day) }?.record
  }

  /// The placement of a day, or the first one to come of a child that is not here yet.
  public func placementToShow(on day: CivilDate) -> Record<PlacementFields>? {
    placement(on: day) ?? (placementHistory.first.flatMap { $0.span.from > day ? $0.record : nil })
  }

  public func group(on day: CivilDate) -> RecordID? {
    placement(on: day)?.group?.id
  }

  /// 1 to 8.
  public func yearGroup(on day: CivilDate) -> Int? {
    placement(on: day)?.yearGroup
  }
}

/// Being a pupil of this school.
extension Record<PupilFields> {
  public var enrolmentHistory: [Spanned<EnrolmentFields>] {
    succession(self.enrolments, from: { $0.from }, until: { $0.until })
  }

  /// The days of enrolment as far as they tell who left: one that ended on a day and began nobody knows when counts from
  /// the beginning of time.
  public var enrolledSpans: [DateSpan] { endedOrDated.map(\.span) }

  private var endedOrDated: [Spanned<EnrolmentFields>] {
    succession(
      self.enrolments, from: { $0.from ?? ($0.until == nil ? nil : .distantPast) }, until: { $0.until })
  }

  public func enrolment(on day: CivilDate) -> EnrolmentStatus {
    let history = enrolmentHistory
    guard let first = history.first else {
      let left = departure?.until
      return left.flatMap { $0 < day ? .left(lastDay: $0) : nil } ?? .notOnRecord
    }
    if day < first.span.from { return .notYet(from: first.span.from) }
    if let current = history.last(where: { $0.span.contains(day) }) {
      return current.record.kind.is(.temporary)
        ? .temporary(since: current.span.from)
        : .definitive(since: definitiveSpans.last { $0.contains(day) }?.from ?? current.span.from)
    }
    let left = history.last { $0.span.until.map { $0 < day } ?? false }
    return .left(lastDay: left?.span.until ?? first.span.from)
  }

  /// The unbroken stretches of definitive enrolment.
  ///
  /// A kind that this version does not know counts as definitive.
  public var definitiveSpans: [DateSpan] {
    enrolmentHistory.definitiveSpans
  }

  /// The enrolment that ended last, where none came after it.
  public var departure: Record<EnrolmentFields>? {
    guard let last = endedOrDated.last, last.span.until != nil else { return nil }
    return last.record
  }
}

extension [Spanned<EnrolmentFields>] {
  /// The unbroken stretches of definitive enrolment.
  var definitiveSpans: [DateSpan] {
    DateSpan.joined(filter { !$0.record.kind.is(.temporary) }.map(\.span))
  }
}

extension [Spanned<SupportPeriodFields>] {
  /// The unbroken runs of extra support.
  var extraSpans: [DateSpan] {
    DateSpan.joined(filter { $0.record.level?.known?.isExtra ?? false }.map(\.span))
  }
}

/// What a pupil is to the school on a day.
public enum EnrolmentStatus: Equatable, Sendable {
  case notOnRecord
  case notYet(from: CivilDate)
  /// Placed because no decision came in time (WPO 40 lid 7).
  case temporary(since: CivilDate)
  /// With the first day of the unbroken stretch.
  case definitive(since: CivilDate)
  /// With the last day of enrolment.
  case left(lastDay: CivilDate)

  public var isEnrolled: Bool {
    switch self {
    case .temporary, .definitive: true
    case .notOnRecord, .notYet, .left: false
    }
  }
}

/// Levels of support over time.
extension Record<PupilFields> {
  public var supportHistory: [Spanned<SupportPeriodFields>] {
    succession(self.supportLevels, from: { $0.from }, until: { $0.until })
  }

  /// Nothing where no level is on record for that day: that is not the same as basic support.
  public func supportLevel(on day: CivilDate) -> SupportLevel? {
    supportHistory.last { $0.span.contains(day) }?.record.level?.known
  }

  /// The unbroken runs of extra support, in order; going from the one extra level to the other breaks none.
  ///
  /// In a school for special primary education every enrolled pupil has extra support (WPO 40a lid 1).
  public func extraSupportRuns(at type: SchoolType?) -> [DateSpan] {
    switch type {
    case .specialPrimary: DateSpan.joined(enrolmentHistory.map(\.span))
    case .primary, .special, .cluster12, nil: supportHistory.extraSpans
    }
  }

  public func extraSupportRun(on day: CivilDate, at type: SchoolType?) -> DateSpan? {
    extraSupportRuns(at: type).first { $0.contains(day) }
  }

  public func hasExtraSupport(on day: CivilDate, at type: SchoolType?) -> Bool {
    extraSupportRun(on: day, at: type) != nil
  }
}
