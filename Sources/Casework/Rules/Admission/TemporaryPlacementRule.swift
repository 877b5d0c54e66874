/// Who still waits after ten weeks and is enrolled nowhere is placed for the time being (WPO 40 lid 7).
enum TemporaryPlacementRule {
  /// So many days before it is due the school can begin to prepare.
  private static let noticeDays = 28

  static func judge(_ it: ApplicationCase) -> [Episode] {
    let application = it.application
    guard application.form.is(.written), let received = application.receivedOn,
      let weeks = it.scope.norms["aanmelding.tijdelijk.weken", on: received]
    else { return [] }
    let elsewhere = Elsewhere(application)
    let wait = Term.statutory(.weeks(weeks), from: received, holidays: it.scope.holidays)
    let birthday = it.pupil.birthDate.flatMap { birth in
      it.scope.norms["aanmelding.tijdelijk.leeftijd", on: received].map { birth.adding(years: $0) }
    }
    let later = [birthday, elsewhere.freeFrom].compactMap(\.self)
    let due = (later + [wait.end.adding(days: 1)]).max() ?? wait.end
    let lastDay = (later + [wait.lastDay.adding(days: 1)]).max() ?? wait.lastDay
    guard !elsewhere.holds(on: lastDay) else { return [] }
    let visibleFrom = lastDay.adding(days: -noticeDays)
    let cleared = ends(it, received).min()
    if let cleared, cleared <= visibleFrom { return [] }
    return [
      Episode(
        id: it.episodeID("aanmelding.tijdelijk"), visibleFrom: visibleFrom, due: due, lastDay: lastDay,
        until: elsewhere.from.flatMap { $0 > visibleFrom ? $0 : nil }, clearedOn: cleared, factOn: received,
        title: ProofStep("titel", ["datum": .date(lastDay)]),
        proof: [
          ProofStep("ontvangen", ["datum": .date(received)], at: it.place()),
          .term(weeks: weeks, from: received, to: wait.end),
        ] + wait.movedSteps + [ProofStep("dagErna", ["datum": .date(wait.lastDay.adding(days: 1))])]
          + birthdaySteps(birthday, after: wait) + elsewhere.steps(at: it.place(elsewhereField)),
        act: it.place(ApplicationFields.declared.temporaryFrom.key))
    ]
  }

  /// The days on which the waiting ended: a decision, or being placed or enrolled here.
  private static func ends(_ it: ApplicationCase, _ received: CivilDate) -> [CivilDate] {
    let enrolled = it.pupil.enrolmentHistory.first { $0.span.until.map { $0 >= received } ?? true }?.span.from
    return [it.decidedOn, it.application.temporaryFrom, enrolled.map { max($0, received) }].compactMap(\.self)
  }

  private static func birthdaySteps(_ birthday: CivilDate?, after wait: Term) -> [ProofStep] {
    let birth = Act(.pupil, field: PupilFields.declared.birthDate.key)
    guard let birthday else { return [ProofStep("geboorteOnbekend", at: birth)] }
    return birthday > wait.lastDay ? [ProofStep("verjaardag", ["datum": .date(birthday)], at: birth)] : []
  }

  private static let elsewhereField = ApplicationFields.declared.elsewhere.key

  /// Being enrolled at another school; not knowing is not the same as no.
  private struct Elsewhere {
    let from: CivilDate?
    private let until: CivilDate?
    private let answer: YesNoUnknown?

    init(_ application: Application) {
      answer = application.elsewhere?.known
      let isEnrolled = answer == .yes
      from = isEnrolled ? application.elsewhereFrom : nil
      until = isEnrolled ? application.elsewhereUntil : nil
    }

    /// The first day on which the child is at that school no more, where that day is known.
    var freeFrom: CivilDate? { until?.adding(days: 1) }

    func holds(on day: CivilDate) -> Bool {
      answer == .yes && DateSpan(from: from ?? .distantPast, until: until).contains(day)
    }

    func steps(at place: Act) -> [ProofStep] {
      switch answer {
      case .no: [ProofStep("nergens", at: place)]
      case .yes:
        until.map { [ProofStep("eldersTot", ["datum": .date($0)], at: place)] }
          ?? from.map { [ProofStep("eldersVanaf", ["datum": .date($0)], at: place)] } ?? []
      case .unknown, nil: [ProofStep("eldersOnbekend", at: place)]
      }
    }
  }
}
