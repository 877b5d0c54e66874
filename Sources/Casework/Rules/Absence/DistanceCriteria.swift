/// What distance learning must meet to count as presence (§3.8).
public enum DistanceCriterion: String, CaseIterable, Sendable {
  case goal = "doel"
  case returnDate = "terug"
  case board = "bevoegdGezag"
  case teacher = "leraar"
  case participation = "deelname"
  case council = "mr"
  case inspectorate = "inspectie"
}

extension DistanceLearningFields {
  /// The criteria that are not on record.
  public static func lacking(_ distance: Record<DistanceLearningFields>) -> [DistanceCriterion] {
    DistanceCriterion.allCases.filter { criterion in
      switch criterion {
      case .goal: distance.goal.isBlank
      case .returnDate: distance.returnOn == nil && distance.until == nil
      case .board: distance.boardIsResponsible != true
      case .teacher: distance.teacherCanIntervene != true
      case .participation: distance.participationIsChecked != true
      case .council: distance.councilConsentedOn == nil
      case .inspectorate: distance.inspectorateConsultedOn == nil
      }
    }
  }

  /// The day from which it counts as presence: all criteria on record, and the council and the inspectorate asked.
  static func countsFrom(_ distance: Record<DistanceLearningFields>) -> CivilDate? {
    guard let from = distance.from, lacking(distance).isEmpty else { return nil }
    return [from, distance.councilConsentedOn, distance.inspectorateConsultedOn].compactMap(\.self).max()
  }

  /// The last day of distance learning: its last day or the day before the return; nothing where neither is on record.
  static func lastDay(of distance: Record<DistanceLearningFields>) -> CivilDate? {
    let agreed = distance.until ?? distance.returnOn?.adding(days: -1)
    guard let returned = distance.returnedOn?.adding(days: -1) else { return agreed }
    return min(agreed ?? returned, returned)
  }

  /// Its hours by weekday; nothing where it takes all hours of the timetable.
  static func week(of distance: Record<DistanceLearningFields>) -> [[TeachingPeriod]]? {
    guard let periods = distance.periods, !periods.isEmpty else { return nil }
    return TeachingPeriod.week(periods)
  }
}

extension String? {
  /// Whether nothing but spaces stands in the field.
  var isBlank: Bool {
    // Nearly every text begins with a letter, and that settles it.
    if let first = self?.utf8.first, first > UInt8(ascii: " "), first < 0x7F { return false }
    return self?.allSatisfy(\.isWhitespace) ?? true
  }
}

/// Distance learning that counts as presence on some days.
struct DistancePresence: Sendable {
  let first: CivilDate
  let last: CivilDate
  /// Monday to Sunday; nothing where it takes all hours of the timetable.
  private let week: [[TeachingPeriod]]?

  init?(_ distance: Record<DistanceLearningFields>) {
    guard let first = DistanceLearningFields.countsFrom(distance),
      let last = DistanceLearningFields.lastDay(of: distance)
    else { return nil }
    self.first = first
    self.last = last
    week = DistanceLearningFields.week(of: distance)
  }

  func spans(on day: CivilDate, _ hours: SchoolDayHours) -> MinuteSpans {
    guard day >= first, day <= last else { return MinuteSpans() }
    guard let week else { return MinuteSpans(hours.periods) }
    return MinuteSpans(week[day.weekday.index])
  }

  /// Whether it takes all hours of a day, however many these are.
  func takesWholeDay(_ day: CivilDate) -> Bool {
    week == nil && day >= first && day <= last
  }
}
