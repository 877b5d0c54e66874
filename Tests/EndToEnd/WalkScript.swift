import Casework

/// A walk through the program: keys and what the screen must show, one step a line.
///
/// ```
/// # a remark
/// term screen              the type of terminal (xterm-256color when not said); before the first `run`
/// size 100x30              the window's size, also halfway
/// env NO_COLOR=1           a variable for what follows
/// clock 2026-11-23T08:00:00Z    what time it is for the programs that start from here
/// $ passend paden          runs a command outside the terminal; it must end with exit code 0
/// $ 77: passend agenda     … or with the one named
/// | text                   the output of the last command contains this
/// !| text                  … does not contain this
/// run passend --oefen      types a command into the terminal
/// > Down "Vries" Enter     presses keys (names as tmux has them), types what is quoted
/// paste "text"             pastes
/// ? text                   waits until the screen shows this
/// ! text                   waits until the screen does not show this
/// = name                   waits until the whole screen equals Walks/goldens/name.txt
/// picture name             waits until the screen looks as in docs/images/name.svg
/// signal TERM              sends the program a signal
/// coloured yes             waits until something on the screen has a colour (no: until nothing has)
/// hangup                   closes the window and waits until the program is gone; a next `run` opens another
/// exits 143                waits until the program has ended with this exit code
/// ```
/// `{home}` stands for the walk's own home folder, `{walks}` for the folder with the walks.
struct WalkScript {
  enum Step: Equatable {
    case term(String)
    case size(columns: Int, rows: Int)
    case environment(name: String, value: String)
    case clock(Moment)
    case command(String, code: Int32)
    case outputHas(String)
    case outputLacks(String)
    case run(String)
    case press([Stroke])
    case paste(String)
    case shows(String)
    case hides(String)
    case golden(String)
    case picture(String)
    case signal(Int32)
    case coloured(Bool)
    case hangUp
    case exits(Int32)
  }

  enum Stroke: Equatable {
    case key(String)
    case text(String)
  }

  struct NotUnderstood: Error, CustomStringConvertible {
    let line: Int
    let text: String

    var description: String { "line \(line) is no step of a walk: \(text)" }
  }

  /// The steps with the numbers of their lines.
  let steps: [(line: Int, step: Step)]

  init(_ text: String) throws(NotUnderstood) {
    var steps: [(line: Int, step: Step)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      guard let step = Self.step(String(line)) else { throw NotUnderstood(line: index + 1, text: String(line)) }
      steps.append((index + 1, step))
    }
    self.steps = steps
  }

  private static func step(_ line: String) -> Step? {
    if line == "hangup" { return .hangUp }
    guard let space = line.firstIndex(of: " ") else { return nil }
    let rest = String(line[line.index(after: space)...])
    switch line[..<space] {
    case "term": return .term(rest)
    case "size": return size(rest)
    case "env":
      let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? .environment(name: String(parts[0]), value: String(parts[1])) : nil
    case "clock": return Moment(iso: rest).map { .clock($0) }
    case "$": return command(rest)
    case "|": return .outputHas(rest)
    case "!|": return .outputLacks(rest)
    case "run": return .run(rest)
    case ">": return strokes(rest).map { .press($0) }
    case "paste": return quoted(rest[...]).flatMap { $0.rest.isEmpty ? .paste($0.text) : nil }
    case "?": return .shows(rest)
    case "!": return .hides(rest)
    case "=": return .golden(rest)
    case "picture": return .picture(rest)
    case "signal": return signals[rest].map { .signal($0) }
    case "coloured": return ["yes": .coloured(true), "no": .coloured(false)][rest]
    case "exits": return Int32(rest).map { .exits($0) }
    default: return nil
    }
  }

  private static let signals: [String: Int32] = [
    "HUP": 1, "INT": 2, "QUIT": 3, "ILL": 4, "TRAP": 5, "ABRT": 6, "BUS": 7, "FPE": 8, "KILL": 9, "SEGV": 11,
    "TERM": 15, "CONT": 18, "STOP": 19, "TSTP": 20,
  ]

  private static func size(_ text: String) -> Step? {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    return parts.count == 2 ? .size(columns: parts[0], rows: parts[1]) : nil
  }

  private static func command(_ text: String) -> Step {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let code = Int32(parts[0]) else { return .command(text, code: 0) }
    return .command(String(parts[1].drop { $0 == " " }), code: code)
  }

  private static func strokes(_ text: String) -> [Stroke]? {
    var strokes: [Stroke] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "\"" {
        guard let found = quoted(rest) else { return nil }
        strokes.append(.text(found.text))
        rest = found.rest
      } else {
        let name = rest.prefix { $0 != " " }
        guard isKey(name) else { return nil }
        strokes.append(.key(String(name)))
        rest = rest.dropFirst(name.count)
      }
    }
    return strokes.isEmpty ? nil : strokes
  }

  /// A text between quotes, `\n` and `\"` in it, and what follows.
  private static func quoted(_ text: Substring) -> (text: String, rest: Substring)? {
    guard text.first == "\"" else { return nil }
    var rest = text.dropFirst()
    var found = ""
    while let character = rest.popFirst() {
      if character == "\"" { return (found, rest) }
      guard character == "\\" else {
        found.append(character)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      found.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
    }
    return nil
  }

  /// tmux types a name that it does not know as text, so that a slip would press other keys.
  private static func isKey(_ name: Substring) -> Bool {
    let plain = name.hasPrefix("C-") || name.hasPrefix("S-") || name.hasPrefix("M-") ? name.dropFirst(2) : name
    let named: Set<Substring> = [
      "Enter", "Escape", "Tab", "BTab", "BSpace", "Space", "Up", "Down", "Left", "Right", "Home", "End", "PPage",
      "NPage", "IC", "DC",
    ]
    return plain.count == 1 || named.contains(plain) || (1...12).contains { plain == "F\($0)" }
  }
}
