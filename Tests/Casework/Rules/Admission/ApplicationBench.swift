import Casework
import Support

/// Judges one application, written as it stands in a file.
struct ApplicationBench {
  let bench: RuleBench

  init(_ rule: RuleID, type: SchoolType? = .primary, status: LegalStatus? = .publicSchool) throws {
    var school = SampleSchool.school()
    school.record.legalStatus = status.map { Choice($0) }
    school.record.type = type.map { Choice($0) }
    bench = try RuleBench(rule, school: school)
  }

  /// The episodes of a written application received on a day.
  func episodes(
    _ received: String, _ fields: String = "", form: String = "schriftelijk", pupil: String? = nil,
    disputes: String? = nil
  ) throws -> [Episode] {
    var tabs: [SectionName: String] = [
      .admission: Self.tab(
        "{\"id\": \"\(id(7))\", \"vorm\": \"\(form)\", \"ontvangenOp\": \"\(received)\"\(fields.isEmpty ? "" : ", " + fields)}"
      )
    ]
    tabs[.pupil] = pupil
    tabs[.referral] = disputes.map { "{\"geschillen\": [\($0)]}" }
    return try bench.episodes(tabs)
  }

  static func tab(_ applications: String) -> String { "{\"aanmeldingen\": [\(applications)]}" }

  func words(of episodes: [Episode]) throws -> String {
    try episodes.flatMap { [try bench.title(of: $0)] + (try bench.proof(of: $0)) }.joined(separator: " ")
  }
}

/// A refusal on Monday 16 November 2026 of an application of 12 October, with these fields besides.
func refusal(_ fields: String = "", ground: String? = "kanNietBieden") -> String {
  [
    "\"besluit\": \"geweigerd\", \"besluitOp\": \"2026-11-16\"",
    ground.map { "\"weigeringsgrond\": \"\($0)\"" }, fields.isEmpty ? nil : fields,
  ].compactMap(\.self).joined(separator: ", ")
}

/// What taking back a record looks like.
let takenBack = "\"ingetrokken\": {\"reden\": \"dubbel\", \"door\": \"anouk\", \"op\": \"2026-11-17T08:00:00Z\"}"

/// Enrolled for good from the day after the refusal's tests until 18 December 2026.
let leftInDecember = """
  {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2026-10-26", "tot": "2026-12-18"}]}
  """
