import Casework

/// Who are you, and with which passphrase.
public struct LoginScreen: Equatable, Sendable {
  let users: [EntranceUser]
  let isSealed: Bool
  /// Whether this is the same user again, after the screen was locked.
  let isUnlocking: Bool
  var chosen = ListCursor()
  var passphrase = InputLine()
  /// Whether the passphrase is typed now, or a name chosen.
  var isTyping: Bool
  /// Whether the shell is at work on it.
  var isWaiting = false
  /// What went wrong the last time.
  var failure: Failure?

  public init(entrance: Entrance) {
    users = entrance.users
    isSealed = entrance.isSealed
    isUnlocking = false
    isTyping = entrance.isSealed && entrance.users.count == 1
  }

  /// The screen that asks for the passphrase again.
  init(lockedFor user: User, isSealed: Bool) {
    users = [EntranceUser(login: user.login, name: user.name)]
    self.isSealed = isSealed
    isUnlocking = true
    isTyping = isSealed
  }

  var user: EntranceUser? { chosen.row(in: users.count).map { users[$0] } }
}

extension LoginScreen {
  mutating func take(_ key: Key) -> [Effect] {
    guard !isWaiting else { return [] }
    if isTyping { return takeTyping(key) }
    switch key {
    case .enter:
      guard isSealed else { return send() }
      isTyping = !users.isEmpty
    case .character(let letter):
      guard isSealed else {
        jump(to: letter)
        return []
      }
      // Who begins to type a passphrase means the name that is marked.
      guard !users.isEmpty else { return [] }
      isTyping = true
      return takeTyping(key)
    default: _ = chosen.take(key, count: users.count, page: users.count)
    }
    return []
  }

  private mutating func takeTyping(_ key: Key) -> [Effect] {
    switch key {
    case .enter: return passphrase.isEmpty ? [] : send()
    case .escape:
      passphrase = InputLine()
      failure = nil
      isTyping = isUnlocking || users.count == 1
    default:
      if passphrase.take(key) { failure = nil }
    }
    return []
  }

  private mutating func send() -> [Effect] {
    guard let user else { return [] }
    isWaiting = true
    failure = nil
    let bytes = Array(passphrase.text.nfc.utf8)
    passphrase = InputLine()
    return [.openSchool(login: user.login, passphrase: isSealed ? Passphrase(bytes: bytes) : nil)]
  }

  private mutating func jump(to letter: Character) {
    let start = (chosen.row(in: users.count) ?? 0) + 1
    let order = users.indices.map { (start + $0) % users.count }
    if let row = order.first(where: { users[$0].name.folded.hasPrefix(String(letter).folded) }) { chosen.row = row }
  }
}

extension LoginScreen {
  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let column = Area(
      top: area.top + (area.rows > 14 ? 2 : 0), left: area.left + 2, columns: area.columns - 4,
      rows: area.rows - (area.rows > 14 ? 2 : 0))
    let isLow = area.rows < 12
    var (title, rest) = column.split(top: isLow ? 1 : 2)
    grid.draw(Line(isUnlocking ? Texts.Login.locked : Texts.Login.who, .heading, bold: true), row: 0, in: title)
    let showsPassphrase = isSealed
    let (names, field) = rest.split(bottom: isLow ? 3 : showsPassphrase ? 4 : 2)
    rest = names
    drawNames(on: &grid, in: rest)
    if showsPassphrase {
      drawPassphrase(on: &grid, row: isLow ? 0 : 1, in: field)
    } else {
      drawState(on: &grid, row: 1, in: field)
    }
  }

  private func drawNames(on grid: inout CellGrid, in area: Area) {
    if users.isEmpty { grid.draw(Line(Texts.Login.nobody, .error), row: 0, in: area) }
    let top = chosen.top(count: users.count, page: area.rows)
    for (row, user) in users.dropFirst(top).prefix(area.rows).enumerated() {
      let isChosen = top + row == chosen.row(in: users.count)
      grid.draw(Line((isChosen ? "> " : "  ") + user.name).selected(isChosen), row: row, in: area)
    }
  }

  private func drawPassphrase(on grid: inout CellGrid, row: Int, in area: Area) {
    var line = Line(Texts.Login.passphrase + "  ")
    let column = line.cells
    // The number of signs says how long it is, not what it is.
    let shown = String(repeating: "•", count: min(passphrase.text.count, 40))
    line.add(isTyping ? shown + " " : "", .input)
    grid.draw(line, row: row, in: area)
    if isTyping, !isWaiting {
      grid.cursor = Position(row: area.top + row, column: area.left + column + min(passphrase.cursor, 40))
    }
    drawState(on: &grid, row: row + 1, in: area)
  }

  private func drawState(on grid: inout CellGrid, row: Int, in area: Area) {
    if isWaiting { grid.draw(Line(Texts.Login.opening, .muted), row: row, in: area) }
    if let failure {
      for (offset, text) in Texts.lines(of: failure, width: area.columns).prefix(2).enumerated() {
        grid.draw(Line(text, .error), row: row + offset, in: area)
      }
    }
  }

  func hints(_ state: AppState) -> [(key: String, text: String)] {
    if isTyping { return [("↵", Texts.Login.hintOpen), ("Esc", Texts.Login.hintAgain)] }
    return [("↵", Texts.Login.hintChoose), ("↑↓", Texts.Login.hintMove)]
  }
}
