extension Texts {
  /// One talk for several pupils.
  enum Talk {
    static let alsoFor = "Ook vastleggen bij"
    static let alsoForHint =
      "Typ een naam. Ieder krijgt een eigen gesprek met dezelfde tekst; de namen van de anderen komen er niet in."
    static func pupil(_ name: String, _ group: String) -> String { group.isEmpty ? name : "\(name) (\(group))" }
    static func more(_ count: Int) -> String { "… (\(count) leerlingen)" }
    static func named(_ names: [String]) -> String {
      "Let op: in uw tekst staat een naam (\(names.joined(separator: ", "))). Die komt zo ook bij de anderen."
    }
    static func saved(_ act: String, _ count: Int) -> String {
      "Bewaard in \(count) dossiers: \(act). Ongedaan maken kan met u."
    }
    static func cannotWrite(_ name: String) -> String {
      "Bij \(name) kunt u geen gesprek vastleggen. Haal deze leerling weg; er is nog niets bewaard."
    }
    static func otherParents(_ name: String) -> String {
      "Deze ouders staan niet bij \(name). Haal deze leerling weg en leg dat gesprek apart vast; er is nog niets bewaard."
    }
  }
}
