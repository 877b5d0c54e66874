import Casework
import Support
import Testing

/// A dossier for a rule on referral, in the words of its files, and what is asked on which days.
struct ReferralCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let tabs: [SectionName: String]
  let expected: [Episode.Dates]

  init(_ title: String, _ tabs: [SectionName: String], _ expected: [Episode.Dates]) {
    testDescription = title
    self.tabs = tabs
    self.expected = expected
  }

  /// One application for a TLV, with these fields besides its id.
  init(_ title: String, tlv fields: String, and more: [SectionName: String] = [:], _ expected: [Episode.Dates]) {
    self.init(title, more.merging([.referral: Self.applications(fields)]) { old, _ in old }, expected)
  }

  static func applications(_ fields: String...) -> String { list("tlv", fields) }

  static func list(_ key: String, _ records: [String]) -> String {
    let objects = records.enumerated().map { "{\"id\": \"\(id(UInt64($0 + 1)))\", \($1)}" }
    return "{\"\(key)\": [\(objects.joined(separator: ", "))]}"
  }

  /// Mother (id 11) and father (id 12) with what the record says of their custody.
  static func family(mother: String = #"{"gezag": "ja"}"#, father: String = #"{"gezag": "nee"}"#) -> String {
    """
    {"ouders": [
      {"id": "\(id(11))", "naam": "A", "relatie": "moeder", "soort": "ouder", "gezag": [\(mother)]},
      {"id": "\(id(12))", "naam": "B", "relatie": "vader", "soort": "ouder", "gezag": [\(father)]}]}
    """
  }

  static func left(_ last: String) -> [SectionName: String] {
    [
      .pupil:
        #"{"inschrijvingen": [{"id": "\#(id(90))", "soort": "definitief", "van": "2020-08-24", "tot": "\#(last)"}]}"#
    ]
  }

  func found(_ rule: RuleID, school: School = SampleSchool.school()) throws -> [Episode] {
    try RuleBench(rule, school: school).episodes(tabs)
  }

  func check(_ rule: RuleID, school: School = SampleSchool.school()) throws {
    #expect(try found(rule, school: school).map(\.dates) == expected)
  }
}
