import Casework
import Glibc
import Support
import Testing

@testable import Vault

/// A copy of a sealed school whose bytes a test may change.
private final class DamageFolder {
  let school: ReaderSchool
  let files: FileSystem

  init() throws {
    school = try ReaderSchool(copyOf: try ReaderSchool.sealed.get())
    files = try #require(try FileSystem.posix(existingFolder: school.map))
  }

  func bytes(_ path: String) throws -> [UInt8] { try #require(try files.read(path), "\(path)") }

  func put(_ bytes: [UInt8], in path: String) throws {
    try files.remove(path)
    let file = try files.create(path)
    defer { files.close(file) }
    try files.write(file, bytes)
  }

  /// Looks at the school while one file is something else.
  func with<Result>(_ bytes: [UInt8], in path: String, look: () throws -> Result) throws -> Result {
    let whole = try self.bytes(path)
    try put(bytes, in: path)
    defer { try? put(whole, in: path) }
    return try look()
  }

  func paths(_ folder: String) throws -> [String] { try files.list(folder).map { folder + "/" + $0 } }

  /// The journals of a chain, oldest first, and its lines without their ends.
  func journals(of user: RecordID) throws -> [String] {
    try files.list("journaal").filter { $0.hasPrefix(user.description) }.flatMap { try paths("journaal/" + $0) }
  }

  func lines(_ path: String) throws -> [[UInt8]] {
    try bytes(path).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// What the reader says of the journal while one file has these lines.
  func journal(_ lines: [[UInt8]], in path: String) throws -> [JournalFault] {
    try with(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, in: path) {
      let run = try school.run("mirjam", "--journaal")
      #expect(run.code == 1, "\(run.output)\(run.complaint)")
      return try run.lines().map { line in try #require(JournalFault(line), "\(line)") }
    }
  }
}

/// The first line of a chain that is not as it was written.
private struct JournalFault: Equatable {
  let path: String
  let line: Int

  init(_ path: String, _ line: Int) {
    self.path = path
    self.line = line
  }

  init?(_ tree: Tree) {
    guard let path = tree["pad"]?.text, let line = tree["regel"]?.integer, tree["fout"]?.text?.isEmpty == false else {
      return nil
    }
    self.init(path, line)
  }
}

/// One byte of these, changed in one bit.
private func flipped(_ bytes: [UInt8], at position: Int, bit: Int) -> [UInt8] {
  var bytes = bytes
  bytes[position] ^= UInt8(1 << bit)
  return bytes
}

@Suite("A reader in another language meets damage")
struct ReaderDamageTests {
  @Test("A flipped bit anywhere in an envelope is named with its file, and all else is read as before")
  func envelope() throws {
    let folder = try DamageFolder()
    let school = folder.school
    var generator = SeededGenerator(seed: 11)
    let whole = Dictionary(
      uniqueKeysWithValues: try ["mirjam", "joost"].map { ($0, try school.expected(for: $0)) })
    let places: [Place] = [
      .school, .section(pupil: ReaderSchool.stayer, .absence), .section(pupil: ReaderSchool.other, .family),
      .restricted(pupil: ReaderSchool.stayer, record: id(9001)), .emergencyCard(pupil: ReaderSchool.mover),
    ]
    for place in places {
      let path = try school.stored(place)
      let envelope = try folder.bytes(path)
      let headerEnd = 12 + envelope[8..<12].reduce(0) { $0 << 8 | Int($1) }
      // Magic and length, header, nonce, text, signature.
      let parts = [
        0..<12, 12..<headerEnd, headerEnd..<headerEnd + 24, headerEnd + 24..<envelope.count - 64,
        envelope.count - 64..<envelope.count,
      ]
      for part in parts {
        let position = generator.int(part.lowerBound...part.upperBound - 1)
        let broken = flipped(envelope, at: position, bit: generator.int(0...7))
        // Who has no key to it sees the damage too.
        let login = generator.int(0...1) == 0 ? "mirjam" : "joost"
        var expected = whole[login, default: []]
        let at = try #require(expected.firstIndex { $0.path == path })
        expected[at] = ListLine(path, .damaged)
        let run = try folder.with(broken, in: path) { try school.run(login, "--lijst") }
        #expect(run.code == 1)
        #expect(differences(expected, try run.list()) == [], "\(place.path) byte \(position) for \(login)")
      }
    }
  }

  @Test("A file that is cut short, swapped with another or is something else is named, and so is the other one")
  func swapped() throws {
    let folder = try DamageFolder()
    let school = folder.school
    let path = try school.stored(.section(pupil: ReaderSchool.stayer, .family))
    let other = try school.stored(.section(pupil: ReaderSchool.other, .family))
    for bytes in [try folder.bytes(other), Array(try folder.bytes(path).dropLast()), [], Array("{}\n".utf8)] {
      let run = try folder.with(bytes, in: path) { try school.run("mirjam", "--lijst") }
      #expect(run.code == 1)
      #expect(try run.list().filter { $0.state == .damaged } == [ListLine(path, .damaged)])
    }
  }

  @Test("A flipped bit in the list of users, a circle or the own bundle is named, and nothing is trusted any more")
  func keysOfAll() throws {
    let folder = try DamageFolder()
    var generator = SeededGenerator(seed: 12)
    let own = UserBundle.path(TestSchool.teacher)
    for path in ["toegang.json", own] + (try folder.paths("sleutels/kringen")) {
      let whole = try folder.bytes(path)
      for _ in 0..<2 {
        let position = generator.int(0...whole.count - 1)
        let broken = flipped(whole, at: position, bit: generator.int(0...7))
        let run = try folder.with(broken, in: path) { try folder.school.run("joost", "--lijst") }
        #expect(run.code == 1, "\(path) byte \(position): \(run.complaint)")
        let list = try run.list()
        #expect(list.contains(ListLine(path, .damaged)), "\(path) byte \(position)")
        #expect(list.allSatisfy { $0.state == .damaged }, "\(path) byte \(position)")
        #expect(path == "toegang.json" || list == [ListLine(path, .damaged)], "\(path) byte \(position)")
      }
    }
  }

  @Test("A flipped bit in the keys of one dossier, of another user or of the root is named, and the rest is read")
  func keysOfSome() throws {
    let folder = try DamageFolder()
    let school = folder.school
    var generator = SeededGenerator(seed: 13)
    let other = UserBundle.path(TestSchool.director)
    let lines = try school.expected(for: "mirjam")
    for path in ["sleutels/wortel.json", other] + (try folder.paths("sleutels/dossiers")) {
      let whole = try folder.bytes(path)
      let position = generator.int(0...whole.count - 1)
      var expected = [ListLine(path, .damaged)]
      var unjudged: Set<String> = []
      for (place, line) in zip(school.places, lines) {
        let isLost = place.pupil.map { DossierRing.path($0) == path } ?? false
        // What was given to the care team opens without the dossier's keys, but whether its writer had the right to it
        // stands in them.
        if case .restricted = place, isLost { unjudged.insert(line.path) }
        expected.append(isLost ? ListLine(line.path, .unreadable) : line)
      }
      let broken = flipped(whole, at: position, bit: generator.int(0...7))
      let run = try folder.with(broken, in: path) { try school.run("mirjam", "--lijst") }
      #expect(run.code == 1)
      let found = try run.list()
      let apart = differences(expected, found).filter { text in !unjudged.contains { text.hasPrefix($0) } }
      #expect(apart == [], "\(path) byte \(position)")
    }
  }

  @Test("A flipped bit in any line of any journal is named with its file and line")
  func journalBits() throws {
    let folder = try DamageFolder()
    var generator = SeededGenerator(seed: 14)
    let journals = try folder.files.list("journaal").flatMap { try folder.paths("journaal/" + $0) }
    #expect(journals.count >= 6)
    for path in journals {
      let lines = try folder.lines(path)
      for number in Set([0, lines.count / 2, lines.count - 1]).sorted() {
        var broken = lines
        let position = generator.int(0...lines[number].count - 1)
        let bit = generator.int(0...7)
        broken[number] = flipped(lines[number], at: position, bit: bit)
        // A byte that becomes a line end is another sort of damage.
        guard broken[number][position] != UInt8(ascii: "\n") else { continue }
        let faults = try folder.journal(broken, in: path)
        #expect(faults.contains(JournalFault(path, number + 1)), "\(path) line \(number + 1) byte \(position)")
        let chain = path.split(separator: "/")[1]
        #expect(faults.count { $0.path.contains(chain) } == 1)
      }
    }
  }

  @Test("A journal line that is taken out, moved or cut off is named with its number")
  func journalLines() throws {
    let folder = try DamageFolder()
    let path = try #require(try folder.journals(of: TestSchool.coordinator).first { $0.hasSuffix("2026.jsonl") })
    let later = path.replacing("2026.jsonl", with: "2027.jsonl")
    let lines = try folder.lines(path)
    try #require(lines.count > 5)
    #expect(try folder.journal(Array(lines[..<2] + lines[3...]), in: path).first == JournalFault(path, 3))
    let swapped = [lines[0], lines[2], lines[1]] + lines[3...]
    #expect(try folder.journal(swapped, in: path).first == JournalFault(path, 2))
    // The year after goes on from the line that is gone.
    #expect(try folder.journal(lines.dropLast(), in: path).first == JournalFault(later, 1))
    // Other chains saw the end of this one.
    let cut = try #require(try folder.journals(of: TestSchool.otherTeacher).first)
    let theirs = try folder.lines(cut)
    #expect(try folder.journal(theirs.dropLast(), in: cut) == [JournalFault(cut, theirs.count - 1)])
    // A whole year is gone: what is left ends in the year before.
    let years = try folder.journals(of: TestSchool.teacher)
    try #require(years.count == 2)
    let left = try folder.lines(years[0]).count
    #expect(try folder.journal([], in: years[1]) == [JournalFault(years[0], left)])
  }

  @Test("A line that a power cut left half written does not count and is no damage")
  func tornLine() throws {
    let folder = try DamageFolder()
    let path = try #require(try folder.journals(of: TestSchool.director).first)
    let whole = try folder.bytes(path)
    let torn = whole + Array(#"{"inhoud":{"daad":"#.utf8)
    let run = try folder.with(torn, in: path) { try folder.school.run("rob", "--journaal") }
    #expect(run.code == 0, "\(run.output)\(run.complaint)")
  }
}
