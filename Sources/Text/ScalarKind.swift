import CUtf8proc

/// What a single Unicode scalar does on a screen.
enum ScalarKind: Equatable {
  /// Stands by itself, one or two cells wide.
  case spacing(width: Int)
  /// Sits on the character before it.
  case mark
  /// Breaks a line: LF, CR and their kin.
  case lineBreak
  case tab
  /// Shows nothing and may go: a soft hyphen, a zero-width space, a direction mark.
  case invisible
  /// Commands the terminal or reorders the line.
  case control
  /// Something whose width terminals do not agree on.
  case unsure
}

extension ScalarKind {
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case " "..."~": self = .spacing(width: 1)
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": self = .lineBreak
    case "\t": self = .tab
    case "\u{AD}", "\u{61C}", "\u{180E}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}"..."\u{2064}", "\u{FEFF}",
      "\u{E0000}"..."\u{E007F}":
      self = .invisible
    default: self = Self.general(scalar)
    }
  }

  private static func general(_ scalar: Unicode.Scalar) -> ScalarKind {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control: return .control
    // Both joiners shape letters and do no harm by themselves; a screen cannot tell how wide what they join is.
    case .format: return scalar == "\u{200C}" || scalar == "\u{200D}" ? .unsure : .control
    case .nonspacingMark, .enclosingMark: return isKnown(properties) && width(scalar) == 0 ? .mark : .unsure
    case .spacingMark, .privateUse, .unassigned, .surrogate: return .unsure
    case .spaceSeparator: return .spacing(width: scalar == "\u{3000}" ? 2 : 1)
    default:
      let width = width(scalar)
      let isSure = isKnown(properties) && (1...2).contains(width) && !isDisputed(scalar)
      return isSure ? .spacing(width: width) : .unsure
    }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    Int(utf8proc_charwidth(Int32(scalar.value)))
  }

  /// Whether the oldest C library that the program runs on (Unicode 14) has heard of it.
  private static func isKnown(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.age.map { $0.major <= 14 } ?? false
  }

  /// Flags, skin tones, parts of Hangul syllables, and the signs that one table calls narrow and another wide.
  private static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{1F1E6}"..."\u{1F1FF}", "\u{1F3FB}"..."\u{1F3FF}", "\u{1100}"..."\u{11FF}", "\u{A960}"..."\u{A97C}",
      "\u{D7B0}"..."\u{D7FB}", "\u{3248}"..."\u{324F}", "\u{4DC0}"..."\u{4DFF}", "\u{115F}", "\u{3164}", "\u{FFA0}":
      true
    default: false
    }
  }
}
