import Casework

extension Texts {
  enum Reference {
    static let title = "Naslag"
    static let about = "In de naslag (n)"
    static let rules = "Regels (↵ opent er een)"
    static let noRule = "Zet de cursor op een regel van het programma om die te openen."
    static let nothingAbout = "Over deze regel staat niets in de naslag."

    static func title(about rule: RuleID) -> String { "Naslag over de regel \(rule.name)" }
  }
}
