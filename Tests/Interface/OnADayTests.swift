import Casework
import Interface
import Support
import Testing

/// Looking at another day: as it was recorded then, as it is known now, or as it will be if nothing is done.
@Suite("On a day")
struct OnADayTests {
  private static let yesterday = day("2026-11-20")

  /// The IB on 20 November, before the absence of Sem Bakker was recorded.
  private static func looking(as user: User = TestSchool.ib) -> Drive {
    var drive = Drive(as: user)
    drive.vault.record(withoutAbsenceOf: "Sem Bakker", on: yesterday)
    drive.type("d20 nov")
    drive.press(.enter)
    return drive
  }

  private static func sem(_ drive: Drive) -> Bool {
    drive.rows.contains { $0.contains("Sem Bakker") && $0.contains("Verzuim melden") }
  }

  @Test("A past day is shown as it was recorded, a key shows it as it is known now, and the head says which")
  func thenAndNow() {
    var drive = Self.looking()
    #expect(drive.effects == [.loadRecorded(Self.yesterday)])
    #expect(drive.rows[0].contains("vr 20 nov 2026 · toen bekend"))
    #expect(!Self.sem(drive))
    drive.type("b")
    #expect(drive.rows[0].contains("vr 20 nov 2026 · nu bekend"))
    #expect(Self.sem(drive))
    drive.type("b")
    #expect(drive.rows[0].contains("toen bekend") && !Self.sem(drive))
    drive.press(.escape)
    #expect(!drive.rows[0].contains("toen bekend") && Self.sem(drive))
  }

  @Test("The dossier reads what was recorded then")
  func dossier() {
    var drive = Self.looking()
    drive.press(.function(3))
    drive.type("sem bakker")
    drive.press(.enter)
    drive.type("7")
    #expect(!drive.shows("ongeoorloofd 14,75 uur"))
    drive.type("b")
    #expect(drive.shows("ongeoorloofd 14,75 uur"))
    #expect(drive.rows[0].contains("nu bekend"))
  }

  @Test("After a lock the past day is read again, with the rights of whoever comes back")
  func readAgain() {
    var drive = Drive()
    drive.type("d20 nov")
    drive.press(.enter)
    #expect(Self.sem(drive))
    drive.vault.record(withoutAbsenceOf: "Sem Bakker", on: Self.yesterday)
    drive.send(.idleTooLong)
    let before = drive.effects.count
    drive.type("wachtzin")
    drive.press(.enter)
    #expect(!drive.state.isLocked && drive.rows[0].contains("vr 20 nov 2026 · toen bekend"))
    #expect(drive.effects.dropFirst(before).contains(.loadRecorded(Self.yesterday)))
    #expect(!Self.sem(drive))
  }

  @Test("While it is being read nothing of now is shown as if it were of then")
  func awaited() {
    var drive = Drive()
    drive.answersAtOnce = false
    drive.type("d20 nov")
    drive.press(.enter)
    #expect(drive.rows[0].contains("toen bekend"))
    #expect(drive.shows("Een ogenblik: de school van die dag wordt gelezen."))
    #expect(!Self.sem(drive) && !drive.shows("Er is niets dat op u wacht"))
    // An answer about a day that was left is let go.
    drive.press(.control("t"))
    drive.answersAtOnce = true
    drive.answer()
    #expect(drive.state.session?.dayAsked == nil && Self.sem(drive))
  }

  @Test("What is typed while it is being read is taken in when it is there, and Esc lets it go")
  func typedAhead() {
    func typedAhead(_ last: Key?) -> Drive {
      var drive = Drive()
      drive.answersAtOnce = false
      drive.type("d20 nov")
      drive.press(.enter)
      drive.press(.function(3))
      drive.type("sem bakker")
      drive.press(.enter)
      drive.type("7")
      if let last { drive.press(last) }
      drive.answersAtOnce = true
      drive.answer()
      return drive
    }
    let read = typedAhead(nil)
    #expect(read.rows[1].contains("Sem Bakker") && read.rows[0].contains("toen bekend"))
    #expect(typedAhead(.control("t")).rows[0].contains("toen bekend") == false)
    #expect(!typedAhead(.control("t")).rows[1].contains("Sem Bakker"))
  }

  @Test("Before the first record the screen says so and offers what is known now")
  func before() {
    var drive = Drive()
    drive.type("d2 aug")
    drive.press(.enter)
    #expect(drive.shows("Van deze school is geen geschiedenis van voor 3 augustus 2026."))
    #expect(!drive.shows("Er is niets dat op u wacht"))
    for key in [Key.function(3), .function(4), .function(6), .function(2)] {
      drive.press(key)
      #expect(drive.shows("geen geschiedenis"), "\(key)")
    }
    drive.type("b")
    #expect(drive.rows[0].contains("zo 2 aug 2026 · nu bekend") && !drive.shows("geen geschiedenis"))
  }

  @Test("Nothing is changed in what was recorded then, wherever one is and whatever is pressed")
  func readOnly() {
    let sentence = "Dit is de school zoals die op 20 november 2026 bekend was. Wijzigen kan alleen vandaag (^T)."
    var drive = Self.looking()
    for key in ["a", "s", "u"] {
      drive.type(key)
      #expect(drive.state.notice?.text == sentence, "agenda \(key)")
    }
    drive.press(.function(3))
    drive.type("noor")
    drive.press(.enter)
    for key in ["n", "e", "x", "g"] {
      drive.type(key)
      #expect(drive.state.notice?.text == sentence, "dossier \(key)")
    }
    drive.type("p")
    #expect(drive.state.notice?.text.contains("nu bekend") == true)
    // Enter opens what can be looked at, never a form.
    for tab in "1234567890-" {
      drive.type(String(tab))
      for _ in 0..<12 {
        drive.press(.down, .enter)
        #expect(drive.state.screens.current.kind != .form, "\(tab)")
        if drive.state.screens.current.kind == .record { drive.press(.escape) }
      }
    }
    drive.press(.function(4))
    for key in ["z", "k", "w", "h", "g"] {
      drive.type(key)
      #expect(drive.state.notice?.text == sentence, "group \(key)")
    }
    drive.type("n")
    #expect(drive.state.notice?.text.contains("noodkaart") == true)
    #expect(drive.commits.isEmpty)
  }

  @Test("What is saved meanwhile goes into the school of now and not into that of then")
  func savedMeanwhile() {
    var drive = Drive(as: TestSchool.teacher)
    drive.vault.record(withoutAbsenceOf: "Daan van Dijk", on: Self.yesterday)
    drive.type("Dz")
    drive.answersAtOnce = false
    drive.type("d20 nov")
    drive.press(.enter)
    drive.answersAtOnce = true
    drive.answer()
    #expect(drive.commits.count == 1)
    #expect(drive.rows[0].contains("toen bekend"))
    #expect(!drive.rows.contains { $0.contains("Daan van Dijk") && $0.contains("ziek") })
    drive.press(.control("t"))
    #expect(drive.rows.contains { $0.contains("Daan van Dijk") && $0.contains("ziek") })
    #expect(drive.vault.drafts.isEmpty)
  }

  @Test("A day to come is shown as it will be if nothing is done, and has nothing to switch")
  func ahead() {
    var drive = Drive()
    drive.type("d1 dec")
    drive.press(.enter)
    #expect(drive.rows[0].contains("di 1 dec 2026 · als er niets gebeurt"))
    #expect(drive.effects.isEmpty)
    drive.type("b")
    #expect(drive.state.notice?.text == "Kies eerst met d een dag die voorbij is.")
  }

  @Test("What cannot be read is told, and what is known now shows with its name")
  func failed() {
    var drive = Drive()
    drive.answersAtOnce = false
    drive.type("d20 nov")
    drive.press(.enter)
    drive.send(.recordedFailed(Self.yesterday, .noRight))
    #expect(drive.rows[0].contains("vr 20 nov 2026 · nu bekend") && drive.state.notice?.kind == .trouble)
  }

  @Test("The program can begin on another day", arguments: [false, true])
  func startDay(asKnownNow: Bool) {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.state = AppState(
      environment: drive.state.environment, size: drive.state.size, engine: TestRules.engine,
      reference: TestRules.reference, holidays: TestSchool.holidays,
      entrance: drive.state.entrance, startDay: StartDay(day: Self.yesterday, asKnownNow: asKnownNow))
    drive.send(.schoolOpened(drive.vault.opened(TestSchool.ib)))
    #expect(drive.effects.contains(.loadRecorded(Self.yesterday)) == !asKnownNow)
    #expect(drive.rows[0].contains(asKnownNow ? "nu bekend" : "toen bekend"))
    drive.press(.control("t"))
    #expect(!drive.rows[0].contains("bekend"))
  }

  @Test("Stepping through past days keeps the facts that were chosen")
  func stepping() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("d20 nov")
    drive.press(.enter, .left)
    #expect(drive.rows[0].contains("do 19 nov 2026 · toen bekend"))
    drive.type("b")
    drive.press(.right)
    #expect(drive.rows[0].contains("vr 20 nov 2026 · nu bekend"))
    drive.press(.right)
    #expect(drive.state.session?.dayAsked == nil)
  }
}
