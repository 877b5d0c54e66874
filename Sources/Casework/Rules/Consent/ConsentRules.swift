extension Rule {
  /// The rules about consent and about personal data (§2.3, 2.5, 2.9, 3.5, 3.6, 3.9; AVG).
  static let consentRules: [Rule] =
    [missingConsent] + consentRecordRules + [expiringConsent, telling] + examinationRules + withParentsRules
    + [accessRequest]
}
