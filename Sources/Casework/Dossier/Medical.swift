/// The tab Medisch.
public struct MedicalFields: RecordFields {
  public static let declared = MedicalFields()
  public static let name = "medisch"
  public static let title = "Medisch"
}
