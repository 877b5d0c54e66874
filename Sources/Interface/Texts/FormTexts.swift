import Casework

extension Texts {
  enum Form {
    static let consequences = "Gevolgen"
    static let noConsequences = "Dit verandert geen signalen."
    static let lacks = "Ontbreekt nog in dit OPP"
    static let locked = "ligt vast"
    static let required = "verplicht"
    static let incomplete = "nog niet af"
    static let add = "+ toevoegen"
    static let noOptions = "Er valt nog niets te kiezen."
    static let keyLetter = "letter"
    static let keyNumber = "cijfer"
    static let hintAdd = "toevoegen"
    static let hintOpen = "openen"
    static let hintChoose = "kiest"
    static let hintToggle = "aan of uit"
    static let noDraft = "Er is hier nog niets getypt om weg te gooien."
    static let nothingToUndo = "In dit formulier is niets om ongedaan te maken."
    static let nothingToRedo = "In dit formulier is niets om opnieuw te doen."
    static let nothingChanged = "Er was niets gewijzigd."
    static let discarded = "Concept weggegooid."
    static let draftKept = "Concept bewaard. Open hetzelfde formulier om verder te gaan."
    static let changedSince =
      "Bewaard zoals het was toen u op ^S drukte. Wat u daarna wijzigde, staat hier nog: bewaar het met ^S."
    static let askDiscard = "Weggooien wat u hier typte?"

    static func askDiscardWhole(_ act: String) -> String {
      "Dit gooit niet alleen dit onderdeel weg, maar alles wat u typte in het hele formulier: \(act). Weggooien?"
    }
    static let withdrawn = "Wat u intrekt"

    static func adding(_ title: String) -> String { "\(title) toevoegen" }
    static func changing(_ title: String) -> String { "\(title) wijzigen" }
    static func withdrawing(_ title: String) -> String { "\(title) intrekken" }
    static func answering(_ title: String) -> String { "Signaal beantwoorden: \(title)" }
    static func saved(_ act: String) -> String { "Bewaard: \(act). Ongedaan maken kan met u." }
    static let partDone = "klaar, terug"
    static func partKept(_ part: String, in whole: String) -> String {
      "\(part) staat in het formulier. ^S bewaart nu het geheel: \(whole)."
    }
    static func newItem(_ title: String) -> String { "\(title) (nog leeg)" }
    static func filled(_ count: Int, of total: Int) -> String { "\(count) van \(total) ingevuld" }
    static func draftFound(_ clock: String) -> String { "Concept van \(clock) teruggevonden." }
    static func fitsNothing(_ typed: String) -> String {
      "«\(typed)» past bij geen keuze. Maak leeg met Backspace en typ opnieuw."
    }
    static func problem(_ label: String, _ text: String) -> String { "\(label): \(text)" }
    static func unread(_ typed: String) -> String {
      "\(typed) wordt niet begrepen. Verbeter het of maak het veld leeg."
    }

    static func inFuture(_ label: String, _ day: CivilDate) -> String {
      "\(label): \(day.dutch(.full)) moet nog komen. Vul dit in als het is gebeurd."
    }

    static func comes(_ title: String, _ day: CivilDate?) -> String {
      guard let day, !names(title, day) else { return "erbij: \(title)" }
      return "erbij: \(title), uiterlijk \(day.dutch(.full))"
    }

    static func goes(_ title: String) -> String { "weg: \(title)" }

    static func moves(_ title: String, from: CivilDate?, to: CivilDate?) -> String {
      let before = from?.dutch(.brief, readIn: to.map { SchoolYear(of: $0) }) ?? "geen datum"
      if let to, names(title, to) { return "\(title), was \(before)" }
      return "\(title): \(before) → \(to?.dutch(.full) ?? "geen datum")"
    }

    /// Whether a title says the day already; many do.
    private static func names(_ title: String, _ day: CivilDate) -> Bool {
      [" ", "("].contains { title.contains($0 + day.dutch(.brief)) }
    }

    /// What does not fit on the screen.
    static func moreConsequences(_ count: Int) -> String { "nog \(count)" }
  }

  enum Entry {
    static let notTyped = "Dit veld wordt niet getypt."

    static func mistake(_ mistake: EntryMistake) -> String {
      switch mistake {
      case .noDate: "Geen datum. Typ 23-11-2026, 23 nov, vandaag, ma of +6w."
      case .noSuchDay: "Die dag bestaat niet."
      case .noTime: "Geen tijd. Typ 8.30 of 8:30."
      case .noDuration: "Geen duur. Typ 45 min, 5,5 u of 1:30."
      case .durationLacksUnit: "Zet erbij of het minuten (min) of uren (u) zijn."
      case .noWholeNumber: "Typ een heel getal."
      case .noSchoolYear: "Geen schooljaar. Typ 2026-2027."
      }
    }
  }
}
