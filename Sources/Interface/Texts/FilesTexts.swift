import Casework

/// The words about files that are not as they should be.
extension Texts {
  enum Files {
    static let title = "Bestanden die niet kloppen"
    static let allGood = "Alle bestanden kloppen."
    static let notYet = "De bestanden worden nog nagekeken."
    static let cannotPutBack = "Hiervan is er geen goede versie die u kunt herstellen."
    static func short(_ count: Int) -> String {
      count == 1 ? "1 bestand klopt niet: F7" : "\(count) bestanden kloppen niet: F7"
    }
    static func found(_ count: Int) -> String {
      count == 1
        ? "Een bestand klopt niet; de rest is goed en u kunt doorwerken. F7 toont welk bestand."
        : "\(count) bestanden kloppen niet; de rest is goed en u kunt doorwerken. F7 toont welke."
    }
    static func putBack(_ name: String) -> String { "Hersteld: \(name)." }
    static func about(_ pupil: String, _ what: String) -> String { "\(pupil) · \(what)" }
    static func registration(_ group: String) -> String { "Groep \(group) · registratie" }
    static func groupAnswers(_ group: String) -> String { "Groep \(group) · uitstel" }
    static let emergencyCard = "noodkaart"
    static let restricted = "vertrouwelijk gesprek"
    static let answers = "uitstel"
    static let schoolAnswers = "School · uitstel"
    static let calendar = "School · kalender"
    static let note = "Werkaantekening"
  }
}
