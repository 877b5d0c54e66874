import CSystem
import Synchronization

/// Does a piece of work for every stretch of a list, on two threads that each take the next stretch when they are done
/// with one.
///
/// What comes out is in the order of the list.
public func inParallel<Item: Sendable, Value: Sendable, Problem: Error>(
  _ items: [Item], _ work: @escaping @Sendable (ArraySlice<Item>) throws(Problem) -> Value
) throws(Problem) -> [Value] {
  guard items.count >= 16 else { return [try work(items[...])] }
  let shared = SharedWork(items, stretch: max(4, items.count / 64), work)
  var thread: UInt = 0
  let context = Unmanaged.passUnretained(shared).toOpaque()
  let run: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
    guard let context else { return }
    Unmanaged<Runnable>.fromOpaque(context).takeUnretainedValue().run()
  }
  // Without a second thread the first one does it all.
  let isHelped = cs_thread_start(run, context, &thread) == 0
  shared.run()
  if isHelped { cs_thread_join(thread) }
  return try shared.values()
}

private class Runnable {
  func run() {}
}

/// The work that threads share; complete when each of them has come back from ``run()``.
private final class SharedWork<Item: Sendable, Value: Sendable, Problem: Error>: Runnable {
  private let items: [Item]
  private let stretch: Int
  private let work: @Sendable (ArraySlice<Item>) throws(Problem) -> Value
  private let next = Atomic(0)
  private let outcomes = Mutex<[Int: Result<Value, Problem>]>([:])

  init(_ items: [Item], stretch: Int, _ work: @escaping @Sendable (ArraySlice<Item>) throws(Problem) -> Value) {
    self.items = items
    self.stretch = stretch
    self.work = work
  }

  override func run() {
    while true {
      let start = next.wrappingAdd(stretch, ordering: .relaxed).oldValue
      guard start < items.count else { return }
      let outcome = outcome(of: items[start..<min(start + stretch, items.count)])
      outcomes.withLock { $0[start] = outcome }
    }
  }

  private func outcome(of part: ArraySlice<Item>) -> Result<Value, Problem> {
    do throws(Problem) { return .success(try work(part)) } catch { return .failure(error) }
  }

  func values() throws(Problem) -> [Value] {
    var values: [Value] = []
    for (_, outcome) in outcomes.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { values.append(try outcome.get()) }
    return values
  }
}
