import Casework

/// A paper as it will be written, with what was left out and why.
public struct PaperScreen: Equatable, Sendable {
  let pupil: RecordID
  /// What the screen calls it; the name of the file says nothing of a person.
  let title: String
  var content: Content
  /// What this reader does not get to see, with the reason.
  let leftOut: [String]
  /// The files that it was made of.
  let sources: [Place]
  var scroll = Scroll()

  /// What is on it.
  public enum Content: Equatable, Sendable {
    /// It is being read.
    case awaited(Token)
    case document(Document)
    /// There is no paper; why, in a Dutch sentence.
    case nothing(String)
  }

  public init(pupil: RecordID, title: String, content: Content, leftOut: [String] = [], sources: [Place] = []) {
    self.pupil = pupil
    self.title = title
    self.content = content
    self.leftOut = leftOut
    self.sources = sources
  }
}

extension PaperScreen {
  func lines(_ width: Int) -> [Line] {
    switch content {
    case .awaited: return [Line(Texts.Card.opening, .muted)]
    case .nothing(let why): return Wrapped.lines(of: why, width: width).map { Line($0.text, .now) }
    case .document(let document):
      let notes = leftOut.isEmpty ? [] : [Line(Texts.Paper.leftOut, .heading, bold: true)]
      return notes
        + leftOut.flatMap { Wrapped.lines(of: "· " + $0, width: width).map { Line($0.text, .muted) } }
        + (leftOut.isEmpty ? [] : [.rule(width)])
        + document.text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { Wrapped.lines(of: String($0), width: width).map { Line($0.text) } }
    }
  }

  mutating func take(_ key: Key, _ state: AppState) {
    _ = scroll.take(key, count: lines(max(8, state.size.columns - 2)).count, page: state.size.bodyRows)
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    let inner = Area(top: area.top, left: area.left + 1, columns: area.columns - 2, rows: area.rows)
    grid.drawScrolled(lines(max(8, inner.columns)), top: scroll.top, in: inner)
  }
}
