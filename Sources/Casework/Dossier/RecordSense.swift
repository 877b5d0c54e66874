/// What cannot be meant in a record that is filled in now, though each value is of its kind.
public enum RecordProblem: Hashable, Sendable {
  case talkInFuture(CivilDate)
  case talkWithoutWords
  case absenceTooFar(CivilDate)
  case noTeachingDay(from: CivilDate, until: CivilDate)
  case longerThanDay(minutes: Int)
  case reportInFuture(CivilDate)
  case reportEndsLater(CivilDate)
  case reportWithoutEnd

  /// The key of the field that it is about.
  public var fieldKey: String {
    switch self {
    case .talkInFuture: ConversationFields.declared.on.key
    case .talkWithoutWords: ConversationFields.declared.summary.key
    case .absenceTooFar, .noTeachingDay: AbsenceRecordFields.declared.from.key
    case .longerThanDay: AbsenceRecordFields.declared.duration.key
    case .reportInFuture: TruancyReportFields.declared.reportedOn.key
    case .reportEndsLater, .reportWithoutEnd: TruancyReportFields.declared.until.key
    }
  }

  /// What is the matter and what to do, in Dutch.
  public var explanation: String {
    switch self {
    case .talkInFuture(let day):
      "\(day.dutch(.full)) moet nog komen. Leg het gesprek vast als het is geweest; maak nu een actie."
    case .talkWithoutWords: "Schrijf op wat er is besproken; één zin is genoeg."
    case .absenceTooFar(let day): "\(day.dutch(.full)) ligt meer dan een jaar vooruit. Kijk de datum na."
    case .noTeachingDay(let from, let until):
      from == until
        ? "\(from.dutch(.full)) is geen lesdag: dit telt nergens mee. Kijk de datum na."
        : "Van \(from.dutch(.full)) tot en met \(until.dutch(.full)) is er geen lesdag: dit telt nergens mee."
    case .longerThanDay(let minutes): "Dat is langer dan de lesdag duurt (\(minutes) minuten)."
    case .reportInFuture(let day): "\(day.dutch(.full)) moet nog komen. Leg de melding vast als zij gedaan is."
    case .reportEndsLater(let day):
      "\(day.dutch(.full)) ligt na de dag van melden. Uren van later horen bij een volgende melding."
    case .reportWithoutEnd: "Vul in tot en met welke dag u meldde: van de dag erna af telt de 16 uur opnieuw."
    }
  }
}

extension Record where Fields == ConversationFields {
  /// What cannot be meant in a talk that is recorded on a day.
  public func problems(on today: CivilDate) -> [RecordProblem] {
    var found: [RecordProblem] = []
    if let on = self.on, on > today { found.append(.talkInFuture(on)) }
    let words = (self.summary ?? "") + (self.decisions ?? "")
    if self.reached.is(.reached), words.allSatisfy(\.isWhitespace), self.actions.isEmpty {
      found.append(.talkWithoutWords)
    }
    return found
  }
}

extension Record where Fields == AbsenceRecordFields {
  /// What cannot be meant in an absence that is recorded on a day, of a pupil in this group.
  public func problems(
    on today: CivilDate, _ calendar: TeachingCalendar, group: RecordID?, yearGroup: Int?
  ) -> [RecordProblem] {
    guard let from = self.from else { return [] }
    if from > today.adding(days: 366) { return [.absenceTooFar(from)] }
    let until = self.until ?? from
    guard until >= from, self.isOpen != true, calendar.covers(from...until) else { return [] }
    let days = calendar.teachingDays(from: from, through: until)
      .filter { calendar.isTeachingDay($0, group: group, yearGroup: yearGroup) }
    guard let first = days.first else { return [.noTeachingDay(from: from, until: until)] }
    let taught = calendar.teachingMinutes(on: first, group: group, yearGroup: yearGroup)
    guard until == from, taught > 0, let duration = self.duration, duration.count > taught else { return [] }
    return [.longerThanDay(minutes: taught)]
  }
}

extension Record where Fields == TruancyReportFields {
  /// What cannot be meant in a report to DUO that is recorded on a day.
  public func problems(on today: CivilDate) -> [RecordProblem] {
    var found: [RecordProblem] = []
    if let on = self.reportedOn, on > today { found.append(.reportInFuture(on)) }
    if let on = self.reportedOn, let until = self.until, until > on { found.append(.reportEndsLater(until)) }
    if self.kind.is(.sixteenHours), self.until == nil { found.append(.reportWithoutEnd) }
    return found
  }
}

extension Episode {
  /// The report to DUO that this signal asks for, with the period and the hours that its proof counts.
  public var truancyReport: Record<TruancyReportFields>? {
    guard id.rule.name == "verzuim.16uur", let reached = proof.first(where: { $0.sentence == "bereikt" }),
      case .date(let day)? = reached.values["dag"], case .minutes(let minutes)? = reached.values["uren"]
    else { return nil }
    let counted = proof.filter { $0.sentence.hasPrefix("telt") }.compactMap { step -> CivilDate? in
      if case .date(let day)? = step.values["dag"] { day } else { nil }
    }
    var report = Record<TruancyReportFields>()
    report.kind = Choice(.sixteenHours)
    report.from = counted.min()
    report.until = day
    report.minutes = Minutes(minutes)
    return report
  }
}
