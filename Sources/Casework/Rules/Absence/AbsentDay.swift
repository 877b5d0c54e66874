/// A school day of which a pupil missed something, with the minutes by standing; no minute counts twice.
public struct AbsentDay: Equatable, Sendable {
  public let date: CivilDate
  /// The minutes that the pupil had to be there; 0 where no timetable tells them (see ``hoursAreKnown``).
  public let scheduled: Int
  public let authorised: Int
  public let unauthorised: Int
  public let unknown: Int
  public let halfDays: HalfDays
  /// The records behind it, each with the minutes that are counted on its account.
  public let causes: [AbsenceCause]
  /// Whether the pupil was not there at all.
  public let isWhole: Bool
  /// How a day that was missed whole counts: by what took most of it.
  public let wholeStanding: AbsenceStanding
  /// Whether it counts only on the assumption that an open-ended absence goes on: nobody vouched for this day.
  public let isAssumed: Bool
  /// Whether the Leerplichtwet holds for the pupil on this day.
  public let isCompulsory: Bool

  public var missed: Int { authorised + unauthorised + unknown }
  public var hoursAreKnown: Bool { scheduled > 0 }
  /// Whether the Leerplichtwet would count hours of this day that no timetable tells.
  public var isUncounted: Bool {
    !hoursAreKnown && isCompulsory && causes.contains { $0.standing == .unauthorised }
  }
  /// The unauthorised minutes that the Leerplichtwet counts.
  public var counted: Int { isCompulsory ? unauthorised : 0 }
}

/// What one record adds to a day of absence.
public struct AbsenceCause: Hashable, Sendable {
  public let record: RecordID?
  public let source: AbsenceSource
  /// Nothing for a kind that this version does not know or that was left empty.
  public let kind: AbsenceKind?
  public let standing: AbsenceStanding
  public let minutes: Int

  /// Where the record stands in the dossier.
  public var place: Act { Act(.absence, list: source.list, record: record) }
}

/// Half days missed, as the transfer file (OSO) counts them: a half day counts where at least half of it was missed.
public struct HalfDays: Equatable, Sendable {
  public internal(set) var authorised = 0
  public internal(set) var unauthorised = 0
  public internal(set) var unknown = 0

  public var missed: Int { authorised + unauthorised + unknown }

  public static func + (left: HalfDays, right: HalfDays) -> HalfDays {
    HalfDays(
      authorised: left.authorised + right.authorised, unauthorised: left.unauthorised + right.unauthorised,
      unknown: left.unknown + right.unknown)
  }
}

/// The spans of a day by standing, while they are being told apart.
struct DaySpans {
  var authorised = MinuteSpans()
  var unauthorised = MinuteSpans()
  var unknown = MinuteSpans()

  mutating func add(_ spans: MinuteSpans, as standing: AbsenceStanding) {
    switch standing {
    case .authorised: authorised.add(apart: spans)
    case .unauthorised: unauthorised.add(apart: spans)
    case .unknown: unknown.add(apart: spans)
    }
  }

  /// What took most of a stretch of the day; a valid reason where it is a tie.
  func prevailing(within part: Range<Int> = 0..<1440) -> AbsenceStanding {
    let minutes = (
      authorised.within(part).count, unauthorised.within(part).count, unknown.within(part).count
    )
    if minutes.0 >= minutes.1, minutes.0 >= minutes.2 { return .authorised }
    return minutes.1 >= minutes.2 ? .unauthorised : .unknown
  }

  func halfDays(of hours: SchoolDayHours) -> HalfDays {
    let all = MinuteSpans(hours.periods)
    var halves = HalfDays()
    for part in [0..<hours.midday, hours.midday..<1440] {
      let scheduled = all.within(part).count
      let missed = [authorised, unauthorised, unknown].reduce(0) { $0 + $1.within(part).count }
      guard scheduled > 0, 2 * missed >= scheduled else { continue }
      switch prevailing(within: part) {
      case .authorised: halves.authorised += 1
      case .unauthorised: halves.unauthorised += 1
      case .unknown: halves.unknown += 1
      }
    }
    return halves
  }
}
