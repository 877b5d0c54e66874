extension EdexError {
  /// What happened and where, that nothing was imported, and what to do: three short pieces in Dutch.
  public var text: String {
    let place = position.map { "Regel \($0.line), teken \($0.column): " } ?? ""
    return "\(place)\(problem.happened) Er is niets geïmporteerd. \(problem.remedy)"
  }
}

extension EdexProblem {
  /// Whether the file could not be opened or read at all, whatever is in it.
  public var isUnreadableFile: Bool {
    switch self {
    case .notFound, .notAllowed, .isFolder, .cannotRead, .outOfMemory: true
    case .tooLarge, .empty, .zipped, .notXML, .otherEncoding, .notUTF8, .nulByte, .doctype, .truncated, .malformed,
      .tagTooLong, .tooManyAttributes, .tooDeep, .tooManyNames, .wrongRoot, .missing, .missingName, .missingKey,
      .repeated, .tooMany, .tooLong, .keyTooLong, .duplicateKey, .unknownReference, .wrongSchoolYear, .wrongDate,
      .wrongCode, .keyIsPersonalNumber:
      false
    }
  }

  /// What is wrong, as one sentence.
  public var happened: String {
    switch self {
    case .notFound: "Het bestand bestaat niet."
    case .notAllowed: "U mag dit bestand niet lezen."
    case .isFolder: "Dit is een map, geen bestand."
    case .cannotRead(let code): "Het bestand kon niet worden gelezen (fout \(code) van het systeem)."
    case .outOfMemory: "De computer heeft niet genoeg geheugen om het bestand te lezen."
    case .tooLarge(let megabytes): "Het bestand is groter dan \(megabytes) MB; zo groot is een EDEXML-bestand nooit."
    case .empty: "Het bestand is leeg."
    case .zipped: "Dit is een zip-bestand."
    case .notXML: "Dit is geen EDEXML-bestand: het begint niet als XML."
    case .otherEncoding(let encoding): encoding.happened
    case .notUTF8: "Hier staan tekens die geen UTF-8 zijn, terwijl EDEXML altijd UTF-8 is."
    case .nulByte: "Hier staat een leeg teken (NUL) dat in geen tekst thuishoort."
    case .doctype: "Het bestand heeft een DOCTYPE. Zo'n regel hoort niet in EDEXML en kan schadelijk zijn."
    case .truncated: "Het bestand houdt op voordat het af is."
    case .malformed(let fault): fault.happened
    case .tagTooLong(let kilobytes): "Hier begint een onderdeel dat langer is dan \(kilobytes) kB."
    case .tooManyAttributes(let limit): "Dit onderdeel heeft meer dan \(limit) kenmerken."
    case .tooDeep(let limit): "De onderdelen zitten hier meer dan \(limit) lagen diep in elkaar."
    case .tooManyNames: "Het bestand gebruikt duizenden verschillende soorten onderdelen; dat doet geen EDEXML-bestand."
    case .wrongRoot: "Dit is wel XML, maar geen EDEXML: het hoofdonderdeel heet niet EDEX."
    case .missing(let element, let part): "Het onderdeel ‘\(element.name)’ ontbreekt in ‘\(part.name)’."
    case .missingName: "Een naam ontbreekt: er staat geen achternaam en geen roepnaam."
    case .missingKey(let element): "Bij ‘\(element.name)’ ontbreekt de sleutel (key)."
    case .repeated(let element): "Het onderdeel ‘\(element.name)’ staat hier voor de tweede keer."
    case .tooMany(let element, let limit): "Het onderdeel ‘\(element.name)’ komt vaker voor dan \(limit) keer."
    case .tooLong(let element, let limit): "De tekst in ‘\(element.name)’ is langer dan \(limit) tekens."
    case .keyTooLong(let element, let limit):
      "De sleutel (key) bij ‘\(element.name)’ is langer dan \(limit) tekens."
    case .duplicateKey(let element, let line):
      "De sleutel (key) van ‘\(element.name)’ is dezelfde als die op regel \(line)."
    case .unknownReference(let element): "Hier wordt verwezen naar een ‘\(element.name)’ die niet in het bestand staat."
    case .wrongSchoolYear: "Het schooljaar is niet twee opeenvolgende jaren, zoals 2026-2027."
    case .wrongDate(let element): "De datum in ‘\(element.name)’ bestaat niet of is niet geschreven als 2026-11-23."
    case .wrongCode(let element): "De waarde van ‘\(element.name)’ heeft niet de vorm die EDEXML voorschrijft."
    case .keyIsPersonalNumber:
      "De sleutel (key) van deze leerling is een persoonsnummer. Dat nummer mag Passend niet bewaren."
    }
  }

  /// What the user can do about it.
  public var remedy: String {
    switch self {
    case .notFound, .isFolder: "Controleer de naam en de map van het bestand."
    case .notAllowed: "Vraag om leesrechten of zet het bestand in een map van uzelf."
    case .cannotRead: "Kopieer het bestand naar deze computer en probeer het opnieuw."
    case .outOfMemory: "Sluit andere programma's en probeer het opnieuw."
    case .zipped: "Pak het eerst uit en kies het bestand dat erin zit, meestal EDEX.XML."
    case .notXML, .wrongRoot, .tooLarge:
      "Maak in het leerlingadministratiesysteem een export in EDEXML 2.1, in ParnasSys ‘EDEX & UWLR (nieuw)’."
    case .empty, .truncated: "Maak de export opnieuw en wacht tot het bestand helemaal is opgeslagen."
    case .otherEncoding, .notUTF8, .nulByte:
      "Maak de export opnieuw en open het bestand niet in een ander programma; dat kan de tekens veranderen."
    case .doctype, .malformed, .tagTooLong, .tooManyAttributes, .tooDeep, .tooManyNames:
      "Maak de export opnieuw; blijft dit zo, stuur deze melding naar de leverancier van uw administratiesysteem."
    case .missing, .missingName, .missingKey, .repeated, .tooMany, .tooLong, .keyTooLong, .duplicateKey,
      .unknownReference, .wrongSchoolYear, .wrongDate, .wrongCode:
      "Verbeter dit in uw administratiesysteem en maak de export opnieuw."
    case .keyIsPersonalNumber: "Vraag de leverancier van uw administratiesysteem om een export met eigen sleutels."
    }
  }
}

extension FoundEncoding {
  fileprivate var happened: String {
    switch self {
    case .utf16: "Het bestand is in UTF-16 geschreven. EDEXML is altijd UTF-8."
    case .utf32: "Het bestand is in UTF-32 geschreven. EDEXML is altijd UTF-8."
    case .latin: "Het bestand zegt dat het in ISO-8859 of Windows-1252 is geschreven. EDEXML is altijd UTF-8."
    case .other: "Het bestand zegt dat het in een andere tekencodering dan UTF-8 is geschreven."
    }
  }
}

extension XMLFault {
  fileprivate var happened: String {
    switch self {
    case .syntax: "De XML is hier niet goed geschreven."
    case .tagMismatch: "Hier sluit een ander onderdeel dan er open staat."
    case .repeatedAttribute: "Een kenmerk staat hier twee keer in hetzelfde onderdeel."
    case .textAfterEnd: "Na het einde van het hoofdonderdeel staat nog iets."
    case .unknownEntity: "Hier staat een afkorting (entiteit) die in EDEXML niet bestaat."
    case .badCharacter: "Hier staat een teken dat in XML niet mag."
    case .other: "De XML is niet te lezen."
    }
  }
}
