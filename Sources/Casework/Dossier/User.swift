/// Someone who works with the program.
public struct User: Hashable, Sendable, Identifiable {
  public let id: RecordID
  /// The chosen login name.
  public let login: String
  public let name: String
  public let role: UserRole

  public init(id: RecordID, login: String, name: String, role: UserRole) {
    self.id = id
    self.login = login
    self.name = name
    self.role = role
  }
}

/// What someone does at the school, and so which files they hold keys to.
public enum UserRole: String, ChoiceKind {
  case careCoordinator = "ib"
  case teacher = "leraar"
  case director = "directeur"

  public var label: String {
    switch self {
    case .careCoordinator: "intern begeleider"
    case .teacher: "leraar"
    case .director: "directeur"
    }
  }
}
