import CSystem
import Glibc

/// The one place where the program waits: for keys, signals, finished work and the clock.
///
/// Waiting costs nothing.
struct Waiter {
  /// What ended a wait; any number of them at once.
  struct Woken: Equatable {
    var input = false
    /// The terminal is gone.
    var hungUp = false
    var signals = false
    var work = false
    var timer = false
  }

  private let input: Int32
  private let signals: Int32
  private let work: Int32
  private let timer: Int32

  /// `work` is the descriptor of a worker; the waiter owns only its timer.
  init(input: Int32, signals: Int32, work: Int32) {
    self.input = input
    self.signals = signals
    self.work = work
    timer = cs_timer_open()
  }

  func close() {
    Glibc.close(timer)
  }

  /// Waits until something happens, or until `moment` on the clock of milliseconds since the machine started; for keys
  /// only where they are wanted.
  func wait(until moment: Int64?, forKeys: Bool = true) -> Woken {
    // A timer at 0 is off, so that a moment long ago must be 1.
    cs_timer_set(timer, moment.map { max($0, 1) } ?? 0)
    var waiting = [forKeys ? input : -1, signals, work, timer].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return Woken() }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    let woken = Woken(
      input: waiting[0].revents & Int16(POLLIN) != 0, hungUp: waiting[0].revents & gone != 0,
      signals: waiting[1].revents != 0, work: waiting[2].revents != 0, timer: waiting[3].revents != 0)
    if woken.timer { cs_event_take(timer) }
    return woken
  }
}
