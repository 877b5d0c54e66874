import Casework
import Support
import Testing

@testable import Interface

@Suite("The school's own norms on the screen")
struct NormTests {
  private let near = "verzuim.nadert.uren"

  /// On the norm at which the nearing of 16 hours shows: default 12, from 1 to 100.
  private func onNorm(as user: User = TestSchool.ib, size: Size = Size(columns: 80, rows: 24)) -> Drive {
    var drive = Drive(as: user, size: size)
    drive.press(.function(6))
    drive.type("g/nadert")
    drive.press(.enter)
    return drive
  }

  private func own(_ drive: Drive) -> [OwnNorm] {
    drive.vault.files[.school].flatMap { Record<SchoolFields>(tree: $0.tree) }
      .map { School(record: $0).ownNorms } ?? []
  }

  /// What stands on the screen as running words, however it is wrapped.
  private func words(_ drive: Drive) -> String {
    drive.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("A norm shows what counts, its default, what is allowed, and what uses it")
  func shown() {
    let drive = onNorm()
    #expect(drive.state.screens.current.kind == .norms)
    #expect(drive.shows("Telt nu: 12. Dat is de standaard."))
    #expect(drive.shows("De school kiest, van 1 tot en met 100."))
    #expect(drive.shows("Regel: proef.verzuim"))
    #expect(drive.shows("Bron: Proefregel §1"))
  }

  @Test("A number is saved from today on, shows as the school's own and can be undone")
  func set() {
    var drive = onNorm()
    drive.press(.enter)
    drive.type("10")
    drive.press(.enter)
    #expect(own(drive) == [OwnNorm(near, 10, from: TestSchool.today)])
    #expect(drive.shows("Telt nu: 10, vanaf ma 23 nov 2026. De standaard is 12."))
    #expect(drive.commits.map(\.act) == ["Norm verzuim.nadert.uren op 10 gezet"])
    #expect(drive.commits.first?.changes.map(\.place) == [.school])
    let record = drive.vault.files[.school]?.tree["normen"]?.elements?.first
    #expect(record?["door"] == .string("anouk") && record?["id"] != nil && record?["op"] != nil)
    drive.press(.escape, .escape)
    drive.type("9")
    #expect(drive.shows("Getal verzuim.nadert.uren (stuks): 10, standaard 12"))
    #expect(drive.shows("3 getallen kiest de school, 1 is eigen."))
    drive.type("g/nadert")
    drive.press(.enter)
    drive.type("u")
    #expect(own(drive).isEmpty)
    #expect(drive.shows("Telt nu: 12. Dat is de standaard."))
  }

  @Test("A number counts at once for what the rules ask now")
  func counts() {
    var drive = onNorm()
    #expect(drive.state.session?.scope.norms[near] == 12)
    drive.press(.enter)
    drive.type("9")
    drive.press(.enter)
    #expect(drive.state.session?.scope.norms[near] == 9)
    #expect(drive.state.session?.scope.norms[near, on: TestSchool.today.adding(days: -1)] == 12)
  }

  @Test("A number that is still to begin does not stand as what counts now", arguments: ["2026-11-24", "2027-08-01"])
  func stillToBegin(from: String) throws {
    var vault = MemoryVault(user: TestSchool.ib)
    var opened = vault.opened(TestSchool.ib)
    func begun(_ from: String) throws -> Drive {
      opened.caseload.school.record.members["normen"] = try Tree(
        json: #"[{"norm": "\#(near)", "waarde": 6, "vanaf": "\#(from)"}]"#)
      vault.files[.school] = nil
      var drive = Drive(atTheDoor: Size(columns: 80, rows: 24))
      drive.send(.schoolOpened(opened))
      drive.press(.function(6))
      drive.type("g/nadert")
      drive.press(.enter)
      return drive
    }
    let drive = try begun(from)
    #expect(drive.shows("Telt nu: 12. Dat is de standaard."))
    #expect(drive.state.session?.scope.norms[near] == 12)
    // The control: from today on it counts.
    #expect(try begun("2026-11-23").shows("Telt nu: 6, vanaf ma 23 nov 2026. De standaard is 12."))
  }

  @Test("Looking for another number begins with an empty line")
  func lookAgain() {
    var drive = onNorm()
    drive.type("/16uur.uren")
    drive.press(.enter)
    #expect(drive.shows("Dit getal ligt vast in de wet."))
  }

  @Test("How many numbers are the school's own is said in one and in many")
  func counted() {
    #expect(Texts.Norms.see(3, own: 1) == "3 getallen kiest de school, 1 is eigen. Met g ziet en wijzigt u ze.")
    #expect(Texts.Norms.see(1, own: 0) == "1 getal kiest de school, 0 zijn eigen. Met g ziet en wijzigt u ze.")
    #expect(Texts.Norms.see(3, own: 2).contains("2 zijn eigen"))
  }

  @Test(
    "What cannot be a number of this norm is refused with the range, and what was typed stays",
    arguments: [
      ("0", "0 kan niet."), ("101", "101 kan niet."), ("-5", "-5 kan niet."), ("acht", "geen heel getal"),
      ("8,5", "geen heel getal"), ("", "Typ een getal"), ("99999999999999999999", "geen heel getal"),
    ])
  func refused(typed: String, says: String) {
    var drive = onNorm()
    drive.press(.enter)
    drive.type(typed)
    drive.press(.enter)
    #expect(drive.commits.isEmpty)
    #expect(drive.shows(says))
    #expect(drive.rows.joined(separator: " ").contains("van 1 tot en met 100"))
    #expect(drive.state.overlay != nil && (typed.isEmpty || drive.shows("> " + typed)))
    drive.press(.escape)
    #expect(drive.state.overlay == nil && own(drive).isEmpty)
  }

  @Test("Both ends of the range are taken", arguments: [1, 100])
  func edges(value: Int) {
    var drive = onNorm()
    drive.press(.enter)
    drive.type(String(value))
    drive.press(.enter)
    #expect(own(drive).map(\.value) == [value])
  }

  @Test("Back to the default: the number no longer counts, and the record of the day stays")
  func reset() {
    var drive = onNorm()
    #expect(drive.state.disabledReason(.resetNorm) == "Hier telt de standaard al.")
    drive.press(.enter)
    drive.type("10")
    drive.press(.enter)
    drive.type("s")
    #expect(own(drive) == [OwnNorm(near, nil, from: TestSchool.today)])
    #expect(drive.shows("Telt nu: 12. Dat is de standaard."))
    #expect(drive.state.disabledReason(.resetNorm) == "Hier telt de standaard al.")
  }

  @Test("On a later day the number is a record of its own, so that the earlier one goes on for its days")
  func laterDay() {
    var drive = onNorm()
    drive.press(.enter)
    drive.type("10")
    drive.press(.enter)
    drive.state.environment.today = day("2026-12-01")
    drive.send(.clockMoved)
    drive.type("s")
    #expect(
      own(drive) == [
        OwnNorm(near, 10, from: day("2026-11-23")), OwnNorm(near, nil, from: day("2026-12-01")),
      ])
    let norms = drive.state.session?.scope.norms
    #expect(norms?[near, on: day("2026-11-30")] == 10 && norms?[near, on: day("2026-12-01")] == 12)
  }

  @Test("The law's numbers are shown with their source and cannot be set")
  func law() {
    var drive = Drive()
    drive.press(.function(6))
    drive.type("g/16uur.uren")
    drive.press(.enter)
    #expect(drive.shows("Dit getal ligt vast in de wet."))
    #expect(drive.shows("Bron: Proefregel §1"))
    drive.press(.enter)
    #expect(drive.state.overlay == nil && drive.shows("Dit getal ligt vast in de wet."))
    #expect(drive.state.disabledReason(.resetNorm) == "Dit getal ligt vast in de wet.")
  }

  @Test("A director and a teacher read the norms and are told why they cannot set them")
  func rights() {
    for (user, reason) in [
      (TestSchool.director, "Als directeur leest u mee; wijzigen doet de intern begeleider."),
      (TestSchool.teacher, "De gegevens van de school wijzigt de intern begeleider."),
    ] {
      var drive = onNorm(as: user)
      #expect(drive.shows("Telt nu: 12"))
      #expect(drive.state.disabledReason(.setNorm) == reason && drive.state.disabledReason(.resetNorm) == reason)
      drive.press(.enter)
      #expect(drive.state.overlay == nil && drive.commits.isEmpty)
    }
  }

  @Test("On another day nothing is set")
  func otherDay() {
    var drive = onNorm()
    drive.type("d12 jan")
    drive.press(.enter)
    drive.press(.enter)
    #expect(drive.state.overlay == nil && drive.commits.isEmpty)
    #expect(drive.shows("U bekijkt een andere dag."))
  }

  @Test("A colleague's norm that was set meanwhile is kept beside one's own")
  func together() throws {
    var drive = onNorm()
    let stored = try #require(drive.vault.files[.school])
    var school = try #require(Record<SchoolFields>(tree: stored.tree))
    school.put(
      make(OwnNormFields.self, 77) {
        $0.norm = "verzuim.16uur.lesweken"
        $0.value = 3
        $0.from = TestSchool.today
      }, in: \.ownNorms)
    drive.vault.files[.school] = Stored(tree: school.tree, revision: Revision(text: "van-bram"))
    drive.press(.enter)
    drive.type("10")
    drive.press(.enter)
    #expect(Set(own(drive).map(\.name)) == ["verzuim.16uur.lesweken", near])
  }

  @Test("A bad number in school.json is named at the start, on the screen of the school and at the norm")
  func finding() throws {
    var vault = MemoryVault(user: TestSchool.ib)
    var opened = vault.opened(TestSchool.ib)
    opened.caseload.school.record.members["normen"] = try Tree(json: #"[{"norm": "\#(near)", "waarde": 400}]"#)
    vault.files[.school] = nil
    func begun(_ user: User) -> Drive {
      var drive = Drive(atTheDoor: Size(columns: 100, rows: 30), knowing: user)
      drive.send(.schoolOpened(opened))
      return drive
    }
    var drive = begun(TestSchool.ib)
    #expect(words(drive).contains("moet van 1 tot en met 100 zijn. De standaard telt. Zie School (F6)."))
    drive.press(.function(6))
    drive.type("9")
    #expect(drive.shows("staat op 400, maar"))
    drive.type("g/nadert")
    drive.press(.enter)
    #expect(words(drive).contains("staat op 400, maar moet") && drive.shows("Telt nu: 12"))
    #expect(drive.state.session?.scope.norms[near] == 12)
  }
}
