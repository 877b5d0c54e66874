/// The words that a meeting puts on the agenda and into the dossier.
enum MeetingTexts {
  static func action(_ action: Action) -> String {
    let what = action.what ?? ""
    return action.before.map { "\(what) (voor \($0.dutch(.brief)))" } ?? what
  }

  static func goal(_ goal: Record<GoalFields>) -> String {
    [goal.domain, goal.target].compactMap(\.self).joined(separator: ": ")
  }

  static func consultation(_ version: Int) -> String { "Overleg over het OPP, versie \(version)" }
  static func agreement(_ version: Int, _ guardian: String) -> String {
    "Instemming met het OPP, versie \(version): \(guardian)"
  }

  /// What was filled in of an action, as far as it goes.
  static func promise(_ answer: MeetingAnswer) -> String {
    let before = answer.before.map { "voor \($0.dutch(.brief))" } ?? answer.typedBefore
    return [answer.what, answer.who, before].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  static let evaluated = "Het OPP is geëvalueerd"
  static func line(_ title: String, _ text: String) -> String { text.isEmpty ? "- \(title)" : "- \(title): \(text)" }
  static func answered(_ title: String, _ answer: String) -> String { "\(title): \(answer)" }
}
