/// The tab Verzuim.
public struct AbsenceFields: RecordFields {
  public static let declared = AbsenceFields()
  public static let name = "verzuim"
  public static let title = "Verzuim"
}
