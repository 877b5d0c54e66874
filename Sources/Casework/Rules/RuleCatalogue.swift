extension Rule {
  /// Every rule that the program knows, a group at a time.
  public static let all: [Rule] =
    admissionRules
    + planRules
    + absenceRules
    + consentRules
    + medicalRules
    + referralRules
    + followUpRules
}
