import Text

/// Valid consent: the law asks one guardian with custody and no known objection of another; the school's norm, on unless it
/// chose otherwise, asks every one (§3.9; AVG 6, 7).
struct ConsentNorm {
  let asksEveryGuardian: Bool

  /// Nothing where the rule book lacks the number.
  init?(_ norms: Norms, on day: CivilDate) {
    guard let number = norms["toestemming.elkeOuder", on: day] ?? norms["toestemming.elkeOuder"] else { return nil }
    asksEveryGuardian = number != 0
  }

  /// What lacks on a day, by who consented and whether anyone is known to object.
  func shortfall(
    _ circle: GuardianCircle, on day: CivilDate, isContested: Bool, hasConsented: (GuardianCircle.Member) -> Bool
  ) -> Shortfall {
    if isContested { return .rule }
    var isAnyone = false
    var isEveryone = true
    for member in circle.members {
      switch member.custody.hasCustody(on: day) {
      case .no: continue
      case .unknown: isEveryone = false
      case .yes: if hasConsented(member) { isAnyone = true } else { isEveryone = false }
      }
    }
    if !isAnyone { return .rule }
    return asksEveryGuardian && !isEveryone ? .norm : .nothing
  }

  /// What the law and the norm make of it, as a last line.
  static func verdict(_ shortfall: Shortfall) -> [ProofStep] {
    switch shortfall {
    case .nothing: []
    case .norm: [ProofStep("normNietGehaald")]
    case .rule: [ProofStep("wetNietGehaald")]
    }
  }
}

extension String? {
  /// The text as it is compared: folded, with single spaces; nothing where the field is empty.
  var essence: String? {
    guard let text = self else { return nil }
    let folded = text.folded
    if folded.isSpacedOnce { return folded }
    let words = folded.unicodeScalars.split { $0.isSpace }
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
  }

  /// The text, or that nothing was filled in.
  var orNotFilled: ProofValue {
    .text(isBlank ? "niet ingevuld" : self ?? "")
  }
}

extension String {
  /// Whether it is plain letters in words with one space between, as nearly every name is, so that nothing has to be split.
  var isSpacedOnce: Bool {
    var isAfterSpace = true
    for letter in utf8 {
      let isSpace = letter == UInt8(ascii: " ")
      guard letter < 0x7F, letter > UInt8(ascii: " ") || isSpace && !isAfterSpace else { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace
  }
}

extension Unicode.Scalar {
  /// As `Character.isWhitespace`, without looking up what is plain to see.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace
  }
}
