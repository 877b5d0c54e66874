import Casework
import Support
import Testing

/// Tabs of a dossier as they stand in files, said briefly.
enum Tabs {
  static let mother = id(11)
  static let father = id(12)

  /// `{"id": ..., fields, more}`; a field without a value is left out.
  static func record(_ number: UInt64, _ fields: KeyValuePairs<String, String?>, _ more: String...) -> String {
    let pairs = [("id", id(number).description as String?)] + fields.map { ($0.key, $0.value) }
    return members(pairs, more)
  }

  /// `{fields, more}`, a whole tab or a part without an id.
  static func tab(_ fields: KeyValuePairs<String, String?> = [:], _ more: String...) -> String {
    members(fields.map { ($0.key, $0.value) }, more)
  }

  static func list(_ key: String, _ items: String...) -> String {
    "\"\(key)\": [\(items.joined(separator: ", "))]"
  }

  private static func members(_ pairs: [(String, String?)], _ more: [String]) -> String {
    let written = pairs.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }
    return "{\((written + more).joined(separator: ", "))}"
  }
}

/// The parts that most plans and pupils have.
extension Tabs {
  /// A pupil enrolled since August 2024 with these levels of support.
  static func pupil(_ levels: String..., from: String = "2024-08-01", until: String? = nil, more: String...) -> String {
    let enrolment = record(1, ["soort": "definitief", "van": from, "tot": until])
    return
      "{\(([list("inschrijvingen", enrolment), "\"ondersteuningsniveaus\": [\(levels.joined(separator: ", "))]"] + more).joined(separator: ", "))}"
  }

  static func level(_ level: String, _ from: String, until: String? = nil, number: UInt64 = 2, _ more: String...)
    -> String
  {
    let fields = "\"id\": \"\(id(number))\", \"niveau\": \"\(level)\", \"van\": \"\(from)\""
    let end = until.map { [", \"tot\": \"\($0)\""] } ?? []
    return "{" + fields + end.joined() + more.map { ", " + $0 }.joined() + "}"
  }

  /// Mother with custody and father with what is said of his.
  static func family(father custody: String? = nil, _ spans: String...) -> String {
    let answers = spans.isEmpty ? custody.map { [record(22, ["gezag": $0])] } ?? [] : spans
    let mother = record(
      11, ["naam": "moeder", "relatie": "moeder", "soort": "ouder"], list("gezag", record(21, ["gezag": "ja"])))
    let father = record(
      12, ["naam": "vader", "relatie": "vader", "soort": "ouder"],
      "\"gezag\": [\(answers.joined(separator: ", "))]")
    return "{\"ouders\": [\((answers.isEmpty ? [mother] : [mother, father]).joined(separator: ", "))]}"
  }

  static func version(
    _ number: UInt64 = 50, drawn: String = "2026-10-05", offered: String? = nil, established: String? = nil,
    inForce: String? = nil, closed: String? = nil, more: String...
  ) -> String {
    var fields: [(String, String?)] = [("id", id(number).description), ("opgesteldOp", drawn)]
    fields += [("aangebodenOp", offered), ("vastgesteldOp", established), ("geldtVanaf", inForce)]
    fields.append(("afgeslotenOp", closed))
    let written = fields.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }
    return "{\((written + more).joined(separator: ", "))}"
  }

  static func plan(_ versions: String..., more: String...) -> String {
    "{\((["\"versies\": [\(versions.joined(separator: ", "))]"] + more).joined(separator: ", "))}"
  }

  static func talk(
    _ number: UInt64, _ on: String, kind: String = "ouders", subject: String = "opp", reached: String? = "gesproken",
    _ more: String...
  ) -> String {
    let subjects = list("onderwerpen", "\"\(subject)\"")
    return record(
      number, ["datum": on, "soort": kind, "hoe": "school", "bereikt": reached],
      ([subjects] + more).joined(separator: ", "))
  }

  static func talks(_ talks: String...) -> String { "{\"gesprekken\": [\(talks.joined(separator: ", "))]}" }

  static let withdrawn =
    "\"ingetrokken\": {\"reden\": \"vergissing\", \"door\": \"anouk\", \"op\": \"2026-11-20T12:00:00Z\"}"
}

/// A row of a table: a dossier, and what a rule makes of it.
struct TabCase: Sendable, CustomTestStringConvertible {
  let name: String
  let tabs: [SectionName: String]
  let expected: [Episode.Dates]

  init(_ name: String, _ tabs: [SectionName: String], _ expected: Episode.Dates...) {
    self.name = name
    self.tabs = tabs
    self.expected = expected
  }

  var testDescription: String { name }

  func dates(_ rule: RuleID, school: School = SampleSchool.school()) throws -> [Episode.Dates] {
    try RuleBench(rule, school: school).episodes(tabs).map(\.dates)
  }
}
