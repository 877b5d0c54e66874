import Glibc
import Synchronization
import Testing

@testable import Terminal

@Suite("The worker")
struct WorkerTests {
  /// Waits for so many outcomes; a worker that loses one makes the test fail after ten seconds.
  private func outcomes<State, Outcome>(_ count: Int, of worker: Worker<State, Outcome>) -> [Outcome] {
    var found: [Outcome] = []
    var waiting = pollfd(fd: worker.outcomes, events: Int16(POLLIN), revents: 0)
    while found.count < count, poll(&waiting, 1, 10_000) > 0 { found += worker.takeOutcomes() }
    return found
  }

  @Test("Does its jobs in the order in which they were asked, on one state")
  func order() {
    let worker = Worker<Int, Int>({ 0 })
    for number in 1...100 {
      worker.ask { state, _ in
        state += number
        return [state]
      }
    }
    #expect(outcomes(100, of: worker) == (1...100).map { $0 * ($0 + 1) / 2 })
    #expect(worker.isIdle)
    worker.close()
  }

  @Test("Closing lets everything that was asked finish")
  func closing() {
    let count = Shared()
    let worker = Worker<Void, Int>({})
    for _ in 0..<50 {
      worker.ask { _, _ in
        count.number.add(1, ordering: .relaxed)
        return []
      }
    }
    worker.close()
    #expect(count.number.load(ordering: .relaxed) == 50)
  }

  @Test("A job that has not begun can be taken back, one that runs is told to stop")
  func cancelling() {
    let began = Shared()
    let worker = Worker<Void, String>({})
    let running = worker.ask { _, cancellation in
      began.number.add(1, ordering: .releasing)
      while !cancellation.isCancelled { sched_yield() }
      return ["stopped"]
    }
    let waiting = worker.ask { _, _ in ["never"] }
    worker.ask { _, _ in ["last"] }
    while began.number.load(ordering: .acquiring) == 0 { sched_yield() }
    worker.cancel(waiting)
    worker.cancel(running)
    #expect(outcomes(2, of: worker) == ["stopped", "last"])
    worker.close()
  }

  @Test("No signal but a crash reaches it, so that none cuts a save short")
  func signals() {
    let worker = Worker<Void, Bool>({})
    worker.ask { _, _ in
      var blocked = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &blocked)
      return [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGSEGV].map { sigismember(&blocked, $0) == 1 }
    }
    #expect(outcomes(5, of: worker) == [true, true, true, true, false])
    worker.close()
  }
}

private final class Shared: Sendable {
  let number = Atomic(0)
}
