import Casework

extension Spoken {
  /// Running text, which has nothing to choose.
  init(_ place: String, _ state: AppState, reading lines: [Line]) {
    self.init(
      place: place, title: Self.title(of: state),
      entries: lines.map { Speech.words($0.text) }.filter { !$0.isEmpty }.map { Entry($0) })
    question = Texts.Lines.reading
    page = 20
  }
}

extension ProofScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let lines = state.signal(episode).map { ProofText($0, state).lines(width: Speech.width) }
    return Spoken(Spoken.place(state, "\(episode)"), state, reading: lines ?? [Line(Texts.Proof.gone)])
  }
}

extension PaperScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    Spoken(Spoken.place(state, title), state, reading: lines(Speech.width))
  }
}

extension RulesScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    if let opened { return Spoken(Spoken.place(state, opened.name), state, reading: openLines(state)) }
    let entries = entries(state).enumerated().map { row, entry in
      Spoken.Entry(Texts.Lines.rule(entry.force.rawValue, entry.id.name, Speech.words(entry.plainTitle)), row: row)
    }
    var spoken = Spoken(
      place: Spoken.place(state, filter.line.text), title: Spoken.title(of: state),
      entries: entries.isEmpty ? [Spoken.Entry(Texts.nothingFound)] : entries)
    spoken.opensByNumber = true
    return spoken
  }
}

extension ReferenceScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    guard opened == nil else { return entry(state) }
    let entries = entries(state).enumerated().map { row, entry in
      Spoken.Entry(Texts.Lines.field(entry.kind.rawValue, Speech.words(entry.heading)), row: row)
    }
    var spoken = Spoken(
      place: Spoken.place(state, filter.line.text, rule?.name ?? ""), title: Spoken.title(of: state),
      entries: entries.isEmpty ? [Spoken.Entry(Texts.nothingFound)] : entries)
    spoken.opensByNumber = true
    spoken.question = Texts.Lines.word
    return spoken
  }

  private func entry(_ state: AppState) -> Spoken {
    var spoken = Spoken(place: Spoken.place(state, opened ?? ""), title: Spoken.title(of: state))
    // The cursor goes from rule to rule.
    var rules = 0
    for line in openLines(state) {
      let text = Speech.words(line.line.text)
      if !text.isEmpty { spoken.entries.append(Spoken.Entry(text, row: line.rule == nil ? nil : rules)) }
      if line.rule != nil { rules += 1 }
    }
    spoken.opensByNumber = true
    spoken.question = Texts.Lines.reading
    spoken.page = 20
    return spoken
  }
}

extension RecordScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    var spoken = Spoken(place: Spoken.place(state, "\(path)"), title: Spoken.title(of: state))
    guard let session = state.session, let file = session.file(at: place), let record = file.record(at: path),
      let kind = place.root.kind(at: path)
    else {
      spoken.entries = [Spoken.Entry(Texts.Dossier.recordGone)]
      return spoken
    }
    let text = SpokenRecord(file: file, root: place.root, references: session.references(around: place.pupil))
    spoken.entries = text.lines(record, kind).map { Spoken.Entry($0) }
    spoken.question = Texts.Lines.reading
    spoken.page = 20
    return spoken
  }
}

/// A record read out: each field that is filled in with its label, the records inside it below their heading.
struct SpokenRecord {
  let file: Members
  let root: RecordKind
  let references: References

  func lines(_ record: Members, _ kind: RecordKind) -> [String] {
    let withdrawal = record[RecordKey.withdrawal]?[WithdrawalFields.declared.reason.key]?.text
    return [withdrawal.map(Texts.Dossier.withdrawnBecause)].compactMap(\.self)
      + kind.fields.filter { !FormRules.isFilledByProgram($0, of: kind) }.flatMap { field in
        lines(record[field.key], field)
      }
  }

  private func lines(_ tree: Tree?, _ field: AnyField) -> [String] {
    if let kind = field.shape.itemKind {
      let items = (tree?.elements ?? []).compactMap(\.members)
      let inside = items.enumerated().flatMap { place, item in
        [Texts.Lines.part(kind.title, place + 1)] + lines(item, kind)
      }
      return [Texts.Lines.field(field.label, Texts.count(items.count { !$0.isWithdrawn }))] + inside
    }
    if let kind = field.shape.recordKind {
      return tree?.members.map { [Texts.Lines.heading(field.label)] + lines($0, kind) } ?? []
    }
    guard let tree else { return [] }
    return [Texts.Lines.field(field.label, Speech.words(Display.text(tree, field, in: file, of: root, references)))]
  }
}

extension DossierScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    var spoken = Spoken(place: Spoken.place(state, pupil.description, tab.title), title: Spoken.title(of: state))
    guard let session = state.session, let dossier = session.caseload.dossiers[pupil] else {
      spoken.entries = [Spoken.Entry(Texts.Dossier.gone)]
      return spoken
    }
    spoken.title += Texts.Lines.tab(tab.title)
    spoken.entries = entries(state, dossier, session.references(around: pupil))
    spoken.opensByNumber = true
    spoken.question = Texts.Lines.tab
    return spoken
  }

  /// Lines that follow each other about one thing are one stop of the cursor.
  private func entries(_ state: AppState, _ dossier: Dossier, _ references: References) -> [Spoken.Entry] {
    var entries: [Spoken.Entry] = []
    var stop = -1
    var last: LineTarget?
    for line in lines(state) {
      let begins = line.target != nil && line.target != last
      if begins { stop += 1 }
      last = line.target
      if case .field(.section(let section), let key)? = line.target {
        guard begins, let field = section.kind.field(key) else { continue }
        let file = dossier.tree(of: section)?.members ?? Members()
        let value = Display.text(file[key], field, in: file, of: section.kind, references)
        entries.append(Spoken.Entry(Texts.Lines.field(field.label, Speech.words(value)), row: stop))
      } else {
        let text = Speech.words(line.line.text)
        if !text.isEmpty || begins { entries.append(Spoken.Entry(text, row: begins ? stop : nil)) }
      }
    }
    return entries
  }
}
