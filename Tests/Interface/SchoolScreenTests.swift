import Casework
import Support
import Testing

@testable import Interface

@Suite("The school as a dossier of itself")
struct SchoolScreenTests {
  private func opened(_ tab: String, as user: User = TestSchool.ib) -> Drive {
    var drive = Drive(as: user)
    drive.press(.function(6))
    drive.type(tab)
    return drive
  }

  /// What stands right of the tabs as running words, however it is wrapped.
  private func words(_ drive: Drive) -> String {
    drive.rows.map { $0.split(separator: "│").last.map(String.init) ?? "" }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  @Test("Every tab can be reached by its key, by the arrows and by Tab")
  func tabs() {
    var drive = opened("")
    for (key, shown) in [
      ("2", "Anouk Visser"), ("3", "6a · leerjaar 6"), ("5", "elke groep"), ("9", "kiest de school"),
    ] {
      drive.type(key)
      #expect(drive.shows(shown))
    }
    drive.type("1")
    drive.press(.right)
    #expect(drive.shows("Anouk Visser"))
    drive.press(.tab)
    #expect(drive.shows("28 leerlingen"))
    drive.press(.left, .backTab)
    #expect(drive.shows("Vakantieregio"))
  }

  @Test("A group is added, changed and withdrawn with a reason, each in one commit that can be undone")
  func group() {
    var drive = opened("3n")
    #expect(drive.shows("School › Groep toevoegen"))
    drive.type("7c")
    drive.press(.control("s"))
    #expect(drive.commits.map(\.act) == ["Groep toevoegen"])
    #expect(drive.commits.first?.changes.map(\.place) == [.school])
    let added = drive.saved(.school, "groepen").last
    #expect(added?["naam"] == .string("7c") && added?["schooljaar"] == .string("2026-2027"))
    #expect(added?["door"] == .string("anouk"))
    #expect(drive.shows("7c"))
    drive.press(.down, .down)
    drive.type("e")
    drive.press(.end, .up)
    drive.go(to: "naam")
    drive.press(.backspace)
    drive.type("d")
    drive.press(.control("s"))
    #expect(drive.shows("7d"))
    drive.type("x")
    drive.type("Bestaat niet")
    drive.press(.control("s"))
    #expect(drive.shows("7d (ingetrokken: Bestaat niet)"))
    drive.type("u")
    #expect(drive.shows("7d") && !drive.shows("ingetrokken"))
  }

  @Test("How many pupils a group has, is counted with a change and not with every draw; who comes later counts too")
  func countedOnce() throws {
    var drive = opened("3")
    while !(drive.rows.contains { $0.contains(">  6a") || $0.contains(">   6a") }) { drive.press(.down) }
    #expect(drive.state.disabledReason(.withdraw)?.contains("28") == true)
    var uncounted = drive.state
    uncounted.derived.members = GroupMembers()
    #expect(uncounted.disabledReason(.withdraw) == nil)
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .record)
    #expect(drive.state.disabledReason(.withdraw)?.contains("28") == true)
    // Amber goes to 4b next year, Cato went from there.
    for (name, from, until) in [("Amber Smit", "2027-08-01", nil), ("Cato Willems", "2024-08-01", "2025-07-31")] {
      let place = Place.section(pupil: TestSchool.pupil(name), .pupil)
      let stored = try #require(drive.vault.files[place])
      var pupil = try #require(Record<PupilFields>(tree: stored.tree))
      pupil.put(
        make(PlacementFields.self, 8100) {
          $0.group = Reference(TestSchool.groupFour)
          $0.from = day(from)
          $0.until = until.map { day($0) }
        }, in: \.placements)
      let saved = Stored(tree: pupil.tree, revision: Revision(text: "geplaatst"))
      drive.send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
    }
    #expect(drive.state.derived.members.placed == [TestSchool.groupSix: 28, TestSchool.groupFour: 1])
  }

  @Test("A group with pupils cannot be withdrawn, and why is said before anything is typed")
  func keptGroup() {
    var drive = opened("3")
    while !(drive.rows.contains { $0.contains(">  6a") || $0.contains(">   6a") }) { drive.press(.down) }
    drive.type("x")
    #expect(drive.form == nil)
    #expect(words(drive).contains("In groep 6a zitten 28 leerlingen. Geef hun eerst een andere groep."))
  }

  @Test("Two groups of one name in one year are refused at the name")
  func twin() {
    var drive = opened("3n")
    drive.type("6A")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(words(drive).contains("Er is in 2026-2027 al een groep 6A."))
    #expect(drive.form?.currentRow?.key == "naam")
  }

  @Test("A study day is one date and one save")
  func studyDay() {
    var drive = Drive()
    drive.addStudyDay("12 feb")
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
    let closure = drive.saved(.calendar, "vrij").last.map { Record<ClosureFields>(members: $0) }
    #expect(closure?.from == day("2027-02-12") && closure?.until == nil)
    #expect(closure?.kind.is(.studyDay) == true && closure?.closureName == "studiedag")
    #expect(drive.state.session?.calendar.isTeachingDay(day("2027-02-12")) == false)
    #expect(drive.shows("vr 12 feb · studiedag"))
  }

  @Test("A known holiday is offered until it is on record, and comes as it is known")
  func knownHoliday() {
    var drive = opened("6n")
    #expect(drive.shows("herfstvakantie 16 okt – zo 24 okt 2027 (nog niet bevestigd)"))
    #expect(!drive.shows("herfstvakantie 17 okt"))
    drive.type("h")
    drive.press(.enter)
    #expect(words(drive).contains("Schooljaar 2027-2028 staat nog niet in de kalender"))
    drive.press(.control("s"))
    let closure = drive.saved(.calendar, "vrij").last.map { Record<ClosureFields>(members: $0) }
    #expect(closure?.from == day("2027-10-16") && closure?.until == day("2027-10-24"))
    #expect(closure?.confirmed == false && closure?.source == "proef")
    drive.type("n")
    #expect(!drive.shows("herfstvakantie 16 okt"))
    #expect(drive.shows("kerstvakantie 25 dec – zo 9 jan 2028"))
  }

  @Test("A known school year comes with its first and last day, from the summers around it")
  func knownYear() {
    var drive = opened("6n")
    while !drive.shows("> Schooljaar 2027-2028") { drive.press(.down) }
    drive.press(.enter, .control("s"))
    let year = drive.saved(.calendar, "schooljaren").last.map { Record<CalendarYearFields>(members: $0) }
    #expect(year?.schoolYear == SchoolYear(startYear: 2027))
    #expect(year?.firstDay == day("2027-08-30") && year?.lastDay == day("2028-07-14"))
  }

  @Test("A day off on a day without teaching is said while typing and can be saved all the same")
  func remark() {
    var drive = Drive()
    drive.addStudyDay("20 okt")
    // The form says 2027 for a day that was this year: the typed year counts.
    drive.press(.control("u"))
    drive.type("20-10-2026")
    #expect(words(drive).contains("Op deze dagen is er al geen les: herfstvakantie."))
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
  }

  @Test("What moves for whom is shown before a calendar is saved; only a second time saves it")
  func consequences() {
    var drive = Drive(on: Size(columns: 100, rows: 30), asking: TeachingDayRule.engine)
    drive.addStudyDay("1 dec")
    #expect(drive.form?.consequences.isEmpty == true)
    #expect(drive.shows("Bij bewaren (^S) rekent"))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    // Every pupil of the school by hand: 28.
    #expect(drive.form?.consequences.count == 28)
    #expect(drive.shows("0 erbij · 28 schuiven · 0 weg"))
    #expect(drive.shows("→ Amber Smit: Eerste lesdag van") && drive.shows("december: 1 dec → wo 2 dec 2026"))
    drive.press(.control("s"))
    #expect(drive.commits.count == 1)
    #expect(drive.form == nil)
  }

  @Test("What is typed after the consequences were shown has them worked out anew")
  func staleConsequences() {
    var drive = Drive(on: Size(columns: 100, rows: 30), asking: TeachingDayRule.engine)
    drive.addStudyDay("1 dec")
    drive.press(.control("s"))
    drive.press(.backspace)
    #expect(drive.form?.consequences.isEmpty == true && drive.form?.weighed == nil)
    drive.type("c")
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty && drive.form?.consequences.count == 28)
  }

  @Test("An answer that comes after more was typed changes nothing")
  func lateAnswer() {
    var drive = Drive(on: Size(columns: 100, rows: 30), asking: TeachingDayRule.engine)
    drive.addStudyDay("1 dec")
    drive.answersAtOnce = false
    drive.press(.control("s"))
    #expect(words(drive).contains("de gevolgen voor alle leerlingen worden uitgerekend"))
    drive.press(.backspace, .backspace, .backspace, .backspace, .backspace)
    drive.type("2 dec")
    drive.answer()
    #expect(drive.form?.consequences.isEmpty == true && drive.commits.isEmpty)
  }

  @Test("A timetable of another begins with its hours, and one day's hours are given to the others")
  func copyDay() throws {
    var drive = opened("5n")
    drive.type("r")
    drive.press(.down, .enter)
    #expect(drive.form?.firstLevel.kind == RecordKind(TimetableFields.self))
    drive.go(to: "van")
    drive.type("1-2-2027")
    drive.go(to: "lestijden")
    // Down to the first period: a Monday morning; all other days get what Monday has.
    drive.press(.down, .control("y"), .enter, .control("s"))
    let saved = try #require(drive.saved(.school, "roosters").last.map { Record<TimetableFields>(members: $0) })
    let week = TeachingPeriod.week(saved.periods ?? [])
    #expect(week.prefix(5).map { $0.reduce(0) { $0 + $1.minutes } } == [330, 330, 330, 330, 330])
    #expect(week.suffix(2).allSatisfy { $0.isEmpty })
  }

  @Test("The hours of one day go to one other day only where that is asked")
  func copyOneDay() {
    var drive = opened("5n")
    drive.press(.down, .enter)
    drive.go(to: "lestijden")
    #expect(drive.form?.weekdayToCopy == .monday)
    drive.press(.control("y"))
    drive.type("w")
    drive.press(.enter)
    let record = drive.form.map { Record<TimetableFields>(members: $0.record) }
    let minutes = TeachingPeriod.week(record?.periods ?? []).prefix(5).map { $0.reduce(0) { $0 + $1.minutes } }
    #expect(minutes == [330, 330, 330, 330, 330])
    drive.press(.control("u"))
    let before = drive.form.map { Record<TimetableFields>(members: $0.record) }
    #expect(
      TeachingPeriod.week(before?.periods ?? []).prefix(5).map { $0.reduce(0) { $0 + $1.minutes } }
        == [330, 330, 225, 330, 330])
  }

  @Test("Elsewhere the hours of a day cannot be copied, and the palette says why")
  func copyElsewhere() {
    var drive = opened("3n")
    drive.press(.control("y"))
    #expect(words(drive).contains("Dit werkt in een rooster, met de cursor op de lestijden."))
  }

  @Test(
    "Who may not change the school reads it and is told why before typing",
    arguments: [
      (TestSchool.teacher, "De gegevens van de school wijzigt de intern begeleider."),
      (TestSchool.director, "Als directeur leest u mee; wijzigen doet de intern begeleider."),
    ])
  func mayNot(user: User, reason: String) {
    for key in ["n", "e", "x"] {
      var drive = opened("3", as: user)
      drive.press(.down, .down)
      drive.type(key)
      #expect(drive.form == nil && drive.commits.isEmpty)
      #expect(words(drive).contains(reason), "\(key)")
    }
    var drive = opened("3", as: user)
    drive.press(.down, .enter)
    #expect(drive.shows("School › Groep"))
  }

  @Test("A teacher reads the own groups and what holds for all, and not those of others")
  func teacher() {
    var drive = opened("3", as: TestSchool.teacher)
    #expect(drive.shows("6a · leerjaar 6") && !drive.shows("4b"))
    drive.type("4")
    #expect(drive.shows("6a · Bram Smit"))
    drive.type("5")
    #expect(drive.shows("elke groep"))
  }

  @Test("The staff tab says how logging in is arranged")
  func loggingIn() {
    #expect(words(opened("2")).contains("Wie kan inloggen, is bij het maken van de school vastgelegd."))
  }

  @Test("A form of the school is kept as a draft and found again")
  func draft() {
    var drive = opened("3n")
    drive.type("8x")
    drive.press(.escape)
    drive.type("n")
    #expect(drive.shows("8x"))
    #expect(drive.shows("teruggevonden"))
  }

  @Test("A part of the checklist is added from the tab of the school")
  func checklist() {
    var drive = opened("1")
    while drive.state.disabledReason(.add) != nil { drive.press(.down) }
    drive.type("n")
    #expect(drive.form?.currentRow?.key == "checklist")
    drive.press(.enter)
    drive.type("OPP")
    drive.press(.down)
    drive.type("j")
    drive.press(.control("s"))
    #expect(drive.form?.depth == 1)
    drive.press(.home)
    drive.go(to: "naam")
    drive.type("SWV Rivieren")
    drive.press(.control("s"))
    let network = drive.vault.files[.school].flatMap { Record<SchoolFields>(tree: $0.tree) }?.partnership
    #expect(network?.partnershipName == "SWV Rivieren" && network?.checklist.first?.text == "OPP")
  }
}
