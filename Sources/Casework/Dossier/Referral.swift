/// The tab Verwijzing.
public struct ReferralFields: RecordFields {
  public static let declared = ReferralFields()
  public static let name = "verwijzing"
  public static let title = "Verwijzing"
}
