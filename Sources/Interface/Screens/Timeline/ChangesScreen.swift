import Casework

/// What changed in a dossier since the last talk with a parent.
public struct ChangesScreen: Equatable, Sendable {
  let pupil: RecordID
  /// The day of that talk.
  let day: CivilDate
  var past: PastReading
  var scroll = Scroll()

  init(pupil: RecordID, day: CivilDate, past: PastReading) {
    self.pupil = pupil
    self.day = day
    self.past = past
  }
}

/// What became of reading a dossier as it was.
public enum PastReading: Equatable, Sendable {
  case awaited(Token)
  case read(PastDossier)
  case failed
}

extension ChangesScreen {
  func context(_ state: AppState) -> Line {
    guard let dossier = state.session?.caseload.dossiers[pupil] else { return Line(Texts.Dossier.gone) }
    var line = Line(dossier.displayName, .text, bold: true)
    line.add(" › " + (state.size.isNarrow ? Texts.Changes.shortTitle(day) : Texts.Changes.title(day)))
    return line
  }

  mutating func take(_ key: Key, _ state: AppState) {
    _ = scroll.take(key, count: lines(state, width: state.size.columns - 2).count, page: state.size.bodyRows)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    grid.drawScrolled(lines(state, width: inner.columns), top: scroll.top, in: inner)
  }

  private func lines(_ state: AppState, width: Int) -> [Line] {
    guard let session = state.session else { return [] }
    return past.lines(about: pupil, since: day, session, width: max(8, width))
  }
}

extension PastReading {
  /// What changed; nothing while that is not known.
  func changes(of pupil: RecordID, _ session: Session) -> DossierChanges? {
    guard case .read(let past) = self, past.hasHistory, let now = session.present.caseload.dossiers[pupil] else {
      return nil
    }
    return DossierChanges(from: past.dossier ?? Dossier(id: pupil), to: now, in: session.sections)
  }

  /// Why it is not known what changed; nothing where it is.
  func reason(_ day: CivilDate) -> String? {
    switch self {
    case .awaited: Texts.Changes.reading
    case .failed: Texts.Changes.failed
    case .read(let past): past.hasHistory ? nil : Texts.Changes.noHistory(of: day, since: past.since)
    }
  }

  fileprivate func lines(about pupil: RecordID, since day: CivilDate, _ session: Session, width: Int) -> [Line] {
    if let reason = reason(day) { return Wrapped.lines(of: reason, width: width).map { Line($0.text, .now) } }
    guard let changes = changes(of: pupil, session) else { return [Line(Texts.Dossier.gone, .error)] }
    let dossier = session.present.caseload.dossiers[pupil] ?? Dossier(id: pupil)
    return ChangeText(dossier, session.references(around: pupil), width: width).lines(changes)
  }
}

extension PastDossier {
  /// Whether anything of this dossier was recorded by then.
  fileprivate var hasHistory: Bool { since.map { $0 <= day } ?? false }
}

/// Changes in lines, under the names of their tabs.
struct ChangeText {
  private let references: References
  /// The dossier as it is now, which knows what its records are called.
  private let dossier: Dossier
  private let width: Int
  /// Whether of what is new every field is told.
  private let isWhole: Bool

  init(_ dossier: Dossier, _ references: References, width: Int, isWhole: Bool = false) {
    self.dossier = dossier
    self.references = references
    self.width = width
    self.isWhole = isWhole
  }

  /// The changes by tab; what could not be compared is named first and explained last.
  func lines(_ changes: DossierChanges) -> [Line] {
    let notes = changes.uncompared.flatMap { tab in
      wrapped(Texts.Changes.uncompared(tab.section.title, tab.cause), indent: 0, .now)
    }
    let shown = visible(changes)
    if shown.isEmpty { return notes + wrapped(Texts.Changes.none, indent: 0, .good) }
    let tabs = changes.uncompared.map(\.section.title)
    var lines = tabs.isEmpty ? [] : wrapped(Texts.Changes.uncompared(tabs), indent: 0, .now)
    var section: SectionName?
    for record in shown {
      if record.section != section {
        if !lines.isEmpty { lines.append(Line()) }
        lines.append(Line(record.section.title, .heading, bold: true))
      }
      section = record.section
      lines += self.lines(record)
    }
    return notes.isEmpty ? lines : lines + [Line()] + notes
  }

  /// The changes that say something to people: what the program fills in by itself is none.
  func visible(_ changes: DossierChanges) -> [RecordChange] {
    changes.records.filter { record in
      guard case .changed(let fields) = record.what else { return true }
      return fields.contains { !isSilent($0) }
    }
  }

  private func isSilent(_ change: ChangedField) -> Bool {
    change.field.map { FormRules.isFilledByProgram($0, of: RecordKind(change.kind)) } ?? false
  }

  private func lines(_ record: RecordChange) -> [Line] {
    let summary = Summary(
      record.members, of: RecordKind(record.kind), references,
      in: dossier.tree(of: record.section)?.members ?? Members())
    let name =
      record.record == nil ? "" : [record.kind.title, summary.phrase].filter { !$0.isEmpty }.joined(separator: ": ")
    switch record.what {
    case .added:
      return head("+ ", name, Texts.Changes.added, .good)
        + (isWhole ? filled(record.members, record.kind, record.section, indent: 4) : [])
    case .withdrawn(let reason): return head("x ", name, Texts.Timeline.withdrawn(reason), .now)
    case .restored: return head("+ ", name, Texts.Changes.restored, .good)
    case .gone: return head("- ", name, Texts.Changes.gone, .now)
    case .changed(let fields):
      return (name.isEmpty ? [] : head("  ", name, "", .text))
        + fields.filter { !isSilent($0) }.flatMap { field($0, record.section) }
    }
  }

  private func head(_ sign: String, _ name: String, _ word: String, _ role: Role) -> [Line] {
    let text = word.isEmpty ? name : Texts.summary(what: name, on: word)
    return Wrapped.lines(of: text, width: max(8, width - 2)).enumerated().map { index, wrapped in
      var line = Line(index == 0 ? sign : "  ", role, bold: true)
      line.add(wrapped.text)
      return line
    }
  }

  /// `Label: was → is`, the values of a part one by one.
  private func field(_ change: ChangedField, _ section: SectionName) -> [Line] {
    if let inner = change.field?.shape.recordKind {
      let keys = inner.fields.filter { change.before?[$0.key] != change.after?[$0.key] }
      return keys.flatMap { part in
        row(
          change.labels + [part.label], words(change.before?[part.key], part, section),
          words(change.after?[part.key], part, section))
      }
    }
    guard let field = change.field else {
      return row(change.labels, change.before?.text ?? Texts.nothing, change.after?.text ?? Texts.nothing)
    }
    return row(change.labels, words(change.before, field, section), words(change.after, field, section))
  }

  private func row(_ labels: [String], _ before: String, _ after: String) -> [Line] {
    wrapped(Texts.Form.problem(Texts.Changes.field(labels), Texts.Changes.change(before, after)), indent: 4, .text)
  }

  private func words(_ tree: Tree?, _ field: AnyField, _ section: SectionName) -> String {
    Display.text(tree, field, in: dossier.tree(of: section)?.members ?? Members(), of: section.kind, references)
  }

  /// Every field of a record that is filled in, with what is in it.
  private func filled(
    _ members: Members, _ kind: any RecordFields.Type, _ section: SectionName, indent: Int
  ) -> [Line] {
    RecordKind(kind).fields.flatMap { field -> [Line] in
      guard let value = members[field.key], !FormRules.isFilledByProgram(field, of: RecordKind(kind)) else { return [] }
      if let inner = field.shape.recordKind {
        return wrapped(field.label, indent: indent, .muted)
          + filled(value.members ?? Members(), inner.type, section, indent: indent + 2)
      }
      if let item = field.shape.itemKind {
        let parts = (value.elements ?? []).compactMap(\.members)
        return wrapped(field.label, indent: indent, .muted)
          + parts.flatMap { part -> [Line] in
            let lines = filled(part, item.type, section, indent: indent + 4)
            guard let first = lines.first else { return [] }
            var begun = Line(String(repeating: " ", count: indent + 2) + "· ")
            begun.add(first.text.trimmed)
            return [begun] + lines.dropFirst()
          }
      }
      let text = words(value, field, section)
      return wrapped(Texts.Form.problem(field.label, text), indent: indent, .text)
    }
  }

  private func wrapped(_ text: String, indent: Int, _ role: Role) -> [Line] {
    let margin = String(repeating: " ", count: min(indent, width / 3))
    return Wrapped.lines(of: text, width: max(8, width - margin.count - 2)).enumerated().map { index, line in
      Line(margin + (index == 0 || indent == 0 ? "" : "  ") + line.text, role)
    }
  }
}

extension Summary {
  /// The words in one phrase, the day first.
  fileprivate var phrase: String {
    ([date?.dutch(.full)] + words).compactMap(\.self).joined(separator: " · ")
  }
}
