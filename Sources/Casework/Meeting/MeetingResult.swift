import Text

/// What a talk would change in a dossier: every tab as it would be, and what still lacks before it can be kept.
public struct MeetingResult: Equatable, Sendable {
  /// The changed tabs only.
  public let tabs: [SectionName: Members]
  public let problems: [MeetingProblem]
  /// What was noted at points that did not come up after all: a line each, and none of it is in the tabs.
  public let notKept: [String]
}

/// What keeps the notes of a talk from being kept.
public enum MeetingProblem: Hashable, Sendable {
  case notReadable(SectionName)
  case nothingAnswered
  /// A talk with parents, and none of them was there.
  case noParent
  /// The day of the talk is still to come.
  case talk(RecordProblem)
  /// An action without what or by when; the point's title.
  case halfAction(point: String, title: String)
  /// An answer of a guardian who was not there; the point's title.
  case absentGuardian(point: String, title: String)
  /// A point of one's own, or words, of which is not said what came of it; the point's title.
  case unanswered(point: String, title: String)
  /// A result or an answer to the plan at a point that fell away; the point's title.
  case fellAway(point: String, title: String)

  /// The point that it is about.
  public var point: String? {
    switch self {
    case .notReadable, .nothingAnswered, .noParent, .talk: nil
    case .halfAction(let point, _), .absentGuardian(let point, _), .unanswered(let point, _), .fellAway(let point, _):
      point
    }
  }

  /// What is the matter and what to do, in Dutch.
  public var explanation: String {
    switch self {
    case .notReadable(let section): "\(section.title) is niet te lezen: dit gesprek kan nu niet bewaard worden."
    case .nothingAnswered: "Er is nog geen punt beantwoord. Zet bij een punt b, a of o, of voeg met + een punt toe."
    case .noParent: "Een gesprek met ouders: zet bij Aanwezig welke ouder erbij was (spatie)."
    case .talk(let problem): problem.explanation
    case .halfAction(_, let title):
      "\(title): bij deze afspraak ontbreekt nog wat, wie of voor wanneer. Druk op a en maak haar af."
    case .absentGuardian(_, let title):
      "\(title): deze ouder staat niet bij Aanwezig. Zet de ouder erbij, of haal het antwoord weg."
    case .unanswered(_, let title): "\(title): zet er b, a of o bij, of haal het punt weg met Backspace."
    case .fellAway(_, let title):
      "\(title): dit staat niet meer op de agenda, dus dit antwoord kan niet in het dossier. Zet het op besproken (b), of haal het weg met Backspace."
    }
  }
}

/// Who writes a record, and when, and what the next one is called.
public struct RecordMaker {
  public let by: String
  public let at: Moment
  private let newID: () -> RecordID

  public init(by: String, at: Moment, newID: @escaping () -> RecordID) {
    self.by = by
    self.at = at
    self.newID = newID
  }

  func make<Fields>(_ kind: Fields.Type) -> Record<Fields> {
    var record = Record<Fields>()
    record.id = newID()
    record.madeBy = by
    record.madeAt = at
    return record
  }
}

extension MeetingResult {
  /// Works the notes into the dossier as it is today; only what was answered is written.
  public init(
    _ notes: MeetingNotes, _ points: [MeetingPoint], in dossier: Dossier, on today: CivilDate, by maker: RecordMaker
  ) {
    var writer = MeetingWriter(notes, dossier, today, maker)
    for point in points { if let answer = notes.answer(to: point.id) { writer.take(answer, to: point) } }
    self = writer.finish()
  }
}

private struct MeetingWriter {
  private let notes: MeetingNotes
  private let dossier: Dossier
  private let maker: RecordMaker
  private let today: CivilDate
  /// The day of the talk, which may be before today.
  private let day: CivilDate
  private var talk: Conversation
  private var section: Record<ConversationsFields>
  private var plan: Record<PlanFields>
  private var evaluation: Evaluation?
  private var summary: [String] = []
  private var decisions: [String] = []
  private var subjects: Set<ConversationSubject> = []
  private var problems: [MeetingProblem] = []
  private var notKept: [String] = []
  private var isAnswered = false

  init(_ notes: MeetingNotes, _ dossier: Dossier, _ today: CivilDate, _ maker: RecordMaker) {
    self.notes = notes
    self.dossier = dossier
    self.maker = maker
    self.today = today
    day = notes.on ?? .distantPast
    talk = maker.make(ConversationFields.self)
    section = dossier.conversations.record ?? Record()
    plan = dossier.plan.record ?? Record()
    if !dossier.conversations.isReadable { problems.append(.notReadable(.conversations)) }
  }

  mutating func take(_ answer: MeetingAnswer, to point: MeetingPoint) {
    let text = (answer.text ?? "").trimmed
    if answer.score != nil || (answer.outcome != nil && !answer.outcome.is(.notRaised)) {
      isAnswered = true
      subjects.formUnion(point.subject.map { [$0] } ?? [])
    }
    if point.topic == .gone, answer.score != nil || answer.outcome?.known?.agreement != nil {
      return problems.append(.fellAway(point: point.id, title: point.title))
    }
    if let score = answer.score { return take(score, text, of: point, answer) }
    switch answer.outcome?.known {
    case .discussed?:
      summary.append(MeetingTexts.line(point.title, text))
      consult(about: point)
    case .agreedOn?:
      if !text.isEmpty || !answer.hasAction { decisions.append(MeetingTexts.line(point.title, text)) }
      consult(about: point)
    case .done?:
      summary.append(MeetingTexts.line(MeetingTexts.answered(point.title, MeetingOutcome.done.label), text))
      if case .action(let id) = point.topic { close(id, text) }
    case .consents?, .signs?, .refuses?:
      let words = MeetingTexts.answered(point.title, answer.outcome?.label ?? "")
      summary.append(MeetingTexts.line(words, text))
      agree(answer, text, to: point)
    case .notRaised?:
      let words = [text, MeetingTexts.promise(answer)].filter { !$0.isEmpty }
      if !words.isEmpty { notKept.append(MeetingTexts.line(point.title, words.joined(separator: " · "))) }
    case nil:
      if point.topic == .own || !text.isEmpty { problems.append(.unanswered(point: point.id, title: point.title)) }
    }
    // A promise that was half typed is never let go silently.
    if answer.hasAction, !answer.outcome.is(.notRaised) { add(action: answer, of: point) }
  }

  mutating func finish() -> MeetingResult {
    talk.on = day
    talk.kind = notes.kind
    talk.medium = notes.medium
    talk.reached = Choice(.reached)
    for person in notes.participants { talk.put(person, in: \.participants) }
    if let evaluation {
      summary.append(MeetingTexts.line(MeetingTexts.evaluated, ""))
      plan.put(evaluation, in: \.evaluations)
    }
    talk.subjects = (subjects.isEmpty ? [.other] : ConversationSubject.allCases.filter(subjects.contains)).map {
      Choice($0)
    }
    talk.summary = summary.isEmpty ? nil : summary.joined(separator: "\n")
    talk.decisions = decisions.isEmpty ? nil : decisions.joined(separator: "\n")
    section.put(talk, in: \.conversations)
    check()
    var tabs: [SectionName: Members] = [:]
    if section.members != dossier.conversations.record?.members { tabs[.conversations] = section.members }
    if plan.members != (dossier.plan.record ?? Record()).members { tabs[.plan] = plan.members }
    return MeetingResult(tabs: tabs, problems: problems, notKept: notKept)
  }

  private mutating func check() {
    if !isAnswered { problems.append(.nothingAnswered) }
    if notes.kind.is(.parents), !notes.participants.contains(where: { $0.role.is(.guardian) }) {
      problems.append(.noParent)
    }
    problems += talk.problems(on: today).filter { $0 != .talkWithoutWords || isAnswered }.map { .talk($0) }
  }
}

// MARK: - What each answer writes

extension MeetingWriter {
  private mutating func take(
    _ score: Choice<GoalScore>, _ text: String, of point: MeetingPoint, _ answer: MeetingAnswer
  ) {
    guard case .goal(let goal, let version) = point.topic else {
      return summary.append(MeetingTexts.line(MeetingTexts.answered(point.title, score.label), text))
    }
    var evaluation = evaluation ?? begun(on: version)
    var result = maker.make(GoalResultFields.self)
    result.goal = Reference(goal)
    result.score = score
    result.note = text.isEmpty ? nil : text
    evaluation.put(result, in: \.results)
    self.evaluation = evaluation
    if answer.hasAction { add(action: answer, of: point) }
  }

  /// An evaluation in which those guardians who are there took part; of the others nothing is known.
  private func begun(on version: RecordID) -> Evaluation {
    var evaluation = maker.make(EvaluationFields.self)
    evaluation.on = day
    evaluation.version = Reference(version)
    for guardian in notes.participants.compactMap(\.guardian) {
      var attendance = maker.make(EvaluationAttendanceFields.self)
      attendance.guardian = guardian
      attendance.attendance = Choice(.present)
      evaluation.put(attendance, in: \.attendance)
    }
    return evaluation
  }

  private mutating func add(action answer: MeetingAnswer, of point: MeetingPoint) {
    guard answer.isActionWhole else {
      return problems.append(.halfAction(point: point.id, title: point.title))
    }
    var action = maker.make(ActionFields.self)
    action.what = answer.what
    action.owner = answer.owner
    if answer.owner == nil { action.ownerName = answer.who.flatMap { $0.isEmpty ? nil : $0 } }
    action.before = answer.before
    talk.put(action, in: \.actions)
  }

  private mutating func close(_ id: RecordID, _ text: String) {
    func closed(_ action: Action) -> Action {
      var action = action
      action.doneOn = day
      if !text.isEmpty { action.outcome = text }
      return action
    }
    if let action = section.actions.first(where: { $0.id == id }) { section.put(closed(action), in: \.actions) }
    for conversation in section.conversations {
      guard let action = conversation.actions.first(where: { $0.id == id }) else { continue }
      var conversation = conversation
      conversation.put(closed(action), in: \.actions)
      section.put(conversation, in: \.conversations)
    }
  }

  /// The plan was talked over with the guardians with custody who are there; an earlier day stays.
  private mutating func consult(about point: MeetingPoint) {
    guard case .consultation(let id) = point.topic, var version = plan.version(id),
      let family = dossier.family.record
    else { return }
    for guardian in family.guardiansWithCustody(on: day).compactMap(\.id) where notes.isPresent(guardian) {
      let known = version.agreements.filter { $0.guardian?.id == guardian }
      guard !known.contains(where: { $0.consultedOn != nil }) else { continue }
      var record = known.last ?? maker.make(PlanAgreementFields.self)
      record.guardian = Reference(guardian)
      record.consultedOn = day
      version.put(record, in: \.agreements)
    }
    plan.put(version, in: \.versions)
  }

  /// An answer to the plan, bound to the text that it was given to; one that was given before stays beside it.
  private mutating func agree(_ answer: MeetingAnswer, _ text: String, to point: MeetingPoint) {
    guard case .agreement(let id, let guardian) = point.topic, var version = plan.version(id),
      let given = answer.outcome?.known?.agreement
    else { return }
    guard notes.isPresent(guardian) else {
      return problems.append(.absentGuardian(point: point.id, title: point.title))
    }
    let open = version.agreement(of: guardian).flatMap { $0.answer == nil || $0.answer.is(.open) ? $0 : nil }
    var record = open ?? maker.make(PlanAgreementFields.self)
    record.guardian = Reference(guardian)
    record.answer = Choice(given.answer)
    record.answeredOn = day
    record.form = Choice(given.form)
    record.textHash = answer.textHash ?? version.actionPartHash
    if !text.isEmpty { record.remark = text }
    version.put(record, in: \.agreements)
    plan.put(version, in: \.versions)
  }
}

extension MeetingPoint {
  /// What a talk in which it came up was about; nothing that says more than "something else".
  fileprivate var subject: ConversationSubject? {
    switch topic {
    case .goal, .consultation, .agreement: .plan
    case .signal(_, let section): section?.subject
    case .action, .own, .gone: nil
    }
  }

  /// The text that an answer to it is given to, as it stands now.
  public func textHash(in dossier: Dossier) -> String? {
    guard case .agreement(let version, _) = topic else { return nil }
    return dossier.plan.record?.version(version)?.actionPartHash
  }
}

extension SectionName {
  fileprivate var subject: ConversationSubject? {
    switch self {
    case .plan: .plan
    case .support: .support
    case .absence: .absence
    case .admission: .admission
    case .referral: .referral
    case .medical: .medical
    case .transition: .secondary
    case .pupil, .family, .examination, .consent, .conversations: nil
    }
  }
}
