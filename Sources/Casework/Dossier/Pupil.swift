/// The tab Leerling.
public struct PupilFields: RecordFields {
  public static let declared = PupilFields()
  public static let name = "leerling"
  public static let title = "Leerling"
}
