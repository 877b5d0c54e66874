import Casework

extension Texts {
  enum Agenda {
    static let why = "Waarom"
    static let nothing = "Er is niets dat op u wacht."
    static let restOfProof = "… de rest met w"
    static let outsideMark = "(buiten uw macht) "

    static func head(_ urgency: Urgency, _ count: Int) -> String { "\(urgency.rawValue.uppercased())  \(count)" }

    static func when(daysLeft: Int?) -> String {
      switch daysLeft {
      case nil: "nu nodig"
      case 0?: "vandaag"
      case let days? where days < 0: "\(span(-days)) te laat"
      case let days?: "nog \(span(days))"
      }
    }

    static func whenShort(daysLeft: Int?) -> String {
      switch daysLeft {
      case nil: "nu"
      case 0?: "vandaag"
      case let days? where days < 0: "-\(span(-days))"
      case let days?: span(days)
      }
    }

    /// Days, and whole years where it is many days: what the column of an agenda has room for.
    private static func span(_ days: Int) -> String {
      switch days {
      case ..<1000: "\(days) d"
      case ..<36_525: "\(days * 4 / 1461) jr"
      default: "99+ j"
      }
    }

    static func who(school: String, user: String, role: UserRole) -> String { "\(school) · \(user) (\(name(role)))" }

    static func care(_ dossiers: Int, isSaving: Bool) -> String {
      let count = dossiers == 1 ? "1 zorgdossier" : "\(dossiers) zorgdossiers"
      return "\(count) · \(isSaving ? "bezig met bewaren" : "alles bewaard")"
    }

    /// The head of what could not be judged: never an empty agenda where something was not looked at.
    static func unjudgedHead(_ count: Int) -> String { "NIET TE BEOORDELEN  \(count)" }
    static func unjudged(_ tab: String, isDamaged: Bool) -> String {
      isDamaged ? "beschadigd: \(tab)" : "gesloten: \(tab)"
    }
    static func unjudgedBecause(_ why: String, rules: Int) -> String {
      rules == 1 ? "\(why) Eén regel wacht hierop." : "\(why) Hierop wachten \(rules) regels."
    }
    static func unjudgedCount(_ count: Int) -> String { "\(count) niet te beoordelen" }
    static let unjudgedSign = "?"

    private static func name(_ role: UserRole) -> String {
      switch role {
      case .careCoordinator: "IB"
      case .teacher: "leraar"
      case .director: "directeur"
      }
    }

    static func forecast(_ weeks: Int) -> String { "Komende \(weeks) weken" }
    /// Of another day than today: what comes after it, and of a past day what was still to be done on it.
    static func forecast(_ weeks: Int, from day: CivilDate, _ knowledge: Knowledge, today: CivilDate) -> String {
      let date = day.dutch(.brief, readIn: SchoolYear(of: today))
      switch knowledge {
      case .ahead: return "\(weeks) weken vanaf \(date)"
      case .then, .now: return "Toen open vanaf \(date)"
      }
    }
    static func weeksShort(_ weeks: Int) -> String { "\(weeks) wk" }
    static let nothingAhead = "niets met een datum"
    static func ahead(_ sum: Int, _ busiest: String) -> String { "samen \(sum), \(busiest)" }
    static func busiest(week: Int, count: Int) -> String { "drukste wk \(week) (\(count))" }
    static func inWords(_ label: String, _ words: String) -> String { "\(label): \(words)" }
  }

  enum Proof {
    static let gone = "Dit signaal staat niet meer op de agenda."
    static let putOff = "Buiten onze macht"
    static func putOff(_ reason: String, by name: String?, on day: CivilDate?, until: CivilDate?) -> String {
      let writer = name.map { " Vastgelegd door \($0)" } ?? " Vastgelegd"
      let from = day.map { " op \($0.dutch(.full))" } ?? ""
      let back = until.map { "; volgende poging op \($0.dutch(.full))" } ?? ""
      return "\(reason)\(reason.hasSuffix(".") ? "" : ".")\(writer)\(from)\(back)."
    }
    static func attempt(_ how: String, on day: CivilDate?, outcome: String?) -> String {
      let date = day?.dutch(.full) ?? nothing
      return outcome.map { "Poging \(date): \(how). \($0)" } ?? "Poging \(date): \(how)."
    }
    static let outcome = "Hoe het afliep, met wat nu bekend is"
    static let notAskedNow = "Met wat nu bekend is, wordt dit niet meer gevraagd."
    static let facts = "De feiten en het rekenwerk"
    static let clearedBy = "Wat het oplost"
    static let sources = "Bronnen"
    static let unsettled = "Dit staat niet vast"
    static let stories = "Drie voorbeelden"

    static func rule(_ force: Force) -> String {
      switch force {
      case .statute: "De regel (wet)"
      case .guide: "De regel (Handreiking)"
      case .norm: "De regel (afspraak van de school)"
      }
    }

    static func source(_ text: String, _ address: String) -> String { "\(text)  \(address)" }
    static func story(_ outcome: Story.Outcome, _ sentence: String) -> String { "\(outcome.rawValue): \(sentence)" }

    /// How something ended; `day` is the past day that was looked back to.
    static func outcome(_ timeliness: Timeliness, on day: CivilDate) -> String {
      switch timeliness {
      case .noTerm: "Hier hoort geen laatste dag bij."
      case .running: "De laatste dag is nog niet voorbij."
      case .inTime(let doneOn, wasOnRecord: false):
        "Op tijd gedaan, op \(doneOn.dutch(.full)), maar op \(day.dutch(.full)) was dat nog niet vastgelegd."
      case .inTime(let doneOn, _): "Op tijd gedaan: \(doneOn.dutch(.full))."
      case .late(let doneOn, 1): "Gedaan op \(doneOn.dutch(.full)): 1 dag te laat."
      case .late(let doneOn, let days): "Gedaan op \(doneOn.dutch(.full)): \(days) dagen te laat."
      case .notDone(1): "Nog niet gedaan: vandaag 1 dag te laat."
      case .notDone(let days): "Nog niet gedaan: vandaag \(days) dagen te laat."
      case .fellAway(let on): "Vervallen op \(on.dutch(.full)), zonder dat er iets is gedaan."
      }
    }

    /// The last day, and the end of the term where the law moves it to another day.
    static func due(_ when: String, due: CivilDate?, lastDay: CivilDate?) -> String {
      guard let lastDay else { return when }
      guard let due, due != lastDay else { return "\(when) · uiterlijk \(lastDay.dutch(.full))" }
      return "\(when) · uiterlijk \(lastDay.dutch(.full)) (termijn eindigt \(due.dutch(.full)))"
    }
  }

  enum Login {
    static func user(_ login: String, _ role: String) -> String { "\(login) (\(role))" }
    static let who = "Wie bent u?"
    static let locked = "Vergrendeld. Geef uw wachtzin om verder te gaan."
    static let nobody = "Er zijn nog geen gebruikers."
    static let passphrase = "Wachtzin"
    static let opening = "Bezig met openen…"
    static let hintOpen = "openen"
    static let hintAgain = "opnieuw"
    static let hintChoose = "kiezen"
    static let hintMove = "naam"
  }
}
