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

  enum Plan {
    static let destination = "uitstroombestemming"
    static let destinationReasons = "onderbouwing van de uitstroom"
    static let promoting = "een bevorderende factor"
    static let impeding = "een belemmerende factor"
    static let support = "de ondersteuning in het handelingsdeel"
    static let departures = "afwijkingen, of n.v.t."
    static let goals = "een doel"
    static let pupilView = "mening van de leerling"
    static let custody = "wie er gezag heeft"
    static let reasoned = ", onderbouwd ✓"
    static let rowDestination = "Uitstroom"
    static let rowActionPart = "Handelingsdeel"
    static let rowAgreement = "Instemming"
    static let rowGoals = "Doelen"
    static let rowLacks = "Ontbreekt"

    static func consultation(_ guardian: String) -> String { "overleg met \(guardian)" }
    static func agreement(_ guardian: String) -> String { "instemming van \(guardian)" }
    static func factors(_ promoting: Int, _ impeding: Int) -> String {
      "bevorderend \(promoting)  belemmerend \(impeding)"
    }
    static func judged(_ count: Int, of total: Int) -> String { "\(count) van \(total) beoordeeld" }

    static func head(number: Int, state: String, established: CivilDate?) -> String {
      "OPP versie \(number) (\(state)) · vastgesteld: \(established?.dutch(.full) ?? nothing)"
    }

    static func answer(_ answer: AgreementAnswer?, on day: CivilDate?, isStale: Bool) -> String {
      let date = day.map { " op \($0.dutch(.brief))" } ?? ""
      if isStale { return "stemde in\(date), maar de tekst is daarna gewijzigd" }
      switch answer {
      case .agreed?: return "✓ stemt in\(date)"
      case .refused?: return "stemt niet in\(date)"
      case .unreachable?: return "niet te bereiken\(date)"
      case .open?, nil: return "– nog open"
      }
    }
  }
}

extension Texts {
  enum Absence {
    static let none = "Dit schooljaar nog niets gemist."
    static let noCalendar = "De vakanties van dit schooljaar staan nog niet vast: zie School."
    static let legend = "o ongeoorloofd  ? onbekend  g geoorloofd  · alles"
    static let assumed = "als het zo doorgaat"

    static func year(_ year: SchoolYear) -> String { "Schooljaar \(year)" }

    static func totals(authorised: Minutes, unauthorised: Minutes, unknown: Minutes) -> String {
      let open = unknown.count == 0 ? "" : " · soort onbekend \(unknown.dutch)"
      return "Geoorloofd \(authorised.dutch) · ongeoorloofd \(unauthorised.dutch)\(open)"
    }

    static func window(_ minutes: Minutes, of hours: Int) -> String { "\(minutes.dutch) van \(hours) in dit venster" }

    static func weeks(from first: CivilDate, through last: CivilDate, somethingCounts: Bool) -> String {
      let weeks = "Lesweken van \(first.dutch(.brief)) – \(last.dutch(.brief))"
      return somethingCounts ? weeks + "; wat telt:" : weeks + "; er telt niets."
    }
  }
}
