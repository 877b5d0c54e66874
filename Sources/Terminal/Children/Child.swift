import CSystem
import Glibc

/// Another program, started without a shell of its own in between.
enum Child {
  /// How it ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It never started; the number is an errno.
    case notStarted(Int32)
  }

  /// Runs a program that gets the terminal, until it ends.
  ///
  /// When it is stopped (^Z), so are we, and it goes on with us.
  ///
  /// A signal that asks us to end is passed on to it; it stays noted for the loop.
  static func runInForeground(_ arguments: [String], signals: Int32) -> End {
    var child: pid_t = 0
    let failure = withArguments(arguments) { cs_spawn($0, -1, -1, -1, &child) }
    guard failure == 0 else { return .notStarted(failure) }
    cs_signals_for_child(1)
    defer { cs_signals_for_child(0) }
    while true {
      let state = cs_child_state_of(child, 0)
      switch state.state {
      case 0: waitForSignal(signals, passingOnTo: child)
      case 1: return .exited(state.value)
      case 2: return .killed(signal: state.value)
      case 3:
        kill(getpid(), SIGSTOP)
        kill(child, SIGCONT)
      default: return .notStarted(ECHILD)
      }
    }
  }

  private static func waitForSignal(_ signals: Int32, passingOnTo child: pid_t) {
    var waiting = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, -1) > 0 else { return }
    guard let ending = Signals(bits: cs_signals_peek()).ending else { return }
    kill(child, ending)
  }

  /// Runs a program without a terminal, gives it `input` and returns what it wrote to standard output and error.
  ///
  /// It blocks until the program ends; only for the worker.
  static func run(_ arguments: [String], input: [UInt8] = []) -> (end: End, output: [UInt8]) {
    let source = cs_memory_file()
    let sink = cs_memory_file()
    defer {
      close(source)
      close(sink)
    }
    guard source >= 0, sink >= 0, writeAll(input, to: source) else { return (.notStarted(EIO), []) }
    lseek(source, 0, SEEK_SET)
    var child: pid_t = 0
    let failure = withArguments(arguments) { cs_spawn($0, source, sink, sink, &child) }
    guard failure == 0 else { return (.notStarted(failure), []) }
    var state = cs_child_state_of(child, 1)
    while state.state == 3 { state = cs_child_state_of(child, 1) }
    let output = readFromStart(of: sink)
    switch state.state {
    case 1: return (.exited(state.value), output)
    case 2: return (.killed(signal: state.value), output)
    default: return (.notStarted(ECHILD), output)
    }
  }

  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  static func readFromStart(of file: Int32) -> [UInt8] {
    lseek(file, 0, SEEK_SET)
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }

  private static func withArguments<Result>(
    _ arguments: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return body(&pointers)
  }
}
