import CSystem
import Casework

/// The clock of this machine.
public enum LiveClock {
  /// The moment in universal time.
  public static var now: Moment { Moment(seconds: cs_wall_seconds()) }

  /// The day in the Netherlands, whatever zone this machine stands in.
  public static var today: CivilDate { now.wall.day }

  /// Milliseconds since the machine started, its sleep included.
  static var uptime: Int64 { cs_uptime_milliseconds() }
}
