import Casework

/// What is said of a day that is not today: with which facts it is shown.
extension Office {
  /// `toen bekend`; nothing where the day is today.
  var facts: String? {
    switch knowledge {
    case .then: "toen bekend"
    case .now: day == today ? nil : "nu bekend"
    case .ahead: "als er niets gebeurt"
    }
  }

  /// Why there is nothing to show of a past day, in a Dutch sentence.
  var nothingYet: String? {
    guard knowledge == .then, since.map({ day < $0 }) ?? true else { return nil }
    let what =
      since.map { "Van deze school is geen geschiedenis van voor \($0.dutch(.long))." }
      ?? "Van deze school is geen geschiedenis."
    return what + " Met --nu-bekend ziet u deze dag met wat er nu bekend is."
  }

  /// Says on the error stream which day is shown and with which facts, for output that has no room for it.
  func tellDay() {
    if let facts { Output.complain("\(day.dutch(.full)) · \(facts)") }
    if let nothingYet { Output.complain(nothingYet) }
  }

  /// Refuses to write on a day that is not today, whatever is known of it.
  func mustBeToday(_ what: String) throws(Failure) {
    guard day != today else { return }
    throw Failure("\(what) kan alleen vandaag. Er is niets gedaan. Laat --op weg.", .usage)
  }

  /// Refuses what can only be done with what is known now.
  func mustKnowNow(_ what: String) throws(Failure) {
    guard knowledge == .then else { return }
    throw Failure(
      "\(what) kan alleen met wat er nu bekend is. Er is niets gedaan. Laat --op weg, of zet er --nu-bekend bij.",
      .usage)
  }
}
