/// A terminal's screen as a picture (SVG), with its colours, made from what the terminal says that it shows.
public struct ScreenPicture: Sendable {
  /// What a run of signs looks like.
  fileprivate struct Look: Equatable {
    var ink: Int?
    var ground: Int?
    var isBold = false
    var isDim = false
    var isReversed = false
    var isUnderlined = false
  }

  private struct Run {
    var text: String
    let column: Int
    var look: Look
  }

  private let rows: [[Run]]
  private let columns: Int

  /// Reads a screen as terminals write one: a line a row, with SGR sequences for the looks; a sign is one cell wide.
  public init(styled: String, columns: Int) {
    self.columns = columns
    var look = Look()
    rows = styled.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Self.runs(of: Self.cells(of: line, &look))
    }
  }

  /// The signs of a line with their looks, without the blanks at its end: whether a terminal keeps those depends on the
  /// way in which the screen was drawn.
  private static func cells(of line: Substring, _ look: inout Look) -> [(sign: Character, look: Look)] {
    var cells: [(sign: Character, look: Look)] = []
    var rest = line
    while let sign = rest.popFirst() {
      guard sign == "\u{1B}" else {
        cells.append((sign, look))
        continue
      }
      guard rest.first == "[", let end = rest.firstIndex(where: \.isLetter) else { continue }
      if rest[end] == "m" { look.take(rest[rest.index(after: rest.startIndex)..<end]) }
      rest = rest[rest.index(after: end)...]
    }
    while cells.last?.sign == " " { cells.removeLast() }
    return cells
  }

  /// Signs that look alike together; a blank of which nothing shows looks like what stands before it.
  private static func runs(of cells: [(sign: Character, look: Look)]) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() {
      let isUnseen = cell.sign == " " && cell.look.isUnseenOnBlanks
      if let last = runs.last, last.look == cell.look || (isUnseen && last.look.isUnseenOnBlanks) {
        runs[runs.count - 1].text.append(cell.sign)
      } else {
        runs.append(Run(text: String(cell.sign), column: column, look: isUnseen ? Look() : cell.look))
      }
    }
    return runs
  }

  private static let cell = (width: 8.5, height: 18.0)
  private static let dark = "#1c1f26"
  private static let light = "#d6d9e0"
  private static let palette = [
    "#30343f", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d6d9e0",
    "#7f8694", "#ff8b93", "#b5e08f", "#ffdc94", "#8cc8ff", "#e09bf5", "#7fdbe4", "#ffffff",
  ]

  public var svg: String {
    let size = (Double(columns) * Self.cell.width + 16, Double(rows.count) * Self.cell.height + 16)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size.0)\" height=\"\(size.1)\" font-family=\"DejaVu Sans Mono, monospace\" font-size=\"14\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(Self.dark)\"/>",
    ]
    for (row, runs) in rows.enumerated() {
      for run in runs { lines += drawn(run, row) }
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private func drawn(_ run: Run, _ row: Int) -> [String] {
    let left = 8 + Double(run.column) * Self.cell.width
    let top = 8 + Double(row) * Self.cell.height
    let cells = Double(run.text.count)
    let look = run.look
    let ink = look.ink.map(Self.colour) ?? Self.light
    let ground = look.ground.map(Self.colour)
    let fill = look.isReversed ? ground ?? Self.dark : ink
    var lines: [String] = []
    if let behind = look.isReversed ? ink : ground {
      lines.append(
        "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(cells * Self.cell.width)\" height=\"\(Self.cell.height)\" fill=\"\(behind)\"/>"
      )
    }
    guard !run.text.allSatisfy({ $0 == " " }) else { return lines }
    let style =
      (look.isBold ? " font-weight=\"bold\"" : "") + (look.isDim ? " opacity=\"0.6\"" : "")
      + (look.isUnderlined ? " text-decoration=\"underline\"" : "")
    lines.append(
      "<text xml:space=\"preserve\" x=\"\(left)\" y=\"\(top + 14)\" textLength=\"\(cells * Self.cell.width)\" fill=\"\(fill)\"\(style)>\(Self.escaped(run.text))</text>"
    )
    return lines
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// One of the 256 colours of a terminal.
  private static func colour(_ number: Int) -> String {
    switch number {
    case 0..<16: return palette[number]
    case 16..<232:
      let steps = [0, 95, 135, 175, 215, 255]
      let value = number - 16
      return "rgb(\(steps[value / 36]),\(steps[value / 6 % 6]),\(steps[value % 6]))"
    default:
      let grey = 8 + 10 * (min(number, 255) - 232)
      return "rgb(\(grey),\(grey),\(grey))"
    }
  }
}

extension ScreenPicture.Look {
  fileprivate var isUnseenOnBlanks: Bool { ground == nil && !isReversed && !isUnderlined }

  /// Takes in the numbers of one SGR sequence.
  fileprivate mutating func take(_ text: Substring) {
    var numbers = text.split(separator: ";").compactMap { Int($0) }[...]
    if numbers.isEmpty { numbers = [0] }
    while let number = numbers.popFirst() {
      switch number {
      case 0: self = Self()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: ink = number - 30
      case 39: ink = nil
      case 40...47: ground = number - 40
      case 49: ground = nil
      case 90...97: ink = number - 82
      case 100...107: ground = number - 92
      case 38, 48:
        guard numbers.popFirst() == 5, let colour = numbers.popFirst() else { return }
        if number == 38 { ink = colour } else { ground = colour }
      default: break
      }
    }
  }
}
