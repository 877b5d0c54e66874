import Casework

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
    static let marksSaved = "Verzuim bewaard. De dag is nog niet klaar gemeld."
    static let nothingToExtend = "Zet eerst wat er vandaag geldt; dan maakt w er de hele week van."
    static func moreWait(_ count: Int) -> String { "… en nog \(count)" }
    static let nothingWaits = "Alles is geregistreerd."
    static let waitingHead = "Nog niet geregistreerd"
    static let awayHead = "Niet in de klas"
    static let nobodyAway = "Iedereen is er."
    static let withdrawnReason = "verbeterd op het groepsscherm"
    static let actRegister = "Groep geregistreerd"
    static let actMark = "Verzuim genoteerd"

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
      let change = count == 1 ? "1 wijziging" : "\(count) wijzigingen"
      return "\(change), nog niet bewaard: k als het klopt. \(away(absent))"
    }

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
