import Casework
import Support
import Testing

@testable import Interface

/// What stands around the lines of the agenda: heads, marks, the coming weeks, the proof beside it.
@Suite("The agenda as it is drawn")
struct AgendaPictureTests {
  private func long(_ size: Size = Size(columns: 80, rows: 24)) -> Drive {
    var drive = Drive(size: size)
    drive.askMuch()
    return drive
  }

  @Test("Wherever the list is, the head of the first line in sight stands above it, and arrows say where there is more")
  func heads() {
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 100, rows: 30)] {
      var drive = long(size)
      let count = drive.state.derived.agendaCount
      // Twenty promises, of which the last shows tomorrow, and three others.
      #expect(count == 22)
      for index in 0..<count {
        let rows = drive.rows
        let first = size.rows < 18 ? 2 : 3
        let heads = ["VERLOPEN", "NU", "BINNENKORT", "LATER"]
        #expect(heads.contains { rows[first].hasPrefix(" " + $0) }, "\(index) \(rows[first])")
        let chosen = drive.screen.cells.contains { $0.style.isSelected }
        #expect(chosen)
        let marks = rows.filter { $0.contains("▲") || $0.contains("▼") }
        if size.rows < 30 { #expect(!marks.isEmpty) }
        if index == 0 { #expect(!rows.contains { $0.contains("▲") }) }
        if index == count - 1 { #expect(!rows.contains { $0.contains("▼") }) }
        drive.press(.down)
      }
    }
  }

  @Test("The head above is that of the lines below it")
  func headBelongs() {
    var drive = long(Size(columns: 40, rows: 12))
    drive.press(.end)
    // The last is for 20 December, in 27 days: soon.
    #expect(drive.rows[2].hasPrefix(" BINNENKORT  10"))
    let list = AgendaList([.overdue, .overdue, .now, nil], found: nil, sought: "")
    #expect(list.head(ofPosition: 1)?.urgency == .overdue && list.head(ofPosition: 1)?.count == 2)
    #expect(list.head(ofPosition: 2)?.urgency == .now)
    #expect(list.head(ofPosition: 3) != nil && list.head(ofPosition: 3)?.urgency == nil)
    #expect(list.head(ofPosition: 4) == nil)
  }

  @Test("A title is never shorter on a wide window than on one of 80 columns")
  func titles() {
    func shown(_ columns: Int) -> Int {
      var drive = Drive(size: Size(columns: columns, rows: 24))
      drive.type("/rustiger")
      let whole = "Actie: RT'er vragen om een rustiger plek"
      let width = columns < 100 ? columns : AgendaRows.columns(beside: columns)
      let row = drive.rows.map { String($0.prefix(width)) }.first { $0.contains("Actie: RT'er") } ?? ""
      return (0...whole.count).last { row.contains(whole.prefix($0)) } ?? 0
    }
    let narrow = shown(80)
    #expect(narrow > 30)
    for columns in 81...200 { #expect(shown(columns) >= narrow, "\(columns)") }
  }

  @Test("Beside the list stands who it is about and the proof, and that there is more where it does not fit")
  func pane() {
    let drive = Drive(size: Size(columns: 100, rows: 40))
    #expect(drive.rows[3].hasSuffix("Noor de Vries · 6a" + String(repeating: " ", count: 14)))
    #expect(drive.shows("De feiten en het rekenwerk"))
    #expect(!drive.shows("de rest met w"))
    #expect(Drive(size: Size(columns: 100, rows: 20)).shows("… de rest met w"))
  }

  @Test("The coming weeks are those of the day that shows, and say what they show of a day in the past")
  func forecast() {
    var drive = Drive()
    #expect(drive.shows("Komende 26 weken"))
    #expect(drive.shows("samen 1, drukste wk 48 (1)"))
    // From 12 January nothing falls due any more: Liv's last day was 27 November.
    drive.type("d12 jan")
    drive.press(.enter)
    #expect(drive.shows("26 weken vanaf 12 jan"))
    #expect(drive.shows("niets met een datum"))
    // On 26 October: the plan by 12, the absence by 18, the promise by 20 and the decision by 27 November.
    drive.type("d26 okt")
    drive.press(.enter)
    #expect(drive.shows("Toen open vanaf 26 okt"))
    #expect(drive.shows("samen 4, drukste wk 47 (2)"))
    drive.type("b")
    #expect(drive.shows("samen 4, drukste wk 47 (2)"))
    #expect(drive.state.derived.forecast.first?.monday == day("2026-10-26"))
  }

  @Test("What was done since a past day was still to be done on it")
  func forecastBack() {
    var drive = Drive()
    drive.type("/sem")
    drive.press(.enter)
    drive.type("a")
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind != nil)
    drive.press(.escape, .escape)
    drive.type("d9 nov")
    drive.press(.enter)
    drive.type("b")
    #expect(drive.state.derived.forecast.map(\.count).reduce(0, +) == 4)
  }

  @Test(
    "Days fit the column of the agenda, however many there are",
    arguments: [
      (0, "vandaag", "vandaag"), (-999, "999 d te laat", "-999 d"), (-1000, "2 jr te laat", "-2 jr"),
      (1461, "nog 4 jr", "4 jr"), (-36_524, "99 jr te laat", "-99 jr"), (-2_900_000, "99+ j te laat", "-99+ j"),
      (2_900_000, "nog 99+ j", "99+ j"),
    ])
  func absurd(days: Int, long: String, short: String) {
    #expect(Texts.Agenda.when(daysLeft: days) == long)
    #expect(Texts.Agenda.whenShort(daysLeft: days) == short)
    #expect(long.count <= 13 && short.count <= 7)
  }

  @Test("A date of another school year has its year in the title, one of this year has none")
  func years() {
    func title(_ due: String) -> String {
      let episode = Episode(
        id: Episode.ID(rule: "proef", subject: .school), visibleFrom: day("2026-11-01"),
        title: ProofStep("titel", ["datum": .date(day(due))]), proof: [], act: Act(nil))
      let entry = RuleEntry(
        id: "proef", force: .norm, validFrom: nil, validUntil: nil, audience: [.careCoordinator],
        title: "Evalueren uiterlijk {datum:kort}", explanation: "", sources: [], norms: [], sentences: [:],
        clearedBy: "", stories: [])
      return RuleBook([entry]).titleWords(of: episode, on: TestSchool.today)
    }
    #expect(title("2027-01-31") == "Evalueren uiterlijk 31 jan")
    #expect(title("2028-01-31") == "Evalueren uiterlijk 31 jan 2028")
  }
}

/// What a form would change, as it is drawn.
@Suite("The consequences of a form as they are drawn")
struct ConsequenceViewTests {
  @Test("What does not fit is counted, and a refusal hides none of it")
  func many() {
    var drive = Drive()
    drive.promiseMuch()
    #expect(drive.form?.consequences.count == 8)
    func shown() -> Int { drive.rows.count { $0.contains("erbij: Actie: belofte") } }
    // A third of nineteen rows, the head among them.
    #expect(shown() == 5)
    #expect(drive.shows("── Gevolgen (nog 3) ──"))
    drive.press(.control("s"))
    #expect(drive.state.notice?.kind == .trouble)
    #expect(shown() >= 4)
    #expect(drive.rows.contains { $0.contains("Gevolgen (nog \(8 - shown()))") })
    drive.send(.windowResized(Size(columns: 40, rows: 12)))
    #expect(drive.shows("Gevolgen (nog 7)"))
    drive.send(.windowResized(Size(columns: 120, rows: 14)))
    let side = drive.rows.map { $0.suffix(42) }
    #expect(side.contains { $0.contains("erbij: Actie: belofte 1") } && side.contains { $0.contains("nog ") })
    drive.send(.windowResized(Size(columns: 120, rows: 40)))
    #expect(drive.shows("belofte 8") && !drive.shows("nog 1"))
  }

  @Test("A day that the title names is not said twice; the seventeenth does not name the seventh")
  func once() {
    let day = day("2026-12-07")
    #expect(Texts.Form.comes("OPP vaststellen uiterlijk 7 dec", day) == "erbij: OPP vaststellen uiterlijk 7 dec")
    #expect(
      Texts.Form.comes("OPP vaststellen uiterlijk 17 dec", day)
        == "erbij: OPP vaststellen uiterlijk 17 dec, uiterlijk ma 7 dec 2026")
    #expect(Texts.Form.comes("OPP vaststellen", day) == "erbij: OPP vaststellen, uiterlijk ma 7 dec 2026")
    #expect(
      Texts.Form.moves("OPP vaststellen uiterlijk 7 dec", from: day.adding(days: -7), to: day)
        == "OPP vaststellen uiterlijk 7 dec, was 30 nov")
    #expect(
      Texts.Form.moves("OPP vaststellen", from: CivilDate(iso: "2026-07-31"), to: day)
        == "OPP vaststellen: 31 jul 2026 → ma 7 dec 2026")
    #expect(
      Texts.Form.moves("OPP vaststellen", from: nil, to: day) == "OPP vaststellen: geen datum → ma 7 dec 2026")
  }
}
