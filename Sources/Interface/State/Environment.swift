import Casework

/// What the screen may know of the world outside it; the shell brings it up to date before each ``update(_:_:)``.
///
/// Neither `update` nor `view` reads a clock or a source of chance: both come in here, so that a run of messages always
/// ends in the same state.
public struct Environment: Equatable, Sendable {
  /// The moment, for what is recorded.
  public var now: Moment
  /// The day on the wall, for what is shown and typed.
  public var today: CivilDate
  /// Draws boxes and signs in plain ASCII.
  public var isASCII: Bool
  /// The names of new records.
  public var ids: IDSource

  public init(now: Moment, today: CivilDate, isASCII: Bool = false, ids: IDSource) {
    self.now = now
    self.today = today
    self.isASCII = isASCII
    self.ids = ids
  }
}

extension Environment {
  /// The time on the wall of a moment, such as `14:32`; with its day where that was not this very day.
  func wallTime(of moment: Moment) -> String {
    let wall = moment.wall
    return wall.day == now.wall.day ? wall.time.description : wall.day.dutch(.brief) + " " + wall.time.description
  }
}

/// An endless row of record ids from one random seed of 128 bits, which the shell takes from the system once a start.
///
/// Each half runs through a mixer that gives every count another number, so that one source never repeats itself and two
/// sources meet no sooner than random numbers do. An id is a name, not a secret.
public struct IDSource: Equatable, Sendable {
  private let seed: RecordID
  private var count: UInt64 = 0

  public init(seed: RecordID) { self.seed = seed }

  public mutating func next() -> RecordID {
    count += 1
    let step = count &* 0x9E37_79B9_7F4A_7C15
    return RecordID(high: Self.mixed(seed.high &+ step), low: Self.mixed(seed.low &- step))
  }

  /// The finisher of SplitMix64: one number to one other.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
