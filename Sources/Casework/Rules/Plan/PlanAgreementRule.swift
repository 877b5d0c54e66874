extension Rule {
  /// Agreement of every guardian with custody to the action part, before it is established (WPO 40a; §2.6).
  static let planAgreement = Rule(
    "opp.instemming", reads: [.pupil, .family, .plan],
    judge: .pupil { dossier, scope in
      guard let pupil = dossier.pupil.record, let family = dossier.family.record, let plan = dossier.plan.record
      else { return [] }
      let course = PlanCourse(plan, duties: PlanDuty.all(pupil: pupil, scope: scope))
      return course.versions.flatMap { version -> [Episode] in
        guard let watch = AgreementWatch(version, in: course, family: family) else { return [] }
        return watch.waiting(of: dossier.id) + watch.breach(of: dossier.id)
      }
    })
}

/// The versions of a plan with when each held, worked out once for all of them.
private struct PlanCourse {
  let versions: [PlanVersion]
  let history: [Spanned<PlanVersionFields>]
  let duties: [PlanDuty]

  init(_ plan: Record<PlanFields>, duties: [PlanDuty]) {
    versions = plan.inOrder
    history = plan.inForceHistory
    self.duties = duties
  }
}

/// What the agreement to one offered version needs, day by day.
private struct AgreementWatch {
  private let version: PlanVersion
  private let id: RecordID
  private let guardians: [WatchedGuardian]
  private let duty: PlanDuty?
  private let offeredOn: CivilDate
  /// The first day on which nothing is asked for this version any more: a newer one took its place, or the need ended.
  private let ended: CivilDate?
  /// The first day on which an established version no longer holds.
  private let outOfForce: CivilDate?

  init?(_ version: PlanVersion, in course: PlanCourse, family: Record<FamilyFields>) {
    guard let id = version.id, let offered = version.offeredOn ?? version.establishedOn else { return nil }
    self.version = version
    self.id = id
    guardians = family.guardians.map { WatchedGuardian($0, version) }
    offeredOn = offered
    // Only a version that comes where no plan holds yet has the term of the plan itself to meet.
    let need = course.duties.first { $0.lastDayOfNeed.map { offered <= $0 } ?? true }
    let eve = offered.adding(days: -1)
    duty = course.history.contains { $0.span.contains(eve) } ? nil : need
    let newer = course.versions.drop { $0.id != id }.dropFirst()
    let followed = newer.flatMap { [$0.offeredOn, $0.establishedOn] }.compactMap(\.self).min()
    let last = [version.closedOn, need?.lastDayOfNeed].compactMap(\.self).min()
    ended = [followed, last?.adding(days: 1)].compactMap(\.self).min()
    let held = course.history.first { $0.record.id == id }?.span.until
    outOfForce = [held, last].compactMap(\.self).min()?.adding(days: 1)
  }

  /// The stretches in which the version waits for a guardian, from the offer until it is established.
  ///
  /// Whose agreement is needed can change on the way, with custody; each stretch of waiting is an episode of its own.
  func waiting(of pupil: RecordID) -> [Episode] {
    guard version.establishedOn.map({ $0 > offeredOn }) ?? true else { return [] }
    let stop = [version.establishedOn, ended].compactMap(\.self).min()
    var result: [Episode] = []
    var waited: (first: CivilDate, last: CivilDate)?
    for day in turningPoints where stop.map({ day < $0 }) ?? true {
      let isMet = isMet(custodyOn: day, answersOn: day)
      if !isMet { waited = (waited?.first ?? day, day) }
      if isMet, let days = waited {
        result.append(waitingEpisode(of: pupil, over: days, clearedOn: day, until: stop))
        waited = nil
      }
    }
    if let days = waited {
      // Establishing on the very day of the last answer ends the waiting as agreement, not as a breach.
      let agreed = version.establishedOn.flatMap { isMet(custodyOn: $0, answersOn: $0) ? $0 : nil }
      result.append(waitingEpisode(of: pupil, over: days, clearedOn: agreed, until: stop))
    }
    return result
  }

  /// Established without the agreement of every guardian who had custody on that day.
  func breach(of pupil: RecordID) -> [Episode] {
    guard let established = version.establishedOn, !isMet(custodyOn: established, answersOn: established) else {
      return []
    }
    let standing = Standing(of: version, guardians, custodyOn: established, answersOn: established)
    let cleared = turningPoints.first { $0 > established && isMet(custodyOn: established, answersOn: $0) }
    let place = Act(.plan, list: "versies", record: id, field: "ouders")
    return [
      Episode(
        id: Episode.ID(rule: "opp.instemming", subject: .pupil(pupil), records: [id], mark: "vastgesteld"),
        visibleFrom: established, until: outOfForce, clearedOn: cleared, floor: .overdue,
        title: ProofStep(
          standing.isAboutCustody ? "titelVastgesteldGezag" : "titelVastgesteld", ["wie": .text(standing.names)]),
        proof: [ProofStep("vastgesteldZonder", ["datum": .date(established)], at: place)]
          + standing.proof(on: established, at: place),
        act: place)
    ]
  }

  /// One stretch of waiting, from the first to the last turning point on which somebody's agreement lacked.
  private func waitingEpisode(
    of pupil: RecordID, over days: (first: CivilDate, last: CivilDate), clearedOn: CivilDate?, until: CivilDate?
  ) -> Episode {
    let first = days.first
    let shown = Standing(of: version, guardians, custodyOn: days.last, answersOn: days.last)
    let place = Act(.plan, list: "versies", record: id, field: "ouders")
    var proof = [ProofStep("aangeboden", ["datum": .date(offeredOn)], at: place)]
    proof += shown.proof(on: days.last, at: place)
    proof += duty?.counting ?? []
    let isFirst = first == offeredOn
    return Episode(
      id: Episode.ID(
        rule: "opp.instemming", subject: .pupil(pupil), records: [id], mark: isFirst ? "" : first.iso),
      visibleFrom: first, due: duty?.term.end, lastDay: duty?.term.lastDay, until: until, clearedOn: clearedOn,
      floor: duty == nil ? .now : nil,
      title: ProofStep(shown.isAboutCustody ? "titelGezag" : "titel", ["wie": .text(shown.names)]),
      proof: proof, act: place)
  }

  /// The days from the offer on which the standing can change, in order: an answer, a change of custody.
  private var turningPoints: [CivilDate] {
    var days: Set<CivilDate> = [offeredOn]
    days.formUnion(version.agreements.compactMap(\.answeredOn))
    for guardian in guardians { days.formUnion(guardian.custody.turningPoints) }
    return days.filter { $0 >= offeredOn }.sorted()
  }

  /// Whether everyone who had custody on one day had agreed by the other, and it is certain who had it.
  private func isMet(custodyOn day: CivilDate, answersOn answerDay: CivilDate) -> Bool {
    var hasHolder = false
    for guardian in guardians {
      switch guardian.custody.hasCustody(on: day) {
      case .no: continue
      case .unknown: return false
      case .yes:
        hasHolder = true
        guard guardian.hasAgreed(by: answerDay) else { return false }
      }
    }
    return hasHolder
  }
}

/// One guardian with custody over time and the answer given to a version, read once for all the days that are asked.
private struct WatchedGuardian {
  let guardian: Guardian
  let custody: CustodyTimeline
  let agreement: PlanAgreement?
  /// The day of the agreement to the text as it stands; nothing where there is none.
  private let agreedOn: CivilDate?

  init(_ guardian: Guardian, _ version: PlanVersion) {
    self.guardian = guardian
    custody = guardian.custodyTimeline
    let agreement = guardian.id.flatMap { version.agreement(of: $0) }
    self.agreement = agreement
    agreedOn = agreement.flatMap { $0.answer.is(.agreed) && version.holds($0) ? $0.answeredOn : nil }
  }

  func hasAgreed(by day: CivilDate) -> Bool {
    agreedOn.map { $0 <= day } ?? false
  }
}

/// How it stands with the agreement to a version: of those who had custody on one day, by their answers up to another.
private struct Standing {
  private enum Answer {
    case open, undated, refused, unreachable, stale
  }

  private struct Lack {
    let guardian: Guardian
    let answer: Answer
    let agreement: PlanAgreement?

    func proof(at place: Act) -> [ProofStep] {
      let values: [String: ProofValue] = ["wie": .text(guardian.shortName)]
      switch answer {
      case .open: return [ProofStep("open", values, at: place)]
      case .undated: return [ProofStep("zonderDatum", values, at: place)]
      case .refused: return [ProofStep("nee", values, at: place)]
      case .stale: return [ProofStep("andereTekst", values, at: place)]
      case .unreachable:
        let attempts = (agreement?.attempts ?? []).compactMap { attempt in
          attempt.on.map { on in
            ProofStep("poging", ["datum": .date(on), "hoe": .text(attempt.how ?? "contact gezocht")], at: place)
          }
        }
        let told = ProofStep("onbereikbaar", values, at: place)
        return [told] + (attempts.isEmpty ? [ProofStep("geenPoging", values, at: place)] : attempts)
      }
    }
  }

  private let lacks: [Lack]
  /// Of whom it is unknown whether they have custody.
  private let unknown: [Guardian]
  private let isNobody: Bool

  init(
    of version: PlanVersion, _ guardians: [WatchedGuardian], custodyOn day: CivilDate, answersOn answerDay: CivilDate
  ) {
    let holders = guardians.filter { $0.custody.hasCustody(on: day) == .yes }
    isNobody = holders.isEmpty
    unknown = guardians.filter { $0.custody.hasCustody(on: day) == .unknown }.map(\.guardian)
    lacks = holders.filter { !$0.hasAgreed(by: answerDay) }.map { holder in
      Lack(
        guardian: holder.guardian, answer: Self.answer(of: holder.agreement, to: version, on: answerDay),
        agreement: holder.agreement)
    }
  }

  private static func answer(of agreement: PlanAgreement?, to version: PlanVersion, on day: CivilDate) -> Answer {
    guard let agreement, let answer = agreement.answer, !answer.word.isEmpty else { return .open }
    guard let on = agreement.answeredOn else { return answer == .open ? .open : .undated }
    guard on <= day else { return .open }
    switch agreement.answer?.known {
    case .refused: return .refused
    case .unreachable: return .unreachable
    case .agreed: return version.holds(agreement) ? .open : .stale
    case .open, nil: return .open
    }
  }

  var isAboutCustody: Bool { lacks.isEmpty }

  /// Those on whom it waits, as one speaks of them.
  var names: String {
    lacks.map(\.guardian.shortName).joined(separator: ", ")
  }

  func proof(on day: CivilDate, at place: Act) -> [ProofStep] {
    var steps = lacks.flatMap { $0.proof(at: place) }
    let custody = Act(.family, list: "ouders")
    if isNobody { steps.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    steps += unknown.map { ProofStep("gezagOnbekend", ["wie": .text($0.shortName)], at: custody) }
    return steps
  }
}
