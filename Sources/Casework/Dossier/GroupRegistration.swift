/// The file groepen/<id>/<schooljaar>.json: on which days a group's absence was registered.
public struct GroupRegistrationFields: RecordFields {
  public static let declared = GroupRegistrationFields()
  public static let name = "groepsregistratie"
  public static let title = "Registratie van een groep"

  public let days = ListField<RegisteredDayFields>("dagen", "Geregistreerde dagen", "§3.8")
}

/// One day on which the teacher said: everybody not marked was present.
public struct RegisteredDayFields: RecordFields {
  public static let declared = RegisteredDayFields()
  public static let name = "geregistreerdeDag"
  public static let title = "Geregistreerde dag"

  public let day = Field<CivilDate>("dag", "Dag", "§3.8", .required)
}

extension Record where Fields == GroupRegistrationFields {
  /// The days that were registered and not taken back.
  public var registeredDays: Set<CivilDate> { Set(self.days.compactMap(\.day)) }
}
