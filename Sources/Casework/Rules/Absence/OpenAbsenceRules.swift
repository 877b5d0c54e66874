extension Rule {
  /// What still has to be done about an absence that was registered.
  static let openAbsenceRules: [Rule] = [
    .onAbsence("verzuim.luxe", OpenAbsenceRules.holiday),
    .onAbsence("verzuim.contact", reads: [.conversations], OpenAbsenceRules.contact),
    .onAbsence("verzuim.onbekend", OpenAbsenceRules.unknownKind),
  ]
}

private enum OpenAbsenceRules {
  /// A holiday without leave is reported however few hours it took.
  static func holiday(_ it: AbsenceCase) -> [Episode] {
    it.ledger.runs { $0.isCompulsory && $0.has(.holidayWithoutLeave, .unauthorised) }.compactMap { run in
      guard let days = it.scope.norms["verzuim.luxe.werkdagen", on: run.first] else { return nil }
      let term = Term.workingDays(days, after: run.first, holidays: it.scope.holidays)
      let report = it.reports.of(.holiday).filter { $0.overlaps(run.first, through: run.last) }
        .min { $0.reportedOn < $1.reportedOn }
      var missed = it.ledger.days[run.range].filter { !$0.isAssumed }.flatMap { day in
        day.lines("dag") { $0.kind == .holidayWithoutLeave }
      }
      if it.isOpen(run) { missed.append(it.openLine(run)) }
      return Episode(
        id: Episode.ID(rule: "verzuim.luxe", subject: it.subject, mark: run.first.iso), visibleFrom: run.first,
        due: term.end, clearedOn: report.map { max($0.reportedOn, run.first) },
        title: ProofStep("titel", ["dag": .date(run.first)]), proof: missed + term.countedDayLines(days),
        act: Act(.absence, list: AbsenceFields.declared.reports.key))
    }
  }

  /// Who is missed is asked after on the same day.
  static func contact(_ it: AbsenceCase) -> [Episode] {
    let records = Dictionary(
      it.absence.absences.compactMap { record in record.id.map { ($0, record) } },
      uniquingKeysWith: { first, _ in first })
    let asking = records.filter { $0.value.asksForContact }
    let runs = it.ledger.runs { day in day.causes.contains { $0.record.map { asking[$0] != nil } ?? false } }
    return runs.compactMap { run in
      let behind = it.records(of: run, among: asking)
      // One report by the parents covers the absence that goes on from it.
      let contacts = behind.compactMap { $0.parentsContactedOn } + it.talksAboutAbsence.filter { $0 >= run.first }
      guard let first = behind.first else { return nil }
      let place = Act(
        .absence, list: AbsenceFields.declared.absences.key, record: first.id,
        field: AbsenceRecordFields.declared.parentsContactedOn.key)
      return Episode(
        id: Episode.ID(rule: "verzuim.contact", subject: it.subject, records: [first.id].compactMap(\.self)),
        visibleFrom: run.first, due: run.first, clearedOn: contacts.map { max($0, run.first) }.min(),
        title: ProofStep("titel", ["dag": .date(run.first)]),
        proof: [
          ProofStep(
            "nietGemeld", ["dag": .date(run.first), "wie": .text(first.reportedBy?.label ?? "niet ingevuld")], at: place
          )
        ], act: place)
    }
  }

  static func unknownKind(_ it: AbsenceCase) -> [Episode] {
    let open = it.absence.absences.filter { $0.kind == nil || $0.kind.is(.unknown) }.compactMap(\.id)
    // Distance learning that is no presence is absence, of a kind that somebody has to tell.
    let distance = it.absence.distanceLearning.filter { $0.kindOtherwise == nil }.compactMap(\.id)
    let section = AbsenceFields.declared
    return unknownKind("open", among: Set(open), it) {
      Act(.absence, list: section.absences.key, record: $0, field: AbsenceRecordFields.declared.kind.key)
    }
      + unknownKind("openAfstand", among: Set(distance), it) {
        Act(
          .absence, list: section.distanceLearning.key, record: $0,
          field: DistanceLearningFields.declared.kindOtherwise.key)
      }
      + it.absence.absences.compactMap { unknownLateness($0, it) }
  }

  /// Coming late takes hours too; how many is not to be counted as none because nobody wrote it down.
  private static func unknownLateness(
    _ absence: Record<AbsenceRecordFields>, _ it: AbsenceCase
  ) -> Episode? {
    guard absence.kind.is(.late), let day = absence.from, it.ledger.hours.day(day) != nil, absence.part == nil,
      absence.duration == nil, absence.fromTime == nil, absence.untilTime == nil
    else { return nil }
    let place = Act(
      .absence, list: AbsenceFields.declared.absences.key, record: absence.id,
      field: AbsenceRecordFields.declared.duration.key)
    return question("laat", title: "titelLaat", on: day, about: absence.id, at: place, it)
  }

  /// One question for each unbroken absence behind which some of these records are.
  private static func unknownKind(
    _ sentence: String, among records: Set<RecordID>, _ it: AbsenceCase, place: (RecordID) -> Act
  ) -> [Episode] {
    guard !records.isEmpty else { return [] }
    func record(_ day: AbsentDay) -> RecordID? { day.causes.compactMap(\.record).first(where: records.contains) }
    return it.ledger.runs { record($0) != nil }.compactMap { run in
      guard let first = record(it.ledger.days[run.range.lowerBound]) else { return nil }
      return question(sentence, title: "titel", on: run.first, about: first, at: place(first), it)
    }
  }

  private static func question(
    _ sentence: String, title: String, on day: CivilDate, about record: RecordID?, at place: Act, _ it: AbsenceCase
  ) -> Episode? {
    guard let days = it.scope.norms["verzuim.onbekend.schooldagen", on: day] else { return nil }
    let term = Term.schoolDays(days, after: day, calendar: it.calendar)
    let proof =
      [ProofStep(sentence, ["dag": .date(day)], at: place)]
      + (term?.countedDayLines(days) ?? [it.calendar.endLine(after: day)])
    return Episode(
      id: Episode.ID(rule: "verzuim.onbekend", subject: it.subject, records: [record].compactMap(\.self)),
      visibleFrom: day, due: term?.end, floor: term == nil ? .now : nil,
      title: ProofStep(title, ["dag": .date(day)]), proof: proof, act: place)
  }
}

extension AbsenceCase {
  /// The records behind the days of a run that are among some, in order of their first day there.
  fileprivate func records(
    of run: AbsenceRun, among some: [RecordID: Record<AbsenceRecordFields>]
  ) -> [Record<AbsenceRecordFields>] {
    var seen: Set<RecordID> = []
    return ledger.days[run.range].flatMap(\.causes).compactMap(\.record).compactMap { id in
      seen.insert(id).inserted ? some[id] : nil
    }
  }
}

extension Record where Fields == AbsenceRecordFields {
  /// Whether the school has to find out where the pupil is: nobody said so who should have.
  ///
  /// Illness and the like are known because the parents told; where it is on record that someone else did, they are asked
  /// after all. Of what the school decided itself, and of coming late, there is nothing to ask.
  fileprivate var asksForContact: Bool {
    let byOthers = self.reportedBy?.known.map { $0 != .parents } ?? false
    switch self.kind?.known ?? .unknown {
    case .unknown, .unauthorised, .holidayWithoutLeave: return self.reportedBy == nil || byOthers
    case .ill, .medicalVisit: return byOthers
    case .leave, .tradeHoliday, .religiousDuty, .suspension, .closure, .fiveYearOld, .late, .waitingForPlace:
      return false
    }
  }
}
