/// The sentences of papers that are not a heading or a label.
enum PaperTexts {
  static let restricted = "Vertrouwelijk: de intern begeleider beslist apart of en hoe een ouder dit inziet."
  static let anothersContact = "Contactgegevens van een andere ouder staan nooit op papier voor deze ouder."
  static let anothersWords = "De eigen woorden van een andere ouder staan nooit op papier voor deze ouder."
  static let unreadable = "Met uw sleutels is dit tabblad niet te lezen."
  static let damaged = "Dit tabblad is beschadigd. Laat het eerst herstellen."
  static let nothing = "Niets vastgelegd."
}

extension Refusal {
  /// What happened, why, and what to do; one or two sentences for whoever asked for the paper.
  public var text: String {
    switch self {
    case .familyNotReadable:
      "De gegevens van de ouders zijn voor u niet te lezen. Daarom is niet te zien wie gezag heeft. Vraag de intern begeleider om dit papier."
    case .familyDamaged(let why):
      "De gegevens van de ouders zijn beschadigd (\(why)). Daarom is niet te zien wie gezag heeft. Laat het eerst herstellen."
    case .guardianUnknown:
      "Deze ouder of verzorger staat niet in het tabblad Leerling van deze leerling."
    case .guardianWithdrawn(let name):
      "\(name) is in het tabblad Leerling ingetrokken. Kies een ouder die er nog staat."
    case .guardianDeceased(let name):
      "\(name) is overleden. Kies een andere ouder."
    case .noCustody(let name):
      "\(name) heeft geen gezag. Een ouder zonder gezag heeft geen recht op inzage in het dossier (Handreiking §3.5). "
        + "Op verzoek vertelt de school wel belangrijke feiten over het kind (BW 1:377c)."
    case .custodyUnknown(let name):
      "Van \(name) is niet bekend of er gezag is. Leg in het tabblad Leerling eerst vast wie gezag heeft (Handreiking §3.5)."
    case .noInformation(let name):
      "De rechter heeft bepaald dat \(name) geen informatie over het kind krijgt. Zie het tabblad Leerling."
    }
  }
}
