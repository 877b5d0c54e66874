import Casework

/// The plan at a glance: its state, what the parents said, what lacks.
struct PlanOverview {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  var lines: [TabLine] {
    guard let plan = text.dossier.plan.record, let version = plan.newestVersion(on: text.day), let id = version.id
    else {
      return []
    }
    let target = LineTarget.record(.plan, [.item(list: PlanFields.declared.versions.key, id)])
    let head = Texts.Plan.head(
      number: plan.number(of: id) ?? 1, state: version.state(on: text.day)?.rawValue ?? "",
      established: version.establishedOn)
    var lines = [TabLine(Line(head, .heading, bold: true), target)]
    lines += facts(version).map { TabLine($0, target) }
    lines += agreements(version).map { TabLine($0, target) }
    lines += goals(plan, version).map { TabLine($0, target) }
    lines += lacks(version).map { TabLine($0, target) }
    return lines
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

  private func goals(_ plan: Record<PlanFields>, _ version: PlanVersion) -> [Line] {
    guard !version.goals.isEmpty else { return [] }
    let judged = Set(plan.evaluations.flatMap { $0.results.compactMap { $0.goal?.id } })
    let count = version.goals.count { goal in goal.id.map(judged.contains) ?? false }
    var line = row(Texts.Plan.rowGoals)
    line.add(Bars.gauge(count, of: version.goals.count, width: min(10, version.goals.count)))
    line.add(" " + Texts.Plan.judged(count, of: version.goals.count))
    return [line]
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
