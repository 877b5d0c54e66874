import Text

/// A text as search sees it: folded words of letters and digits.
///
/// A word with something in it that is neither (`Anne-Marie`, `d'Angelo`) counts in its parts and joined.
func searchWords(of text: String) -> [[UInt16]] {
  text.folded.split(separator: " ").flatMap { chunk -> [[UInt16]] in
    let parts = chunk.split { !$0.isLetter && !$0.isNumber }.map { Array($0.utf16) }
    return parts.count > 1 ? parts + [Array(parts.joined())] : parts
  }
}

/// What someone typed to find something.
public struct SearchQuery: Sendable {
  let words: [Word]

  struct Word: Sendable {
    let units: [UInt16]
    /// Whether one slip is forgiven: from four letters on, since in shorter words it would match nearly anything.
    let forgives: Bool
    /// A tussenvoegsel before another word: it may be another one in the name, or none.
    let mayLack: Bool
  }

  public init(_ text: String) {
    let texts = text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    words = texts.enumerated().map { index, word in
      Word(
        units: Array(word.utf16), forgives: word.utf16.count >= 4,
        mayLack: index + 1 < texts.count && infixes.contains(word))
    }
  }

  /// Whether there is nothing to look for, so that everything is found.
  public var isEmpty: Bool { words.isEmpty }
}

/// The words that stand before a family name, as Dutch registers and newer names have them.
private let infixes: Set<String> = [
  "aan", "al", "am", "auf", "aus", "ben", "bij", "bin", "binnen", "boven", "d", "da", "dal", "dalla", "das", "de",
  "degli", "dei", "del", "della", "den", "der", "des", "di", "die", "do", "dos", "du", "el", "het", "hof", "im", "in",
  "la", "las", "le", "les", "lo", "los", "lou", "met", "of", "onder", "op", "over", "s", "t", "te", "ten", "ter",
  "thor",
  "tho", "thoe", "to", "toe", "tot", "uijt", "uit", "unter", "van", "ver", "vom", "von", "voor", "vor", "zu", "zum",
  "zur",
]
