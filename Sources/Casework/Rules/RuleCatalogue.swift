extension Rule {
  /// Every rule that the program knows, a group at a time.
  public static let all: [Rule] =
    admissionRules
    + applicationRules
    + planRules
    + absenceRules
    + consentRules
    + medicalRules
    + referralRules
    + transitionRules
    + retentionRules
    + schoolRules
    + followUpRules
}
