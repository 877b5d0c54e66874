import Casework
import Support
import Testing

/// What a rule asked, without its words: the edges of an episode.
struct Asked: Equatable, Sendable, CustomStringConvertible {
  let from: CivilDate
  /// The last day in time.
  let due: CivilDate?
  let until: CivilDate?
  let cleared: CivilDate?

  init(_ from: String, due: String? = nil, until: String? = nil, cleared: String? = nil) {
    self.from = day(from)
    self.due = due.map(day)
    self.until = until.map(day)
    self.cleared = cleared.map(day)
  }

  init(_ episode: Episode) {
    from = episode.visibleFrom
    due = episode.lastDay
    until = episode.until
    cleared = episode.clearedOn
  }

  var description: String {
    "\(from) due \(due?.iso ?? "-") until \(until?.iso ?? "-") cleared \(cleared?.iso ?? "-")"
  }
}

/// A row of a table: a tiny dossier, what is asked of it, and where the expectation comes from.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  let pupil: Record<PupilFields>
  let absence: Record<AbsenceFields>
  let conversations: Record<ConversationsFields>
  let expected: [Asked]

  init(
    _ name: String, born: String? = "2016-03-14", enrolledUntil: String? = nil, _ parts: [Part], _ expected: [Asked],
    talks: [String] = []
  ) {
    self.name = name
    pupil = make(PupilFields.self, 1) { pupil in
      pupil.birthDate = born.map(day)
      guard let enrolledUntil else { return }
      pupil.put(
        make(EnrolmentFields.self, 2) { enrolment in
          enrolment.kind = Choice(.definitive)
          enrolment.from = day("2020-08-01")
          enrolment.until = day(enrolledUntil)
        }, in: \.enrolments)
    }
    absence = Part.section(parts)
    conversations = talks.enumerated().reduce(into: Record()) { section, talk in
      section.put(
        make(ConversationFields.self, 900 + UInt64(talk.offset)) { conversation in
          conversation.on = day(talk.element)
          conversation.kind = Choice(.parents)
          conversation.subjects = [Choice(.absence)]
          conversation.reached = Choice(.reached)
        }, in: \.conversations)
    }
    self.expected = expected
  }

  var testDescription: String { name }

  var dossier: Dossier {
    var dossier = Dossier(id: id(77))
    dossier.pupil = .value(pupil)
    dossier.absence = .value(absence)
    dossier.conversations = .value(conversations)
    return dossier
  }

  /// The edges of what a rule asks of this dossier, in order.
  func asked(by rule: RuleID, of school: School = SampleSchool.school()) throws -> [Asked] {
    try episodes(of: rule, at: school).map(Asked.init)
  }

  func episodes(
    of rule: RuleID, at school: School = SampleSchool.school(), until horizon: String = "2027-07-31"
  ) throws -> [Episode] {
    let book = try StoryRunner().book
    let engine = RuleEngine(book: book, rules: Rule.all.filter { $0.id == rule })
    #expect(engine.rules.count == 1)
    let judgement = engine.judge(dossier, in: engine.scope(of: school, until: day(horizon)))
    #expect(judgement.unjudged.isEmpty)
    for episode in judgement.episodes {
      #expect(try !book.title(of: episode).isEmpty)
      #expect(try !book.proof(of: episode).isEmpty)
    }
    return judgement.episodes.sorted { ($0.visibleFrom, $0.id.mark) < ($1.visibleFrom, $1.id.mark) }
  }
}

/// One record of the section, in as few words as a table allows.
enum Part: Sendable {
  case absent(
    AbsenceKind?, String, String? = nil, more: @Sendable (inout Record<AbsenceRecordFields>) -> Void = { _ in })
  case report(TruancyReportKind, on: String, String? = nil, String? = nil)
  case leave(LeaveBasis, String, String? = nil, more: @Sendable (inout Record<LeaveFields>) -> Void = { _ in })
  case suspended(String, String? = nil, parents: String? = nil, inspectorate: String? = nil)
  case step(AbsenceStepKind, String)
  case plan(String, withPartnership: Bool = true, reviewed: String? = nil, ended: String? = nil)
  case timetable(String, String? = nil, more: @Sendable (inout Record<IndividualTimetableFields>) -> Void = { _ in })
  case distance(String, String? = nil, more: @Sendable (inout Record<DistanceLearningFields>) -> Void = { _ in })

  /// Late by so many minutes.
  static func late(_ minutes: Int, _ on: String, excused: Bool = false) -> Part {
    .absent(.late, on) { record in
      record.duration = Minutes(minutes)
      record.isExcused = excused ? true : nil
    }
  }

  /// Absent from a day on, until further notice.
  static func away(_ kind: AbsenceKind, from: String, confirmed: String? = nil) -> Part {
    .absent(kind, from) { record in
      record.isOpen = true
      record.lastConfirmed = confirmed.map(day)
    }
  }

  static func section(_ parts: [Part]) -> Record<AbsenceFields> {
    parts.enumerated().reduce(into: Record()) { section, part in
      part.element.add(to: &section, as: UInt64(part.offset + 1))
    }
  }

  private func add(to section: inout Record<AbsenceFields>, as number: UInt64) {
    switch self {
    case .absent(let kind, let from, let until, let more):
      section.put(
        make(AbsenceRecordFields.self, number) { record in
          record.kind = kind.map(Choice.init)
          record.from = day(from)
          record.until = until.map(day)
          more(&record)
        }, in: \.absences)
    case .report(let kind, let on, let from, let until):
      section.put(
        make(TruancyReportFields.self, number) { record in
          record.kind = Choice(kind)
          record.reportedOn = day(on)
          record.from = from.map(day)
          record.until = until.map(day)
        }, in: \.reports)
    case .leave(let basis, let from, let until, let more):
      section.put(
        make(LeaveFields.self, number) { record in
          record.basis = Choice(basis)
          record.from = day(from)
          record.until = until.map(day)
          more(&record)
        }, in: \.leave)
    case .suspended(let from, let until, let parents, let inspectorate):
      section.put(
        make(SuspensionFields.self, number) { record in
          record.from = day(from)
          record.until = until.map(day)
          record.parentsToldOn = parents.map(day)
          record.inspectorateToldOn = inspectorate.map(day)
        }, in: \.suspensions)
    case .step(let kind, let on):
      section.put(
        make(AbsenceStepFields.self, number) { record in
          record.kind = Choice(kind)
          record.takenOn = day(on)
        }, in: \.steps)
    case .plan(let on, let withPartnership, let reviewed, let ended):
      section.put(
        make(ReturnPlanFields.self, number) { record in
          record.madeOn = day(on)
          record.withPartnership = withPartnership
          record.reviewedOn = reviewed.map(day)
          record.endedOn = ended.map(day)
        }, in: \.plans)
    case .timetable(let from, let until, let more):
      section.put(
        make(IndividualTimetableFields.self, number) { record in
          record.from = day(from)
          record.until = until.map(day)
          more(&record)
        }, in: \.individualTimetables)
    case .distance(let from, let until, let more):
      section.put(
        make(DistanceLearningFields.self, number) { record in
          record.from = day(from)
          record.until = until.map(day)
          more(&record)
        }, in: \.distanceLearning)
    }
  }
}
