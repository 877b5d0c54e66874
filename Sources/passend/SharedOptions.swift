import ArgumentParser
import Casework

/// What every subcommand understands.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("map")) var folder: String?
  @Flag(name: .customLong("oefen")) var practice = false
  @Flag(name: .customLong("opnieuw")) var afresh = false
  @Option(name: .customLong("als")) var login: String?
  @Option(name: .customLong("wachtwoord-fd")) var passphraseDescriptor: Int32?
  @Option(name: .customLong("op")) var day: String?
  @Flag(name: .customLong("nu-bekend")) var asKnownNow = false
  @Flag(name: .customLong("json")) var json = false
  @Flag(name: .customLong("plain")) var plain = false
  @Option(name: .customLong("thema")) var theme: String?
  @Flag(name: .customLong("ascii")) var ascii = false
  @Flag(name: .customLong("toegankelijk")) var accessible = false
  @Flag(name: [.customShort("h"), .customLong("hulp"), .customLong("help")]) var help = false

  /// The day that was asked for with `--op`.
  func dayAsked() throws(Failure) -> CivilDate? {
    guard let day else {
      guard !asKnownNow else { throw Failure("--nu-bekend hoort bij --op. Er is niets gedaan.", .usage) }
      return nil
    }
    return try Words.day(day, option: "--op")
  }
}

/// Reads what people type on the command line.
enum Words {
  /// A day as `2026-11-23` or `23-11-2026`.
  static func day(_ text: String, option: String) throws(Failure) -> CivilDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDutch = parts.count == 3 && parts[2].count == 4
    let iso = isDutch ? [parts[2], padded(parts[1]), padded(parts[0])].joined(separator: "-") : text
    guard let date = CivilDate(iso: iso) else {
      throw Failure("\(option): «\(text)» is geen dag. Typ bijvoorbeeld 2026-11-23.", .usage)
    }
    return date
  }

  private static func padded(_ digits: Substring) -> Substring { digits.count == 1 ? "0" + digits : digits }

  /// A word of a fixed list; the option is named where there was one.
  static func choice<Kind: ChoiceKind>(
    _ text: String, option: String? = nil, _ kind: Kind.Type
  ) throws(Failure) -> Kind {
    guard let choice = Kind(rawValue: text) else {
      let words = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      let start = option.map { $0 + ": " } ?? ""
      throw Failure("\(start)«\(text)» ken ik niet. Kies uit: \(words).", .usage)
    }
    return choice
  }
}
