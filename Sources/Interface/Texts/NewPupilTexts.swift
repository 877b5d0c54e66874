import Casework

extension Texts {
  enum NewPupil {
    static let act = "Leerling toevoegen"
    static let notForTeachers = "Een leerling toevoegen doet de intern begeleider."
    static let lookalikes = "Is dit dezelfde leerling?"
    static let goOn = "Nee, toch een nieuwe leerling toevoegen"

    static func isKnown(_ known: String) -> String { "Ja, open: \(known)" }
    static func maybe(_ known: String) -> String { "Lijkt op \(known)." }
    static func known(_ name: String, _ born: CivilDate?, _ place: String) -> String {
      [name, born.map { "geb. \(DateEntry.write($0))" }, place.isEmpty ? nil : place].compactMap(\.self)
        .joined(separator: ", ")
    }
    static func saved(_ name: String) -> String { "Toegevoegd: \(name). Ongedaan maken kan met u." }
  }
}
