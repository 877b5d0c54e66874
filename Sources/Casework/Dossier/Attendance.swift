/// An agreed timetable for one pupil, shorter than that of the group.
public struct IndividualTimetableFields: RecordFields {
  public static let declared = IndividualTimetableFields()
  public static let name = "eigenRooster"
  public static let title = "Eigen rooster"

  public let from = Field<CivilDate>("van", "Vanaf", "§3.8", .required, together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", "§3.8", together: "periode")
  public let periods = Field<[Record<PeriodFields>]>(
    "lestijden", "Lestijden", "§3.8; Lpw 21", hint: "Wanneer de leerling er volgens afspraak is.", .required)
  public let basis = Field<Choice<IndividualTimetableBasis>>("grond", "Waarom", "§3.8")
  public let goal = Field<String>("doel", "Doel", "§3.8", .long)
  public let parentsAgreedOn = Field<CivilDate>("oudersAkkoordOp", "Ouders akkoord op", "§3.8", .happened)
  public let inspectorateConsultedOn = Field<CivilDate>(
    "inspectieOp", "Overlegd met de inspectie op", "§3.8", .happened)
  public let returnOn = Field<CivilDate>("terugOp", "Weer volledig naar school op", "§3.8", hint: "Zoals afgesproken.")
  public let returnedOn = Field<CivilDate>(
    "teruggekeerdOp", "Teruggekeerd op", "§3.8", hint: "Zoals het ging.", .happened)
}

/// Why a pupil comes to school for fewer hours than the group.
public enum IndividualTimetableBasis: String, ChoiceKind {
  case buildingUp = "opbouw"
  case medical = "medisch"
  case customised = "maatwerk"
  case fiveYearOld = "vijfjarige"
  case other = "anders"

  public var label: String {
    switch self {
    case .buildingUp: "opbouw na verzuim"
    case .medical: "medische reden"
    case .customised: "maatwerk in onderwijstijd, met de inspectie"
    case .fiveYearOld: "vrijstelling vijfjarige"
    case .other: "anders"
    }
  }
}

/// Teaching at a distance for a pupil who cannot come to school; it counts as presence only where it meets every criterion.
public struct DistanceLearningFields: RecordFields {
  public static let declared = DistanceLearningFields()
  public static let name = "afstandsonderwijs"
  public static let title = "Afstandsonderwijs"

  public let from = Field<CivilDate>("van", "Vanaf", "§3.8", .required, together: "periode")
  public let until = Field<CivilDate>(
    "tot", "Tot en met", "§3.8", hint: "Altijd tijdelijk.", together: "periode")
  public let periods = Field<[Record<PeriodFields>]>(
    "lestijden", "Lestijden", "§3.8", hint: "Leeg: alle uren van het rooster.")
  public let goal = Field<String>("doel", "Doel", "§3.8", hint: "Altijd: terug naar school.", .long)
  public let returnOn = Field<CivilDate>("terugOp", "Terug naar school op", "§3.8", hint: "Zoals afgesproken.")
  public let boardIsResponsible = Field<Bool>(
    "bevoegdGezag", "Bestuur is verantwoordelijk", "§3.8",
    hint: "Het bestuur staat in voor hoe het is gepland en wordt gegeven.")
  public let teacherCanIntervene = Field<Bool>(
    "leraarKanIngrijpen", "Leraar kan helpen", "§3.8", hint: "Een bevoegde leraar, tijdens de les.")
  public let participationIsChecked = Field<Bool>(
    "deelnameGezien", "Leraar ziet toe op deelname", "§3.8")
  public let councilConsentedOn = Field<CivilDate>("mrAkkoordOp", "Instemming van de MR op", "§3.8", .happened)
  public let inspectorateConsultedOn = Field<CivilDate>(
    "inspectieOp", "Afgestemd met de inspectie op", "§3.8", .happened)
  public let kindOtherwise = Field<Choice<AbsenceKind>>(
    "andersSoort", "Anders telt het als", "§3.8", hint: "Het soort verzuim zolang het niet aan alle eisen voldoet.")
  public let returnedOn = Field<CivilDate>(
    "teruggekeerdOp", "Teruggekeerd op", "§3.8", hint: "Zoals het ging.", .happened)
}
