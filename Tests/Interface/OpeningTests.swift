import Casework
import Interface
import Support
import Testing

/// Who saw what: every look at a dossier is in the journal, and the emergency card comes from the files.
@Suite("What is opened")
struct OpeningTests {
  private let noor = TestSchool.pupil("Noor de Vries")

  @Test("Each tab that is opened is told once, on the way to it by number, by Tab and by arrow")
  func tabs() {
    var drive = Drive()
    drive.openNoor()
    #expect(drive.opened == [.section(pupil: noor, .family), .section(pupil: noor, .pupil)])
    drive.type("3")
    #expect(drive.opened.dropFirst(2) == [.section(pupil: noor, .plan)])
    drive.type("7")
    drive.press(.tab)
    #expect(drive.opened.last == .section(pupil: noor, .conversations))
    let count = drive.opened.count
    drive.type("3831")
    #expect(drive.opened.count == count)
  }

  @Test("A dossier that is left and opened again is told again")
  func again() {
    var drive = Drive()
    drive.openNoor()
    let first = drive.opened
    drive.press(.escape, .escape)
    drive.openNoor()
    #expect(drive.opened == first + first)
  }

  @Test("A tab that is empty, closed to the user or broken shows nothing, and nothing is told")
  func nothingToSee() {
    var drive = Drive()
    drive.openNoor()
    let count = drive.opened.count
    drive.type("260")
    #expect(drive.opened.count == count)
  }

  @Test("The form that clears a signal shows its tab, and is told")
  func form() {
    var drive = Drive()
    drive.type("/liv")
    drive.press(.enter)
    drive.type("a")
    #expect(drive.opened == [.section(pupil: TestSchool.pupil("Liv Jansen"), .admission)])
  }

  @Test("A summary names every tab that it was made of, when it shows and when it is written")
  func summary() {
    var drive = Drive()
    drive.openNoor()
    drive.type("pm")
    drive.press(.enter)
    let sources: Set<Place> = [
      .section(pupil: noor, .pupil), .section(pupil: noor, .family), .section(pupil: noor, .plan),
      .section(pupil: noor, .conversations),
    ]
    #expect(Set(drive.opened) == sources)
    drive.type("t")
    let made = drive.effects.compactMap { effect -> [Place]? in
      if case .journal(.madeDocument(let places)) = effect { places } else { nil }
    }
    #expect(made.map { Set($0) } == [sources])
  }

  @Test("Whatever tab's own words stand on the screen, the journal was told of it", arguments: [UInt64(1), 2, 3])
  func drawn(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var drive = Drive(as: seed == 2 ? TestSchool.teacher : TestSchool.ib, size: Size(columns: 110, rows: 40))
    let marks = drive.markEverySection(of: noor)
    var seen: Set<Place> = []
    drive.openNoor()
    for _ in 0..<600 {
      drive.press(random.pick(Self.keys))
      if random.int(0...40) == 0 {
        drive.press(.escape, .escape, .escape, .escape)
        drive.openNoor()
      }
      let screen = drive.rows.joined()
      for (mark, place) in marks where screen.contains(mark) { seen.insert(place) }
      #expect(seen.isSubset(of: drive.opened))
    }
    // A walk that saw little would prove little.
    #expect(seen.count >= (seed == 2 ? 3 : 8))
  }

  private static let keys: [Key] =
    "1234567890-newpgj".map { .character($0) } + [
      .tab, .backTab, .left, .right, .up, .down, .enter, .escape, .pageDown,
    ]

  @Test("The emergency card comes from the files, with everything that is on it")
  func card() {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("An")
    #expect(drive.shows("Noodkaart van Amber Smit"))
    #expect(drive.shows("Zware reactie op een wespensteek.") && drive.shows("06-00000001"))
    #expect(drive.effects.contains { if case .openEmergencyCard = $0 { true } else { false } })
    drive.type("t")
    #expect(drive.effects.contains(.journal(.madeDocument([.emergencyCard(pupil: TestSchool.pupil("Amber Smit"))]))))
  }

  @Test(
    "A card that is not there, is closed or is broken says so in its own words, and there is nothing to save",
    arguments: [
      (FileState.gone, "geen noodkaart vastgelegd"), (.notReadable, "uw sleutel opent haar niet"),
      (.damaged("Op regel 3 staat geen komma."), "zij is beschadigd"),
    ])
  func noCard(state: FileState, words: String) {
    var drive = Drive(as: TestSchool.teacher)
    drive.vault.cards = [TestSchool.pupil("Amber Smit"): state]
    drive.type("An")
    #expect(drive.shows(words))
    let before = drive.effects
    drive.type("t")
    #expect(drive.shows("Hier is niets om te bewaren."))
    #expect(drive.effects == before)
  }

  @Test("While the card is read the screen says so; one that comes too late changes nothing, a failure is told")
  func slowCard() {
    var drive = Drive(as: TestSchool.teacher)
    drive.answersAtOnce = false
    drive.type("An")
    #expect(drive.shows("Bezig met openen"))
    guard case .openEmergencyCard(_, let token)? = drive.effects.last else {
      Issue.record("nothing was asked")
      return
    }
    drive.send(.cardFailed(token, .storage("weg")))
    #expect(drive.shows("De noodkaart kon niet worden gelezen."))
    drive.press(.escape)
    let before = drive.rows
    drive.send(.cardRead(token, .gone))
    #expect(drive.rows == before)
  }
}

extension Drive {
  /// What the journal was told that came on the screen, in order.
  fileprivate var opened: [Place] {
    effects.flatMap { effect -> [Place] in
      if case .journal(.opened(let places)) = effect { places } else { [] }
    }
  }

  /// Puts a word of its own into every tab that this user can read, and says which word is whose.
  fileprivate mutating func markEverySection(of pupil: RecordID) -> [(mark: String, place: Place)] {
    var marks: [(mark: String, place: Place)] = []
    var saves: [ForeignSave] = []
    for (index, section) in SectionName.allCases.enumerated() {
      guard let tree = state.session?.caseload.dossiers[pupil]?.tree(of: section), var file = tree.members else {
        continue
      }
      let mark = "MERK\(index)X"
      guard file.mark(mark, section.fields) else { continue }
      let place = Place.section(pupil: pupil, section)
      marks.append((mark, place))
      let stored = Stored(tree: .object(file), revision: Revision(text: mark))
      vault.files[place] = stored
      saves.append(ForeignSave(place: place, state: .read(stored), by: nil))
    }
    send(.othersSaved(saves))
    return marks
  }
}

extension Members {
  /// Puts a word into the first field that takes text: of the file, else of a new record in its first list that has one.
  fileprivate mutating func mark(_ word: String, _ fields: any RecordFields.Type) -> Bool {
    for field in fields.all where !field.holdsRecords {
      // The names in the head of a dossier are no look at a tab.
      if case .text = field.shape, fields != PupilFields.self || field.key == PupilFields.declared.contactPerson.key {
        self[field.key] = .string(word)
        return true
      }
    }
    for field in fields.all {
      guard case .list(.record(let inner)) = field.shape, field.holdsRecords else { continue }
      var record: Members = [RecordKey.id: .string(id(9900).description)]
      guard record.mark(word, inner) else { continue }
      self[field.key] = .array((self[field.key]?.elements ?? []) + [.object(record)])
      return true
    }
    return false
  }
}
