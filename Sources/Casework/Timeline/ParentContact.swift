extension Record<ConversationFields> {
  /// Whether a parent was spoken to; an attempt, and a talk of which that is not on record, is none.
  public var isWithParent: Bool {
    self.reached.is(.reached)
      && (self.kind.is(.parents) || self.participants.contains { $0.role.is(.guardian) })
  }
}

extension Record<EvaluationFields> {
  /// Whether a parent took part, which makes it a talk with a parent too.
  public var isWithParent: Bool { self.attendance.contains { $0.attendance.is(.present) } }
}

extension Dossier {
  /// The last day before this one on which a parent was spoken to, as far as the tabs can be read.
  public func lastTalkWithParent(before day: CivilDate) -> CivilDate? {
    let talks = (conversations.record?.conversations ?? []).filter(\.isWithParent).compactMap(\.on)
    let evaluations = (plan.record?.evaluations ?? []).filter(\.isWithParent).compactMap(\.on)
    return (talks + evaluations).filter { $0 < day }.max()
  }
}
