/// The tab Aanmelding.
public struct AdmissionFields: RecordFields {
  public static let declared = AdmissionFields()
  public static let name = "aanmelding"
  public static let title = "Aanmelding"
}
