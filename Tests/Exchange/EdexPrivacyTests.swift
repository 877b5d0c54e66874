import Casework
import Glibc
import Testing

@testable import Exchange

/// Numbers of persons and the like leave no trace: not in what is produced, not in messages, not in memory.
@Suite struct EdexPrivacyTests {
  /// Each with a value that occurs nowhere else in the file.
  private static let secrets: [(element: String, value: String)] = [
    ("bsn", "193456785"), ("sofinummer", "193456786"), ("onderwijsnummer", "193456787"), ("bsn_ondwnr-4", "9347"),
    ("rijksregisternummer", "19345678901"), ("postcodenl", "9371ZQ"), ("etniciteit", "geheim1"), ("land", "QQ"),
    ("land_vader", "QX"), ("land_moeder", "QY"), ("gewicht", "0.91"), ("gewicht_nieuw", "1,9"),
    ("fotourl", "https://foto.example/19"), ("emailadres", "noor@example.org"), ("gebruikersnaam", "noorv19"),
    ("geslacht", "geheim2"), ("postnummerbe", "geheim3"), ("postcodeoverig", "geheim4"),
  ]

  private static let text = edex(
    pupils: "<leerling key=\"1\" eckid=\"https://ketenid.example/geheim5\"><achternaam>Vries</achternaam>"
      + secrets.map { "<\($0.element)>\($0.value)</\($0.element)>" }.joined()
      + "<toevoegingen><blok>geheim6</blok></toevoegingen></leerling>")

  @Test("Nothing that may not be kept stands in what is read, and each of it is counted") func dropped() throws {
    let school = try read(Self.text)
    let produced = everything(in: school)
    for secret in Self.secrets.map(\.value) + ["geheim5", "geheim6"] {
      #expect(!produced.contains(secret), "\(secret) was kept")
      // The search is no fake: the file itself has it.
      #expect(everything(in: Self.text).contains(secret))
    }
    #expect(produced.contains("Vries"), "what is kept is found by the same search")
    #expect(
      school.dropped == [
        .citizenNumber: 2, .educationNumber: 1, .lastFourDigits: 1, .belgianNationalNumber: 1, .eckID: 1, .gender: 1,
        .postcode: 3, .ethnicity: 1, .country: 3, .weight: 2, .photo: 1, .mail: 1, .login: 1, .addition: 1,
      ])
  }

  @Test("No message shows a number, wherever the file puts it") func messages() {
    let number = "193456785"
    let broken = [
      "<leerling key=\"\(number)\"><bsn>\(number)</bsn>",
      "<leerling key=\"1\"><roepnaam>N</roepnaam><groep key=\"\(number)\"/>",
      "<leerling key=\"1\"><geboortedatum>\(number)</geboortedatum>", "<leerling key=\"1\"><bsn>\(number)<",
      "<leerling key=\"1\"><roepnaam>\(number)</roepnaam><roepnaam>\(number)</roepnaam>",
      "<x\(number) a=\"\(number)\" a=\"\"/>",
      "<leerling key=\"1\"><bsn>\(number)&\(number);</bsn>",
    ]
    for pupil in broken {
      #expect {
        _ = try read(edex(pupils: pupil + "</leerling>"))
      } throws: { error in
        !everything(in: error).contains(number) && (error as? EdexError)?.text.contains(number) == false
      }
    }
  }

  @Test("A file whose keys are the numbers themselves is refused", arguments: ["bsn", "sofinummer", "onderwijsnummer"])
  func numberAsKey(element: String) throws {
    let text = edex(
      pupils:
        "<leerling key=\"193456785\"><roepnaam>N</roepnaam>\n<\(element)> 1934<!---->56785\n</\(element)></leerling>")
    let error = try #require(throws: EdexError.self) { _ = try read(text) }
    #expect(error.problem == .keyIsPersonalNumber)
    // Another number, one that begins as the key does, and one that the key begins with are no reason.
    for other in ["193456786", "1934567850", "19345678"] {
      let text = edex(
        pupils: "<leerling key=\"193456785\"><roepnaam>N</roepnaam><\(element)>\(other)</\(element)></leerling>")
      #expect(throws: Never.self) { _ = try read(text) }
    }
  }

  @Test("After reading, the number stands nowhere in the memory of the process") func memory() throws {
    // What comes after the reading takes the first freed bytes again, so the number stands far into the file.
    let padding = String(repeating: "<!-- -->", count: 6_000)
    let path = try temporaryFile(
      edex(pupils: "\(padding)<leerling key='1'><roepnaam>Zeldzaam</roepnaam>\n<bsn>193456785</bsn></leerling>"))
    defer { unlink(path) }
    #expect(try probe("scan", path, masked("193456785")) == ["1 leerlingen", "0"])
    // The same search finds what is kept, and the number while the file itself is held.
    #expect(try probe("scan", path, masked("Zeldzaam")).last != "0")
    #expect(try probe("scan-raw", path, masked("193456785")).last != "0")
  }
}

/// Writes a file that the test removes.
private func temporaryFile(_ text: String) throws -> String {
  var template = Array("/tmp/edexml-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  let bytes = Array(text.utf8)
  try #require(write(descriptor, bytes, bytes.count) == bytes.count)
  return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Every text in a value, however deep, one after the other.
private func everything(in value: Any) -> String {
  var output = ""
  dump(value, to: &output)
  return output
}

/// A text as the probe takes it, so that its own arguments do not hold it.
private func masked(_ text: String) -> String {
  text.utf8.map { byte in
    let digits = String(byte ^ 0x55, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
