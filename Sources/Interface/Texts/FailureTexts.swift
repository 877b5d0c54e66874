/// What went wrong, in words: what happened, what is safe, what to do.
extension Texts {
  static func line(of failure: Failure) -> String {
    switch failure {
    case .wrongPassphrase: "Deze wachtzin past niet. Typ hem opnieuw; let op hoofdletters."
    case .noRight:
      "Niet bewaard: u hebt hier geen recht toe. Uw tekst staat in het concept. Vraag de intern begeleider."
    case .diskFull: "Niet bewaard: de schijf is vol. Uw tekst staat nog op het scherm. Maak ruimte en bewaar opnieuw."
    case .storage(let why):
      "Niet bewaard: de map is niet te bereiken (\(why)). Uw tekst staat nog op het scherm. Probeer opnieuw."
    case .editorMissing: "Geen editor gevonden. Stel $VISUAL of $EDITOR in, of typ de tekst hier."
    case .editorNotAllowed: "Een eigen editor is hier niet toegestaan. Typ de tekst hier."
    case .told(let sentence): sentence
    case .other(let what): "Dat lukte niet: \(what) Wat bewaard was, is veilig."
    }
  }

  /// Why a save did not come about, as the end of a sentence that says what became of the marks; nothing where the whole
  /// line says it better.
  static func cause(of failure: Failure) -> String? {
    switch failure {
    case .noRight: "u hebt hier geen recht toe. Vraag de intern begeleider."
    case .diskFull: "de schijf is vol. Maak ruimte."
    case .storage(let why): "de map is niet te bereiken (\(why))."
    case .wrongPassphrase, .editorMissing, .editorNotAllowed, .told, .other: nil
    }
  }

  static func lines(of failure: Failure, width: Int) -> [String] {
    Wrapped.lines(of: line(of: failure), width: width).map(\.text)
  }
}
