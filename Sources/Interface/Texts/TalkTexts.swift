extension Texts {
  /// One talk for several pupils.
  enum Talk {
    static let alsoFor = "Ook vastleggen bij"
    static let alsoForHint =
      "Typ een naam. Ieder krijgt een eigen gesprek met dezelfde tekst; de namen van de anderen komen er niet in."
    static func pupil(_ name: String, _ group: String) -> String { group.isEmpty ? name : "\(name) (\(group))" }
    static func more(_ count: Int) -> String { "… (\(count) leerlingen)" }
    static func named(_ names: [String]) -> String {
      "In uw tekst staat een naam (\(names.joined(separator: ", "))). Die komt zo in het dossier van een ander."
    }
    /// One sentence about what only the pupil of the form keeps.
    static func staysBehind(_ what: [String]) -> String {
      "Dit gaat niet mee naar de anderen: \(what.joined(separator: "; "))."
    }
    static func notWith(_ name: String, _ pupils: [String]) -> String {
      "\(name) (niet bij \(pupils.joined(separator: ", ")))"
    }
    static let nameOfPupil = "de naam van de leerling"
    static let consultedOn = "de dag waarop ouders vooraf zijn gesproken"
    static func saved(_ act: String, _ count: Int) -> String {
      "Bewaard in \(count) dossiers: \(act). Ongedaan maken kan met u."
    }
    static func cannotWrite(_ name: String) -> String {
      "Bij \(name) kunt u geen gesprek vastleggen. Haal deze leerling weg; er is nog niets bewaard."
    }
    static func notSurelyParents(_ name: String) -> String {
      "Het is niet zeker dat een ouder uit dit gesprek ook bij \(name) hoort. Kies wie erbij was; de naam en een telefoon, "
        + "e-mail of adres moeten bij beide kinderen gelijk zijn. Haal anders deze leerling weg; er is nog niets bewaard."
    }
  }
}
