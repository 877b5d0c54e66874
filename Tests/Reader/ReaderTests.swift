import Support
import Testing

@testable import Casework
@testable import Vault

/// Sections that only the care team reads, by the law and not by the code.
private let careSections = [
  "gezin", "aanmelding", "ondersteuning", "onderzoek", "toestemmingen", "verwijzing", "overgang",
]

extension ReaderSchool {
  /// What the program itself reads as this user, file by file.
  func expected(for login: String) throws -> [ListLine] {
    let session = try session(login)
    let desk = try vault.desk(session)
    return try places.map { place in
      let path = desk.stored(place)
      switch try vault.read(place, for: session) {
      case .read(let stored): return ListLine(path, .readable(SHA256.hexadecimal(stored.tree.encoded())))
      case .notReadable: return ListLine(path, .unreadable)
      case .absent, .damaged: throw TestFailure.missing
      }
    }
  }

  func run(_ login: String, _ words: String..., passphrase: String? = nil) throws -> ReaderRun {
    try ReaderRun(map, as: login, passphrase: passphrase ?? Self.passphrase(login), words)
  }

  /// Whether only the care team may read a place.
  func isCareOnly(_ place: Place) -> Bool {
    place.path == "uitstel" || place.path.hasSuffix("/uitstel-zorg") || place.path.contains("/vertrouwelijk/")
      || careSections.contains { place.path.hasSuffix("/" + $0) }
  }

  /// Every file with its time and length, for a reader that must not write.
  var fingerprint: String {
    Command.run(["find", map, "-printf", "%P %T@ %s %i\\n"], environment: ["PATH": "/usr/bin:/bin"]).output
  }
}

@Suite("A reader in another language, made from the document alone")
struct ReaderTests {
  @Test("It reads for each user exactly what the program reads, to the byte", arguments: ReaderSchool.logins)
  func same(login: String) throws {
    let school = try ReaderSchool.sealed.get()
    let expected = try school.expected(for: login)
    let run = try school.run(login, "--lijst")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(differences(expected, try run.list()) == [])
  }

  @Test("A teacher reads nothing of the care team's, which the coordinator and the director do read")
  func careOnly() throws {
    let school = try ReaderSchool.sealed.get()
    let paths = Set(try school.places.filter(school.isCareOnly).map(school.stored))
    #expect(paths.count == 4 * 7 + 2 + 2)
    for login in ReaderSchool.logins {
      let states = try school.run(login).list().filter { paths.contains($0.path) }.map(\.state)
      let readable = states.count { if case .readable = $0 { true } else { false } }
      #expect(states.count == paths.count)
      #expect(readable == (["joost", "aicha"].contains(login) ? 0 : paths.count), "\(login)")
    }
  }

  @Test("A teacher reads the tabs of the own pupils and of no other, also after a move")
  func ownPupils() throws {
    let school = try ReaderSchool.sealed.get()
    let own = [
      "joost": [ReaderSchool.stayer], "aicha": [ReaderSchool.other, ReaderSchool.mover], "rob": ReaderSchool.pupils,
    ]
    for (login, pupils) in own {
      let list = try school.run(login, "--lijst").list()
      for pupil in ReaderSchool.pupils {
        for section in ["leerling", "opp", "verzuim", "gesprekken", "medisch"] {
          let place = try #require(Place(path: "leerlingen/\(pupil)/\(section)"))
          let path = try school.stored(place)
          let line = try #require(list.first { $0.path == path })
          #expect((line.state != .unreadable) == pupils.contains(pupil), "\(login) \(place.path)")
        }
      }
    }
  }

  @Test("A comparison that expects something else fails", arguments: 0..<5)
  func control(kind: Int) throws {
    let school = try ReaderSchool.sealed.get()
    let found = try school.run("joost", "--lijst").list()
    var expected = try school.expected(for: "joost")
    #expect(differences(expected, found) == [])
    let readable = try #require(expected.firstIndex { $0.state != .unreadable })
    let unreadable = try #require(expected.firstIndex { $0.state == .unreadable })
    switch kind {
    case 0: expected[readable] = ListLine(expected[readable].path, .unreadable)
    case 1: expected[unreadable] = ListLine(expected[unreadable].path, .readable(String(repeating: "0", count: 64)))
    case 2: expected[readable] = ListLine(expected[readable].path, .readable(String(repeating: "0", count: 64)))
    case 3: expected.remove(at: unreadable)
    default: expected.append(ListLine("leerlingen/weg.zegel", .unreadable))
    }
    #expect(differences(expected, found).count == 1)
    #expect(differences(try school.expected(for: "joost"), found.reversed()) == ["not in order, or a file twice"])
  }

  @Test("It lists every file of the school that holds something, and the program has made no other")
  func everyFile() throws {
    let school = try ReaderSchool.sealed.get()
    let files = Command.run(
      ["find", school.map, "-type", "f", "-printf", "%P\\n"], environment: ["PATH": "/usr/bin:/bin"]
    ).output.split(separator: "\n").map(String.init)
    let apart = ["sleutels/", "journaal/", "geschiedenis/", "toegang.json", "slot"]
    let content = files.filter { file in !apart.contains { file.hasPrefix($0) } }
    #expect(try Set(school.run("rob").list().map(\.path)) == Set(content))
    #expect(content.count == school.places.count)
  }

  @Test("A passphrase that is typed with loose accents opens as well")
  func normalised() throws {
    let school = try ReaderSchool.sealed.get()
    let loose = "wachtzin van Ai\u{308}cha"
    #expect(Array(loose.utf8) != Array(ReaderSchool.passphrase("aicha").utf8))
    #expect(try school.run("aicha", passphrase: loose).code == 0)
  }

  @Test("A wrong passphrase and an unknown name end with 3, one line of complaint and nothing else")
  func wrongPassphrase() throws {
    let school = try ReaderSchool.sealed.get()
    for words in [["--lijst"], ["--journaal"], ["--toon", try school.stored(.school)]] {
      for (login, passphrase) in [("mirjam", "wachtzin van joost"), ("iemand", "wachtzin van mirjam")] {
        let run = try ReaderRun(school.map, as: login, passphrase: passphrase, words)
        #expect(run.code == 3, "\(words)")
        #expect(run.output == "")
        #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
      }
    }
  }

  @Test("It shows one text to the byte, and says why it cannot")
  func shows() throws {
    let school = try ReaderSchool.sealed.get()
    let place = Place.section(pupil: ReaderSchool.stayer, .family)
    let path = try school.stored(place)
    guard case .read(let stored) = try school.vault.read(place, for: try school.session("mirjam")) else {
      throw TestFailure.missing
    }
    let shown = try school.run("mirjam", "--toon", path)
    #expect(shown.code == 0)
    #expect(Array(shown.output.utf8) == stored.tree.encoded())
    let refused = try school.run("joost", "--toon", path)
    #expect(refused.code == 77)
    #expect(refused.output == "")
    #expect(refused.complaint.split(separator: "\n").count == 1)
    #expect(try school.run("mirjam", "--toon", "leerlingen/weg.zegel").code == 64)
  }

  @Test("It finds the journal whole, with as many lines as the program")
  func journal() throws {
    let school = try ReaderSchool.sealed.get()
    let ib = try school.session("mirjam")
    let counts = try [2026, 2027].map { try school.vault.journal(of: $0, for: ib).count }
    #expect(counts.allSatisfy { $0 > 3 })
    let run = try school.run("joost", "--journaal")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(try run.lines() == [.object(["regels": .number(String(counts[0] + counts[1]))])])
  }

  @Test("It writes nothing in the folder")
  func writesNothing() throws {
    let school = try ReaderSchool.sealed.get()
    let before = school.fingerprint
    #expect(before.contains("toegang.json"))
    for words in ["--lijst", "--journaal"] { #expect(try school.run("mirjam", words).code == 0) }
    #expect(school.fingerprint == before)
  }

  @Test("It reads an open school: every file as it stands, and the journal")
  func openSchool() throws {
    let school = try ReaderSchool.open.get()
    let expected = try school.places.map { place in
      let text = try #require(Command.text(ofFile: school.map + "/" + place.path + ".json"))
      return ListLine(place.path + ".json", .readable(SHA256.hexadecimal(Array(text.utf8))))
    }
    let run = try school.run("joost", "--lijst")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(differences(expected, try run.list()) == [])
    let journal = try school.run("joost", "--journaal")
    #expect(journal.code == 0, "\(journal.complaint)")
  }
}
