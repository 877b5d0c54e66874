/// The tab Ondersteuning: what support there is, from whom and until when.
public struct SupportFields: RecordFields {
  public static let declared = SupportFields()
  public static let name = "ondersteuning"
  public static let title = "Ondersteuning"

  public let arrangements = ListField<ArrangementFields>("arrangementen", "Arrangementen", "§1.9, 2.5")
  public let experts = ListField<ExpertFields>("deskundigen", "Deskundigen en contacten", "§2.8, 2.9")
  public let care = ListField<CareAtSchoolFields>(
    "zorgOpSchool", "Zorg op school", "§2.9", hint: "Wat ouders en school afspraken, hoort ook in het OPP.")
  public let dyslexia = Field<Record<DyslexiaFields>>("dyslexie", "Dyslexie", "§2.9, 3.5")
  public let transport = ListField<TransportFields>("vervoer", "Leerlingenvervoer", "§2.9, 4.1")
}

/// Support that is asked for and given for a time.
public typealias Arrangement = Record<ArrangementFields>

/// One arrangement, from the request to its end.
public struct ArrangementFields: RecordFields {
  public static let declared = ArrangementFields()
  public static let name = "arrangement"
  public static let title = "Arrangement"

  public let what = Field<String>("wat", "Wat", "§2.5", .required)
  public let source = Field<Choice<SupportSource>>("bron", "Wie betaalt", "§1.9, 2.9", .required)
  public let delivery = Field<Choice<CareDelivery>>("levering", "In natura of pgb", "§2.9")
  public let provider = Field<String>("aanbieder", "Wie geeft de ondersteuning", "§2.8")
  public let weekly = Field<Minutes>("perWeek", "Tijd per week", "§2.5")
  public let amount = Field<Int>("bedrag", "Bedrag in hele euro's", "§1.9")
  public let askedOn = Field<CivilDate>("gevraagdOp", "Aangevraagd op", "§2.5", .happened, together: "aanvraag")
  public let version = Field<Reference<ToRecord>>(
    "oppVersie", "Meegestuurde OPP-versie", "§2.1, 2.5", hint: "Het SWV vraagt een OPP bij de aanvraag.",
    together: "aanvraag")
  public let signatures = ListField<GuardianDateFields>(
    "handtekeningen", "Getekend door ouders", "§2.5", hint: "Ouders tekenen de aanvraag mee.")
  public let decision = Field<Choice<RequestDecision>>("besluit", "Besluit", "§2.5", together: "besluit")
  public let decidedOn = Field<CivilDate>("besluitOp", "Besloten op", "§2.5", .happened, together: "besluit")
  public let decisionText = Field<String>("besluitTekst", "Toelichting op het besluit", .long, together: "besluit")
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", "§2.5", together: "periode")
  public let reviewedOn = Field<CivilDate>("bekekenOp", "Geëvalueerd op", .happened, together: "vervolg")
  public let followUp = Field<Choice<ArrangementFollowUp>>("vervolg", "Hoe verder", together: "vervolg")
}

/// Whose money or people the support comes from.
public enum SupportSource: String, ChoiceKind {
  case school = "school"
  case partnership = "swv"
  case cluster12 = "cluster12"
  case youthCare = "jeugdhulp"
  case healthInsurer = "zorgverzekeraar"
  case longTermCare = "langdurigeZorg"

  public var label: String {
    switch self {
    case .school: "school"
    case .partnership: "samenwerkingsverband"
    case .cluster12: "instelling cluster 1 of 2"
    case .youthCare: "gemeente (jeugdhulp)"
    case .healthInsurer: "zorgverzekeraar"
    case .longTermCare: "zorgkantoor (langdurige zorg)"
    }
  }
}

public enum CareDelivery: String, ChoiceKind {
  case inKind = "natura"
  case personalBudget = "pgb"

  public var label: String {
    switch self {
    case .inKind: "in natura"
    case .personalBudget: "persoonsgebonden budget"
    }
  }
}

/// What became of a request.
public enum RequestDecision: String, ChoiceKind {
  case granted = "toegekend"
  case partly = "deels"
  case refused = "afgewezen"
  case withdrawn = "ingetrokken"

  public var label: String {
    switch self {
    case .granted: "toegekend"
    case .partly: "deels toegekend"
    case .refused: "afgewezen"
    case .withdrawn: "aanvraag ingetrokken"
    }
  }
}

public enum ArrangementFollowUp: String, ChoiceKind {
  case renew = "verlengen"
  case end = "stoppen"
  case change = "anders"

  public var label: String {
    switch self {
    case .renew: "verlengen"
    case .end: "stoppen"
    case .change: "iets anders"
    }
  }
}

/// Somebody from outside who helps or advises.
public struct ExpertFields: RecordFields {
  public static let declared = ExpertFields()
  public static let name = "deskundige"
  public static let title = "Deskundige"

  public let personName = Field<String>("naam", "Naam", .required)
  public let discipline = Field<String>("vak", "Vak", "§2.8", hint: "Bijvoorbeeld: logopedist, ambulant begeleider.")
  public let organisation = Field<String>("organisatie", "Organisatie", "§2.8, 2.9")
  public let purpose = Field<String>("waarvoor", "Waarvoor")
  public let telephone = Field<String>("telefoon", "Telefoon", .contact)
  public let mail = Field<String>("mail", "E-mail", .contact)
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", together: "periode")
}

/// Care that somebody gives the pupil at school, as parents and school agreed.
public struct CareAtSchoolFields: RecordFields {
  public static let declared = CareAtSchoolFields()
  public static let name = "zorgOpSchool"
  public static let title = "Zorg op school"

  public let what = Field<String>("wat", "Wat", "§2.9", .required)
  public let provider = Field<String>("aanbieder", "Wie geeft de zorg", "§2.9")
  public let source = Field<Choice<SupportSource>>("bron", "Wie betaalt", "§2.9")
  public let delivery = Field<Choice<CareDelivery>>("levering", "In natura of pgb", "§2.9")
  public let agreedOn = Field<CivilDate>("afgesprokenOp", "Afgesproken met ouders op", "§2.9", [.required, .happened])
  public let whenAndWhere = Field<String>("wanneerWaar", "Wanneer en waar")
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", together: "periode")
}

/// The way to dyslexia care, which the municipality pays (§2.9, 3.5).
public struct DyslexiaFields: RecordFields {
  public static let declared = DyslexiaFields()
  public static let name = "dyslexie"
  public static let title = "Dyslexie"

  public let fileStartedOn = Field<CivilDate>(
    "dossierBegonnenOp", "Leesdossier begonnen op", "§3.5", hint: "Het lees- en spellingdossier.", .happened)
  public let helpGiven = Field<String>(
    "hulp", "Hulp op school", "§3.5", hint: "En wat die opleverde: de gemeente vraagt dit bij de aanvraag.", .long)
  public let municipality = Field<String>("gemeente", "Gemeente die betaalt", "§2.9")
  public let referredOn = Field<CivilDate>("aangemeldOp", "Door ouders aangemeld op", "§3.5", .happened)
  public let diagnosedOn = Field<CivilDate>("vastgesteldOp", "Dyslexie vastgesteld op", .happened)
  public let treatedBy = Field<String>("behandelaar", "Behandelaar")
  public let from = Field<CivilDate>("behandelingVan", "Behandeling vanaf", together: "periode")
  public let until = Field<CivilDate>("behandelingTot", "Behandeling tot en met", together: "periode")
}

/// Transport to school, which parents ask of the municipality.
public struct TransportFields: RecordFields {
  public static let declared = TransportFields()
  public static let name = "vervoer"
  public static let title = "Leerlingenvervoer"

  public let kind = Field<String>("wat", "Wat", hint: "Bijvoorbeeld: taxi, ov met begeleiding, fiets.", .required)
  public let askedOn = Field<CivilDate>("gevraagdOp", "Door ouders aangevraagd op", "§4.1", .happened)
  public let decision = Field<Choice<RequestDecision>>("besluit", "Besluit van de gemeente", together: "besluit")
  public let decidedOn = Field<CivilDate>("besluitOp", "Besloten op", .happened, together: "besluit")
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", together: "periode")
}
