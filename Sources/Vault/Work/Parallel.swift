import CSystem

/// Runs a piece of work on both halves of a list at once, the second one on a thread of its own.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (ArraySlice<Item>) throws(VaultError) -> Result
) throws(VaultError) -> [Result] {
  guard items.count >= 16 else { return [try work(items[...])] }
  let half = items.count / 2
  let task = Task(items[half...], work)
  var thread: UInt = 0
  let context = Unmanaged.passUnretained(task).toOpaque()
  let run: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
    guard let context else { return }
    Unmanaged<Runnable>.fromOpaque(context).takeUnretainedValue().run()
  }
  guard cs_thread_start(run, context, &thread) == 0 else { return [try work(items[...])] }
  let first = outcomeOf { () throws(VaultError) in try work(items[..<half]) }
  cs_thread_join(thread)
  return [try first.get(), try task.outcome.get()]
}

private func outcomeOf<Value>(_ body: () throws(VaultError) -> Value) -> Result<Value, VaultError> {
  do { return .success(try body()) } catch { return .failure(error) }
}

private class Runnable {
  func run() {}
}

/// A piece of work for another thread; its outcome is read only after that thread was joined.
private final class Task<Item: Sendable, Value: Sendable>: Runnable {
  private let items: ArraySlice<Item>
  private let work: @Sendable (ArraySlice<Item>) throws(VaultError) -> Value
  private(set) var outcome: Result<Value, VaultError> = .failure(.keepsMoving)

  init(_ items: ArraySlice<Item>, _ work: @escaping @Sendable (ArraySlice<Item>) throws(VaultError) -> Value) {
    self.items = items
    self.work = work
  }

  override func run() {
    outcome = outcomeOf { () throws(VaultError) in try work(items) }
  }
}
