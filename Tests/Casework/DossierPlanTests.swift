import Casework
import Support
import Testing

private func version(
  _ number: UInt64, drawn: String, offered: String? = nil, established: String? = nil, from: String? = nil,
  closed: String? = nil
) -> PlanVersion {
  make(PlanVersionFields.self, number) {
    $0.drawnUpOn = day(drawn)
    $0.offeredOn = offered.map(day)
    $0.establishedOn = established.map(day)
    $0.inForceFrom = from.map(day)
    $0.closedOn = closed.map(day)
  }
}

private func plan(_ versions: [PlanVersion]) -> Record<PlanFields> {
  make(PlanFields.self, 1) { plan in
    for version in versions { plan.put(version, in: \.versions) }
  }
}

@Suite("The state of a plan")
struct PlanStateTests {
  @Test(
    "draft, offered, established, closed follow from the dates",
    arguments: [
      ("2026-01-31", nil), ("2026-02-01", .draft), ("2026-02-14", .draft), ("2026-02-15", .offered),
      ("2026-02-28", .offered), ("2026-03-01", .established), ("2026-10-31", .established), ("2026-11-01", .closed),
    ] as [(String, PlanState?)])
  func states(on: String, state: PlanState?) {
    let version = version(
      1, drawn: "2026-02-01", offered: "2026-02-15", established: "2026-03-01", closed: "2026-10-31")
    #expect(version.state(on: day(on)) == state)
  }

  @Test("a version holds from its own first day until the next one takes over")
  func inForce() {
    let plan = plan([
      version(1, drawn: "2025-02-01", established: "2025-03-01", from: "2025-03-10"),
      version(2, drawn: "2026-02-01", established: "2026-03-01"),
      version(3, drawn: "2026-11-01", offered: "2026-11-15"),
    ])
    #expect(plan.versionInForce(on: day("2025-03-09")) == nil)
    #expect(plan.versionInForce(on: day("2025-03-10"))?.id == id(1))
    #expect(plan.versionInForce(on: day("2026-02-28"))?.id == id(1))
    #expect(plan.versionInForce(on: day("2026-03-01"))?.id == id(2))
    #expect(plan.versionInForce(on: day("2027-01-01"))?.id == id(2))
    #expect(plan.openVersion(on: day("2026-10-31")) == nil)
    #expect(plan.openVersion(on: day("2026-11-01"))?.id == id(3))
    #expect(plan.newestVersion(on: day("2026-02-15"))?.id == id(2))
    #expect(plan.openVersion(on: day("2026-02-15"))?.id == id(2))
    #expect(plan.number(of: id(3)) == 3)
  }

  @Test("a new version that takes over breaks no run; a gap after closing does")
  func runs() {
    let plan = plan([
      version(1, drawn: "2024-02-01", established: "2024-03-01", closed: "2024-12-31"),
      version(2, drawn: "2025-02-01", established: "2025-03-01"),
      version(3, drawn: "2025-09-01", established: "2025-10-01"),
      version(4, drawn: "2026-09-01", established: "2026-10-01", closed: "2026-11-20"),
    ])
    #expect(plan.runs.map(\.span.from) == [day("2024-03-01"), day("2025-03-01")])
    #expect(plan.run(on: day("2026-11-20"))?.establishedOn == day("2025-03-01"))
    #expect(plan.run(on: day("2026-11-20"))?.versions.map(\.id) == [id(2), id(3), id(4)])
    #expect(plan.run(on: day("2026-11-21")) == nil)
    // Version 2 was never closed by itself; it does not come back when its successor is closed.
    #expect(plan.versionInForce(on: day("2026-11-21")) == nil)
  }

  @Test("numbers follow the days on which versions were drawn up, not the order in the file")
  func numbers() {
    let plan = plan([version(2, drawn: "2026-02-01"), version(1, drawn: "2025-02-01")])
    #expect(plan.number(of: id(1)) == 1)
    #expect(plan.number(of: id(2)) == 2)
    #expect(plan.number(of: id(9)) == nil)
  }
}

@Suite("Agreement binds to the text it was given for")
struct AgreementTests {
  private func offered(guidance: String) -> PlanVersion {
    var version = version(1, drawn: "2026-02-01", offered: "2026-02-15")
    var part = ActionPart()
    part.guidance = guidance
    version.actionPart = part
    return version
  }

  private func agreeing(_ version: PlanVersion, hash: String?) -> PlanVersion {
    var version = version
    let agreement = make(PlanAgreementFields.self, 5) {
      $0.guardian = Reference(id(10))
      $0.answer = Choice(.agreed)
      $0.answeredOn = day("2026-02-20")
      $0.textHash = hash
    }
    version.put(agreement, in: \.agreements)
    return version
  }

  @Test("it counts from its day on, for that guardian alone")
  func counts() {
    let text = offered(guidance: "2 uur per week")
    let version = agreeing(text, hash: text.actionPartHash)
    #expect(!version.isAgreed(by: id(10), on: day("2026-02-19")))
    #expect(version.isAgreed(by: id(10), on: day("2026-02-20")))
    #expect(!version.isAgreed(by: id(11), on: day("2026-02-20")))
  }

  @Test("a changed action part makes it stale; the destination may change")
  func stale() {
    let text = offered(guidance: "2 uur per week")
    var version = agreeing(text, hash: text.actionPartHash)
    version.destination = Choice(.havo)
    #expect(version.isAgreed(by: id(10), on: day("2026-03-01")))
    version.actionPart?.guidance = "1 uur per week"
    #expect(!version.isAgreed(by: id(10), on: day("2026-03-01")))
  }

  @Test("an emptied field is the same text as one never filled in")
  func emptied() {
    let text = offered(guidance: "2 uur per week")
    var version = agreeing(text, hash: text.actionPartHash)
    version.actionPart?.care = ""
    #expect(version.isAgreed(by: id(10), on: day("2026-03-01")))
  }

  @Test("the hash is SHA-256 over the compact JSON, as sha256sum gives it")
  func hash() {
    // printf '%s' '{"begeleiding":"2 uur per week"}' | sha256sum
    #expect(
      offered(guidance: "2 uur per week").actionPartHash
        == "bb990a75cd4f91d5aca9065312cec3b3e6662701d7d2a165de70790117c68a90")
    // printf '%s' '{}' | sha256sum
    #expect(
      Record<PlanVersionFields>().actionPartHash == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    // Longer than one block of 64 bytes, with letters outside ASCII.
    #expect(
      offered(guidance: String(repeating: "één ", count: 40)).actionPartHash
        == "a91b89cffdf1cd5c2d795da898cfc46d5259d50016085264d92596bf4149c7b3")
  }

  @Test("each length around a block's edge hashes as sha256sum does")
  func edges() {
    // 18 bytes of JSON stand around the text: total lengths of 54, 55, 56, 63, 64, 65, 119, 127 and 128 bytes.
    let expected: [Int: String] = [
      36: "b13f3caef2f9c2fdf6b822ea58fb714451552491e18f2f87b05b9fd89aa84a73",
      37: "ed3b6d0e14484c6e04ade4d960e79d88d037e0663db8ffe77a84bbfc257391d2",
      38: "c9eac9bb6a5fa5c54f0f2748b708c3d574686bf93ae1e629fd64c36a77ddecd7",
      45: "6f9cdfc9d6e5cac0547751691811cabc20346adb5b21bee190215656b03b448f",
      46: "f93c057a44360dc6e4e9aa8f18df7622e3162ccb20cc8a83b5a05264d8875f3a",
      47: "ef64b95e536147cb881e7a7bfa2b27cee81b5e2cc2839e0ae595ffc5937c1d40",
      101: "9539397dd50cae371e2e5e4ee3c2377cc2c3f2537483e8077e7e3ab56c426713",
      109: "224baaa0fe61f26d9444c3f0b30a54292f235bf32fb1d6e66e6ede52f0aabbb8",
      110: "0f8c52486c9dc2d87af4e799484a7405012a36a189853127528d68d2584944fd",
    ]
    for (count, hash) in expected {
      #expect(offered(guidance: String(repeating: "a", count: count)).actionPartHash == hash, "\(count)")
    }
  }
}

@Suite("What came of the plan")
struct PlanFollowUpTests {
  @Test("only who was there took part in an evaluation")
  func attended() {
    let evaluation = make(EvaluationFields.self, 1) { evaluation in
      for (guardian, attendance) in [(10, Attendance.present), (11, .absentInvited), (12, .notInvited)] {
        let line = make(EvaluationAttendanceFields.self, UInt64(guardian) + 100) {
          $0.guardian = Reference(id(UInt64(guardian)))
          $0.attendance = Choice(attendance)
        }
        evaluation.put(line, in: \.attendance)
      }
    }
    #expect(evaluation.attended(id(10)))
    #expect(!evaluation.attended(id(11)))
    #expect(!evaluation.attended(id(12)))
  }

  @Test("actions from talks and those by themselves stand in one list")
  func actions() {
    let tab = make(ConversationsFields.self, 1) { tab in
      tab.put(make(ActionFields.self, 2) { $0.before = day("2026-12-01") }, in: \.actions)
      let talk = make(ConversationFields.self, 3) {
        $0.put(make(ActionFields.self, 4) { $0.doneOn = day("2026-11-23") }, in: \.actions)
      }
      tab.put(talk, in: \.conversations)
    }
    #expect(tab.everyAction.map(\.action.id) == [id(2), id(4)])
    #expect(tab.everyAction.map(\.conversation?.id) == [nil, id(3)])
    #expect(tab.everyAction[1].action.isOpen(on: day("2026-11-22")))
    #expect(!tab.everyAction[1].action.isOpen(on: day("2026-11-23")))
    #expect(tab.everyAction[0].action.isOpen(on: day("2030-01-01")))
  }
}
