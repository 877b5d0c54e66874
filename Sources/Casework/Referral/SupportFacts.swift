/// On the school's own support, and on other schools.
extension ReferralFacts {
  /// The year group of the day.
  var schooling: [FlowEvidence] {
    guard let placement = pupil.placement(on: day), let year = placement.yearGroup else { return [] }
    let place = Act(
      .pupil, list: PupilFields.declared.placements.key, record: placement.id,
      field: PlacementFields.declared.yearGroup.key)
    return [fact(year >= 8 ? .yes : .no, placement.from, "leerjaar", ["leerjaar": .count(year)], at: place)]
  }

  /// Where the pupil went, as an answer to a question that asks for it.
  func departures(_ judge: (DepartureDestination) -> FlowAnswer?) -> [FlowEvidence] {
    pupil.enrolments.compactMap { enrolment in
      guard let until = enrolment.until, let destination = enrolment.destination?.known,
        let answer = judge(destination)
      else { return nil }
      let place = Act(
        .pupil, list: PupilFields.declared.enrolments.key, record: enrolment.id,
        field: EnrolmentFields.declared.destination.key)
      return fact(answer, until, "vertrokken", ["bestemming": .text(destination.label)], at: place)
    }
  }

  func secondaryAnswer(_ destination: DepartureDestination) -> FlowAnswer? {
    switch destination {
    case .secondary, .specialSecondary: .yes
    case .primary, .specialPrimary, .special: .no
    case .abroad, .none, .other, .unknown: nil
    }
  }

  /// The level of the day; being in special education already says that more is needed.
  var supportLevels: [FlowEvidence] {
    guard let period = pupil.supportHistory.last(where: { $0.span.contains(day) })?.record,
      let level = period.level?.known
    else { return [] }
    let place = Act(.pupil, list: PupilFields.declared.supportLevels.key, record: period.id)
    return [fact(level == .basic ? .no : .yes, period.from, "niveau", ["niveau": .text(level.label)], at: place)]
  }

  /// What parents said about support when they applied.
  var expectations: [FlowEvidence] {
    applications.compactMap { application in
      guard let told = application.toldSupport?.known, let answer = told.flowAnswer else { return nil }
      return fact(
        answer, application.receivedOn, "oudersVerwachten", ["antwoord": .text(told.label)],
        at: place(application, ApplicationFields.declared.toldSupport.key))
    }
  }

  /// Whether the school said it can give the support, and whether it does.
  var ownOffer: [FlowEvidence] {
    let keys = ApplicationFields.declared
    let answered = applications.compactMap { application -> FlowEvidence? in
      guard let can = application.canProvide?.known, let answer = can.flowAnswer else { return nil }
      return fact(
        answer, application.canProvideOn ?? application.receivedOn, "kanSchool", ["antwoord": .text(can.label)],
        at: place(application, keys.canProvide.key))
    }
    let refused = applications.compactMap { application -> FlowEvidence? in
      guard application.decision.is(.refused), let ground = application.refusalGround?.known,
        ground == .cannotProvide || ground == .disproportionate
      else { return nil }
      return fact(
        .no, application.decidedOn, "geweigerd", ["grond": .text(ground.label)],
        at: place(application, keys.refusalGround.key))
    }
    // A plan goes along with an application for a TLV too, and then says nothing of what the school can do.
    return answered + refused + (standingPlacement == nil ? planInForce + running : [])
  }

  var planInForce: [FlowEvidence] {
    guard let version = plan.versionInForce(on: day) else { return [] }
    let place = Act(
      .plan, list: PlanFields.declared.versions.key, record: version.id,
      field: PlanVersionFields.declared.establishedOn.key)
    return [fact(.yes, version.establishedOn, "oppVanKracht", at: place)]
  }

  private var running: [FlowEvidence] {
    arrangements.compactMap { arrangement in
      guard let from = arrangement.from, DateSpan(from: from, until: arrangement.until).contains(day),
        !((arrangement.decision.is(.refused) || arrangement.decision.is(.withdrawn)) && arrangement.decidedOn.isBy(day))
      else { return nil }
      return fact(.yes, from, "arrangement", ["wat": .text(arrangement.what ?? "arrangement")], at: place(arrangement))
    }
  }

  var sensoryArrangements: [FlowEvidence] {
    arrangements.compactMap { arrangement in
      guard arrangement.source.is(.cluster12),
        !(arrangement.decision.is(.withdrawn) && arrangement.decidedOn.isBy(day))
      else { return nil }
      return fact(
        .yes, arrangement.askedOn ?? arrangement.from, "clusterArrangement",
        ["wat": .text(arrangement.what ?? "arrangement")], at: place(arrangement))
    }
  }

  private func place(_ arrangement: Arrangement) -> Act {
    Act(.support, list: SupportFields.declared.arrangements.key, record: arrangement.id)
  }

  /// The school means to remove the pupil.
  var removals: [FlowEvidence] {
    referral.removals.compactMap { removal in
      guard removal.withdrawnOn.map({ $0 > day }) ?? true else { return nil }
      return fact(.no, removal.intendedOn, "verwijdering", at: place(removal))
    }
  }

  /// Of a pupil who is here already the plan says whether the school can.
  var ownPlan: Act {
    Act(
      .plan, list: PlanFields.declared.versions.key, record: plan.newestVersion(on: day)?.id,
      field: PlanVersionFields.declared.establishedOn.key)
  }

  /// Of a pupil who is here already the enrolment says where to.
  var leaving: Act {
    let enrolment = pupil.enrolments.last { $0.until == nil } ?? pupil.enrolments.last
    return Act(
      .pupil, list: PupilFields.declared.enrolments.key, record: enrolment?.id,
      field: EnrolmentFields.declared.destination.key)
  }

  /// Other schools that said they would take the pupil; with a TLV under way that school need not be a regular one.
  var willingSchools: [FlowEvidence] {
    guard standingPlacement == nil else { return [] }
    let fromApplications = applications.compactMap { application -> FlowEvidence? in
      guard let school = application.willingSchool, !school.isEmpty else { return nil }
      return fact(
        .yes, application.willingSchoolOn, "andereSchoolWil", ["school": .text(school)],
        at: place(application, ApplicationFields.declared.willingSchool.key))
    }
    let fromRemovals = referral.removals.compactMap { removal -> FlowEvidence? in
      guard let school = removal.willingSchool, !school.isEmpty else { return nil }
      return fact(.yes, removal.willingSchoolOn, "andereSchoolWil", ["school": .text(school)], at: place(removal))
    }
    return fromApplications + fromRemovals
  }

  private func place(_ removal: Record<RemovalFields>) -> Act {
    Act(.referral, list: ReferralFields.declared.removals.key, record: removal.id)
  }
}

extension YesNoUnknown {
  fileprivate var flowAnswer: FlowAnswer? {
    switch self {
    case .yes: .yes
    case .no: .no
    case .unknown: nil
    }
  }
}
