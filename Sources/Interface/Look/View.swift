import Casework
import Text

/// The least that anything can be shown on.
public let smallestSize = Size(columns: 40, rows: 12)

/// What stands on the screen for this state: the whole grid, drawn anew each time.
public func view(_ state: AppState, _ size: Size) -> CellGrid {
  var grid = CellGrid(size: size, isASCII: state.environment.isASCII)
  if state.isBlank { return grid }
  guard size.fits else {
    grid.draw(Line(Texts.windowTooSmall, .error), row: 0, in: Area(columns: size.columns, rows: size.rows))
    return state.environment.isASCII ? grid.ascii : grid
  }
  Frame(state, size).draw(on: &grid)
  return state.environment.isASCII ? grid.ascii : grid
}

extension Size {
  /// Whether anything can be shown on it; else every key but quitting is ignored.
  var fits: Bool { columns >= smallestSize.columns && rows >= smallestSize.rows }
  /// Whether a second pane stands beside the first.
  var isWide: Bool { columns >= 100 }
  /// How wide a form is: on a wide screen what it would change stands beside it, once its labels have their room.
  var formColumns: Int { isWide ? max(66, columns - 42) : columns }
  /// Whether only the most needed is shown.
  var isNarrow: Bool { columns < 72 }
  var isLow: Bool { rows < 18 }
  /// How many rows a screen has between the head and the keys.
  var bodyRows: Int { max(1, rows - 2 - headRows) }
  fileprivate var headRows: Int { isLow ? 2 : 3 }
}

/// What stands around every screen: the head with the day, a line of context, the notice and the keys.
struct Frame {
  private let state: AppState
  private let size: Size

  init(_ state: AppState, _ size: Size) {
    self.state = state
    self.size = size
  }

  func draw(on grid: inout CellGrid) {
    let whole = Area(columns: size.columns, rows: size.rows)
    let (upper, footer) = whole.split(bottom: 2)
    // A notice of several rows takes them from the screen: what it is about must not be hidden by it.
    let notice = noticeLines
    let (head, body) = upper.split(bottom: max(0, notice.count - 1)).0.split(top: size.headRows)
    grid.draw(headLine, row: 0, in: head)
    let missing = state.visibleScreen.kind.showsSchool ? state.session?.pictureMissing : nil
    if missing == nil { drawContext(on: &grid, in: head) }
    grid.draw(.rule(size.columns), row: 2, in: head)
    if let missing {
      let lines = Wrapped.lines(of: missing, width: max(8, body.columns - 2)).map { Line(" " + $0.text, .now) }
      grid.draw(lines, in: Area(top: body.top + 1, left: body.left, columns: body.columns, rows: body.rows - 1))
    } else {
      state.visibleScreen.draw(state, on: &grid, in: body)
    }
    if let overlay = state.overlay {
      grid.cursor = nil
      overlay.draw(state, on: &grid, in: body)
    }
    draw(notice, on: &grid, above: footer)
    grid.draw(FooterLine(state, width: size.columns).line, row: 1, in: footer)
  }

  /// The places to go to with the day, or a band where another day is shown.
  private var headLine: Line {
    guard let session = state.session, !state.isLocked else {
      return Line(" " + Texts.programName, .heading, bold: true)
    }
    if let asked = session.asked { return otherDayBand(asked) }
    var line = Line(" ")
    let current = state.visibleScreen.place
    for place in MainPlace.allCases where !size.isNarrow || place == current {
      line.add(place.key + " ", .key)
      line.add(place.title, place == current ? .heading : .muted, bold: place == current)
      line.add("  ")
    }
    let date = state.environment.today.dutch(size.isNarrow ? .weekday : .full) + " "
    line.tab(to: size.columns - date.cellWidth)
    line.add(date)
    return line
  }

  private func otherDayBand(_ asked: AskedDay) -> Line {
    let text = Texts.OtherDay.band(asked.day, asked.knowledge, isNarrow: size.isNarrow)
    var line = Line()
    line.add(text, width: size.columns, .otherDay, bold: true)
    return line
  }

  private func drawContext(on grid: inout CellGrid, in head: Area) {
    let end = state.visibleScreen.contextEnd(state)
    let width = end.cells == 0 ? head.columns - 1 : max(0, head.columns - end.cells - 3)
    grid.draw(state.visibleScreen.context(state), row: 1, in: Area(top: head.top, left: 1, columns: width, rows: 2))
    let left = head.columns - end.cells - 1
    grid.draw(end, row: 1, in: Area(top: head.top, left: left, columns: end.cells, rows: 2))
  }

  /// What just happened, in as many rows as it takes: what to do about it must not be cut.
  private var noticeLines: [Line] {
    state.notice.map { Array(Self.lines(of: $0, width: size.columns).prefix(max(1, size.rows / 3))) } ?? []
  }

  private func draw(_ notice: [Line], on grid: inout CellGrid, above footer: Area) {
    if notice.isEmpty { return grid.draw(.rule(size.columns), row: 0, in: footer) }
    for (offset, line) in notice.enumerated() {
      let row = Area(top: footer.top - notice.count + 1 + offset, left: 0, columns: size.columns, rows: 1)
      grid.clear(row)
      grid.draw(line, row: 0, in: row)
    }
  }

  private static func lines(of notice: Notice, width: Int) -> [Line] {
    let (sign, role, isBold): (String, Role, Bool) =
      switch notice.kind {
      case .done: ("✓", .good, false)
      case .hint: ("", .text, true)
      case .trouble: ("!", .error, false)
      }
    let start = sign.isEmpty ? " " : " " + sign + " "
    return Wrapped.lines(of: notice.text, width: max(8, width - start.count - 1)).enumerated().map { index, line in
      Line((index == 0 ? start : String(repeating: " ", count: start.count)) + line.text, role, bold: isBold)
    }
  }
}

extension Line {
  static func rule(_ columns: Int) -> Line { Line(String(repeating: "─", count: max(0, columns)), .muted) }
}

extension CellGrid {
  /// Blanks a part of the grid.
  mutating func clear(_ area: Area) {
    for row in area.top..<min(area.top + area.rows, size.rows) where row >= 0 {
      for column in area.left..<min(area.left + area.columns, size.columns) { self[row, column] = .blank }
    }
  }

  /// Blanks the halves of wide signs that would be left over beside an area that is drawn over.
  mutating func freeEdges(of area: Area) {
    let end = area.left + area.columns
    for row in max(0, area.top)..<min(area.top + area.rows, size.rows) {
      if area.left > 0, area.left < size.columns, self[row, area.left].text.isEmpty {
        self[row, area.left - 1] = .blank
      }
      if end < size.columns, self[row, end].text.isEmpty { self[row, end] = .blank }
    }
  }

  /// The grid in plain ASCII: every cell as wide as it was.
  var ascii: CellGrid {
    var plain = self
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let cell = self[row, column]
        let signs = cell.asciiSigns
        plain[row, column].text = String(signs[0])
        if signs.count == 2, column + 1 < size.columns { plain[row, column + 1].text = String(signs[1]) }
        column += max(1, signs.count)
      }
    }
    return plain
  }
}

extension Cell {
  /// One ASCII character for each column that the cell takes.
  fileprivate var asciiSigns: [Character] {
    if let own = Self.ownSigns[text] { return [own] }
    guard let character = text.first else { return [" "] }
    let signs = Array(DisplayCell(character).ascii)
    return signs.isEmpty ? ["?"] : signs
  }

  /// Signs that read better here than what a text would make of them.
  private static let ownSigns: [String: Character] = [
    "→": ">", "›": ">", "✓": "+", "▓": "#", "░": ".", "…": "~",
    // The height of a bar as a number.
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8",
  ]
}
