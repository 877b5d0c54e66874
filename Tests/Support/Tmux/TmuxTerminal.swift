import CSystem
import Glibc
import Synchronization

/// A real terminal with a shell in it, for one test: a tmux server of its own.
public final class TmuxTerminal: Sendable {
  /// What the shell shows when it waits, with the exit code of the last command.
  public static func prompt(after code: Int32) -> String { "[\(code)]% " }

  private static let count = Atomic(0)
  private let socket: String
  private let environment: [String: String]

  /// Starts the terminal; its shell has exactly these variables, besides those that tmux and the prompt need.
  public init(columns: Int, rows: Int, type: String, environment: [String: String]) {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    socket = "passend-\(getpid())-\(number)"
    self.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { own, _ in own }
    tmux(
      ["start-server", ";", "set", "-g", "default-terminal", type, ";", "set", "-g", "status", "off", ";"]
        + ["set", "-s", "escape-time", "0", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env 'PS1=[$?]% ' bash --norc --noprofile"])
  }

  deinit { close() }

  /// Ends the terminal as a closed window does: whatever runs in it gets HUP.
  public func close() { tmux(["kill-server"]) }

  /// The lines on the screen, without the blanks at their ends.
  public var screen: [String] {
    var lines = tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Whether anything on the screen has a colour of its own.
  public var hasColour: Bool {
    let bytes = tmux(["capture-pane", "-e", "-p"])
    return bytes.contains(/\u{1B}\[(\d+;)*(3[0-7]|4[0-7]|9[0-7]|[34]8;5;\d+)(;\d+)*m/)
  }

  /// What is on the screen, with its looks.
  public var picture: ScreenPicture {
    var text = tmux(["capture-pane", "-e", "-p"])
    if text.hasSuffix("\n") { text.removeLast() }
    let columns = Int(tmux(["display", "-p", "#{pane_width}"]).prefix { $0.isNumber }) ?? 80
    return ScreenPicture(styled: text, columns: columns)
  }

  /// Presses keys by the names that tmux gives them, such as `Enter`, `C-z` and `F12`.
  public func press(_ keys: [String]) { tmux(["send-keys"] + keys) }

  /// Types a text letter by letter.
  public func type(_ text: String) { tmux(["send-keys", "-l", "--", text]) }

  /// Pastes a text the way a terminal does, with marks around it where the program asked for them.
  public func paste(_ text: String) { tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"]) }

  public func resize(columns: Int, rows: Int) { tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

  /// The program that runs: the last of the processes that the shell has started one from the other.
  public var program: pid_t? {
    guard let shell = shellProcess else { return nil }
    var last = shell
    while let next = Self.firstChild(of: last) { last = next }
    return last == shell ? nil : last
  }

  private static func firstChild(of process: pid_t) -> pid_t? {
    Command.text(ofFile: "/proc/\(process)/task/\(process)/children")?.split(separator: " ").first
      .flatMap { pid_t($0) }
  }

  /// The shell.
  public var shellProcess: pid_t? { pid_t(tmux(["display", "-p", "#{pane_pid}"]).prefix { $0.isNumber }) }

  @discardableResult
  private func tmux(_ arguments: [String]) -> String {
    Command.run(["tmux", "-L", socket, "-f", "/dev/null", "-u"] + arguments, environment: environment).output
  }
}

/// Waits until a condition holds, looking again and again, for at most so many seconds; says whether it came to hold.
public func waitUntil(seconds: Int = 20, _ condition: () -> Bool) -> Bool {
  let deadline = cs_uptime_milliseconds() + Int64(seconds) * 1000
  while !condition() {
    guard cs_uptime_milliseconds() < deadline else { return false }
    poll(nil, 0, 10)
  }
  return true
}
