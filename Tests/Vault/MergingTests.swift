import Casework
import Support
import Testing
import Vault

@Suite("Two people in one file")
struct MergingTests {
  private let place = Place.section(pupil: id(1001), .pupil)

  /// A school with one pupil, and the same file open with two people.
  private func opened(_ sealed: Bool) throws -> (TestVault, ib: VaultSession, teacher: VaultSession, start: Stored) {
    let school = try TestVault(sealed: sealed)
    let ib = try school.session("mirjam")
    let saved = try school.save(
      Change(place: place, before: nil, after: TestSchool.pupil("Noor", in: TestSchool.groupSix)), by: ib)
    let start = try #require(saved.stored[place])
    return (school, ib, try school.session("joost"), start)
  }

  private func with(_ stored: Stored, _ edit: (inout Record<PupilFields>) -> Void) throws -> Change {
    var record = try #require(Record<PupilFields>(tree: stored.tree))
    edit(&record)
    return Change(place: place, before: stored, after: record.tree)
  }

  @Test("Edits of different fields are joined, and that is told with name and time", arguments: [false, true])
  func differentFields(sealed: Bool) throws {
    let (school, ib, teacher, start) = try opened(sealed)
    try school.save(try with(start) { $0.homeLanguage = "Fries" }, by: teacher)
    let saved = try school.save(try with(start) { $0.surname = "Vries" }, by: ib)
    let joined = try #require(saved.stored[place].flatMap { Record<PupilFields>(tree: $0.tree) })
    #expect(joined.homeLanguage == "Fries")
    #expect(joined.surname == "Vries")
    #expect(saved.joined.map(\.writer) == [Writer(user: TestSchool.teacher, name: "Joost Mulder", at: TestSchool.now)])
    #expect(saved.joined.map { $0.taken.map(\.path) } == [[["thuistaal"]]])
  }

  @Test("The same field is asked about and nothing is saved", arguments: [false, true])
  func sameField(sealed: Bool) throws {
    let (school, ib, teacher, start) = try opened(sealed)
    let first = try school.save(try with(start) { $0.surname = "Visser" }, by: teacher)
    let edit = Edit(act: "proef", changes: [try with(start) { $0.surname = "Vries" }])
    guard case .conflict(let clashes) = try school.vault.commit(edit, by: ib) else {
      Issue.record("no conflict")
      return
    }
    #expect(clashes.count == 1)
    #expect(clashes.first?.conflicts.first?.parts.first?.path == ["achternaam"])
    #expect(clashes.first?.writer?.name == "Joost Mulder")
    let now = try school.vault.read(place, for: ib)
    #expect(now == first.stored[place].map(FileReading.read))
  }

  @Test("Undoing leaves alone what a colleague changed before and after", arguments: [false, true])
  func undo(sealed: Bool) throws {
    let (school, ib, teacher, start) = try opened(sealed)
    try school.save(try with(start) { $0.homeLanguage = "Fries" }, by: teacher)
    let mine = try school.save(try with(start) { $0.surname = "Vries" }, by: ib)
    let joined = try #require(mine.stored[place])
    try school.save(try with(joined) { $0.callName = "Noortje" }, by: teacher)
    guard case .saved(let undone) = try school.vault.commit(mine.undo, by: ib) else {
      Issue.record("undo was not saved")
      return
    }
    let after = try #require(undone.stored[place].flatMap { Record<PupilFields>(tree: $0.tree) })
    #expect(after.surname == nil)
    #expect(after.homeLanguage == "Fries")
    #expect(after.callName == "Noortje")
  }

  @Test("Every save of every user shows in the history, and each state can be read")
  func history() throws {
    let (school, ib, teacher, start) = try opened(true)
    let second = try school.save(try with(start) { $0.surname = "Vries" }, by: teacher)
    let history = try school.vault.history(of: place, for: ib)
    #expect(history.map(\.writer?.name) == ["Mirjam Postma", "Joost Mulder"])
    #expect(history.map(\.act) == ["proef", "proef"])
    let states = try history.map { try school.vault.read($0, for: ib) }
    #expect(states.first == .read(start))
    #expect(states.last == second.stored[place].map(FileReading.read))
  }

  @Test("What others saved is noticed, with who saved it; who wrote nothing notices nothing", arguments: [false, true])
  func news(sealed: Bool) throws {
    let (school, ib, teacher, start) = try opened(sealed)
    let loaded = try school.vault.load(for: ib)
    #expect(try school.vault.news(since: loaded.mark, for: ib) == nil)
    let saved = try school.save(try with(start) { $0.surname = "Vries" }, by: teacher)
    let news = try #require(try school.vault.news(since: loaded.mark, for: ib))
    #expect(news.saves.map(\.place) == [place])
    #expect(news.saves.first?.reading == saved.stored[place].map(FileReading.read))
    #expect(news.saves.first?.writer?.user == TestSchool.teacher)
    #expect(!news.keysChanged)
    #expect(try school.vault.news(since: news.mark, for: ib) == nil)
  }

  @Test("What was wrong in one edit already is no clash of two", arguments: [false, true])
  func knownFinding(sealed: Bool) throws {
    let (school, ib, _, start) = try opened(sealed)
    func placed(_ number: UInt64, from: String?) throws -> Change {
      try with(start) { pupil in
        var placement = Record<PlacementFields>()
        placement.id = id(number)
        placement.group = Reference(TestSchool.groupSix)
        placement.from = from.map(day)
        placement.until = day("2026-11-01")
        pupil.put(placement, in: \.placements)
      }
    }
    // The second has no first day, which is needed; in the joined list it is the third of its kind.
    try school.save(try placed(502, from: "2026-10-01"), by: ib)
    let joined = try school.save(try placed(503, from: nil), by: ib)
    let record = try #require(joined.stored[place].flatMap { Record<PupilFields>(tree: $0.tree) })
    #expect(record.placements.count == 3)
  }
}
