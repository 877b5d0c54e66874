extension Rule {
  /// Support that was given for a time is looked back on before it ends, and renewed or stopped (§2.5).
  static let arrangementEnds = Rule(
    "arrangement.eindigt", reads: [.support],
    judge: .pupil { dossier, scope in
      guard let section = dossier.support.record else { return [] }
      return section.arrangements.compactMap { arrangement -> Episode? in
        guard let id = arrangement.id, let end = arrangement.until, arrangement.isGiven,
          let weeks = scope.norms["arrangement.eindigt.weken", on: end]
        else { return nil }
        let shown = max(end.adding(weeks: -weeks), arrangement.from.map { min($0, end) } ?? .distantPast)
        let reviewed = arrangement.reviewedOn
        // What comes next was settled, nobody knows when: nothing is left to ask.
        if arrangement.followUp != nil, reviewed == nil { return nil }
        let isSettled = arrangement.followUp != nil || reviewed.map { $0 >= shown } ?? false
        if isSettled, let reviewed, reviewed <= shown { return nil }
        let place = Act(.support, list: "arrangementen", record: id)
        var proof = [
          ProofStep("eindigt", ["wat": .text(arrangement.what ?? "ondersteuning"), "datum": .date(end)], at: place),
          ProofStep("zichtbaar", ["datum": .date(end), "weken": .count(weeks), "van": .date(shown)]),
        ]
        if !isSettled, let reviewed { proof.append(ProofStep("eerder", ["datum": .date(reviewed)], at: place)) }
        return Episode(
          id: Episode.ID(rule: "arrangement.eindigt", subject: .pupil(dossier.id), records: [id]),
          visibleFrom: shown, due: end, clearedOn: isSettled ? reviewed : nil, factOn: end,
          title: ProofStep("titel", ["wat": .text(arrangement.what ?? "Ondersteuning"), "datum": .date(end)]),
          proof: proof, act: Act(.support, list: "arrangementen", record: id, field: "vervolg"))
      }
    })
}

extension Record<ArrangementFields> {
  /// Whether it came about, as far as is known: not where the request was refused or taken back.
  fileprivate var isGiven: Bool {
    switch self.decision?.known {
    case .refused, .withdrawn: false
    case .granted, .partly, nil: self.askedOn == nil || self.decision != nil || self.from != nil
    }
  }
}
