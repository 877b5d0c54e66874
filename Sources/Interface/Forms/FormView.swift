import Casework

extension FormScreen {
  func context(_ state: AppState) -> Line {
    var line = Line()
    if concernsEveryone { line.add(SchoolFields.title + " › ", bold: true) }
    if let pupil, let dossier = state.session?.caseload.dossiers[pupil] {
      line.add(dossier.displayName, bold: true)
      line.add(" › ")
    }
    line.add(act)
    for level in outer.dropFirst() + (outer.isEmpty ? [] : [level]) { line.add(" › " + level.kind.title) }
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let session = state.session else { return }
    let references = session.references(around: pupil)
    var fields = area
    if state.size.isWide {
      let (left, right) = area.split(left: state.size.formColumns, gap: 2)
      fields = left
      grid.draw(sideLines(state, width: right.columns - 1, rows: right.rows), in: right)
    } else if !remarks.isEmpty || !consequences.isEmpty {
      let lines = lowerLines(width: area.columns, rows: area.rows)
      let (upper, lower) = area.split(bottom: lines.count)
      fields = upper
      grid.draw(lines, in: lower)
    }
    let painter = FormPainter(self, references, today: state.environment.today, width: fields.columns)
    let blocks = painter.blocks()
    let lines = blocks.flatMap(\.lines) + withdrawnLines(references, width: fields.columns)
    let current = rows.firstIndex { $0 == currentRow } ?? 0
    let start = blocks.prefix(current).reduce(0) { $0 + $1.lines.count }
    let height = blocks.indices.contains(current) ? blocks[current].lines.count : 1
    // The whole block under the cursor is in sight where it fits; of a longer one its beginning, or where the cursor is.
    let cursorRow = start + (blocks.indices.contains(current) ? blocks[current].cursor?.row ?? 0 : 0)
    var top = max(0, min(start - fields.rows / 3, lines.count - fields.rows))
    if start + height > top + fields.rows { top = start + height - fields.rows }
    if start < top { top = start }
    if cursorRow >= top + fields.rows { top = cursorRow - fields.rows + 1 }
    grid.draw(Array(lines.dropFirst(top)), in: fields)
    if blocks.indices.contains(current), let cursor = blocks[current].cursor, cursorRow - top < fields.rows {
      let column = min(fields.left + cursor.column, fields.left + fields.columns - 1)
      grid.cursor = Position(row: fields.top + cursorRow - top, column: column)
    }
  }

  /// Below the reason for withdrawing a record: what that record says.
  private func withdrawnLines(_ references: References, width: Int) -> [Line] {
    let path = level.path.dropLast()
    guard level.path.last == .field(RecordKey.withdrawal), let kind = root.kind(at: path),
      var record = file.record(at: path)
    else { return [] }
    record[RecordKey.withdrawal] = nil
    var head = Line(" " + Texts.Form.withdrawn + "  ", .heading, bold: true)
    head.add(kind.title, .muted)
    let text = RecordText(file: file, root: root, references: references, width: max(20, width - 2), isShort: true)
    return [Line(), head]
      + text.lines(record, kind).map { line in
        var indented = Line(" ")
        indented.add(line)
        return indented
      }
  }

  /// Below the form: what is noticed and what it would change.
  ///
  /// The fields keep two thirds of a high window, and half of it while the consequences for every pupil are looked at; of
  /// a low one all but two rows.
  private func lowerLines(width: Int, rows: Int) -> [Line] {
    let room = weighed == file ? rows / 2 : rows > 12 ? rows / 3 : 2
    let noticed = remarkLines(width: width - 1)
    let notices = noticed.isEmpty || room < 3 ? noticed : [head(Texts.School.remarks, width)] + noticed
    guard !consequences.isEmpty else { return Array(notices.prefix(room)) }
    let above = Array(notices.prefix(max(0, room - 2)))
    let shown = min(consequences.count, max(1, room - above.count - 1 - totals.count))
    return above + [head(Texts.Form.consequences, width, hidden: consequences.count - shown)] + totals
      + consequences.prefix(shown).map(\.line)
  }

  private func remarkLines(width: Int) -> [Line] {
    remarks.flatMap { Wrapped.lines(of: "! " + $0, width: max(8, width)) }.map { Line($0.text, .now) }
  }

  /// How many signals come, move and go, where every pupil was looked at.
  private var totals: [Line] {
    guard weighed == file, consequences.count > 1 else { return [] }
    var (comes, moves, goes) = (0, 0, 0)
    for consequence in consequences {
      switch consequence.kind {
      case .comes: comes += 1
      case .moves: moves += 1
      case .goes: goes += 1
      }
    }
    return [Line(Texts.School.totals(comes: comes, moves: moves, goes: goes), .text, bold: true)]
  }

  private func head(_ title: String, _ width: Int, hidden: Int = 0) -> Line {
    var line = Line("── ", .muted)
    line.add(title, .heading, bold: true)
    if hidden > 0 { line.add(" (" + Texts.Form.moreConsequences(hidden) + ")", .now, bold: true) }
    line.add(" " + String(repeating: "─", count: max(0, width - line.cells - 1)), .muted)
    return line
  }

  /// Beside the form: what is noticed, what it would change, and what a plan still lacks.
  private func sideLines(_ state: AppState, width: Int, rows: Int) -> [Line] {
    let lacks = planLacks(state).flatMap { lack in
      Wrapped.lines(of: "· " + lack.text + "  " + lack.basis, width: width).map { Line($0.text, .now) }
    }
    let notices =
      remarks.isEmpty
      ? [] : [Line(Texts.School.remarks, .heading, bold: true)] + remarkLines(width: width) + [Line()]
    let head = notices + [Line(Texts.Form.consequences, .heading, bold: true)] + totals
    let room = rows - head.count - (lacks.isEmpty ? 0 : min(lacks.count + 2, rows / 2))
    let none = concernsEveryone && weighed != file ? Texts.School.onSaving : Texts.Form.noConsequences
    let shown =
      consequences.isEmpty
      ? Wrapped.lines(of: none, width: width).map { Line($0.text, .muted) } : consequenceLines(width, room: room)
    if lacks.isEmpty { return head + shown }
    return head + shown + [Line(), Line(Texts.Form.lacks, .heading, bold: true)] + lacks
  }

  /// Whole consequences, as many as fit, and how many more there are.
  private func consequenceLines(_ width: Int, room: Int) -> [Line] {
    var lines: [Line] = []
    for (index, consequence) in consequences.enumerated() {
      let line = consequence.line
      let role = line.pieces.first?.style.role ?? .text
      let more = Wrapped.lines(of: line.text, width: width).map { Line($0.text, role) }
      let isLast = index == consequences.count - 1
      guard lines.count + more.count + (isLast ? 0 : 1) <= max(2, room) else {
        return lines + [Line(Texts.Form.moreConsequences(consequences.count - index), .now, bold: true)]
      }
      lines += more
    }
    return lines
  }

  /// What the version of the plan that is being filled in lacks.
  func planLacks(_ state: AppState) -> [PlanCompleteness.Lack] {
    guard root == RecordKind(PlanFields.self), case .item(PlanFields.declared.versions.key, _)? = level.path.first,
      let version = file.record(at: level.path.prefix(1))
    else { return [] }
    let family = pupil.flatMap { state.session?.caseload.dossiers[$0]?.family.record }
    return PlanCompleteness(PlanVersion(members: version), family: family, on: state.environment.today).lacks
  }

  var hints: [(key: String, text: String)] {
    guard let row = currentRow, let field = field(row.key) else { return [] }
    switch row {
    case .list: return [("↵", Texts.Form.hintAdd)]
    case .item:
      let open = (key: "↵", text: Texts.Form.hintOpen)
      return quickRow == nil ? [open] : [(Texts.Form.keyNumber, Texts.Form.hintChoose), open]
    case .field:
      switch field.shape {
      case .choice, .reference, .yesNo: return [(Texts.Form.keyLetter, Texts.Form.hintChoose)]
      case .list(.choice), .list(.reference): return [("spatie", Texts.Form.hintToggle)]
      case .record: return [("↵", Texts.Form.hintOpen)]
      case .text, .date, .moment, .clock, .number, .minutes, .schoolYear, .list: return []
      }
    }
  }
}
