/// What this room says itself, outside the screens.
enum Texts {
  /// After a crash; the number of the signal follows.
  static let crashed =
    "Passend is onverwacht gestopt. Wat is opgeslagen, is veilig; wat u typte, vindt u terug als concept. Signaal "
  static let editorFailed = "De tekstverwerker heeft de tekst niet teruggegeven; hier staat nog wat er stond."
  static let tooManyPapers = "Er staan al te veel papieren met deze naam; ruim de map eerst op."
  static let noTerminal = "Passend heeft een terminal nodig: invoer en uitvoer mogen niet omgeleid zijn."

  static func unknownTerminal(_ type: String) -> String {
    "Dit soort terminal (TERM=\(type)) kan het scherm niet tonen. Probeer: TERM=xterm passend, of passend --toegankelijk"
  }

  static let lineMode = "Passend, regel voor regel. Typ ? voor hulp en stop om te sluiten."
  static let takesLong = "Een ogenblik, er wordt gewerkt."
  static let closed = "Passend is gesloten."

  /// The words of an act in the journal: what was done, never to whom or what it said.
  enum Acts {
    static let openedSections = "tabblad geopend"
    static let openedEmergencyCard = "noodkaart geopend"
    static let madeDocument = "papier gemaakt"
  }
}
