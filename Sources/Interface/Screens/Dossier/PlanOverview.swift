import Casework

/// The plan at a glance: its state, what the parents said, what lacks.
struct PlanOverview {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  var lines: [TabLine] {
    guard let plan = text.dossier.plan.record else { return [] }
    let year = cycle
    guard let version = plan.newestVersion(on: text.day), let id = version.id else { return year }
    let target = LineTarget.record(.plan, [.item(list: PlanFields.declared.versions.key, id)])
    let head = Texts.Plan.head(
      number: plan.number(of: id) ?? 1, state: version.state(on: text.day),
      established: version.establishedOn)
    var lines = [TabLine(Line(head, .heading, bold: true), target)]
    lines += facts(version).map { TabLine($0, target) }
    lines += agreements(version).map { TabLine($0, target) }
    lines += lacks(version).map { TabLine($0, target) }
    if !year.isEmpty { lines += [TabLine()] + year }
    return lines + goals(plan, version, target)
  }

  /// The rhythm of the plan on a line of the school year, from the last that counts to the next that is asked.
  private var cycle: [TabLine] {
    let episodes = text.state.episodes(of: text.dossier.id)
    let moments = PlanCycle(text.dossier, episodes: episodes, on: text.day).moments
    guard !moments.isEmpty else { return [] }
    let marks = PlanMarks(moments, on: text.day)
    let line = YearLine(from: marks.first, through: marks.last, marks.all, today: text.day)
    return [TabLine(Texts.Plan.rowYear, .heading, bold: true)] + line.lines(width: text.width).map { TabLine($0) }
  }

  private func facts(_ version: PlanVersion) -> [Line] {
    var destination = row(Texts.Plan.rowDestination)
    destination.add(version.destination?.label ?? Texts.nothing)
    if version.destinationReasons?.isBlank == false { destination.add(Texts.Plan.reasoned, .good) }
    destination.add(
      "  " + Texts.Plan.factors(version.promotingFactors?.count ?? 0, version.impedingFactors?.count ?? 0), .muted)
    var part = row(Texts.Plan.rowActionPart)
    part.add(version.actionPart?.guidance ?? version.actionPart?.extraSupport ?? Texts.nothing)
    return [destination, part]
  }

  private func agreements(_ version: PlanVersion) -> [Line] {
    guard let family = text.dossier.family.record, text.dossier.family != .empty else { return [] }
    return family.guardiansWithCustody(on: text.day).enumerated().map { index, guardian in
      var line = row(index == 0 ? Texts.Plan.rowAgreement : "")
      line.add(guardian.shortName + " ")
      let agreement = guardian.id.flatMap { version.agreement(of: $0) }
      let isAgreed = guardian.id.map { version.isAgreed(by: $0, on: text.day) } ?? false
      let isStale = agreement.map { $0.answer.is(.agreed) && !version.holds($0) } ?? false
      line.add(
        Texts.Plan.answer(agreement?.answer?.known, on: agreement?.answeredOn, isStale: isStale),
        isAgreed ? .good : .now)
      return line
    }
  }

  private func goals(_ plan: Record<PlanFields>, _ version: PlanVersion, _ target: LineTarget) -> [TabLine] {
    guard !version.goals.isEmpty else { return [] }
    let goals = plan.goalStandings(of: version, on: text.day)
    var head = Line(Texts.Plan.rowGoals, .heading, bold: true)
    head.add("  " + Texts.Plan.judged(goals.count { !$0.results.isEmpty }, of: goals.count), .muted)
    return [TabLine(), TabLine(head, target)]
      + GoalBars(goals, readIn: SchoolYear(of: text.day)).lines(width: text.width).map { TabLine($0, target) }
  }

  private func lacks(_ version: PlanVersion) -> [Line] {
    guard !version.isLocked else { return [] }
    let lacks = PlanCompleteness(version, family: text.dossier.family.record, on: text.day).lacks
    return lacks.enumerated().map { index, lack in
      var line = row(index == 0 ? Texts.Plan.rowLacks : "")
      line.add(lack.text, .now)
      line.add("  " + lack.basis, .muted)
      return line
    }
  }

  private func row(_ label: String) -> Line {
    var line = Line()
    line.add(label, width: 14, .muted)
    line.add(" ")
    return line
  }
}

/// The moments of a plan as marks: a capital for what was done, a small letter for what is asked.
struct PlanMarks {
  let all: [YearLine.Mark]
  /// The school years that the line must show; those of a day, and at most one before and one after it.
  let first: SchoolYear
  let last: SchoolYear

  init(_ moments: [PlanCycle.Moment], on day: CivilDate) {
    let present = SchoolYear(of: day)
    // The newest plan, its last evaluation and the newest note say where it stands; older ones are letters alone. What
    // does not count is told as long as nothing that does came after it.
    var newest = Dictionary(moments.filter { $0.day <= day }.map { ($0.kind.letter, $0) }) { $1 }
    if let counting = newest["E"], let other = newest["x"], counting.day >= other.day { newest["x"] = nil }
    all = moments.map { moment in
      let isListed = moment.day > day || newest[moment.kind.letter] == moment
      return YearLine.Mark(
        day: moment.day, letter: moment.kind.letter, words: Self.words(moment, on: day),
        role: moment.role(on: day), isListed: isListed)
    }
    let before = all.filter { $0.isListed && $0.day < present.firstDay }
    let after = all.filter { $0.isListed && $0.day > present.lastDay }
    first = before.contains { present.previous.contains($0.day) } ? present.previous : present
    last = after.contains { present.next.contains($0.day) } ? present.next : present
  }

  private static func words(_ moment: PlanCycle.Moment, on day: CivilDate) -> String {
    moment.kind.isAsked
      ? Texts.Plan.moment(moment.kind, daysLeft: moment.day.days(since: day)) : Texts.Plan.moment(moment.kind)
  }
}

extension PlanCycle.Moment {
  fileprivate func role(on day: CivilDate) -> Role {
    guard kind.isAsked else { return .text }
    return self.day < day ? .overdue : .now
  }
}

extension PlanCycle.Kind {
  /// A capital for what was done, a small letter for what is asked, a cross for what does not count.
  var letter: Character {
    switch self {
    case .established: "V"
    case .evaluated(.counts), .evaluated(.notJudged): "E"
    case .evaluated(.custodyUnknown), .evaluated(.withoutGuardian): "x"
    case .progressNoted: "B"
    case .closed: "A"
    case .establishBy: "v"
    case .evaluateBy: "e"
    case .noteProgressFrom: "b"
    }
  }
}
