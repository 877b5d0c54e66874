extension Rule {
  /// What extra support asks for before there is a plan (chapter 2).
  static let supportRules = [supportConsultation, custodyKnown]

  /// Talking it over with the parents when support is raised to extra (§2.3; WPO 40a).
  static let supportConsultation = Rule(
    "ondersteuning.overleg", reads: [.pupil, .family],
    judge: .pupil { dossier, _ -> [Episode] in
      guard dossier.pupil.isReadable, dossier.family.isReadable else { return [] }
      let history = dossier.history.levels
      return history.enumerated().compactMap { index, period in
        guard period.isRaise(after: index > 0 ? history[index - 1] : nil), let id = period.record.id,
          let level = period.record.level
        else { return nil }
        let from = period.span.from
        let talks = period.record.consultations
        let check = CustodyCheck(dossier.circle, on: from) { guardian in
          talks.filter { $0.guardian?.id == guardian.id }.compactMap(\.on).min()
        }
        guard !check.isMet(by: from) else { return nil }
        let place = Act(.pupil, list: "ondersteuningsniveaus", record: id, field: "overleg")
        return Episode(
          id: Episode.ID(rule: "ondersteuning.overleg", subject: .pupil(dossier.id), records: [id]),
          visibleFrom: from, until: period.span.end, clearedOn: check.clearedOn, floor: .now,
          title: ProofStep(
            check.isAboutCustody ? "titelGezag" : "titel", ["wie": .text(check.names(by: from))]),
          proof: [ProofStep("verhoogd", ["datum": .date(from), "niveau": .text(level.label)], at: place)]
            + check.proof("overlegd", "nietOverlegd", at: place),
          act: check.isAboutCustody ? Act(.family, list: "ouders") : place)
      }
    })

  /// Knowing who has custody of a pupil with extra support: all consent and agreement hangs on it (§2.6, 3.5).
  static let custodyKnown = Rule(
    "leerling.gezag", reads: [.pupil, .family],
    judge: .pupil { dossier, _ in
      guard dossier.pupil.isReadable, dossier.family.isReadable else { return [] }
      let circle = dossier.circle
      let turns = circle.turningPoints
      return dossier.supportedSpans.flatMap { span in
        let days = Set([span.from] + turns.filter { span.contains($0) }).sorted()
        return UnclearCustody.stretches(of: days, circle).map { stretch in
          episode(of: dossier.id, stretch, support: span)
        }
      }
    })

  private static func episode(of pupil: RecordID, _ stretch: UnclearCustody, support: DateSpan) -> Episode {
    let place = Act(.family, list: "ouders", record: stretch.unknown.first?.id, field: "gezag")
    let names = stretch.unknown.map(\.shortName).joined(separator: ", ")
    var proof = [
      ProofStep("extraSinds", ["datum": .date(support.from)], at: Act(.pupil, list: "ondersteuningsniveaus"))
    ]
    if stretch.isNobody, stretch.unknown.isEmpty {
      proof.append(ProofStep("niemandMetGezag", ["datum": .date(stretch.from)], at: place))
    }
    proof += stretch.unknown.map { guardian in
      ProofStep(
        "gezagOnbekend", ["wie": .text(guardian.shortName), "datum": .date(stretch.from)],
        at: Act(.family, list: "ouders", record: guardian.id, field: "gezag"))
    }
    return Episode(
      id: Episode.ID(rule: "leerling.gezag", subject: .pupil(pupil), mark: stretch.from.iso),
      visibleFrom: stretch.from, until: stretch.until ?? support.end, clearedOn: stretch.clearedOn, floor: .now,
      title: ProofStep(stretch.unknown.isEmpty ? "titelNiemand" : "titel", ["wie": .text(names)]), proof: proof,
      act: place)
  }
}

/// Days on which it is not certain who all have custody, in one and the same way.
private struct UnclearCustody {
  let from: CivilDate
  var until: CivilDate?
  var clearedOn: CivilDate?
  let isNobody: Bool
  let unknown: [Guardian]

  /// Between one of the days, which are in order, and the next nothing changes.
  static func stretches(
    of days: [CivilDate], _ circle: GuardianCircle
  ) -> [UnclearCustody] {
    var result: [UnclearCustody] = []
    var open: UnclearCustody?
    for day in days {
      let answers = circle.members.map { ($0.guardian, $0.custody.hasCustody(on: day)) }
      let unknown = answers.filter { $0.1 == .unknown }.map(\.0)
      let isNobody = !answers.contains { $0.1 == .yes }
      let isClear = unknown.isEmpty && !isNobody
      if var before = open {
        if !isClear, before.isNobody == isNobody, before.unknown == unknown { continue }
        if isClear { before.clearedOn = day } else { before.until = day }
        result.append(before)
      }
      open = isClear ? nil : UnclearCustody(from: day, isNobody: isNobody, unknown: unknown)
    }
    return result + [open].compactMap(\.self)
  }
}

extension Spanned<SupportPeriodFields> {
  /// Whether support went up to or within the extra levels with this period; what came before it counts only where it
  /// touches.
  fileprivate func isRaise(after before: Spanned<SupportPeriodFields>?) -> Bool {
    guard let level = record.level?.known, level.isExtra else { return false }
    guard let before, before.span.reaches(span), let former = before.record.level?.known else { return true }
    return former.rank < level.rank
  }
}

extension SupportLevel {
  /// Its place from little support to much.
  fileprivate var rank: Int {
    switch self {
    case .basic: 0
    case .extraWithinProfile: 1
    case .extraBeyondProfile: 2
    case .specialised: 3
    }
  }
}
