/// The tab Gesprekken.
public struct ConversationsFields: RecordFields {
  public static let declared = ConversationsFields()
  public static let name = "gesprekken"
  public static let title = "Gesprekken"
}
