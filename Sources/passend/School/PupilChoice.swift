import Casework

extension Office {
  /// The one pupil that these words mean; more than one or none is told with what to type.
  func pupil(_ words: String) throws(Failure) -> Dossier {
    if let nothingYet { throw Failure(nothingYet, .badData) }
    let found = index.search(words).compactMap { caseload.dossiers[$0] }
    // A first name or a whole name, letter for letter, means that one and not who is called something like it.
    let exact = found.filter {
      [$0.pupil.record?.fullName, $0.pupil.record?.callName].contains { $0?.folded == words.folded }
    }
    if exact.count == 1 { return exact[0] }
    guard let first = found.first else {
      throw Failure("Geen leerling gevonden met «\(words)». Kijk met: passend leerlingen", .nothingFound)
    }
    guard found.count == 1 else {
      let names = found.prefix(8).map { name(of: $0) }.joined(separator: ", ")
      throw Failure("«\(words)» past bij \(found.count) leerlingen: \(names). Typ meer van de naam.", .badData)
    }
    return first
  }

  var index: NameIndex { caseload.nameIndex(of: caseload.dossiers.values, on: day) }

  /// `Noor de Vries (6a)`.
  func name(of dossier: Dossier) -> String {
    let group = caseload.groupName(of: dossier.id, on: day)
    return group.isEmpty ? dossier.displayName : dossier.displayName + " (" + group + ")"
  }
}
