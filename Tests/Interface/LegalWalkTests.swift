import Casework
import Support
import Testing

@testable import Interface

/// The work that the forms are for, from the first key to what stands in the file.
@Suite("Walks through the forms")
struct LegalWalkTests {
  private func plan(_ drive: Drive) -> PlanVersion? {
    drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record?.versions.first
  }

  private func openPlan(_ drive: inout Drive) {
    drive.press(.function(2), .escape, .escape)
    drive.openNoor()
    drive.type("3e")
  }

  @Test("An OPP is drawn up, offered, agreed to by each guardian, and only then established")
  func planFromDraftToEstablished() {
    var drive = Drive()
    openPlan(&drive)
    drive.go(to: "vastgesteldOp")
    drive.type("vandaag")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(
      drive.state.notice?.text
        == "Vaststellen kan nog niet. Er ontbreekt: onderbouwing van de uitstroom (§2.4); afwijkingen, of n.v.t. "
        + "(§2.4); mening van de leerling (§3.2); overleg met vader (§2.4); instemming van vader (§2.6).")
    #expect(drive.form?.currentRow == .field(key: "uitstroomWaarom"))
    drive.type("Noor werkt door en wil graag.")
    drive.go(to: "handelingsdeel")
    drive.press(.enter)
    drive.go(to: "afwijkingen")
    drive.type("n")
    drive.press(.escape)
    drive.go(to: "meningLeerling")
    drive.type("Ik wil bij mijn vrienden blijven.")
    drive.press(.tab)
    drive.type("Noor zit in het groepje van haar vriendin.")
    drive.go(to: "aangebodenOp")
    drive.type("2 nov")
    // The row of the father stands ready below that of the mother.
    drive.go(to: "ouders")
    drive.press(.tab, .tab, .enter)
    drive.go(to: "overlegOp")
    drive.type("gisteren")
    drive.go(to: "instemming")
    drive.type("ss")
    drive.press(.tab)
    drive.type("vandaag")
    drive.press(.escape)
    // The mother agreed before the action part was completed; her answer has no hash, so it holds for the text as it is.
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .trouble)
    #expect(drive.state.notice?.text.contains("instemming van vader") == true)
    // The cursor stands on the answer that keeps it from being established.
    #expect(drive.form?.currentRow == .field(key: "instemming"))
    drive.press(.backspace)
    drive.type("s")
    drive.press(.escape)
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .done)
    #expect(plan(drive)?.establishedOn == TestSchool.today)
    let father = plan(drive)?.agreement(of: TestDossiers.father)
    #expect(father?.textHash == plan(drive)?.actionPartHash)
    #expect(father?.textHash?.count == 64)
    #expect(!drive.shows("OPP vaststellen"))
  }

  @Test("An established version takes no change to its text, only what comes after it")
  func establishedIsLocked() {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    var section = drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record ?? Record()
    var version = section.versions[0]
    version.establishedOn = day("2026-11-10")
    section.put(version, in: \.versions)
    let stored = Stored(tree: section.tree, revision: Revision(text: "locked"))
    drive.vault.files[place] = stored
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(stored), by: nil)]))
    openPlan(&drive)
    drive.go(to: "uitstroom")
    drive.type("h")
    #expect(drive.form?.record["uitstroom"]?.text == "vmboTl")
    #expect(drive.shows("ligt vast"))
    drive.go(to: "doelen")
    drive.press(.enter)
    #expect(drive.form?.depth == 1)
    drive.go(to: "beginInRodOp")
    drive.type("vandaag")
    drive.press(.control("s"))
    #expect(plan(drive)?.beginRegisteredOn == TestSchool.today)
    #expect(plan(drive)?.establishedOn == day("2026-11-10"))
  }

  @Test("Agreement is bound to the text: a later change of the action part is shown as such")
  func staleAgreement() {
    var drive = Drive()
    openPlan(&drive)
    drive.go(to: "ouders")
    drive.press(.tab, .enter)
    drive.go(to: "instemming")
    drive.press(.backspace)
    drive.type("s")
    drive.press(.escape, .control("s"))
    #expect(drive.rows.contains { $0.contains("moeder ✓ stemt in") })
    openPlan(&drive)
    drive.go(to: "handelingsdeel")
    drive.press(.enter)
    drive.go(to: "leerlijn")
    drive.type("Eigen leerlijn rekenen.")
    drive.press(.control("s"), .control("s"))
    #expect(drive.rows.contains { $0.contains("moeder stemde in") })
    #expect(drive.rows.contains { $0.contains("Ontbreekt") })
  }

  @Test("An evaluation names the version and the result of each goal, chosen by their names")
  func evaluation() {
    var drive = Drive()
    drive.press(.function(2))
    drive.openNoor()
    drive.type("3")
    for _ in 0..<20 where !drive.chosenRow.contains("Evaluaties") { drive.press(.down) }
    drive.type("n")
    #expect(drive.shows("Evaluatie toevoegen"))
    drive.go(to: "versie")
    drive.type(" ")
    #expect(drive.shows("versie 1 (ma 5 okt 2026)"))
    drive.go(to: "resultaten")
    drive.press(.enter)
    drive.type("w")
    #expect(drive.form?.record["doel"]?.text == id(5202).description)
    drive.go(to: "score")
    drive.type("b")
    drive.press(.control("s"), .control("s"))
    let plan = drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record
    #expect(plan?.evaluations.first?.version?.id == TestDossiers.noorVersion)
    #expect(plan?.evaluations.first?.results.first?.score == Choice(.reached))
    #expect(drive.shows("1 van 2 doelen beoordeeld"))
  }

  @Test("A report to DUO clears the signal it was made for")
  func truancyReport() {
    var drive = Drive()
    drive.type("/sem")
    drive.press(.enter)
    drive.type("a1")
    drive.go(to: "van")
    drive.type("26 okt")
    drive.press(.tab)
    drive.type("11 nov")
    drive.press(.tab)
    drive.type("16,5 u")
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .done)
    let reports = drive.state.session?.caseload.dossiers[TestSchool.pupil("Sem Bakker")]?.absence.record?.reports
    #expect(reports?.first?.kind == Choice(.sixteenHours))
    #expect(reports?.first?.minutes == Minutes(990))
    #expect(reports?.first?.from == day("2026-10-26"))
    #expect(drive.shows("Niets gevonden"))
  }

  @Test("An absence with times is recorded from the tab Verzuim")
  func absence() {
    var drive = Drive()
    drive.press(.function(3))
    drive.type("liv")
    drive.press(.enter)
    drive.type("7n")
    drive.press(.enter)
    drive.go(to: "soort")
    drive.type("a")
    drive.go(to: "vanTijd")
    drive.type("8.30")
    drive.press(.tab)
    drive.type("10u15")
    drive.press(.control("s"))
    let absence = drive.state.session?.caseload.dossiers[TestSchool.pupil("Liv Jansen")]?.absence.record?.absences.first
    #expect(absence?.kind == Choice(.medicalVisit))
    #expect(absence?.fromTime == clock("08:30") && absence?.untilTime == clock("10:15"))
    #expect(absence?.from == TestSchool.today)
  }

  @Test("A new level of support with the talk about it is recorded from the tab Leerling, and its deadline told first")
  func supportLevel() {
    var drive = Drive()
    drive.press(.function(3))
    drive.type("liv")
    drive.press(.enter)
    for _ in 0..<40 where !drive.chosenRow.contains("§2.1") { drive.press(.down) }
    drive.type("n")
    drive.type("e")
    drive.go(to: "van")
    drive.type("vandaag")
    #expect(drive.shows("erbij: OPP vaststellen, uiterlijk ma 4 jan 2027"))
    drive.press(.control("s"))
    let pupil = drive.state.session?.caseload.dossiers[TestSchool.pupil("Liv Jansen")]?.pupil.record
    #expect(pupil?.supportLevels.first?.level == Choice(.extraWithinProfile))
  }

  @Test("A guardian with custody is recorded from the tab Leerling")
  func guardian() {
    var drive = Drive()
    drive.press(.function(3))
    drive.type("liv")
    drive.press(.enter)
    for _ in 0..<60 where !drive.chosenRow.contains("Ouders en verzorgers") { drive.press(.down) }
    drive.type("nEva Jansen")
    drive.press(.tab)
    drive.type("moeder")
    drive.press(.tab)
    drive.type("o")
    drive.go(to: "gezag")
    drive.press(.enter)
    drive.type("j")
    drive.press(.control("s"), .control("s"))
    #expect(drive.shows("Eva Jansen (moeder)"))
    #expect(drive.shows("met gezag"))
    let family = drive.state.session?.caseload.dossiers[TestSchool.pupil("Liv Jansen")]?.family.record
    #expect(family?.guardians.first?.madeBy == "anouk")
    #expect(family?.guardians.first?.custody.first?.id != nil)
  }

  @Test("Withdrawing takes a reason, keeps the record, and it counts no more")
  func withdraw() {
    var drive = Drive()
    drive.press(.function(3))
    drive.type("sem")
    drive.press(.enter)
    drive.type("7")
    for _ in 0..<40 where !drive.chosenRow.contains("wo 11 nov 2026") { drive.press(.down) }
    drive.type("x")
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .trouble)
    drive.type("Was bij de tandarts")
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .done)
    let absence = drive.state.session?.caseload.dossiers[TestSchool.pupil("Sem Bakker")]?.absence.record
    #expect(absence?.absences.count == 2 && absence?.all(\.absences).count == 3)
    #expect(absence?.all(\.absences).last?.withdrawal?.by == "anouk")
    drive.press(.function(2))
    #expect(!drive.shows("Sem Bakker"))
    drive.type("u")
    #expect(drive.shows("Sem Bakker"))
  }

  @Test("The summary is made for one guardian, says what it leaves out, and is written as text")
  func summary() {
    var drive = Drive()
    drive.press(.function(2))
    drive.openNoor()
    drive.type("p")
    #expect(drive.shows("Voor wie is de samenvatting?"))
    drive.type("m")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .paper)
    drive.type("t")
    let notice = drive.state.notice?.text ?? ""
    #expect(notice.hasPrefix("Samenvatting van Noor de Vries, voor Marieke Jansen"))
    #expect(notice.contains("bewaard als /tmp/samenvatting-2026-11-23-"))
    let written = drive.effects.compactMap { effect -> Document? in
      if case .writeDocument(let document, _) = effect { document } else { nil }
    }
    #expect(written.first?.text.contains("Noor de Vries") == true)
    #expect(written.first?.text.contains("06-12345678") == false)
    #expect(written.first?.fileName.contains("Noor") == false)
  }

  @Test("A guardian without custody gets no summary, with the reason")
  func refusedSummary() {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .family)
    var family = drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.family.record ?? Record()
    var father = family.guardians[1]
    var custody = father.custody[0]
    custody.hasCustody = Choice(.no)
    father.put(custody, in: \.custody)
    family.put(father, in: \.guardians)
    let stored = Stored(tree: family.tree, revision: Revision(text: "no-custody"))
    drive.send(.othersSaved([ForeignSave(place: place, state: .read(stored), by: nil)]))
    drive.openNoor()
    drive.type("pp")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .dossier)
    #expect(drive.state.notice?.text.contains("heeft geen gezag") == true)
  }
}

extension Drive {
  /// The row that is chosen.
  var chosenRow: String {
    let grid = screen
    let row = (0..<grid.size.rows).first { row in (0..<grid.size.columns).contains { grid[row, $0].style.isSelected } }
    return row.map { rows[$0] } ?? ""
  }
}
