import Casework

extension Texts {
  enum Meeting {
    static let title = "Gesprek"
    static let talk = "Het gesprek"
    static let present = "Aanwezig (spatie)"
    static let holding = "Gesprek voeren"
    static let day = "Datum"
    static let notToday = "niet vandaag"
    static let kind = "Met wie"
    static let medium = "Hoe"
    static let someoneElse = "+ iemand anders"
    static let noPoints = "Er staat niets open. Met + zet u zelf een punt op de agenda."
    static let familyClosed = "de namen van ouders zijn voor u niet te lezen"
    static let familyEmpty = "er zijn nog geen ouders vastgelegd"
    static let goals = "Doelen"
    static let noGoals = "Er zijn nog geen doelen."
    static let review = "Dit wordt bewaard"
    static let reviewHelp = "Kijk het na: ^S bewaart alles in één keer, Esc gaat terug naar het gesprek."
    static let readers = "Gesprekken en OPP leest ook de leraar van de groep."
    static let nothingToUndo = "In dit gesprek is nog niets om terug te nemen."
    static let nothingToRedo = "In dit gesprek is nog niets teruggenomen om opnieuw te doen."
    static let noOtherDay =
      "U bent in gesprek, en dat gaat over vandaag. Verlaat eerst het gesprek (Esc); het blijft als concept bewaard."
    static let pointGone =
      "Waar u stond, staat niets meer: het is van de agenda. Kies met ↑ of ↓ waar u verder gaat."
    static let noPoint = "Zet de cursor op een punt van de agenda."
    static let noAction = "Alleen een actie van eerder kan klaar zijn."
    static let noAgreement = "Dit punt vraagt geen instemming."
    static let absent = "Deze ouder staat niet bij Aanwezig. Zet de ouder er eerst bij (spatie)."
    static let reviewing = "U kijkt na wat er bewaard wordt. Esc gaat terug naar het gesprek."
    static let typing = "Maak eerst af wat u typt (↵)."
    static let noDraft = "Er is in dit gesprek nog niets vastgelegd om weg te gooien."
    static let askDiscard = "Alles weggooien wat u in dit gesprek vastlegde?"
    static let draftKept = "Het gesprek is als concept bewaard. Met m gaat u verder."
    static let draftListed = "Het gesprek is als concept bewaard. U vindt het terug met F9."
    static let notKept = "Dit wordt niet bewaard: niet aan de orde"
    static let noTalk = "Dit is het eerste vastgelegde gesprek met ouders."
    static let act = "gesprek vastleggen"
    static let consequences = "Op de agenda"
    static let writeWhat = "Wat spreekt u af?"
    static let writeWho = "Wie doet het?"
    static let writeBefore = "Voor wanneer?"
    static let writeDay = "Van welke dag?"
    static let writePoint = "Nieuw punt"
    static let writePerson = "Wie is er ook bij?"
    static let hintText = "tekst"
    static let hintScore = "resultaat"
    static let hintToggle = "aan/uit"
    static let hintDay = "wijzigen"
    static let hintStep = "dag eerder of later"
    static let hintReady = "klaar"
    static let hintNext = "verder"
    static let hintKeep = "bewaren"
    static let scores = "1 achteruit  2 niet vooruit  3 deels  4 bereikt  5 meer dan bereikt"

    static func part(_ part: MeetingPart) -> String {
      switch part {
      case .actions: "Afgesproken acties"
      case .goals: "Doelen van het OPP"
      case .plan: "Het OPP"
      case .signals: "Wat er verder open staat"
      case .own: "Eigen punten"
      case .gone: "Niet meer op de agenda"
      }
    }

    static func context(_ name: String, _ kind: String, on day: CivilDate) -> String {
      "\(name) › Gesprek (\(kind)) van \(day.dutch(.full))"
    }
    static func context(_ name: String, on day: CivilDate) -> String { "\(name) › Gesprek \(day.dutch(.brief))" }
    static func answered(_ count: Int, of total: Int) -> String { "\(count) van \(total) beantwoord" }
    static func owner(_ name: String) -> String { "= \(name)" }
    static func outsider(_ name: String) -> String { "= \(name) (geen medewerker)" }
    static func action(_ what: String, who: String, before: String) -> String { "→ \(what) · \(who) · voor \(before)" }
    static func found(_ clock: String) -> String { "Gesprek van \(clock) teruggevonden; u gaat verder waar u was." }
    static func found(of day: CivilDate) -> String {
      "Gesprek van \(day.dutch(.full)) teruggevonden. Het wordt op die dag vastgelegd; wijzigen kan bij Datum."
    }
    static func inFuture(_ day: CivilDate) -> String {
      "\(day.dutch(.full)) moet nog komen. Typ de dag van het gesprek: gisteren, -vr of 20-11."
    }
    static func isThere(_ name: String) -> String { "\(name) staat al bij Aanwezig." }
    static func draft(_ name: String, _ clock: String) -> String { "\(name) (gesprek van \(clock))" }
    static func finding(_ place: String, _ text: String) -> String { "\(place): \(text)" }

    static func saved(_ cleared: [String]) -> String {
      cleared.isEmpty
        ? "Gesprek bewaard. Er viel geen signaal weg. Ongedaan maken kan met u."
        : "Gesprek bewaard. Weg: \(cleared.joined(separator: "; ")). Alles ongedaan maken kan met u."
    }
  }
}
