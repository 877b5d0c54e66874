/// Both checks of one pupil, with the record that they were made from.
public struct SecondaryOutcome: Equatable, Sendable {
  public let check: SecondaryCheck
  public let practical: CriteriaCheck
  public let support: CriteriaCheck
}

extension Dossier {
  /// What the last check on record on a day comes to; nothing where there is none, or where the tab cannot be read.
  public func secondaryOutcome(on day: CivilDate) -> SecondaryOutcome? {
    let checks = (referral.record?.secondaryChecks ?? []).filter { $0.on.map { $0 <= day } ?? true }
    let last = checks.max { left, right in
      (left.on ?? .distantPast, left.orderID) < (right.on ?? .distantPast, right.orderID)
    }
    return last.map { check in
      SecondaryOutcome(
        check: check, practical: check.practicalEducation(background(on: day)), support: check.learningSupport())
    }
  }

  private func background(on day: CivilDate) -> SecondaryBackground {
    let hasPlan: YesNoUnknown = plan.record.map { $0.versionInForce(on: day) == nil ? .no : .yes } ?? .unknown
    let placements = referral.record?.placements ?? []
    let isValid = placements.contains { placement in
      placement.isGranted && placement.decidedOn.map { $0 <= day } ?? true
        && placement.until.map { day <= $0 } ?? true
    }
    return SecondaryBackground(hasPlan: hasPlan, hasSpecialPlacement: isValid ? .yes : .no)
  }
}

extension Record {
  /// The id for putting records of one day in an order that does not hang on the file; one without an id comes first.
  var orderID: RecordID { id ?? RecordID(high: 0, low: 0) }
}
