extension Rule {
  /// The rules about care and medical acts under school time (§2.10, 3.7; BIG 35-38; Wgbh/cz).
  static let medicalRules: [Rule] = actRules + performerRules + careRules
}

/// One medical act as the rules of this group look at it.
struct MedicalActCase {
  let rule: RuleID
  let pupil: RecordID
  let act: MedicalAct
  /// Empty for a rule that does not read that tab.
  let circle: GuardianCircle
  let scope: RuleScope
  /// The first day on which it is done.
  let from: CivilDate

  /// Nothing where no first day is on record.
  init?(
    _ rule: RuleID, _ act: MedicalAct, pupil: RecordID, circle: GuardianCircle, scope: RuleScope
  ) {
    guard let from = act.from ?? act.madeAt?.wall.day else { return nil }
    self.rule = rule
    self.pupil = pupil
    self.act = act
    self.circle = circle
    self.scope = scope
    self.from = from
  }

  /// The first day on which it is done no more.
  var over: CivilDate? { act.until?.adding(days: 1) }

  /// Those who work at school, or of whom that is not known.
  var staff: [Record<PerformerFields>] { act.performers.filter { !$0.isStaff.is(.no) } }

  /// Whether staff may do it: unless everyone on record who does it is known to be from outside.
  var isByStaff: Bool { act.performers.isEmpty || !staff.isEmpty }

  func place(_ field: String? = nil) -> Act {
    Act(.medical, list: MedicalFields.declared.acts.key, record: act.id, field: field)
  }

  /// What is done, from when; and where that is not clear, who does it.
  var facts: [ProofStep] {
    let fields = MedicalActFields.declared
    let fact = ProofStep(
      act.until == nil ? "handeling" : "handelingTot",
      [
        "wat": act.what.orNotFilled, "van": .date(from), "tot": .date(act.until ?? from),
      ], at: place())
    if act.performers.isEmpty { return [fact, ProofStep("niemandGenoemd", at: place(fields.performers.key))] }
    let unclear = staff.filter { !$0.isStaff.is(.yes) }.map {
      ProofStep("personeelOnbekend", ["wie": $0.personName.orNotFilled], at: place(fields.performers.key))
    }
    return [fact] + unclear
  }

  /// One episode for each stretch in which something lacks, from four weeks before the first day until the last.
  ///
  /// What must be there before the act begins is due on its first day; what comes to lack later is asked at once.
  func episodes(
    records: [RecordID?] = [], field: String, turningPoints: [CivilDate],
    shortfall: (_ day: CivilDate, _ known: CivilDate) -> Shortfall,
    title: (Stretch) -> ProofStep, proof: (_ day: CivilDate, _ known: CivilDate) -> [ProofStep]
  ) -> [Episode] {
    let start = from.adding(weeks: -4)
    let stretches = Stretch.all(from: start, before: over, turningPoints: turningPoints + [from]) {
      shortfall(max(from, $0), $0)
    }
    return stretches.map { stretch in
      let isFromStart = stretch.first <= from
      return Episode(
        id: Episode.ID(
          rule: rule, subject: .pupil(pupil), records: ([act.id] + records).compactMap(\.self),
          mark: stretch.first == start ? "" : stretch.first.iso),
        visibleFrom: stretch.first, due: isFromStart ? from : nil, until: stretch.endedOn,
        clearedOn: stretch.improvedOn, floor: isFromStart ? nil : .now, factOn: max(from, stretch.first),
        title: title(stretch), proof: facts + proof(max(from, stretch.shown), stretch.shown), act: place(field),
        force: stretch.shortfall == .norm ? .norm : nil)
    }
  }
}

extension Rule {
  /// A rule on each medical act of a pupil.
  static func onMedicalActs(
    _ id: RuleID, readsFamily: Bool = false, _ judge: @escaping @Sendable (MedicalActCase) -> [Episode]
  ) -> Rule {
    Rule(
      id, reads: readsFamily ? [.medical, .family] : [.medical],
      judge: .pupil { dossier, scope in
        guard let section = dossier.medical.record, !readsFamily || dossier.family.isReadable else { return [] }
        let circle = dossier.circle
        return section.acts.flatMap { act -> [Episode] in
          guard let one = MedicalActCase(id, act, pupil: dossier.id, circle: circle, scope: scope) else { return [] }
          return judge(one)
        }
      })
  }
}
