import Casework
import ReferenceData
import Support
import Testing

/// A dossier in the words of its files.
enum FlowDossier {
  static func make(_ tabs: [SectionName: String]) throws -> Dossier {
    var dossier = Dossier(id: id(1000))
    for (name, json) in tabs { dossier[name] = .value(try Tree(json: json)) }
    return dossier
  }
}

/// Every path by hand, from chapter 4.
@Suite("The flow of chapter 4 for a dossier")
struct ReferralFlowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let tabs: [SectionName: String]
    let path: [FlowNode]
    let open: [FlowNode]
    let day: String

    init(
      _ title: String, _ tabs: [SectionName: String], _ path: [FlowNode], open: [FlowNode],
      on day: String = "2026-11-23"
    ) {
      testDescription = title
      self.tabs = tabs
      self.path = path
      self.open = open
      self.day = day
    }
  }

  /// A pupil of this year group since August, with a level of support where told.
  private static func pupil(_ year: Int, _ level: String? = nil, more: String = "") -> String {
    let levels = level.map {
      #", "ondersteuningsniveaus": [{"id": "\#(id(2))", "niveau": "\#($0)", "van": "2026-09-01"}]"#
    }
    return #"{"groepen": [{"id": "\#(id(1))", "leerjaar": \#(year), "van": "2026-08-01"}]\#(levels ?? "")\#(more)}"#
  }

  private static func tlv(_ fields: String) -> String {
    #"{"tlv": [{"id": "\#(id(3))", "soort": "so2", "aangevraagdOp": "2026-10-01"\#(fields)}]}"#
  }

  private static func cluster(_ fields: String) -> String {
    #"{"cluster12": [{"id": "\#(id(4))", "instelling": "Kentalis", "cluster": "cluster2", "aangevraagdOp": "2026-10-01"\#(fields)}]}"#
  }

  private static func applied(_ fields: String) -> String {
    #"{"aanmeldingen": [{"id": "\#(id(5))", "ontvangenOp": "2026-10-01"\#(fields)}]}"#
  }

  private static let toTLV: [FlowNode] = [.secondary, .extraSupport, .ownSchool, .sensory, .otherSchool, .application]
  /// All that comes after the refusal: the school looks again.
  private static let afterRefusal: [FlowNode] = [
    .ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind, .committee,
  ]
  private static let everything: [FlowNode] = [
    .secondary, .extraSupport, .ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind,
    .committee, .practical, .learningSupport,
  ]

  static let primary: [Case] = [
    Case("Nothing on record: every question is open", [:], [.secondary], open: everything),
    Case(
      "Only the year group: what more is needed is open", [.pupil: pupil(6)], [.secondary, .extraSupport],
      open: [
        .extraSupport, .ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind, .committee,
      ]),
    Case(
      "Basic support ends it", [.pupil: pupil(6, "basis")], [.secondary, .extraSupport, .basicSupport], open: []),
    Case(
      "A plan in force: the school does it itself",
      [
        .pupil: pupil(6, "extraBinnenSop"),
        .plan: #"{"versies": [{"id": "\#(id(6))", "vastgesteldOp": "2026-10-05"}]}"#,
      ], [.secondary, .extraSupport, .ownSchool, .stays], open: []),
    Case(
      "A plan that is only offered says nothing yet",
      [
        .pupil: pupil(6, "extraBinnenSop"),
        .plan: #"{"versies": [{"id": "\#(id(6))", "opgesteldOp": "2026-10-01", "aangebodenOp": "2026-10-05"}]}"#,
      ], [.secondary, .extraSupport, .ownSchool],
      open: [.ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind, .committee]),
    Case(
      "The school cannot; an application says so",
      [.pupil: pupil(1, "extraBuitenSop"), .admission: applied(#", "kanSchoolDit": "nee""#)],
      [.secondary, .extraSupport, .ownSchool, .sensory],
      open: [.sensory, .otherSchool, .application, .admissible, .admission, .kind, .committee]),
    Case(
      "Another school is willing; only whether it is about seeing, hearing or language is open",
      [
        .pupil: pupil(1, "extraBuitenSop"),
        .admission: applied(#", "kanSchoolDit": "nee", "andereSchool": "De Linde", "andereSchoolOp": "2026-10-20""#),
      ], [.secondary, .extraSupport, .ownSchool, .sensory], open: [.sensory, .committee]),
  ]

  static let placements: [Case] = [
    Case(
      "A TLV was asked: that answers what comes before it", [.pupil: pupil(6, "extraBuitenSop"), .referral: tlv("")],
      toTLV + [.admissible],
      open: [.admissible, .admission]),
    Case(
      "The plan that goes along does not say that the school can do it after all",
      [
        .pupil: pupil(6, "extraBuitenSop"), .referral: tlv(""),
        .plan: #"{"versies": [{"id": "\#(id(6))", "vastgesteldOp": "2026-10-05"}]}"#,
      ], toTLV + [.admissible], open: [.admissible, .admission]),
    Case(
      "Granted: parents apply",
      [.pupil: pupil(6), .referral: tlv(#", "besluit": "toegekend", "besluitOp": "2026-11-10""#)],
      toTLV + [.admissible, .admission], open: [.admission]),
    Case(
      "Not granted yet on the day before",
      [.pupil: pupil(6), .referral: tlv(#", "besluit": "toegekend", "besluitOp": "2026-11-10""#)],
      toTLV + [.admissible], open: [.admissible, .admission], on: "2026-11-09"),
    Case(
      "Admitted to special education",
      [
        .pupil: pupil(6),
        .referral: tlv(#", "besluit": "toegekend", "besluitOp": "2026-11-10", "toegelatenOp": "2026-11-20""#),
      ], toTLV + [.admissible, .admission, .kind, .special], open: []),
    Case(
      "Refused: the school goes on looking",
      [.pupil: pupil(6), .referral: tlv(#", "besluit": "afgewezen", "besluitOp": "2026-11-10""#)],
      toTLV + [.admissible, .again], open: afterRefusal),
    Case(
      "Refused on a day that nobody wrote down",
      [.pupil: pupil(6), .referral: tlv(#", "besluit": "afgewezen""#)], toTLV + [.admissible, .again],
      open: afterRefusal),
    Case(
      "Refused tomorrow is not refused today",
      [.pupil: pupil(6), .referral: tlv(#", "besluit": "afgewezen", "besluitOp": "2026-11-10""#)],
      toTLV + [.admissible], open: [.admissible, .admission], on: "2026-11-09"),
    Case(
      "Refused, and since then the school said that it cannot: the next question is open",
      [
        .pupil: pupil(6), .referral: tlv(#", "besluit": "afgewezen", "besluitOp": "2026-11-10""#),
        .admission: applied(#", "kanSchoolDit": "nee", "kanSchoolDitBeantwoordOp": "2026-11-12""#),
      ], toTLV + [.admissible, .again], open: Array(afterRefusal.dropFirst())),
    Case(
      "A refused TLV says nothing of a pupil who goes on to secondary education",
      [
        .pupil: pupil(8),
        .referral: tlv(#", "besluit": "afgewezen", "besluitOp": "2026-11-10""#),
      ], [.secondary, .practical], open: [.practical, .learningSupport]),
    Case(
      "Refused, and a plan after that: the school does it itself",
      [
        .pupil: pupil(6), .referral: tlv(#", "besluit": "afgewezen", "besluitOp": "2026-11-10""#),
        .plan: #"{"versies": [{"id": "\#(id(6))", "vastgesteldOp": "2026-11-20"}]}"#,
      ], [.secondary, .extraSupport, .ownSchool, .stays], open: []),
    Case(
      "Taken back: as if it was never asked",
      [.pupil: pupil(6, "extraBuitenSop"), .referral: tlv(#", "besluit": "ingetrokken""#)],
      [.secondary, .extraSupport, .ownSchool],
      open: [.ownSchool, .sensory, .otherSchool, .application, .admissible, .admission, .kind, .committee]),
    Case(
      "Asked tomorrow is not asked today", [.pupil: pupil(6, "basis"), .referral: tlv("")],
      [.secondary, .extraSupport, .basicSupport], open: [], on: "2026-09-30"),
  ]

  static let others: [Case] = [
    Case(
      "A request to cluster 2 that waits: whether the school can do it is asked first",
      [.pupil: pupil(2), .referral: cluster("")], [.secondary, .extraSupport, .ownSchool],
      open: [.ownSchool, .otherSchool, .application, .admissible, .admission, .kind, .committee]),
    Case(
      "The committee said yes",
      [
        .pupil: pupil(2), .admission: applied(#", "kanSchoolDit": "nee""#),
        .referral: cluster(#", "besluit": "toegekend", "besluitOp": "2026-11-01""#),
      ], [.secondary, .extraSupport, .ownSchool, .sensory, .committee, .sensorySupport], open: []),
    Case(
      "The committee said no",
      [
        .pupil: pupil(2), .admission: applied(#", "kanSchoolDit": "nee""#),
        .referral: cluster(#", "besluit": "afgewezen", "besluitOp": "2026-11-01""#),
      ], [.secondary, .extraSupport, .ownSchool, .sensory, .committee, .otherSchool],
      open: [.otherSchool, .application, .admissible, .admission, .kind]),
    Case(
      "Year group 8: the criteria are asked", [.pupil: pupil(8)], [.secondary, .practical],
      open: [.practical, .learningSupport]),
    Case(
      "Year group 8 that meets PrO", [.pupil: pupil(8), .referral: check(iq: 70, reached: 30)],
      [.secondary, .practical, .practicalSchool], open: []),
    Case(
      "Year group 8, only the IQ and a plan: with or without the delay it is PrO",
      [
        .pupil: pupil(8), .plan: #"{"versies": [{"id": "\#(id(6))", "vastgesteldOp": "2026-10-05"}]}"#,
        .referral: #"{"proLwoo": [{"id": "\#(id(9))", "datum": "2026-10-15", "iq": 70, "aangewezenOpPro": "nee"}]}"#,
      ], [.secondary, .practical, .practicalSchool], open: []),
    Case(
      "Year group 8 that meets LWOO", [.pupil: pupil(8), .referral: check(iq: 85, reached: 45)],
      [.secondary, .practical, .learningSupport, .supportedSecondary], open: []),
    Case(
      "Year group 8 that meets neither", [.pupil: pupil(8), .referral: check(iq: 100, reached: 60)],
      [.secondary, .practical, .learningSupport, .otherSecondary], open: []),
    Case(
      "Year group 8 without an IQ", [.pupil: pupil(8), .referral: check(iq: nil, reached: 30)],
      [.secondary, .practical],
      open: [.practical, .learningSupport]),
    Case(
      "Went on to secondary education", [.pupil: pupil(7, more: left("vo"))], [.secondary, .practical],
      open: [.practical, .learningSupport]),
  ]

  private static func check(iq: Int?, reached: Int) -> String {
    let domains = LearningDomain.allCases.enumerated().map {
      #"{"id": "\#(id(UInt64(20 + $0.offset)))", "domein": "\#($0.element.rawValue)", "dle": \#(reached), "dl": 60}"#
    }
    let test = iq.map { #""iq": \#($0), "# } ?? ""
    return
      #"{"proLwoo": [{"id": "\#(id(9))", "datum": "2026-10-15", \#(test)"aangewezenOpPro": "nee", "sociaalEmotioneel": "nee", "domeinen": [\#(domains.joined(separator: ", "))]}]}"#
  }

  private static func left(_ where: String) -> String {
    #", "inschrijvingen": [{"id": "\#(id(8))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-11-01", "bestemming": "\#(`where`)"}]"#
  }

  @Test(
    "The path goes as far as the facts do, and what is open on it is named", arguments: primary + placements + others)
  func path(_ row: Case) throws {
    let flow = ReferralFlow(try FlowDossier.make(row.tabs), on: day(row.day))
    #expect(flow.path == row.path)
    #expect(flow.open == row.open)
  }

  private func flow(_ tabs: [SectionName: String], on date: String = "2026-11-23") throws -> ReferralFlow {
    ReferralFlow(try FlowDossier.make(tabs), on: day(date))
  }

  @Test("Two facts of one day that say otherwise leave the question open, and that is told")
  func contradiction() throws {
    func application(_ number: UInt64, _ answer: String, _ date: String) -> String {
      #"{"id": "\#(id(number))", "ontvangenOp": "2026-09-01", "kanSchoolDit": "\#(answer)", "kanSchoolDitBeantwoordOp": "\#(date)"}"#
    }
    func answer(_ first: String, _ second: String) throws -> FlowStation? {
      let rows = [application(1, "ja", first), application(2, "nee", second)]
      let there = try flow([.admission: "{\"aanmeldingen\": [\(rows[0]), \(rows[1])]}"]).stations[.ownSchool]
      let back = try flow([.admission: "{\"aanmeldingen\": [\(rows[1]), \(rows[0])]}"]).stations[.ownSchool]
      #expect(there?.answer == back?.answer)
      return there
    }
    #expect(try answer("2026-10-01", "2026-10-02")?.answer == .no)
    #expect(try answer("2026-10-02", "2026-10-01")?.answer == .yes)
    let both = try answer("2026-10-01", "2026-10-01")
    #expect(both?.answer == nil)
    #expect(both?.facts.map(\.sentence) == ["kanSchool", "kanSchool", "tegenspraak"])
  }

  @Test("A tab that cannot be read leaves every question open that needs it, and is named")
  func unread() throws {
    var dossier = try FlowDossier.make([.pupil: Self.pupil(6, "extraBuitenSop"), .referral: Self.tlv("")])
    #expect(ReferralFlow(dossier, on: day("2026-11-23")).path.last == .admissible)
    dossier.admission = .notReadable
    let flow = ReferralFlow(dossier, on: day("2026-11-23"))
    #expect(flow.path == [.secondary, .extraSupport])
    #expect(flow.stations[.extraSupport]?.unread == [.admission])
    #expect(flow.stations[.sensory]?.unread == [])
    #expect(flow.stations[.sensory]?.answer == .no)
  }

  @Test("Each answer names its facts, in the order of their days, with where they stand")
  func facts() throws {
    let flow = try flow([
      .pupil: Self.pupil(6, "extraBuitenSop"),
      .admission: Self.applied(#", "kanSchoolDit": "ja", "kanSchoolDitBeantwoordOp": "2026-09-15""#),
      .referral: Self.tlv(""),
    ])
    let texts = try ReferenceData.referralTexts()
    let station = try #require(flow.stations[.ownSchool])
    #expect(station.answer == .no)
    #expect(
      station.facts.map(texts.words) == [
        "De school kan dit bieden: ja (di 15 sep 2026).",
        "TLV aangevraagd (do 1 okt 2026): SO, categorie 2 (midden).",
      ])
    #expect(
      station.facts.map(\.place) == [
        Act(.admission, list: "aanmeldingen", record: id(5), field: "kanSchoolDit"),
        Act(.referral, list: "tlv", record: id(3), field: "aangevraagdOp"),
      ])
  }

  @Test("An open question leads to the record that it is about, or to a new one, and says where that is")
  func ask() throws {
    let asked = try flow([.pupil: Self.pupil(6), .referral: Self.tlv("")])
    #expect(asked.stations[.admissible]?.ask == Act(.referral, list: "tlv", record: id(3), field: "besluit"))
    #expect(asked.stations[.admissible]?.ask?.words == "Verwijzing › TLV-aanvraag › Besluit")
    #expect(asked.stations[.extraSupport]?.ask?.words == "Leerling › Ondersteuningsniveau")
    let new = try flow([.pupil: Self.pupil(6)])
    #expect(new.stations[.admissible]?.ask == Act(.referral, list: "tlv", field: "besluit"))
    #expect(new.stations[.ownSchool]?.ask?.words == "OPP › OPP-versie › Vastgesteld op")
    let applied = try flow([.admission: Self.applied("")])
    #expect(
      applied.stations[.ownSchool]?.ask == Act(.admission, list: "aanmeldingen", record: id(5), field: "kanSchoolDit"))
    #expect(applied.stations[.again]?.ask == nil)
    let refused = try flow([.pupil: Self.pupil(6), .referral: Self.tlv(#", "besluit": "afgewezen""#)])
    #expect(refused.stations[.application]?.ask == Act(.referral, list: "tlv", field: "aangevraagdOp"))
  }

  @Test("Only an application that waits is asked about first; after its decision the plan and the enrolment are")
  func askAfterAdmission() throws {
    func tabs(_ fields: String, on date: String = "2026-11-23") throws -> [SectionName?] {
      let flow = try flow([.pupil: Self.pupil(6), .admission: Self.applied(fields)], on: date)
      return [FlowNode.ownSchool, .otherSchool].map { flow.stations[$0]?.ask?.section }
    }
    let decided = #", "besluit": "toegelaten", "besluitOp": "2026-11-10""#
    #expect(try tabs("") == [.admission, .admission])
    #expect(try tabs(decided, on: "2026-11-09") == [.admission, .admission])
    #expect(try tabs(decided) == [.plan, .pupil])
    #expect(try tabs(#", "besluit": "toegelaten""#) == [.plan, .pupil])
  }

  /// Each was taken back on 10 November: on the 9th it still stood.
  @Test("What was taken back counts until the day that it was", arguments: ["ingetrokken", "afgewezen"])
  func takenBack(decision: String) throws {
    let end = #", "besluit": "\#(decision)", "besluitOp": "2026-11-10""#
    func facts(_ node: FlowNode, _ tabs: [SectionName: String]) throws -> [[String]] {
      try ["2026-11-09", "2026-11-10"].map { date in
        try flow(tabs, on: date).stations[node]?.facts.map(\.sentence) ?? []
      }
    }
    func arrangement(_ source: String) -> [SectionName: String] {
      let row = #""id": "\#(id(6))", "bron": "\#(source)", "gevraagdOp": "2026-10-01", "van": "2026-10-01""#
      return [.support: "{\"arrangementen\": [{\(row)\(end)}]}"]
    }
    #expect(try facts(.ownSchool, arrangement("swv")) == [["arrangement"], []])
    guard decision == "ingetrokken" else { return }
    #expect(try facts(.sensory, arrangement("cluster12")) == [["clusterArrangement"], []])
    #expect(try facts(.sensory, [.referral: Self.cluster(end)]) == [["clusterGevraagd"], []])
    #expect(
      try facts(.ownSchool, [.admission: Self.applied(#", "kanSchoolDit": "nee""# + end)]) == [["kanSchool"], []])
  }

  @Test("An arrow is lit where the path goes along it, and nowhere else")
  func lit() throws {
    let flow = try flow([.pupil: Self.pupil(6, "basis")])
    let lit = FlowNode.allCases.flatMap { node in
      node.edges.filter { flow.isLit($0, from: node) }.map { "\(node.rawValue) \($0.answer.rawValue)" }
    }
    #expect(lit == ["vo nee", "extra nee"])
  }

  @Test("Whatever a dossier holds, the path is unbroken, nothing repeats, every sentence is there")
  func anyDossier() throws {
    let texts = try ReferenceData.referralTexts()
    var maker = RandomDossier(seed: 41)
    for number in 0..<400 {
      let dossier = number.isMultiple(of: 2) ? maker.make(UInt64(number)) : maker.makeTidy(UInt64(number))
      let flow = ReferralFlow(dossier, on: day("2026-11-23"))
      #expect(flow.path.first == .start)
      #expect(Set(flow.path).count == flow.path.count)
      for (node, next) in zip(flow.path, flow.path.dropFirst()) {
        #expect(node.edges.contains { $0.target == next && flow.isLit($0, from: node) })
      }
      let isAgain = flow.path.last == .again
      #expect(flow.open.allSatisfy { (isAgain || flow.stations[$0]?.answer == nil) && $0.ask != nil })
      #expect(!isAgain || !flow.open.isEmpty)
      if let last = flow.path.last, last.ask != nil { #expect(flow.open.first == last) }
      for station in flow.stations.values {
        for fact in station.facts { #expect(!texts.words(of: fact).contains("«"), "\(fact.sentence)") }
      }
      for check in [dossier.secondaryOutcome(on: day("2026-11-23"))].compactMap(\.self) {
        for step in check.practical.steps + check.support.steps {
          #expect(!texts.words(of: step).contains("«"), "\(step.sentence)")
        }
      }
    }
  }
}
