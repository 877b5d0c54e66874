import Casework
import Testing

@testable import Exchange

/// A file that must be refused, for one reason and at one place.
struct Broken: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let problem: EdexProblem
  let line: Int?

  init(_ description: String, _ text: String, _ problem: EdexProblem, line: Int?) {
    self.init(description, bytes: Array(text.utf8), problem, line: line)
  }

  init(_ description: String, bytes: [UInt8], _ problem: EdexProblem, line: Int?) {
    testDescription = description
    self.bytes = bytes
    self.problem = problem
    self.line = line
  }
}

/// Puts a declaration before the root of the small file.
private func withDeclaration(_ declaration: String) -> String {
  edex().replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: declaration)
}

private let billionLaughs = """
  <?xml version="1.0"?>
  <!DOCTYPE lolz [
  <!ENTITY a "haha">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
  ]>
  <EDEX>&c;</EDEX>
  """

/// The bytes of a text in UTF-16 with a byte order mark.
private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
    let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    return littleEndian ? bytes.reversed() : bytes
  }
}

/// The small file with a byte that is no UTF-8 (é in ISO-8859-1) in a name on the line of the pupils.
private var latinBytes: [UInt8] {
  let text = Array(edex(pupils: "<leerling key=\"1\"><roepnaam>Ren#</roepnaam></leerling>").utf8)
  return text.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
}

private func pupil(_ inside: String) -> String {
  edex(pupils: "<leerling key=\"1\"><achternaam>Vries</achternaam>\n\(inside)</leerling>")
}

private let unreadable: [Broken] = [
  Broken("empty", "", .empty, line: nil),
  Broken("only white space", "\u{FEFF} \n\t", .empty, line: nil),
  Broken("EDEX2000 text", "99ZZ00020261001  00001Vries               Noor\r\n", .notXML, line: nil),
  Broken("zip", bytes: [0x50, 0x4B, 0x03, 0x04, 20, 0], .zipped, line: nil),
  Broken("UTF-16 little endian", bytes: utf16(edex(), littleEndian: true), .otherEncoding(.utf16), line: nil),
  Broken("UTF-16 big endian", bytes: utf16(edex(), littleEndian: false), .otherEncoding(.utf16), line: nil),
  Broken(
    "UTF-16 without a mark", bytes: Array(utf16(edex(), littleEndian: true).dropFirst(2)), .otherEncoding(.utf16),
    line: nil),
  Broken("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], .otherEncoding(.utf32), line: nil),
  Broken(
    "declares ISO-8859-1", withDeclaration("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"),
    .otherEncoding(.latin), line: 1),
  Broken(
    "declares windows-1252", withDeclaration("<?xml version='1.0' encoding='windows-1252'?>\n"),
    .otherEncoding(.latin), line: 1),
  Broken(
    "declares UTF-16 in UTF-8", withDeclaration("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"),
    .otherEncoding(.utf16), line: 1),
  Broken(
    "declares what does not exist", withDeclaration("<?xml version=\"1.0\" encoding=\"X-EDEX\"?>\n"),
    .otherEncoding(.other), line: 1),
  Broken("ISO-8859-1 bytes under a UTF-8 declaration", bytes: latinBytes, .notUTF8, line: Line.pupils),
  Broken(
    "overlong UTF-8", bytes: Array("<EDEX>\n<school>".utf8) + [0xC0, 0xAF], .notUTF8, line: 2),
  Broken("NUL in a name", pupil("<roepnaam>No\0or</roepnaam>"), .nulByte, line: Line.pupils + 1),
  Broken("NUL between elements", pupil("\0"), .nulByte, line: Line.pupils + 1),
  Broken(
    "control character", pupil("<roepnaam>No\u{1}or</roepnaam>"), .malformed(.badCharacter), line: Line.pupils + 1),
]

private let badXML: [Broken] = [
  Broken("DOCTYPE", withDeclaration("<!DOCTYPE EDEX>\n"), .doctype, line: 1),
  Broken(
    "DOCTYPE with an outside file",
    withDeclaration("<?xml version='1.0'?>\n<!DOCTYPE EDEX SYSTEM \"file:///etc/passwd\">\n"),
    .doctype, line: 2),
  Broken("billion laughs", billionLaughs, .doctype, line: 2),
  Broken("truncated in text", String(edex().prefix(200)), .truncated, line: 6),
  Broken("truncated in a tag", "<EDEX>\n<school><schoolj", .truncated, line: 2),
  Broken("truncated in a comment", "<EDEX>\n<!-- ", .truncated, line: 2),
  Broken("truncated between elements", "<EDEX>\n<leerlingen>\n", .truncated, line: 3),
  Broken("wrong nesting", "<EDEX>\n<school></leerlingen></EDEX>", .malformed(.tagMismatch), line: 2),
  Broken("same attribute twice", edex(pupils: "<leerling key='1' key='2'/>"), .malformed(.repeatedAttribute), line: 8),
  Broken("something after the root", edex() + "\n<EDEX/>", .malformed(.textAfterEnd), line: 12),
  Broken("unknown entity", pupil("<roepnaam>&noor;</roepnaam>"), .malformed(.unknownEntity), line: Line.pupils + 1),
  Broken("forbidden character reference", pupil("<roepnaam>&#0;</roepnaam>"), .malformed(.badCharacter), line: 9),
  Broken("bare ampersand", pupil("<roepnaam>A & B</roepnaam>"), .malformed(.syntax), line: Line.pupils + 1),
]

private let badParts: [Broken] = [
  Broken("wrong root", "<?xml version='1.0'?>\n<leerlinggegevens/>", .wrongRoot, line: 2),
  Broken("root in lower case", "<edex/>", .wrongRoot, line: 1),
  Broken(
    "no school", "<EDEX>\n<leerlingen><leerling key='1'><roepnaam>N</roepnaam></leerling></leerlingen></EDEX>",
    .missing(.school, in: .edex), line: 1),
  Broken(
    "no pupils part", "<EDEX>\n<school><schooljaar>2026-2027</schooljaar></school></EDEX>",
    .missing(.leerlingen, in: .edex), line: 1),
  Broken("not one pupil", edex(pupils: ""), .missing(.leerling, in: .leerlingen), line: 7),
  Broken("no school year", edex(school: "<brincode>99ZZ</brincode>"), .missing(.schooljaar, in: .school), line: 3),
  Broken("empty school year", edex(school: "<schooljaar> </schooljaar>"), .missing(.schooljaar, in: .school), line: 3),
  Broken("school year of one year", edex(school: "<schooljaar>2026</schooljaar>"), .wrongSchoolYear, line: 3),
  Broken("school year of three", edex(school: "<schooljaar>2026-2028</schooljaar>"), .wrongSchoolYear, line: 3),
  Broken("school year with signs", edex(school: "<schooljaar>+026-+027</schooljaar>"), .wrongSchoolYear, line: 3),
  Broken(
    "strange BRIN", edex(school: "<schooljaar>2026-2027</schooljaar><brincode>9ZZZ</brincode>"),
    .wrongCode(.brincode), line: 3),
  Broken(
    "two schools", "<EDEX><school><schooljaar>2026-2027</schooljaar></school>\n<school/></EDEX>",
    .repeated(.school), line: 2),
  Broken(
    "pupil without a key", edex(pupils: "\n<leerling><roepnaam>N</roepnaam></leerling>"),
    .missingKey(of: .leerling), line: 9),
  Broken(
    "pupil with an empty key", edex(pupils: "<leerling key=' '><roepnaam>N</roepnaam></leerling>"),
    .missingKey(of: .leerling), line: 8),
  Broken(
    "pupil without a name", edex(pupils: "<leerling key='1'><voornamen>Noor</voornamen></leerling>"),
    .missingName, line: 8),
  Broken(
    "group without a name", edex(groups: "<groep key='a'><jaargroep>4</jaargroep></groep>"),
    .missing(.naam, in: .groep), line: 5),
  Broken("two surnames", pupil("<achternaam>Bakker</achternaam>"), .repeated(.achternaam), line: 9),
  Broken("element inside text", pupil("<roepnaam>No<b/>or</roepnaam>"), .wrongCode(.roepnaam), line: 9),
  Broken(
    "teacher without a name", edex(after: "<leerkrachten><leerkracht key='t'/></leerkrachten>"), .missingName,
    line: 10),
]

private let badLinks: [Broken] = [
  Broken(
    "two pupils with one key",
    edex(
      pupils: "<leerling key='1'><roepnaam>A</roepnaam></leerling>\n<leerling key='1'><roepnaam>B</roepnaam></leerling>"
    ),
    .duplicateKey(of: .leerling, firstLine: 8), line: 9),
  Broken(
    "group and combined group with one key",
    edex(
      groups: "<groep key='a'><naam>A</naam></groep>\n<samengestelde_groep key='a'><naam>B</naam></samengestelde_groep>"
    ),
    .duplicateKey(of: .combinedGroup, firstLine: 5), line: 6),
  Broken("pupil in an unknown group", pupil("<groep key='b'/>"), .unknownReference(to: .groep), line: 9),
  Broken(
    "pupil in a home group as if combined",
    pupil("<samengestelde_groepen>\n<samengestelde_groep key='a'/></samengestelde_groepen>"),
    .unknownReference(to: .combinedGroup), line: 10),
  Broken("pupil at an unknown location", pupil("<vestiging key='b'/>"), .unknownReference(to: .vestiging), line: 9),
  Broken(
    "teacher of an unknown group",
    edex(
      after:
        "<leerkrachten><leerkracht key='t'><roepnaam>T</roepnaam>\n<groepen><groep key='c'/></groepen></leerkracht></leerkrachten>"
    ),
    .unknownReference(to: .groep), line: 11),
  Broken("31 February", pupil("<geboortedatum>2016-02-31</geboortedatum>"), .wrongDate(.geboortedatum), line: 9),
  Broken(
    "29 February of a common year", pupil("<instroomdatum>2023-02-29</instroomdatum>"), .wrongDate(.instroomdatum),
    line: 9),
  Broken("Dutch date", pupil("<uitstroomdatum>17-07-2026</uitstroomdatum>"), .wrongDate(.uitstroomdatum), line: 9),
  Broken(
    "date with a time", pupil("<geboortedatum>2016-02-01T00:00:00</geboortedatum>"), .wrongDate(.geboortedatum),
    line: 9),
]

private let tooMuch: [Broken] = [
  Broken(
    "surname of 201 characters",
    edex(pupils: "<leerling key='1'>\n<achternaam>\(String(repeating: "é", count: 201))</achternaam></leerling>"),
    .tooLong(.achternaam, limit: 200), line: 9),
  Broken(
    "huge text", pupil("<roepnaam>\(String(repeating: "x", count: 300_000))</roepnaam>"),
    .tooLong(.roepnaam, limit: 64), line: 9),
  Broken(
    "key of 257 characters", edex(pupils: "<leerling key='\(String(repeating: "k", count: 257))'/>"),
    .keyTooLong(of: .leerling, limit: 256), line: 8),
  Broken(
    "deep nesting in an addition",
    pupil(
      "<toevoegingen>" + String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40) + "</toevoegingen>"),
    .tooDeep(limit: 32), line: 9),
  Broken(
    "many attributes", pupil("<toevoegingen \((0..<40).map { "a\($0)='1'" }.joined(separator: " "))/>"),
    .tooManyAttributes(limit: 32), line: 9),
  Broken(
    "one endless attribute", edex(pupils: "<leerling key='\(String(repeating: "k", count: 400_000))'/>"),
    .tagTooLong(kilobytes: 256), line: 8),
]

/// Files that are refused, each with what is wrong and the line on which it stands, counted by hand.
@Suite struct EdexRefusalTests {
  @Test(
    "A broken file is refused for its own reason at its own line",
    arguments: unreadable + badXML + badParts + badLinks + tooMuch)
  func refused(broken: Broken) throws {
    let error = try #require(throws: EdexError.self) {
      _ = try EdexReader.read(from: ByteSource(bytes: broken.bytes))
    }
    #expect(error.problem == broken.problem)
    #expect(error.position?.line == broken.line)
  }

  @Test("The file that the broken ones are made from is accepted") func control() throws {
    #expect(try read(edex()).pupils.map(\.name.full) == ["Noor Vries"])
    #expect(try read(pupil("<roepnaam>Noor</roepnaam><groep key='a'/>")).pupils.first?.group == "a")
    #expect(try read(withDeclaration("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")).pupils.count == 1)
    #expect(try read(withDeclaration("")).pupils.count == 1)
    let surname = String(repeating: "é", count: 200)
    #expect(
      try read(edex(pupils: "<leerling key='1'><achternaam>\(surname)</achternaam></leerling>")).pupils.count == 1)
  }

  @Test("The column counts characters from 1") func column() throws {
    let error = try #require(throws: EdexError.self) { _ = try read("<EDEX>\n<!--é--><school></leerlingen>") }
    #expect(error.position == EdexPosition(line: 2, column: 19))
  }

  @Test(
    "A message says what, where, that nothing was imported and what to do",
    arguments: unreadable + badXML + badParts + badLinks + tooMuch)
  func message(broken: Broken) throws {
    let error = try #require(throws: EdexError.self) {
      _ = try EdexReader.read(from: ByteSource(bytes: broken.bytes))
    }
    if let line = broken.line { #expect(error.text.hasPrefix("Regel \(line), teken ")) }
    #expect(error.text.contains(" Er is niets geïmporteerd. "))
    #expect(error.text.hasSuffix("."))
    #expect(!error.problem.happened.isEmpty && !error.problem.remedy.isEmpty)
  }

  @Test("A file that is not there, a folder and a locked file are told apart") func files() {
    #expect(throws: EdexError(.notFound)) { _ = try EdexReader.read(file: sample("bestaat-niet.xml")) }
    #expect(throws: EdexError(.isFolder)) { _ = try EdexReader.read(file: sample("")) }
  }

  @Test("A file beyond the limit is refused by its size, before it is read") func tooLarge() {
    var limits = EdexLimits()
    limits.bytes = 4_000
    #expect(throws: EdexError(.tooLarge(megabytes: 0))) {
      _ = try EdexReader.read(file: sample("EDEXML.Voorbeeld.2.1.xml"), limits: limits)
    }
    limits.bytes = 1 << 20
    #expect(throws: Never.self) {
      _ = try EdexReader.read(file: sample("EDEXML.Voorbeeld.2.1.xml"), limits: limits)
    }
  }

  @Test("What is counted has its limit, and one less is accepted") func counts() throws {
    let pupils = (1...3).map { "<leerling key='\($0)'><roepnaam>N</roepnaam></leerling>" }.joined(separator: "\n")
    var limits = EdexLimits()
    limits.pupils = 3
    #expect(try read(edex(pupils: pupils), limits: limits).pupils.count == 3)
    limits.pupils = 2
    #expect(throws: EdexError(.tooMany(.leerling, limit: 2), at: EdexPosition(line: 10, column: 1))) {
      _ = try read(edex(pupils: pupils), limits: limits)
    }
  }
}
