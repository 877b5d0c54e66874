import CSystem
import Glibc
import Synchronization

/// A thread that does slow work one job at a time, in the order in which it was asked, on a state that no other thread
/// touches.
///
/// What comes out waits in a queue, and ``outcomes`` becomes readable.
final class Worker<State, Outcome: Sendable>: Sendable {
  /// A job: it may take long, and looks at ``Cancellation`` where it can stop halfway.
  typealias Job = @Sendable (inout State, Cancellation) -> [Outcome]

  private struct Queue: Sendable {
    var jobs: [(number: Int, job: Job, cancellation: Cancellation)] = []
    var running: (number: Int, cancellation: Cancellation)?
    var done: [Outcome] = []
    var lastNumber = 0
    var isClosed = false
  }

  /// To poll; readable while there are outcomes.
  let outcomes: Int32
  private let asked: Int32
  private let queue = Mutex(Queue())
  private let thread = Mutex<UInt?>(nil)

  /// Starts the thread; the state is made on it.
  init(_ makeState: @escaping @Sendable () -> State) {
    outcomes = cs_event_open()
    asked = cs_semaphore_open()
    let box = Unmanaged.passRetained(ThreadMain { [self] in run(makeState()) })
    var handle: UInt = 0
    let failure = cs_thread_start(
      { context in
        guard let context else { return }
        Unmanaged<ThreadMain>.fromOpaque(context).takeRetainedValue().body()
      }, box.toOpaque(), &handle)
    precondition(failure == 0, "no thread to be had")
    let started = handle
    thread.withLock { $0 = started }
  }

  /// Asks for a job; the number is for ``cancel(_:)``.
  @discardableResult
  func ask(_ job: @escaping Job) -> Int {
    let number = queue.withLock { queue in
      queue.lastNumber += 1
      queue.jobs.append((queue.lastNumber, job, Cancellation()))
      return queue.lastNumber
    }
    cs_event_signal(asked)
    return number
  }

  /// Takes back a job that has not begun; tells one that runs to stop.
  func cancel(_ number: Int) {
    queue.withLock { queue in
      queue.jobs.removeAll { $0.number == number }
      if queue.running?.number == number { queue.running?.cancellation.cancel() }
    }
  }

  /// Takes what came out so far.
  func takeOutcomes() -> [Outcome] {
    cs_event_take(outcomes)
    return queue.withLock { queue in
      defer { queue.done = [] }
      return queue.done
    }
  }

  /// Whether nothing is asked and nothing runs.
  var isIdle: Bool { queue.withLock { $0.jobs.isEmpty && $0.running == nil } }

  /// Lets the jobs asked so far finish, and ends the thread.
  func close() {
    queue.withLock { $0.isClosed = true }
    cs_event_signal(asked)
    let handle = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    guard let handle else { return }
    cs_thread_join(handle)
    Glibc.close(asked)
    Glibc.close(outcomes)
  }

  private func run(_ initial: State) {
    var state = initial
    while true {
      cs_event_take(asked)
      let next = queue.withLock { queue -> (number: Int, job: Job, cancellation: Cancellation)? in
        guard !queue.jobs.isEmpty else { return nil }
        let job = queue.jobs.removeFirst()
        queue.running = (job.number, job.cancellation)
        return job
      }
      if let next {
        let results = next.job(&state, next.cancellation)
        queue.withLock { queue in
          queue.running = nil
          queue.done += results
        }
        cs_event_signal(outcomes)
      } else if queue.withLock({ $0.isClosed }) {
        return
      }
    }
  }
}

/// Whether a job is still wanted.
final class Cancellation: Sendable {
  private let cancelled = Atomic(false)

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
  func cancel() { cancelled.store(true, ordering: .relaxed) }
}

/// What a thread runs, as C can carry it.
private final class ThreadMain {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}
