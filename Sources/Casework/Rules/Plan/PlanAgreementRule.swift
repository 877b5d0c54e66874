extension Rule {
  /// Agreement of every guardian with custody to the action part, before it is established (WPO 40a; §2.6).
  static let planAgreement = Rule(
    "opp.instemming", reads: [.pupil, .family, .plan],
    judge: .pupil { dossier, _ in
      dossier.agreementWatches.flatMap { watch in
        watch.waits.map { watch.episode(of: dossier.id, $0) } + watch.breach(of: dossier.id)
      }
    })
}

/// The versions of a plan with when each held, worked out once for all of them.
struct PlanCourse {
  static let empty = PlanCourse(Record())

  /// As they were drawn up.
  let versions: [PlanVersion]
  let history: [Spanned<PlanVersionFields>]
  let runs: [PlanRun]
  let lives: [VersionLife]

  init(_ plan: Record<PlanFields>) {
    versions = plan.inOrder
    history = plan.inForceHistory
    runs = PlanRun.all(history)
    lives = VersionLife.all(versions, history, runs)
  }

  /// The unbroken stretch of having a plan that holds a day.
  func run(on day: CivilDate) -> PlanRun? { runs.first { $0.span.contains(day) } }

  /// What each version that was offered or established needs of the guardians.
  func watches(_ circle: GuardianCircle, duties: [PlanDuty]) -> [AgreementWatch] {
    versions.compactMap { AgreementWatch($0, in: self, circle, duties: duties) }
  }
}

/// A stretch of days on which an offered version waits in one and the same way.
struct AgreementWait {
  let from: CivilDate
  /// The first day on which it no longer waits so.
  fileprivate(set) var until: CivilDate?
  /// The day on which everyone had agreed.
  fileprivate(set) var clearedOn: CivilDate?
  let standing: AgreementStanding
}

/// What the agreement to one offered version needs, day by day.
struct AgreementWatch {
  let version: PlanVersion
  /// The need for a plan that it was offered for; nothing where there is none.
  let need: PlanDuty?
  let offeredOn: CivilDate
  /// The stretches in which the version waits for a guardian, from the offer until it is established.
  ///
  /// Whose agreement is needed, and what each answered, can change on the way; every day is told as it was on that day.
  private(set) var waits: [AgreementWait] = []
  private let id: RecordID
  private let guardians: [WatchedGuardian]
  /// The term that its offer has to meet.
  private let duty: PlanDuty?
  /// The first day on which nothing is asked for this version any more: a newer one took its place, or the need ended.
  private let ended: CivilDate?
  /// The first day on which an established version no longer holds.
  private let outOfForce: CivilDate?

  fileprivate init?(_ version: PlanVersion, in course: PlanCourse, _ circle: GuardianCircle, duties: [PlanDuty]) {
    guard let id = version.id, let offered = version.offeredOn ?? version.establishedOn else { return nil }
    self.version = version
    self.id = id
    lazy var textHash = version.actionPartHash
    guardians = circle.members.map { WatchedGuardian($0, version, textHash: { textHash }) }
    offeredOn = offered
    need = duties.first { $0.lastDayOfNeed.map { offered <= $0 } ?? true }
    // Only a version that comes where no plan holds yet has the term of the plan itself to meet.
    let eve = offered.adding(days: -1)
    duty = course.history.contains { $0.span.contains(eve) } ? nil : need
    let newer = course.versions.drop { $0.id != id }.dropFirst()
    let followed = newer.flatMap { [$0.offeredOn, $0.establishedOn] }.compactMap(\.self).min()
    let last = [version.closedOn, need?.lastDayOfNeed].compactMap(\.self).min()
    ended = [followed, last?.adding(days: 1)].compactMap(\.self).min()
    let held = course.history.first { $0.record.id == id }?.span.until
    outOfForce = [held, last].compactMap(\.self).min()?.adding(days: 1)
    waits = stretchesOfWaiting
  }

  private var stretchesOfWaiting: [AgreementWait] {
    guard version.establishedOn.map({ $0 > offeredOn }) ?? true else { return [] }
    let stop = [version.establishedOn, ended].compactMap(\.self).min()
    var result: [AgreementWait] = []
    var open: AgreementWait?
    for day in turningPoints where stop.map({ day < $0 }) ?? true {
      let standing = standing(custodyOn: day, answersOn: day)
      if var before = open {
        if before.standing == standing { continue }
        before.until = standing.isMet ? stop : day
        before.clearedOn = standing.isMet ? day : nil
        result.append(before)
      }
      open = standing.isMet ? nil : AgreementWait(from: day, standing: standing)
    }
    if var last = open {
      last.until = stop
      // Establishing on the very day of the last answer ends the waiting as agreement, not as a breach.
      last.clearedOn = version.establishedOn.flatMap { standing(custodyOn: $0, answersOn: $0).isMet ? $0 : nil }
      result.append(last)
    }
    return result
  }

  fileprivate func episode(of pupil: RecordID, _ wait: AgreementWait) -> Episode {
    let place = Act(.plan, list: "versies", record: id, field: "ouders")
    var proof = [ProofStep("aangeboden", ["datum": .date(offeredOn)], at: place)]
    proof += wait.standing.proof(on: wait.from, at: place)
    proof += duty?.counting ?? []
    return Episode(
      id: Episode.ID(
        rule: "opp.instemming", subject: .pupil(pupil), records: [id],
        mark: wait.from == offeredOn ? "" : wait.from.iso),
      visibleFrom: wait.from, due: duty?.term.end, lastDay: duty?.term.lastDay, until: wait.until,
      clearedOn: wait.clearedOn, floor: duty == nil ? .now : nil,
      title: ProofStep(wait.standing.isAboutCustody ? "titelGezag" : "titel", ["wie": .text(wait.standing.names)]),
      proof: proof, act: place)
  }

  /// Established without the agreement of every guardian who had custody on that day.
  fileprivate func breach(of pupil: RecordID) -> [Episode] {
    guard let established = version.establishedOn else { return [] }
    let standing = standing(custodyOn: established, answersOn: established)
    guard !standing.isMet else { return [] }
    let cleared = turningPoints.first {
      $0 > established && self.standing(custodyOn: established, answersOn: $0).isMet
    }
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

  /// The days from the offer on which the standing can change, in order.
  private var turningPoints: [CivilDate] {
    let days = guardians.flatMap(\.turningPoints).filter { $0 > offeredOn }.sorted()
    return days.reduce(into: [offeredOn]) { days, day in
      if day != days.last { days.append(day) }
    }
  }

  private func standing(custodyOn day: CivilDate, answersOn answerDay: CivilDate) -> AgreementStanding {
    AgreementStanding(guardians, custodyOn: day, answersOn: answerDay)
  }
}
