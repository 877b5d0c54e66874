import Casework
import Support
import Testing

@testable import Interface

@Suite("Logging in and locking")
struct LoginTests {
  @Test("A name is chosen by the arrows, the passphrase is typed unseen, and the right one opens the school")
  func logIn() {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.press(.down, .enter)
    drive.type("wachtzin")
    #expect(drive.shows("••••••••"))
    #expect(!drive.shows("wachtzin"))
    drive.press(.enter)
    #expect(drive.state.session?.user == TestSchool.teacher)
    #expect(drive.state.screens.current.kind == .group)
    let passphrase = Passphrase(bytes: Array("wachtzin".utf8))
    #expect(drive.effects == [.openSchool(login: "bram", passphrase: passphrase), .checkFiles])
  }

  @Test("Who types at once types the passphrase of the marked name, and no letter of it is lost")
  func typedAtOnce() {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.press(.down)
    drive.type("wachtzin")
    #expect(drive.shows("••••••••"))
    drive.press(.enter)
    #expect(drive.state.session?.user == TestSchool.teacher)
  }

  @Test("A wrong passphrase is said, and can be typed again at once")
  func wrong() {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.press(.enter)
    drive.type("fout")
    drive.press(.enter)
    #expect(drive.shows("Deze wachtzin past niet."))
    drive.type("wachtzin")
    #expect(!drive.shows("past niet"))
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .agenda)
  }

  @Test("While the school is being opened no key is taken")
  func waiting() {
    var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
    drive.answersAtOnce = false
    drive.press(.enter)
    drive.type("wachtzin")
    drive.press(.enter, .enter)
    drive.type("x")
    #expect(drive.effects.count == 1)
    #expect(drive.shows("Bezig met openen"))
  }

  @Test("A passphrase never shows in a description, a dump or a difference")
  func secret() {
    let passphrase = Passphrase(bytes: Array("geheim".utf8))
    var dumped = ""
    dump(passphrase, to: &dumped)
    #expect(!"\(passphrase)".contains("103") && !dumped.contains("103"))
    #expect(!String(reflecting: Effect.openSchool(login: "a", passphrase: passphrase)).contains("103"))
  }

  @Test("The practice school opens without a passphrase and is not locked")
  func unsealed() {
    let entrance = Entrance(
      users: [EntranceUser(login: "anouk", name: "Anouk")], isSealed: false)
    var state = AppState(
      environment: Drive().state.environment, size: Size(columns: 80, rows: 24), engine: TestRules.engine,
      reference: TestRules.reference, holidays: TestSchool.holidays, entrance: entrance)
    #expect(update(&state, .keyPressed(.enter)) == [.openSchool(login: "anouk", passphrase: nil)])
    _ = update(&state, .schoolOpened(MemoryVault(user: TestSchool.ib).opened(TestSchool.ib)))
    #expect(update(&state, .idleTooLong).isEmpty)
    #expect(!state.isLocked)
    #expect(state.disabledReason(.lock) == "Deze school heeft geen wachtzin.")
  }

  @Test("After idleness nothing of the dossier shows, and the form is there again with what was typed")
  func lock() {
    var drive = Drive()
    drive.openNoor()
    drive.type("8g")
    drive.press(.down, .down)
    drive.type("o")
    drive.send(.idleTooLong)
    #expect(drive.effects.last == .lockNow)
    #expect(!drive.rows.contains { $0.contains("Noor") || $0.contains("Gesprek") })
    drive.press(.function(3), .control("s"))
    #expect(drive.state.isLocked)
    drive.type("wachtzin")
    drive.press(.enter)
    #expect(!drive.state.isLocked)
    #expect(drive.shows("Gesprek toevoegen"))
    #expect(drive.shows("✓ OPP"))
  }

  @Test(
    "The school's own norm says how long nobody may touch a key; outside its bounds, and before login, the usual time",
    arguments: [(nil, 10), (3, 3), (60, 60), (0, 10), (61, 10)] as [(Int?, Int)])
  func lockNorm(own: Int?, minutes: Int) {
    let norm = Norm(
      name: "scherm.vergrendelen.minuten", label: "", unit: "minuten", value: 10, bounds: 1...60, isStatutory: false)
    var state = AppState(
      environment: Drive().state.environment, size: Size(columns: 80, rows: 24),
      engine: RuleEngine(book: RuleBook([], sharedNorms: [norm])), reference: TestRules.reference,
      holidays: TestSchool.holidays, entrance: Drive().state.entrance)
    #expect(state.minutesUntilLock == 10)
    var opened = MemoryVault(user: TestSchool.ib).opened(TestSchool.ib)
    if let own {
      var set = Record<OwnNormFields>()
      set.id = id(77)
      set.norm = norm.name
      set.value = own
      opened.caseload.school.record.put(set, in: \.ownNorms)
    }
    _ = update(&state, .schoolOpened(opened))
    #expect(state.minutesUntilLock == minutes)
  }

  @Test("A wrong passphrase at the lock keeps it locked, and Esc only empties the line")
  func lockStays() {
    var drive = Drive()
    drive.press(.function(10))
    drive.type("fout")
    drive.press(.enter)
    #expect(drive.state.isLocked)
    #expect(drive.shows("past niet"))
    drive.press(.escape, .escape)
    #expect(drive.state.isLocked)
  }

  @Test("F12 blanks the screen, and any key shows it again without doing anything else")
  func blank() {
    var drive = Drive()
    let before = drive.rows
    drive.press(.function(12))
    #expect(drive.rows.allSatisfy { $0.allSatisfy { $0 == " " } })
    drive.type("q")
    #expect(drive.rows == before)
    #expect(drive.effects.isEmpty)
  }

  @Test("A teacher begins with the own group and sees no care section")
  func teacher() {
    var drive = Drive(as: TestSchool.teacher)
    #expect(drive.shows("Groep 6a"))
    drive.type("N")
    drive.press(.enter)
    #expect(drive.shows("Noor de Vries"))
    for title in ["Aanmelding", "Ondersteuning", "Onderzoek", "Toestemming", "Verwijzing", "Overgang"] {
      #expect(!drive.rows.contains { $0.prefix(24).contains(title) }, "\(title)")
    }
    #expect(drive.rows.contains { $0.contains("7 Verzuim") })
    drive.type("1")
    #expect(!drive.shows("Marieke"))
    #expect(!drive.shows("Ouders en verzorgers"))
    drive.type("2")
    #expect(!drive.shows("aanmelding"))
  }

  @Test("A director reads and is told why nothing can be changed")
  func director() {
    var drive = Drive(as: TestSchool.director)
    drive.openNoor()
    drive.type("8n")
    #expect(drive.state.notice == Notice(.hint, "Als directeur leest u mee; wijzigen doet de intern begeleider."))
    #expect(drive.state.screens.current.kind == .dossier)
  }
}
