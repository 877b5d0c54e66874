import Casework

/// One record of a file, every field of it, to read.
public struct RecordScreen: Equatable, Sendable {
  let place: Place
  let path: TreePath
  var cursor = ListCursor()

  init(place: Place, path: TreePath) {
    self.place = place
    self.path = path
  }
}

extension RecordScreen {
  func lines(_ state: AppState, width: Int) -> [Line] {
    guard let session = state.session, let file = session.file(at: place), let record = file.record(at: path),
      let kind = place.root.kind(at: path)
    else { return [Line(Texts.Dossier.recordGone, .muted)] }
    return RecordText(
      file: file, root: place.root, references: session.references(around: place.pupil), width: max(20, width)
    ).lines(record, kind)
  }

  mutating func take(_ key: Key, _ state: AppState) {
    let count = lines(state, width: state.size.columns - 2).count
    _ = cursor.take(key, count: count, page: max(1, state.size.rows - 5))
  }

  func context(_ state: AppState) -> Line {
    guard let session = state.session else { return Line() }
    let title = place.root.kind(at: path)?.title ?? ""
    guard let pupil = place.pupil else {
      var line = Line(SchoolFields.title, .text, bold: true)
      line.add(" › " + title)
      return line
    }
    guard let dossier = session.caseload.dossiers[pupil] else { return Line(Texts.Dossier.gone) }
    var line = Line(dossier.displayName, .text, bold: true)
    line.add(" › " + place.title + " › " + title)
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    let lines = lines(state, width: inner.columns)
    let top = cursor.top(count: lines.count, page: inner.rows)
    for (row, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(line.selected(top + row == cursor.row(in: lines.count)), row: row, in: inner)
    }
  }
}

/// A record in lines: every field with its value, the records inside it below their heading.
struct RecordText {
  let file: Members
  let root: RecordKind
  let references: References
  let width: Int
  /// Whether only what is filled in shows.
  var isShort = false

  func lines(_ record: Members, _ kind: RecordKind, indent: Int = 0) -> [Line] {
    let withdrawal = record[RecordKey.withdrawal]?[WithdrawalFields.declared.reason.key]?.text.map {
      [Line(String(repeating: " ", count: indent) + Texts.Dossier.withdrawnBecause($0), .now), Line()]
    }
    return (withdrawal ?? [])
      + kind.fields.flatMap { field -> [Line] in
        if FormRules.isFilledByProgram(field, of: kind) || (isShort && record[field.key] == nil) { return [] }
        if let itemKind = field.shape.itemKind { return list(record[field.key], field, itemKind, indent) }
        if let inner = field.shape.recordKind {
          let members = record[field.key]?.members ?? Members()
          return [heading(field, nil, indent)] + lines(members, inner, indent: indent + 2)
        }
        return value(record[field.key], field, indent)
      }
  }

  private func list(_ tree: Tree?, _ field: AnyField, _ kind: RecordKind, _ indent: Int) -> [Line] {
    let items = (tree?.elements ?? []).compactMap(\.members)
    let standing = items.filter { !$0.isWithdrawn }
    return [heading(field, standing.count, indent)]
      + items.enumerated().flatMap { place, item -> [Line] in
        let gap = place == 0 ? [] : [Line()]
        return gap + lines(item, kind, indent: indent + 2)
      }
  }

  private func heading(_ field: AnyField, _ count: Int?, _ indent: Int) -> Line {
    var line = Line(String(repeating: " ", count: indent))
    line.add(field.label, .heading, bold: true)
    if let count { line.add("  " + Texts.count(count), .muted) }
    if !field.basis.isEmpty { line.add("  " + field.basis, .muted) }
    return line
  }

  private func value(_ tree: Tree?, _ field: AnyField, _ indent: Int) -> [Line] {
    let column = min(30, width / 2)
    var first = Line(String(repeating: " ", count: indent))
    first.add(field.label, width: max(4, column - 2 - indent), .muted)
    first.add("  ")
    let text = Display.text(tree, field, in: file, of: root, references)
    return Wrapped.lines(of: text, width: max(8, width - column)).enumerated().map { index, wrapped in
      var line = index == 0 ? first : Line(String(repeating: " ", count: column))
      line.add(wrapped.text, tree == nil ? .muted : .text)
      return line
    }
  }
}
