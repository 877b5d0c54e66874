import Casework
import Support
import Testing

@testable import Interface

@Suite("The group on a day")
struct GroupTests {
  private func absence(of name: String, in drive: Drive) -> Record<AbsenceFields> {
    drive.state.session?.caseload.dossiers[TestSchool.pupil(name)]?.absence.record ?? Record()
  }

  @Test("A group of 28 with four absentees is done in at most 14 keys from the start screen")
  func fourteenKeys() {
    var drive = Drive(as: TestSchool.teacher)
    // Daan ill, Kaj at the doctor's, Noor 5 minutes late, Zoë on leave.
    let keys = "DzKaNt5Zvk"
    drive.type(keys)
    #expect(keys.count <= 14)
    #expect(drive.commits.count == 1)
    #expect(drive.shows("✓ Klaar. 4 afwezig of te laat."))
    #expect(absence(of: "Daan van Dijk", in: drive).absences.map(\.kind) == [Choice(.ill)])
    #expect(absence(of: "Kaj van den Berg", in: drive).absences.map(\.kind) == [Choice(.medicalVisit)])
    #expect(absence(of: "Noor de Vries", in: drive).absences.map(\.duration) == [Minutes(5)])
    #expect(absence(of: "Zoë Brouwer", in: drive).absences.map(\.kind) == [Choice(.leave)])
    let registered = drive.state.session?.caseload.school.registrations[TestSchool.groupSix]
    #expect(registered == [TestSchool.today])
    let places = Set(drive.commits[0].changes.map(\.place))
    #expect(places.count == 5)
    #expect(places.contains(.registration(group: TestSchool.groupSix, year: SchoolYear(startYear: 2026))))
  }

  @Test("Even the worst four, last by name with moves and all, stay within 14 keys")
  func worstCase() {
    var drive = Drive(as: TestSchool.teacher)
    // Two names with O (Olivier, Özlem) and the last two of the list, each late with two digits where it matters.
    drive.type("OoOoYzZzk")
    #expect(drive.shows("4 afwezig"))
    #expect("OoOoYzZzk".count <= 14)
  }

  @Test("One key marks and moves on; a space takes the mark away")
  func marks() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("z")
    #expect(drive.rows.contains { $0.contains("Amber Smit") && $0.contains("ziek") })
    #expect(drive.rows.contains { $0.hasPrefix(" > Bram de Groot") })
    drive.press(.up)
    drive.type(" ")
    #expect(!drive.rows.contains { $0.contains("Amber Smit") && $0.contains("ziek") })
    #expect(drive.commits.isEmpty)
  }

  @Test("Capitals go to the next such name, accents folded, and round again")
  func jumps() {
    var drive = Drive(as: TestSchool.teacher)
    func chosen() -> String { (drive.rows.first { $0.hasPrefix(" > ") } ?? "").dropFirst(3).prefix(16).description }
    drive.type("O")
    #expect(chosen().hasPrefix("Olivier"))
    drive.type("O")
    #expect(chosen().hasPrefix("Özlem"))
    drive.type("O")
    #expect(chosen().hasPrefix("Olivier"))
    drive.type("L")
    #expect(chosen().hasPrefix("Łukasz") || chosen().hasPrefix("Liv"))
  }

  @Test("Digits after t are the minutes, and stop being so with the next key")
  func minutes() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("t")
    #expect(drive.shows("te laat 15'"))
    drive.type("4")
    #expect(drive.shows("te laat 4'"))
    drive.type("5")
    #expect(drive.shows("te laat 45'"))
    drive.press(.down)
    drive.type("9")
    #expect(drive.shows("te laat 45'"))
  }

  @Test("u takes back mark by mark before anything that was saved")
  func undoMarks() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("zzu")
    #expect(drive.shows("1 wijziging"))
    drive.type("u")
    #expect(drive.shows("Nog niet geregistreerd"))
    drive.type("u")
    #expect(drive.state.notice?.text == "Er is niets om ongedaan te maken.")
  }

  @Test("After klaar, u takes the whole registration back and ^R brings it again")
  func undoRegistration() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("DzkU")
    drive.type("u")
    #expect(drive.shows("Nog niet geregistreerd"))
    #expect(absence(of: "Daan van Dijk", in: drive).absences.isEmpty)
    drive.press(.control("r"))
    #expect(drive.shows("✓ Klaar."))
    #expect(absence(of: "Daan van Dijk", in: drive).absences.count == 1)
  }

  @Test("Marks are in a draft with every key, and are found again by the same user on the same day only")
  func drafts() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("DzKa")
    let drafts = drive.vault.drafts
    #expect(drafts.count == 1)
    var again = Drive(as: TestSchool.teacher)
    again.vault.drafts = drafts
    again.send(.draftsFound(Array(drafts.values)))
    #expect(again.shows("2 wijzigingen"))
    #expect(again.rows.contains { $0.contains("Daan van Dijk") && $0.contains("ziek") })
    #expect(
      again.state.notice?.text
        == "2 wijzigingen voor ma 23 nov van 14:32 teruggevonden en nog niet bewaard: k als het klopt.")
    var other = Drive(as: TestSchool.ib)
    other.send(.draftsFound(Array(drafts.values)))
    other.press(.function(4))
    #expect(!other.shows("wijzigingen"))
  }

  @Test("Going to another day saves the marks without calling the day done")
  func otherDay() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dz")
    drive.press(.right)
    #expect(drive.commits.count == 1)
    #expect(drive.shows("di 24 nov 2026"))
    #expect(drive.shows("Vooruit invullen"))
    drive.press(.left)
    #expect(drive.shows("Nog niet geregistreerd"))
    #expect(drive.rows.contains { $0.contains("Daan van Dijk") && $0.contains("ziek") })
  }

  @Test("Arrows step over the weekend and over a holiday")
  func teachingDays() {
    var drive = Drive(as: TestSchool.teacher)
    drive.press(.left)
    #expect(drive.shows("vr 20 nov 2026"))
    for _ in 0..<19 { drive.press(.left) }
    // Nineteen school days before 20 November, over the autumn holiday of 17 to 25 October.
    #expect(drive.shows("ma 26 okt 2026"))
    drive.press(.left)
    #expect(drive.shows("vr 16 okt 2026"))
  }

  @Test("w makes it the whole week, from the mark just set")
  func week() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Dvwk")
    let leave = absence(of: "Daan van Dijk", in: drive).absences
    #expect(leave.map(\.from) == [TestSchool.today])
    #expect(leave.map(\.until) == [day("2026-11-27")])
    drive.press(.right, .right)
    #expect(drive.rows.contains { $0.contains("Daan van Dijk") && $0.contains("verlof") })
  }

  @Test("Ill again on the next school day goes on with the same absence, over the weekend too")
  func sameIllness() {
    var drive = Drive(as: TestSchool.teacher)
    drive.press(.left)
    drive.type("Dzk")
    drive.press(.right)
    drive.type("Dzk")
    let absences = absence(of: "Daan van Dijk", in: drive).absences
    #expect(absences.count == 1)
    #expect(absences.first?.from == day("2026-11-20"))
    #expect(absences.first?.until == day("2026-11-23"))
  }

  @Test("Present in the middle of a range cuts it in two; what is before and after stays")
  func cuts() {
    var section = Record<AbsenceFields>()
    section.put(
      make(AbsenceRecordFields.self, 1) {
        $0.kind = Choice(.leave)
        $0.from = day("2026-11-23")
        $0.until = day("2026-11-27")
      }, in: \.absences)
    var ids = IDSource(seed: id(9))
    let stamp = RecordStamp(by: "bram", at: Moment(seconds: 0))
    let cut = section.marked(
      .present, on: day("2026-11-25"), previousSchoolDay: day("2026-11-24"), stamp: stamp, ids: &ids)
    let spans = cut.absences.map { [$0.from, $0.until] }
    #expect(spans == [[day("2026-11-23"), day("2026-11-24")], [day("2026-11-26"), day("2026-11-27")]])
    #expect(Set(cut.absences.compactMap(\.id)).count == 2)
  }

  @Test("Whoever is ill until further notice and is back is ill until the day before")
  func back() {
    var section = Record<AbsenceFields>()
    section.put(
      make(AbsenceRecordFields.self, 1) {
        $0.kind = Choice(.ill)
        $0.from = day("2026-11-18")
        $0.isOpen = true
      }, in: \.absences)
    var ids = IDSource(seed: id(9))
    let stamp = RecordStamp(by: "bram", at: Moment(seconds: 0))
    let still = section.marked(
      .absent(.ill, until: nil), on: TestSchool.today, previousSchoolDay: day("2026-11-20"), stamp: stamp, ids: &ids)
    #expect(still.absences.count == 1 && still.absences[0].lastConfirmed == TestSchool.today)
    #expect(still.absences[0].isOpen == true)
    let back = section.marked(
      .present, on: TestSchool.today, previousSchoolDay: day("2026-11-20"), stamp: stamp, ids: &ids)
    #expect(back.absences.map(\.until) == [day("2026-11-22")])
    #expect(back.absences[0].isOpen != true)
  }

  @Test("Whatever is marked on a day, every other day keeps what it had")
  func otherDaysKeep() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<300 {
      var section = Record<AbsenceFields>()
      for number in 0..<random.int(0...4) {
        let from = TestSchool.today.adding(days: random.int(-10...10))
        section.put(
          make(AbsenceRecordFields.self, UInt64(number + 1)) {
            $0.kind = Choice(random.pick([AbsenceKind.ill, .leave, .unauthorised]))
            $0.from = from
            $0.until = random.oneIn(3) ? nil : from.adding(days: random.int(0...8))
            $0.isOpen = random.oneIn(5) ? true : nil
          }, in: \.absences)
      }
      let marked = TestSchool.today.adding(days: random.int(-6...6))
      let mark: GroupMark = random.pick([
        .present, .absent(.ill, until: nil), .late(minutes: 5), .absent(.medicalVisit, until: nil),
      ])
      var ids = IDSource(seed: id(UInt64(round)))
      let after = section.marked(
        mark, on: marked, previousSchoolDay: marked.adding(days: -1),
        stamp: RecordStamp(by: "x", at: Moment(seconds: 0)),
        ids: &ids)
      let hadOpenEnd = section.absences.contains { $0.covers(marked) && $0.lastDay == nil }
      for offset in -30...30 where offset != 0 {
        let other = marked.adding(days: offset)
        // An open end is an assumption that the mark may settle for the days that follow.
        if offset > 0, hadOpenEnd { continue }
        #expect(
          !after.absences.filter { $0.covers(other) }.isEmpty == !section.absences.filter { $0.covers(other) }.isEmpty)
      }
      #expect(after.absence(on: marked) == nil || mark != .present)
      #expect(after.absence(on: marked) != nil || mark == .present)
      // Nothing is ever removed: what no longer counts is withdrawn with a reason.
      #expect(Set(section.all(\.absences).compactMap(\.id)).isSubset(of: Set(after.all(\.absences).compactMap(\.id))))
    }
  }

  @Test("On a day without school nobody can be marked, and the screen says why")
  func noSchool() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("d20 okt")
    drive.press(.enter)
    #expect(drive.shows("Geen schooldag voor deze groep."))
    drive.type("z")
    #expect(drive.state.notice?.kind == .hint)
    #expect(drive.effects == [.loadRecorded(day("2026-10-20"))])
  }

  @Test("g logs a talk with the pupil under the cursor, and its action then stands on the agenda")
  func talk() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Ag")
    #expect(drive.shows("Amber Smit › Gesprek toevoegen"))
    drive.press(.down)
    drive.type("o")
    drive.press(.down)
    drive.type("l")
    drive.press(.down)
    drive.type("t")
    drive.press(.down, .down, .down)
    drive.type("Moeder vertelt dat Amber slecht slaapt.")
    drive.press(.tab, .tab)
    drive.press(.enter)
    drive.type("Over twee weken weer bellen")
    drive.press(.tab)
    drive.type("b")
    drive.press(.tab, .tab)
    drive.type("+2w")
    drive.press(.control("s"), .control("s"))
    #expect(drive.state.notice?.kind == .done)
    #expect(drive.state.screens.current.kind == .group)
    let talks = drive.state.session?.caseload.dossiers[TestSchool.pupil("Amber Smit")]?.conversations.record
    let talk = talks?.conversations.first
    #expect(talk?.kind == Choice(.parents) && talk?.medium == Choice(.telephone))
    #expect(talk?.subjects == [Choice(.learning)])
    #expect(talk?.actions.first?.before == day("2026-12-07"))
    #expect(talk?.actions.first?.owner?.id == TestSchool.teacher.id)
    #expect(talk?.madeBy == "bram")
    drive.press(.function(2))
    #expect(drive.rows.contains { $0.contains("Amber Smit") && $0.contains("Actie: Over twee weken") })
  }

  @Test("A teacher stands for the groups of assignments that hold by their dates alone too")
  func assignedByDates() {
    var drive = Drive(as: TestSchool.teacher)
    var school = TestSchool.school.record
    school.put(
      make(AssignmentFields.self, 402) {
        $0.teacher = Reference(TestSchool.teacher.id)
        $0.group = Reference(TestSchool.groupFour)
        $0.from = day("2026-11-01")
        $0.until = day("2026-12-01")
      }, in: \.assignments)
    let stored = Stored(tree: school.tree, revision: Revision(text: "school-1"))
    drive.send(.othersSaved([ForeignSave(place: .school, state: .read(stored), by: nil)]))
    drive.press(.tab)
    #expect(drive.shows("Groep 6a") || drive.shows("Groep 4b"))
    let first = drive.rows
    drive.press(.tab)
    #expect(drive.rows != first)
  }
}
