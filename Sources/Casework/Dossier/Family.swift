/// The tab Gezin.
public struct FamilyFields: RecordFields {
  public static let declared = FamilyFields()
  public static let name = "gezin"
  public static let title = "Gezin"
}
