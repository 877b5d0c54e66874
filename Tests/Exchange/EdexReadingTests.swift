import Casework
import Support
import Testing

@testable import Exchange

/// What is read although it is unusual, and that reading does not depend on how the bytes come in.
@Suite struct EdexReadingTests {
  @Test("Elements in another order than the schema's say the same") func order() throws {
    let usual = edex(
      pupils: """
        <leerling key="1"><achternaam>Vries</achternaam><voorvoegsel>de</voorvoegsel><roepnaam>Noor</roepnaam>
        <geboortedatum>2016-03-14</geboortedatum><jaargroep>4</jaargroep><groep key="a"/></leerling>
        """)
    let other = """
      <EDEX>
      <leerlingen><leerling key="1"><groep key="a"/><jaargroep>4</jaargroep><roepnaam>Noor</roepnaam>
      <voorvoegsel>de</voorvoegsel><geboortedatum>2016-03-14</geboortedatum><achternaam>Vries</achternaam></leerling>
      </leerlingen>
      <groepen><groep key="a"><jaargroep>4</jaargroep><naam>4a</naam></groep></groepen>
      <school><brincode>99ZZ</brincode><schooljaar>2026-2027</schooljaar></school>
      </EDEX>
      """
    var first = try read(usual)
    var second = try read(other)
    for at in first.pupils.indices { first.pupils[at].line = 0 }
    for at in second.pupils.indices { second.pupils[at].line = 0 }
    for at in first.groups.indices { first.groups[at].line = 0 }
    for at in second.groups.indices { second.groups[at].line = 0 }
    #expect(first == second)
  }

  @Test("A byte order mark, Windows line ends, character references and CDATA are read as XML has it") func forms()
    throws
  {
    let text = edex(
      pupils: """
        <leerling key="1"><achternaam><![CDATA[Vries & Zn]]></achternaam>\r
        <roepnaam>\r
          No&#xEB;l &amp;\t Lou\r
        </roepnaam></leerling>
        """)
    let name = try #require(try read("\u{FEFF}" + text).pupils.first?.name)
    #expect(name.surname == "Vries & Zn")
    #expect(name.calledBy == "Noël & Lou")
  }

  @Test("An empty element says nothing") func emptyElements() throws {
    let pupil = try #require(
      try read(
        edex(pupils: "<leerling key='1'><roepnaam>N</roepnaam><achternaam/><geboortedatum> </geboortedatum></leerling>")
      ).pupils.first)
    #expect(pupil.name.surname == nil)
    #expect(pupil.born == nil)
  }

  @Test("A date may carry the time zone that the schema allows", arguments: ["2016-03-14Z", "2016-03-14+02:00"])
  func zones(text: String) throws {
    let pupils = "<leerling key='1'><roepnaam>N</roepnaam><geboortedatum>\(text)</geboortedatum></leerling>"
    #expect(try read(edex(pupils: pupils)).pupils.first?.born == day(2016, 3, 14))
  }

  @Test("A school year after the last one of the published list is read") func laterYear() throws {
    #expect(try read(edex(school: "<schooljaar>2031-2032</schooljaar>")).schoolYear == SchoolYear(startYear: 2031))
  }

  @Test("What suppliers add is skipped whole, whatever is in it, and counted") func additions() throws {
    let school = try read(
      edex(
        pupils: """
          <leerling key="1"><roepnaam>Noor</roepnaam><toevoegingen><blok xsi:type="X"><code>1</code>
          <leerling key="1"><roepnaam>Spook</roepnaam></leerling><achternaam>Spook</achternaam></blok></toevoegingen>
          <achternaam>Vries</achternaam></leerling>
          """))
    #expect(school.pupils.map(\.name.full) == ["Noor Vries"])
    #expect(school.dropped == [.addition: 1])
    #expect(school.findings.contains { $0.kind == .unknownPart } == false)
  }

  @Test("A part that the standard does not know is skipped and named with its line") func unknownPart() throws {
    let school = try read(
      edex(pupils: "<leerling key='1'><roepnaam>N</roepnaam>\n<zorg><bsn>1</bsn></zorg></leerling>"))
    #expect(school.findings.contains(Finding(.unknownPart, line: 9)))
    #expect(school.dropped.isEmpty)
  }

  @Test("An unknown year group, a temporary key and another version are findings") func findings() throws {
    let school = try read(
      edex(
        school: "<schooljaar>2026-2027</schooljaar><xsdversie>2.0</xsdversie>",
        pupils: """
          <leerling key="#1"><achternaam>Vries</achternaam><roepnaam>Noor</roepnaam><geboortedatum>2016-03-14</geboortedatum>
          <jaargroep>9</jaargroep><groep key="a"/></leerling>
          """))
    #expect(
      school.findings == [
        Finding(.noBrin), Finding(.otherVersion, line: 3), Finding(.unknownYearGroup, line: 8, about: "Noor Vries"),
        Finding(.temporaryKey, line: 8, about: "Noor Vries"),
      ])
  }

  @Test("Findings beyond the limit are counted, not kept") func findingLimit() throws {
    var limits = EdexLimits()
    limits.findings = 4
    let pupils = (1...5).map { "<leerling key='\($0)'><roepnaam>N</roepnaam></leerling>" }.joined(separator: "\n")
    // Each of the five lacks a surname, a date of birth and a group: fifteen findings.
    let findings = try read(edex(pupils: pupils), limits: limits).findings
    #expect(findings.count == 5)
    #expect(findings.last == Finding(.more(11)))
  }

  @Test("The pieces in which a file comes in make no difference", arguments: [1, 2, 7, 1000])
  func pieces(size: Int) throws {
    let bytes = try sampleBytes()
    var rest = bytes[...]
    let drip = ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int in
      let piece = rest.prefix(min(size, buffer.count))
      buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    #expect(try EdexReader.read(from: drip) == EdexReader.read(from: ByteSource(bytes: bytes)))
  }

  @Test("No beginning of a file is taken for the whole") func truncation() throws {
    let bytes = try sampleBytes()
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in 0...end {
      #expect(throws: EdexError.self) { _ = try EdexReader.read(from: ByteSource(bytes: Array(bytes[..<length]))) }
    }
    #expect(throws: Never.self) { _ = try EdexReader.read(from: ByteSource(bytes: Array(bytes[...end]))) }
  }

  @Test("A file with bytes changed at random is read or refused, and says where") func damage() throws {
    let bytes = try sampleBytes()
    var generator = SeededGenerator(seed: 13)
    var refused = 0
    for _ in 0..<1500 {
      var damaged = bytes
      for _ in 0...generator.int(0...3) {
        let at = generator.int(0...damaged.count - 1)
        switch generator.int(0...2) {
        case 0: damaged[at] = UInt8(generator.int(0...255))
        case 1: damaged.remove(at: at)
        default: damaged.insert(contentsOf: damaged[at...].prefix(generator.int(0...300)), at: at)
        }
      }
      do throws(EdexError) {
        _ = try EdexReader.read(from: ByteSource(bytes: damaged))
      } catch {
        refused += 1
        #expect(!error.text.isEmpty)
      }
    }
    #expect(refused > 300, "most damage is found out")
  }
}

/// The official sample as bytes.
func sampleBytes() throws -> [UInt8] {
  let file = try OpenFile(path: sample("EDEXML.Voorbeeld.2.1.xml"))
  let size = try #require(file.size)
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
  defer { buffer.deallocate() }
  var count = 0
  while count < size {
    let more = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    if more == 0 { break }
    count += more
  }
  return Array(buffer[..<count])
}
