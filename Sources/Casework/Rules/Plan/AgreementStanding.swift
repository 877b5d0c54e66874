/// How it stands with the agreement to a version: of those who had custody on one day, by their answers up to another.
struct AgreementStanding: Equatable {
  private struct Lack: Equatable {
    let guardian: WatchedGuardian
    let answer: WatchedGuardian.Answer

    static func == (left: Lack, right: Lack) -> Bool {
      left.guardian.guardian.id == right.guardian.guardian.id && left.answer == right.answer
    }
  }

  private let lacks: [Lack]
  /// Of whom it is unknown whether they have custody.
  private let unknown: [Guardian]
  private let isNobody: Bool

  init(_ guardians: [WatchedGuardian], custodyOn day: CivilDate, answersOn answerDay: CivilDate) {
    var lacks: [Lack] = []
    var unknown: [Guardian] = []
    var isNobody = true
    for guardian in guardians {
      switch guardian.custody.hasCustody(on: day) {
      case .no: continue
      case .unknown: unknown.append(guardian.guardian)
      case .yes:
        isNobody = false
        let answer = guardian.answer(on: answerDay)
        if answer != .agreed { lacks.append(Lack(guardian: guardian, answer: answer)) }
      }
    }
    self.lacks = lacks
    self.unknown = unknown
    self.isNobody = isNobody
  }

  /// Whether everyone who had custody had agreed, and it is certain who had it.
  var isMet: Bool { lacks.isEmpty && unknown.isEmpty && !isNobody }

  /// Whether somebody with custody refused, or could not be reached in spite of attempts on record.
  var isRefused: Bool { lacks.contains { $0.answer == .refused || $0.answer == .unreachable(isTried: true) } }

  var isAboutCustody: Bool { lacks.isEmpty }

  /// Those on whom it waits, as one speaks of them.
  var names: String {
    lacks.map(\.guardian.guardian.shortName).joined(separator: ", ")
  }

  func proof(on day: CivilDate, at place: Act) -> [ProofStep] {
    var steps = lacks.flatMap { $0.guardian.proof(of: $0.answer, at: place) }
    let custody = Act(.family, list: "ouders")
    if isNobody { steps.append(ProofStep("niemandMetGezag", ["datum": .date(day)], at: custody)) }
    steps += unknown.map { ProofStep("gezagOnbekend", ["wie": .text($0.shortName)], at: custody) }
    return steps
  }
}

/// One guardian's custody over time and answers to a version, read once for all the days that are asked.
struct WatchedGuardian {
  enum Answer: Equatable {
    case agreed, open, undated, refused, stale
    /// With whether an attempt is on record that was made by then.
    case unreachable(isTried: Bool)
  }

  let guardian: Guardian
  let custody: CustodyTimeline
  /// The answers by their day, in order.
  private let answers: [(on: CivilDate, answer: Answer)]
  private let isUndated: Bool
  private let attempts: [Record<ContactAttemptFields>]

  /// `textHash` is that of the version's action part.
  init(_ member: GuardianCircle.Member, _ version: PlanVersion, textHash: () -> String) {
    guardian = member.guardian
    custody = member.custody
    let records = member.id.map { version.answers(of: $0) } ?? []
    answers = records.compactMap { record in
      record.answeredOn.map { ($0, Self.answer(record, textHash)) }
    }
    isUndated = records.contains { record in
      record.answeredOn == nil && record.answer.map { !$0.word.isEmpty && $0 != .open } ?? false
    }
    attempts = records.flatMap(\.attempts)
  }

  private static func answer(_ record: PlanAgreement, _ textHash: () -> String) -> Answer {
    switch record.answer?.known {
    case .agreed: record.textHash.map { $0 == textHash() } ?? true ? .agreed : .stale
    case .refused: .refused
    case .unreachable: .unreachable(isTried: false)
    case .open, nil: .open
    }
  }

  /// What had been answered by a day; the last answer stands.
  func answer(on day: CivilDate) -> Answer {
    guard let last = answers.last(where: { $0.on <= day })?.answer else { return isUndated ? .undated : .open }
    guard last == .unreachable(isTried: false) else { return last }
    return .unreachable(isTried: attempts.contains { $0.on.map { $0 <= day } ?? false })
  }

  /// The days on which custody or the answer can change, in no order.
  var turningPoints: [CivilDate] {
    custody.turningPoints + answers.map(\.on) + attempts.compactMap(\.on)
  }

  func proof(of answer: Answer, at place: Act) -> [ProofStep] {
    let values: ProofValues = ["wie": .text(guardian.shortName)]
    switch answer {
    case .agreed: return []
    case .open: return [ProofStep("open", values, at: place)]
    case .undated: return [ProofStep("zonderDatum", values, at: place)]
    case .refused: return [ProofStep("nee", values, at: place)]
    case .stale: return [ProofStep("andereTekst", values, at: place)]
    case .unreachable(let isTried):
      let told = ProofStep("onbereikbaar", values, at: place)
      let tried = attempts.compactMap { attempt in
        attempt.on.map { on in
          ProofStep("poging", ["datum": .date(on), "hoe": .text(attempt.how ?? "contact gezocht")], at: place)
        }
      }
      return [told] + (isTried ? tried : [ProofStep("geenPoging", values, at: place)])
    }
  }
}

extension Choice where Kind == AgreementAnswer {
  fileprivate static func != (left: Choice, right: Kind) -> Bool { !(left == right) }
}
