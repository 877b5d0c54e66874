import Casework
import ReferenceData
import Support
import Testing

@Suite("Signals as data")
struct SignalTreeTests {
  @Test("A signal carries everything that a program or a person needs to act on it")
  func signal() throws {
    let book = try ReferenceData.ruleBook()
    let engine = RuleEngine(book: book)
    var dossier = Dossier(id: id(1))
    let name = #"{"roepnaam": "Noor", "tussenvoegsel": "de", "achternaam": "Vries"}"#
    dossier[.pupil] = .value(try Tree(json: name))
    let application = #"{"id": "\#(id(7))", "vorm": "schriftelijk", "ontvangenOp": "2026-10-17"}"#
    dossier[.admission] = .value(try Tree(json: #"{"aanmeldingen": [\#(application)]}"#))
    let school = SampleSchool.school()
    let scope = engine.scope(of: school, until: day("2027-07-31"))
    let judged = engine.judge([dossier], in: scope)
    let agenda = Agenda(episodes: judged.episodes, book: book, calendar: scope.calendar)
    let signal = try #require(
      agenda.signals(on: day("2026-11-23"), for: .careCoordinator).first { $0.id.rule == "aanmelding.besluit" })
    let tree = signal.tree(book, names: SubjectNames(school, [dossier]))
    // 17 October + 42 days = Saturday 28 November, so Monday the 30th is the last day.
    let plain: [String: Tree] = [
      "rule": .string("aanmelding.besluit"), "force": .string("wet"), "urgency": .string("nu"),
      "visibleFrom": .string("2026-10-17"), "due": .string("2026-11-28"), "lastDay": .string("2026-11-30"),
      "daysLeft": .number("7"), "title": .string("Aanmelding: besluit uiterlijk 30 nov"),
      "section": .string("aanmelding"), "mustBeAcknowledged": .bool(false),
      "subject": .object([
        "kind": .string("leerling"), "id": .string(id(1).description), "name": .string("Noor de Vries"),
      ]),
    ]
    for (key, value) in plain { #expect(tree[key] == value, "\(key)") }
    let proof = (tree["proof"]?.elements ?? []).compactMap(\.text)
    #expect(proof.contains("za 17 okt 2026 + 6 weken = za 28 nov 2026."))
    #expect(proof.contains("De laatste dag is daarom ma 30 nov 2026 (Algemene termijnenwet)."))
    let sources = tree["sources"]?.elements ?? []
    #expect(sources.contains { $0["text"] == .string("Handreiking §1.2") })
    #expect(sources.contains { $0["address"]?.text?.hasPrefix("https://") == true })
    #expect(tree["clearedBy"]?.text?.isEmpty == false)
    #expect(tree["outsideOurPower"] == nil)
  }

  @Test("What has no due date says so with null, and a group and the school are subjects too")
  func nulls() {
    let book = RuleBook([
      RuleEntry(
        id: "r", force: .norm, validFrom: nil, validUntil: nil, audience: [.careCoordinator], title: "Titel",
        explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
    ])
    func tree(of subject: Subject) -> Tree? {
      let episode = Episode(
        id: Episode.ID(rule: "r", subject: subject), visibleFrom: day("2026-11-01"), proof: [ProofStep("bestaat niet")],
        act: Act(nil))
      let agenda = Agenda(
        episodes: [episode], book: book, calendar: TeachingCalendar(SampleSchool.school()))
      return agenda.signals(on: day("2026-11-23")).first?.tree(book, names: SubjectNames([.school: "De Waterlelie"]))
    }
    #expect(tree(of: .school)?["due"] == .null)
    #expect(tree(of: .school)?["daysLeft"] == .null)
    #expect(tree(of: .school)?["section"] == nil)
    #expect(tree(of: .school)?["subject"] == .object(["kind": .string("school"), "name": .string("De Waterlelie")]))
    #expect(tree(of: .group(id(3)))?["subject"]?["id"]?.text == id(3).description)
    #expect(tree(of: .group(id(3)))?["subject"]?["name"] == .null)
    // A sentence that lacks is not passed over in silence.
    #expect(tree(of: .school)?["proof"] == .array([.string("«bestaat niet»")]))
  }
}
