import Casework

extension Texts {
  enum Plan {
    static let destination = "uitstroombestemming"
    static let destinationReasons = "onderbouwing van de uitstroom"
    static let promoting = "een bevorderende factor"
    static let impeding = "een belemmerende factor"
    static let support = "de ondersteuning in het handelingsdeel"
    static let departures = "afwijkingen, of n.v.t."
    static let whichDepartures = "welke afwijking van het gewone programma"
    static let goals = "een doel"
    static let pupilView = "mening van de leerling"
    static let pupilViewUsed = "wat er met de mening van de leerling is gedaan"
    static let custody = "wie er gezag heeft"
    static let reasoned = ", onderbouwd ✓"
    static let rowDestination = "Uitstroom"
    static let rowActionPart = "Handelingsdeel"
    static let rowAgreement = "Instemming"
    static let rowGoals = "Doelen"
    static let rowLacks = "Ontbreekt"

    static func consultation(_ guardian: String) -> String { "overleg met \(guardian)" }
    static func agreement(_ guardian: String) -> String { "instemming van \(guardian)" }
    static func laterAgreement(_ guardian: String, on day: CivilDate) -> String {
      "instemming van \(guardian) vóór die dag (kwam op \(day.dutch(.brief)))"
    }
    static func undatedAgreement(_ guardian: String) -> String { "de dag van instemming van \(guardian)" }
    static func lapsedAgreement(_ guardian: String) -> String {
      "instemming van \(guardian) met de tekst zoals die nu is"
    }
    static func factors(_ promoting: Int, _ impeding: Int) -> String {
      "bevorderend \(promoting)  belemmerend \(impeding)"
    }
    static func judged(_ count: Int, of total: Int) -> String {
      "\(count) van \(total) \(total == 1 ? "doel" : "doelen") beoordeeld"
    }
    static let noResult = "nog geen resultaat"
    static func goal(_ domain: String?, _ target: String?) -> String {
      [domain, target].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
    }
    static func result(_ score: GoalScore, on day: CivilDate?, before: GoalScore?, readIn year: SchoolYear) -> String {
      let date = day.map { " (\($0.dutch(.brief, readIn: year)))" } ?? ""
      let former = before.map { "; was \($0.label)" } ?? ""
      return "\(score.label)\(date)\(former)"
    }
    static let rowYear = "Het jaar"

    /// What a letter on the line of the year means.
    static func moment(_ kind: PlanCycle.Kind) -> String {
      switch kind {
      case .established(1): "vastgesteld"
      case .established(let version): "versie \(version) vastgesteld"
      case .evaluated(.counts): "geëvalueerd met ouders"
      case .evaluated(.notJudged): "geëvalueerd"
      case .evaluated(.custodyUnknown): "telt niet: gezag onbekend"
      case .evaluated(.withoutGuardian): "telt niet: geen ouder met gezag"
      case .progressNoted: "voortgang besproken"
      case .closed: "afgesloten"
      case .establishBy: "uiterlijk vaststellen"
      case .evaluateBy: "uiterlijk evalueren"
      case .noteProgressFrom: "voortgang bespreken"
      }
    }
    static func moment(_ kind: PlanCycle.Kind, daysLeft: Int) -> String {
      "\(moment(kind)) · \(Texts.Agenda.when(daysLeft: daysLeft))"
    }

    static func head(number: Int, state: PlanState?, established: CivilDate?) -> String {
      let words = state?.rawValue ?? ""
      guard let established else { return "OPP versie \(number) (\(words)) · vastgesteld: \(nothing)" }
      if state == .established { return "OPP versie \(number) · vastgesteld op \(established.dutch(.full))" }
      return "OPP versie \(number) (\(words)) · vastgesteld: \(established.dutch(.brief))"
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

    static let notFilled = "–"
    static let waiting = "nog open"
    static let noGuardian = "nog geen ouder gekozen"
    static func version(_ number: Int?) -> String { number.map { "versie \($0)" } ?? "versie" }
    static func byWhen(_ day: CivilDate) -> String { "voor \(day.dutch(.brief))" }
    static func lastResult(_ score: String, on day: CivilDate?) -> String {
      day.map { "\(score) op \($0.dutch(.brief))" } ?? score
    }
    static func answered(_ answer: String, on day: CivilDate?) -> String {
      day.map { "\(answer) op \($0.dutch(.brief))" } ?? "\(answer), zonder datum"
    }
    static func bound(_ holds: Bool) -> String { holds ? "op deze tekst" : "vervallen: tekst gewijzigd" }
    static func consulted(_ day: CivilDate) -> String { "overlegd op \(day.dutch(.brief))" }
    static func sent(_ day: CivilDate) -> String { "verstuurd op \(day.dutch(.brief))" }
    static func reached(_ count: Int, of total: Int) -> String { "\(count) van \(total) doelen bereikt" }

    /// How far a version is, by its days.
    static func standing(of version: PlanVersion) -> String {
      if let closed = version.closedOn { return "tot en met \(closed.dutch(.full))" }
      if let established = version.establishedOn { return "vastgesteld op \(established.dutch(.full))" }
      if let offered = version.offeredOn { return "aangeboden op \(offered.dutch(.full))" }
      return PlanState.draft.rawValue
    }
  }

  /// The acts on the tab OPP.
  enum PlanAct {
    static let offering = "OPP aanbieden"
    static let establishing = "OPP vaststellen"
    static let reading = "OPP gelezen"
    static let elsewhere = "Dit kan op het tabblad OPP (toets 3)."
    static let none = "Er is nog geen OPP. Druk op n om het eerste te maken."
    static let noFamily =
      "De gegevens van de ouders zijn voor u niet te lezen. Aanbieden en vaststellen doet de intern begeleider."
    static let familyUnread =
      "De gegevens van de ouders zijn niet te lezen. Tot dat weer kan, kunt u niet aanbieden of vaststellen (F7 toont waarom)."
    static let noHolders = "Leg eerst bij Leerling vast welke ouder gezag heeft: aan die ouder biedt u het OPP aan."
    static let noneToRead = "Er geldt nu geen OPP. Een concept kan nog veranderen: lees het als het is vastgesteld."
    static let noneInForce = "Er geldt nu geen OPP om te evalueren. Stel het eerst vast."

    static func offered(_ version: String, on day: CivilDate) -> String {
      "\(version.firstUppercased) is al aangeboden op \(day.dutch(.full)). Wijzigen kan met e."
    }
    static func established(_ version: String, on day: CivilDate?) -> String {
      let date = day.map { " op \($0.dutch(.full))" } ?? ""
      return "\(version.firstUppercased) is al vastgesteld\(date). Druk op N voor een nieuwe versie."
    }
    static func stillOpen(_ version: String) -> String {
      "\(version.firstUppercased) is nog niet vastgesteld. Werk die af; dan kan er een nieuwe komen."
    }
    static func read(_ version: String, on day: CivilDate) -> String {
      "U las \(version) al op \(day.dutch(.full))."
    }
    static func readNow(_ version: String) -> String {
      "Vastgelegd: u las \(version) vandaag. Ongedaan maken kan met u."
    }
    static func cannotEstablish(_ lacks: [String]) -> String {
      "Vaststellen kan nog niet. Er ontbreekt: \(lacks.joined(separator: "; "))."
    }
    static func lack(_ text: String, basis: String) -> String { "\(text) (\(basis))" }
  }
}

extension String {
  /// The same with a capital, for the start of a sentence.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
