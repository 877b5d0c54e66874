extension Rule {
  /// An action that was agreed and is not done.
  static let openAction = Rule(
    "actie", reads: [.conversations],
    judge: .pupil { dossier, scope -> [Episode] in
      dossier.everyAction.compactMap { action, conversation -> Episode? in
        guard let id = action.id, let before = action.before, let what = action.what else { return nil }
        let agreed = conversation?.on ?? action.madeAt.map(\.day) ?? before
        let place = Act(
          .conversations, list: conversation == nil ? "acties" : "gesprekken", record: conversation?.id ?? id,
          field: conversation == nil ? "klaarOp" : "acties")
        return Episode(
          id: Episode.ID(
            rule: "actie", subject: .pupil(dossier.id), records: [conversation?.id, id].compactMap(\.self)),
          visibleFrom: min(agreed, before), due: before, clearedOn: action.doneOn,
          title: ProofStep("titel", ["wat": .text(what)]),
          proof: [
            ProofStep("afgesproken", ["datum": .date(agreed)], at: place),
            who(does: action, at: scope.school),
            ProofStep("voor", ["datum": .date(before)]),
          ],
          act: place, owner: action.owner?.id)
      }
    })

  private static func who(does action: Action, at school: School) -> ProofStep {
    let name = action.owner.flatMap { school.nameOfStaff($0.id) } ?? action.ownerName
    return name.map { ProofStep("wie", ["wie": .text($0)]) } ?? ProofStep("niemand")
  }
}

extension School {
  /// The name of a member of staff, whoever left included.
  public func nameOfStaff(_ id: RecordID) -> String? {
    record.all(\.staff).first { $0.id == id }?.staffName
  }
}
