import Casework

/// Draws the lines of a form; the field under the cursor opens up with its rule, its options or its text.
struct FormPainter {
  struct Block {
    var lines: [Line]
    /// Where typing happens, from the block's first line and the left edge.
    var cursor: (row: Int, column: Int)?
  }

  private let form: FormScreen
  private let references: References
  private let today: CivilDate
  private let width: Int
  private let labelWidth: Int
  private let record: Members

  init(_ form: FormScreen, _ references: References, today: CivilDate, width: Int) {
    self.form = form
    self.references = references
    self.today = today
    self.width = width
    labelWidth = min(36, max(18, width - 30))
    record = form.record
  }

  func blocks() -> [Block] {
    let current = form.currentRow
    let fields = Dictionary(form.fields.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return form.rows.compactMap { row in
      guard let field = fields[row.key] else { return nil }
      var block =
        switch row {
        case .field: fieldBlock(field, isCurrent: row == current)
        case .list: Block(lines: [listLine(field, isCurrent: row == current)])
        case .item(_, let step):
          Block(lines: [itemLine(field, step, isCurrent: row == current)] + (row == current ? quickChoices() : []))
        }
      if row == current { block.lines += help(field) }
      return block
    }
  }

  private func label(_ field: AnyField, isCurrent: Bool) -> Line {
    var line = Line(isCurrent ? ">" : " ", .key, bold: true)
    line.add(
      field.label + (field.isRequired ? " *" : ""), width: labelWidth - 2, isCurrent ? .heading : .text, bold: isCurrent
    )
    line.add(" ")
    return line
  }

  private func fieldBlock(_ field: AnyField, isCurrent: Bool) -> Block {
    var line = label(field, isCurrent: isCurrent)
    if isCurrent, case .line(let input) = form.level.editor { return typing(line, input, field) }
    if isCurrent, case .area(let area) = form.level.editor { return writing(line, area) }
    if isCurrent, case .options(let at) = form.level.editor { return Block(lines: [line] + options(field, at: at)) }
    let unread = form.unread[form.path(of: field.key)]
    let value = unread ?? shownValue(field)
    line.add(value, unread == nil ? (record[field.key] == nil ? .muted : .text) : .error)
    if form.isLocked(field) { line.add("  " + Texts.Form.locked, .muted) }
    if form.wasTried, field.isRequired, record[field.key] == nil, unread == nil {
      line.add("  ! " + Texts.Form.required, .error)
    }
    var block = Block(lines: [isCurrent ? line.selected() : line])
    if isCurrent, !form.isLocked(field) {
      block.lines += choices(field)
      if form.fitsNothing(field, references) {
        block.lines.append(under(Line("! " + Texts.Form.fitsNothing(form.level.typed), .error)))
      }
    }
    return block
  }

  private func shownValue(_ field: AnyField) -> String {
    if let kind = field.shape.recordKind {
      let members = record[field.key]?.members ?? Members()
      let filled = kind.fields.count { members[$0.key] != nil }
      return Texts.Form.filled(filled, of: kind.fields.count)
    }
    let text = Display.text(record[field.key], field, in: form.file, of: form.root, references)
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return first == text ? text : first + " …"
  }

  private func typing(_ label: Line, _ input: InputLine, _ field: AnyField) -> Block {
    var line = label
    let column = line.cells
    let room = max(4, width - column - 1)
    // A long line shows the part around the cursor.
    let before = String(input.text.prefix(input.cursor)).cellWidth
    let skipped = before >= room ? input.cursor - room * 2 / 3 : 0
    let shown = String(input.text.dropFirst(max(0, skipped)))
    line.add(shown.isEmpty ? " " : shown, .input)
    var lines = [line]
    switch Entry.read(input.text, as: field.shape, today: today) {
    case .empty: break
    case .value(_, let understood):
      if !understood.isEmpty, understood != input.text { lines.append(under(Line("= " + understood, .good))) }
    case .wrong(let reason): lines.append(under(Line("! " + reason, .error)))
    }
    let cursor = String(input.text.prefix(input.cursor).dropFirst(max(0, skipped))).cellWidth
    return Block(lines: lines, cursor: (0, column + cursor))
  }

  private func writing(_ label: Line, _ area: TextArea) -> Block {
    let textWidth = max(8, width - 4)
    let lines = area.lines(width: textWidth)
    let place = area.place(width: textWidth)
    let drawn = lines.map { wrapped -> Line in
      var line = Line("  ▏", .muted)
      line.add(wrapped.text, .input)
      return line
    }
    let text = lines.indices.contains(place.line) ? lines[place.line].text : ""
    return Block(
      lines: [label] + drawn, cursor: (1 + place.line, 3 + String(text.prefix(place.offset)).cellWidth))
  }

  private func listLine(_ field: AnyField, isCurrent: Bool) -> Line {
    var line = label(field, isCurrent: isCurrent)
    let count = (record[field.key]?.elements ?? []).count { $0.members?.isWithdrawn != true }
    line.add(Texts.count(count), .muted)
    if !form.isLocked(field) { line.add("  " + Texts.Form.add, .key) }
    return line.selected(isCurrent)
  }

  private func itemLine(_ field: AnyField, _ step: PathStep, isCurrent: Bool) -> Line {
    var line = Line(isCurrent ? ">" : " ", .key, bold: true)
    line.add("    • ", .muted)
    if let kind = field.shape.itemKind, let members = form.file.record(at: form.level.path + [step]) {
      line.add(
        Summary(members, of: kind, references, in: form.file).words.isEmpty
          ? Texts.Form.newItem(kind.title) : summary(members, kind))
      let isReady = ReadyRows.isUntouched(members, in: field.key, of: form.level.kind)
      if form.wasTried, !isReady, kind.fields.contains(where: { $0.isRequired && members[$0.key] == nil }) {
        line.add("  ! " + Texts.Form.incomplete, .error)
      }
    }
    return line.selected(isCurrent)
  }

  private func summary(_ members: Members, _ kind: RecordKind) -> String {
    let summary = Summary(members, of: kind, references, in: form.file)
    return ([summary.date?.dutch(.brief)] + summary.words.map(Optional.some)).compactMap(\.self).joined(
      separator: " · ")
  }

  /// The field's rule in one line, with its basis.
  private func help(_ field: AnyField) -> [Line] {
    // A label that is too long for its column stands here whole.
    let isCut = (field.label + (field.isRequired ? " *" : "")).cellWidth > labelWidth - 2
    let words = [isCut ? field.label + "." : "", field.hint, field.basis].filter { !$0.isEmpty }.joined(separator: "  ")
    return words.isEmpty ? [] : Wrapped.lines(of: words, width: max(8, width - 4)).map { under(Line($0.text, .muted)) }
  }

  private func under(_ line: Line) -> Line {
    var indented = Line("   ")
    indented.add(line)
    return indented
  }
}

extension FormPainter {
  /// The options of a field that takes one, the chosen one standing out.
  private func choices(_ field: AnyField) -> [Line] {
    let chosen = record[field.key]
    return flow(
      form.options(of: field, references).map { option in
        let isChosen = option.tree == chosen
        return (isChosen ? "[" + option.label + "]" : " " + option.label + " ", isChosen ? .good : .text, isChosen)
      })
  }

  /// The options that one key sets in the row under the cursor, each with its number.
  private func quickChoices() -> [Line] {
    guard let (field, path, _) = form.quickRow else { return [] }
    let chosen = form.file.record(at: path)?[field.key]
    return flow(
      form.options(of: field, references).enumerated().map { index, option in
        let isChosen = option.tree == chosen
        let words = "\(index + 1) \(option.label)"
        return (isChosen ? "[" + words + "]" : " " + words + " ", isChosen ? .good : .text, isChosen)
      })
  }

  /// The options of a field that takes several, with the one under the cursor.
  private func options(_ field: AnyField, at current: Int) -> [Line] {
    let chosen = Set(record[field.key]?.elements ?? [])
    let options = form.options(of: field, references)
    if options.isEmpty { return [under(Line(Texts.Form.noOptions, .muted))] }
    let cursor = min(current, options.count - 1)
    let isLong = options.count > 14
    // Of many there are shown those that are chosen, and those around the cursor.
    let pieces = options.enumerated().filter { !isLong || chosen.contains($1.tree) || abs($0 - cursor) <= 2 }
      .map { index, option -> (text: String, role: Role, isBold: Bool) in
        let mark = chosen.contains(option.tree) ? "✓" : "·"
        let sign = index == cursor ? ">" : " "
        return (sign + mark + " " + option.label, chosen.contains(option.tree) ? .good : .text, index == cursor)
      }
    return flow(pieces) + (isLong ? [under(Line(Texts.Talk.more(options.count), .muted))] : [])
  }

  private func flow(_ pieces: [(text: String, role: Role, isBold: Bool)]) -> [Line] {
    var lines: [Line] = []
    var line = Line("   ")
    for piece in pieces {
      if line.cells > 3, line.cells + piece.text.cellWidth + 1 > width {
        lines.append(line)
        line = Line("   ")
      }
      line.add(piece.text + " ", piece.role, bold: piece.isBold)
    }
    return pieces.isEmpty ? [] : lines + [line]
  }
}
