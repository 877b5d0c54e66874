/// A pupil's time at this school, the groups and the levels of support, each worked out once.
struct PupilHistory {
  let enrolments: [Spanned<EnrolmentFields>]
  let placements: [Spanned<PlacementFields>]
  let levels: [Spanned<SupportPeriodFields>]
  /// The unbroken stretches of definitive enrolment.
  let definitive: [DateSpan]
  /// The stretches in which the pupil is at this school, temporary placement included.
  ///
  /// Where no enrolment is on record, being in a group shows it; where that lacks too, nothing is known of it.
  let present: [DateSpan]?
  /// The unbroken runs of extra support; see ``Record/extraSupportRuns(at:)``.
  let extra: [DateSpan]
  /// The stretches in which the pupil is at this school and has extra support.
  ///
  /// A date of enrolment that lacks silences no rule: then the support stands by itself.
  let supported: [DateSpan]

  static let empty = PupilHistory(Record(), at: nil)

  init(_ pupil: Record<PupilFields>, at type: SchoolType?) {
    enrolments = pupil.enrolmentHistory
    placements = pupil.placementHistory
    levels = pupil.supportHistory
    definitive = enrolments.definitiveSpans
    let enrolled = DateSpan.joined(enrolments.map(\.span))
    let placed = enrolled.isEmpty ? DateSpan.joined(placements.map(\.span)) : []
    let present = !enrolled.isEmpty ? enrolled : placed.isEmpty ? nil : placed
    let extra = type == .specialPrimary ? enrolled : levels.extraSpans
    self.present = present
    self.extra = extra
    if let present {
      let runs = type == .specialPrimary ? present : extra
      supported = runs.flatMap { run in present.compactMap { run.common(with: $0) } }
    } else {
      supported = extra
    }
  }
}
