import Casework

extension Texts {
  enum Flow {
    static let title = "Weg naar een andere school"
    static let open = "Nog open"
    static let nothingOpen = "Er is geen vraag meer open."
    static let nothingAsked = "Hier is niets in te vullen."
    static let elsewhere = "Deze weg staat bij de tabbladen Verwijzing en Overgang."
    static let unanswered = "Nog niet bekend."
    static let isHere = "Tot hier komt deze leerling met wat er in het dossier staat."
    static let hintText = "meer tekst"
    static let lanes = [
      "Een andere basisschool, SBO of SO (§4.1)", "Cluster 1 en 2 (§4.2)", "Voortgezet onderwijs (§4.3, 4.4)",
    ]
    static let legend = "● weg van de leerling   ? nog open   ○ niet op de weg"
    static let unsettled = "Dit staat niet vast"

    static func answer(_ word: String) -> String { "Antwoord: \(word)." }
    static func notReadable(_ tabs: [String]) -> String {
      "Niet te beoordelen: \(tabs.joined(separator: ", ")) is niet te lezen."
    }
    static func fillIn(_ place: String) -> String { "Invullen bij: \(place)" }
    static func goOn(_ number: Int) -> String { "verder bij \(number)" }
    static func goBack(_ number: Int) -> String { "terug naar \(number)" }
    static func arrow(_ answer: String, to target: String) -> String { "\(answer) → \(target)" }
    static func sources(_ sections: [String], _ entries: [String]) -> String {
      "Handreiking §" + sections.joined(separator: ", ") + " · naslag: " + entries.joined(separator: ", ")
    }
    static func way(to node: String) -> String { "\(title): \(node)" }
    static func check(_ name: String, _ answer: String) -> String { "\(name): \(answer)" }
    static let practical = "Toets aan PrO (§4.3)"
    static let support = "Toets aan LWOO (§4.4)"
  }
}
