/// Why a file that reads well cannot be imported into this school.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// The file is of a school with another BRIN, or of another location of this one.
  case otherSchool(file: String, own: String)
  /// Pupils whose tab cannot be read: importing could record them a second time.
  case unreadablePupils(Int)
  case notCareCoordinator

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
      Het tabblad Leerling is niet te lezen in \(count) \(count == 1 ? "dossier" : "dossiers"). Er is niets geïmporteerd, \
      want anders kan een leerling er dubbel in komen. Herstel dat eerst.
      """
    case .notCareCoordinator:
      "Alleen de intern begeleider ziet alle leerlingen en kan importeren. Er is niets geïmporteerd. Vraag het de IB."
    }
  }
}
