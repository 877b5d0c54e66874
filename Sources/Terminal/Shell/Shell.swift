import CSystem
import Casework
import Glibc
import Interface

/// Runs the program on a terminal: keys become messages, the state becomes a screen.
final class Shell {
  private let console: Console
  private let signals: Int32
  private let desk: Desk
  private var decoder = KeyDecoder()
  private var painter: Painter
  /// What was typed while someone is logged in unasked: it is meant for the first screen, not for the login.
  private var typedAhead: [Input]?

  init(_ configuration: Configuration, on console: Console, signals: Int32) {
    self.console = console
    self.signals = signals
    let noColour = configuration.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    painter = Painter(wanted: configuration.theme, noColour: noColour)
    desk = Desk(
      configuration, size: console.measure(), isASCII: configuration.isASCII || !console.isUnicode, signals: signals)
    desk.onFace = { [unowned self] in perform($0) }
  }

  /// Runs until the end and returns the exit code.
  func run() -> Int32 {
    if desk.logInUnasked() { typedAhead = [] }
    while desk.exitCode == nil {
      draw()
      take(desk.wait())
    }
    desk.finish()
    return desk.exitCode ?? 0
  }

  private func draw() {
    guard desk.mayDiffer else { return }
    desk.mayDiffer = false
    painter.draw(view(desk.state, desk.state.size))
  }

  private func take(_ woken: Waiter.Woken) {
    if woken.signals { obey(Signals(bits: cs_signals_take())) }
    if woken.hungUp { desk.end(code: 128 + SIGHUP) }
    if woken.input { readKeys() }
    if woken.work, desk.takeAnswers() > 0 { giveTypedAhead() }
    if woken.timer { desk.ring() }
  }

  // MARK: Keys

  private func readKeys() {
    let inputs = decoder.decode(console.read())
    if !inputs.isEmpty { desk.postponeIdleness() }
    if typedAhead == nil { inputs.forEach(handle) } else { typedAhead? += inputs }
  }

  private func handle(_ input: Input) {
    guard desk.exitCode == nil else { return }
    switch input {
    // Whatever lies over the screen, the terminal is the user's.
    case .key(.control("z")): suspend()
    case .key(let key): desk.handle(.keyPressed(key))
    case .pasted(let text): desk.handle(.textPasted(text))
    }
  }

  private func giveTypedAhead() {
    guard let held = typedAhead else { return }
    typedAhead = nil
    held.forEach(handle)
  }

  // MARK: The terminal

  private func perform(_ work: Desk.FaceWork) {
    switch work {
    case .openEditor(let text, let token): openEditor(text, token)
    case .suspend: suspend()
    case .redraw: forget()
    }
  }

  private func obey(_ signals: Signals) {
    if let ending = signals.ending {
      desk.end(code: 128 + ending)
      return
    }
    if signals.contains(SIGTSTP) { suspend() }
    if signals.contains(SIGCONT) {
      console.retake()
      showAgain()
    }
    if signals.contains(SIGWINCH) { remeasure() }
  }

  private func remeasure() {
    let size = console.measure()
    forget()
    desk.handle(.windowResized(size))
  }

  private func forget() {
    painter.forget()
    desk.mayDiffer = true
  }

  private func showAgain() {
    remeasure()
    desk.handle(.resumed)
  }

  private func suspend() {
    desk.saveDrafts()
    console.suspend()
    // What stopped and started us has been dealt with; a request to end has not.
    let arrived = Signals(bits: cs_signals_take())
    if let ending = arrived.ending { desk.end(code: 128 + ending) } else { showAgain() }
  }

  private func openEditor(_ text: String, _ token: Token) {
    desk.edit(text, token, signals: signals) { run in
      defer { forget() }
      return console.lend(run)
    }
    // The child's signals were only noted while it ran.
    obey(Signals(bits: cs_signals_take()))
    remeasure()
  }
}
