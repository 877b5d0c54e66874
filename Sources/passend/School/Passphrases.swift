import Glibc
import Terminal
import Text
import Vault

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
      if bytes.count > HiddenLine.longest { throw tooLong }
    }
    return normalised(bytes)
  }

  /// Asks on the terminal.
  static func asked(_ question: String) throws(Failure) -> [UInt8] {
    do throws(HiddenLine.Failure) {
      return normalised(try HiddenLine.ask { Output.prompt(question) })
    } catch {
      switch error {
      case .noTerminal:
        throw Failure(
          "Er is een wachtzin nodig en er is geen terminal om hem op te vragen. Geef hem met --wachtwoord-fd.", .usage)
      case .ended: throw Failure("De invoer stopte. Er is niets gedaan.", .usage)
      case .tooLong: throw tooLong
      }
    }
  }

  private static let tooLong = Failure("De wachtzin is langer dan \(HiddenLine.longest) tekens.", .usage)

  /// A new passphrase for somebody, typed twice; one that is too short is asked again.
  static func chosen(for name: String) throws(Failure) -> [UInt8] {
    while true {
      let bytes = try asked("Wachtzin voor \(name):")
      guard bytes.count >= Vault.leastPassphrase else {
        Output.complain("Deze wachtzin is te kort. Neem er een van ten minste \(Vault.leastPassphrase) tekens.")
        continue
      }
      if try asked("Nog een keer:") == bytes { return bytes }
      Output.complain("De twee wachtzinnen zijn niet gelijk. Typ hem opnieuw.")
    }
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
