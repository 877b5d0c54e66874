import CSystem
import Glibc

/// The user's own editor for a long text, on a file that lies in memory and is gone afterwards.
struct TextEditor {
  enum Failure: Error, Equatable {
    /// No folder in memory (tmpfs) to be had, so that the text would end up on a disk.
    case noMemoryFolder
    /// Neither the editor that was asked for nor the usual ones are there.
    case missing
    /// It was killed or ended with an error; what was typed before stands.
    case ended
    /// The text is no UTF-8 any more, or the file could not be read or written.
    case unreadable
  }

  /// A text larger than this is not taken back, in bytes.
  private static let largestText = 4 << 20
  private static let usual = ["sensible-editor", "nano", "vim", "vi"]

  /// Values of environment variables, by name.
  let environment: (String) -> String?

  /// Where a file may lie: only where the system keeps it in memory.
  func memoryFolder() -> String? {
    [environment("XDG_RUNTIME_DIR"), "/dev/shm", "/run/user/\(getuid())"].compactMap { $0 }.first {
      $0.hasPrefix("/") && cs_is_in_memory($0) == 1 && access($0, W_OK | X_OK) == 0
    }
  }

  /// Lets the user edit a text.
  ///
  /// `run` gives a program the terminal.
  func edit(_ text: String, run: ([String]) -> Child.End) throws(Failure) -> String {
    guard let memory = memoryFolder() else { throw .noMemoryFolder }
    guard let folder = Self.makeFolder(in: memory) else { throw .unreadable }
    defer { Self.wipe(folder) }
    let path = folder + "/tekst.txt"
    guard Self.write(text.isEmpty ? text : text + "\n", to: path) else { throw .unreadable }
    try runFirst(of: commands(for: path), run)
    guard let bytes = Self.read(path), let edited = String(validating: bytes, as: UTF8.self) else { throw .unreadable }
    // Editors end a file with a newline; the text itself has none.
    return edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }

  /// Runs the first command that exists; a shell exits with 127 where there is none.
  private func runFirst(of commands: [[String]], _ run: ([String]) -> Child.End) throws(Failure) {
    for command in commands {
      let end = run(command)
      if end == .exited(0) { return }
      guard end == .exited(127) else { throw .ended }
    }
    throw .missing
  }

  /// The commands to try, in turn.
  ///
  /// A setting may hold options, so a shell takes it apart, as git does.
  private func commands(for path: String) -> [[String]] {
    let wished = [environment("VISUAL"), environment("EDITOR")].compactMap { $0 }.first { !$0.isEmpty }
    return (wished.map { [$0] } ?? Self.usual).map { ["sh", "-c", $0 + " \"$@\"", $0, path] }
  }

  private static func makeFolder(in memory: String) -> String? {
    var template = Array((memory + "/passend-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return Child.writeAll(Array(text.utf8), to: file)
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    guard size >= 0, size <= largestText else { return nil }
    return Child.readFromStart(of: file)
  }

  /// Removes the folder with everything an editor left in it: copies, swap files.
  private static func wipe(_ folder: String) {
    guard let listing = opendir(folder) else { return }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(folder + "/" + name) }
    }
    closedir(listing)
    rmdir(folder)
  }
}
