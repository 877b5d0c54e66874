import Casework

extension Office {
  /// The one pupil that these words mean; more than one or none is told with what to type.
  func pupil(_ words: String) throws(Failure) -> Dossier {
    let found = index.search(words).compactMap { caseload.dossiers[$0] }
    if let exact = found.first(where: { $0.pupil.record?.fullName == words }) { return exact }
    guard let first = found.first else {
      throw Failure("Geen leerling gevonden met «\(words)». Kijk met: passend leerlingen", .badData)
    }
    guard found.count == 1 else {
      let names = found.prefix(8).map { name(of: $0) }.joined(separator: ", ")
      throw Failure("«\(words)» past bij \(found.count) leerlingen: \(names). Typ meer van de naam.", .badData)
    }
    return first
  }

  var index: NameIndex {
    NameIndex(
      entries: caseload.dossiers.values.compactMap { dossier in
        guard let pupil = dossier.pupil.record else { return nil }
        return NameEntry(
          id: dossier.id, firstName: pupil.callName ?? "", infix: pupil.surnamePrefix ?? "",
          lastName: pupil.surname ?? "", group: groupName(of: pupil))
      })
  }

  /// `Noor de Vries (6a)`.
  func name(of dossier: Dossier) -> String {
    guard let pupil = dossier.pupil.record else { return "leerling zonder leesbaar tabblad" }
    let group = groupName(of: pupil)
    return group.isEmpty ? pupil.fullName : pupil.fullName + " (" + group + ")"
  }

  func groupName(of pupil: Record<PupilFields>) -> String {
    guard let id = pupil.group(on: day) else { return "" }
    return caseload.school.record.groups.first { $0.id == id }?.groupName ?? ""
  }

  func name(of subject: Subject) -> (name: String, group: String) {
    switch subject {
    case .pupil(let id):
      let pupil = caseload.dossiers[id]?.pupil.record
      return (pupil?.fullName ?? "onbekend", pupil.map { groupName(of: $0) } ?? "")
    case .group(let id):
      return ("Groep " + (caseload.school.record.groups.first { $0.id == id }?.groupName ?? ""), "")
    case .school: return ("School", "")
    }
  }
}
