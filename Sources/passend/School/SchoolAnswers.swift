import Casework
import Text
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

  /// Reads a BRIN such as `07XB`, with or without the two digits of a location; letters may be typed small.
  static func brin(_ text: String) throws(Failure) -> String {
    let code = text.uppercased()
    let signs = Array(code.utf8)
    let isRight =
      (signs.count == 4 || signs.count == 6) && (signs[..<2] + signs[4...]).allSatisfy { (48...57).contains($0) }
      && signs[2..<4].allSatisfy { (65...90).contains($0) }
    guard isRight else {
      throw Failure("«\(text)» is geen BRIN. Typ twee cijfers en twee letters, bijvoorbeeld 07XB.", .usage)
    }
    return code
  }

  /// Reads `6a:6` or `1/2a:1,2`; without years the digits of the name are taken.
  static func group(_ text: String) throws(Failure) -> (name: String, yearGroups: [Int]) {
    let halves = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let name = halves.first ?? ""
    let years = halves.count == 2 ? halves[1].split(separator: ",").map { Int($0.trimmed) } : digits(in: name)
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
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count == 3 || parts.count == 4, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }),
      let role = UserRole(rawValue: parts[2])
    else {
      throw Failure(
        "«\(text)» is geen gebruiker. Typ: inlognaam:naam:rol[:groepen]. De rol is ib, leraar of directeur.", .usage)
    }
    let groups = parts.count == 4 ? parts[3].split(separator: ",").map(\.trimmed) : []
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
}

extension SchoolAnswers {
  /// Takes one more group, as ``group(_:)`` reads it.
  mutating func addGroup(_ text: String) throws(Failure) {
    let group = try Self.group(text)
    guard !groups.contains(where: { $0.name == group.name }) else {
      throw Failure("De groep «\(group.name)» staat er al.", .usage)
    }
    groups.append(group)
  }

  /// Takes one more user, as ``person(_:)`` reads it; a teacher's groups must be there.
  mutating func addUser(_ text: String) throws(Failure) {
    let person = try Self.person(text)
    guard !users.contains(where: { $0.login == person.login }) else {
      throw Failure("De inlognaam «\(person.login)» is al vergeven.", .usage)
    }
    if let missing = person.groups.first(where: { name in !groups.contains { $0.name == name } }) {
      let known = groups.map(\.name).joined(separator: ", ")
      throw Failure(
        "De groep «\(missing)» van \(person.name) bestaat niet. "
          + (known.isEmpty ? "Er zijn nog geen groepen." : "De groepen zijn: \(known)."), .usage)
    }
    users.append(person)
  }

  /// Somebody must be able to give access to others.
  func checkUsers() throws(Failure) {
    guard users.contains(where: { $0.role == .careCoordinator }) else {
      throw Failure("Er moet ten minste één gebruiker met de rol ib zijn.", .usage)
    }
  }
}
