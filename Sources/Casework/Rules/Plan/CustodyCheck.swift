/// Something that must be done towards every guardian who had custody on one day, and how far that is.
struct CustodyCheck {
  let day: CivilDate
  /// Those for whom it was done, with the day.
  let done: [(guardian: Guardian, on: CivilDate)]
  let lacking: [Guardian]
  /// Of whom it is unknown whether they had custody.
  let unknown: [Guardian]

  init(_ circle: GuardianCircle, on day: CivilDate, doneOn: (Guardian) -> CivilDate?) {
    self.day = day
    var done: [(guardian: Guardian, on: CivilDate)] = []
    var lacking: [Guardian] = []
    var unknown: [Guardian] = []
    for member in circle.members {
      let guardian = member.guardian
      switch member.custody.hasCustody(on: day) {
      case .no: continue
      case .unknown: unknown.append(guardian)
      case .yes: if let on = doneOn(guardian) { done.append((guardian, on)) } else { lacking.append(guardian) }
      }
    }
    self.done = done
    self.lacking = lacking
    self.unknown = unknown
  }

  private var isNobody: Bool { done.isEmpty && lacking.isEmpty }

  /// The day on which it was done for the last of them; nothing while it lacks for one, or while it is not certain who they
  /// are.
  var clearedOn: CivilDate? {
    lacking.isEmpty && unknown.isEmpty ? done.map(\.on).max() : nil
  }

  /// Whether it was done for all of them on or before a day.
  func isMet(by day: CivilDate) -> Bool {
    clearedOn.map { $0 <= day } ?? false
  }

  /// Whether only custody stands in the way.
  var isAboutCustody: Bool { lacking.isEmpty && (isNobody || !unknown.isEmpty) }

  /// Those for whom it was not done by a day, as one speaks of them.
  func names(by day: CivilDate) -> String {
    (lacking + done.filter { $0.on > day }.map(\.guardian)).map(\.shortName).joined(separator: ", ")
  }

  /// A line for each guardian: done on a day, not done, or custody unknown; and whether nobody has custody.
  func proof(_ doneSentence: String, _ lackSentence: String, at place: Act) -> [ProofStep] {
    var steps = done.map { item in
      ProofStep(doneSentence, ["wie": .text(item.guardian.shortName), "datum": .date(item.on)], at: place)
    }
    steps += lacking.map { ProofStep(lackSentence, ["wie": .text($0.shortName)], at: place) }
    let custody = Act(.family, list: "ouders")
    if isNobody, unknown.isEmpty { steps.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    steps += unknown.map {
      ProofStep("gezagOnbekend", ["wie": .text($0.shortName), "datum": .date(day)], at: custody)
    }
    return steps
  }
}
