import Support
import Testing

@testable import Casework

@Suite("Timeline")
struct TimelineTests {
  private let today = day("2026-11-23")

  private func timeline(
    _ dossier: Dossier, in sections: [SectionName] = SectionName.allCases, _ episodes: [Episode] = []
  ) -> Timeline {
    Timeline(of: dossier, in: sections, episodes: episodes, on: today)
  }

  /// A dossier with one list of records in a tab.
  private func dossier<Fields>(
    _ section: SectionName, _ list: String, _ records: Record<Fields>...
  ) -> Dossier {
    var dossier = Dossier(id: id(1))
    dossier[section] = .value(.object([list: .array(records.map(\.tree))]))
    return dossier
  }

  private func absence(_ fill: (inout Record<AbsenceRecordFields>) -> Void) -> [TimelineEntry] {
    timeline(dossier(.absence, "afwezig", make(AbsenceRecordFields.self, 2, fill))).entries
  }

  @Test("Every day that stands in a file is told, and no other", arguments: 0..<200)
  func nothingLeftOut(seed: Int) {
    var random = RandomDossier(seed: UInt64(seed))
    let dossier = random.makeTidy(UInt64(seed))
    for section in SectionName.allCases {
      guard let tree = dossier.tree(of: section) else { continue }
      let told = timeline(dossier, in: [section]).entries.flatMap { entry -> [CivilDate] in
        if case .from(let through?)? = entry.fact?.edge { [entry.day, through] } else { [entry.day] }
      }
      #expect(Set(told) == Self.days(in: tree), "\(section)")
    }
  }

  /// The days in a tree, found without its declarations: every text that is one.
  private static func days(in tree: Tree) -> Set<CivilDate> {
    switch tree {
    case .string(let text): CivilDate(iso: text).map { [$0] } ?? []
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(days(in: $1)) }
    case .object(let members): members.pairs.reduce(into: []) { $0.formUnion(days(in: $1.value)) }
    case .null, .bool, .number: []
    }
  }

  @Test("The newest comes first, what is still to come before what was")
  func order() {
    let entries = timeline(
      dossier(
        .conversations, "gesprekken",
        make(ConversationFields.self, 2) { $0.on = day("2026-11-02") },
        make(ConversationFields.self, 3) { talk in
          talk.on = day("2026-11-09")
          talk.put(make(ActionFields.self, 4) { $0.before = day("2026-12-01") }, in: \.actions)
        })
    ).entries
    #expect(entries.map(\.day) == [day("2026-12-01"), day("2026-11-09"), day("2026-11-02")])
    #expect(entries.map { $0.fact?.record } == [id(4), id(3), id(2)])
  }

  @Test("A stretch of two weeks is one line; of a longer one the last day is a line too")
  func stretches() {
    let fortnight = absence {
      $0.from = day("2026-11-02")
      $0.until = day("2026-11-16")
    }
    #expect(fortnight.map { $0.fact?.edge } == [.from(through: day("2026-11-16"))])
    let longer = absence {
      $0.from = day("2026-11-02")
      $0.until = day("2026-11-17")
    }
    #expect(longer.map(\.day) == [day("2026-11-17"), day("2026-11-02")])
    #expect(longer.map { $0.fact?.edge } == [.last, .from(through: day("2026-11-17"))])
  }

  @Test("An absence without a last day is one day, unless it is not over yet")
  func openAbsence() {
    let one = absence { $0.from = day("2026-11-02") }
    #expect(one.map { $0.fact?.edge } == [.single])
    let open = absence {
      $0.from = day("2026-11-02")
      $0.isOpen = true
    }
    #expect(open.map { $0.fact?.edge } == [.from(through: nil)])
  }

  @Test("What was withdrawn is told with its reason, and so is what stands in it")
  func withdrawn() {
    let talk = make(ConversationFields.self, 2) { talk in
      talk.on = day("2026-11-02")
      talk.put(make(ActionFields.self, 4) { $0.before = day("2026-11-20") }, in: \.actions)
      talk.withdrawal = Record()
      talk.withdrawal?.reason = "verkeerde leerling"
    }
    let entries = timeline(dossier(.conversations, "gesprekken", talk)).entries
    #expect(entries.map { $0.fact?.withdrawal } == ["verkeerde leerling", "verkeerde leerling"])
  }

  @Test("The day by which a record is named needs no other word; its other days do")
  func naming() {
    let agreement = make(PlanAgreementFields.self, 3) {
      $0.sentOn = day("2026-11-03")
      $0.answeredOn = day("2026-11-12")
    }
    let version = make(PlanVersionFields.self, 2) { $0.put(agreement, in: \.agreements) }
    let entries = timeline(dossier(.plan, "versies", version)).entries
    #expect(entries.map { $0.fact?.field.key } == ["instemmingOp", "verstuurdOp"])
    #expect(entries.map { $0.fact?.namesRecord } == [true, false])
  }

  @Test("A tab that cannot be read is said; one that the reader does not know of is not")
  func unread() {
    var dossier = Dossier(id: id(1))
    dossier.consent = .notReadable
    dossier.referral = .damaged("Op regel 3 staat geen komma.")
    #expect(
      timeline(dossier).unread == [
        .init(section: .consent, damage: nil), .init(section: .referral, damage: "Op regel 3 staat geen komma."),
      ])
    #expect(timeline(dossier, in: [.pupil, .plan]).unread.isEmpty)
  }

  @Test("Of a restricted talk only its day is told")
  func restricted() {
    let mark = make(RestrictedMarkFields.self, 2) { $0.on = day("2026-11-02") }
    let entries = timeline(dossier(.conversations, "vertrouwelijk", mark)).entries
    #expect(entries.count == 1)
    #expect(Set(entries.first?.fact?.members.keys ?? []) == ["id", "datum"])
  }
}

@Suite("Terms on the timeline")
struct TimelineTermTests {
  private let today = day("2026-11-23")

  private func episode(_ due: String?, about record: UInt64, of pupil: UInt64 = 1, cleared: String? = nil) -> Episode {
    Episode(
      id: Episode.ID(rule: "actie", subject: .pupil(id(pupil)), records: [id(record)]),
      visibleFrom: day("2026-11-01"), due: due.map { day($0) }, clearedOn: cleared.map { day($0) }, proof: [],
      act: Act(.conversations))
  }

  private func entries(_ episodes: Episode...) -> [TimelineEntry] {
    var dossier = Dossier(id: id(1))
    var section = Record<ConversationsFields>()
    section.put(make(ActionFields.self, 4) { $0.before = day("2026-11-20") }, in: \.actions)
    dossier.conversations = .value(section)
    return Timeline(of: dossier, in: [.conversations], episodes: episodes, on: today).entries
  }

  @Test("A term on the very day of the fact that it is about is one line with it")
  func joined() {
    let found = entries(episode("2026-11-20", about: 4))
    #expect(found.count == 1)
    #expect(found.first?.fact?.record == id(4))
    #expect(found.first?.term?.timeliness == .notDone(days: 3))
  }

  @Test("A term on another day or about another record is a line of its own")
  func apart() {
    #expect(entries(episode("2026-11-27", about: 4)).map { $0.fact == nil } == [true, false])
    #expect(entries(episode("2026-11-20", about: 5)).map { $0.fact == nil } == [false, true])
  }

  @Test("What is asked without a last day, and what is asked of another pupil, is no line")
  func others() {
    #expect(entries(episode(nil, about: 5), episode("2026-12-01", about: 5, of: 2)).count == 1)
  }
}
