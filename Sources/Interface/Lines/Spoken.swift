import Casework

/// What there is to say of a state: where one is, what stands there, and what is asked.
struct Spoken: Equatable, Sendable {
  /// One thing that stands there.
  struct Entry: Equatable, Sendable {
    let text: String
    /// The row that the cursor goes to when its number is typed; nothing for what cannot be chosen.
    var row: Int?

    init(_ text: String, row: Int? = nil) {
      self.text = text
      self.row = row
    }
  }

  /// The same for as long as one is in the same place.
  var place: String
  var title: String
  var entries: [Entry] = []
  /// More about the one that is chosen.
  var detail: [String] = []
  /// Whether a number opens what it chooses.
  var opensByNumber = false
  var question = Texts.Lines.choice
  /// How many entries are read at a time.
  var page = 15

  /// The rows that can be chosen, by number.
  var rows: [Int] { entries.compactMap(\.row) }

  /// Each entry as it is read: what can be chosen with its number before it.
  var read: [String] {
    var number = 0
    return entries.map { entry in
      guard entry.row != nil else { return entry.text }
      number += 1
      return Texts.Lines.numbered(number, entry.text)
    }
  }
}

/// A screen that has words of its own; every other one is read as it is drawn.
protocol Speaks {
  func spoken(_ state: AppState) -> Spoken
}

extension Spoken {
  init(_ state: AppState) {
    if state.isBlank {
      self.init(place: "blank", title: "", question: Texts.Lines.blank)
    } else if let overlay = state.overlay {
      self = overlay.spoken(state)
    } else {
      let screen = state.visibleScreen
      if screen.kind.showsSchool, let missing = state.session?.pictureMissing {
        self.init(place: "nothing", title: Spoken.title(of: state), entries: [Entry(Speech.words(missing))])
      } else {
        self = screen.speaker?.spoken(state) ?? Spoken(drawn: state)
      }
    }
  }

  /// The name of the screen with what it is about, and the day where that is not today.
  static func title(of state: AppState) -> String {
    let screen = state.visibleScreen
    let context = Speech.words(screen.context(state).text)
    let day = state.isLocked ? nil : state.session?.asked.map { Texts.Lines.onDay($0.day, $0.knowledge) }
    return Texts.Lines.title(Texts.name(screen.kind), context, day)
  }

  /// A place on the screen that shows: the kind, how deep it lies, the day, and what tells it from others of its kind.
  static func place(_ state: AppState, _ parts: String...) -> String {
    let day = state.session?.asked.map { "\($0.day.iso) \($0.knowledge)" } ?? ""
    return ([state.visibleScreen.kind.rawValue, String(state.screens.depth), day] + parts).joined(separator: "|")
  }
}

extension Screen {
  /// The screen as one that speaks, where it does so itself.
  fileprivate var speaker: (any Speaks)? {
    if case .login(let screen) = self { return screen }
    if case .agenda(let screen) = self { return screen }
    if case .proof(let screen) = self { return screen }
    if case .pupils(let screen) = self { return screen }
    if case .group(let screen) = self { return screen }
    if case .dossier(let screen) = self { return screen }
    if case .record(let screen) = self { return screen }
    if case .form(let screen) = self { return screen }
    if case .conflict(let screen) = self { return screen }
    if case .rules(let screen) = self { return screen }
    if case .reference(let screen) = self { return screen }
    if case .norms(let screen) = self { return screen }
    if case .paper(let screen) = self { return screen }
    if case .files(let screen) = self { return screen }
    if case .flow(let screen) = self { return screen }
    return nil
  }
}

extension Spoken {
  /// A screen without words of its own, read line by line as it is drawn; the lines that its cursor can stand on are
  /// numbered.
  init(drawn state: AppState) {
    var copy = state
    copy.overlay = nil
    copy.size = Size(columns: Speech.width, rows: 200)
    let lines = Self.body(copy)
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    copy.size = Size(columns: Speech.width, rows: max(smallestSize.rows, last + 8))
    let stops =
      Self.choosing.isDisjoint(with: CommandTable.commands(on: state.visibleScreen.kind).map(\.id))
      ? [] : Self.stops(copy)
    self.init(
      place: Self.place(state, lines.first ?? ""), title: Self.title(of: state),
      entries: lines.enumerated().compactMap { row, text in
        text.isEmpty ? nil : Entry(text, row: stops.firstIndex(of: row))
      })
  }

  /// Where none of these is to be had, a cursor only scrolls.
  private static let choosing: Set<CommandID> = [.open, .edit, .act]
  /// The most lines that get a number, since finding each takes a look at the whole screen.
  private static let mostStops = 99

  private static func body(_ state: AppState) -> [String] {
    let grid = view(state, state.size)
    return bodyRows(grid).map { row in
      Speech.words((0..<grid.size.columns).map { grid[row, $0].text }.joined().trimmedSign)
    }
  }

  private static func bodyRows(_ grid: CellGrid) -> Range<Int> { 3..<grid.size.rows - 2 }

  /// The rows of the body that the cursor can stand on, top to bottom.
  private static func stops(_ state: AppState) -> [Int] {
    var copy = state
    var stops: [Int] = []
    _ = copy.take(.home)
    while stops.count < mostStops {
      let grid = view(copy, copy.size)
      guard let row = bodyRows(grid).first(where: { row in grid[row, 2].style.isSelected }) else { return stops }
      if stops.last == row - bodyRows(grid).lowerBound { return stops }
      stops.append(row - bodyRows(grid).lowerBound)
      _ = copy.take(.down)
    }
    return stops
  }
}

extension String {
  /// Without the sign of the cursor before it.
  fileprivate var trimmedSign: String {
    let text = trimmed
    return text.hasPrefix("> ") ? String(text.dropFirst(2)) : text
  }
}
