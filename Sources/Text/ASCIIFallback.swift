extension String {
  /// The text in ASCII alone, for terminals that know nothing else.
  ///
  /// Accents go, letters and signs are spelled out, the rest becomes a question mark. Line breaks stay.
  public var ascii: String {
    let text = sanitized(.multiline)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += asciiText(of: $1) }
  }
}

extension DisplayCell {
  /// What stands for it in ASCII: exactly as many characters as it has columns.
  public var ascii: String {
    if let sign = signs[text] { return String(sign.prefix(1)).fitted(toWidth: width) }
    let letters = text.first.map(asciiText) ?? "?"
    // A wide character that has a spelling is the full-width form of a plain one.
    return letters == "?" ? String(repeating: "?", count: width) : String(letters.prefix(1)).padded(toWidth: width)
  }
}

/// A grapheme in ASCII.
private func asciiText(of character: Character) -> String {
  if character.isASCII { return String(character) }
  if let sign = signs[String(character)] { return sign }
  if let scalar = character.unicodeScalars.first, let line = lineSign(scalar) { return line }
  let letters = String(character).unaccented(spelling: plainLetters)
  return !letters.isEmpty && letters.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) ? letters : "?"
}

/// The lines and corners of boxes, and blocks.
private func lineSign(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "═": "="
  case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "╴", "╶", "╸", "╺", "╼", "╾": "-"
  case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
  case "╱": "/"
  case "╲": "\\"
  case "╳": "X"
  case "\u{2500}"..."\u{257F}": "+"
  case "▁": "_"
  case "▂", "░": "."
  case "▃", "▒": ":"
  case "▄": "-"
  case "▅": "="
  case "▆": "+"
  case "▇": "*"
  case "▍", "▎", "▏", "▕": "|"
  case "\u{2580}"..."\u{259F}": "#"
  default: nil
  }
}

/// Signs in ASCII; where there is room for one character only, the first one must do.
private let signs: [String: String] = [
  "…": "...", "‼": "!!", "€": "EUR", "£": "GBP", "§": "par.", "©": "(c)", "®": "(r)", "™": "(tm)", "°": "o", "·": ".",
  "•": "*", "●": "*", "○": "o", "◌": "o", "■": "#", "□": "o", "▶": ">", "▸": ">", "►": ">", "◀": "<", "◂": "<",
  "◄": "<",
  "▲": "^", "▴": "^", "▼": "v", "▾": "v", "◆": "*", "◇": "o", "★": "*", "☆": "*", "✓": "v", "✔": "v", "✗": "x",
  "✘": "x",
  "☐": "o", "☑": "v", "☒": "x", "→": "->", "←": "<-", "↑": "^", "↓": "v", "↔": "<>", "↵": "<-", "⏎": "<-", "⇥": "->",
  "⌫": "<-", "⚠": "!", "×": "x", "÷": "/", "±": "+/-", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "–": "-",
  "—": "-", "‐": "-", "‑": "-", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⁄": "/", "¡": "!", "¿": "?", "\u{FFFD}": "?",
]
