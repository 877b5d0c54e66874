/// The proof of a term, in the sentences that all rules share.
extension Term {
  /// How the end moved: each day that was passed over, the last day, and whether that is sure.
  var movedSteps: [ProofStep] {
    var steps = skipped.map { ProofStep("overgeslagen", ["dag": .date($0.date), "reden": .text($0.reason)]) }
    if !skipped.isEmpty { steps.append(ProofStep("laatsteDag", ["dag": .date(lastDay)])) }
    if let unknownAfter { steps.append(ProofStep("feestdagenOnbekend", ["dag": .date(unknownAfter)])) }
    return steps
  }
}

extension ProofStep {
  /// `van` + `weken` weeks = `tot`.
  static func term(weeks: Int, from: CivilDate, to: CivilDate) -> ProofStep {
    ProofStep("termijnWeken", ["van": .date(from), "weken": .count(weeks), "tot": .date(to)])
  }

  /// `van` + `jaren` years = `tot`.
  static func term(years: Int, from: CivilDate, to: CivilDate) -> ProofStep {
    ProofStep("termijnJaren", ["van": .date(from), "jaren": .count(years), "tot": .date(to)])
  }
}
