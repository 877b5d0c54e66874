import Glibc
import Testing

@testable import Terminal

@Suite("Other programs")
struct ChildTests {
  @Test("Get their input whole and give their output whole, however much it is")
  func filter() {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    let result = Child.run(["cat"], input: text)
    #expect(result.end == .exited(0))
    #expect(result.output == text)
  }

  @Test("Tell how they ended")
  func ends() {
    #expect(Child.run(["sh", "-c", "exit 3"]).end == .exited(3))
    #expect(Child.run(["sh", "-c", "kill -TERM $$"]).end == .killed(signal: SIGTERM))
    #expect(Child.run(["no-such-program-anywhere"]).end == .notStarted(ENOENT))
  }

  @Test("Are not deaf to signals and inherit no file, even when the worker starts them")
  func clean() {
    let spare = dup(STDIN_FILENO)
    defer { close(spare) }
    let worker = Worker<Void, String>({})
    worker.ask { _, _ in
      let script = "grep -E '^Sig(Blk|Ign)' /proc/self/status; ls /proc/self/fd | tr '\\n' ' '"
      return [String(decoding: Child.run(["sh", "-c", script]).output, as: UTF8.self)]
    }
    var waiting = pollfd(fd: worker.outcomes, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 10_000) == 1)
    let seen = worker.takeOutcomes().first ?? ""
    worker.close()
    #expect(seen.contains("SigBlk:\t0000000000000000"))
    let ignored = seen.split(separator: "\n").first { $0.hasPrefix("SigIgn:") }?.suffix(16) ?? "?"
    // The C library keeps 32 and 33 for itself.
    #expect(UInt64(ignored, radix: 16).map { $0 & 0x7FFF_FFFF } == 0, "\(seen)")
    // 3 is the folder that ls itself reads.
    #expect(seen.hasSuffix("0 1 2 3 "), "\(seen)")
  }
}
