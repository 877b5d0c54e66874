extension Rule {
  /// The report and the plan go to the next school, and the parents see the report first (§2.11; WPO 42).
  static let transferReport = Rule(
    "vo.okr", reads: [.pupil, .family, .plan, .transition], afterDeparture: .everything,
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, let family = dossier.family.record, let plan = dossier.plan.record,
        let transition = dossier.transition.record
      else { return [] }
      return Departure.all(of: pupil).flatMap { departure in
        TransferReport(departure, family, plan, transition, scope)?.episodes(of: dossier.id) ?? []
      }
    })
}

/// The end of a stay at the school.
private struct Departure {
  let lastDay: CivilDate
  /// The record that says where to.
  let record: Record<EnrolmentFields>
  /// The days on which something sent belongs to this departure: from the beginning of the stay to the next one's.
  let stay: DateSpan

  /// The ends of definitive stays; going on from the one record to the next is none.
  static func all(of pupil: Record<PupilFields>) -> [Departure] {
    let spans = pupil.definitiveSpans
    return spans.enumerated().compactMap { index, span in
      guard let lastDay = span.until,
        let record = pupil.enrolmentHistory.last(where: { $0.span.until == lastDay })?.record
      else { return nil }
      let next = index + 1 < spans.count ? spans[index + 1].from.adding(days: -1) : nil
      return Departure(lastDay: lastDay, record: record, stay: DateSpan(from: span.from, until: next))
    }
  }
}

/// What has to go along with one departure.
private struct TransferReport {
  private let departure: Departure
  private let family: Record<FamilyFields>
  private let weeks: Int
  /// The transfer on record that got furthest.
  private let transfer: Record<TransferFields>?
  private let reportSentOn: CivilDate?
  private let planSentOn: CivilDate?
  private let needsPlan: Bool
  /// The last day on which the dossier may be kept: once it is wiped there is nothing left to send (§3.9).
  private let keptThrough: CivilDate?
  /// Whether there is a next school in the Netherlands; nothing where that is not known.
  private let isDutchSchool: Bool?

  /// Nothing where there is no next school, or it is abroad.
  init?(
    _ departure: Departure, _ family: Record<FamilyFields>, _ plan: Record<PlanFields>,
    _ transition: Record<TransitionFields>, _ scope: RuleScope
  ) {
    isDutchSchool = departure.record.destination?.known.flatMap(\.isDutchSchool)
    guard isDutchSchool != false, let weeks = scope.norms["vo.okr.weken", on: departure.lastDay] else { return nil }
    self.departure = departure
    self.family = family
    self.weeks = weeks
    let transfers = transition.transfers
    let sent = transfers.filter { $0.reportSentOn.map(departure.stay.contains) ?? false }
      .min { ($0.reportSentOn ?? .distantFuture) < ($1.reportSentOn ?? .distantFuture) }
    transfer = sent ?? transfers.last { $0.reportSentOn == nil }
    reportSentOn = sent?.reportSentOn
    planSentOn = transfers.compactMap(\.planSentOn).filter(departure.stay.contains).min()
    needsPlan = plan.versionInForce(on: departure.lastDay) != nil
    let retention = departure.record.referred.is(.yes) ? "bewaren.verwezen.jaren" : "bewaren.dossier.jaren"
    keptThrough = scope.norms[retention, on: departure.lastDay].map { departure.lastDay.adding(years: $0) }
  }

  func episodes(of pupil: RecordID) -> [Episode] {
    guard let reportSentOn else { return [sending(of: pupil)] }
    let unseen = reached.isDone(by: reportSentOn) ? [] : [unseen(of: pupil, reportSentOn)]
    return [sending(of: pupil)] + unseen
  }

  private func sending(of pupil: RecordID) -> Episode {
    let done = needsPlan ? reportSentOn.flatMap { first in planSentOn.map { max(first, $0) } } : reportSentOn
    let lastDay = departure.lastDay
    var proof = facts
    proof.append(reportSentOn.map { step("verstuurd", $0) } ?? ProofStep("nietVerstuurd", at: place()))
    if needsPlan {
      proof.append(planSentOn.map { step("oppVerstuurd", $0) } ?? ProofStep("oppNietVerstuurd", at: place()))
    }
    if reportSentOn == nil { proof += reached.proof(name: "inzage", by: nil) }
    return Episode(
      id: Episode.ID(
        rule: "vo.okr", subject: .pupil(pupil), records: [departure.record.id].compactMap(\.self), mark: lastDay.iso),
      visibleFrom: lastDay.adding(weeks: -weeks), due: lastDay, until: keptThrough?.adding(days: 1), clearedOn: done,
      factOn: lastDay,
      title: ProofStep(isDutchSchool == nil ? "titelBestemming" : "titel", ["datum": .date(lastDay)]), proof: proof,
      act: place(TransferFields.declared.reportSentOn.key))
  }

  /// Sent before every guardian with custody had seen it.
  private func unseen(of pupil: RecordID, _ sentOn: CivilDate) -> Episode {
    Episode(
      id: Episode.ID(
        rule: "vo.okr", subject: .pupil(pupil), records: [transfer?.id].compactMap(\.self), mark: "inzage"),
      visibleFrom: sentOn, floor: .now, mustBeAcknowledged: true, factOn: departure.lastDay,
      title: ProofStep("titelInzage"),
      proof: facts + [step("verstuurd", sentOn)] + reached.proof(name: "inzage", by: sentOn),
      act: place(TransferFields.declared.views.key))
  }

  private var facts: [ProofStep] {
    let field = Act(
      .pupil, list: PupilFields.declared.enrolments.key, record: departure.record.id,
      field: EnrolmentFields.declared.destination.key)
    let day: ProofValues = ["datum": .date(departure.lastDay)]
    guard isDutchSchool != nil, let destination = departure.record.destination?.known else {
      return [ProofStep("bestemmingOnbekend", day, at: field)]
    }
    return [
      ProofStep("vertrek", day.and(["waarheen": .text(destination.label)]), at: field)
    ]
  }

  /// Those who had custody when it was sent, or on the last day as long as it is not.
  private var reached: GuardiansReached {
    GuardiansReached(
      family, custodyOn: reportSentOn ?? departure.lastDay, place: place(TransferFields.declared.views.key)
    ) { guardian in
      transfer?.views.filter { $0.guardian?.id == guardian }.compactMap(\.sawOn).min()
    }
  }

  private func step(_ sentence: String, _ day: CivilDate) -> ProofStep {
    ProofStep(sentence, ["datum": .date(day)], at: place())
  }

  private func place(_ field: String? = nil) -> Act {
    Act(.transition, list: TransitionFields.declared.transfers.key, record: transfer?.id, field: field)
  }
}
