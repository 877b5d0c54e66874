/// Moments that something must happen at, on the clock of milliseconds since the machine started.
struct Alarms<Name: Hashable> {
  private var moments: [Name: Int64] = [:]

  /// The first moment, or nothing to wait for.
  var next: Int64? { moments.values.min() }

  /// Sets or moves an alarm.
  mutating func set(_ name: Name, at moment: Int64) { moments[name] = moment }

  /// Sets an alarm unless it is set already.
  mutating func setIfQuiet(_ name: Name, at moment: Int64) {
    if moments[name] == nil { moments[name] = moment }
  }

  mutating func cancel(_ name: Name) { moments[name] = nil }

  /// Takes the alarms that have rung, earliest first.
  mutating func take(at now: Int64) -> [Name] {
    let rung = moments.filter { $0.value <= now }.sorted { $0.value < $1.value }.map(\.key)
    for name in rung { moments[name] = nil }
    return rung
  }
}
