/// What an export may carry and Passend never takes over: it has no use for it, or may not have it.
public enum DroppedKind: Int, CaseIterable, Hashable, Sendable {
  /// BSN, also under its old name sofinummer (WPO art. 40b and the law on the general use of the number).
  case citizenNumber
  case educationNumber
  case lastFourDigits
  case belgianNationalNumber
  /// The pseudonym for the chain of learning materials, which Passend is no part of.
  case eckID
  case gender
  case postcode
  case ethnicity
  case country
  case weight
  case photo
  case mail
  case login
  /// What a supplier adds to the standard for its own use (toevoegingen).
  case addition

  /// One sentence for the trial run, with how many there were.
  public func sentence(count: Int) -> String {
    let (one, many) = nouns
    return count == 1 ? "1 \(one) is niet overgenomen." : "\(count) \(many) zijn niet overgenomen."
  }

  private var nouns: (one: String, many: String) {
    switch self {
    case .citizenNumber: ("burgerservicenummer", "burgerservicenummers")
    case .educationNumber: ("onderwijsnummer", "onderwijsnummers")
    case .lastFourDigits:
      ("deel van een burgerservice- of onderwijsnummer", "delen van een burgerservice- of onderwijsnummer")
    case .belgianNationalNumber: ("rijksregisternummer", "rijksregisternummers")
    case .eckID: ("ECK iD", "ECK iD's")
    case .gender: ("geslacht", "gegevens over geslacht")
    case .postcode: ("postcode", "postcodes")
    case .ethnicity: ("gegeven over etniciteit", "gegevens over etniciteit")
    case .country: ("land van herkomst", "landen van herkomst")
    case .weight: ("leerlinggewicht", "leerlinggewichten")
    case .photo: ("adres van een foto", "adressen van foto's")
    case .mail: ("e-mailadres", "e-mailadressen")
    case .login: ("gebruikersnaam", "gebruikersnamen")
    case .addition: ("toevoeging van een leverancier", "toevoegingen van leveranciers")
    }
  }
}
