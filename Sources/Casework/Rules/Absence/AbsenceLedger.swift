/// A pupil's absence worked out day by day, once for every rule and screen that counts it.
///
/// It holds the school days up to the horizon on which something was missed. Days without school for this pupil are not
/// in it: they count nothing.
public struct AbsenceLedger: Sendable {
  /// The days on which something was missed, in order.
  public let days: [AbsentDay]
  /// Every unbroken absence, in order; a single day that was missed whole is one too.
  public private(set) var unbrokenRuns: [AbsenceRun] = []
  /// The first day of the month from which the Leerplichtwet holds; nothing where the date of birth is not on record.
  public let compulsoryFrom: CivilDate?
  /// The last day looked at.
  public let horizon: CivilDate
  let hours: AttendanceHours
  /// The position among the school's teaching weeks of the week of each day in `days`.
  let weeks: [Int]

  /// Empty where one of the two tabs cannot be read.
  public init(_ dossier: Dossier, in scope: RuleScope) {
    self.init(
      pupil: dossier.pupil.record ?? Record(), absence: dossier.absence.record ?? Record(), calendar: scope.calendar,
      horizon: scope.horizon)
  }

  public init(
    pupil: Record<PupilFields>, absence: Record<AbsenceFields>, calendar: TeachingCalendar, horizon: CivilDate
  ) {
    let hours = AttendanceHours(pupil: pupil, absence: absence, calendar: calendar)
    self.hours = hours
    compulsoryFrom = pupil.birthDate.map(Self.compulsoryFrom(bornOn:))
    self.horizon = horizon
    var counter = DayCounter(pupil: pupil, absence: absence, compulsoryFrom: compulsoryFrom)
    let claims = AbsenceClaim.all(in: absence, through: horizon)
    days = Self.grouped(claims, calendar: calendar, horizon: horizon).compactMap { date, claims in
      guard let hours = hours.day(date) else { return nil }
      return counter.count(claims, on: date, hours)
    }
    weeks = days.map { calendar.teachingWeeks.firstIndex(notBelow: $0.date.monday) ?? 0 }
    unbrokenRuns = runs { $0.isWhole }
  }

  /// Lpw 3: from the first school day of the month after the fifth birthday.
  static func compulsoryFrom(bornOn birth: CivilDate) -> CivilDate {
    let birthday = birth.adding(years: 5)
    return birthday.adding(days: 1 - birthday.day).adding(months: 1)
  }

  /// The claims by teaching day, each day's in their order.
  private static func grouped(
    _ claims: [AbsenceClaim], calendar: TeachingCalendar, horizon: CivilDate
  ) -> [(CivilDate, [AbsenceClaim])] {
    var entries: [(day: CivilDate, claim: Int)] = []
    for (index, claim) in claims.enumerated() where claim.first <= min(claim.last, horizon) {
      if claim.first == claim.last {
        entries.append((claim.first, index))
      } else {
        let days = calendar.teachingDays(from: claim.first, through: min(claim.last, horizon))
        entries.append(contentsOf: days.map { ($0, index) })
      }
    }
    entries.sort { ($0.day, $0.claim) < ($1.day, $1.claim) }
    var grouped: [(CivilDate, [AbsenceClaim])] = []
    for entry in entries {
      if grouped.last?.0 == entry.day {
        grouped[grouped.count - 1].1.append(claims[entry.claim])
      } else {
        grouped.append((entry.day, [claims[entry.claim]]))
      }
    }
    return grouped
  }

  /// Half days missed from `first` to and with `last`.
  public func halfDays(from first: CivilDate, through last: CivilDate) -> HalfDays {
    days.reduce(HalfDays()) { sum, day in
      day.date >= first && day.date <= last ? sum + day.halfDays : sum
    }
  }

  /// The day with this date, where something was missed on it.
  public func day(_ date: CivilDate) -> AbsentDay? {
    index(notBelow: date).flatMap { days[$0].date == date ? days[$0] : nil }
  }

  /// The first position in `days` whose date is not before `date`.
  func index(notBelow date: CivilDate) -> Int? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low < days.count ? low : nil
  }
}
