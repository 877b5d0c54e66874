/// What a refusal needs: both questions answered, another school, reasons on paper (§1.1-1.3, 1.11; WPO 40, 63).
enum RefusalRules {
  /// Refused while it was not known which support is needed or whether the school can give it.
  static func inquiry(_ it: ApplicationCase) -> [Episode] {
    guard let refusedOn = it.refusedOn, it.needsInquiry else { return [] }
    let application = it.application
    let fields = ApplicationFields.declared
    let needed = DoneOn(application.supportNeeded.isFilled, application.supportNeededOn)
    let canProvide = DoneOn(
      application.canProvide.is(.yes) || application.canProvide.is(.no), application.canProvideOn)
    return it.asked(
      "aanmelding.onderzoek", since: refusedOn, floor: .now, doneOn: DoneOn.all([needed, canProvide]),
      steps: [
        needed.step("nodig", at: it.place(fields.supportNeeded.key)),
        canProvide.step("kan", at: it.place(fields.canProvide.key)),
      ], act: needed == .not ? fields.supportNeeded.key : fields.canProvide.key)
  }

  /// Refused for what the child needs before another school was willing, or without talking it over.
  static func otherSchool(_ it: ApplicationCase) -> [Episode] {
    guard let refusedOn = it.refusedOn, it.isForSupport, it.scope.school.record.type?.known != .cluster12 else {
      return []
    }
    let application = it.application
    let fields = ApplicationFields.declared
    let school = DoneOn(application.willingSchool.isFilled, application.willingSchoolOn)
    let parents = DoneOn(application.parentsConsultedOn != nil, application.parentsConsultedOn)
    let pupil = DoneOn(application.pupilConsultedOn != nil, application.pupilConsultedOn)
    let isExcused = pupil == .not && application.pupilNotConsultedReason.isFilled
    var steps = [
      school.step("school", at: it.place(fields.willingSchool.key)),
      parents.step("ouders", at: it.place(fields.parentsConsultedOn.key)),
      isExcused
        ? ProofStep("leerlingReden", at: it.place(fields.pupilNotConsultedReason.key))
        : pupil.step("leerling", at: it.place(fields.pupilConsultedOn.key)),
    ]
    if school == .not, application.networkInvolvedOn == nil {
      steps.append(ProofStep("swvOntbreekt", at: it.place(fields.networkInvolvedOn.key)))
    }
    return it.asked(
      "aanmelding.andere-school", since: refusedOn, floor: .overdue,
      doneOn: DoneOn.all([school, parents] + (isExcused ? [] : [pupil])), steps: steps,
      act: school == .not ? fields.willingSchool.key : fields.parentsConsultedOn.key)
  }

  /// Refused without reasons on paper, or without telling how to object.
  static func reasons(_ it: ApplicationCase) -> [Episode] {
    guard let refusedOn = it.refusedOn else { return [] }
    let application = it.application
    let fields = ApplicationFields.declared
    let reasons = DoneOn(application.reasonsGivenOn != nil, application.reasonsGivenOn)
    let route = DoneOn(application.objectionRouteGivenOn != nil, application.objectionRouteGivenOn)
    return it.asked(
      "aanmelding.motivering", since: refusedOn, floor: .now, doneOn: DoneOn.all([reasons, route]),
      steps: [
        reasons.step("redenen", at: it.place(fields.reasonsGivenOn.key)),
        route.step("weg", at: it.place(fields.objectionRouteGivenOn.key)),
      ], act: reasons == .not ? fields.reasonsGivenOn.key : fields.objectionRouteGivenOn.key)
  }

  /// A school of cluster 1 or 2 that refuses looks for an offer elsewhere for eight weeks (§1.3).
  static func sensoryOffer(_ it: ApplicationCase) -> [Episode] {
    guard let refusedOn = it.refusedOn, it.scope.school.record.type?.known == .cluster12,
      let weeks = it.scope.norms["aanmelding.cluster12.weken", on: refusedOn]
    else { return [] }
    let field = ApplicationFields.declared.willingSchool.key
    let school = DoneOn(it.application.willingSchool.isFilled, it.application.willingSchoolOn)
    let term = Term.norm(.weeks(weeks), from: refusedOn)
    return [
      Episode(
        id: it.episodeID("aanmelding.cluster12"), visibleFrom: refusedOn, due: term.end,
        clearedOn: school.day.map { max($0, refusedOn) }, title: ProofStep("titel", ["datum": .date(term.end)]),
        proof: it.refusal(refusedOn) + [
          .term(weeks: weeks, from: refusedOn, to: term.end), school.step("school", at: it.place(field)),
        ],
        act: it.place(field))
    ]
  }
}

extension ApplicationCase {
  /// Whether it was refused on a ground that asks for looking into the child's needs; an unknown ground does too.
  fileprivate var needsInquiry: Bool {
    switch application.refusalGround?.known {
    case .full, .foundation: false
    case .cannotProvide, .disproportionate, .notToiletTrained, nil: true
    }
  }

  fileprivate var isForSupport: Bool {
    switch application.refusalGround?.known {
    case .cannotProvide, .disproportionate: true
    case .full, .foundation, .notToiletTrained, nil: false
    }
  }

  /// The refusal itself, with its ground.
  fileprivate func refusal(_ day: CivilDate) -> [ProofStep] {
    let ground = application.refusalGround?.known?.label
    let field = place(ApplicationFields.declared.refusalGround.key)
    return [
      ProofStep("geweigerd", ["datum": .date(day)], at: place(ApplicationFields.declared.decision.key)),
      ground.map { ProofStep("grond", ["grond": .text($0)], at: field) } ?? ProofStep("grondOntbreekt", at: field),
    ]
  }

  /// Something that had to be there at the refusal: nothing where it was, else asked since that day until it is.
  fileprivate func asked(
    _ rule: RuleID, since refusedOn: CivilDate, floor: Urgency, doneOn: CivilDate?, steps: [ProofStep], act: String
  ) -> [Episode] {
    if let doneOn, doneOn <= refusedOn { return [] }
    return [
      Episode(
        id: episodeID(rule), visibleFrom: refusedOn, clearedOn: doneOn, floor: floor,
        proof: refusal(refusedOn) + steps, act: place(act))
    ]
  }
}
