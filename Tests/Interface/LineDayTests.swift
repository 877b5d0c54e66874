import Casework
import Support
import Testing

@testable import Interface

/// A whole day's work by questions and answers.
@Suite("A day line by line")
struct LineDayTests {
  private func sem(_ lines: LineDrive) -> Record<AbsenceFields>? {
    lines.drive.state.session?.caseload.dossiers[TestSchool.pupil("Sem Bakker")]?.absence.record
  }

  @Test("The intern begeleider reads why, records the report, sees the signal gone, and takes it back")
  func careCoordinator() throws {
    var lines = LineDrive()
    #expect(lines.hears("Verlopen: 3."))
    let number = try #require(lines.number(of: "Sem Bakker"))
    lines.type("\(number)")
    #expect(lines.hears("De derde") && lines.answer.first?.contains("Sem Bakker") == true)
    lines.type("waarom")
    #expect(lines.hears("De feiten en het rekenwerk"))
    lines.type("terug")
    #expect(!lines.hears("Noor de Vries"))
    lines.type("afhandelen \(number)")
    #expect(lines.hears("Formulier: Sem Bakker, Melding bij DUO toevoegen"))
    lines.type(["1", "vandaag", "26 okt", "11 nov", "", "16,5 u"])
    #expect(sem(lines)?.reports.isEmpty == true)
    lines.type(":klaar")
    #expect(lines.hears("Bewaren? Typ ja") && lines.hears("Gevolgen: weg:"))
    lines.type("ja")
    #expect(lines.hears("Bewaard: Melding bij DUO toevoegen.") && lines.hears("Weg: Sem Bakker"))
    let report = sem(lines)?.reports.first
    #expect(report?.kind == Choice(.sixteenHours) && report?.from == day("2026-10-26"))
    lines.type("u")
    #expect(lines.hears("Ongedaan gemaakt") && lines.hears("Nieuw: \(number). Sem Bakker"))
    #expect(sem(lines)?.reports.isEmpty == true)
    lines.type("opnieuw")
    #expect(sem(lines)?.reports.count == 1)
  }

  @Test("A teacher registers a group of 28 with four absentees, by number and by name, and logs a talk with an action")
  func teacher() throws {
    var lines = LineDrive(as: TestSchool.teacher)
    #expect(
      lines.hears("1. Amber Smit 2. Bram de Groot") && lines.hears("28. ") && lines.hears("Nog niet geregistreerd"))
    lines.type("ziek 2 5")
    #expect(lines.answer.prefix(2) == ["2. Bram de Groot: ziek", "5. Elif Yılmaz: ziek"])
    lines.type("arts cato")
    #expect(lines.hears("3. Cato Willems: "))
    let sem = try #require(lines.number(of: "Sem Bakker"))
    lines.type("te laat \(sem) 20 min")
    #expect(lines.hears("\(sem). Sem Bakker: te laat 20 minuten"))
    lines.type("klaar")
    #expect(lines.hears("Klaar. 4 afwezig of te laat."))
    let session = lines.drive.state.session
    #expect(session?.caseload.school.registrations[TestSchool.groupSix]?.contains(TestSchool.today) == true)
    let late = session?.caseload.dossiers[TestSchool.pupil("Sem Bakker")]?.absence.record?.absence(on: TestSchool.today)
    #expect(late?.kind == Choice(.late) && late?.duration == Minutes(20))
    lines.type("gesprek vastleggen job")
    #expect(lines.hears("\"job\" staat hier niet"))
    lines.type("gesprek 1")
    #expect(lines.hears("Formulier: Amber Smit, Gesprek toevoegen"))
    lines.type(["", "ouders", "leren", "telefoon", "", "", "Rekent graag.", "Leest ook.", ".", ""])
    #expect(lines.hears("Veld 9 van 12: Acties."))
    lines.type("n")
    lines.type(["Spel meegeven", "Bram", "", "+1w"])
    lines.type(":klaar")
    lines.type(":klaar")
    lines.type("ja")
    #expect(lines.hears("Bewaard: Gesprek toevoegen."))
    let talks = lines.drive.state.session?.caseload.dossiers[TestSchool.pupil("Amber Smit")]?.conversations.record
    #expect(talks?.conversations.first?.summary == "Rekent graag.\nLeest ook.")
    #expect(talks?.everyAction.first?.action.what == "Spel meegeven")
    #expect(talks?.everyAction.first?.action.before == day("2026-11-30"))
    lines.type("agenda")
    #expect(lines.hears("Amber Smit, 6a: Actie: Spel meegeven"))
  }

  @Test("A guardian without custody gets no summary, and hears why; one with custody does")
  func summary() {
    var drive = Drive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .family)
    var family = drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.family.record ?? Record()
    var father = family.guardians[1]
    var custody = father.custody[0]
    custody.hasCustody = Choice(.no)
    father.put(custody, in: \.custody)
    family.put(father, in: \.guardians)
    drive.send(
      .othersSaved([
        ForeignSave(place: place, state: .read(Stored(tree: family.tree, revision: Revision(text: "x"))), by: nil)
      ]))
    var lines = LineDrive(on: drive)
    lines.type(["leerlingen", "noor vries", "1", "samenvatting"])
    #expect(lines.hears("Voor wie is de samenvatting?") && lines.hears("2. Peter de Vries"))
    lines.type("2")
    #expect(lines.hears("heeft geen gezag"))
    #expect(lines.drive.state.screens.current.kind == .dossier)
    lines.type(["samenvatting", "marieke"])
    #expect(lines.hears("Stuk: Samenvatting van Noor de Vries, voor Marieke Jansen"))
    lines.type("opslaan als tekst")
    #expect(lines.hears("samenvatting-2026-11-23-") && lines.hears("bewaard als"))
  }

  @Test("Someone logs in by name, with the passphrase on a line that is not to be shown, and again after the lock")
  func login() {
    var lines = LineDrive(atTheDoor: ())
    #expect(lines.hears("Wie bent u?") && !lines.isSecret)
    lines.type("bram")
    #expect(lines.isSecret)
    lines.type("verkeerd")
    #expect(lines.hears("Deze wachtzin past niet") && lines.isSecret)
    lines.type("wachtzin")
    #expect(lines.hears("Groep: Groep 6a") && !lines.isSecret)
    lines.happen(.idleTooLong)
    #expect(lines.hears("Vergrendeld. Geef uw wachtzin") && !lines.hears("Amber") && lines.isSecret)
    lines.type("wachtzin")
    #expect(lines.hears("Groep: Groep 6a"))
    #expect(lines.said.allSatisfy { !$0.contains("verkeerd") })
  }

  @Test("A colleague's save is told between two lines, and what cannot stand together is asked")
  func colleague() throws {
    var lines = LineDrive()
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    lines.type(["leerlingen", "noor vries", "1", "tab opp", "wijzigen 1"])
    #expect(lines.hears("Formulier: Noor de Vries, "))
    let stored = try #require(lines.drive.vault.files[place])
    var plan = try #require(Record<PlanFields>(tree: stored.tree))
    var version = plan.versions[0]
    version.destinationReasons = "Van Bram"
    plan.put(version, in: \.versions)
    let now = Stored(tree: plan.tree, revision: Revision(text: "van-bram"))
    lines.drive.vault.files[place] = now
    lines.happen(.othersSaved([ForeignSave(place: place, state: .read(now), by: "Bram Smit")]))
    #expect(lines.hears("Bram Smit heeft zojuist iets bewaard"))
    lines.type(":velden")
    let number = try #require(lines.number(of: "nderbouwing"))
    lines.type([":\(number)", "Van Anouk", ".", ":klaar", "ja"])
    #expect(lines.hears("Een collega wijzigde hetzelfde") && lines.hears("Gekozen: de mijne"))
    lines.type("zoals het nu is 1")
    #expect(lines.hears("Gekozen: Bram Smit"))
    lines.type("bewaren")
    let saved = lines.drive.state.session?.caseload.dossiers[TestSchool.pupil("Noor de Vries")]?.plan.record
    #expect(saved?.versions.first?.destinationReasons == "Van Bram")
  }
}
