import Support
import Testing

@testable import Casework
@testable import Vault

/// The example in docs/bestandsformaat.md, as a folder.
private struct FormatExample {
  let folder = TemporaryFolder()
  let document: String
  static let passphrase = "één boom, drie eksters"
  static let pupil = RecordID("5d9e0f3a61b84c7792ab34cd5e6f7081")

  var map: String { folder.path + "/school" }

  init() throws {
    document = try SourceTree.text(of: "docs/bestandsformaat.md")
    let files = try FileSystem.posix(folder: map)
    for (path, bytes) in try Self.blocks(document) {
      var changed: ChangedFolders = []
      try files.makeFolders(FolderStore.folder(of: path), noting: &changed)
      try files.writeNew(path, bytes, synced: false)
    }
  }

  /// The blocks that stand under a line with a path, as the bytes of that file.
  private static func blocks(_ document: String) throws -> [(path: String, bytes: [UInt8])] {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var found: [(path: String, bytes: [UInt8])] = []
    for (index, line) in lines.enumerated().dropFirst() where ["```json", "```base64"].contains(line) {
      let parts = lines[index - 1].split(separator: "`", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].isEmpty else { continue }
      let path = String(parts[1])
      let text = lines[(index + 1)...].prefix { $0 != "```" }
      if line == "```base64" {
        found.append((path, try #require(decodedBase64(text.joined()))))
      } else {
        found.append((path, Array((text.joined(separator: "\n") + (path.hasSuffix("l") ? "\n" : "")).utf8)))
      }
    }
    return found
  }

  func vault() throws -> Vault { try Vault.open(at: map, state: folder.path + "/staat", clock: { TestSchool.now }) }

  func session(_ passphrase: String) throws -> VaultSession {
    var bytes = Array(passphrase.utf8)
    return try vault().login("mirjam", passphrase: Secret(wiping: &bytes))
  }

  /// The value in the table of steps.
  func step(_ name: String) throws -> String {
    let row = try #require(document.split(separator: "\n").first { $0.hasPrefix("| \(name) | `") }, "\(name)")
    return String(row.dropFirst(name.count + 6).prefix { $0 != "`" })
  }
}

@Suite("The example in the description of the format")
struct FormatExampleTests {
  @Test("The program opens it with the passphrase that stands there, and with no other")
  func opens() throws {
    let example = try FormatExample()
    let place = Place.section(pupil: try #require(FormatExample.pupil), .pupil)
    let session = try example.session(FormatExample.passphrase)
    guard case .read(let stored) = try example.vault().read(place, for: session) else {
      Issue.record("not read")
      return
    }
    #expect(stored.tree["roepnaam"] == .string("Noor"))
    #expect(SHA256.hexadecimal(stored.tree.encoded()) == (try example.step("SHA-256 van de tekst")))
    #expect(throws: VaultError.wrongPassphrase) { try example.session("een boom, drie eksters") }
  }

  @Test("Its journal is whole, and its files are whole but for the two that were left out")
  func isWhole() throws {
    let example = try FormatExample()
    let findings = try example.vault().check(for: try example.session(FormatExample.passphrase))
    #expect(
      findings == [
        .damaged(DamagedFile("ecf3cb6d2ccd72a7eaa233192e6a8d11.zegel", .missing)),
        .damaged(DamagedFile("sleutels/wortel.json", .missing)),
      ])
  }

  @Test("The recovery code belongs to it")
  func recovery() throws {
    let example = try FormatExample()
    let code = try #require(RecoveryCode(typed: try example.step("herstelcode")))
    let (access, _) = try example.vault().accessList()
    #expect(access.recovery.map(\.boxKey) == [code.pair(school: access.school).publicKey])
  }

  @Test("The reader reads the same from it")
  func reader() throws {
    let example = try FormatExample()
    let run = try ReaderRun(example.map, as: "mirjam", passphrase: FormatExample.passphrase, ["--lijst"])
    let texts = try run.list().filter { $0.state != .damaged }
    let hash = try example.step("SHA-256 van de tekst")
    #expect(texts.map(\.state) == [.readable(hash)])
  }
}
