/// The tab Onderzoek.
public struct ExaminationFields: RecordFields {
  public static let declared = ExaminationFields()
  public static let name = "onderzoek"
  public static let title = "Onderzoek"
}
