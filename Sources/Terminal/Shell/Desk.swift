import CSystem
import Casework
import Glibc
import Interface

/// The state at work, whatever its face: messages go in, effects become work, drafts are kept, the clock is watched.
final class Desk {
  /// Work that only the face can do, since it has the terminal.
  enum FaceWork {
    case openEditor(String, Token)
    case suspend
    case redraw
  }

  private enum Alarm: Hashable { case drafts, others, idle, minute }

  /// How long a draft may wait for more keys, in milliseconds; a crash costs no more typing than this.
  private static let draftDelay: Int64 = 500
  /// How often a glance goes to colleagues' journals, in milliseconds.
  private static let glanceInterval: Int64 = 2000
  /// How long unfinished work may hold up the end, in milliseconds.
  private static let longestEnd: Int64 = 10_000

  private(set) var state: AppState
  private(set) var exitCode: Int32?
  /// Does what only the face can do.
  var onFace: (FaceWork) -> Void = { _ in }
  /// Whether something happened since someone last looked at the state; a glance that finds nothing must cost nothing.
  var mayDiffer = true
  private var configuration: Configuration
  private let worker: Worker<Clerk, Message>
  private let waiter: Waiter
  private var alarms = Alarms<Alarm>()
  /// When something was last typed, in milliseconds since the machine started.
  private var lastTouch = LiveClock.uptime
  private var unsaved: [DraftKey: Draft] = [:]

  init(_ configuration: Configuration, size: Size, isASCII: Bool, signals: Int32) {
    self.configuration = configuration
    worker = Worker(configuration.makeClerk)
    waiter = Waiter(input: STDIN_FILENO, signals: signals, work: worker.outcomes)
    state = AppState(
      environment: Self.firstEnvironment(configuration, isASCII: isASCII), size: size,
      engine: configuration.engine, reference: configuration.reference,
      holidays: configuration.holidays, entrance: configuration.entrance,
      startDay: configuration.startDay)
    alarms.set(.others, at: LiveClock.uptime + Self.glanceInterval)
    setMinuteAlarm()
    postponeIdleness()
  }

  private static func firstEnvironment(_ configuration: Configuration, isASCII: Bool) -> Environment {
    var chance = SystemRandomNumberGenerator()
    return Environment(
      now: LiveClock.now, today: configuration.day ?? LiveClock.today, isASCII: isASCII,
      ids: IDSource(seed: RecordID(high: chance.next(), low: chance.next())))
  }

  /// Logs in whoever need not be asked; false where the screen must ask.
  func logInUnasked() -> Bool {
    guard let login = configuration.login else { return false }
    configuration.login = nil
    ask(.open(login: login.name, passphrase: login.passphrase))
    return true
  }

  // MARK: What happens

  /// Waits for whatever comes first: input where it is wanted, a signal, finished work or the clock.
  func wait(forInput: Bool = true, until moment: Int64? = nil) -> Waiter.Woken {
    waiter.wait(until: [alarms.next, moment].compactMap(\.self).min(), forKeys: forInput)
  }

  /// Brings one message to the state and does what follows from it.
  func handle(_ message: Message) {
    state.environment.now = LiveClock.now
    state.environment.today = configuration.day ?? LiveClock.today
    mayDiffer = true
    for effect in update(&state, message) { perform(effect) }
  }

  /// Whether all that was asked is done; what came out of it is brought to the state first.
  func settle() -> Bool {
    guard worker.isIdle else { return false }
    takeAnswers()
    // An answer may ask for more.
    return worker.isIdle
  }

  /// Brings what the worker finished to the state; tells how many answers that were.
  @discardableResult
  func takeAnswers() -> Int {
    let answers = worker.takeOutcomes()
    for answer in answers {
      handle(answer)
      if state.session != nil, !state.isLocked { setIdleAlarm() }
    }
    return answers.count
  }

  /// Does what the clock asks for by now.
  func ring() {
    for alarm in alarms.take(at: LiveClock.uptime) {
      switch alarm {
      case .drafts: saveDrafts()
      case .others: glance()
      case .idle: handle(.idleTooLong)
      case .minute:
        setMinuteAlarm()
        handle(.clockMoved)
      }
    }
  }

  // MARK: Time

  /// Something was typed.
  func postponeIdleness() {
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
    case .loadPast(let pupil, let day, let token): ask(.loadPast(pupil: pupil, day, token))
    case .weigh(let change, let token): ask(.weigh(change, token))
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
    case .openEditor(let text, let token): onFace(.openEditor(text, token))
    case .journal(let note): ask(.journal(note))
    case .openEmergencyCard(let pupil, let token): ask(.openEmergencyCard(pupil: pupil, token))
    case .writeDocument(let document, let token): ask(.writeDocument(document, token))
    case .lockNow:
      saveDrafts()
      ask(.lock)
    case .suspend: onFace(.suspend)
    case .redraw: onFace(.redraw)
    case .quit(let code): exitCode = exitCode ?? code
    }
  }

  private func ask(_ errand: Errand) {
    worker.ask { clerk, _ in clerk(errand) }
  }

  /// Hands over the drafts that wait for more keys.
  func saveDrafts() {
    alarms.cancel(.drafts)
    for draft in unsaved.values { ask(.saveDraft(draft)) }
    unsaved = [:]
  }

  /// Lets the user's own editor have a text, and the terminal by `lend`.
  func edit(_ text: String, _ token: Token, signals: Int32, lend: (() -> Child.End) -> Child.End) {
    guard configuration.allowsEditor else { return handle(.editorFailed(token, .editorNotAllowed)) }
    saveDrafts()
    let editor = TextEditor(environment: configuration.variable)
    let answer: Message
    do throws(TextEditor.Failure) {
      let edited = try editor.edit(text) { command in
        lend { Child.runInForeground(command, signals: signals) }
      }
      answer = .editorClosed(token, text: edited)
    } catch {
      answer = .editorFailed(token, error.told)
    }
    postponeIdleness()
    handle(answer)
  }

  // MARK: The end

  /// Ends because the system says so: the state may still keep what was typed, but not refuse.
  func end(code: Int32) {
    guard exitCode == nil else { return }
    exitCode = code
    handle(.endRequested)
  }

  /// Lets what was asked be finished, as long as that is reasonable.
  ///
  /// A window that closes asks twice, once as a hang-up of the line and once as a signal: no second request may cost what
  /// was typed last.
  func finish() {
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
