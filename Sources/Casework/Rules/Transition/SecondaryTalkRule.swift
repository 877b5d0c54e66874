extension Rule {
  /// A talk about secondary school with parents and pupil, in group 6 or 7 (§2.11).
  static let secondaryTalk = Rule(
    "vo.gesprek", reads: [.pupil, .conversations],
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, dossier.conversations.isReadable,
        let course = SecondaryCourse(dossier.placementHistory)
      else { return [] }
      let history = dossier.history
      return history.extra.compactMap { run in
        SecondaryTalk(run, course, history.definitive, dossier.talks, scope)?.episode(of: dossier.id)
      }
    })
}

/// When a pupil is in the last years of primary school.
private struct SecondaryCourse {
  /// The first 1 August of group 6: from then on a talk counts.
  let from: CivilDate
  /// The school year of group 7; the one after group 6 as long as that is not on record.
  let groupSeven: SchoolYear

  init?(_ placements: [Spanned<PlacementFields>]) {
    let years = placements.compactMap { placement in
      placement.record.yearGroup.map { (group: $0, year: SchoolYear(of: placement.span.from)) }
    }
    let six = years.filter { $0.group == 6 }.map(\.year)
    let later = years.filter { $0.group > 6 }.map { SchoolYear(startYear: $0.year.startYear - ($0.group - 7)) }
    guard let groupSeven = later.min() ?? six.max()?.next else { return nil }
    self.groupSeven = groupSeven
    from = min(six.min() ?? groupSeven.previous, groupSeven.previous).firstDay
  }
}

/// The talk that one stretch of extra support asks for.
private struct SecondaryTalk {
  private let run: DateSpan
  private let start: CivilDate
  private let enrolledFrom: CivilDate?
  private let course: SecondaryCourse
  private let months: Int
  private let weeks: Int
  private let parents: CivilDate?
  private let pupil: CivilDate?

  /// Nothing where the support ended before group 6.
  init?(
    _ run: DateSpan, _ course: SecondaryCourse, _ enrolments: [DateSpan], _ talks: [Conversation],
    _ scope: RuleScope
  ) {
    let enrolled = enrolments.last { $0.from <= max(run.from, course.from) } ?? enrolments.first
    let start = max(run.from, enrolled?.from ?? run.from)
    guard run.until.map({ $0 >= max(course.from, start) }) ?? true,
      let months = scope.norms["vo.gesprek.maanden", on: start], let weeks = scope.norms["vo.gesprek.weken", on: start]
    else { return nil }
    self.run = run
    self.start = start
    self.months = months
    self.weeks = weeks
    self.course = course
    enrolledFrom = enrolled?.from
    let counting = talks.filter { talk in
      talk.reached.is(.reached) && talk.on.map { $0 >= course.from } ?? false
        && talk.subjects?.contains { $0.known == .secondary } ?? false
    }
    parents = counting.filter { $0.kind.is(.parents) || $0.has(.guardian) }.compactMap(\.on).min()
    self.pupil = counting.filter { $0.kind.is(.pupil) || $0.has(.pupil) }.compactMap(\.on).min()
  }

  /// Nothing where both had been spoken with before it was asked.
  func episode(of id: RecordID) -> Episode? {
    let visibleFrom = max(course.from, start)
    let done = parents.flatMap { first in pupil.map { max(first, $0) } }
    if let done, done <= visibleFrom { return nil }
    // Six months from 1 August run to 31 January.
    let ordinary = course.groupSeven.firstDay.adding(months: months).adding(days: -1)
    let started = start.adding(weeks: weeks)
    let list = Act(.conversations, list: ConversationsFields.declared.conversations.key)
    var proof = [
      ProofStep(
        "extraSinds", ["datum": .date(run.from)], at: Act(.pupil, list: PupilFields.declared.supportLevels.key)),
      ProofStep(
        "groep7", ["schooljaar": .text(course.groupSeven.description), "datum": .date(ordinary)],
        at: Act(.pupil, list: PupilFields.declared.placements.key)),
    ]
    if started > ordinary {
      if start > run.from { proof.append(ProofStep("ingeschreven", ["datum": .date(start)], at: enrolments)) }
      proof.append(.term(weeks: weeks, from: start, to: started))
    }
    proof += [step("ouders", parents, list), step("leerling", pupil, list)]
    return Episode(
      id: Episode.ID(rule: "vo.gesprek", subject: .pupil(id), mark: run.from.iso), visibleFrom: visibleFrom,
      due: max(ordinary, started), until: run.until?.adding(days: 1), clearedOn: done,
      title: ProofStep("titel", ["datum": .date(max(ordinary, started))]), proof: proof, act: list)
  }

  private var enrolments: Act { Act(.pupil, list: PupilFields.declared.enrolments.key) }

  private func step(_ who: String, _ day: CivilDate?, _ place: Act) -> ProofStep {
    day.map { ProofStep(who + "Op", ["datum": .date($0)], at: place) } ?? ProofStep(who + "Niet", at: place)
  }
}

extension Record<ConversationFields> {
  fileprivate func has(_ role: ParticipantRole) -> Bool { self.participants.contains { $0.role.is(role) } }
}
