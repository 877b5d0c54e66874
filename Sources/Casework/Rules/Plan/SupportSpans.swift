extension Record<PupilFields> {
  /// The stretches in which the pupil is at this school, temporary placement included.
  ///
  /// Where no enrolment is on record, being in a group shows it; where that lacks too, nothing is known of it.
  func presentSpans() -> [DateSpan]? {
    let enrolled = DateSpan.joined(enrolmentHistory.map(\.span))
    if !enrolled.isEmpty { return enrolled }
    let placed = DateSpan.joined(placementHistory.map(\.span))
    return placed.isEmpty ? nil : placed
  }

  /// The stretches in which the pupil is at this school and has extra support.
  ///
  /// A date of enrolment that lacks silences no rule: then the support stands by itself.
  func supportedSpans(at type: SchoolType?) -> [DateSpan] {
    guard let present = presentSpans() else { return extraSupportRuns(at: type) }
    let supported = type == .specialPrimary ? present : extraSupportRuns(at: type)
    return supported.flatMap { run in present.compactMap { run.common(with: $0) } }
  }
}
