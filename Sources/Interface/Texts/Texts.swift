import Casework

/// The words of the screen, in Dutch; those of one screen stand together in a file of their own.
enum Texts {
  static let programName = "Passend"
  static let windowTooSmall = "Venster te klein (minstens 40x12)"
  static let nothing = "–"
  static let nothingFound = "Niets gevonden."
  static let emptyRecord = "(nog leeg)"
  static let recordInside = "(zie daar)"
  static let unknownReference = "(onbekend)"
  static let saved = "Bewaard."
  static let stillSaving = "Er wordt nog bewaard; een ogenblik."

  static func yesNo(_ value: Bool) -> String { value ? "ja" : "nee" }
  static func count(_ count: Int) -> String { count == 0 ? "geen" : String(count) }
  static func found(_ found: Int, of total: Int) -> String { "\(found) van \(total)" }
  static func summary(what: String, on day: String) -> String { "\(what) (\(day))" }
  static func undone(_ act: String) -> String { "Ongedaan gemaakt: \(act)." }
  static func redone(_ act: String) -> String { "Opnieuw gedaan: \(act)." }
  static func changedBy(_ name: String) -> String { "\(name) heeft zojuist iets bewaard; u ziet het al." }

  static func draftsFound(_ places: [String]) -> String {
    let named = places.prefix(3).joined(separator: "; ") + (places.count > 3 ? " en \(places.count - 3) meer" : "")
    return places.count == 1
      ? "Er is een concept teruggevonden: \(named). F9 gaat ermee verder."
      : "Er zijn \(places.count) concepten teruggevonden: \(named). F9 toont ze."
  }

  /// Where a draft belongs.
  static func draftPlace(_ name: String, _ part: String) -> String { "\(name) (\(part))" }

  static func merged(by name: String?, at time: String?) -> String {
    switch (name, time) {
    case (let name?, let time?): "Samengevoegd met wat \(name) om \(time) bewaarde."
    case (let name?, nil): "Samengevoegd met wat \(name) intussen bewaarde."
    case (nil, _): "Samengevoegd met wat een collega intussen bewaarde."
    }
  }

  enum OtherDay {
    static let reading = "Een ogenblik: de school van die dag wordt gelezen."

    static func band(_ day: CivilDate, _ knowledge: Knowledge, isNarrow: Bool) -> String {
      let date = day.dutch(.full)
      let facts =
        switch knowledge {
        case .then: "toen bekend"
        case .now: "nu bekend"
        case .ahead: isNarrow ? "als niets gebeurt" : "als er niets gebeurt"
        }
      if isNarrow { return " \(date) · \(facts)  ^T" }
      let keys =
        switch knowledge {
        case .then: "b nu bekend   ^T vandaag"
        case .now: "b toen bekend   ^T vandaag"
        case .ahead: "^T vandaag"
        }
      return " OP DATUM \(date) · \(facts)     \(keys)"
    }

    static func nothingYet(since: CivilDate?) -> String {
      guard let since else {
        return "Van deze school is geen geschiedenis. Met b ziet u deze dag met wat nu bekend is."
      }
      return
        "Van deze school is geen geschiedenis van voor \(since.dutch(.long)). Met b ziet u deze dag met wat nu bekend is."
    }
  }

  static func manualEntry(title: String, keys: String, help: String, screens: String) -> String {
    "\(title)  (\(keys))\n  \(help)\n  Op: \(screens)."
  }

  static func name(_ screen: ScreenKind) -> String {
    switch screen {
    case .login: "inloggen"
    case .agenda: "agenda"
    case .proof: "waarom"
    case .pupils: "leerlingen"
    case .group: "groep"
    case .dossier: "dossier"
    case .record: "onderdeel"
    case .form: "formulier"
    case .conflict: "verschil"
    case .rules: "regels"
    case .reference: "naslag"
    case .school: "school"
    case .norms: "normen"
    case .paper: "stuk"
    case .files: "bestanden"
    case .flow: "weg"
    case .timeline: "tijdlijn"
    case .changes: "veranderd"
    case .meeting: "gesprek"
    }
  }

  enum Reason {
    static let nothingChosen = "Er staat niets onder de cursor."
    static let nothingDone = "Er is niets om ongedaan te maken."
    static let nothingUndone = "Er is niets om opnieuw te doen."
    static let firstScreen = "Dit is het eerste scherm."
    static let isToday = "U kijkt al naar vandaag."
    static let notSealed = "Deze school heeft geen wachtzin."
    static let notPast = "Kies eerst met d een dag die voorbij is."
    static let cardOfNow = "De noodkaart is altijd die van nu. Ga met ^T terug naar vandaag om hem te openen."
    static let paperOfNow = "Een stuk wordt gemaakt met wat nu bekend is: druk op b, of op ^T voor vandaag."
    static func recordedDay(_ day: CivilDate) -> String {
      "Dit is de school zoals die op \(day.dutch(.long)) bekend was. Wijzigen kan alleen vandaag (^T)."
    }
    static let otherDay = "U bekijkt een andere dag. Ga met ^T terug naar vandaag om te wijzigen."
    static let readsOnly = "Als directeur leest u mee; wijzigen doet de intern begeleider."
    static let answeredByCare = "Dit signaal is van de hele school; uitstellen doet de intern begeleider."
    static let notReadable = "Dit tabblad is voor u niet te lezen."
    static let damaged =
      "Dit bestand is beschadigd. Met F7 ziet u wat er nog goed is."
    static let noRecord = "Alleen een los onderdeel kan worden ingetrokken."
    static let listChosen =
      "Dit is de kop van een lijst. Druk op n voor een nieuw onderdeel, of zet de cursor op een onderdeel."
    static let noForm = "Dit werkt alleen in een formulier."
    static let noLongText = "Dit veld heeft geen lange tekst."
    static let noItem = "Zet de cursor op het onderdeel dat weg moet."
    static let noSignal = "Dit is geen signaal, maar iets dat niet te beoordelen is. ↵ opent het tabblad."
    static let noPaper = "Hier is niets om te bewaren."
    static let noFamily = "De gegevens van de ouders zijn voor u niet te lezen."
    static let noGuardians = "Er zijn nog geen ouders vastgelegd."
  }

  enum Choose {
    static let help = "Toetsen van dit scherm"
    static let palette = "Alle opdrachten"
    static let day = "Op welke dag?"
    static let dayForms = "23-11-2026 · 23 nov · vandaag · ma · +6w"
    static let list = "Wat wilt u toevoegen?"
    static let reader = "Voor wie is de samenvatting?"
    static let confirmKeys = "j = ja     n of Enter = nee"
    static let hintRun = "uitvoeren"
    static let hintMove = "kiezen"
    static let hintClose = "sluiten"
    static let hintShow = "tonen"
    static let hintSave = "bewaren"
    static let hintChoose = "nemen"
    static let yes = "ja"
    static let no = "nee"
    static func cannot(_ reason: String) -> String { "Kan nu niet. \(reason)" }
  }

  enum Rules {
    static let title = "De regels"
    static let norms = "Getallen"
    static func norm(_ norm: Norm) -> String {
      norm.isStatutory
        ? "\(norm.label): \(norm.value) \(norm.unit) (wettelijk, ligt vast)"
        : "\(norm.label): \(norm.value) \(norm.unit) (de school kiest, van \(norm.bounds.lowerBound) tot \(norm.bounds.upperBound))"
    }
  }

  enum Pupils {
    static let gone = "weg"
    static func left(_ last: CivilDate) -> String { "vertrokken na \(last.dutch(.full))" }
    static func context(count: Int) -> String { count == 1 ? "1 leerling" : "\(count) leerlingen" }
  }

  enum Paper {
    static let paper = "Het stuk"
    static let leftOut = "Weggelaten voor deze lezer"
    /// The sign tells the versions for two guardians apart and says nothing of a person.
    static func summaryFile(_ day: CivilDate, for reader: RecordID) -> String {
      "samenvatting-\(day.iso)-\(sign(of: reader)).txt"
    }
    static func sign(of reader: RecordID) -> String { String(reader.description.suffix(4)) }
    static func summary(_ pupil: String, for reader: String, sign: String) -> String {
      "Samenvatting van \(pupil), voor \(reader) (\(sign))"
    }
    static func omission(_ what: String, why: String) -> String { "\(what): \(why)" }
    static func written(_ title: String, _ path: String) -> String {
      "\(title): bewaard als \(path). Dit bestand is niet verzegeld; gooi het weg als u het niet meer nodig hebt."
    }
  }

  enum Conflict {
    static let explanation =
      "Een collega wijzigde hetzelfde terwijl u bezig was. Er is niets kwijt: kies per veld wat er moet staan en bewaar."
    static let mine = "de mijne"
    static let before = "zoals het was"
    static let whole = "Het hele bestand"
    static let withdrawn = "De een trok dit in, de ander wijzigde het."
    static let removed = "De een haalde dit weg, de ander wijzigde het."
    static let locked = "Deze tekst ligt vast sinds hij is vastgesteld."
    static let present = "aanwezig"
    static func marked(_ name: String, _ day: CivilDate) -> String { "\(name), \(day.dutch(.weekday))" }
    static func now(by name: String?) -> String { name ?? "zoals het nu is" }
    static func title(_ act: String) -> String { "Verschil bij: \(act)" }
  }
}
