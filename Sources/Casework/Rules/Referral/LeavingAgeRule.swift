extension Rule {
  /// At the end of the school year in which they turn 14 pupils leave the SBO (§1.7; WPO 39 lid 4).
  static let leavingAge = Rule(
    "tlv.sbo-leeftijd", reads: [.pupil],
    judge: .pupil { dossier, scope -> [Episode] in
      guard scope.school.record.type.is(.specialPrimary), let years = scope.norms["tlv.sbo-leeftijd.jaren"],
        let pupil = dossier.pupil.record, let birth = pupil.birthDate
      else { return [] }
      let birthday = birth.adding(years: years)
      let year = SchoolYear(of: birthday)
      let hasEnrolments = !pupil.enrolmentHistory.isEmpty
      let stays = DateSpan.joined(
        hasEnrolments ? pupil.enrolmentHistory.map(\.span) : pupil.placementHistory.map(\.span))
      return stays.compactMap { stay in
        let from = max(stay.from, year.firstDay)
        if let last = stay.until, last < from { return nil }
        var proof = [
          ProofStep(
            "verjaardag", ["geboren": .date(birth), "datum": .date(birthday), "jaren": .count(years)],
            at: Act(.pupil, field: PupilFields.declared.birthDate.key)),
          ProofStep("schooljaar", ["schooljaar": .text(year.description), "datum": .date(year.lastDay)]),
          ProofStep(
            hasEnrolments ? "ingeschreven" : "inGroep", ["datum": .date(stay.from)],
            at: Act(.pupil, list: hasEnrolments ? "inschrijvingen" : "groepen")),
        ]
        if let last = stay.until { proof.append(ProofStep("vertrek", ["datum": .date(last)])) }
        return Episode(
          id: Episode.ID(rule: "tlv.sbo-leeftijd", subject: .pupil(dossier.id), mark: stay.from.iso),
          visibleFrom: from, due: year.lastDay, clearedOn: stay.until,
          title: ProofStep("titel", ["datum": .date(year.lastDay)]), proof: proof,
          act: Act(.pupil, list: "inschrijvingen"))
      }
    })
}
