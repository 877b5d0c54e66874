/// Why a file that reads well cannot be imported into this school.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// The file is of a school with another BRIN, or of another location of this one.
  case otherSchool(file: String, own: String)
  /// Pupils whose tab cannot be read: importing could record them a second time.
  case unreadablePupils(Int)

  /// What happened, that nothing was imported, and what to do.
  public var text: String {
    switch self {
    case .otherSchool(let file, let own):
      """
      Dit bestand is van school \(file), maar deze gegevens zijn van school \(own). Er is niets geïmporteerd. \
      Controleer of u het goede bestand hebt gekozen.
      """
    case .unreadablePupils(let count):
      """
      Van \(count) dossiers is het tabblad Leerling niet te lezen. Er is niets geïmporteerd, want anders kan een \
      leerling er dubbel in komen. Herstel die dossiers eerst, of importeer als intern begeleider.
      """
    }
  }
}
