import Glibc

/// Where the bytes of an import come from, in pieces.
public struct ByteSource {
  /// Fills the start of the buffer and tells how many bytes it put there; 0 is the end.
  public let read: (UnsafeMutableRawBufferPointer) throws(EdexError) -> Int

  public init(read: @escaping (UnsafeMutableRawBufferPointer) throws(EdexError) -> Int) {
    self.read = read
  }

  /// Bytes that are in memory already.
  public init(bytes: [UInt8]) {
    var rest = bytes[...]
    self.init { (buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int in
      let piece = rest.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
  }

  /// Fills the whole buffer unless the end comes first.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int {
    var count = 0
    while count < buffer.count {
      let more = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      guard more > 0 else { break }
      count += more
    }
    return count
  }
}

/// A file that is open for reading, closed when the last use of it ends.
final class OpenFile {
  private let descriptor: Int32
  /// In bytes; nothing for what is no regular file, such as a pipe.
  let size: Int?

  init(path: String) throws(EdexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw EdexError(Self.problem(of: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let problem = Self.problem(of: errno)
      close(descriptor)
      throw EdexError(problem)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw EdexError(.isFolder)
    }
    self.descriptor = descriptor
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw EdexError(Self.problem(of: errno)) }
    }
  }

  private static func problem(of code: Int32) -> EdexProblem {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM: .notAllowed
    case EISDIR: .isFolder
    default: .cannotRead(code: code)
    }
  }
}
