/// The tab Overgang.
public struct TransitionFields: RecordFields {
  public static let declared = TransitionFields()
  public static let name = "overgang"
  public static let title = "Overgang"
}
