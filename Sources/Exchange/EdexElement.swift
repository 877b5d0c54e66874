import Casework

/// The elements of EDEXML 2.1 that are looked at, by their names in the file.
public enum EdexElement: String, CaseIterable, Hashable, Sendable {
  case edex = "EDEX"
  case school, vestigingen, groepen, leerlingen, leerkrachten
  case vestiging, groep, leerling, leerkracht
  case combinedGroup = "samengestelde_groep"
  case combinedGroups = "samengestelde_groepen"
  // Of the school.
  case schooljaar, peildatum, brincode, dependancecode, schoolkey, instellingsnummer, aanmaakdatum, auteur
  case xsdversie, commentaar
  // Of a location or a group.
  case naam, omschrijving
  // Of a person.
  case achternaam, voorvoegsel, voornamen, roepnaam
  case initials = "voorletters-1"
  case geboortedatum, geslacht, jaargroep, instroomdatum, uitstroomdatum
  case startGroup3 = "start_ondw_jgr3"
  case rol, rolomschrijving
  // Never taken over.
  case gebruikersnaam, emailadres, fotourl, etniciteit, land, sofinummer, bsn, onderwijsnummer, rijksregisternummer
  case countryOfFather = "land_vader"
  case countryOfMother = "land_moeder"
  case lastFourDigits = "bsn_ondwnr-4"
  case gewicht, postcodenl, postnummerbe, postcodeoverig
  case newWeight = "gewicht_nieuw"
  case toevoegingen
  // Of no use here.
  case mutatiedatum

  public var name: String { rawValue }
}

/// A part of the file that has parts of its own.
enum EdexPart: Sendable {
  case edex, school, locations, location, groups, homeGroup, combinedGroup
  case pupils, pupil, pupilGroup, pupilCombinedGroups, pupilCombinedGroup, pupilLocation
  case teachers, teacher, teacherGroups, teacherHomeGroup, teacherCombinedGroup
}

/// What is done with an element.
enum EdexContent: Equatable, Sendable {
  case part(EdexPart)
  /// Its text is kept, of at most this many characters.
  case text(Int)
  /// It is counted and its text never looked at.
  case dropped(DroppedKind)
  /// It is passed over with all that is in it.
  case skipped
}
