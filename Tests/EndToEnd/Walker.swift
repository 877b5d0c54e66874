import CSystem
import FoundationEssentials
import Glibc
import Support

/// Why a walk stopped, with the screen of that moment.
struct WalkFailure: Error, CustomStringConvertible {
  let walk: String
  let line: Int
  let what: String
  let screen: [String]

  var description: String {
    "\(walk), line \(line): \(what)\n" + screen.map { "  │" + $0 }.joined(separator: "\n")
  }
}

/// Walks a script in a home folder and a terminal of its own.
final class Walker {
  private let name: String
  private let home = TemporaryFolder()
  private let patience: Int
  private var environment: [String: String]
  private var type = "xterm-256color"
  private var size = (columns: 80, rows: 24)
  private var terminal: TmuxTerminal?
  private var output = ""
  private var line = 0

  /// `patience` is how many seconds the screen gets to show what it must.
  init(_ name: String, patience: Int = 20) {
    self.name = name
    self.patience = patience
    environment = [
      "HOME": home.path, "LC_ALL": "C.UTF-8", "TZ": "Europe/Amsterdam",
      "PATH": SourceTree.builtPrograms + ":/usr/local/bin:/usr/bin:/bin",
    ]
  }

  /// Walks it all; `type` overrules what the script says of the terminal.
  func walk(_ script: WalkScript, type wanted: String? = nil) throws(WalkFailure) {
    for (number, step) in script.steps {
      line = number
      try take(step)
      if let wanted { type = wanted }
    }
  }

  private func take(_ step: WalkScript.Step) throws(WalkFailure) {
    switch step {
    case .term(let wanted): type = wanted
    case .size(let columns, let rows):
      size = (columns, rows)
      terminal?.resize(columns: columns, rows: rows)
    case .environment(let name, let value): environment[name] = filled(value)
    case .clock(let moment):
      environment["LD_PRELOAD"] = SourceTree.builtPrograms + "/libFixedClock.so"
      environment["FIXED_CLOCK_SHIFT"] = String(moment.seconds - cs_wall_seconds())
    case .command(let command, let code): try run(filled(command), expecting: code)
    case .outputHas(let text):
      if !output.contains(filled(text)) { throw failure("the output lacks “\(text)”:\n\(output)") }
    case .outputLacks(let text):
      if output.contains(filled(text)) { throw failure("the output has “\(text)”:\n\(output)") }
    case .run(let command): try start(filled(command))
    case .press(let strokes): try press(strokes)
    case .paste(let text): try opened().paste(text)
    case .shows(let text):
      let wanted = filled(text)
      try wait("the screen never showed “\(text)”") { $0.contains { $0.contains(wanted) } }
    case .hides(let text):
      let unwanted = filled(text)
      try wait("the screen went on showing “\(text)”") { !$0.contains { $0.contains(unwanted) } }
    case .golden(let golden): try compare(with: golden)
    case .picture(let name): try comparePicture(name)
    case .signal(let number):
      guard let process = try opened().program else { throw failure("no program runs") }
      kill(process, number)
    case .coloured(let wanted):
      let terminal = try opened()
      guard waitUntil(seconds: patience, { terminal.hasColour == wanted }) else {
        throw failure(wanted ? "nothing on the screen has a colour" : "something on the screen has a colour")
      }
    case .hangUp: try hangUp()
    case .exits(let code):
      try wait("the program did not end with exit code \(code)") {
        ($0.last { !$0.isEmpty }) == trimmedPrompt(code)
      }
    }
  }

  private func run(_ command: String, expecting code: Int32) throws(WalkFailure) {
    let result = Command.run(["bash", "-c", command], environment: environment)
    output = result.output
    if result.code != code { throw failure("exit code \(result.code ?? -1), not \(code):\n\(output)") }
  }

  private func start(_ command: String) throws(WalkFailure) {
    if terminal == nil {
      let variables = environment.filter { $0.key != "TERM" }
      terminal = TmuxTerminal(columns: size.columns, rows: size.rows, type: type, environment: variables)
      try wait("no shell came up") { $0.first == trimmedPrompt(0) }
    }
    try opened().type(command)
    try opened().press(["Enter"])
  }

  private func press(_ strokes: [WalkScript.Stroke]) throws(WalkFailure) {
    for stroke in strokes {
      switch stroke {
      case .key(let name): try opened().press([name])
      case .text(let text): try opened().type(text)
      }
    }
  }

  private func hangUp() throws(WalkFailure) {
    guard let process = try opened().program else { throw failure("no program runs") }
    try opened().close()
    terminal = nil
    if !waitUntil(seconds: patience, { kill(process, 0) != 0 }) { throw failure("the program outlived its window") }
  }

  private func compare(with golden: String) throws(WalkFailure) {
    let path = "Tests/EndToEnd/Walks/goldens/\(golden).txt"
    if Self.writes {
      let text = try opened().screen.joined(separator: "\n") + "\n"
      do {
        try text.write(toFile: SourceTree.root + "/" + path, atomically: true, encoding: .utf8)
      } catch {
        throw failure("could not write \(path)")
      }
      return
    }
    guard let expected = try? SourceTree.text(of: path) else { throw failure("there is no \(path)") }
    try wait("the screen never became \(path):\n\(expected)") { $0.joined(separator: "\n") + "\n" == expected }
  }

  /// Whether pictures and goldens are written instead of compared.
  private static let writes = ProcessInfo.processInfo.environment["PASSEND_GOLDENS"] == "write"

  private func comparePicture(_ name: String) throws(WalkFailure) {
    let path = "docs/images/\(name).svg"
    let terminal = try opened()
    if Self.writes {
      do {
        try FileManager.default.createDirectory(
          atPath: SourceTree.root + "/docs/images", withIntermediateDirectories: true)
        try terminal.picture.svg.write(toFile: SourceTree.root + "/" + path, atomically: true, encoding: .utf8)
      } catch {
        throw failure("could not write \(path)")
      }
      return
    }
    guard let expected = try? SourceTree.text(of: path) else { throw failure("there is no \(path): make pictures") }
    if !waitUntil(seconds: patience, { terminal.picture.svg == expected }) {
      throw failure("the screen is not as in \(path); when it should be: make pictures")
    }
  }

  private func opened() throws(WalkFailure) -> TmuxTerminal {
    guard let terminal else { throw failure("nothing was run yet") }
    return terminal
  }

  private func wait(_ complaint: String, until holds: ([String]) -> Bool) throws(WalkFailure) {
    let terminal = try opened()
    if !waitUntil(seconds: patience, { holds(terminal.screen) }) { throw failure(complaint) }
  }

  private func failure(_ what: String) -> WalkFailure {
    WalkFailure(walk: name, line: line, what: what, screen: terminal?.screen ?? [])
  }

  /// The prompt as it stands on the screen, whose lines have lost the blanks at their ends.
  private func trimmedPrompt(_ code: Int32) -> String { String(TmuxTerminal.prompt(after: code).dropLast()) }

  private func filled(_ text: String) -> String {
    text.replacing("{home}", with: home.path).replacing("{walks}", with: SourceTree.root + "/Tests/EndToEnd/Walks")
  }
}
