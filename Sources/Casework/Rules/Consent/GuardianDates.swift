/// That something was done towards each guardian with custody: told, or signed by; read once for all the days that are asked.
struct GuardianDates {
  private let circle: GuardianCircle
  private let dates: [Entry]
  /// Guardians of whom a court decided that they are told nothing need not be told.
  private let respectsCourtLimits: Bool

  /// One guardian and a day, with where that stands.
  struct Entry {
    let guardian: RecordID?
    let on: CivilDate?
    let place: Act
  }

  init(_ dates: [Entry], circle: GuardianCircle, respectsCourtLimits: Bool) {
    self.circle = circle
    self.dates = dates
    self.respectsCourtLimits = respectsCourtLimits
  }

  init(_ dates: [Record<GuardianDateFields>], at place: Act, circle: GuardianCircle, respectsCourtLimits: Bool) {
    self.init(
      dates.map { Entry(guardian: $0.guardian?.id, on: $0.on, place: place) }, circle: circle,
      respectsCourtLimits: respectsCourtLimits)
  }

  /// Whether it was done by one day towards everyone who has custody on another, and it is certain who has it.
  func isMet(custodyOn day: CivilDate, by known: CivilDate) -> Bool {
    var isHeld = false
    for member in circle.members {
      switch member.custody.hasCustody(on: day) {
      case .no: continue
      case .unknown: return false
      case .yes:
        isHeld = true
        if let first = first(for: member.id), first <= known { continue }
        guard isExempt(member.guardian, on: day) else { return false }
      }
    }
    return isHeld
  }

  func shortfall(custodyOn day: CivilDate, by known: CivilDate) -> Shortfall {
    isMet(custodyOn: day, by: known) ? .nothing : .rule
  }

  /// The days on which the answer can change, in no order.
  var turningPoints: [CivilDate] {
    circle.turningPoints + dates.compactMap(\.on)
  }

  /// The guardians that lack on a day, as one speaks of them.
  func lacking(custodyOn day: CivilDate, by known: CivilDate) -> [Guardian] {
    circle.holders(on: day).filter { !isExempt($0, on: day) && first(for: $0.id).map { $0 > known } ?? true }
  }

  /// One line for each guardian with custody: done on which day, too late, without a date, not; then what is unknown.
  ///
  /// The sentences are `gedaan`, `teLaat`, `zonderDatum`, `nietGedaan` and, where a court barred it, `magNiet`.
  func proof(custodyOn day: CivilDate, by known: CivilDate, at place: Act) -> [ProofStep] {
    circle.holders(on: day).map { guardian in
      let who: ProofValues = ["wie": .text(guardian.shortName)]
      let own = dates.filter { $0.guardian == guardian.id }
      if isExempt(guardian, on: day) {
        return ProofStep("magNiet", who, at: Act(.family, list: "ouders", record: guardian.id, field: "beperkingen"))
      }
      guard let first = first(for: guardian.id) else {
        return ProofStep(own.isEmpty ? "nietGedaan" : "zonderDatum", who, at: own.first?.place ?? place)
      }
      let dated = who.and(["datum": .date(first)])
      return ProofStep(first <= known ? "gedaan" : "teLaat", dated, at: own.first?.place ?? place)
    } + circle.doubts(on: day)
  }

  private func first(for guardian: RecordID?) -> CivilDate? {
    guard let guardian else { return nil }
    return dates.lazy.filter { $0.guardian == guardian }.compactMap(\.on).min()
  }

  private func isExempt(_ guardian: Guardian, on day: CivilDate) -> Bool {
    respectsCourtLimits && guardian.courtLimits(on: day).contains { $0.kind.is(.noInformation) }
  }
}
