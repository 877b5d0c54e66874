import Casework
import Vault

extension RuleEngine {
  /// As ``judge(_:in:)``, on both of the machine's cores.
  ///
  /// A dossier is judged on its own, so that it does not matter who judges which.
  public func judgeInParallel(_ dossiers: [Dossier], in scope: RuleScope) -> Judgement {
    Judgement(
      joining: [judgeSchool(in: scope)] + inParallel(dossiers) { part in judgePupils(part, in: scope) })
  }
}
