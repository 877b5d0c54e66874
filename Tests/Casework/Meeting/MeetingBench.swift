import Support

@testable import Casework

/// A pupil with a plan that was offered, two parents with custody and one without, and two open actions.
enum MeetingBench {
  static let today = day("2026-11-23")
  static let (mother, father, other) = (id(11), id(12), id(13))
  static let version = id(21)
  static let goals = [id(22), id(23)]

  static func guardian(_ number: RecordID, _ relation: String, _ custody: YesNoUnknown) -> Guardian {
    var guardian = Guardian()
    guardian.id = number
    guardian.fullName = relation
    guardian.relation = relation
    guardian.kind = Choice(.parent)
    guardian.put(make(CustodyFields.self, number.low + 100) { $0.hasCustody = Choice(custody) }, in: \.custody)
    return guardian
  }

  static func dossier(_ plan: (inout PlanVersion) -> Void = { _ in }) -> Dossier {
    var dossier = Dossier(id: id(1))
    var family = Record<FamilyFields>()
    for parent in [
      guardian(mother, "moeder", .yes), guardian(father, "vader", .yes), guardian(other, "stiefvader", .no),
    ] { family.put(parent, in: \.guardians) }
    dossier.family = .value(family)
    var section = Record<ConversationsFields>()
    section.put(action(31, "Later", "2026-12-01"), in: \.actions)
    var talk = make(ConversationFields.self, 32) { $0.on = day("2026-11-02") }
    talk.put(action(33, "Eerst", "2026-11-20"), in: \.actions)
    section.put(talk, in: \.conversations)
    dossier.conversations = .value(section)
    var version = make(PlanVersionFields.self, version.low) {
      $0.drawnUpOn = day("2026-10-05")
      $0.offeredOn = day("2026-11-09")
      $0.actionPart = ActionPart()
      $0.actionPart?.guidance = "Twee keer per week."
    }
    for (number, domain) in zip(goals, ["rekenen", "werkhouding"]) {
      version.put(make(GoalFields.self, number.low) { $0.domain = domain }, in: \.goals)
    }
    plan(&version)
    var file = Record<PlanFields>()
    file.put(version, in: \.versions)
    dossier.plan = .value(file)
    return dossier
  }

  static func action(_ number: UInt64, _ what: String, _ before: String) -> Action {
    make(ActionFields.self, number) {
      $0.what = what
      $0.before = day(before)
    }
  }

  static func notes(_ kind: ConversationKind = .parents, with guardians: RecordID...) -> MeetingNotes {
    var notes = MeetingNotes()
    notes.on = today
    notes.kind = Choice(kind)
    notes.medium = Choice(.inPerson)
    for guardian in guardians {
      notes.put(
        make(ParticipantFields.self, guardian.low + 500) {
          $0.role = Choice(.guardian)
          $0.guardian = Reference(guardian)
        }, in: \.participants)
    }
    return notes
  }

  static func signal(_ rule: RuleID, _ section: SectionName, records: [RecordID] = []) -> (Episode, String) {
    let episode = Episode(
      id: Episode.ID(rule: rule, subject: .pupil(id(1)), records: records), visibleFrom: today, proof: [],
      act: Act(section))
    return (episode, rule.name)
  }

  static func points(
    _ dossier: Dossier, _ notes: MeetingNotes, _ signals: (Episode, String)...
  ) -> [MeetingPoint] {
    MeetingAgenda(of: dossier, notes: notes, signals: signals.map { ($0.0, $0.1) }, on: today).points
  }

  static func answered(
    _ notes: MeetingNotes, _ point: MeetingPoint, _ fill: (inout MeetingAnswer) -> Void
  ) -> MeetingNotes {
    var notes = notes
    var answer = make(MeetingAnswerFields.self, 900 + UInt64(notes.answers.count), fill)
    answer.point = point.id
    answer.words = point.title
    notes.put(answer, in: \.answers)
    return notes
  }

  static func result(_ notes: MeetingNotes, _ points: [MeetingPoint], in dossier: Dossier) -> MeetingResult {
    var last: UInt64 = 7000
    let maker = RecordMaker(by: "anouk", at: Moment(seconds: 1_795_440_720)) {
      last += 1
      return id(last)
    }
    return MeetingResult(notes, points, in: dossier, on: today, by: maker)
  }
}

extension MeetingResult {
  var talk: Conversation? {
    tabs[.conversations].map { Record<ConversationsFields>(members: $0) }?.conversations.last
  }

  var plan: Record<PlanFields>? { tabs[.plan].map { Record(members: $0) } }
}
