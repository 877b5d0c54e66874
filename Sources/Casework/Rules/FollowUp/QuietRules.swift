extension Rule {
  /// How a pupil with extra support gets on is written down regularly (WPO 8; §2.7).
  static let planProgress = Rule(
    "opp.voortgang", reads: [.pupil, .plan],
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, let plan = dossier.plan.record else { return [] }
      let notes = plan.progress.compactMap { note in
        note.on.map { QuietEvent(on: $0, kind: .note, record: note.id) }
      }
      let evaluations = plan.evaluations.compactMap { evaluation in
        evaluation.on.map { QuietEvent(on: $0, kind: .evaluation, record: evaluation.id) }
      }
      return QuietWeeks("opp.voortgang", norm: "opp.voortgang.lesweken", started: "sinds", last: "laatste", scope)
        .episodes(
          of: dossier.id, in: dossier.supportedSpans, events: notes + evaluations,
          act: Act(.plan, list: "voortgang"))
    })

  /// Parents of a pupil with extra support are spoken to regularly (§3.3).
  static let quietParents = Rule(
    "contact.stil", reads: [.pupil, .plan, .conversations],
    judge: .pupil { dossier, scope in
      guard dossier.pupil.isReadable, let plan = dossier.plan.record,
        dossier.conversations.isReadable
      else { return [] }
      // An evaluation with a parent is a talk with a parent too.
      let evaluations = plan.evaluations.filter(\.isWithParent).compactMap { evaluation in
        evaluation.on.map { QuietEvent(on: $0, kind: .evaluation, record: evaluation.id) }
      }
      return QuietWeeks("contact.stil", norm: "contact.stil.lesweken", started: "sinds", last: "laatste", scope)
        .episodes(
          of: dossier.id, in: dossier.supportedSpans,
          events: dossier.talksWithParents + evaluations, act: Act(.conversations, list: "gesprekken"))
    })
}

extension Dossier {
  /// The talks in which a parent was spoken to; an attempt, and one of which that is not on record, is none.
  fileprivate var talksWithParents: [QuietEvent] {
    talks.compactMap { talk in
      guard talk.isWithParent, let on = talk.on else { return nil }
      return QuietEvent(on: on, kind: .talk, record: talk.id)
    }
  }
}
