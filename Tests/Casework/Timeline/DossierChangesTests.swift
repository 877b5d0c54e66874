import Support
import Testing

@testable import Casework

@Suite("What changed in a dossier")
struct DossierChangesTests {
  private static let talk = make(ConversationFields.self, 2) {
    $0.on = day("2026-11-02")
    $0.summary = "Rekenen gaat beter."
  }

  private func dossier(_ talks: Conversation...) -> Dossier {
    var dossier = Dossier(id: id(1))
    var section = Record<ConversationsFields>()
    for talk in talks { section.put(talk, in: \.conversations) }
    if !talks.isEmpty { dossier.conversations = .value(section) }
    return dossier
  }

  private func changes(_ then: Dossier, _ now: Dossier) -> [RecordChange] {
    DossierChanges(from: then, to: now, in: SectionName.allCases).records
  }

  @Test("The same dossier twice gives nothing", arguments: 0..<40)
  func same(seed: Int) {
    var random = RandomDossier(seed: UInt64(seed))
    let dossier = random.makeTidy(UInt64(seed))
    let found = DossierChanges(from: dossier, to: dossier, in: SectionName.allCases)
    #expect(found.records.isEmpty && found.uncompared.isEmpty)
  }

  @Test("A record in a tab that was empty is new, and is told once")
  func added() {
    let found = changes(dossier(), dossier(Self.talk))
    #expect(found.count == 1)
    #expect(found.first?.what == .added && found.first?.record == id(2) && found.first?.section == .conversations)
    #expect(found.first?.kind == ConversationFields.self)
  }

  @Test("A record beside others is new, and the others are not told")
  func addedBeside() {
    let second = make(ConversationFields.self, 3) { $0.on = day("2026-11-16") }
    let found = changes(dossier(Self.talk), dossier(Self.talk, second))
    #expect(found.map(\.record) == [id(3)] && found.map(\.what) == [.added])
  }

  @Test("A changed field is told with what was and what is, and a field that came with nothing before it")
  func changed() {
    var later = Self.talk
    later.summary = "Rekenen gaat veel beter."
    later.decisions = "Door op deze weg."
    let found = changes(dossier(Self.talk), dossier(later))
    guard case .changed(let fields)? = found.first?.what else {
      Issue.record("nothing changed: \(found)")
      return
    }
    #expect(found.count == 1 && found.first?.record == id(2))
    #expect(fields.map(\.labels) == [["Wat is afgesproken"], ["Wat is besproken"]])
    #expect(fields.map(\.before) == [nil, .string("Rekenen gaat beter.")])
    #expect(fields.map(\.after) == [.string("Door op deze weg."), .string("Rekenen gaat veel beter.")])
  }

  @Test("What was withdrawn is told with the reason, whatever else changed in it; so is what counts again")
  func withdrawn() {
    var later = Self.talk
    later.summary = "Anders."
    later.withdrawal = Record()
    later.withdrawal?.reason = "verkeerde leerling"
    #expect(changes(dossier(Self.talk), dossier(later)).map(\.what) == [.withdrawn(reason: "verkeerde leerling")])
    #expect(changes(dossier(), dossier(later)).map(\.what) == [.withdrawn(reason: "verkeerde leerling")])
    var again = later
    again.withdrawal = nil
    #expect(changes(dossier(later), dossier(again)).map(\.what) == [.restored])
  }

  @Test("A record inside a record is told by itself; one that was undone is gone")
  func inside() {
    var later = Self.talk
    later.put(make(ActionFields.self, 4) { $0.what = "Bellen" }, in: \.actions)
    let found = changes(dossier(Self.talk), dossier(later))
    #expect(found.map(\.record) == [id(4)] && found.map(\.what) == [.added])
    #expect(found.first?.kind == ActionFields.self)
    #expect(changes(dossier(later), dossier(Self.talk)).map(\.what) == [.gone])
  }

  @Test("A field of a part is told under the part's name, and a tab's own field under the tab")
  func parts() {
    func plan(_ guidance: String) -> Dossier {
      var dossier = Dossier(id: id(1))
      let version = make(PlanVersionFields.self, 2) {
        $0.actionPart = ActionPart()
        $0.actionPart?.guidance = guidance
      }
      var plan = Record<PlanFields>()
      plan.put(version, in: \.versions)
      dossier.plan = .value(plan)
      return dossier
    }
    guard case .changed(let fields)? = changes(plan("een"), plan("twee")).first?.what else {
      Issue.record("nothing changed")
      return
    }
    #expect(fields.map(\.labels) == [["Handelingsdeel", "Begeleiding"]])
    var then = Dossier(id: id(1))
    then.pupil = .value(Record(members: ["thuistaal": .string("Turks")]))
    var now = then
    now.pupil = .value(Record(members: ["thuistaal": .string("Turks en Nederlands")]))
    #expect(changes(then, now).map(\.record) == [nil])
  }

  @Test("The header of a file and who made a record when are no change")
  func silent() {
    var now = Self.talk
    now.madeBy = "anouk"
    now.madeAt = Moment(seconds: 1_795_440_720)
    var later = dossier(now)
    if case .value(var section) = later.conversations {
      section.members["versie"] = .string("1.0")
      later.conversations = .value(section)
    }
    #expect(changes(dossier(Self.talk), later).isEmpty)
  }

  @Test("A tab that cannot be read now, or is lost as it was, is said to be uncompared and never the same")
  func uncompared() {
    var then = Dossier(id: id(1))
    then.plan = .damaged("De versie van toen is weg.")
    then.consent = .value(Record())
    then.referral = .notReadable
    var now = Dossier(id: id(1))
    now.consent = .notReadable
    now.medical = .damaged("Op regel 3 staat geen komma.")
    let found = DossierChanges(from: then, to: now, in: SectionName.allCases)
    #expect(found.records.isEmpty)
    #expect(
      found.uncompared == [
        .init(section: .plan, cause: .lostThen("De versie van toen is weg.")),
        .init(section: .consent, cause: .notReadable),
        .init(section: .medical, cause: .damagedNow("Op regel 3 staat geen komma.")),
        .init(section: .referral, cause: .notReadable),
      ])
  }

  @Test("The last talk with a parent before a day: an attempt is none, an evaluation with a parent is one")
  func lastTalk() {
    var dossier = dossier(
      make(ConversationFields.self, 2) {
        $0.on = day("2026-10-05")
        $0.kind = Choice(.parents)
        $0.reached = Choice(.reached)
      },
      make(ConversationFields.self, 3) {
        $0.on = day("2026-11-16")
        $0.kind = Choice(.parents)
        $0.reached = Choice(.tried)
      },
      make(ConversationFields.self, 4) {
        $0.on = day("2026-11-17")
        $0.kind = Choice(.pupil)
        $0.reached = Choice(.reached)
      })
    #expect(dossier.lastTalkWithParent(before: day("2026-11-23")) == day("2026-10-05"))
    #expect(dossier.lastTalkWithParent(before: day("2026-10-05")) == nil)
    var plan = Record<PlanFields>()
    let evaluation = make(EvaluationFields.self, 5) { evaluation in
      evaluation.on = day("2026-11-09")
      evaluation.put(make(EvaluationAttendanceFields.self, 6) { $0.attendance = Choice(.present) }, in: \.attendance)
    }
    plan.put(evaluation, in: \.evaluations)
    dossier.plan = .value(plan)
    #expect(dossier.lastTalkWithParent(before: day("2026-11-23")) == day("2026-11-09"))
  }
}
