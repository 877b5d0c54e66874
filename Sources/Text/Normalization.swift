import CUtf8proc

extension String {
  /// The text with letters and their accents composed (Unicode's NFC), as files and screens hold it.
  public var nfc: String {
    // No character below U+0300 composes with another one, and its first byte is the first from 0xCC on.
    utf8.allSatisfy { $0 < 0xCC } ? self : mapped(UTF8PROC_COMPOSE)
  }

  /// The text as it is searched for: small letters without accents, ligatures and special letters spelled out, quotes,
  /// dashes and spaces in their plain form.
  public var folded: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "`") }) { return lowercased() }
    return unaccented(UTF8PROC_CASEFOLD, UTF8PROC_LUMP, UTF8PROC_STRIPCC, spelling: plainLetters)
  }

  /// The text without accents, with what remains spelled in letters that need none.
  func unaccented(_ options: utf8proc_option_t..., spelling: [Unicode.Scalar: String]) -> String {
    let stripping = [UTF8PROC_COMPAT, UTF8PROC_DECOMPOSE, UTF8PROC_STRIPMARK, UTF8PROC_IGNORE] + options
    // Before, since some fall apart into a space (´); after, since some only then come to light (Ǿ).
    return spelled(spelling).mapped(stripping).spelled(spelling)
  }

  private func spelled(_ spelling: [Unicode.Scalar: String]) -> String {
    guard unicodeScalars.contains(where: { spelling[$0] != nil }) else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      if let letters = spelling[scalar] { result += letters } else { result.unicodeScalars.append(scalar) }
    }
  }

  private func mapped(_ options: utf8proc_option_t...) -> String {
    mapped(options)
  }

  private func mapped(_ options: [utf8proc_option_t]) -> String {
    let flags = utf8proc_option_t(options.reduce(UTF8PROC_STABLE.rawValue) { $0 | $1.rawValue })
    var copy = self
    return copy.withUTF8 { bytes in
      var needed = bytes.count
      // The second round has room for what the first one said that it needs.
      for _ in 0..<2 {
        var points = [Int32](repeating: 0, count: needed + 1)
        let count = utf8proc_decompose(bytes.baseAddress, bytes.count, &points, needed, flags)
        guard count >= 0 else { return nil }
        guard count <= needed else {
          needed = count
          continue
        }
        let length = utf8proc_reencode(&points, count, flags)
        guard length >= 0 else { return nil }
        return points.withUnsafeBytes { String(decoding: $0.prefix(length), as: UTF8.self) }
      }
      return nil
    } ?? self
  }
}

/// Letters that Unicode does not take apart, and quotes in their many forms.
let plainLetters: [Unicode.Scalar: String] = [
  "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ħ": "H", "ħ": "h", "Ŧ": "T",
  "ŧ": "t", "Ŋ": "N", "ŋ": "n", "ı": "i", "ĸ": "k", "Ə": "E", "ə": "e", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe",
  "ß": "ss", "ẞ": "SS", "Þ": "Th", "þ": "th", "Ĳ": "IJ", "ĳ": "ij", "Ŀ": "L", "ŀ": "l", "ŉ": "'n",
  "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʹ": "'", "ʻ": "'", "ʼ": "'", "ʽ": "'",
  "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "″": "\"", "«": "\"", "»": "\"",
]
