import Casework
import Support
import Testing

/// What must stand in a plan (WPO 40a lid 5; §2.4, 2.5, 2.7, 2.9) and go along with a request (§2.1).
@Suite("opp.onderdelen, opp.zorg, opp.toets, aanvraag.opp, opp.reeds-geboden")
struct PlanContentTests {
  private static let extra = Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01"))

  /// A version in which everything is filled, but for what is put in its place.
  private static func filled(
    _ change: (key: String, json: String)? = nil, part: (key: String, json: String)? = nil, number: UInt64 = 50,
    drawn: String = "2026-10-05", offered: String? = nil, established: String? = nil, closed: String? = nil
  ) -> String {
    var fields = [
      ("uitstroom", "\"vmboTl\""), ("uitstroomWaarom", "\"leert gestaag\""), ("bevorderend", "[\"werkt hard\"]"),
      ("belemmerend", "[\"leest traag\"]"),
    ]
    var parts = [("begeleiding", "\"twee keer per week\""), ("afwijkingen", "\"nvt\"")]
    if let change { fields = fields.map { $0.0 == change.key ? change : $0 } }
    if let part { parts = parts.filter { $0.0 != part.key } + [part] }
    let inner = parts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    let outer = fields.map { "\"\($0.0)\": \($0.1)" } + ["\"handelingsdeel\": {\(inner)}"]
    return Tabs.version(
      number, drawn: drawn, offered: offered, established: established, closed: closed,
      more: outer.joined(separator: ", "))
  }

  private static func tabs(_ versions: String...) -> [SectionName: String] {
    [.pupil: extra, .plan: "{\"versies\": [\(versions.joined(separator: ", "))]}"]
  }

  // Thursday 1 October + 42 days = Thursday 12 November, the term of the plan itself.
  private static let draft = Episode.Dates(from: "2026-10-05", due: "2026-11-12")
  private static let lacking: (key: String, json: String) = ("uitstroom", "\"\"")

  static let parts: [TabCase] = [
    TabCase("everything is there", tabs(filled())),
    TabCase("the destination is empty", tabs(filled(lacking)), draft),
    TabCase("a word of a later version is an answer", tabs(filled(("uitstroom", "\"vmboNieuw\"")))),
    TabCase("the reasons are blank", tabs(filled(("uitstroomWaarom", "\"  \""))), draft),
    TabCase("no promoting factor", tabs(filled(("bevorderend", "[]"))), draft),
    TabCase("only blank impeding factors", tabs(filled(("belemmerend", "[\" \"]"))), draft),
    TabCase("no support", tabs(filled(part: ("begeleiding", "\"\""))), draft),
    TabCase(
      "another kind of support is support",
      tabs(
        Tabs.version(
          more: """
            "uitstroom": "pro", "uitstroomWaarom": "a", "bevorderend": ["b"], "belemmerend": ["c"],
            "handelingsdeel": {"leerlijn": "d", "afwijkingen": "nvt"}
            """))),
    TabCase("departures not told", tabs(filled(part: ("afwijkingen", "\"\""))), draft),
    TabCase("departures said to be there and not described", tabs(filled(part: ("afwijkingen", "\"ja\""))), draft),
    TabCase(
      "departures described", tabs(filled(part: ("afwijkingen", "\"ja\", \"afwijkingenUitleg\": \"geen Engels\"")))),
    TabCase(
      "established with a lack: now, from that day; the draft's term no longer",
      tabs(filled(lacking, established: "2026-11-02")),
      .init(from: "2026-10-05", due: "2026-11-12", until: "2026-11-02"), .init(from: "2026-11-02")),
    TabCase(
      "it ends when a version takes its place",
      tabs(
        filled(lacking, established: "2026-11-02"),
        filled(number: 51, drawn: "2026-11-16", established: "2026-11-23")),
      .init(from: "2026-10-05", due: "2026-11-12", until: "2026-11-02"),
      .init(from: "2026-11-02", until: "2026-11-23")),
    TabCase(
      "a next draft is asked for nothing before it is offered, and has no term",
      tabs(
        filled(established: "2026-11-02"),
        filled(lacking, number: 51, drawn: "2026-11-16", offered: "2026-11-30")), .init(from: "2026-11-30")),
    TabCase(
      "a draft gives way to a newer one",
      tabs(filled(lacking), filled(number: 51, drawn: "2026-10-19")),
      .init(from: "2026-10-05", due: "2026-11-12", until: "2026-10-19")),
    TabCase(
      "drawn up before the need, asked from the need on", tabs(filled(lacking, drawn: "2026-09-07")),
      .init(from: "2026-10-01", due: "2026-11-12")),
    TabCase("a withdrawn version is none", tabs("{\"id\": \"\(id(50))\", \(Tabs.withdrawn)}")),
    TabCase("an empty dossier asks nothing", [:]),
    TabCase(
      "a pupil who left",
      [
        .pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01"), until: "2026-11-20"),
        .plan: Tabs.plan(filled(lacking, established: "2026-11-02")),
      ], .init(from: "2026-10-05", due: "2026-11-12", until: "2026-11-02"),
      .init(from: "2026-11-02", until: "2026-11-21")),
  ]

  @Test("each part that the law names is there, by the day on which the plan must be", arguments: parts)
  func planParts(row: TabCase) throws {
    #expect(try row.dates("opp.onderdelen") == row.expected)
  }

  @Test("the proof names each part that lacks, and a locked plan asks for a new version")
  func partsNamed() throws {
    let bench = try RuleBench("opp.onderdelen")
    let found = try bench.episodes(Self.tabs(Tabs.version(established: "2026-11-02")))
    let last = try #require(found.last)
    #expect(last.floor == .now)
    #expect(try bench.title(of: last) == "Het OPP mist nog 6 verplichte onderdelen")
    let proof = try bench.proof(of: last)
    #expect(proof.first == "Deze versie is vastgesteld op ma 2 nov 2026.")
    #expect(proof.last?.contains("nieuwe versie") ?? false)
    #expect(proof.count == 8)
  }

  private static func care(_ fields: KeyValuePairs<String, String?>, _ more: String...) -> String {
    let pairs = fields.compactMap { pair in pair.value.map { ", \"\(pair.key)\": \"\($0)\"" } }
    let extra = more.map { ", " + $0 }
    return "{\"zorgOpSchool\": [{\"id\": \"\(id(70))\", \"wat\": \"logopedie\"\((pairs + extra).joined())}]}"
  }

  private static let withCare = "\"handelingsdeel\": {\"zorg\": \"logopedie op maandag\"}"
  private static let bare = Tabs.plan(Tabs.version(established: "2026-11-02"))

  static let cares: [TabCase] = [
    TabCase(
      "agreed before the plan", [.plan: bare, .support: care(["afgesprokenOp": "2026-10-12"])],
      .init(from: "2026-11-02")),
    TabCase(
      "agreed while it holds", [.plan: bare, .support: care(["afgesprokenOp": "2026-11-16"])],
      .init(from: "2026-11-16")),
    TabCase(
      "it is in the plan",
      [
        .plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: withCare)),
        .support: care(["afgesprokenOp": "2026-11-16"]),
      ]),
    TabCase(
      "care that ended before the plan",
      [.plan: bare, .support: care(["afgesprokenOp": "2026-10-12", "tot": "2026-11-01"])]),
    TabCase(
      "care that ends on the plan's first day is asked for that day",
      [.plan: bare, .support: care(["afgesprokenOp": "2026-10-12", "tot": "2026-11-02"])],
      .init(from: "2026-11-02", until: "2026-11-03")),
    TabCase(
      "a next version has it",
      [
        .plan: Tabs.plan(
          Tabs.version(established: "2026-11-02"),
          Tabs.version(51, drawn: "2026-11-16", established: "2026-11-23", more: withCare)),
        .support: care(["afgesprokenOp": "2026-11-16"]),
      ], .init(from: "2026-11-16", until: "2026-11-23")),
    TabCase(
      "an offer without it",
      [.plan: Tabs.plan(Tabs.version(offered: "2026-11-09")), .support: care(["afgesprokenOp": "2026-10-12"])],
      .init(from: "2026-11-09")),
    TabCase(
      "a draft asks nothing",
      [.plan: Tabs.plan(Tabs.version()), .support: care(["afgesprokenOp": "2026-10-12"])]),
    TabCase(
      "withdrawn care", [.plan: bare, .support: care(["afgesprokenOp": "2026-10-12"], Tabs.withdrawn)]),
    TabCase("agreed nobody knows when", [.plan: bare, .support: care([:])]),
    TabCase("without a plan there is nothing to put it in", [.support: care(["afgesprokenOp": "2026-10-12"])]),
    TabCase(
      "a pupil who left",
      [
        .pupil: Tabs.pupil(until: "2026-11-20"), .plan: bare, .support: care(["afgesprokenOp": "2026-11-16"]),
      ], .init(from: "2026-11-16", until: "2026-11-21")),
  ]

  @Test("care at school that was agreed stands in the plan", arguments: cares)
  func planCare(row: TabCase) throws {
    #expect(try row.dates("opp.zorg") == row.expected)
  }

  private static func test(_ more: String...) -> String {
    "\"aangepasteToetsen\": [{\"id\": \"\(id(70))\", \"toets\": \"Rekenen M6\"\(more.map { ", " + $0 }.joined())}]"
  }

  static let tests: [TabCase] = [
    TabCase(
      "offered and established without a reason",
      [.plan: Tabs.plan(Tabs.version(offered: "2026-10-19", established: "2026-11-02", more: test()))],
      .init(from: "2026-10-19", until: "2026-11-02"), .init(from: "2026-11-02")),
    TabCase(
      "blank is no reason",
      [.plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: test("\"reden\": \" \"")))],
      .init(from: "2026-11-02")),
    TabCase(
      "with a reason",
      [.plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: test("\"reden\": \"eigen leerlijn\"")))]),
    TabCase("in a draft it can still be filled in", [.plan: Tabs.plan(Tabs.version(more: test()))]),
    TabCase(
      "withdrawn", [.plan: Tabs.plan(Tabs.version(established: "2026-11-02", more: test(Tabs.withdrawn)))]),
    TabCase(
      "until the plan is closed",
      [.plan: Tabs.plan(Tabs.version(established: "2026-11-02", closed: "2026-11-20", more: test()))],
      .init(from: "2026-11-02", until: "2026-11-21")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("an adapted test has its reason", arguments: tests)
  func planTests(row: TabCase) throws {
    #expect(try row.dates("opp.toets") == row.expected)
  }

  private static func request(
    _ fields: KeyValuePairs<String, String?> = ["gevraagdOp": "2026-11-16"], source: String = "swv", _ more: String...
  ) -> String {
    let pairs = fields.compactMap { pair in pair.value.map { ", \"\(pair.key)\": \"\($0)\"" } }
    let extra = more.map { ", " + $0 }
    return "{\"arrangementen\": [{\"id\": \"\(id(70))\", \"wat\": \"lezen\", \"bron\": \"\(source)\""
      + (pairs + extra).joined() + "}]}"
  }

  static let requests: [TabCase] = [
    TabCase("no plan at all", [.support: request()], .init(from: "2026-11-16")),
    TabCase(
      "only a draft", [.plan: Tabs.plan(Tabs.version()), .support: request()], .init(from: "2026-11-16")),
    TabCase("offered that day", [.plan: Tabs.plan(Tabs.version(offered: "2026-11-16")), .support: request()]),
    TabCase(
      "offered a day later", [.plan: Tabs.plan(Tabs.version(offered: "2026-11-17")), .support: request()],
      .init(from: "2026-11-16", cleared: "2026-11-17")),
    TabCase(
      "established later without an offer",
      [.plan: Tabs.plan(Tabs.version(established: "2026-11-20")), .support: request()],
      .init(from: "2026-11-16", cleared: "2026-11-20")),
    TabCase(
      "a plan that was closed is none any more",
      [
        .plan: Tabs.plan(Tabs.version(established: "2026-10-12", closed: "2026-11-15")), .support: request(),
      ], .init(from: "2026-11-16")),
    TabCase(
      "closed on that very day it still was",
      [.plan: Tabs.plan(Tabs.version(established: "2026-10-12", closed: "2026-11-16")), .support: request()]),
    TabCase(
      "decided on: it falls away",
      [.support: request(["gevraagdOp": "2026-11-16", "besluit": "afgewezen", "besluitOp": "2026-11-20"])],
      .init(from: "2026-11-16", until: "2026-11-20")),
    TabCase(
      "decided nobody knows when", [.support: request(["gevraagdOp": "2026-11-16", "besluit": "toegekend"])]),
    TabCase("asked of the municipality", [.support: request(source: "jeugdhulp")]),
    TabCase("not asked", [.support: request([:])]),
    TabCase("withdrawn", [.support: request(["gevraagdOp": "2026-11-16"], Tabs.withdrawn)]),
    TabCase(
      "a pupil who left", [.pupil: Tabs.pupil(until: "2026-11-18"), .support: request()],
      .init(from: "2026-11-16", until: "2026-11-19")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("support is asked of the samenwerkingsverband with a plan that the parents know", arguments: requests)
  func requestHasPlan(row: TabCase) throws {
    #expect(try row.dates("aanvraag.opp") == row.expected)
  }

  private static let tried = Tabs.list("alGeprobeerd", Tabs.record(80, ["wat": "voorlezen"]))

  static let tryings: [TabCase] = [
    TabCase(
      "nothing is filled in", [.plan: Tabs.plan(Tabs.version(offered: "2026-10-19")), .support: request()],
      .init(from: "2026-11-16")),
    TabCase(
      "it is", [.plan: Tabs.plan(Tabs.version(offered: "2026-10-19", more: tried)), .support: request()]),
    TabCase(
      "the version that was sent counts, not a newer one",
      [
        .plan: Tabs.plan(
          Tabs.version(established: "2026-10-19"), Tabs.version(51, drawn: "2026-11-09", more: tried)),
        .support: request(["gevraagdOp": "2026-11-16", "oppVersie": id(50).description]),
      ], .init(from: "2026-11-16")),
    TabCase(
      "none is named: the newest of that day",
      [
        .plan: Tabs.plan(
          Tabs.version(established: "2026-10-19"), Tabs.version(51, drawn: "2026-11-09", more: tried)),
        .support: request(),
      ]),
    TabCase(
      "what was filled in and withdrawn is not there",
      [
        .plan: Tabs.plan(
          Tabs.version(
            offered: "2026-10-19",
            more: "\"alGeprobeerd\": [{\"id\": \"\(id(80))\", \"wat\": \"voorlezen\", \(Tabs.withdrawn)}]")),
        .support: request(),
      ], .init(from: "2026-11-16")),
    TabCase("without a plan the other rule asks", [.support: request()]),
    TabCase(
      "decided on: it falls away",
      [
        .plan: Tabs.plan(Tabs.version(offered: "2026-10-19")),
        .support: request(["gevraagdOp": "2026-11-16", "besluit": "toegekend", "besluitOp": "2026-11-20"]),
      ], .init(from: "2026-11-16", until: "2026-11-20")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("what the school already did goes along", arguments: tryings)
  func requestTellsWhatWasTried(row: TabCase) throws {
    #expect(try row.dates("opp.reeds-geboden") == row.expected)
  }
}
