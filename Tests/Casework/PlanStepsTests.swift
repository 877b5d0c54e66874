import Casework
import Support
import Testing

@Suite("The steps of a plan")
struct PlanStepsTests {
  private let first = id(100)
  private let goal = id(101)

  private func established() -> PlanVersion {
    make(PlanVersionFields.self, 100) {
      $0.drawnUpOn = day("2026-01-12")
      $0.supportNeeds = "Rust en voorspelbaarheid."
      $0.destination = Choice(.havo)
      $0.pupilHeardOn = day("2026-01-14")
      $0.pupilView = "Ik wil vaker samen lezen."
      $0.pupilViewUsed = "Leest met een maatje."
      $0.offeredOn = day("2026-01-16")
      $0.establishedOn = day("2026-01-26")
      $0.inForceFrom = day("2026-02-01")
      $0.beginRegisteredOn = day("2026-01-27")
      $0.closedOn = day("2026-07-31")
      $0.closedReason = "Nieuw plan."
      $0.endRegisteredOn = day("2026-08-01")
      $0.actionPart = ActionPart()
      $0.actionPart?.guidance = "2 uur per week"
      $0.put(
        make(GoalFields.self, 101) {
          $0.domain = "rekenen"
          $0.target = "kent de tafels"
          $0.byWhen = day("2026-06-01")
        }, in: \.goals)
      $0.put(
        make(GoalFields.self, 102) {
          $0.domain = "lezen"
          $0.withdrawal = Record()
        }, in: \.goals)
      $0.put(make(PlanAgreementFields.self, 103) { $0.answer = Choice(.agreed) }, in: \.agreements)
      $0.put(make(AdaptedTestFields.self, 104) { $0.test = "rekentoets M6" }, in: \.adaptedTests)
    }
  }

  private func next() -> PlanVersion {
    var count: UInt64 = 200
    return established().successor(on: day("2026-11-23")) { members in
      count += 1
      members[RecordKey.id] = .string(id(count).description)
    }
  }

  @Test("A new version has the text of the old one, and none of its days, agreement and hearing")
  func successor() {
    let version = next()
    #expect(version.drawnUpOn == day("2026-11-23") && version.basedOn?.id == first)
    #expect(version.supportNeeds == "Rust en voorspelbaarheid." && version.destination == Choice(.havo))
    #expect(version.actionPartHash == established().actionPartHash)
    let kept: Set<String> = [
      "opgesteldOp", "vorigeVersie", "ondersteuningsbehoeften", "uitstroom", "handelingsdeel", "doelen",
      "aangepasteToetsen",
    ]
    #expect(Set(version.members.keys) == kept)
    #expect(version.state(on: day("2026-11-23")) == .draft && !version.isLocked)
  }

  @Test("Each goal that stands goes on as a goal of its own, tied to the old one and without its day")
  func goals() {
    let goals = next().goals
    #expect(goals.map(\.target) == ["kent de tafels"])
    #expect(goals.first?.id == id(201) && goals.first?.continues?.id == goal && goals.first?.byWhen == nil)
    #expect(next().adaptedTests.first?.id == id(202))
  }

  private func plan() -> Record<PlanFields> {
    var plan = Record<PlanFields>()
    plan.put(established(), in: \.versions)
    var second = next()
    second.id = id(300)
    plan.put(second, in: \.versions)
    for (number, on, score) in [(400, "2026-03-02", GoalScore.unchanged), (401, "2026-06-29", .partly)] {
      plan.put(
        make(EvaluationFields.self, UInt64(number)) {
          $0.on = day(on)
          $0.put(
            make(GoalResultFields.self, UInt64(number) + 50) {
              $0.goal = Reference(id(101))
              $0.score = Choice(score)
            }, in: \.results)
        }, in: \.evaluations)
    }
    return plan
  }

  @Test("The last result of a goal is found through the goals that it goes on from")
  func results() {
    let plan = plan()
    #expect(plan.ancestry(of: id(201)) == [id(201), goal])
    #expect(plan.lastResult(of: id(201))?.score == .partly)
    #expect(plan.lastResult(of: goal)?.on == day("2026-06-29"))
    #expect(plan.lastResult(of: id(999)) == nil)
  }

  @Test("Goals that name each other end somewhere")
  func circle() {
    var plan = plan()
    var first = plan.versions[0]
    var old = first.goals[0]
    old.continues = Reference(id(201))
    first.put(old, in: \.goals)
    plan.put(first, in: \.versions)
    #expect(plan.ancestry(of: goal) == [goal, id(201)])
  }
}
