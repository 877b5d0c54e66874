import Casework
import Interface
import Support

extension Scene {
  /// The tabs and lists in which there is much to look at.
  static let pictures: [Story] = [
    (
      "verzuim-jaar", TestSchool.ib,
      {
        $0.missMuch()
        $0.openPupil("tess")
        $0.type("7")
      }
    ),
    (
      "verzuim-vol", TestSchool.ib,
      {
        $0.openPupil("sem")
        $0.type("7d11 nov")
        $0.press(.enter)
        $0.type("b")
        $0.press(.end)
        for _ in 0..<7 { $0.press(.up) }
      }
    ),
    (
      "opp-jaar", TestSchool.ib,
      {
        $0.planForRoos()
        $0.openPupil("roos")
        $0.type("3")
      }
    ),
    (
      "agenda-lang", TestSchool.ib,
      {
        $0.askMuch()
        $0.press(.pageDown, .pageDown)
      }
    ),
    (
      "agenda-toen", TestSchool.ib,
      {
        $0.type("d26 okt")
        $0.press(.enter)
        $0.type("b")
      }
    ),
    (
      "veel-gevolgen", TestSchool.ib,
      {
        $0.promiseMuch()
      }
    ),
    (
      "geweigerd-met-gevolgen", TestSchool.ib,
      {
        $0.promiseMuch()
        $0.press(.control("s"))
      }
    ),
  ]
}

/// What a colleague put down, so that there is something to draw.
extension Drive {
  mutating func save(_ tree: Tree, _ name: String, _ section: SectionName) {
    let place = Place.section(pupil: TestSchool.pupil(name), section)
    let saved = Stored(tree: tree, revision: Revision(text: "collega-\(section.rawValue)-\(name)"))
    vault.files[place] = saved
    send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
    press(.escape)
  }

  /// Tess came on 21 September and missed something of each kind since.
  mutating func missMuch() {
    let name = "Tess Visser"
    guard let stored = vault.files[.section(pupil: TestSchool.pupil(name), .pupil)],
      var pupil = Record<PupilFields>(tree: stored.tree)
    else { return }
    var enrolment = pupil.enrolments[0]
    enrolment.from = day("2026-09-21")
    pupil.put(enrolment, in: \.enrolments)
    save(pupil.tree, name, .pupil)
    var absence = Record<AbsenceFields>()
    let missed: [(AbsenceKind, String, String?)] = [
      (.ill, "2026-09-28", "2026-10-01"), (.medicalVisit, "2026-10-13", nil), (.late, "2026-10-15", nil),
      (.unauthorised, "2026-11-05", "2026-11-06"), (.ill, "2026-11-12", nil), (.unknown, "2026-11-20", nil),
      (.leave, "2026-12-17", "2026-12-18"),
    ]
    for (number, (kind, from, until)) in missed.enumerated() {
      absence.put(
        make(AbsenceRecordFields.self, UInt64(7100 + number)) {
          $0.kind = Choice(kind)
          $0.from = day(from)
          $0.until = until.map(day)
          if kind == .medicalVisit { $0.part = Choice(.morning) }
          if kind == .late { $0.duration = Minutes(40) }
        }, in: \.absences)
    }
    save(absence.tree, name, .absence)
  }

  /// Roos has a plan in its second year, with one evaluation that counts, and goals that were judged and one that was not.
  mutating func planForRoos() {
    var mother = Guardian()
    mother.id = TestDossiers.mother
    mother.fullName = "Ans van Leeuwen"
    mother.relation = "moeder"
    mother.kind = Choice(.parent)
    mother.put(make(CustodyFields.self, 7250) { $0.hasCustody = Choice(.yes) }, in: \.custody)
    var family = Record<FamilyFields>()
    family.put(mother, in: \.guardians)
    save(family.tree, "Roos van Leeuwen", .family)
    var plan = Record<PlanFields>()
    plan.put(
      make(PlanVersionFields.self, 7200) { version in
        version.drawnUpOn = day("2025-09-22")
        version.establishedOn = day("2025-10-13")
        version.destination = Choice(.theoretical)
        for (number, domain, target) in [
          (7201, "rekenen", "tafels tot en met 10"), (7202, "lezen", "leest op niveau M6"),
          (7203, "werkhouding", "werkt tien minuten alleen"),
        ] {
          version.put(
            make(GoalFields.self, UInt64(number)) {
              $0.domain = domain
              $0.target = target
            }, in: \.goals)
        }
      }, in: \.versions)
    for (number, on, scores) in [
      (UInt64(7300), "2026-03-09", [GoalScore.unchanged, .partly]), (7310, "2026-10-12", [.reached]),
    ] {
      plan.put(
        make(EvaluationFields.self, number) { evaluation in
          evaluation.on = day(on)
          evaluation.version = Reference(id(7200))
          if number == 7310 {
            evaluation.put(
              make(EvaluationAttendanceFields.self, 7319) {
                $0.guardian = Reference(TestDossiers.mother)
                $0.attendance = Choice(.present)
              }, in: \.attendance)
          }
          for (index, score) in scores.enumerated() {
            evaluation.put(
              make(GoalResultFields.self, number + 1 + UInt64(index)) {
                $0.goal = Reference(id(UInt64(7201 + index)))
                $0.score = Choice(score)
              }, in: \.results)
          }
        }, in: \.evaluations)
    }
    for (number, on) in [(7320, "2026-05-11"), (7321, "2026-11-09")] {
      plan.put(
        make(ProgressNoteFields.self, UInt64(number)) {
          $0.on = day(on)
          $0.text = "Het gaat vooruit."
        }, in: \.progress)
    }
    save(plan.tree, "Roos van Leeuwen", .plan)
  }

  /// Something was promised about twenty pupils, one every other day.
  mutating func askMuch() {
    for (index, name) in TestSchool.names.prefix(20).enumerated() {
      var section = Record<ConversationsFields>()
      section.put(
        make(ActionFields.self, UInt64(7400 + index)) {
          $0.what = "ouders bellen over de toets"
          $0.before = day("2026-11-14").adding(days: 2 * index)
        }, in: \.actions)
      save(section.tree, name, .conversations)
    }
  }

  /// A talk being put down with eight promises in it, and not yet when it was.
  mutating func promiseMuch() {
    openPupil("umut")
    type("8g")
    guard case .form(var form) = state.screens.current else { return }
    form.promise((0..<8).map { day("2026-11-30").adding(days: 7 * $0) })
    state.screens.current = .form(form)
    press(.down)
    type("o")
  }
}
