import Casework
import Text

extension Texts {
  enum Group {
    static let none = "Geen groep"
    static let noneLong = "Er is op deze dag geen groep waar u voor staat."
    static let empty = "In deze groep zitten op deze dag geen leerlingen."
    static let noSchool = "Geen schooldag voor deze groep."
    static let notOnCalendar = "Van deze dag staan de vakanties nog niet vast: zie School."
    static let notReadable = "(verzuim voor u niet te lezen)"
    static let notRegistered = "Nog niet geregistreerd. Zet wie er niet is en druk op k."
    static let alreadyDone = "Deze dag was al klaar."
    static let nothingToExtend = "Zet eerst wat er vandaag geldt; dan maakt w er de hele week van."
    static func moreWait(_ count: Int) -> String { "… en nog \(count)" }
    static let nothingToHalve = "Zet eerst wat er vandaag geldt; dan maakt h er een ochtend of een middag van."
    static let until = "Tot en met"
    static let noUntil = "Geen dag. Typ bijvoorbeeld vr, 27 nov of +1w."
    static let untilTooFar = "Dat is meer dan een jaar. Leg zo'n verzuim vast op het tabblad Verzuim."
    static func untilTaken(_ day: CivilDate) -> String { "Tot en met \(day.dutch(.full))." }
    static func untilBefore(_ day: CivilDate) -> String { "De laatste dag ligt voor \(day.dutch(.weekday))." }
    static func askUntil(_ name: String, _ status: String, from day: CivilDate) -> String {
      "\(name): \(status) vanaf \(day.dutch(.weekday)). Tot en met welke dag?"
    }
    static let chooseHead = "Groepen"
    static let standsEmpty = "geen leerlingen"
    static let standsFree = "geen schooldag"
    static func standsDone(absent: Int) -> String { "✓ klaar" + absentWords(absent) }
    static func standsWaiting(absent: Int) -> String { "nog niet klaar" + absentWords(absent) }
    private static func absentWords(_ count: Int) -> String { count == 0 ? "" : " · \(count) niet in de klas" }
    static func choice(_ group: String, _ standing: String) -> String { "\(group.padded(toWidth: 10)) \(standing)" }
    static let patternHead = "4 weken"
    static let hintMinutes = "minuten"
    static let hintMinutesDone = "klaar met de minuten"
    static let nothingWaits = "Alles is klaar."
    static let waitingHead = "Nog niet geregistreerd"
    static let awayHead = "Niet in de klas"
    static let nobodyAway = "Iedereen is er."
    static let withdrawnReason = "verbeterd op het groepsscherm"

    static func actRegister(_ group: String, _ day: CivilDate) -> String {
      "Groep \(group) geregistreerd voor \(day.dutch(.weekday))"
    }
    static func actMark(_ group: String, _ day: CivilDate) -> String {
      "Verzuim van groep \(group) op \(day.dutch(.weekday))"
    }
    static func marksSaved(_ group: String, _ day: CivilDate) -> String {
      "Bewaard: verzuim van groep \(group) op \(day.dutch(.weekday))."
    }
    static let dayNotDone = "Die dag is nog niet klaar gemeld."
    static func clashing(_ count: Int, _ group: String, _ day: CivilDate) -> String {
      let what = count == 1 ? "1 wijziging is" : "\(count) wijzigingen zijn"
      return "\(what) niet bewaard: een collega zette daar iets anders. "
        + "Ga terug naar groep \(group), \(day.dutch(.weekday)), en druk op k."
    }
    static func notSaved(_ why: String, _ group: String, _ day: CivilDate) -> String {
      "Niet bewaard: \(why) Uw wijzigingen staan nog bij groep \(group), \(day.dutch(.weekday)). Druk daar weer op k."
    }
    static func marksFound(_ count: Int, _ day: CivilDate, at clock: String) -> String {
      "\(changes(count)) voor \(day.dutch(.weekday)) van \(clock) teruggevonden en nog niet bewaard: k als het klopt."
    }
    static func askQuit(_ count: Int, _ day: CivilDate) -> String {
      "\(changes(count)) bewaren en stoppen? \(day.dutch(.weekday)) is dan niet klaar gemeld."
    }
    static func minutesHint(_ digits: String, most: Int) -> String {
      digits.isEmpty
        ? "Te laat: 15 minuten. Typ een ander getal, tot en met \(most), of ga gewoon verder."
        : "Te laat: \(digits) minuten. Enter als het klopt."
    }
    static func tooManyMinutes(_ most: Int) -> String {
      "Meer dan \(most) minuten te laat kan niet: zo lang duurt deze lesdag. Kies o, of v voor verlof."
    }
    static func pupils(_ count: Int) -> String { count == 1 ? "1 leerling" : "\(count) leerlingen" }
    static func late(_ minutes: Int) -> String { "te laat \(minutes)'" }
    static func until(_ kind: String, _ day: CivilDate) -> String { "\(kind) t/m \(day.dutch(.weekday))" }
    static func part(_ kind: String, _ part: String) -> String { "\(kind), \(part)" }
    static func done(_ group: String, _ day: CivilDate) -> String {
      "Groep \(group) is klaar voor \(day.dutch(.weekday))."
    }

    static func timetable(from: ClockTime, until: ClockTime, _ taught: Minutes) -> String {
      "rooster \(from)–\(until) (\(taught.dutch))"
    }

    static func registered(absent: Int) -> String { "Klaar. \(away(absent))" }
    static func future(absent: Int) -> String { "Vooruit invullen. \(away(absent))" }

    static func marked(_ count: Int, absent: Int) -> String {
      "\(changes(count)), nog niet bewaard: k als het klopt. \(away(absent))"
    }

    private static func changes(_ count: Int) -> String { count == 1 ? "1 wijziging" : "\(count) wijzigingen" }

    private static func away(_ count: Int) -> String {
      switch count {
      case 0: "Niemand afwezig."
      case 1: "1 afwezig of te laat."
      default: "\(count) afwezig of te laat."
      }
    }
  }
}

extension Texts {
  /// The emergency card: whoever needs it has no time to guess why it does not show.
  enum Card {
    static let file = "noodkaart.txt"
    static let opening = "Bezig met openen…"
    static let none = "Van deze leerling is geen noodkaart vastgelegd."
    static let notReadable = "Er is een noodkaart, maar uw sleutel opent haar niet. Vraag de intern begeleider."

    static func title(_ name: String) -> String { "Noodkaart van \(name)" }
    static func damaged(_ why: String) -> String {
      "Er is een noodkaart, maar zij is beschadigd. Vraag de intern begeleider. \(why)"
    }
    static func failed(_ failure: Failure) -> String {
      "De noodkaart kon niet worden gelezen. Vraag de intern begeleider. \(line(of: failure))"
    }
  }
}
