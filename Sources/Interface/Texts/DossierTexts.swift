import Casework

extension Texts {
  enum Dossier {
    static let gone = "Dit dossier is er niet meer."
    static let recordGone = "Dit onderdeel is er niet meer."
    static let noLevel = "Ondersteuningsniveau niet vastgelegd"

    static let closed = "Dit dossier is gesloten. Wat nog geldt:"
    static let nothingHolds = "Dit dossier is gesloten. Er wordt niets meer gevraagd."
    static func comes(_ day: CivilDate, _ title: String) -> String { "vanaf \(day.dutch(.full)): \(title)" }

    static func born(_ day: CivilDate, age: Int?) -> String {
      age.map { "geb. \(DateEntry.write(day)) (\($0))" } ?? "geb. \(DateEntry.write(day))"
    }

    static func notReadable(_ tab: String) -> String {
      "\(tab): hier staat iets, maar uw sleutel opent het niet."
    }

    static func damaged(_ tab: String, _ why: String) -> String {
      "\(tab) is beschadigd: \(why) De vorige goede versie is bewaard. Passend raakt het bestand niet aan."
    }

    static func unjudged(_ rules: Int) -> String {
      rules == 1
        ? "Daardoor is één regel niet te beoordelen." : "Daardoor zijn \(rules) regels niet te beoordelen."
    }

    static func withdrawn(_ what: String, reason: String) -> String { "\(what) (ingetrokken: \(reason))" }
    static func withdrawnBecause(_ reason: String) -> String { "Ingetrokken: \(reason)" }
    static func openActions(_ count: Int) -> String {
      count == 1 ? "Nog te doen: 1 actie" : "Nog te doen: \(count) acties"
    }

    static func place(group: String, year: Int?, enrolment: EnrolmentStatus) -> String {
      let placed = group.isEmpty ? "geen groep op deze dag" : "groep \(group)"
      let learning = year.map { ", leerjaar \($0)" } ?? ""
      return "\(placed)\(learning) · \(words(enrolment))"
    }

    private static func words(_ enrolment: EnrolmentStatus) -> String {
      switch enrolment {
      case .notOnRecord: "inschrijving niet vastgelegd"
      case .notYet(let day): "wordt ingeschreven op \(day.dutch(.full))"
      case .temporary(let day): "tijdelijk geplaatst sinds \(day.dutch(.full))"
      case .definitive(let day): "ingeschreven sinds \(day.dutch(.full))"
      case .left(let day): "vertrokken na \(day.dutch(.full))"
      }
    }

    static func custody(_ custody: YesNoUnknown) -> String {
      switch custody {
      case .yes: "met gezag"
      case .no: "zonder gezag"
      case .unknown: "gezag onbekend"
      }
    }
  }
}

extension Texts {
  enum Absence {
    static let none = "Dit schooljaar nog niets gemist."
    static let noCalendar = "De vakanties van dit schooljaar staan nog niet vast: zie School."
    static let smallLetter = "kleine letter: deel van de dag"
    static let noWeekToday = "Deze dag valt buiten de lesweken."
    static let assumed = "als het zo doorgaat"
    static let counts = "Wat telt:"
    static let nothingCounts = "Er telt niets."

    static func year(_ year: SchoolYear) -> String { "Schooljaar \(year)" }

    /// What a letter of the calendar means.
    static func sign(_ meaning: DaySign.Meaning) -> String {
      switch meaning {
      case .unauthorised: "ongeoorloofd"
      case .late: "te laat"
      case .unknown: "nog onbekend"
      case .ill: "ziek"
      case .medicalVisit: "arts"
      case .leave: "verlof"
      case .suspended: "geschorst"
      case .otherwise: "ander geoorloofd"
      case .expected: "als het zo doorgaat"
      case .school: "op school"
      case .unsettled: "vrij, data nog niet vast"
      case .notEnrolled: "niet ingeschreven"
      case .free: "leeg: vrij"
      }
    }

    static func missed(_ missed: MissedTime, through day: CivilDate) -> String {
      let parts = [
        ("ongeoorloofd", missed.unauthorised), ("ziek", missed.ill), ("ander geoorloofd", missed.otherwiseAuthorised),
        ("soort onbekend", missed.unknown),
      ].filter { $0.1 > 0 }.map { "\($0.0) \(Minutes($0.1).dutch)" }
      let date = day.dutch(.brief)
      return parts.isEmpty ? "Gemist t/m \(date): geen uren" : "Gemist t/m \(date): \(parts.joined(separator: " · "))"
    }

    static func withoutHours(_ days: Int) -> String {
      days == 1
        ? "Van 1 dag zijn de uren niet bekend: er is geen rooster."
        : "Van \(days) dagen zijn de uren niet bekend: er is geen rooster."
    }

    static func highest(_ minutes: Minutes, in monday: CivilDate) -> String {
      "hoogste: \(minutes.dutch), week \(monday.isoWeek)"
    }

    static func window(_ minutes: Minutes, of limit: Minutes) -> String {
      "\(number(minutes)) / \(limit.dutch) in dit venster"
    }

    /// `13,5` where these are hours that need no word of their own.
    private static func number(_ minutes: Minutes) -> String {
      minutes.count % 15 == 0 && (minutes.count == 0 || minutes.count >= 60)
        ? String(minutes.dutch.dropLast(" uur".count)) : minutes.dutch
    }

    static func weeks(_ span: ClosedRange<CivilDate>, count: Int) -> String {
      let days = "\(span.lowerBound.dutch(.weekday)) t/m \(span.upperBound.dutch(.full))"
      return count == 1 ? "Venster: \(days), 1 lesweek" : "Venster: \(days), \(count) lesweken"
    }

    static func nearFrom(_ minutes: Minutes) -> String { "Vanaf \(minutes.dutch) komt het op de agenda." }

    static func full(on day: CivilDate, reported: CivilDate?) -> String {
      let full = "Vol op \(day.dutch(.full))"
      return reported.map { "\(full); gemeld op \($0.dutch(.full))." } ?? "\(full); nog niet gemeld."
    }

    static func countedFrom(_ day: CivilDate) -> String {
      "Na een melding begint het tellen opnieuw, op \(day.dutch(.full))."
    }
  }
}
