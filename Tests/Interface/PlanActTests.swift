import Casework
import Support
import Testing

@testable import Interface

@Suite("A plan at work: one key for each act")
struct PlanActTests {
  private static let noor = TestSchool.pupil("Noor de Vries")
  private static let place = Place.section(pupil: noor, .plan)

  private func plan(_ drive: Drive) -> Record<PlanFields>? {
    drive.state.session?.caseload.dossiers[Self.noor]?.plan.record
  }

  private func version(_ drive: Drive) -> PlanVersion? { plan(drive)?.inOrder.last }

  private func change(_ drive: inout Drive, _ edit: (inout PlanVersion) -> Void) {
    var section = plan(drive) ?? Record()
    var version = section.versions[0]
    edit(&version)
    section.put(version, in: \.versions)
    let stored = Stored(tree: section.tree, revision: Revision(text: "anders"))
    drive.vault.files[Self.place] = stored
    drive.send(.othersSaved([ForeignSave(place: Self.place, state: .read(stored), by: nil)]))
  }

  private func onTab(_ user: User = TestSchool.ib, _ edit: ((inout PlanVersion) -> Void)? = nil) -> Drive {
    var drive = Drive(as: user)
    if let edit { change(&drive, edit) }
    drive.openNoor()
    drive.type("3")
    return drive
  }

  /// All that establishing needs, but the agreement of the father.
  private static func complete(_ version: inout PlanVersion) {
    version.destinationReasons = "Werkt door en wil graag."
    version.actionPart?.departures = Choice(.none)
    version.pupilView = "Ik wil bij mijn vrienden blijven."
    version.pupilViewUsed = "Zit in het groepje van haar vriendin."
    version.put(
      make(PlanAgreementFields.self, 5302) {
        $0.guardian = Reference(TestDossiers.father)
        $0.consultedOn = day("2026-11-02")
      }, in: \.agreements)
  }

  private static func agreed(_ version: inout PlanVersion) {
    complete(&version)
    var father = version.agreements[1]
    father.answer = Choice(.agreed)
    father.answeredOn = day("2026-11-16")
    version.put(father, in: \.agreements)
  }

  private static func established(_ version: inout PlanVersion) {
    agreed(&version)
    version.establishedOn = day("2026-11-17")
  }

  // MARK: Offering

  @Test("Offering puts down today, and that it was sent to each guardian who did not answer yet, and can be taken back")
  func offer() throws {
    var drive = onTab()
    drive.type("A")
    #expect(drive.shows("OPP aanbieden"))
    #expect(drive.form?.fields.map(\.key) == ["aangebodenOp", "ouders"])
    drive.press(.control("s"))
    let after = try #require(version(drive))
    #expect(after.offeredOn == TestSchool.today)
    #expect(after.agreement(of: TestDossiers.mother)?.sentOn == nil)
    #expect(after.agreement(of: TestDossiers.father)?.sentOn == TestSchool.today)
    #expect(after.agreement(of: TestDossiers.mother)?.answer == Choice(.agreed))
    drive.type("u")
    #expect(version(drive)?.offeredOn == nil && version(drive)?.agreements.count == 1)
  }

  @Test("A guardian whom it was not sent to is taken out of the list before saving")
  func offerToOne() {
    var drive = onTab()
    drive.type("A")
    drive.go(to: "ouders")
    drive.press(.tab, .tab, .control("x"), .control("s"))
    #expect(version(drive)?.agreements.map { $0.guardian?.id } == [TestDossiers.mother])
  }

  @Test("What was typed in the version before is seen when it is offered, since it is saved along")
  func offerWithDraft() {
    var drive = onTab()
    drive.type("e")
    drive.go(to: "ondersteuningsbehoeften")
    drive.type("Rust")
    drive.press(.escape)
    drive.type("A")
    #expect((drive.form?.fields.count ?? 0) > 10)
    #expect(drive.form?.record["ondersteuningsbehoeften"]?.text == "Rust")
    #expect(drive.form?.record["aangebodenOp"]?.text == "2026-11-23")
  }

  @Test("An offered version cannot be offered again, and says when it was")
  func offeredTwice() {
    var drive = onTab { $0.offeredOn = day("2026-11-16") }
    drive.type("A")
    #expect(drive.state.notice?.text == "Versie 1 is al aangeboden op ma 16 nov 2026. Wijzigen kan met e.")
    #expect(drive.form == nil)
  }

  // MARK: Establishing

  @Test("Establishing is refused with all that lacks, each with its basis, and the cursor on the first")
  func refused() {
    var drive = onTab()
    drive.type("V")
    #expect(
      drive.state.notice?.text
        == "Vaststellen kan nog niet. Er ontbreekt: onderbouwing van de uitstroom (§2.4); afwijkingen, of n.v.t. "
        + "(§2.4); mening van de leerling (§3.2); overleg met vader (§2.4); instemming van vader (§2.6).")
    #expect(drive.form?.currentRow == .field(key: "uitstroomWaarom"))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
  }

  @Test("The cursor goes into the record that lacks something: the answer of the one who has not given it")
  func refusedInside() {
    var drive = onTab(TestSchool.ib) { Self.complete(&$0) }
    drive.type("V")
    #expect(drive.form?.level.path.last == .item(list: "ouders", id(5302)))
    #expect(drive.form?.currentRow == .field(key: "instemming"))
  }

  @Test("With nothing lacking the day is filled in, one key saves it, and u takes it back")
  func establish() {
    var drive = onTab(TestSchool.ib) { Self.agreed(&$0) }
    drive.type("V")
    #expect(drive.form?.fields.map(\.key) == ["vastgesteldOp", "geldtVanaf"])
    drive.press(.control("s"))
    #expect(version(drive)?.establishedOn == TestSchool.today)
    drive.type("u")
    #expect(version(drive)?.establishedOn == nil)
  }

  @Test("A day that was typed before is not put back to today when it is established again")
  func establishedDayKept() {
    var drive = onTab(TestSchool.ib) { Self.agreed(&$0) }
    drive.type("V")
    drive.type("20 nov")
    drive.press(.escape)
    drive.type("V")
    #expect(drive.form?.record["vastgesteldOp"]?.text == "2026-11-20")
    drive.press(.control("s"))
    #expect(version(drive)?.establishedOn == day("2026-11-20"))
  }

  @Test("It is not established on a day before everyone had agreed")
  func establishedTooEarly() {
    var drive = onTab(TestSchool.ib) { Self.agreed(&$0) }
    drive.type("V")
    drive.type("13 nov")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(
      drive.state.notice?.text
        == "Vaststellen kan nog niet. Er ontbreekt: instemming van vader vóór die dag (kwam op 16 nov) (§2.6).")
  }

  @Test("A yes to another text is told apart from no answer")
  func lapsed() {
    var drive = onTab(TestSchool.ib) {
      Self.agreed(&$0)
      var father = $0.agreements[1]
      father.textHash = String(repeating: "0", count: 64)
      $0.put(father, in: \.agreements)
    }
    drive.type("V")
    #expect(drive.state.notice?.text.contains("instemming van vader met de tekst zoals die nu is (§2.6)") == true)
    drive.press(.escape)
    #expect(drive.shows("vader · stemt in op 16 nov · vervallen: tekst gewijzigd"))
  }

  @Test("A teacher, who cannot read who has custody, neither offers nor establishes", arguments: ["A", "V"])
  func teacher(key: String) {
    var drive = Drive(as: TestSchool.teacher)
    drive.openNoor()
    drive.type("3" + key)
    #expect(drive.state.notice?.text == Texts.PlanAct.noFamily)
    drive.type("e")
    drive.go(to: "vastgesteldOp")
    drive.type("vandaag")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
  }

  // MARK: A new version

  @Test("A new version has the text, its goals tied to the old ones, and asks for agreement anew")
  func renew() throws {
    var drive = onTab(TestSchool.ib) { Self.established(&$0) }
    let old = try #require(version(drive))
    drive.type("N")
    #expect(drive.shows("OPP-versie toevoegen"))
    drive.press(.control("s"))
    let new = try #require(version(drive))
    #expect(plan(drive)?.versions.count == 2 && new.id != old.id && new.basedOn?.id == old.id)
    #expect(new.actionPartHash == old.actionPartHash && new.destinationReasons == old.destinationReasons)
    #expect(new.goals.map { $0.continues?.id } == old.goals.map(\.id))
    #expect(Set(new.goals.compactMap(\.id)).isDisjoint(with: old.goals.compactMap(\.id)))
    #expect(new.agreements.isEmpty && new.establishedOn == nil && new.pupilView == nil)
    #expect(new.state(on: TestSchool.today) == .draft && new.madeBy == TestSchool.ib.login)
    drive.type("u")
    #expect(plan(drive)?.versions.count == 1)
  }

  @Test("While a version is being worked on there comes no other beside it")
  func renewTooSoon() {
    var drive = onTab()
    drive.type("N")
    #expect(
      drive.state.notice?.text == "Versie 1 is nog niet vastgesteld. Werk die af; dan kan er een nieuwe komen.")
  }

  // MARK: Evaluating

  @Test("An evaluation has each goal and guardian ready: one key each, and the cursor goes on")
  func evaluate() throws {
    var drive = onTab(TestSchool.ib) { Self.established(&$0) }
    drive.type("Eau")
    drive.go(to: "resultaten")
    drive.press(.tab)
    drive.type("b2")
    drive.press(.control("s"))
    let evaluation = try #require(plan(drive)?.evaluations.first)
    #expect(evaluation.on == TestSchool.today && evaluation.version?.id == TestDossiers.noorVersion)
    #expect(evaluation.attendance.map { $0.attendance?.known } == [.present, .absentInvited])
    #expect(evaluation.attendance.map { $0.guardian?.id } == [TestDossiers.mother, TestDossiers.father])
    #expect(evaluation.results.map { $0.score?.known } == [.reached, .unchanged])
    #expect(evaluation.results.map { $0.goal?.id } == version(drive)?.goals.map(\.id))
  }

  @Test("A row in which nothing was filled in is not saved; one that was, is")
  func evaluateInPart() throws {
    var drive = onTab(TestSchool.ib) { Self.established(&$0) }
    drive.type("E")
    drive.go(to: "resultaten")
    drive.press(.tab, .tab)
    drive.type("m")
    drive.press(.control("s"))
    let evaluation = try #require(plan(drive)?.evaluations.first)
    #expect(evaluation.attendance.isEmpty)
    #expect(evaluation.results.map { $0.score?.known } == [.exceeded])
  }

  @Test("A result of the version before is seen at the goal that goes on from it")
  func lastResult() {
    var drive = onTab(TestSchool.ib) { Self.established(&$0) }
    drive.type("E")
    drive.go(to: "resultaten")
    drive.press(.tab)
    drive.type("d")
    drive.press(.control("s"))
    drive.type("N")
    #expect(drive.rows.contains { $0.contains("deels bereikt op 23 nov") })
  }

  @Test("Without a plan in force there is nothing to evaluate")
  func evaluateNothing() {
    var drive = onTab()
    drive.type("E")
    #expect(drive.state.notice?.text == Texts.PlanAct.noneInForce)
  }

  @Test("Backspace empties a row, and a letter of several answers goes round along them")
  func quickRows() {
    var drive = onTab()
    drive.type("e")
    drive.go(to: "ouders")
    drive.press(.tab, .tab)
    drive.type("s")
    #expect(drive.shows("vader · stemt in op 23 nov · op deze tekst"))
    drive.type("s")
    #expect(drive.shows("vader · stemt niet in op 23 nov"))
    drive.press(.backspace)
    #expect(drive.shows("vader · nog open"))
    drive.type("4")
    #expect(drive.shows("vader · niet te bereiken op 23 nov"))
    drive.press(.control("u"), .control("u"))
    #expect(drive.form?.isChanged == false)
  }

  // MARK: Reading

  @Test("A teacher puts down with one key to have read this version today, once, and can take it back")
  func read() {
    var drive = onTab(TestSchool.teacher) { Self.established(&$0) }
    drive.type("G")
    let reading = plan(drive)?.readings.first
    #expect(reading?.reader?.id == TestSchool.teacher.id && reading?.on == TestSchool.today)
    #expect(reading?.version?.id == TestDossiers.noorVersion)
    #expect(drive.state.notice?.text == "Vastgelegd: u las versie 1 vandaag. Ongedaan maken kan met u.")
    drive.type("G")
    #expect(drive.state.notice?.text == "U las versie 1 al op ma 23 nov 2026.")
    #expect(plan(drive)?.readings.count == 1)
    drive.type("u")
    #expect(plan(drive)?.readings.isEmpty == true)
  }

  @Test("Pressed twice while the first is still on its way, it is put down once")
  func readTwice() {
    var drive = onTab(TestSchool.teacher) { Self.established(&$0) }
    drive.answersAtOnce = false
    drive.type("G")
    drive.type("G")
    #expect(drive.state.notice?.text == Texts.stillSaving)
    drive.answer()
    #expect(drive.commits.count == 1 && plan(drive)?.readings.count == 1)
  }

  @Test("The intern begeleider who cannot read the family is not told that the intern begeleider does it")
  func familyUnread() {
    var drive = onTab()
    let family = Place.section(pupil: Self.noor, .family)
    drive.send(.othersSaved([ForeignSave(place: family, state: .damaged("Op regel 1."), by: nil)]))
    for key in ["A", "V"] {
      drive.type(key)
      #expect(drive.state.notice?.text == Texts.PlanAct.familyUnread)
    }
    #expect(!Texts.PlanAct.familyUnread.contains("intern begeleider"))
  }

  @Test("A draft is not read as a plan: it can change yet")
  func readDraft() {
    var drive = onTab(TestSchool.teacher)
    drive.type("G")
    #expect(drive.state.notice?.text == Texts.PlanAct.noneToRead && drive.commits.isEmpty)
  }

  // MARK: Elsewhere

  @Test(
    "On another tab, on another day and for a director each act says why not", arguments: ["A", "V", "N", "E", "G"])
  func reasons(key: String) {
    var drive = Drive()
    drive.openNoor()
    drive.type(key)
    #expect(drive.state.notice?.text == "Dit kan op het tabblad OPP (toets 3).")
    drive.type("3d1 dec")
    drive.press(.enter)
    drive.type(key)
    #expect(drive.state.notice?.text == Texts.Reason.otherDay)
    var director = Drive(as: TestSchool.director)
    director.openNoor()
    director.type("3" + key)
    #expect(director.state.notice?.text == Texts.Reason.readsOnly)
    #expect(drive.commits.isEmpty && director.commits.isEmpty)
  }

  @Test("Where no plan is on record each act says how to begin", arguments: ["A", "V", "N", "E", "G"])
  func noPlan(key: String) {
    var drive = Drive()
    drive.openPupil("liv")
    drive.type("3" + key)
    #expect(drive.state.notice?.text == Texts.PlanAct.none)
  }

  // MARK: What stays open

  @Test("What was forgotten of hearing the pupil can be filled in afterwards, once; what stood there cannot be changed")
  func heardLater() {
    var drive = onTab(TestSchool.ib) {
      Self.established(&$0)
      $0.pupilViewUsed = nil
    }
    drive.type("e")
    drive.go(to: "leerlingGehoordOp")
    drive.type("gisteren")
    drive.go(to: "meningLeerling")
    drive.type("Iets anders.")
    drive.go(to: "watErmeeGedaan")
    drive.type("Zit bij haar vriendin.")
    drive.press(.control("s"))
    #expect(version(drive)?.pupilView == "Ik wil bij mijn vrienden blijven.")
    #expect(version(drive)?.pupilViewUsed == "Zit bij haar vriendin.")
    #expect(version(drive)?.pupilHeardOn == day("2026-11-22"))
    drive.type("e")
    drive.go(to: "watErmeeGedaan")
    drive.type("x")
    #expect(drive.form?.isChanged == false)
  }
}
