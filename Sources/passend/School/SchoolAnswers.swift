import Casework
import Vault

/// What must be known to make a school, as it was typed in options or answered to questions.
struct SchoolAnswers {
  var name = ""
  var brin: String?
  var legalStatus = LegalStatus.publicSchool
  var type = SchoolType.primary
  var partnership: String?
  var region: HolidayRegion?
  /// `6a:6` or `1/2a:1,2`.
  var groups: [(name: String, yearGroups: [Int])] = []
  var periods: [Record<PeriodFields>] = []
  var users: [Person] = []
  var isSealed = true

  /// Someone who will log in.
  struct Person {
    let login: String
    let name: String
    let role: UserRole
    /// The names of the groups that a teacher has.
    let groups: [String]
  }

  /// Reads `6a:6` or `1/2a:1,2`; without years the digits of the name are taken.
  static func group(_ text: String) throws(Failure) -> (name: String, yearGroups: [Int]) {
    let halves = text.split(separator: ":", maxSplits: 1).map { trimmed($0) }
    let name = halves.first ?? ""
    let years = halves.count == 2 ? halves[1].split(separator: ",").map { Int(trimmed($0)) } : digits(in: name)
    let known = years.compactMap(\.self).filter { (1...8).contains($0) }
    guard !name.isEmpty, !known.isEmpty, known.count == years.count else {
      throw Failure("«\(text)» is geen groep. Typ bijvoorbeeld 6a of 1/2b:1,2.", .usage)
    }
    return (name, known)
  }

  /// Reads `ma,di,do,vr 8:30-12:00 12:30-14:30; wo 8:30-12:15`.
  static func periods(_ text: String) throws(Failure) -> [Record<PeriodFields>] {
    var periods: [Record<PeriodFields>] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      let days = (words.first ?? "").split(separator: ",").map { Weekday(rawValue: String($0)) }
      let spans = words.dropFirst().map { span($0) }
      guard !spans.isEmpty, !days.isEmpty, !days.contains(nil), !spans.contains(where: { $0 == nil }) else {
        throw Failure(
          "«\(part)» is geen rooster. Typ bijvoorbeeld: ma,di,do,vr 8:30-12:00 12:30-14:30; wo 8:30-12:15.", .usage)
      }
      for day in days.compactMap(\.self) {
        for (from, until) in spans.compactMap(\.self) {
          var period = Record<PeriodFields>()
          period.weekday = Choice(day)
          period.from = from
          period.until = until
          periods.append(period)
        }
      }
    }
    return periods
  }

  /// Reads `anouk:Anouk Visser:ib` or `sam:Sam Bos:leraar:6a,7`.
  static func person(_ text: String) throws(Failure) -> Person {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { trimmed($0) }
    guard parts.count == 3 || parts.count == 4, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }),
      let role = UserRole(rawValue: parts[2])
    else {
      throw Failure(
        "«\(text)» is geen gebruiker. Typ: inlognaam:naam:rol[:groepen]. De rol is ib, leraar of directeur.", .usage)
    }
    let groups = parts.count == 4 ? parts[3].split(separator: ",").map { trimmed($0) } : []
    return Person(login: parts[0], name: parts[1], role: role, groups: groups)
  }

  private static func span(_ text: String) -> (ClockTime, ClockTime)? {
    let halves = text.split(separator: "-").map { half in
      ClockTime(half.count == 4 ? "0" + String(half) : String(half))
    }
    guard halves.count == 2, let from = halves[0], let until = halves[1], from < until else { return nil }
    return (from, until)
  }

  private static func digits(in name: String) -> [Int?] {
    name.compactMap { $0.wholeNumberValue }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var words = Substring(text)
    while words.first?.isWhitespace ?? false { words.removeFirst() }
    while words.last?.isWhitespace ?? false { words.removeLast() }
    return String(words)
  }
}
