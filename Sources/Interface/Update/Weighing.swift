import Casework
import Text

/// What a change of the school or its calendar does to the signals of every pupil: worked out by the shell when it is
/// about to be saved, since it takes too long to do with every key.
extension AppState {
  /// Asks for the consequences of what the form would save.
  mutating func weigh(_ form: FormScreen) -> [Effect] {
    guard !isWeighing else {
      notice = Notice(.hint, Texts.School.weighing)
      return []
    }
    notice = Notice(.hint, Texts.School.weighing)
    let change = Change(place: form.place, before: form.before, after: .object(form.file))
    return [.weigh(change, expect(.weighing(form.file)))]
  }

  private var isWeighing: Bool {
    pending.values.contains { work in
      if case .weighing = work { true } else { false }
    }
  }

  /// Shows them, and saves at once where there are none; nothing where more was typed meanwhile.
  mutating func takeWeighed(_ token: Token, _ judgement: Judgement) -> [Effect] {
    guard case .weighing(let file)? = pending.removeValue(forKey: token), case .form(var form) = screens.current,
      form.file == file, let session
    else { return [] }
    form.weighed = file
    form.consequences = Consequence.overall(
      session.judgement.episodes, judgement.episodes, session, on: environment.today)
    screens.current = .form(form)
    guard form.consequences.isEmpty else {
      notice = Notice(.hint, Texts.School.weighed)
      return []
    }
    return save(form)
  }
}

extension Consequence {
  /// Those for all pupils, groups and the school, each with its name, in the order of the names.
  fileprivate static func overall(
    _ before: [Episode], _ after: [Episode], _ session: Session, on day: CivilDate
  ) -> [Consequence] {
    let reader = AgendaReader(session.user, at: session.caseload.school, on: day)
    let old = Dictionary(grouping: before, by: \.id.subject)
    let new = Dictionary(grouping: after, by: \.id.subject)
    var names = LineNames(session.caseload, on: day)
    let found = Set(old.keys).union(new.keys).compactMap { subject -> (name: String, found: [Consequence])? in
      let (then, now) = (old[subject] ?? [], new[subject] ?? [])
      guard then != now else { return nil }
      let changes = between(then, now, book: session.engine.book, on: day, for: reader)
      return changes.isEmpty ? nil : (names[subject].name, changes)
    }
    return found.sorted { $0.name.folded < $1.name.folded }.flatMap { subject in
      subject.found.map {
        Consequence(title: Texts.School.about(subject.name, $0.title), kind: $0.kind)
      }
    }
  }
}
