import Casework

/// The summary of one pupil for one reader, made before a meeting.
public struct MeetingSummary {
  private let dossier: Dossier
  private let school: School
  private let lens: ReaderLens
  private let day: CivilDate

  public init(of dossier: Dossier, at school: School, for reader: Reader, on day: CivilDate) throws(Refusal) {
    lens = try ReaderLens(reader, of: dossier, on: day)
    self.dossier = dossier
    self.school = school
    self.day = day
  }

  /// The tabs that it is made of: of those that something was kept in and can be read.
  public var sources: [SectionName] {
    [.pupil, .family, .plan, .absence, .conversations].filter { name in
      if case .value = dossier[name] { true } else { false }
    }
  }

  /// The summary as a paper; `madeBy` is the name of whoever makes it.
  public func paper(madeBy: String) -> Paper {
    var omissions: [Omission] = []
    var blocks = pupilBlocks(&omissions)
    blocks += planBlocks(&omissions)
    blocks += absenceBlocks(&omissions)
    blocks += conversationBlocks(&omissions)
    blocks += actionBlocks()
    return Paper(
      title: "Samenvatting voor een gesprek", reader: lens.readerName, madeBy: madeBy, madeOn: day,
      school: school.record.schoolName ?? "", blocks: blocks, omissions: omissions)
  }

  /// The record of a tab; where it cannot be read that is told, never passed over.
  private func readable<Fields>(
    _ section: Section<Fields>, _ name: SectionName, _ omissions: inout [Omission]
  ) -> Record<Fields>? {
    switch section {
    case .empty: return Record()
    case .value(let record): return record
    case .notReadable: leaveOut("het tabblad \(name.title)", .unreadable(name), &omissions)
    case .damaged: leaveOut("het tabblad \(name.title)", .damaged(name), &omissions)
    }
    return nil
  }

  private func leaveOut(_ what: String, _ kind: DataKind, _ omissions: inout [Omission]) {
    guard let why = lens.reasonToLeaveOut(kind) else { return }
    omissions.append(Omission(what: what, why: why))
  }
}

/// Who the pupil is.
extension MeetingSummary {
  private func pupilBlocks(_ omissions: inout [Omission]) -> [Block] {
    guard let pupil = readable(dossier.pupil, .pupil, &omissions) else { return [] }
    var facts = [Fact("Naam", pupil.fullName)]
    if let born = pupil.birthDate { facts.append(Fact("Geboren", born.dutch(.long))) }
    if let placement = pupil.placement(on: day) {
      let group = school.record.groups.first { $0.id == placement.group?.id }?.groupName ?? ""
      facts.append(Fact("Groep", group))
    }
    if let period = pupil.supportHistory.last(where: { $0.span.contains(day) }) {
      let level = period.record.level?.label ?? ""
      facts.append(Fact("Ondersteuning", level + ", sinds " + period.span.from.dutch(.long)))
    }
    if let contact = pupil.contactPerson { facts.append(Fact("Contactpersoon", contact)) }
    return [.heading("Leerling"), .facts(facts)]
  }
}

/// The plan: the version that holds, else the one that is being drawn up.
extension MeetingSummary {
  private func planBlocks(_ omissions: inout [Omission]) -> [Block] {
    guard let plan = readable(dossier.plan, .plan, &omissions) else { return [] }
    guard let version = plan.versionInForce(on: day) ?? plan.openVersion(on: day) else {
      return [.heading("OPP"), .paragraph(PaperTexts.nothing)]
    }
    var blocks: [Block] = [.heading("OPP"), .facts(planFacts(version, in: plan))]
    if !version.goals.isEmpty { blocks.append(goalTable(version, in: plan)) }
    blocks += agreementBlocks(version, &omissions)
    if let last = plan.evaluations.filter({ ($0.on ?? day) <= day }).max(by: { ($0.on ?? day) < ($1.on ?? day) }) {
      blocks.append(.facts(evaluationFacts(last)))
    }
    return blocks
  }

  private func planFacts(_ version: PlanVersion, in plan: Record<PlanFields>) -> [Fact] {
    let number = version.id.flatMap { plan.number(of: $0) }.map { "Versie \($0), " } ?? ""
    let action = version.actionPart
    let texts: [(String, String?)] = [
      ("Stand", (number + (version.state(on: day)?.rawValue ?? "")).trimmedComma),
      ("Wat nodig is", version.supportNeeds), ("Uitstroom", version.destination?.label),
      ("Onderbouwing", version.destinationReasons),
      ("Wat helpt", version.promotingFactors?.joined(separator: "; ")),
      ("Wat het moeilijk maakt", version.impedingFactors?.joined(separator: "; ")),
      ("Begeleiding", action?.guidance), ("Leerlijn", action?.learningLine),
      ("Extra ondersteuning", action?.extraSupport), ("Zorg op school", action?.care),
      ("Afwijking", action?.departuresText), ("Wat \(pupilName) vindt", version.pupilView),
      ("Wat daarmee is gedaan", version.pupilViewUsed),
    ]
    return texts.compactMap { label, text in
      text.flatMap { $0.isEmpty ? nil : Fact(label, $0) }
    }
  }

  private var pupilName: String { dossier.pupil.record?.callName ?? "de leerling" }

  private func goalTable(_ version: PlanVersion, in plan: Record<PlanFields>) -> Block {
    let rows = version.goals.map { goal in
      let result = plan.evaluations
        .sorted { ($0.on ?? day) < ($1.on ?? day) }
        .flatMap(\.results).last { $0.goal?.id == goal.id }
      return [
        goal.domain ?? "", result?.score?.label ?? "nog niet beoordeeld",
        (goal.target ?? "") + (goal.byWhen.map { " (voor " + $0.dutch(.long) + ")" } ?? ""),
      ]
    }
    return .table(head: ["Doel", "Resultaat", "Wat"], rows: rows)
  }

  private func agreementBlocks(_ version: PlanVersion, _ omissions: inout [Omission]) -> [Block] {
    var facts: [Fact] = []
    for guardian in dossier.family.record?.guardiansWithCustody(on: day) ?? [] {
      guard let id = guardian.id else { continue }
      let agreement = version.agreement(of: id)
      let answer = agreement?.answer?.label ?? AgreementAnswer.open.label
      let on = agreement?.answeredOn.map { " (" + $0.dutch(.long) + ")" } ?? ""
      facts.append(Fact("Instemming " + guardian.shortName, answer + on))
      guard let remark = agreement?.remark, !remark.isEmpty else { continue }
      if lens.reasonToLeaveOut(.words(of: id)) == nil {
        facts.append(Fact("Opmerking " + guardian.shortName, remark))
      } else {
        leaveOut("de opmerking van \(guardian.shortName) bij het OPP", .words(of: id), &omissions)
      }
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  private func evaluationFacts(_ evaluation: Evaluation) -> [Fact] {
    var facts = [Fact("Laatste evaluatie", evaluation.on?.dutch(.long) ?? "")]
    if let carriedOut = evaluation.carriedOut { facts.append(Fact("Uitgevoerd", carriedOut.label)) }
    if let conclusion = evaluation.conclusion { facts.append(Fact("Conclusie", conclusion)) }
    return facts
  }
}

/// Absence in this school year.
extension MeetingSummary {
  private func absenceBlocks(_ omissions: inout [Omission]) -> [Block] {
    guard let absence = readable(dossier.absence, .absence, &omissions) else { return [] }
    let year = SchoolYear(of: day)
    let rows = absence.absences
      .filter { $0.from.map { year.contains($0) && $0 <= day } ?? false }
      .sorted { ($0.from ?? day) < ($1.from ?? day) }
      .map { [spanText($0), $0.kind?.label ?? "nog niet bekend", $0.reason ?? ""] }
    let heading = Block.heading("Verzuim in schooljaar \(year)")
    return rows.isEmpty
      ? [heading, .paragraph(PaperTexts.nothing)] : [heading, .table(head: ["Wanneer", "Soort", "Reden"], rows: rows)]
  }

  private func spanText(_ absence: Record<AbsenceRecordFields>) -> String {
    let from = absence.from?.dutch(.brief) ?? ""
    if absence.isOpen ?? false { return "vanaf " + from }
    guard let until = absence.until, until != absence.from else { return from }
    return from + " – " + until.dutch(.brief)
  }
}

/// Talks of this school year and the actions that are open.
extension MeetingSummary {
  private func conversationBlocks(_ omissions: inout [Omission]) -> [Block] {
    guard let section = readable(dossier.conversations, .conversations, &omissions) else { return [] }
    let year = SchoolYear(of: day)
    for mark in section.restricted {
      let on = mark.on.map { " van " + $0.dutch(.long) } ?? ""
      leaveOut("een vertrouwelijk gesprek" + on, .restrictedConversation, &omissions)
    }
    var talks: [Conversation] = []
    for talk in section.conversations.sorted(by: { ($0.on ?? day) < ($1.on ?? day) }) {
      guard let on = talk.on, year.contains(on), on <= day else { continue }
      if let other = onlyOtherGuardian(in: talk) {
        leaveOut("het gesprek van \(on.dutch(.long)) met een andere ouder", .words(of: other), &omissions)
      } else {
        talks.append(talk)
      }
    }
    guard !talks.isEmpty else { return [] }
    return [.heading("Gesprekken in schooljaar \(year)")] + talks.map { .facts(talkFacts($0)) }
  }

  /// Another guardian with whom a talk was had without this reader, where it was such a talk.
  private func onlyOtherGuardian(in talk: Conversation) -> RecordID? {
    let guardians = talk.participants.compactMap(\.guardian?.id)
    let isForReader = guardians.contains { lens.reasonToLeaveOut(.words(of: $0)) == nil }
    return isForReader ? nil : guardians.first
  }

  private func colleague(_ id: RecordID) -> String? {
    school.record.all(\.staff).first { $0.id == id }?.staffName
  }

  private func talkFacts(_ talk: Conversation) -> [Fact] {
    let subjects = (talk.subjects ?? []).map(\.label).joined(separator: ", ")
    let head = [talk.kind?.label, subjects, talk.medium?.label, talk.reached.is(.tried) ? talk.reached?.label : nil]
      .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    var facts = [Fact(talk.on?.dutch(.full) ?? "", head)]
    if let summary = talk.summary { facts.append(Fact("Besproken", summary)) }
    if let decisions = talk.decisions { facts.append(Fact("Afgesproken", decisions)) }
    return facts
  }

  private func actionBlocks() -> [Block] {
    guard let section = dossier.conversations.record else { return [] }
    let rows = section.everyAction.map(\.action)
      .filter { $0.isOpen(on: day) }
      .sorted { ($0.before ?? day) < ($1.before ?? day) }
      .map { action in
        [
          action.before?.dutch(.brief) ?? "",
          action.owner.flatMap { colleague($0.id) } ?? action.ownerName ?? "", action.what ?? "",
        ]
      }
    return rows.isEmpty
      ? [] : [.heading("Afspraken die nog open staan"), .table(head: ["Voor", "Wie", "Wat"], rows: rows)]
  }
}

extension String {
  /// Without the comma and space that a missing part leaves at the end.
  fileprivate var trimmedComma: String { hasSuffix(", ") ? String(dropLast(2)) : self }
}
