import Glibc
import Interface
import Support
import Testing

@testable import Terminal

@Suite("Papers as files")
struct DocumentFolderTests {
  private let paper = Document(fileName: "samenvatting.txt", text: "één\n")

  @Test("A paper is written whole, for nobody else to read, in a folder that is made")
  func writes() throws {
    let temporary = TemporaryFolder()
    let path = try DocumentFolder(path: temporary.path + "/een/twee").write(paper)
    #expect(path == temporary.path + "/een/twee/samenvatting.txt")
    #expect(Command.text(ofFile: path) == "één\n")
    let modes = Child.run(["stat", "-c", "%a", path, temporary.path + "/een"]).output
    #expect(String(decoding: modes, as: UTF8.self) == "600\n700\n")
  }

  @Test("A paper of before is never overwritten")
  func keeps() throws {
    let temporary = TemporaryFolder()
    let folder = DocumentFolder(path: temporary.path)
    let paths = try (1...3).map { try folder.write(Document(fileName: "a.txt", text: "\($0)")) }
    #expect(paths.map { $0.dropFirst(temporary.path.count) } == ["/a.txt", "/a-2.txt", "/a-3.txt"])
    #expect(paths.map { Command.text(ofFile: $0) } == ["1", "2", "3"])
  }

  @Test("A name cannot lead out of the folder")
  func stays() throws {
    let temporary = TemporaryFolder()
    let path = try DocumentFolder(path: temporary.path + "/in").write(Document(fileName: "../uit.txt", text: ""))
    #expect(path == temporary.path + "/in/..-uit.txt")
  }

  @Test("A folder that cannot be made is told in the system's words")
  func failures() {
    let proc = #expect(throws: Failure.self) { try DocumentFolder(path: "/proc/nergens").write(paper) }
    #expect(proc == .storage(String(cString: strerror(ENOENT))))
  }
}
