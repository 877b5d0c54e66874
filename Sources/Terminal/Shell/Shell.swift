import CSystem
import Casework
import Glibc
import Interface

/// Runs the program on a terminal: what happens becomes a message, the state becomes a screen, effects become work.
final class Shell {
  private enum Alarm: Hashable { case drafts, others, idle, minute }

  /// How long a draft may wait for more keys, in milliseconds; a crash costs no more typing than this.
  private static let draftDelay: Int64 = 500
  /// How often a glance goes to colleagues' journals, in milliseconds.
  private static let glanceInterval: Int64 = 2000
  /// How long unfinished work may hold up the end, in milliseconds.
  private static let longestEnd: Int64 = 10_000

  private var configuration: Configuration
  private let console: Console
  private let signals: Int32
  private let worker: Worker<Clerk, Message>
  private let waiter: Waiter
  private var decoder = KeyDecoder()
  private var painter: Painter
  private var alarms = Alarms<Alarm>()
  /// When a key was last pressed, in milliseconds since the machine started.
  private var lastTouch = LiveClock.uptime
  private var state: AppState
  private var unsaved: [DraftKey: Draft] = [:]
  /// Whether something happened since the last drawing; a glance that finds nothing must cost nothing.
  private var mayDiffer = true
  private var exitCode: Int32?
  /// What was typed while someone is logged in unasked: it is meant for the first screen, not for the login.
  private var typedAhead: [Input]?

  init(_ configuration: Configuration, on console: Console, signals: Int32) {
    self.configuration = configuration
    self.console = console
    self.signals = signals
    let noColour = configuration.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    painter = Painter(wanted: configuration.theme, noColour: noColour)
    worker = Worker(configuration.makeClerk)
    waiter = Waiter(input: STDIN_FILENO, signals: signals, work: worker.outcomes)
    state = AppState(
      environment: Self.firstEnvironment(configuration, isUnicode: console.isUnicode), size: console.measure(),
      engine: configuration.engine, reference: configuration.reference, entrance: configuration.entrance,
      startDay: configuration.startDay)
  }

  private static func firstEnvironment(_ configuration: Configuration, isUnicode: Bool) -> Environment {
    var chance = SystemRandomNumberGenerator()
    return Environment(
      now: LiveClock.now, today: configuration.day ?? LiveClock.today,
      isASCII: configuration.isASCII || !isUnicode,
      ids: IDSource(seed: RecordID(high: chance.next(), low: chance.next())))
  }

  /// Runs until the end and returns the exit code.
  func run() -> Int32 {
    alarms.set(.others, at: LiveClock.uptime + Self.glanceInterval)
    setMinuteAlarm()
    postponeIdleness()
    if let login = configuration.login {
      ask(.open(login: login.name, passphrase: login.passphrase))
      configuration.login = nil
      typedAhead = []
    }
    while exitCode == nil {
      draw()
      take(waiter.wait(until: alarms.next))
    }
    finish()
    return exitCode ?? 0
  }

  private func draw() {
    guard mayDiffer else { return }
    mayDiffer = false
    painter.draw(view(state, state.size))
  }

  private func take(_ woken: Waiter.Woken) {
    if woken.signals { obey(Signals(bits: cs_signals_take())) }
    if woken.hungUp { end(code: 128 + SIGHUP) }
    if woken.input { readKeys() }
    if woken.work { worker.takeOutcomes().forEach(answer) }
    if woken.timer { alarms.take(at: LiveClock.uptime).forEach(ring) }
  }

  // MARK: What happens

  /// Brings one message to the state and does what follows from it.
  private func handle(_ message: Message) {
    state.environment.now = LiveClock.now
    state.environment.today = configuration.day ?? LiveClock.today
    mayDiffer = true
    for effect in update(&state, message) { perform(effect) }
  }

  private func readKeys() {
    let inputs = decoder.decode(console.read())
    if !inputs.isEmpty { postponeIdleness() }
    if typedAhead == nil { inputs.forEach(handle) } else { typedAhead? += inputs }
  }

  private func handle(_ input: Input) {
    guard exitCode == nil else { return }
    switch input {
    // Whatever lies over the screen, the terminal is the user's.
    case .key(.control("z")): suspend()
    case .key(let key): handle(.keyPressed(key))
    case .pasted(let text): handle(.textPasted(text))
    }
  }

  private func answer(_ message: Message) {
    handle(message)
    if state.session != nil, !state.isLocked { setIdleAlarm() }
    guard let held = typedAhead else { return }
    typedAhead = nil
    held.forEach(handle)
  }

  private func ring(_ alarm: Alarm) {
    switch alarm {
    case .drafts: saveDrafts()
    case .others: glance()
    case .idle: handle(.idleTooLong)
    case .minute:
      setMinuteAlarm()
      handle(.clockMoved)
    }
  }

  private func obey(_ signals: Signals) {
    if let ending = signals.ending {
      end(code: 128 + ending)
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
    handle(.windowResized(size))
  }

  private func forget() {
    painter.forget()
    mayDiffer = true
  }

  private func showAgain() {
    remeasure()
    handle(.resumed)
  }

  private func suspend() {
    saveDrafts()
    console.suspend()
    // What stopped and started us has been dealt with; a request to end has not.
    let arrived = Signals(bits: cs_signals_take())
    if let ending = arrived.ending { end(code: 128 + ending) } else { showAgain() }
  }

  // MARK: Time

  private func postponeIdleness() {
    lastTouch = LiveClock.uptime
    setIdleAlarm()
  }

  /// The school's own norm is known once it is open, and a colleague may change it.
  private func setIdleAlarm() {
    alarms.set(.idle, at: lastTouch + Int64(state.minutesUntilLock) * 60_000)
  }

  private func setMinuteAlarm() {
    alarms.set(.minute, at: LiveClock.uptime + (60 - LiveClock.now.seconds % 60) * 1000)
  }

  private func glance() {
    alarms.set(.others, at: LiveClock.uptime + Self.glanceInterval)
    // A slow share must not pile up glances.
    guard state.session != nil, !state.isLocked, worker.isIdle else { return }
    ask(.lookForOthers)
  }

  // MARK: What must be done

  private func perform(_ effect: Effect) {
    switch effect {
    case .openSchool(let login, let passphrase): ask(.open(login: login, passphrase: passphrase))
    case .reread: ask(.reread)
    case .commit(let edit, let token): ask(.commit(edit, token))
    case .loadRecorded(let day): ask(.loadRecorded(day))
    case .checkFiles: ask(.checkFiles)
    case .putBack(let place, let token): ask(.putBack(place, token))
    case .saveDraft(let draft):
      unsaved[draft.key] = draft
      alarms.setIfQuiet(.drafts, at: LiveClock.uptime + Self.draftDelay)
    case .discardDraft(let key):
      unsaved[key] = nil
      ask(.discardDraft(key))
    case .listDrafts:
      saveDrafts()
      ask(.listDrafts)
    case .openEditor(let text, let token): openEditor(text, token)
    case .journal(let note): ask(.journal(note))
    case .openEmergencyCard(let pupil, let token): ask(.openEmergencyCard(pupil: pupil, token))
    case .writeDocument(let document, let token): ask(.writeDocument(document, token))
    case .lockNow:
      saveDrafts()
      ask(.lock)
    case .suspend: suspend()
    case .redraw: forget()
    case .quit(let code): exitCode = exitCode ?? code
    }
  }

  private func ask(_ errand: Errand) {
    worker.ask { clerk, _ in clerk(errand) }
  }

  private func saveDrafts() {
    alarms.cancel(.drafts)
    for draft in unsaved.values { ask(.saveDraft(draft)) }
    unsaved = [:]
  }

  private func openEditor(_ text: String, _ token: Token) {
    guard configuration.allowsEditor else { return handle(.editorFailed(token, .editorNotAllowed)) }
    saveDrafts()
    let editor = TextEditor(environment: configuration.variable)
    let answer: Message
    do throws(TextEditor.Failure) {
      let edited = try editor.edit(text) { command in
        console.lend { Child.runInForeground(command, signals: signals) }
      }
      answer = .editorClosed(token, text: edited)
    } catch {
      answer = .editorFailed(token, error.told)
    }
    forget()
    postponeIdleness()
    handle(answer)
    // The child's signals were only noted while it ran.
    obey(Signals(bits: cs_signals_take()))
    remeasure()
  }

  // MARK: The end

  /// Ends because the system says so: the state may still keep what was typed, but not refuse.
  private func end(code: Int32) {
    guard exitCode == nil else { return }
    exitCode = code
    handle(.endRequested)
  }

  /// Lets what was asked be finished, as long as that is reasonable.
  ///
  /// A window that closes asks twice, once as a hang-up of the line and once as a signal: no second request may cost what
  /// was typed last.
  private func finish() {
    saveDrafts()
    let deadline = LiveClock.uptime + Self.longestEnd
    while !worker.isIdle, LiveClock.uptime < deadline {
      let woken = waiter.wait(until: deadline, forKeys: false)
      if woken.signals { _ = cs_signals_take() }
      if woken.work { _ = worker.takeOutcomes() }
    }
    if worker.isIdle { worker.close() }
    waiter.close()
  }
}

extension TextEditor.Failure {
  /// The same in the words of the state.
  fileprivate var told: Failure {
    switch self {
    case .noMemoryFolder: .editorNotAllowed
    case .missing: .editorMissing
    case .ended, .unreadable: .other(Texts.editorFailed)
    }
  }
}
