/// The tab Toestemming.
public struct ConsentFields: RecordFields {
  public static let declared = ConsentFields()
  public static let name = "toestemmingen"
  public static let title = "Toestemming"
}
