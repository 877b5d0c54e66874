/// What counting needs of one absence, read in a single pass: there are many of these records.
struct AbsenceFacts {
  private(set) var id: RecordID?
  /// Nothing for a kind that this version does not know or that was left empty.
  private(set) var kind: AbsenceKind?
  private(set) var from: CivilDate?
  private(set) var until: CivilDate?
  private(set) var isOpen = false
  private(set) var lastConfirmed: CivilDate?
  private(set) var part: DayPart?
  private(set) var fromTime: ClockTime?
  private(set) var untilTime: ClockTime?
  private(set) var duration: Minutes?
  private var isExcused = false
  private var isUnauthorisedAfterAll = false

  init(_ members: Members) {
    let fields = AbsenceRecordFields.declared
    for pair in members.pairs {
      switch pair.key {
      case RecordKey.id: id = pair.value.text.flatMap { RecordID($0) }
      case fields.kind.key: kind = pair.value.text.flatMap(AbsenceKind.init(rawValue:))
      case fields.from.key: from = CivilDate(tree: pair.value)
      case fields.until.key: until = CivilDate(tree: pair.value)
      case fields.isOpen.key: isOpen = pair.value.bool ?? false
      case fields.lastConfirmed.key: lastConfirmed = CivilDate(tree: pair.value)
      case fields.part.key: part = pair.value.text.flatMap(DayPart.init(rawValue:))
      case fields.fromTime.key: fromTime = ClockTime(tree: pair.value)
      case fields.untilTime.key: untilTime = ClockTime(tree: pair.value)
      case fields.duration.key: duration = Minutes(tree: pair.value)
      case fields.isExcused.key: isExcused = pair.value.bool ?? false
      case fields.doubtOutcome.key: isUnauthorisedAfterAll = pair.value.text == DoubtOutcome.unauthorised.rawValue
      default: continue
      }
    }
  }

  var standing: AbsenceStanding {
    guard let kind else { return .unknown }
    if isUnauthorisedAfterAll { return .unauthorised }
    return kind == .late && isExcused ? .authorised : kind.standing
  }
}
