/// The yes and no of each guardian to an examination or a medical act, read once for all the days that are asked.
struct AnsweredConsents {
  private typealias Answer = Record<GuardianConsentFields>

  private let answers: [Record<GuardianConsentFields>]
  private let circle: GuardianCircle
  private let norm: ConsentNorm
  /// Where the answers stand.
  private let place: Act

  init(_ answers: [Record<GuardianConsentFields>], circle: GuardianCircle, norm: ConsentNorm, at place: Act) {
    self.answers = answers
    self.circle = circle
    self.norm = norm
    self.place = place
  }

  /// What lacks on one day, by the answers up to another.
  func shortfall(on day: CivilDate, knownBy known: CivilDate) -> Shortfall {
    norm.shortfall(circle, on: day, isContested: !refusals(on: day, knownBy: known).isEmpty) { guardian in
      guard let answer = latest(of: guardian.id, knownBy: known), let on = answer.on else { return false }
      return answer.answer.is(.given) && circle.custody(of: guardian.id, on: on) == .yes
    }
  }

  /// The days on which the answer can change, in no order.
  var turningPoints: [CivilDate] { circle.turningPoints + answers.compactMap(\.on) }

  /// How it stands with each guardian, with custody, and what law and norm make of it.
  func proof(on day: CivilDate, knownBy known: CivilDate) -> [ProofStep] {
    let holders = circle.holders(on: day)
    let others = refusals(on: day, knownBy: known).filter { refusal in
      !holders.contains { $0.id == refusal.guardian?.id }
    }
    return holders.map { step(for: $0, knownBy: known) } + others.map(refused) + circle.doubts(on: day)
      + ConsentNorm.verdict(shortfall(on: day, knownBy: known))
  }

  /// What a guardian answered last; of two on one day the refusal counts.
  private func latest(of guardian: RecordID?, knownBy known: CivilDate) -> Answer? {
    answers.filter { $0.guardian?.id == guardian && $0.on.map { $0 <= known } ?? false }
      .max { left, right in
        guard let first = left.on, let second = right.on, first == second else {
          return left.on ?? .distantPast < right.on ?? .distantPast
        }
        return !left.answer.is(.refused) && right.answer.is(.refused)
      }
  }

  /// A no of someone who may have custody; one without a date was said at some time.
  private func refusals(on day: CivilDate, knownBy known: CivilDate) -> [Answer] {
    var seen: Set<RecordID?> = []
    let guardians = answers.map { $0.guardian?.id }.filter { seen.insert($0).inserted }
    let said = guardians.compactMap { latest(of: $0, knownBy: known) }
    let undated = answers.filter { $0.on == nil }
    return (said + undated).filter { answer in
      answer.answer.is(.refused) && circle.custody(of: answer.guardian?.id, on: day) != .no
    }
  }

  private func step(for guardian: Guardian, knownBy known: CivilDate) -> ProofStep {
    let own = answers.filter { $0.guardian?.id == guardian.id }
    if let refusal = own.first(where: { $0.on == nil && $0.answer.is(.refused) }) { return refused(refusal) }
    let who: ProofValues = ["wie": .text(guardian.shortName)]
    if let answer = latest(of: guardian.id, knownBy: known), let on = answer.on {
      let dated = who.and(["datum": .date(on)])
      switch answer.answer?.known {
      case .given where circle.custody(of: guardian.id, on: on) == .yes:
        return ProofStep("gegevenDoor", dated, at: place)
      case .given: return ProofStep("gafZonderGezag", dated, at: place)
      case .refused: return refused(answer)
      case .open, nil: return ProofStep("geenAntwoord", who, at: place)
      }
    }
    let given = own.filter { $0.answer.is(.given) }
    guard let later = given.compactMap(\.on).min() else {
      return ProofStep(given.isEmpty ? "geenAntwoord" : "zonderDatum", who, at: place)
    }
    return ProofStep("pasGegeven", who.and(["datum": .date(later)]), at: place)
  }

  private func refused(_ answer: Answer) -> ProofStep {
    let who = ProofValue.text(circle.name(of: answer.guardian?.id) ?? "een ouder die er niet staat")
    guard let on = answer.on else { return ProofStep("geweigerdZonderDatum", ["wie": who], at: place) }
    return ProofStep("geweigerd", ["wie": who, "datum": .date(on)], at: place)
  }
}
