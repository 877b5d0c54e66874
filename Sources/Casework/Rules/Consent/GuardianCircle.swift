/// The guardians of one pupil with their custody over time, read once for all the days that are asked.
struct GuardianCircle {
  let members: [Member]

  struct Member {
    let guardian: Guardian
    let id: RecordID?
    let custody: CustodyTimeline
  }

  static let nobody = GuardianCircle(Record())

  init(_ family: Record<FamilyFields>) {
    members = family.guardians.map { Member(guardian: $0, id: $0.id, custody: $0.custodyTimeline) }
  }

  /// Who has custody on a day.
  func holders(on day: CivilDate) -> [Guardian] {
    members.filter { $0.custody.hasCustody(on: day) == .yes }.map(\.guardian)
  }

  /// Of whom it is unknown on a day.
  func unknown(on day: CivilDate) -> [Guardian] {
    members.filter { $0.custody.hasCustody(on: day) == .unknown }.map(\.guardian)
  }

  /// Whether it is certain who all have custody: there is one who has, and of nobody it is unknown.
  func isCertain(on day: CivilDate) -> Bool {
    members.contains { $0.custody.hasCustody(on: day) == .yes }
      && !members.contains { $0.custody.hasCustody(on: day) == .unknown }
  }

  /// The custody of a guardian on a day; unknown of one who is not on record.
  func custody(of id: RecordID?, on day: CivilDate) -> YesNoUnknown {
    guard let id, let member = members.first(where: { $0.id == id }) else { return .unknown }
    return member.custody.hasCustody(on: day)
  }

  /// How one speaks of a guardian; nothing for one who is not on record.
  func name(of id: RecordID?) -> String? {
    guard let id else { return nil }
    return members.first { $0.id == id }?.guardian.shortName
  }

  /// The days on which custody can change, in no order.
  var turningPoints: [CivilDate] { members.flatMap(\.custody.turningPoints) }

  /// That nobody has custody on record on a day, and of whom it is unknown.
  func doubts(on day: CivilDate) -> [ProofStep] {
    let place = Act(.family, list: FamilyFields.declared.guardians.key)
    let nobody = holders(on: day).isEmpty ? [ProofStep("niemandMetGezag", ["datum": .date(day)], at: place)] : []
    return nobody
      + unknown(on: day).map { guardian in
        let values: ProofValues = ["wie": .text(guardian.shortName), "datum": .date(day)]
        return ProofStep(
          "gezagOnbekend", values, at: Act(.family, list: FamilyFields.declared.guardians.key, record: guardian.id))
      }
  }
}
