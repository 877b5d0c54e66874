/// Both checks of one pupil, with the record that they were made from.
public struct SecondaryOutcome: Equatable, Sendable {
  public let check: SecondaryCheck
  public let practical: CriteriaCheck
  public let support: CriteriaCheck
}

extension Dossier {
  /// What the last check on record on a day comes to; nothing where there is none, or where the tab cannot be read.
  public func secondaryOutcome(on day: CivilDate) -> SecondaryOutcome? {
    let checks = (referral.record?.secondaryChecks ?? []).filter { $0.on.isBy(day) }
    let last = checks.max { left, right in
      (left.on ?? .distantPast, left.id.order) < (right.on ?? .distantPast, right.id.order)
    }
    return last.map { check in
      SecondaryOutcome(
        check: check, practical: check.practicalEducation(background(on: day)), support: check.learningSupport())
    }
  }

  private func background(on day: CivilDate) -> SecondaryBackground {
    let hasPlan: YesNoUnknown = plan.record.map { $0.versionInForce(on: day) == nil ? .no : .yes } ?? .unknown
    let valid = (referral.record?.placements ?? []).filter { placement in
      placement.isGranted && placement.decidedOn.isBy(day) && placement.until.map { day <= $0 } ?? true
    }
    let hasSpecial = valid.reduce(YesNoUnknown.no) { found, placement in
      found.or(placement.kind?.known == nil ? .unknown : placement.isForSpecial ? .yes : .no)
    }
    return SecondaryBackground(hasPlan: hasPlan, hasSpecialPlacement: hasSpecial)
  }
}
