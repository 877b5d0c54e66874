/// A whole answer, as somebody gives it who types a line and not key by key.
///
/// It does nothing that keys cannot do.
public enum Answer: Equatable, Sendable {
  /// A command by its name, where the screen that shows has it.
  case command(CommandID)
  /// The cursor to this row of what the screen lists, from 0.
  case row(Int)
  /// All that stands where typing goes, in place of what stood there.
  case text(String)
  /// What the field under the cursor of a form holds of its options, by their places; none empties it.
  case options([Int])
}
