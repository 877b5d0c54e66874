extension Rule {
  /// The rules about leaving for another school, the final test and the advice (§2.11, 2.12).
  static let transitionRules = [secondaryTalk, transferReport, adviceReconsideration, testExemption]

  /// A higher result than the advice raises it, or the school says why not, before the final advice.
  static let adviceReconsideration = Rule(
    "advies.heroverweging", reads: [.transition],
    judge: .pupil { dossier, scope in
      (dossier.transition.record?.advices ?? []).compactMap { advice in
        AdviceReconsideration(advice, scope)?.episode(of: dossier.id)
      }
    })

  /// Exemption from the final test on a ground of the law, with reasons, and the parents told before it (WPO 9b).
  static let testExemption = Rule(
    "toets.ontheffing", reads: [.family, .transition], afterDeparture: .breaches,
    judge: .pupil { dossier, scope in
      guard let family = dossier.family.record else { return [] }
      return (dossier.transition.record?.exemptions ?? []).flatMap { record in
        TestExemption(record, family, scope)?.episodes(of: dossier.id) ?? []
      }
    })
}

extension School {
  /// The days of the final test and the advice in a school year, where the school put them down.
  func testDates(in year: SchoolYear) -> Record<TestYearFields>? {
    record.testDates.last { $0.schoolYear == year }
  }
}

/// An advice with a test result above it.
private struct AdviceReconsideration {
  private let advice: Record<AdviceFields>
  private let id: RecordID
  private let given: PlanDestination
  private let tested: PlanDestination
  private let testedOn: CivilDate
  private let year: SchoolYear
  private let due: CivilDate?

  /// Nothing where the result is not above the advice, or the two cannot be compared.
  init?(_ advice: Record<AdviceFields>, _ scope: RuleScope) {
    guard let id = advice.id, let year = advice.year, let tested = advice.testAdvice?.known,
      let given = (advice.provisional ?? advice.final)?.known, tested.isAbove(given)
    else { return nil }
    let dates = scope.school.testDates(in: year)
    guard let testedOn = advice.testAdviceOn ?? dates?.testDate else { return nil }
    self.advice = advice
    self.id = id
    self.given = given
    self.tested = tested
    self.testedOn = testedOn
    self.year = year
    due = dates?.finalAdvice
  }

  func episode(of pupil: RecordID) -> Episode {
    Episode(
      id: Episode.ID(rule: "advies.heroverweging", subject: .pupil(pupil), records: [id]), visibleFrom: testedOn,
      due: due, clearedOn: settledOn, floor: due == nil ? .now : nil,
      proof: [
        ProofStep("advies", ["advies": .text(given.label)], at: place(AdviceFields.declared.provisional.key)),
        ProofStep(
          "toets", ["datum": .date(testedOn), "advies": .text(tested.label)],
          at: place(AdviceFields.declared.testAdvice.key)),
        answer,
        due.map { ProofStep("uiterlijk", ["schooljaar": .text(year.description), "datum": .date($0)]) }
          ?? ProofStep("uiterlijkOnbekend", ["schooljaar": .text(year.description)]),
      ],
      act: place(AdviceFields.declared.reconsidered.key))
  }

  /// The day on which the advice was raised to the result or the school said why not.
  private var settledOn: CivilDate? {
    let isFinalHighEnough = advice.final?.known.map { !tested.isAbove($0) }
    let byFinal = isFinalHighEnough == true ? advice.finalOn : nil
    let isRaised = advice.reconsidered.is(.raised) && isFinalHighEnough != false
    let isExplained = advice.reconsidered?.known != nil && advice.reconsideredReason.isFilled
    return [byFinal, isRaised || isExplained ? advice.reconsideredOn : nil].compactMap(\.self).min()
  }

  private var answer: ProofStep {
    let field = place(AdviceFields.declared.reconsidered.key)
    guard let answer = advice.reconsidered?.known else { return ProofStep("nietHeroverwogen", at: field) }
    if settledOn == nil, answer == .raised || advice.reconsideredReason.isFilled, advice.reconsideredOn == nil {
      return ProofStep("zonderDatum", at: field)
    }
    return ProofStep(
      advice.reconsideredReason.isFilled ? "metReden" : "zonderReden", ["uitkomst": .text(answer.label)], at: field)
  }

  private func place(_ field: String) -> Act {
    Act(.transition, list: TransitionFields.declared.advices.key, record: id, field: field)
  }
}

extension PlanDestination {
  /// Whether this is a higher kind of school; never where the two are on no one scale.
  fileprivate func isAbove(_ other: PlanDestination) -> Bool {
    guard let mine = height, let theirs = other.height else { return false }
    return mine > theirs
  }

  /// The place on the scale of the final test, on which vmbo-gl and vmbo-tl are one; nothing for a special school that leads
  /// to any diploma.
  private var height: Int? {
    switch self {
    case .dayCare: 0
    case .labour: 1
    case .specialSecondary: nil
    case .practical: 2
    case .basic: 3
    case .middle: 4
    case .mixed, .theoretical: 5
    case .theoreticalHavo: 6
    case .havo: 7
    case .havoVwo: 8
    case .vwo: 9
    }
  }
}

/// A pupil who does not sit the final test.
private struct TestExemption {
  private let record: Record<ExemptionFields>
  private let id: RecordID
  private let family: Record<FamilyFields>
  private let year: SchoolYear
  private let testDate: CivilDate?
  private let visibleFrom: CivilDate

  /// Nothing for a result that only does not count for the school: that pupil sits the test.
  init?(_ record: Record<ExemptionFields>, _ family: Record<FamilyFields>, _ scope: RuleScope) {
    guard record.kind.is(.exempt), let id = record.id, let year = record.year else { return nil }
    self.record = record
    self.id = id
    self.family = family
    self.year = year
    testDate = scope.school.testDates(in: year)?.testDate
    let start = record.decidedOn ?? year.firstDay
    visibleFrom = testDate.map { min(start, $0) } ?? start
  }

  func episodes(of pupil: RecordID) -> [Episode] {
    var episodes = [telling(of: pupil)]
    if let testDate, told.map({ $0 > testDate }) ?? true { episodes.append(untold(of: pupil, testDate)) }
    if record.ground == nil || !record.motivation.isFilled { episodes.append(unexplained(of: pupil)) }
    return episodes
  }

  /// Telling every guardian with custody, up to the test.
  private func telling(of pupil: RecordID) -> Episode {
    Episode(
      id: Episode.ID(rule: "toets.ontheffing", subject: .pupil(pupil), records: [id]), visibleFrom: visibleFrom,
      due: testDate, until: testDate?.adding(days: 1), clearedOn: told, floor: testDate == nil ? .now : nil,
      title: ProofStep(needsTalk ? "titelOverleg" : "titel"), proof: facts + reached.proof(name: sentence, by: nil),
      act: place(listField))
  }

  /// The test was taken and somebody with custody did not know before it.
  private func untold(of pupil: RecordID, _ testDate: CivilDate) -> Episode {
    Episode(
      id: Episode.ID(rule: "toets.ontheffing", subject: .pupil(pupil), records: [id], mark: "te laat"),
      visibleFrom: testDate.adding(days: 1), floor: .now, mustBeAcknowledged: true, factOn: visibleFrom,
      title: ProofStep("titelTeLaat"), proof: facts + reached.proof(name: sentence, by: testDate), act: place(listField)
    )
  }

  private func unexplained(of pupil: RecordID) -> Episode {
    let fields = ExemptionFields.declared
    var proof = facts
    if record.ground == nil { proof.append(ProofStep("grondOntbreekt", at: place(fields.ground.key))) }
    if !record.motivation.isFilled { proof.append(ProofStep("motiveringOntbreekt", at: place(fields.motivation.key))) }
    return Episode(
      id: Episode.ID(rule: "toets.ontheffing", subject: .pupil(pupil), records: [id], mark: "grond"),
      visibleFrom: visibleFrom, due: testDate, floor: testDate == nil ? .now : nil,
      title: ProofStep("titelGrond"), proof: proof,
      act: place(record.ground == nil ? fields.ground.key : fields.motivation.key))
  }

  private var facts: [ProofStep] {
    let year = ProofValue.text(year.description)
    let decided =
      record.decidedOn.map {
        ProofStep("besloten", ["datum": .date($0)], at: place(ExemptionFields.declared.decidedOn.key))
      }
      ?? ProofStep("nietBesloten", ["schooljaar": year], at: place(ExemptionFields.declared.decidedOn.key))
    let test =
      testDate.map { ProofStep("toets", ["schooljaar": year, "datum": .date($0)]) }
      ?? ProofStep("toetsOnbekend", ["schooljaar": year])
    return [decided, test]
  }

  /// Who is only a short time in the country is exempt after talking it over; telling is enough for the others.
  private var needsTalk: Bool { record.ground.is(.shortInNetherlands) }
  private var sentence: String { needsTalk ? "overleg" : "inlichten" }
  private var listField: String {
    needsTalk ? ExemptionFields.declared.consulted.key : ExemptionFields.declared.told.key
  }

  /// The day on which the last guardian with custody on the day of the test had heard of it.
  private var told: CivilDate? { reached.doneOn }

  private var reached: GuardiansReached {
    GuardiansReached(family, custodyOn: testDate ?? visibleFrom, place: place(listField)) { guardian in
      // What was talked over was told too.
      let heard = needsTalk ? record.consulted : record.told + record.consulted
      return heard.filter { $0.guardian?.id == guardian }.compactMap(\.on).min()
    }
  }

  private func place(_ field: String) -> Act {
    Act(.transition, list: TransitionFields.declared.exemptions.key, record: id, field: field)
  }
}
