/// How meanings look: the only place that knows colours.
///
/// None means the terminal's own.
public struct Theme: Equatable, Sendable {
  private let looks: [Role: Look]
  /// Whether it has colours at all.
  public let isColoured: Bool

  /// The look of a cell; what is selected is turned around, or stands on a band where there is colour.
  public func look(of style: Style) -> Look {
    var look = looks[style.role] ?? Look()
    if style.isBold { look.isBold = true }
    if style.isSelected { look.isReversed.toggle() }
    return look
  }

  /// For a dark ground.
  public static let dark = Theme(
    looks: [
      .muted: Look(.blue, bright: true), .heading: Look(.cyan, bold: true), .key: Look(.yellow),
      .overdue: Look(.red, bright: true, bold: true), .now: Look(.yellow, bold: true), .good: Look(.green),
      .error: Look(.red, bright: true, bold: true), .input: Look(underlined: true),
      .otherDay: Look(.magenta, bold: true, reversed: true),
    ], isColoured: true)

  /// For a light ground.
  public static let light = Theme(
    looks: [
      .muted: Look(.blue), .heading: Look(.blue, bold: true), .key: Look(.magenta),
      .overdue: Look(.red, bold: true), .now: Look(.magenta, bold: true), .good: Look(.green),
      .error: Look(.red, bold: true), .input: Look(underlined: true),
      .otherDay: Look(.magenta, bold: true, reversed: true),
    ], isColoured: true)

  /// Bold, underline and reverse only.
  public static let mono = Theme(
    looks: [
      .heading: Look(bold: true), .key: Look(bold: true), .overdue: Look(bold: true), .now: Look(bold: true),
      .error: Look(bold: true), .input: Look(underlined: true), .otherDay: Look(bold: true, reversed: true),
    ], isColoured: false)
}

/// A colour of the eight that every colour terminal has.
public enum Colour: Int, CaseIterable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
}

/// Colour and attributes of a cell.
public struct Look: Hashable, Sendable {
  /// None for the terminal's own.
  public var foreground: Colour?
  /// The bright shade, where the terminal has sixteen colours; the plain one elsewhere.
  public var isBright: Bool
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool

  public init(
    _ foreground: Colour? = nil, bright: Bool = false, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false
  ) {
    self.foreground = foreground
    isBright = bright
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
  }
}
