import Synchronization
import Testing

@testable import Vault

@Suite("Working on two threads")
struct ParallelTests {
  private enum Problem: Error, Equatable { case at(Int) }

  @Test(
    "Every item is worked on once, and what comes out is in the order of the list", arguments: [0, 1, 15, 16, 17, 500])
  func order(count: Int) {
    let calls = Mutex<[Int]>([])
    let parts = inParallel(Array(0..<count)) { part in
      calls.withLock { $0 += part }
      return part.map { $0 * 2 }
    }
    #expect(Array(parts.joined()) == (0..<count).map { $0 * 2 })
    #expect(calls.withLock { $0 }.sorted() == Array(0..<count))
  }

  @Test("Of several errors the one that is first in the list is thrown")
  func firstError() {
    #expect(throws: Problem.at(100)) {
      try inParallel(Array(0..<400)) { (part) throws(Problem) -> Int in
        for item in part where item >= 100 { throw .at(item) }
        return part.count
      }
    }
  }
}
