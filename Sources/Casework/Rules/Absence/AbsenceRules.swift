extension Rule {
  /// The rules on absence (§3.8).
  static let absenceRules: [Rule] = []
}
