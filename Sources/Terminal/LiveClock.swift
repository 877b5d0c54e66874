import CSystem
import Casework

/// The clock of this machine.
public enum LiveClock {
  /// The moment in universal time.
  public static var now: Moment { Moment(seconds: cs_wall_seconds()) }

  /// The day where this machine stands.
  public static var today: CivilDate { local.day }

  /// The day and the time where this machine stands.
  public static var local: (day: CivilDate, time: ClockTime) { local(at: now) }

  /// The day and the time where this machine stands at a moment.
  public static func local(at moment: Moment) -> (day: CivilDate, time: ClockTime) {
    let parts = cs_local_time_at(moment.seconds)
    guard let day = CivilDate(year: Int(parts.year), month: Int(parts.month), day: Int(parts.day)),
      let time = ClockTime(minutes: Int(parts.hour) * 60 + Int(parts.minute))
    else { preconditionFailure("the clock stands outside the years 1 to 9999") }
    return (day, time)
  }

  /// Milliseconds since the machine started, its sleep included.
  static var uptime: Int64 { cs_uptime_milliseconds() }
}
