/// The tab Gezin: the guardians with all their data, which a teacher's key does not open.
public struct FamilyFields: RecordFields {
  public static let declared = FamilyFields()
  public static let name = "gezin"
  public static let title = "Gezin"

  public let guardians = ListField<GuardianFields>("ouders", "Ouders en verzorgers", "BW 1:245")
  public let remarks = Field<String>("bijzonderheden", "Bijzonderheden in het gezin", .long)
}

/// A parent, guardian or foster parent.
public typealias Guardian = Record<GuardianFields>

/// A parent or someone in a parent's place, with custody as it was and is.
public struct GuardianFields: RecordFields {
  public static let declared = GuardianFields()
  public static let name = "ouder"
  public static let title = "Ouder of verzorger"

  public let fullName = Field<String>("naam", "Naam", hint: "Van de persoon of de instelling.", .required)
  public let relation = Field<String>(
    "relatie", "Relatie tot het kind", hint: "Zoals het kind zegt: moeder, vader, oma.")
  public let kind = Field<Choice<GuardianKind>>("soort", "Soort", "BW 1:245", .required)
  public let custody = ListField<CustodyFields>(
    "gezag", "Gezag", "§2.6, 3.5; BW 1:251", hint: "Alleen wie gezag heeft, stemt in, geeft toestemming en mag inzien.")
  public let limits = ListField<CourtLimitFields>("beperkingen", "Beperkingen door de rechter", "BW 1:377c")
  public let diedOn = Field<CivilDate>("overledenOp", "Overleden op")
  public let livesWith = Field<Choice<YesNoUnknown>>("woontBij", "Kind woont hier", together: "wonen")
  public let livesWithNote = Field<String>(
    "woontBijToelichting", "Wanneer", hint: "Bijvoorbeeld: om de week, van vrijdag tot vrijdag.", together: "wonen")
  public let address = Field<String>("adres", "Adres", .contact)
  public let postcode = Field<String>("postcode", "Postcode", .contact)
  public let town = Field<String>("plaats", "Plaats", .contact)
  public let telephone = Field<String>("telefoon", "Telefoon", .contact)
  public let secondTelephone = Field<String>("telefoon2", "Tweede telefoon", .contact)
  public let mail = Field<String>("mail", "E-mail", .contact)
  public let language = Field<String>(
    "taal", "Taal in gesprekken", hint: "Leeg als het Nederlands is. Zet erbij of een tolk nodig is.")
}

public enum GuardianKind: String, ChoiceKind {
  case parent = "ouder"
  case personAsGuardian = "voogd"
  case institution = "instelling"
  case fosterParent = "pleegouder"

  public var label: String {
    switch self {
    case .parent: "ouder"
    case .personAsGuardian: "voogd (persoon)"
    case .institution: "voogd (instelling)"
    case .fosterParent: "pleegouder zonder gezag"
    }
  }
}

/// What is known of one guardian's custody over a stretch of time.
public struct CustodyFields: RecordFields {
  public static let declared = CustodyFields()
  public static let name = "gezag"
  public static let title = "Gezag"

  public let hasCustody = Field<Choice<YesNoUnknown>>("gezag", "Heeft gezag", "BW 1:245, 1:251", .required)
  public let from = Field<CivilDate>("van", "Vanaf", hint: "Leeg: altijd al.", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", hint: "Leeg: nog steeds.", together: "periode")
  public let proof = Field<String>(
    "bewijs", "Bewijs", hint: "Bijvoorbeeld: uittreksel gezagsregister, beschikking.", together: "bewijs")
  public let proofSeenOn = Field<CivilDate>("bewijsGezienOp", "Bewijs gezien op", together: "bewijs")
}

/// A limit that a court set to what a guardian may know or do.
public struct CourtLimitFields: RecordFields {
  public static let declared = CourtLimitFields()
  public static let name = "beperking"
  public static let title = "Beperking door de rechter"

  public let kind = Field<Choice<CourtLimitKind>>("soort", "Soort", "BW 1:377a, 1:377c", .required)
  public let text = Field<String>("omschrijving", "Wat de rechter besliste", .long)
  public let from = Field<CivilDate>("van", "Vanaf", together: "periode")
  public let until = Field<CivilDate>("tot", "Tot en met", together: "periode")
  public let decisionSeenOn = Field<CivilDate>("beschikkingGezienOp", "Beschikking gezien op")
}

public enum CourtLimitKind: String, ChoiceKind {
  case noContact = "geenContact"
  case noInformation = "geenInformatie"
  case noPickUp = "nietOphalen"
  case familySupervision = "ondertoezichtstelling"
  case other = "anders"

  public var label: String {
    switch self {
    case .noContact: "geen contact met het kind"
    case .noInformation: "geen informatie over het kind"
    case .noPickUp: "mag het kind niet ophalen"
    case .familySupervision: "ondertoezichtstelling"
    case .other: "anders"
    }
  }
}
