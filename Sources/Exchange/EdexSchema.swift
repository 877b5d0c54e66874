import Casework

/// The structure of EDEXML 2.1 as far as it is held to: which element may stand where and what becomes of it.
///
/// The order of elements, fixed in the published schema, is not: a file in another order says the same.
extension EdexPart {
  func content(of element: EdexElement) -> EdexContent? {
    switch self {
    case .edex: Self.edexContents[element]
    case .school: Self.schoolContents[element]
    case .locations: element == .vestiging ? .part(.location) : nil
    case .location: Self.locationContents[element]
    case .groups: Self.groupsContents[element]
    case .homeGroup: Self.groupContents[element]
    case .combinedGroup: element == .jaargroep ? nil : Self.groupContents[element]
    case .pupils: element == .leerling ? .part(.pupil) : nil
    case .pupil: Self.nameContents[element] ?? Self.pupilContents[element]
    case .pupilCombinedGroups: element == .combinedGroup ? .part(.pupilCombinedGroup) : nil
    case .teachers: element == .leerkracht ? .part(.teacher) : nil
    case .teacher: Self.nameContents[element] ?? Self.teacherContents[element]
    case .teacherGroups: Self.teacherGroupsContents[element]
    case .teacherHomeGroup, .teacherCombinedGroup: Self.roleContents[element]
    case .pupilGroup, .pupilCombinedGroup, .pupilLocation: nil
    }
  }

  /// What must be in it; the name of a person is looked at apart, since it may be written in two ways.
  var required: [EdexElement] {
    switch self {
    case .edex: [.school, .leerlingen]
    case .school: [.schooljaar]
    case .location, .homeGroup, .combinedGroup: [.naam]
    case .pupils: [.leerling]
    case .locations, .groups, .pupil, .pupilGroup, .pupilCombinedGroups, .pupilCombinedGroup, .pupilLocation, .teachers,
      .teacher, .teacherGroups, .teacherHomeGroup, .teacherCombinedGroup:
      []
    }
  }

  var hasKey: Bool {
    switch self {
    case .location, .homeGroup, .combinedGroup, .pupil, .pupilGroup, .pupilCombinedGroup, .pupilLocation, .teacher,
      .teacherHomeGroup, .teacherCombinedGroup:
      true
    case .edex, .school, .locations, .groups, .pupils, .pupilCombinedGroups, .teachers, .teacherGroups: false
    }
  }

  /// How often an element may stand in one such part; nothing where it may only once.
  func limit(of element: EdexElement, in limits: EdexLimits) -> Int? {
    switch self {
    case .locations: limits.locations
    case .groups: limits.groups
    case .pupils: limits.pupils
    case .teachers: limits.teachers
    case .pupilCombinedGroups, .teacherGroups, .teacherHomeGroup, .teacherCombinedGroup: limits.links
    case .teacher: element == .rol || element == .rolomschrijving ? limits.links : nil
    case .edex, .school, .location, .homeGroup, .combinedGroup, .pupil, .pupilGroup, .pupilCombinedGroup,
      .pupilLocation:
      nil
    }
  }

  private static let edexContents: [EdexElement: EdexContent] = [
    .school: .part(.school), .vestigingen: .part(.locations), .groepen: .part(.groups),
    .leerlingen: .part(.pupils), .leerkrachten: .part(.teachers),
  ]

  private static let schoolContents: [EdexElement: EdexContent] = [
    .schooljaar: .text(32), .peildatum: .text(32), .brincode: .text(32), .dependancecode: .text(32),
    .schoolkey: .skipped, .instellingsnummer: .skipped, .aanmaakdatum: .skipped, .auteur: .skipped,
    .xsdversie: .text(32), .commentaar: .skipped, .toevoegingen: .dropped(.addition),
  ]

  private static let locationContents: [EdexElement: EdexContent] = [
    .naam: .text(64), .omschrijving: .skipped, .mutatiedatum: .skipped,
  ]

  private static let groupsContents: [EdexElement: EdexContent] = [
    .groep: .part(.homeGroup), .combinedGroup: .part(.combinedGroup),
  ]

  private static let groupContents: [EdexElement: EdexContent] = [
    .naam: .text(64), .jaargroep: .text(32), .omschrijving: .skipped, .toevoegingen: .dropped(.addition),
    .mutatiedatum: .skipped,
  ]

  private static let nameContents: [EdexElement: EdexContent] = [
    .achternaam: .text(200), .voorvoegsel: .text(10), .voornamen: .text(200), .initials: .text(6),
    .roepnaam: .text(64),
  ]

  private static let pupilContents: [EdexElement: EdexContent] = [
    .geboortedatum: .text(32), .startGroup3: .text(32), .jaargroep: .text(32), .groep: .part(.pupilGroup),
    .combinedGroups: .part(.pupilCombinedGroups), .vestiging: .part(.pupilLocation), .instroomdatum: .text(32),
    .uitstroomdatum: .text(32),
    .geslacht: .dropped(.gender), .gebruikersnaam: .dropped(.login), .emailadres: .dropped(.mail),
    .fotourl: .dropped(.photo), .etniciteit: .dropped(.ethnicity), .land: .dropped(.country),
    .countryOfFather: .dropped(.country), .countryOfMother: .dropped(.country),
    .sofinummer: .dropped(.citizenNumber), .bsn: .dropped(.citizenNumber),
    .onderwijsnummer: .dropped(.educationNumber), .lastFourDigits: .dropped(.lastFourDigits),
    .rijksregisternummer: .dropped(.belgianNationalNumber), .newWeight: .dropped(.weight),
    .gewicht: .dropped(.weight), .postcodenl: .dropped(.postcode), .postnummerbe: .dropped(.postcode),
    .postcodeoverig: .dropped(.postcode),
    .toevoegingen: .dropped(.addition), .mutatiedatum: .skipped,
  ]

  private static let teacherContents: [EdexElement: EdexContent] = [
    .rol: .text(32), .rolomschrijving: .skipped, .groepen: .part(.teacherGroups),
    .gebruikersnaam: .dropped(.login), .emailadres: .dropped(.mail), .toevoegingen: .dropped(.addition),
    .mutatiedatum: .skipped,
  ]

  private static let teacherGroupsContents: [EdexElement: EdexContent] = [
    .groep: .part(.teacherHomeGroup), .combinedGroup: .part(.teacherCombinedGroup),
  ]

  private static let roleContents: [EdexElement: EdexContent] = [.rol: .text(32), .rolomschrijving: .skipped]
}
