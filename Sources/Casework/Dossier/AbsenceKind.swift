/// Why a pupil was not at school.
public enum AbsenceKind: String, ChoiceKind {
  case unknown = "onbekend"
  case ill = "ziek"
  case medicalVisit = "arts"
  case leave = "verlof"
  case tradeHoliday = "vakantieBeroep"
  case religiousDuty = "religieus"
  case suspension = "schorsing"
  case closure = "gesloten"
  case fiveYearOld = "vijfjarige"
  case late = "teLaat"
  case unauthorised = "ongeoorloofd"
  case holidayWithoutLeave = "vakantieZonderVerlof"
  case waitingForPlace = "wachtOpPlaats"

  public var label: String {
    switch self {
    case .unknown: "nog onbekend"
    case .ill: "ziek"
    case .medicalVisit: "arts"
    case .leave: "verlof"
    case .tradeHoliday: "vakantie door beroep van ouders"
    case .religiousDuty: "religieuze plicht"
    case .suspension: "geschorst"
    case .closure: "school gesloten"
    case .fiveYearOld: "vrijstelling vijfjarige"
    case .late: "te laat"
    case .unauthorised: "ongeoorloofd"
    case .holidayWithoutLeave: "vakantie zonder verlof"
    case .waitingForPlace: "thuis, wacht op een plaats"
    }
  }

  /// Whether there is a valid reason by the kind alone; nothing where that is not known yet.
  ///
  /// Lpw 11 names the valid reasons. Waiting at home for a place is none: the school must report it.
  public var standing: AbsenceStanding {
    switch self {
    case .unknown: .unknown
    case .ill, .medicalVisit, .leave, .tradeHoliday, .religiousDuty, .suspension, .closure, .fiveYearOld: .authorised
    case .late, .unauthorised, .holidayWithoutLeave, .waitingForPlace: .unauthorised
    }
  }
}

/// How an absence counts before the Leerplichtwet.
public enum AbsenceStanding: String, CaseIterable, Sendable {
  case authorised = "geoorloofd"
  case unauthorised = "ongeoorloofd"
  case unknown = "onbekend"
}
