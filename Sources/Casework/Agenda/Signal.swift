/// An episode as it stands on one day: what the agenda shows.
public struct Signal: Equatable, Sendable, Identifiable {
  public let episode: Episode
  public let urgency: Urgency
  /// Days to the last day in time: 0 on that day, negative after it; nothing without a due date.
  public let daysLeft: Int?
  /// How strongly its rule bound on the day of the fact.
  public let force: Force
  /// Why it cannot be done for now, where someone recorded that it is outside the school's power.
  public let outsideOurPower: Record<PutOffFields>?

  public var id: Episode.ID { episode.id }

  /// Whether it is overdue by statute: it may then not be put off.
  public var cannotWait: Bool { urgency == .overdue && force == .statute }
}

extension Episode {
  /// Whether it asks something on this day; putting off is not looked at.
  public func isOpen(on day: CivilDate) -> Bool {
    day >= visibleFrom && until.map { day < $0 } ?? true && clearedOn.map { day < $0 } ?? true
  }

  /// Days to the last day in time: 0 on that day, negative after it.
  public func daysLeft(on day: CivilDate) -> Int? {
    lastDay.map { $0.days(since: day) }
  }

  /// How pressing it is on a day, by its last day and no less than its floor.
  ///
  /// A last day in a school holiday counts, for `now` and `soon`, from the last school day before it: after that nobody is
  /// there to do it.
  public func urgency(on day: CivilDate, calendar: TeachingCalendar) -> Urgency {
    min(urgencyByDate(on: day, calendar: calendar), floor ?? .later)
  }

  private func urgencyByDate(on day: CivilDate, calendar: TeachingCalendar) -> Urgency {
    guard let lastDay else { return .later }
    if day > lastDay { return .overdue }
    let holiday = calendar.schoolHoliday(around: lastDay)
    let workable = holiday.flatMap { calendar.lastTeachingDay(before: $0.lowerBound) } ?? lastDay
    switch workable.days(since: day) {
    case ...7: return .now
    case ...28: return .soon
    default: return .later
    }
  }
}
