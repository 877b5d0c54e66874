import Glibc
import Testing

@testable import Terminal

@Suite("The user's own editor")
struct TextEditorTests {
  /// An environment with these variables only.
  private func editor(_ variables: [String: String]) -> TextEditor {
    TextEditor(environment: { variables[$0] })
  }

  @Test("Gives back what the editor saved, without the newline that editors add")
  func edits() throws {
    let script = editor(["EDITOR": "sed -i s/oud/nieuw/"])
    #expect(try script.edit("een oude zin\nen één oud", run: { Child.run($0).end }) == "een nieuwe zin\nen één nieuw")
  }

  @Test("Takes VISUAL before EDITOR, and an empty setting for none")
  func choice() throws {
    var asked: [[String]] = []
    for variables in [["VISUAL": "een -x", "EDITOR": "twee"], ["VISUAL": "", "EDITOR": "twee"], [:]] {
      _ = try editor(variables).edit(
        "",
        run: {
          asked.append($0)
          return .exited(0)
        })
    }
    #expect(asked.map { $0[2] } == ["een -x \"$@\"", "twee \"$@\"", "sensible-editor \"$@\""])
  }

  @Test("The file lies in memory, for nobody else, and is gone afterwards with all that the editor left")
  func traceless() throws {
    var seen = ""
    var folder = ""
    _ = try editor([:]).edit(
      "geheim",
      run: { command in
        let path = command.last ?? ""
        folder = command.last.map { String($0.dropLast("/tekst.txt".count)) } ?? ""
        let script = "stat -f -c %T $0; stat -c %a $0; stat -c %a $(dirname $0); cat $0; touch $(dirname $0)/.swp"
        seen = String(decoding: Child.run(["sh", "-c", script, path]).output, as: UTF8.self)
        return .exited(0)
      })
    #expect(seen == "tmpfs\n600\n700\ngeheim\n")
    #expect(folder.hasPrefix("/") && access(folder, F_OK) != 0)
  }

  @Test("Without a folder in memory there is no editing: a text must not reach a disk")
  func onDisk() {
    #expect(TextEditor(environment: { _ in "/" }).memoryFolder() != "/")
  }

  @Test("Says what went wrong: no editor, an editor that failed, a text that is no text")
  func failures() {
    #expect(throws: TextEditor.Failure.missing) { try editor([:]).edit("x", run: { _ in .exited(127) }) }
    #expect(throws: TextEditor.Failure.ended) { try editor(["EDITOR": "false"]).edit("x", run: { Child.run($0).end }) }
    let spoil = editor(["EDITOR": "sh -c 'printf \"\\377\" > $0'"])
    #expect(throws: TextEditor.Failure.unreadable) { try spoil.edit("x", run: { Child.run($0).end }) }
  }
}
