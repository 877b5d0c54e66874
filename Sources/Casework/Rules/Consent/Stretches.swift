/// How far what is on record falls short of what is asked.
enum Shortfall: Int, Comparable {
  case nothing
  /// The law is met, the school's own norm asks more.
  case norm
  /// What the law or the guide itself asks is not there.
  case rule

  static func < (left: Shortfall, right: Shortfall) -> Bool { left.rawValue < right.rawValue }
}

/// A row of days on which something fell short in the same degree.
struct Stretch: Equatable {
  let shortfall: Shortfall
  let first: CivilDate
  /// The last day in it on which anything changed: what a proof tells is how it stood then.
  let shown: CivilDate
  /// The first day on which less was lacking.
  let improvedOn: CivilDate?
  /// The first day on which it became another matter: more was lacking, or what it was asked for came.
  let endedOn: CivilDate?
}

extension Stretch {
  /// The stretches from one day up to, not with, another; without an end the last one goes on.
  ///
  /// The shortfall is asked on the first day, on each day on which it can change, and on the end, where what was done on that
  /// very day may still have met it.
  static func all(
    from start: CivilDate, before end: CivilDate?, turningPoints: [CivilDate], shortfall: (CivilDate) -> Shortfall
  ) -> [Stretch] {
    guard end.map({ start < $0 }) ?? true else { return [] }
    let inside = Set(turningPoints).filter { day in day > start && end.map { day < $0 } ?? true }
    let days = [start] + inside.sorted()
    let standing = days.map { (day: $0, shortfall: shortfall($0)) }
    var result: [Stretch] = []
    var index = 0
    while index < standing.count {
      let level = standing[index].shortfall
      let after = standing[index...].firstIndex { $0.shortfall != level } ?? standing.count
      if level > .nothing {
        let next = after < standing.count ? standing[after] : end.map { (day: $0, shortfall: shortfall($0)) }
        let isBetter = next.map { $0.shortfall < level } ?? false
        result.append(
          Stretch(
            shortfall: level, first: standing[index].day, shown: standing[after - 1].day,
            improvedOn: isBetter ? next?.day : nil, endedOn: isBetter ? nil : next?.day))
      }
      index = after
    }
    return result
  }
}
