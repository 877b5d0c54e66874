extension Rule {
  /// What must stand in a plan (§2.4, 2.5, 2.7, 2.9).
  static let planContentRules = [planParts, planCare, planTests]

  /// The parts that the law asks of a plan (WPO 40a lid 5; §2.4).
  static let planParts = Rule(
    "opp.onderdelen", reads: [.pupil, .plan],
    judge: .pupil { dossier, _ in
      guard dossier.pupil.isReadable, dossier.plan.isReadable else { return [] }
      let duties = dossier.planDuties
      let course = dossier.planCourse
      let held = course.history.map(\.span)
      return course.lives.flatMap { life -> [Episode] in
        let lacks = life.version.lackingParts
        guard !lacks.isEmpty else { return [] }
        var episodes: [Episode] = []
        if let span = life.plan {
          episodes.append(parts(lacks, of: life, dossier.id, from: span.from, until: span.end, duty: nil))
        }
        if let draft = course.draft(life.version) {
          // The term is that of the plan itself: only a version that comes where none holds yet has it to meet.
          let duty =
            held.contains { $0.contains(draft.from.adding(days: -1)) }
            ? nil : duties.first { $0.lastDayOfNeed.map { draft.from <= $0 } ?? true }
          let asked = duty.flatMap { draft.common(with: $0.span) } ?? (duty == nil ? life.offer : nil)
          if let asked {
            episodes.append(parts(lacks, of: life, dossier.id, from: asked.from, until: asked.end, duty: duty))
          }
        }
        return episodes
      }
    })

  private static func parts(
    _ lacks: [PlanPart], of life: VersionLife, _ pupil: RecordID, from: CivilDate, until: CivilDate?, duty: PlanDuty?
  ) -> Episode {
    let isPlan = life.plan?.from == from
    let fact = isPlan ? from : life.version.offeredOn ?? life.version.drawnUpOn ?? from
    let state = isPlan ? "vastgesteld" : life.version.offeredOn == nil ? "concept" : "aangeboden"
    return Episode(
      id: Episode.ID(
        rule: "opp.onderdelen", subject: .pupil(pupil), records: [life.id], mark: isPlan ? "vastgesteld" : ""),
      visibleFrom: from, due: duty?.term.end, lastDay: duty?.term.lastDay, until: until,
      floor: duty == nil ? .now : nil,
      title: ProofStep("titel", ["aantal": .count(lacks.count)]),
      proof: [ProofStep(state, ["datum": .date(fact)], at: life.act())]
        + lacks.map { ProofStep($0.rawValue, at: life.act($0.field)) } + (duty?.counting ?? [])
        + (isPlan ? [ProofStep("nieuweVersie")] : []),
      act: isPlan ? Act(.plan, list: "versies") : life.act(lacks.first?.field))
  }

  /// Care that was agreed with the parents stands in the plan too (§2.9).
  static let planCare = Rule(
    "opp.zorg", reads: [.plan, .support],
    judge: .pupil { dossier, _ in
      guard dossier.plan.isReadable, let support = dossier.support.record else { return [] }
      let lives = dossier.planCourse.lives.filter { $0.version.actionPart?.care.isBlank ?? true }
      return support.care.flatMap { care -> [Episode] in
        guard let id = care.id, let agreed = care.agreedOn, let what = care.what else { return [] }
        let last = care.until.map { max($0, agreed) }
        return lives.flatMap { life in
          life.spans.compactMap { part in
            guard let days = part.span.common(with: DateSpan(from: agreed, until: last)) else { return nil }
            return Episode(
              id: Episode.ID(
                rule: "opp.zorg", subject: .pupil(dossier.id), records: [id, life.id],
                mark: part.isPlan ? "vastgesteld" : ""),
              visibleFrom: days.from, until: days.end, floor: .now, title: ProofStep("titel", ["wat": .text(what)]),
              proof: [
                ProofStep(
                  "afgesproken", ["wat": .text(what), "datum": .date(agreed)],
                  at: Act(.support, list: "zorgOpSchool", record: id)),
                ProofStep(
                  part.isPlan ? "vastgesteld" : "aangeboden", ["datum": .date(part.span.from)], at: life.act()),
              ],
              act: life.act("handelingsdeel"))
          }
        }
      }
    })

  /// An adapted test has its reason in the plan (§2.7).
  static let planTests = Rule(
    "opp.toets", reads: [.plan],
    judge: .pupil { dossier, _ in
      guard dossier.plan.isReadable else { return [] }
      return dossier.planCourse.lives.flatMap { life in
        life.version.adaptedTests.filter { $0.reason.isBlank }.flatMap { test -> [Episode] in
          guard let id = test.id, let name = test.test else { return [] }
          return life.spans.map { part in
            Episode(
              id: Episode.ID(
                rule: "opp.toets", subject: .pupil(dossier.id), records: [life.id, id],
                mark: part.isPlan ? "vastgesteld" : ""),
              visibleFrom: part.span.from, until: part.span.end, floor: .now,
              title: ProofStep("titel", ["toets": .text(name)]),
              proof: [
                ProofStep(
                  part.isPlan ? "vastgesteld" : "aangeboden", ["datum": .date(part.span.from)], at: life.act()),
                ProofStep("zonderReden", ["toets": .text(name)], at: life.act("aangepasteToetsen")),
              ],
              act: life.act("aangepasteToetsen"))
          }
        }
      }
    })
}

/// A part of the plan that the law asks for; the raw value names its sentence.
public enum PlanPart: String, CaseIterable, Sendable {
  case destination = "geenUitstroom"
  case reasons = "geenOnderbouwing"
  case promoting = "geenBevorderend"
  case impeding = "geenBelemmerend"
  case support = "geenOndersteuning"
  case departures = "geenAfwijkingen"

  /// The key of the field to fill.
  public var field: String {
    switch self {
    case .destination: "uitstroom"
    case .reasons: "uitstroomWaarom"
    case .promoting: "bevorderend"
    case .impeding: "belemmerend"
    case .support, .departures: "handelingsdeel"
    }
  }
}

extension Record<PlanVersionFields> {
  /// The parts that lack; a word that this version does not know is an answer.
  public var lackingParts: [PlanPart] {
    PlanPart.allCases.filter { part in
      switch part {
      case .destination: (self.destination?.word).isBlank
      case .reasons: self.destinationReasons.isBlank
      case .promoting: (self.promotingFactors ?? []).allSatisfy { String?($0).isBlank }
      case .impeding: (self.impedingFactors ?? []).allSatisfy { String?($0).isBlank }
      case .support:
        [self.actionPart?.guidance, self.actionPart?.learningLine, self.actionPart?.extraSupport].allSatisfy(\.isBlank)
      case .departures:
        (self.actionPart?.departures?.word).isBlank
          || self.actionPart?.departures == Choice(.described) && (self.actionPart?.departuresText).isBlank
      }
    }
  }
}

extension PlanCourse {
  /// The days on which a version was the newest one being drawn up, or waited as an offer.
  fileprivate func draft(_ version: PlanVersion) -> DateSpan? {
    guard let from = version.drawnUpOn ?? version.offeredOn else { return nil }
    let newer = versions.drop { $0.id != version.id }.dropFirst()
    let ended = [version.establishedOn, version.closedOn?.adding(days: 1)] + newer.map(\.drawnUpOn)
    return DateSpan(from, before: ended.compactMap(\.self).min())
  }
}
