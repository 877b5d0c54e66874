import Casework

/// What is said about the vault's errors: what happened, what is safe, what to do.
extension VaultError {
  public var sentence: String {
    switch self {
    case .storage(let fault): fault.sentence
    case .noSchool(let folder):
      "In de map \(folder) staat geen school van Passend. Er is niets gewijzigd. Kies een andere map met --map, of maak een school met: passend nieuw."
    case .schoolExists(let folder):
      "In de map \(folder) staat al een school. Die is niet aangeraakt. Kies een lege map."
    case .newerFormat(let path):
      "Het bestand \(path) is gemaakt met een nieuwere versie van Passend. Er is niets gewijzigd. Werk Passend bij op deze computer."
    case .damaged(let file): file.sentence
    case .unknownLogin(let login): "De naam \(login) is hier niet bekend. Kies een naam uit de lijst."
    case .wrongPassphrase:
      "Deze wachtzin hoort niet bij deze naam. Er is niets gewijzigd. Probeer het opnieuw."
    case .passphraseTooShort(let login):
      "De wachtzin van \(login) is te kort. Neem er een van ten minste \(Vault.leastPassphrase) tekens."
    case .unusableLogin(let login):
      login.isEmpty
        ? "Een gebruiker heeft geen inlognaam. Geef elke gebruiker een eigen naam."
        : "De inlognaam \(login) komt twee keer voor. Geef elke gebruiker een eigen naam."
    case .noRight(let refusal): refusal.sentence
    case .notReadable:
      "U hebt geen sleutel van dit onderdeel. Er is niets gewijzigd. Vraag het aan de intern begeleider."
    case .keepsMoving:
      "Anderen slaan steeds hetzelfde op, daarom is uw wijziging nog niet opgeslagen. Uw concept is bewaard. Probeer het zo opnieuw."
    case .noSuchRevision:
      "Deze oude versie is er niet meer of is niet te lezen. De huidige gegevens zijn niet aangeraakt."
    case .cryptographyUnavailable:
      "De versleuteling van deze computer werkt niet. Er is niets gelezen of gewijzigd. Vraag hulp aan uw beheerder."
    }
  }
}

extension FileFault {
  public var sentence: String {
    switch cause {
    case .full:
      "De schijf is vol. Wat al was opgeslagen, is veilig; uw concept is bewaard. Maak ruimte en sla opnieuw op."
    case .noRight:
      "Passend mag hier niet schrijven (\(path)). Wat al was opgeslagen, is veilig; uw concept is bewaard. Vraag uw beheerder om schrijfrecht op deze map."
    case .busy:
      "Iemand anders houdt de map langer dan een kwart minuut bezet. Er is niets gewijzigd; uw concept is bewaard. Probeer het zo opnieuw."
    case .gone:
      "De map is niet bereikbaar (\(path)). Wat al was opgeslagen, is veilig; uw concept is bewaard. Controleer de verbinding en probeer het opnieuw."
    case .other:
      "De schijf meldt een fout bij \(path) (nummer \(code)). Wat al was opgeslagen, is veilig; uw concept is bewaard. Probeer het opnieuw; blijft het zo, vraag dan uw beheerder."
    }
  }
}

extension Refusal {
  public var sentence: String {
    switch self {
    case .role(let role, _):
      "Als \(role.label) kunt u dit niet wijzigen. Er is niets gewijzigd. Vraag het aan de intern begeleider."
    case .otherGroup:
      "Deze leerling of groep is niet van u. Er is niets gewijzigd. Vraag het aan de intern begeleider."
    case .notOwn: "Deze notitie is van iemand anders. Er is niets gewijzigd."
    case .placement:
      "Alleen de intern begeleider verplaatst een leerling naar een andere groep, want de sleutels gaan mee. Er is niets gewijzigd."
    case .keyring:
      "Alleen de intern begeleider geeft toegang. Er is niets gewijzigd. Vraag het aan de intern begeleider."
    }
  }
}

extension DamagedFile {
  public var sentence: String {
    "Het bestand \(path) is niet te gebruiken: \(flaw.words). De rest van de school is niet aangeraakt."
  }
}

extension DamagedFile.Flaw {
  /// What is wrong, as the end of a sentence.
  public var words: String {
    switch self {
    case .missing: "het ontbreekt"
    case .malformed: "de inhoud heeft niet de vorm die erbij hoort"
    case .notJSON(let error): error.explanation
    case .otherKind: "er staat niet in wat er hoort, of het is niet door Passend gemaakt"
    case .badStamp: "de inhoud is gewijzigd buiten Passend om, want de ondertekening klopt niet meer"
    case .unknownWriter: "het is geschreven door iemand die niet in de lijst van gebruikers staat"
    case .writerHasNoRight: "het is geschreven door iemand die dit niet mag schrijven"
    case .swapped: "het hoort op een andere plaats, want het is verwisseld"
    case .unsealable: "het is beschadigd, want de sleutel past maar het gaat niet open"
    case .notLatest: "het is niet de versie die het journaal als laatste noemt"
    case .versionGone: "de geschiedenis ontbreekt, want de versie van toen is er niet meer"
    case .foreignRoot: "het is niet ondertekend door deze school"
    }
  }
}

extension JournalFinding {
  public var sentence: String {
    "In het journaal \(path), regel \(line): \(flaw.words). De dossiers zelf zijn niet aangeraakt. Vraag uw beheerder om het te vergelijken met een reservekopie."
  }
}

extension JournalFinding.Flaw {
  /// What is wrong, as the end of a sentence.
  public var words: String {
    switch self {
    case .malformed: "dit is geen regel van een journaal"
    case .edited: "de regel is gewijzigd buiten Passend om"
    case .foreign: "de regel komt uit een ander journaal"
    case .outOfOrder: "er ontbreken regels, of ze staan op een andere plaats"
    case .replaced: "de regel ervoor is vervangen door een andere"
    case .cut: "aan het eind zijn regels verdwenen"
    }
  }
}

extension DamagedPlace {
  /// For the tab itself: what happened and what can be done.
  public var sentence: String {
    guard let lastGood else {
      return file.sentence + " Er is geen eerdere versie die nog te lezen is: vraag uw beheerder om een reservekopie."
    }
    guard let writer = lastGood.writer else {
      return file.sentence + " Een eerdere versie is nog goed en kan worden teruggezet."
    }
    return file.sentence + " De versie van \(writer.at.iso) door \(writer.name) is nog goed en kan worden teruggezet."
  }
}
