/// Something in a file that is worth a look and stops nothing.
public struct Finding: Hashable, Sendable {
  public let kind: FindingKind
  /// Where in the file, counted from 1; nothing for a finding about the file as a whole.
  public let line: Int?
  /// Whom or what it is about, as the file names it; empty for the file as a whole.
  public let about: String

  public init(_ kind: FindingKind, line: Int? = nil, about: String = "") {
    self.kind = kind
    self.line = line
    self.about = about
  }
}

/// The kinds of finding that an import knows.
public enum FindingKind: Hashable, Sendable {
  case unknownYearGroup
  case noBirthDate
  case noSurname
  case noCallName
  case temporaryKey
  case noGroup
  case leftBeforeEnrolment
  case bornAfterReferenceDate
  case unknownPart
  case otherVersion
  case noBrin
  // What holding the file against the school brings up.
  /// The school has groups of this later year already.
  case olderSchoolYear(SchoolYear)
  case locations(Int)
  case leftWithoutDate
  case noEnrolmentDate
  case leftHereOnly
  case laterGroupHere
  /// Someone of the staff has this group here and not in the file.
  case groupHereOnly(String)
  /// More findings of the same file than are kept.
  case more(Int)
}

extension Finding {
  /// One line in Dutch.
  public var text: String {
    guard let line else { return sentence }
    return "Regel \(line): \(sentence)"
  }

  private var sentence: String {
    switch kind {
    case .unknownYearGroup: "\(about): de jaargroep in het bestand bestaat niet; het leerjaar blijft leeg."
    case .noBirthDate: "\(about): er staat geen geboortedatum in het bestand."
    case .noSurname: "\(about): er staat geen achternaam in het bestand."
    case .noCallName: "\(about): er staat geen roepnaam in het bestand; de voornaam of voorletters zijn gebruikt."
    case .temporaryKey:
      "\(about): de sleutel is nog tijdelijk (#). Bij een volgende import zoekt Passend op naam en geboortedatum."
    case .noGroup: "\(about): er staat geen groep in het bestand."
    case .leftBeforeEnrolment: "\(about): de uitstroomdatum ligt vóór de instroomdatum; beide zijn niet overgenomen."
    case .bornAfterReferenceDate: "\(about): de geboortedatum ligt na de peildatum."
    case .unknownPart: "Dit onderdeel kent EDEXML 2.1 niet; het is overgeslagen."
    case .otherVersion: "Het bestand noemt een andere versie dan EDEXML 2.1; controleer de uitkomst extra goed."
    case .noBrin: "Het bestand noemt geen BRIN; Passend kan niet nagaan of het van deze school is."
    case .olderSchoolYear(let year): "Het bestand is van een eerder schooljaar; hier staan al groepen van \(year)."
    case .locations(let count):
      count == 1
        ? "Het bestand noemt 1 vestiging; Passend houdt vestigingen niet bij."
        : "Het bestand noemt \(count) vestigingen; Passend houdt die niet bij, alle leerlingen staan bij elkaar."
    case .leftWithoutDate:
      "\(about): volgens het bestand vertrokken, zonder datum. Leg de laatste dag zelf vast in het tabblad Leerling."
    case .noEnrolmentDate: "\(about): er is geen datum van inschrijving. Vul die aan in het tabblad Leerling."
    case .leftHereOnly: "\(about): hier vertrokken, maar in het bestand nog leerling. Kijk na wat klopt."
    case .laterGroupHere: "\(about): hier staat al een groep met een latere datum; de groep is niet aangepast."
    case .groupHereOnly(let group): "\(about): staat hier nog bij groep \(group) en in het bestand niet meer."
    case .more(let count): "Nog \(count) opmerkingen van deze soort; ze zijn hier niet getoond."
    }
  }
}

extension EdexSchool {
  /// What is worth a look in the school as it was read, in the order of the file.
  public var ownFindings: [Finding] {
    let wholeFile = brin == nil ? [Finding(.noBrin)] : []
    let ofGroups = groups.filter { $0.kind == .home && ($0.yearGroup ?? .unknown) == .unknown }
      .map { Finding(.unknownYearGroup, line: $0.line, about: $0.name) }
    let ofPupils = pupils.flatMap { pupil in
      kinds(of: pupil).map { Finding($0, line: pupil.line, about: pupil.name.full) }
    }
    return wholeFile + ofGroups + ofPupils
  }

  private func kinds(of pupil: EdexPupil) -> [FindingKind] {
    var kinds: [FindingKind] = []
    if pupil.yearGroup == .unknown || pupil.yearGroup == .combination { kinds.append(.unknownYearGroup) }
    if pupil.name.surname == nil { kinds.append(.noSurname) }
    if pupil.name.calledBy == nil { kinds.append(.noCallName) }
    if pupil.born == nil { kinds.append(.noBirthDate) }
    if pupil.hasTemporaryKey { kinds.append(.temporaryKey) }
    let isFormer = pupil.yearGroup == .historic || pupil.left != nil
    if !isFormer, pupil.group == nil { kinds.append(.noGroup) }
    if let left = pupil.left, let enrolled = pupil.enrolled, left < enrolled { kinds.append(.leftBeforeEnrolment) }
    if let born = pupil.born, let day = referenceDate, born > day { kinds.append(.bornAfterReferenceDate) }
    return kinds
  }
}
