import Casework
import Support
import Testing

@testable import Interface

@Suite("One talk for several pupils")
struct SharedTalkTests {
  private func talks(_ drive: Drive, of name: String) -> [Conversation] {
    drive.state.session?.caseload.dossiers[TestSchool.pupil(name)]?.conversations.record?.conversations ?? []
  }

  /// Bram talks about Amber, and files it for the others too.
  private func begin(for others: [String], text: String = "Samenwerken in de kring gaat beter.") -> Drive {
    var drive = Drive(as: TestSchool.teacher)
    drive.type("Ag")
    drive.go(to: "soort")
    drive.type("leraar")
    drive.go(to: "onderwerpen")
    drive.type("gedrag")
    drive.go(to: "hoe")
    drive.type("op")
    drive.go(to: "samenvatting")
    drive.type(text)
    drive.go(to: "ookVoor")
    for other in others { drive.type(other + " ") }
    return drive
  }

  /// A file of Amber as a colleague has left it meanwhile.
  private func family(
    of name: String, guardian: RecordID, called: String, telephone: String? = nil
  ) -> (Place, Stored) {
    var parent = Guardian()
    parent.id = guardian
    parent.fullName = called
    parent.relation = "moeder"
    parent.kind = Choice(.parent)
    parent.telephone = telephone
    var family = Record<FamilyFields>()
    family.put(parent, in: \.guardians)
    let place = Place.section(pupil: TestSchool.pupil(name), .family)
    return (place, Stored(tree: family.tree, revision: Revision(text: called)))
  }

  @Test("One save writes the talk into each dossier, each a record of its own with the same words")
  func each() throws {
    var drive = begin(for: ["cato", "zoë"])
    drive.press(.control("s"))
    #expect(drive.commits.count == 1 && drive.commits.first?.changes.count == 3)
    let all = ["Amber Smit", "Cato Willems", "Zoë Brouwer"].flatMap { talks(drive, of: $0) }
    #expect(all.map(\.summary) == Array(repeating: "Samenwerken in de kring gaat beter.", count: 3))
    #expect(Set(all.compactMap(\.id)).count == 3)
    #expect(all.allSatisfy { $0.madeBy == "bram" && $0.kind == Choice(.teacher) })
    #expect(drive.state.notice?.text == "Bewaard in 3 dossiers: Gesprek toevoegen. Ongedaan maken kan met u.")
  }

  @Test("No dossier tells who the others were")
  func noNames() throws {
    var drive = begin(for: ["cato", "zoë"])
    drive.press(.control("s"))
    for change in try #require(drive.commits.first).changes {
      let text = String(decoding: change.after.encodedCompact(), as: UTF8.self)
      for name in ["Amber Smit", "Cato Willems", "Zoë Brouwer"] {
        #expect(!text.contains(TestSchool.pupil(name).description))
        #expect(!text.contains(String(name.prefix { $0 != " " })))
      }
      #expect(!text.contains(SharedTalk.key))
    }
  }

  @Test("Undo takes it out of every dossier, redo brings it back into each")
  func undo() {
    var drive = begin(for: ["cato"])
    drive.press(.control("s"))
    drive.type("u")
    #expect(talks(drive, of: "Amber Smit").isEmpty && talks(drive, of: "Cato Willems").isEmpty)
    drive.press(.control("r"))
    #expect(talks(drive, of: "Amber Smit").count == 1 && talks(drive, of: "Cato Willems").count == 1)
  }

  @Test("The others are part of the draft, and of its steps back")
  func draft() {
    var drive = begin(for: ["cato"])
    #expect(drive.shows("✓ Cato Willems (6a)"))
    drive.press(.escape)
    drive.type("g")
    drive.go(to: "ookVoor")
    #expect(drive.shows("✓ Cato Willems (6a)"))
    #expect(drive.form?.sharedTalk?.others == [TestSchool.pupil("Cato Willems")])
    drive.press(.control("s"))
    #expect(drive.vault.drafts.isEmpty)
    var other = begin(for: ["cato"])
    other.press(.control("u"))
    #expect(other.form?.sharedTalk?.others.isEmpty == true)
  }

  @Test("Where it cannot be written for one of them it is written for none")
  func refused() {
    var drive = begin(for: ["cato", "zoë"])
    let place = Place.section(pupil: TestSchool.pupil("Cato Willems"), .conversations)
    drive.send(.othersSaved([ForeignSave(place: place, state: .notReadable, by: nil)]))
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
    #expect(
      drive.state.notice?.text
        == "Bij Cato Willems kunt u geen gesprek vastleggen. Haal deze leerling weg; er is nog niets bewaard.")
    #expect(drive.form?.currentRow == .field(key: "ookVoor"))
  }

  @Test("A save that fails leaves the form with all who were chosen")
  func failed() {
    var drive = begin(for: ["cato"])
    drive.vault.failure = .noRight
    drive.press(.control("s"))
    #expect(drive.form?.sharedTalk?.others == [TestSchool.pupil("Cato Willems")])
    #expect(talks(drive, of: "Amber Smit").isEmpty && talks(drive, of: "Cato Willems").isEmpty)
  }

  @Test(
    "A name of any of the pupils in the text is pointed out before it comes into the dossier of another",
    arguments: [
      ("Amber en Cato werken samen.", ["Amber Smit", "Cato Willems"]), ("Met AMBER gaat het beter.", ["Amber Smit"]),
      ("De moeder van Zoe belt.", ["Zoë Brouwer"]), ("Ambers tas, Cato's jas.", ["Amber Smit", "Cato Willems"]),
      ("Juf Smit (Amber-Lee)", ["Amber Smit"]), ("Ambertje, catoos en zo.", []),
      ("Samenwerken in de kring gaat beter.", []),
    ])
  func named(text: String, names: [String]) {
    let drive = begin(for: ["cato", "zoë"], text: text)
    let warned =
      "In uw tekst staat een naam (\(names.joined(separator: ", "))). Die komt zo in het dossier van een ander."
    #expect(drive.form?.remarks == (names.isEmpty ? [] : [warned]))
    // Before there is another, there is nobody's dossier that it comes into.
    #expect(begin(for: [], text: text).form?.remarks == [])
  }

  @Test("A name of several words is found whole, however it is spelled, and not by one of its words")
  func namedInWords() {
    for (text, isFound) in [
      ("Anne-Sofie leest.", true), ("anne sofië leest", true), ("Anne Sofies boek", true), ("Anne leest.", false),
      ("Sofie leest.", false), ("Zus van Dam belt.", true), ("Op de dam.", true), ("Een dame belt.", false),
    ] {
      var drive = begin(for: [], text: text)
      let place = Place.section(pupil: TestSchool.pupil("Cato Willems"), .pupil)
      guard let stored = drive.vault.files[place], var pupil = Record<PupilFields>(tree: stored.tree) else { return }
      pupil.callName = "Anne Sofie"
      pupil.surnamePrefix = "van"
      pupil.surname = "Dam"
      let saved = Stored(tree: pupil.tree, revision: Revision(text: "hernoemd"))
      drive.send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
      drive.press(.backTab, .tab)
      drive.type("anne ")
      #expect(drive.form?.sharedTalk?.others == [TestSchool.pupil("Cato Willems")])
      #expect(drive.form?.remarks.isEmpty == !isFound, "\(text)")
    }
  }

  @Test("Who will do something, and who else was there, is looked through too")
  func namedElsewhere() {
    var drive = begin(for: [])
    while drive.form?.currentRow?.key != "acties" { drive.press(.backTab) }
    drive.press(.enter)
    drive.type("Bellen")
    drive.go(to: "wieNaam")
    drive.type("oma van Amber")
    drive.press(.escape)
    drive.go(to: "ookVoor")
    drive.type("cato ")
    #expect(drive.form?.remarks.first?.contains("(Amber Smit)") == true)
  }

  /// Amber and Cato have one mother; the mother of Elif only bears her name.
  private func parentTalk(naming isNamed: Bool = true) -> Drive {
    var drive = Drive()
    let families = [
      family(of: "Amber Smit", guardian: id(7001), called: "Ilse Smit", telephone: "06-12 34 56 70"),
      family(of: "Cato Willems", guardian: id(7002), called: "ilse smit", telephone: "+31 6 12345670"),
      family(of: "Daan van Dijk", guardian: id(7003), called: "Petra Dijk", telephone: "06-12345670"),
      family(of: "Elif Yılmaz", guardian: id(7004), called: "Ilse Smit", telephone: "06-76543210"),
      family(of: "Fenna Bakker", guardian: id(7005), called: "Ilse Smit"),
    ]
    for (place, stored) in families {
      drive.vault.files[place] = stored
      drive.send(.othersSaved([ForeignSave(place: place, state: .read(stored), by: nil)]))
    }
    drive.openPupil("amber")
    drive.type("8g")
    drive.go(to: "soort")
    drive.type("ouders")
    drive.go(to: "onderwerpen")
    drive.type("leren")
    drive.go(to: "hoe")
    drive.type("op")
    if isNamed {
      drive.go(to: "deelnemers")
      drive.press(.enter)
      drive.type("ouder")
      drive.go(to: "ouder")
      drive.type("ilse")
      drive.press(.control("s"))
    }
    drive.go(to: "samenvatting")
    drive.type("Thuis gaat het goed.")
    drive.go(to: "ookVoor")
    return drive
  }

  @Test("Of a brother or sister the parent is the one in that dossier")
  func siblings() {
    var drive = parentTalk()
    drive.type("cato ")
    drive.press(.control("s"))
    #expect(talks(drive, of: "Amber Smit").first?.participants.map { $0.guardian?.id } == [id(7001)])
    #expect(talks(drive, of: "Cato Willems").first?.participants.map { $0.guardian?.id } == [id(7002)])
  }

  private func isRefused(_ drive: Drive, for name: String) -> Bool {
    let words = "Het is niet zeker dat een ouder uit dit gesprek ook bij \(name) hoort."
    return drive.commits.isEmpty && drive.state.notice?.text.hasPrefix(words) == true
  }

  @Test(
    "A talk with parents is not filed with a child who has other parents, also where a name or a telephone is the same",
    arguments: ["Daan van Dijk", "Elif Yılmaz", "Fenna Bakker"])
  func otherParents(name: String) {
    var drive = parentTalk()
    drive.type("cato \(name.prefix { $0 != " " }) ")
    drive.press(.control("s"))
    #expect(isRefused(drive, for: name))
  }

  @Test("A talk with parents of whom nobody was chosen is filed with no other child")
  func nobodyChosen() {
    var drive = parentTalk(naming: false)
    drive.type("cato ")
    drive.press(.control("s"))
    #expect(isRefused(drive, for: "Cato Willems"))
  }

  /// Bram, who cannot read who the parents are, types the name of one.
  private func typedParent(_ kind: String) -> Drive {
    var drive = begin(for: [])
    while drive.form?.currentRow?.key != "soort" { drive.press(.backTab) }
    drive.type(kind)
    drive.go(to: "deelnemers")
    drive.press(.enter)
    drive.type("ouder")
    drive.go(to: "naam")
    drive.type("Marieke Vos")
    drive.press(.control("s"))
    drive.go(to: "ookVoor")
    drive.type("cato ")
    return drive
  }

  @Test("A parent whose name was typed comes into no other dossier, and leaves the silence with its parents as it was")
  func typedName() throws {
    var drive = typedParent("ouders")
    drive.press(.control("s"))
    #expect(isRefused(drive, for: "Cato Willems"))
    drive = typedParent("leraar")
    drive.press(.control("s"))
    let own = try #require(talks(drive, of: "Amber Smit").first)
    let other = try #require(talks(drive, of: "Cato Willems").first)
    #expect(own.participants.map(\.personName) == ["Marieke Vos"] && own.isWithParent)
    #expect(other.participants.isEmpty && !other.isWithParent)
    #expect(other.summary == own.summary)
  }

  @Test("What stays behind is told in one sentence, on the screen and line by line")
  func staysBehind() {
    var drive = typedParent("leraar")
    #expect(drive.shows("! Dit gaat niet mee naar de anderen: Marieke Vos."))
    var lines = LineDrive(on: drive)
    lines.type(":klaar")
    #expect(lines.hears("Dit gaat niet mee naar de anderen: Marieke Vos."))
    drive.type("cato ")
    #expect(!drive.shows("gaat niet mee"))
    var parents = parentTalk()
    parents.type("cato ")
    #expect(!parents.shows("gaat niet mee"))
    parents.type("daan ")
    #expect(
      parents.form?.remarks == ["Dit gaat niet mee naar de anderen: Ilse Smit (moeder) (niet bij Daan van Dijk)."])
  }

  @Test("The pupils to choose from are gathered when the cursor comes to the field, not with every key")
  func gatheredOnce() throws {
    var drive = begin(for: [])
    let field = try #require(SharedTalk.field)
    let session = try #require(drive.state.session)
    let all = try #require(drive.form?.options(of: field, session.references(around: TestSchool.pupil("Amber Smit"))))
    // A school without pupils shows whether the list comes from there.
    let nobody = References(caseload: Caseload(user: session.user, school: School(record: Record())), pupil: nil)
    for key in [Key.character("c"), .character("a"), .right, .character(" "), .left] {
      drive.press(key)
      #expect(drive.form?.options(of: field, nobody) == all)
    }
    drive.press(.backTab)
    #expect(drive.form?.options(of: field, nobody).isEmpty == true)
    drive.letLeave("Cato Willems")
    drive.press(.tab)
    #expect(drive.form?.options(of: field, nobody).count == all.count - 1)
  }

  @Test("Only a new talk can be filed for several, and the pupil of the form is not among the others")
  func onlyNew() {
    var drive = begin(for: [])
    let amber = TestSchool.pupil("Amber Smit").description
    let references = drive.state.session?.references(around: TestSchool.pupil("Amber Smit"))
    let others = references.flatMap { drive.form?.options(of: SharedTalk.field ?? $0.anyField, $0) } ?? []
    #expect(others.count == TestSchool.names.count - 1 && !others.contains { $0.tree == .string(amber) })
    drive.press(.control("s"))
    drive.openPupil("amber")
    drive.type("8e")
    #expect(drive.form?.fields.contains { $0.key == SharedTalk.key } == false)
  }
}

extension References {
  fileprivate var anyField: AnyField { ConversationFields.all[0] }
}
