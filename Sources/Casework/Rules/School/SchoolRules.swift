extension Rule {
  /// The rules about what the school and its samenwerkingsverband say they offer (§1.5, 2.2).
  static let schoolRules = [supportProfile, supportOffer, partnershipPlan]

  /// A SOP of at most four years old, on which the MR gave advice; the law of before August 2025.
  static let supportProfile = Rule(
    "school.sop",
    judge: .school { scope in
      let profiles = scope.school.record.supportOffers.filter { $0.kind.is(.profile) }
      return profiles.flatMap { profile -> [Episode] in
        guard let adopted = profile.adopted else { return [] }
        let newer = profiles.compactMap(\.adopted).filter { $0 > adopted }.min()
        return [SupportProfile.old(profile, adopted, newer, scope), SupportProfile.unadvised(profile, adopted, newer)]
          .compactMap(\.self)
      }
    })

  /// The support offer in the guide of each school year, since August 2025.
  static let supportOffer = Rule(
    "school.aanbod",
    judge: .school { scope in
      let last = SchoolYear(of: scope.horizon)
      guard SupportOffer.firstYear <= last else { return [] }
      return (SupportOffer.firstYear.startYear...last.startYear).compactMap { start in
        SupportOffer.episode(for: SchoolYear(startYear: start), scope)
      }
    })

  /// The plan of the samenwerkingsverband, which it adopts anew at least every four years.
  static let partnershipPlan = Rule(
    "school.plan-swv",
    judge: .school { scope in
      guard let adopted = scope.school.record.partnership?.planAdopted,
        let years = scope.norms["school.plan-swv.jaren", on: adopted],
        let weeks = scope.norms["school.plan-swv.weken"]
      else { return [] }
      let end = adopted.adding(years: years)
      let place = Act(
        nil, list: SchoolFields.declared.partnership.key, field: PartnershipFields.declared.planAdopted.key)
      return [
        Episode(
          id: Episode.ID(rule: "school.plan-swv", subject: .school, mark: adopted.iso),
          visibleFrom: end.adding(weeks: -weeks), due: end, factOn: adopted,
          title: ProofStep("titel", ["datum": .date(end)]),
          proof: [
            ProofStep("vastgesteld", ["datum": .date(adopted)], at: place),
            .term(years: years, from: adopted, to: end),
          ],
          act: place)
      ]
    })
}

private enum SupportProfile {
  static func old(
    _ profile: Record<SupportOfferFields>, _ adopted: CivilDate, _ newer: CivilDate?, _ scope: RuleScope
  ) -> Episode? {
    guard let years = scope.norms["school.sop.jaren", on: adopted],
      let weeks = scope.norms["school.sop.weken"]
    else { return nil }
    let end = adopted.adding(years: years)
    let visibleFrom = end.adding(weeks: -weeks)
    if let newer, newer <= visibleFrom { return nil }
    return Episode(
      id: Episode.ID(rule: "school.sop", subject: .school, records: [profile.id].compactMap(\.self)),
      visibleFrom: visibleFrom, due: end, until: SupportOffer.firstYear.firstDay, clearedOn: newer,
      title: ProofStep("titel", ["datum": .date(end)]),
      proof: [
        ProofStep("vastgesteld", ["datum": .date(adopted)], at: place(profile)),
        .term(years: years, from: adopted, to: end),
      ],
      act: place(profile))
  }

  /// Adopted before the MR gave its advice.
  static func unadvised(
    _ profile: Record<SupportOfferFields>, _ adopted: CivilDate, _ newer: CivilDate?
  ) -> Episode? {
    let advised = profile.councilAdvised
    if let advised, advised <= adopted { return nil }
    let field = place(profile, SupportOfferFields.declared.councilAdvised.key)
    return Episode(
      id: Episode.ID(rule: "school.sop", subject: .school, records: [profile.id].compactMap(\.self), mark: "mr"),
      visibleFrom: adopted, until: SupportOffer.firstYear.firstDay,
      clearedOn: [advised, newer].compactMap(\.self).min(), floor: .now, title: ProofStep("titelMr"),
      proof: [
        ProofStep("vastgesteld", ["datum": .date(adopted)], at: place(profile)),
        advised.map { ProofStep("adviesNa", ["datum": .date($0)], at: field) }
          ?? ProofStep("adviesOntbreekt", at: field),
      ],
      act: field)
  }

  private static func place(_ profile: Record<SupportOfferFields>, _ field: String? = nil) -> Act {
    Act(nil, list: SchoolFields.declared.supportOffers.key, record: profile.id, field: field)
  }
}

private enum SupportOffer {
  /// The first school year in which the offer belongs in the guide and no SOP of its own is asked.
  static let firstYear = SchoolYear(startYear: 2025)

  /// Nothing where the offer was there before the year began.
  static func episode(for year: SchoolYear, _ scope: RuleScope) -> Episode? {
    guard let months = scope.norms["school.aanbod.maanden", on: year.firstDay] else { return nil }
    let offers = scope.school.record.supportOffers.filter { $0.kind.is(.schoolGuide) }
    let years = offers.compactMap { offer in
      offer.adopted.map { (year: offer.schoolYear ?? SchoolYear(of: $0), on: $0) }
    }
    let adopted = years.filter { $0.year == year }.map(\.on).min()
    if let adopted, adopted <= year.firstDay { return nil }
    let due = year.firstDay.adding(months: months)
    let place = Act(nil, list: SchoolFields.declared.supportOffers.key)
    let values: ProofValues = ["schooljaar": .text(year.description), "datum": .date(due)]
    let last = years.filter { $0.year < year }.map(\.year).max()
    return Episode(
      id: Episode.ID(rule: "school.aanbod", subject: .school, mark: year.description), visibleFrom: year.firstDay,
      due: due, until: year.next.firstDay, clearedOn: adopted, title: ProofStep("titel", values),
      proof: [
        last.map { ProofStep("laatste", ["schooljaar": .text($0.description)], at: place) }
          ?? ProofStep("geen", at: place),
        ProofStep("uiterlijk", values),
      ],
      act: place)
  }
}
