/// All that a user can see of the school at one moment: what screens show and rules judge.
public struct Caseload: Equatable, Sendable {
  public let user: User
  public var school: School
  /// Every pupil on record, in no particular order.
  public var dossiers: [RecordID: Dossier]
  /// What was read, so that an edit can say what it started from.
  public var stored: [Place: Stored]

  public init(
    user: User, school: School, dossiers: [RecordID: Dossier] = [:], stored: [Place: Stored] = [:]
  ) {
    self.user = user
    self.school = school
    self.dossiers = dossiers
    self.stored = stored
  }
}
