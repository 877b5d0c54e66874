import Casework
import FoundationEssentials
import ReferenceData
import Support
import Testing

@Suite("Reference data built into the program")
struct EmbeddingTests {
  @Test("The list of files is that of Data/; after a new file `make data` writes it again")
  func listAgrees() throws {
    #expect(ReferenceData.names == (try filesOnDisk()))
  }

  @Test("Every file in the program is byte for byte the one in Data/")
  func bytesAgree() throws {
    for name in try filesOnDisk() {
      let onDisk = try Data(contentsOf: URL(filePath: SourceTree.root + "/Data/" + name))
      // As a plain answer, so that a difference does not print the file byte by byte.
      let isSame = ReferenceData.file(name) == Array(onDisk)
      #expect(isSame, "\(name): build again")
      // A zero byte would end the file early.
      let holdsZero = onDisk.contains(0)
      #expect(!holdsZero, "\(name)")
    }
  }

  @Test("Every JSON file is strict JSON")
  func strictJSON() throws {
    for name in ReferenceData.names where name.hasSuffix(".json") {
      _ = try ReferenceData.tree(name)
    }
  }

  @Test("A file that is not there is named")
  func noSuchFile() {
    let error = #expect(throws: ReferenceDataError.self) { try ReferenceData.tree("regels/geen.json") }
    #expect(error == ReferenceDataError(file: "regels/geen.json", path: "", problem: .noSuchFile))
  }

  private func filesOnDisk() throws -> [String] {
    let root = SourceTree.root + "/Data/"
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { name in
        var isFolder = false
        return FileManager.default.fileExists(atPath: root + name, isDirectory: &isFolder) && !isFolder
          && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
