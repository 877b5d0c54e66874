import Casework

/// What line mode says, beside the words that the screens have already.
extension Texts {
  enum Lines {
    static func days(_ count: Int) -> String { count == 1 ? "dag" : "dagen" }
    static let open = "open"
    static let openWords: Set = ["o", "open", "openen", "ja", "j"]
    static let helpWords: Set = ["?", "help", "hulp", ":"]
    static let minutes = "minuten"
    static let minuteWords = ["min", "minuten", "minuut"]
    static let blank = "Er staat niets meer. Enter gaat verder."
    static let passphrase = "Wachtzin:"
    static let user = "Uw naam of nummer:"
    static let choice = "Keuze? (nummer, opdracht, of ? voor hulp)"
    static let number = "Nummer? (Enter sluit)"
    static let name = "Naam, nummer of opdracht? (? voor hulp)"
    static let word = "Zoekwoord, nummer of opdracht? (? voor hulp)"
    static let reading = "Opdracht? (Enter leest verder, terug, of ? voor hulp)"
    static let tab = "Nummer, opdracht, of tab en een naam; tab ? noemt ze. (? voor hulp)"
    static let conflict =
      "Typ per verschil: de mijne 1, zoals het nu is 1, of zoals het was 1. Daarna: bewaren."
    static let yesOrNo = "Typ ja of nee. Enter is nee."
    static let noMore = "Dit was alles."
    static let nothingChanged = "Hier is niets veranderd; \"lijst\" leest alles."
    static let otherNumbers = "De nummers kunnen anders zijn; \"lijst\" leest ze voor."
    static let howToSearch = "Alles staat er weer. Zoeken: typ zoek en een woord."
    static let helpHead = "Hier kunt u typen:"
    static let noFields = "Dit formulier heeft geen velden. Typ :terug."
    static let locked = "Dit veld ligt vast. Enter gaat verder."
    static let nothingYet = "Nog leeg."
    static let noOptions = "Er valt nog niets te kiezen. Enter gaat verder."
    static let askOption = "Typ het nummer of het begin van het woord. Enter houdt het zo."
    static let askOptions = "Typ nummers, bijvoorbeeld: 1 3. Enter houdt het zo."
    static let askPart = "Typ o om dit onderdeel in te vullen. Enter slaat het over."
    static let askText = "Typ het antwoord. Enter houdt het zo."
    static let nextLine = "Volgende regel, of een punt als het klaar is."
    static let lacks = "Dit veld is verplicht."
    static let firstField = "Dit is het eerste veld. Met :terug verlaat u het formulier; het concept blijft bewaard."
    static let reviewHead = "Alles is gevraagd. Kijk na wat er staat:"
    static let askSave = "Bewaren? Typ ja, een nummer om dat veld te wijzigen, of terug."
    static let notSavedYet = "Er is nog niets bewaard."

    static func title(_ screen: String, _ context: String, _ day: String?) -> String {
      let name = screen.prefix(1).uppercased() + screen.dropFirst()
      return (context.isEmpty ? name : "\(name): \(context)") + "." + (day.map { " \($0)" } ?? "")
    }

    static func onDay(_ day: CivilDate, _ knowledge: Knowledge) -> String {
      let facts =
        switch knowledge {
        case .then: "met wat toen bekend was"
        case .now: "met wat nu bekend is"
        case .ahead: "als er niets gebeurt"
        }
      return "Op datum \(day.dutch(.full)), \(facts)."
    }

    static func numbered(_ number: Int, _ text: String) -> String { "\(number). \(text)" }
    static func part(_ title: String, _ number: Int) -> String { "\(title) \(number):" }
    static func heading(_ label: String) -> String { "\(label):" }
    static func field(_ label: String, _ value: String) -> String { "\(label): \(value)" }
    static func found(_ word: String, _ count: Int) -> String { " Gezocht op \"\(word)\": \(count) gevonden." }
    static func new(_ number: Int, _ text: String) -> String { "Nieuw: \(number). \(text)" }
    static func gone(_ text: String) -> String { "Weg: \(text)" }
    static func more(_ count: Int) -> String { "Nog \(count) regels; Enter leest verder." }
    static func now(_ value: String) -> String { "Nu: \(value)." }
    static func back(_ sentence: String) -> String { "\(sentence) Enter laat het zoals het is." }
    static func day(_ forms: String) -> String { "Typ een dag: \(forms). Enter laat het zoals het is." }
    static func group(_ standing: String) -> String {
      "\(standing) Typ bijvoorbeeld: ziek 3 7 12, of klaar. (? voor hulp)"
    }

    static func notice(_ text: String, _ kind: Notice.Kind) -> String {
      switch kind {
      case .done, .hint: text
      case .trouble: "Let op: \(text)"
      }
    }

    static func head(_ urgency: Urgency?, _ count: Int) -> String {
      guard let urgency else { return "Niet te beoordelen: \(count)." }
      return "\(urgency.rawValue.prefix(1).uppercased() + urgency.rawValue.dropFirst()): \(count)."
    }

    static func signal(_ daysLeft: Int?, _ name: String, _ group: String, _ title: String) -> String {
      "\(about(name, group, title)), \(when(daysLeft))"
    }

    static func about(_ name: String, _ group: String, _ title: String) -> String {
      if title.hasPrefix(name) { return title }
      return group.isEmpty || name.hasSuffix(group) ? "\(name): \(title)" : "\(name), \(group): \(title)"
    }

    private static func when(_ daysLeft: Int?) -> String {
      switch daysLeft {
      case nil: "nu nodig"
      case .some(0): "vandaag"
      case .some(-1): "1 dag te laat"
      case .some(1): "nog 1 dag"
      case let days? where days < 0: "\(-days) dagen te laat"
      case let days?: "nog \(days) dagen"
      }
    }

    static func pupil(_ name: String, _ group: String, _ level: String, late: Int, now: Int) -> String {
      // The comma inside the name would read as a pause between two things.
      let parts = name.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
      let spoken = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
      let counts = [late == 0 ? "" : "\(late) te laat", now == 0 ? "" : "\(now) nu"]
      return ([spoken, group, level] + counts).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func away(_ name: String, _ status: String?) -> String { status.map { "\(name): \($0)" } ?? name }
    static func norm(_ name: String, _ value: Int, _ kind: String?) -> String {
      kind.map { "\(name): \(value), \($0)" } ?? "\(name): \(value)"
    }
    static func rule(_ force: String, _ name: String, _ explanation: String) -> String {
      "\(name) (\(force)): \(explanation)"
    }
    static func stop(_ title: String, _ answer: String?, isOpen: Bool) -> String {
      (isOpen ? "Nog open: " : "") + title + (answer.map { " Antwoord: \($0)" } ?? "")
    }
    static func conflict(_ label: String, _ reason: String?, _ values: [String], chosen: String) -> String {
      let why = reason.map { " \($0)" } ?? ""
      return "\(label).\(why) \(values.joined(separator: "; ")). Gekozen: \(chosen)."
    }
    static func tab(_ title: String) -> String { " Tabblad \(title)." }

    static func command(_ typed: String, letter: String?, help: String, cannot: String?) -> String {
      let name = letter.map { "\(typed) (\($0))" } ?? typed
      return cannot.map { "\(name): kan nu niet. \($0)" } ?? "\(name): \(help)"
    }

    static func ownWords(inForm: Bool) -> [String] {
      inForm
        ? [
          "Enter houdt wat er staat en gaat verder; < gaat een veld terug.",
          ":leeg maakt het veld leeg. :velden leest alle velden. :5 gaat naar veld 5.",
          ":klaar gaat naar het nakijken.",
        ]
        : [
          "Een nummer kiest; een opdracht met nummers doet het voor elk: waarom 2.",
          "Enter leest verder; lijst of herhaal leest alles opnieuw; stop sluit het programma.",
        ]
    }

    static func notUnderstood(_ text: String) -> String {
      "\"\(text)\" begrijp ik hier niet. Er is niets gedaan. Typ ? voor wat hier kan."
    }
    static func noSuchNumber(_ number: Int, of count: Int) -> String {
      count == 0 ? "Hier is niets te kiezen." : "\(number) is er niet; kies van 1 tot en met \(count)."
    }
    static func name(_ text: String, fits count: Int) -> String {
      count == 0
        ? "\"\(text)\" staat hier niet. Er is niets gedaan."
        : "\"\(text)\" past bij \(count) namen. Typ meer van de naam, of het nummer. Er is niets gedaan."
    }
    static func noSuchTab(_ name: String, _ tabs: [String]) -> String {
      let all = "Kies uit: \(tabs.joined(separator: ", "))."
      return name == "?" ? all : "Tabblad \"\(name)\" is er niet. \(all)"
    }

    static func form(_ context: String, _ fields: Int) -> String {
      "Formulier: \(context). \(fields) velden. Opdrachten beginnen met een dubbele punt, zoals :terug; ? geeft hulp."
    }
    static func fieldHead(_ label: String, _ number: Int, of count: Int, isRequired: Bool) -> String {
      "Veld \(number) van \(count): \(label)\(isRequired ? ", verplicht" : "")."
    }
    static func overview(_ label: String, _ value: String, lacks: Bool) -> String {
      "\(label). \(value)\(lacks ? " Verplicht." : "")"
    }
    static func askDate(_ forms: String) -> String { "Typ een datum, zoals \(forms). Enter houdt het zo." }
    static func askLines(isEmpty: Bool) -> String {
      isEmpty
        ? "Typ de tekst, regel voor regel; een punt op een eigen regel sluit af. Enter slaat over."
        : "Wat u typt, komt erachter, tot een punt op een eigen regel; :leeg begint opnieuw. Enter houdt het zo."
    }
    static func askList(_ count: Int) -> String {
      count == 0
        ? "Nog geen. Typ n voor een nieuw onderdeel. Enter gaat verder."
        : "Typ een nummer om te openen, n voor nieuw, weg en een nummer. Enter gaat verder."
    }
    static func fitsNothing(_ text: String) -> String { "\"\(text)\" past bij geen keuze. Typ een nummer." }
  }
}
