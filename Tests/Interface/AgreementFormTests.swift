import Casework
import Support
import Testing

@testable import Interface

/// What a guardian answered, to which text: typed in the form of a plan and of an evaluation.
@Suite("Agreement in the forms")
struct AgreementFormTests {
  private static let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
  /// SHA-256 of the words "elke dag lezen", computed with sha256sum.
  private static let reading = "fd9a98e669e4e9e652025d28aeebde5d16ee9e76adc57f66aac9d122994de4d3"

  private func plan(_ drive: Drive) -> Record<PlanFields>? {
    drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record
  }

  /// Noor's plan as it is after somebody else changed it.
  private func change(_ drive: inout Drive, _ edit: (inout Record<PlanFields>) -> Void) {
    var section = plan(drive) ?? Record()
    edit(&section)
    let stored = Stored(tree: section.tree, revision: Revision(text: "anders"))
    drive.vault.files[Self.place] = stored
    drive.send(.othersSaved([ForeignSave(place: Self.place, state: .read(stored), by: nil)]))
  }

  private func established() -> Drive {
    var drive = Drive()
    change(&drive) { section in
      var version = section.versions[0]
      version.establishedOn = day("2026-11-10")
      section.put(version, in: \.versions)
    }
    return drive
  }

  @Test("In an established version the talk with a guardian and the answer can be put right, the text cannot")
  func afterEstablishing() throws {
    var drive = established()
    let before = try #require(plan(drive)?.versions.first)
    drive.openNoorsPlan()
    drive.go(to: "handelingsdeel")
    drive.press(.enter)
    drive.type("Anders")
    drive.press(.escape)
    drive.go(to: "ouders")
    drive.press(.enter)
    drive.type("p")
    drive.go(to: "overlegOp")
    drive.type("9 nov")
    drive.go(to: "instemming")
    drive.type("s")
    drive.go(to: "instemmingOp")
    drive.type("vandaag")
    drive.press(.control("s"), .control("s"))
    #expect(drive.state.notice?.kind == .done)
    let after = try #require(plan(drive)?.versions.first)
    let father = try #require(after.agreement(of: TestDossiers.father))
    #expect(father.consultedOn == day("2026-11-09") && father.answeredOn == TestSchool.today)
    #expect(father.answer == Choice(.agreed) && father.textHash == before.actionPartHash)
    for key in before.members.keys where key != "ouders" {
      #expect(after.members[key] == before.members[key], "\(key)")
    }
  }

  private func newEvaluation() -> Drive {
    var drive = established()
    _ = drive.openForm(of: "Noor de Vries", .plan, list: "evaluaties")
    drive.go(to: "versie")
    drive.type(" ")
    return drive
  }

  private func agree(_ drive: inout Drive) {
    drive.go(to: "ouders")
    drive.press(.enter)
    drive.type("m")
    drive.go(to: "aanwezig")
    drive.type("a")
    drive.go(to: "instemming")
    drive.type("s")
    drive.go(to: "instemmingOp")
    drive.type("vandaag")
    drive.press(.control("s"))
  }

  private func adjust(_ drive: inout Drive) {
    drive.go(to: "bijgesteld")
    drive.type("j")
    drive.go(to: "bijstelling")
    drive.type("elke dag lezen")
  }

  @Test(
    "An answer in an evaluation is bound to the adjustment, whichever of the two is typed first",
    arguments: [true, false])
  func evaluation(isAnswerFirst: Bool) {
    var drive = newEvaluation()
    if isAnswerFirst { agree(&drive) }
    adjust(&drive)
    if !isAnswerFirst {
      drive.press(.control("u"))
      drive.press(.control("r"))
      while drive.form?.currentRow?.key != "ouders" { drive.press(.backTab) }
      agree(&drive)
    }
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .done)
    #expect(plan(drive)?.evaluations.first?.attendance.first?.textHash == Self.reading)
  }

  @Test("An adjustment that is changed later is not what was agreed to")
  func changedLater() throws {
    var drive = newEvaluation()
    agree(&drive)
    adjust(&drive)
    drive.press(.control("s"))
    let id = try #require(plan(drive)?.evaluations.first?.id)
    var copy = drive.state
    _ = copy.openForm(TestSchool.pupil("Noor de Vries"), .plan, path: [.item(list: "evaluaties", id)])
    drive.state = copy
    drive.go(to: "bijstelling")
    drive.type(" en rekenen")
    drive.press(.control("s"))
    let saved = try #require(plan(drive))
    let evaluation = try #require(saved.evaluations.first)
    let mother = try #require(evaluation.attendance.first)
    #expect(evaluation.adjustment == "elke dag lezen en rekenen")
    #expect(mother.textHash == Self.reading && !evaluation.holds(mother, in: saved))
  }

  @Test("Where the adjustment stands in a new version it is that text")
  func newVersion() throws {
    var drive = established()
    change(&drive) { section in
      var version = PlanVersion()
      version.id = id(5199)
      version.drawnUpOn = day("2026-11-16")
      version.actionPart = ActionPart()
      version.actionPart?.guidance = "2 uur per week"
      section.put(version, in: \.versions)
    }
    _ = drive.openForm(of: "Noor de Vries", .plan, list: "evaluaties")
    drive.go(to: "versie")
    drive.type(" ")
    agree(&drive)
    drive.go(to: "nieuweVersie")
    for _ in 0..<5 where drive.form?.record["nieuweVersie"]?.text != id(5199).description { drive.type(" ") }
    drive.press(.control("s"))
    // The example of docs/bestandsformaat.md.
    #expect(
      plan(drive)?.evaluations.first?.attendance.first?.textHash
        == "bb990a75cd4f91d5aca9065312cec3b3e6662701d7d2a165de70790117c68a90")
  }
}
