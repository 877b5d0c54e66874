/// A pupil's absence worked out day by day, once for every rule and screen that counts it.
public struct AbsenceLedger: Equatable, Sendable {
  public init(_ dossier: Dossier, in scope: RuleScope) {
  }
}
