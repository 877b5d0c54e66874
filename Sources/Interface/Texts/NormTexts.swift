import Casework

extension Texts {
  enum Norms {
    static let title = "Normen"
    static let question = "Eigen getal"
    static let own = "eigen"
    static let law = "wet"
    static let fixed = "Dit getal ligt vast in de wet. De school kan het niet kiezen."
    static let ofProgram = "Van het hele programma."
    static let cannotSetLaw = "Dit getal ligt vast in de wet."
    static let isDefault = "Hier telt de standaard al."

    static func count(_ count: Int, own: Int) -> String { "\(count) kiest de school, \(own) eigen" }

    static func chosen(_ norm: Norm, _ value: Int) -> String {
      "\(name(norm)): \(value), standaard \(norm.value)"
    }

    static func see(_ count: Int, own: Int) -> String {
      let chosen = count == 1 ? "1 getal kiest de school" : "\(count) getallen kiest de school"
      return "\(chosen), \(own) \(own == 1 ? "is" : "zijn") eigen. Met g ziet en wijzigt u ze."
    }

    static func name(_ norm: Norm) -> String {
      norm.unit.hasPrefix("(") ? "\(norm.label) \(norm.unit)" : "\(norm.label) (\(norm.unit))"
    }

    static func standing(_ value: Int, _ norm: Norm) -> String {
      norm.isStatutory ? "Telt nu: \(value)." : "Telt nu: \(value). Dat is de standaard."
    }

    static func standing(_ value: Int, _ norm: Norm, since day: CivilDate?) -> String {
      let since = day.map { ", vanaf \($0.dutch(.full))" } ?? ""
      return "Telt nu: \(value)\(since). De standaard is \(norm.value)."
    }

    static func bounds(_ norm: Norm) -> String {
      "De school kiest, van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound)."
    }

    static func rules(_ names: [String]) -> String {
      names.count == 1 ? "Regel: \(names[0])" : "Regels: " + names.joined(separator: ", ")
    }

    static func sources(_ texts: [String]) -> String { "Bron: " + texts.joined(separator: "; ") }

    static func ask(_ norm: Norm) -> String {
      "Van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound); standaard \(norm.value)."
    }

    static func nothingTyped(_ norm: Norm) -> String {
      "Typ een getal van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound)."
    }

    static func noNumber(_ norm: Norm) -> String {
      "Dit is geen heel getal. Typ een getal van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound)."
    }

    static func outOfBounds(_ typed: String, _ norm: Norm) -> String {
      "\(typed) kan niet. Het moet van \(norm.bounds.lowerBound) tot en met \(norm.bounds.upperBound) zijn."
    }

    static func act(_ norm: Norm, _ value: Int?) -> String {
      value.map { "Norm \(norm.name) op \($0) gezet" } ?? "Norm \(norm.name) terug op de standaard gezet"
    }

    static func saved(_ norm: Norm, _ value: Int?) -> String {
      let now = value.map { "\($0)" } ?? "\(norm.value), de standaard"
      let moment =
        norm.countsAtOnce ? "Dat telt meteen, ook voor wat al liep." : "Termijnen die al liepen, veranderen niet."
      return "Bewaard: \(now). \(moment)"
    }

    static func unheeded(_ findings: [NormFinding]) -> String {
      let more = findings.count > 1 ? " En nog \(findings.count - 1)." : ""
      return (findings.first?.text ?? "") + more + " Zie School (F6)."
    }
  }
}
