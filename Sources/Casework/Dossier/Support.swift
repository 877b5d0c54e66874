/// The tab Ondersteuning.
public struct SupportFields: RecordFields {
  public static let declared = SupportFields()
  public static let name = "ondersteuning"
  public static let title = "Ondersteuning"
}
