/// The tab OPP.
public struct PlanFields: RecordFields {
  public static let declared = PlanFields()
  public static let name = "opp"
  public static let title = "OPP"
}
