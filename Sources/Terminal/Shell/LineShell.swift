import CSystem
import Casework
import Glibc
import Interface

/// Runs the program line by line: a line becomes messages, and what changed is said with the next question.
final class LineShell {
  /// After how many milliseconds of work it is said that there is work.
  private static let silence: Int64 = 1000

  private let signals: Int32
  private let desk: Desk
  private let lines = PlainLines()
  private var talk = LineTalk()
  /// Whether someone waits for an answer, since when.
  private var asked: Int64? = LiveClock.uptime
  private var saidThatItTakesLong = false

  init(_ configuration: Configuration, signals: Int32) {
    self.signals = signals
    desk = Desk(configuration, size: LineTalk.size, isASCII: false, signals: signals)
    desk.onFace = { [unowned self] in perform($0) }
  }

  /// Runs until the end and returns the exit code.
  func run() -> Int32 {
    lines.write([Texts.lineMode])
    _ = desk.logInUnasked()
    while desk.exitCode == nil { step() }
    lines.hideTyping(false)
    desk.finish()
    lines.write([Texts.closed])
    return desk.exitCode ?? 0
  }

  /// Says what there is to say, takes a line where there is one, and waits where there is nothing to do.
  private func step() {
    let isSettled = desk.settle()
    if isSettled {
      speak()
      if desk.exitCode == nil, let line = lines.next() { return hear(line) }
      if desk.exitCode == nil, lines.isEnded { return desk.end(code: 0) }
    } else {
      sayThatItTakesLong()
    }
    guard desk.exitCode == nil else { return }
    lines.hideTyping(isSettled && talk.asksPassphrase(desk.state))
    take(
      desk.wait(forInput: isSettled, until: isSettled || saidThatItTakesLong ? nil : asked.map { $0 + Self.silence }))
  }

  private func take(_ woken: Waiter.Woken) {
    if woken.signals { obey(Signals(bits: cs_signals_take())) }
    if woken.input || woken.hungUp { lines.read() }
    if woken.work { desk.takeAnswers() }
    if woken.timer { desk.ring() }
  }

  private func hear(_ line: String) {
    lines.hideTyping(false)
    desk.postponeIdleness()
    asked = LiveClock.uptime
    saidThatItTakesLong = false
    for message in talk.hear(line, desk.state) where desk.exitCode == nil { desk.handle(message) }
  }

  // MARK: What is said

  private func speak() {
    guard asked != nil || desk.mayDiffer else { return }
    desk.mayDiffer = false
    let said = asked == nil ? talk.announce(desk.state) : talk.say(desk.state)
    asked = nil
    if said.isEmpty { return }
    lines.hideTyping(false)
    lines.write(said)
    if lines.isDeaf { desk.end(code: 128 + SIGPIPE) }
  }

  private func sayThatItTakesLong() {
    guard let since = asked, !saidThatItTakesLong, LiveClock.uptime >= since + Self.silence else { return }
    saidThatItTakesLong = true
    lines.write([Texts.takesLong])
  }

  // MARK: The terminal

  private func obey(_ signals: Signals) {
    if let ending = signals.ending { return desk.end(code: 128 + ending) }
    if signals.contains(SIGTSTP) { suspend() }
  }

  private func perform(_ work: Desk.FaceWork) {
    switch work {
    case .openEditor(let text, let token):
      desk.edit(text, token, signals: signals) { run in run() }
      obey(Signals(bits: cs_signals_take()))
    case .suspend: suspend()
    // What was said cannot be wiped; LineTalk says it again where that is asked.
    case .redraw: break
    }
  }

  private func suspend() {
    lines.hideTyping(false)
    desk.saveDrafts()
    cs_suspend()
    let arrived = Signals(bits: cs_signals_take())
    if let ending = arrived.ending { return desk.end(code: 128 + ending) }
    desk.handle(.resumed)
    asked = LiveClock.uptime
  }
}
