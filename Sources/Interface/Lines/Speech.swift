import Casework
import Text

/// Text of a screen as lines that can be read out: no drawing, no columns, no sign that says nothing aloud.
enum Speech {
  /// The widest line, in cells.
  static let width = 79

  /// The text in words, on one line; empty where it only drew something.
  static func words(_ drawn: String) -> String {
    var spoken = ""
    for sign in drawn.sanitized() { spoken += word(for: sign) ?? String(sign) }
    return days(minutes(joined(spoken)))
  }

  /// The lines in which a text is written out; whatever it holds, they only say words.
  static func lines(_ text: String) -> [String] {
    Wrapped.lines(of: words(text), width: width).map { $0.text.trimmed }
  }

  /// What is said for a sign; nothing for one that stands for itself.
  private static func word(for sign: Character) -> String? {
    if let word = signs[sign] { return word }
    guard let scalar = sign.unicodeScalars.first else { return nil }
    // Frames, bars and arrows at the edge of a list are drawing.
    return (0x2500...0x25FF).contains(scalar.value) ? "" : nil
  }

  private static let signs: [Character: String] = [
    "→": " naar ", "›": "  ", "·": "  ", "•": "- ", "●": "gekozen: ", "○": "", "✓": "", "‼": "te laat ", "…": "...",
    "§": "par. ", "↵": Texts.Lines.open, "–": "-", "«": "\"", "»": "\"", "⌫": "Backspace", "←": "", "↑": "", "↓": "",
  ]

  /// Columns and marks between parts become commas.
  private static func joined(_ text: String) -> String {
    var parts: [String] = []
    var part = ""
    var blanks = 0
    func close() {
      let whole = part.trimmed
      if !whole.isEmpty { parts.append(whole) }
      part = ""
    }
    for sign in text {
      if sign == " " {
        blanks += 1
        continue
      }
      if blanks > 1 { close() } else if blanks == 1 { part.append(" ") }
      blanks = 0
      part.append(sign)
    }
    close()
    return parts.dropFirst().reduce(parts.first ?? "") { text, next in
      text + (text.last.map { ".,:;-".contains($0) } ?? true ? " " : ", ") + next
    }
  }

  /// `15'` as people say it.
  private static func minutes(_ text: String) -> String {
    guard text.contains("'") else { return text }
    var spoken = ""
    let signs = Array(text)
    for (place, sign) in signs.enumerated() {
      let follows = place > 0 && signs[place - 1].isWholeNumber
      let ends = place + 1 == signs.count || !signs[place + 1].isLetter
      spoken += sign == "'" && follows && ends ? " " + Texts.Lines.minutes : String(sign)
    }
    return spoken
  }

  /// `5 d` as people say it.
  private static func days(_ text: String) -> String {
    guard text.contains(" d ") || text.hasSuffix(" d") else { return text }
    let words = text.split(separator: " ")
    return words.enumerated().map { place, word in
      guard word == "d", place > 0, let count = Int(words[place - 1]) else { return String(word) }
      return Texts.Lines.days(count)
    }.joined(separator: " ")
  }

  /// The keys that a sentence names, by the commands that are typed in their place.
  static func withoutKeys(_ sentence: String, on kind: ScreenKind) -> String {
    sentence.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let start = word.prefix { "(".contains($0) }
      let end = String(String(word.reversed().prefix { ").,;:".contains($0) }).reversed())
      let name = word.dropFirst(start.count).dropLast(end.count)
      guard name.first == "^" || (name.first == "F" && name.dropFirst().allSatisfy(\.isNumber) && name.count > 1),
        let command = command(labelled: String(name), on: kind)
      else { return String(word) }
      return start + "\"" + LineCommands.typed(command, on: kind) + "\"" + end
    }.joined(separator: " ")
  }

  private static func command(labelled label: String, on kind: ScreenKind) -> Command? {
    let named = { (command: Command) in command.keys.contains { $0.label == label } }
    return CommandTable.commands(on: kind).first(where: named) ?? CommandTable.all.first(where: named)
  }
}
