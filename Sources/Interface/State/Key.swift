/// A key as the terminal reports it.
public enum Key: Hashable, Sendable {
  /// A printable character, in NFC.
  case character(Character)
  /// Ctrl with a letter, `a` to `z`.
  case control(Character)
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// Left and right with Ctrl or Alt.
  case wordLeft, wordRight
}
