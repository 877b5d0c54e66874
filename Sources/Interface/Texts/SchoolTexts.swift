import Casework

extension Texts {
  enum School {
    static let offers = "Aanbod"
    static let testYears = "Toetsjaren"
    static let everyGroup = "elke groep"
    static let unconfirmed = "nog niet bevestigd"
    static let notForTeachers = "De gegevens van de school wijzigt de intern begeleider."
    static let nothingToAdd =
      "Op dit tabblad staat één geheel. e wijzigt het; de checklist staat bij het samenwerkingsverband."
    static let normsElsewhere = "Een norm kiest u bij Normen: druk op g."
    static let loggingIn =
      "Wie kan inloggen, is bij het maken van de school vastgelegd. Dat verandert niet door wat hier staat: een naam of rol wijzigen geeft of neemt geen toegang."
    static let calendarNote =
      "Met n kiest u een vakantie die voor uw regio bekend is, een studiedag, of iets anders. Een vakantie die nog niet is bevestigd, telt mee en wordt zo genoemd."
    static let weighing = "Een ogenblik: de gevolgen voor alle leerlingen worden uitgerekend."
    static let weighed = "Kijk de gevolgen na. Nog een keer ^S bewaart, Esc bewaart het als concept."
    static let onSaving = "Bij bewaren (^S) rekent Passend eerst uit welke signalen dit verandert."
    static let remarks = "Let op"
    static let noTimetable = "Dit werkt in een rooster, met de cursor op de lestijden."
    static let noPeriods = "Dit rooster heeft nog geen dag met lestijden om over te nemen."
    static let allOtherDays = "alle andere schooldagen"
    static let studyDay = "Studiedag"
    static let dayOff = "Andere vakantie of vrije dag"
    static let emptyTimetable = "Rooster, leeg"

    static func left(_ day: CivilDate) -> String { "uit dienst op \(day.dutch(.full))" }
    static func since(_ day: CivilDate) -> String { "vanaf \(day.dutch(.full))" }
    static func until(_ day: CivilDate) -> String { "tot en met \(day.dutch(.full))" }
    static func days(from: CivilDate, until: CivilDate) -> String {
      "\(from.dutch(.weekday)) – \(until.dutch(.weekday))"
    }
    static func from(_ time: ClockTime) -> String { "vanaf \(time)" }
    static func firstDay(_ day: CivilDate) -> String { "eerste lesdag \(day.dutch(.brief))" }
    static func lastDay(_ day: CivilDate) -> String { "laatste \(day.dutch(.brief))" }
    static func taught(_ days: Int) -> String { days == 1 ? "1 lesdag" : "\(days) lesdagen" }
    static func perWeek(_ minutes: Minutes) -> String { "\(minutes.dutch) per week" }
    static func yearGroups(_ years: [Int]) -> String {
      "leerjaar \(years.map { String($0) }.joined(separator: ", "))"
    }
    static func group(_ name: String, _ year: SchoolYear) -> String { "\(name) (\(year))" }
    static func known(_ name: String, _ from: CivilDate, _ until: CivilDate, isConfirmed: Bool) -> String {
      let days = "\(name) \(from.dutch(.brief)) – \(until.dutch(.full))"
      return isConfirmed ? days : "\(days) (\(unconfirmed))"
    }
    static func knownYear(_ year: SchoolYear) -> String { "Schooljaar \(year)" }
    static func like(_ whom: String, since day: CivilDate?) -> String {
      day.map { "Rooster zoals van \(whom) (\(since($0)))" } ?? "Rooster zoals van \(whom)"
    }
    static func copyDay(_ weekday: Weekday) -> String { "Dezelfde lestijden als \(weekday.label) op:" }
    static func copied(_ weekday: Weekday) -> String { "Overgenomen van \(weekday.label)." }
    static func pupilsInGroup(_ name: String, _ count: Int) -> String {
      "In groep \(name) \(count == 1 ? "zit 1 leerling" : "zitten \(count) leerlingen"). Geef hun eerst een andere groep."
    }
    static func teaches(_ name: String, _ group: String) -> String {
      "\(name) staat nog voor groep \(group). Wijzig eerst de inzet, of vul in wanneer \(name) uit dienst ging."
    }
    static func totals(comes: Int, moves: Int, goes: Int) -> String {
      "\(comes) erbij · \(moves) schuiven · \(goes) weg"
    }
    static func about(_ name: String, _ title: String) -> String { "\(name): \(title)" }
  }
}
