/// The day and the time on a Dutch wall.
public struct WallTime: Hashable, Sendable {
  public let day: CivilDate
  public let time: ClockTime
}

extension Moment {
  /// What the clocks in the European part of the Netherlands show: an hour ahead of universal time, two in summer.
  ///
  /// Summer time runs from the last Sunday of March to the last Sunday of October, from and until 1:00 in universal time
  /// (Richtlijn 2000/84/EG; so since 1996). It is counted here and not asked of the machine, so that rights, papers and
  /// screens name the same day on every machine.
  public var wall: WallTime {
    let shifted = Moment(seconds: seconds + (isInSummerTime ? 7200 : 3600))
    return WallTime(
      day: shifted.universalDay, time: ClockTime(minuteOfDay: Int(shifted.secondOfDay) / 60))
  }

  /// The day on a Dutch wall.
  public var day: CivilDate { wall.day }

  /// The day in universal time.
  var universalDay: CivilDate { CivilDate(dayNumber: Int32((seconds - secondOfDay) / 86_400)) }

  /// 0 to 86,399 in universal time.
  private var secondOfDay: Int64 { ((seconds % 86_400) + 86_400) % 86_400 }

  private var isInSummerTime: Bool {
    let year = universalDay.year
    return seconds >= Self.change(month: 3, of: year) && seconds < Self.change(month: 10, of: year)
  }

  /// 1:00 in universal time on the last Sunday of a month of 31 days.
  private static func change(month: Int, of year: Int) -> Int64 {
    guard let last = CivilDate(year: year, month: month, day: 31) else { return 0 }
    let sunday = last.weekday == .sunday ? last : last.monday.adding(days: -1)
    return Int64(sunday.dayNumber) * 86_400 + 3600
  }
}
