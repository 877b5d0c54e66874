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
    _ circle: GuardianCircle, on day: CivilDate, isContested: Bool, hasConsented: (Guardian) -> Bool
  ) -> Shortfall {
    let holders = circle.holders(on: day)
    let consenting = holders.filter(hasConsented)
    if isContested || consenting.isEmpty { return .rule }
    let isEveryone = consenting.count == holders.count && circle.isCertain(on: day)
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
    let words = text.folded.unicodeScalars.split { $0.isSpace }
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
  }

  /// The text, or that nothing was filled in.
  var orNotFilled: ProofValue {
    .text(isBlank ? "niet ingevuld" : self ?? "")
  }
}

extension Unicode.Scalar {
  /// As `Character.isWhitespace`, without looking up what is plain to see.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace
  }
}
