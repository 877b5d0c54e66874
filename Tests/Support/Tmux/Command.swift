import CSystem
import Glibc

/// Runs programs for tests, with an environment of the test's own.
public enum Command {
  /// What a program left: its exit code (128 and the signal where one killed it; nothing where it never ran) and what it
  /// wrote to standard output and error.
  public struct Result: Equatable, Sendable {
    public let code: Int32?
    public let output: String
  }

  /// Runs a program to its end.
  ///
  /// It gets these variables and no others, and nothing on standard input.
  public static func run(_ arguments: [String], environment: [String: String]) -> Result {
    let output = cs_memory_file()
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer {
      close(output)
      close(nothing)
    }
    var child: pid_t = 0
    let variables = environment.map { $0.key + "=" + $0.value }
    let failure = withCStrings(arguments) { arguments in
      withCStrings(variables) { cs_spawn_with(arguments, $0, nothing, output, output, &child) }
    }
    guard failure == 0 else { return Result(code: nil, output: String(cString: strerror(failure))) }
    let state = cs_child_state_of(child, 1)
    lseek(output, 0, SEEK_SET)
    return Result(code: state.state == 1 ? state.value : 128 + state.value, output: text(of: output))
  }

  /// What stands in a file, or nothing where it cannot be read.
  public static func text(ofFile path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return text(of: file)
  }

  private static func text(of file: Int32) -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = read(file, &buffer, buffer.count), count > 0 { all += buffer[..<count] }
    return String(decoding: all, as: UTF8.self)
  }

  private static func withCStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return body(&pointers)
  }
}

/// A folder that is gone when the test is done with it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/passend-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder to be had")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    _ = Command.run(["rm", "-rf", path], environment: ["PATH": "/usr/bin:/bin"])
  }
}
