import Glibc
import Text

/// Reads passphrases: from a file descriptor, or from the terminal without showing them.
enum Passphrases {
  /// One line from an open descriptor, in NFC; the newline is no part of it.
  static func line(from descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0 { throw Failure("Bestandsnummer \(descriptor) is niet te lezen. Er is niets geopend.", .usage) }
      if count == 0 || byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
      if bytes.count > 1024 { throw Failure("De wachtzin is langer dan 1024 tekens.", .usage) }
    }
    return normalised(bytes)
  }

  /// Asks on the terminal.
  static func asked(_ question: String) throws(Failure) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(
        "Deze school is verzegeld en er is geen terminal om een wachtzin op te vragen. Geef hem met --wachtwoord-fd.",
        .usage)
    }
    Output.prompt(question)
    var saved = termios()
    tcgetattr(STDIN_FILENO, &saved)
    var silent = saved
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
      Output.complain("")
    }
    return try line(from: STDIN_FILENO)
  }

  private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).nfc.utf8)
  }
}

extension Output {
  /// Asks something on the error stream, so that it shows when the output goes to a file.
  static func prompt(_ question: String) {
    let bytes = Array((question + " ").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
