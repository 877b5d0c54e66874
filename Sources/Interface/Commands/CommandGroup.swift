/// The commands of one kind of work: what they do is told apart without a remainder, so that a new one is never taken
/// for another.
protocol CommandGroup: CaseIterable {
  var id: CommandID { get }
}

extension CommandGroup {
  /// Nothing where the command belongs elsewhere.
  init?(_ id: CommandID) {
    guard let found = Self.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }
}

/// The commands of a talk while it is held.
enum MeetingCommand: CommandGroup {
  case discussed, agreed, notRaised, done, agreeOral, agreeSigned, disagree, addPoint, finish

  var id: CommandID {
    switch self {
    case .discussed: .markDiscussed
    case .agreed: .markAgreed
    case .notRaised: .markNotRaised
    case .done: .markDone
    case .agreeOral: .agreeOral
    case .agreeSigned: .agreeSigned
    case .disagree: .disagree
    case .addPoint: .addPoint
    case .finish: .finishMeeting
    }
  }
}

/// The acts on a plan.
enum PlanCommand: CommandGroup {
  case offer, establish, renew, evaluate, read

  var id: CommandID {
    switch self {
    case .offer: .offerPlan
    case .establish: .establishPlan
    case .renew: .renewPlan
    case .evaluate: .evaluatePlan
    case .read: .readPlan
    }
  }
}

/// The commands of a form.
enum FormCommand: CommandGroup {
  case save, openEditor, undoTyping, removeItem, discardDraft, copyDay

  var id: CommandID {
    switch self {
    case .save: .save
    case .openEditor: .openEditor
    case .undoTyping: .undoTyping
    case .removeItem: .removeItem
    case .discardDraft: .discardDraft
    case .copyDay: .copyDay
    }
  }
}
