import Casework
import Support
import Testing

@testable import Interface

@Suite("The table of commands")
struct CommandTests {
  @Test("Every command stands in the table once, with words for every place that names it")
  func complete() {
    for id in CommandID.allCases {
      let found = CommandTable.all.filter { $0.id == id }
      #expect(found.count == 1, "\(id)")
      for command in found {
        #expect(!command.keys.isEmpty && !command.title.isEmpty && !command.short.isEmpty)
        #expect(command.help.hasSuffix(".") && !command.screens.isEmpty)
        // What stands in the footer must fit beside others.
        #expect(command.short.count <= 18)
      }
    }
  }

  @Test("Every command of a talk alone is one of the talk, and no command stands for two")
  func groups() {
    let alone = CommandTable.all.filter { $0.screens == [.meeting] }.map(\.id)
    #expect(Set(alone) == Set(MeetingCommand.allCases.map(\.id)))
    let all = MeetingCommand.allCases.map(\.id) + PlanCommand.allCases.map(\.id) + FormCommand.allCases.map(\.id)
    #expect(Set(all).count == all.count)
    #expect(PlanCommand(.save) == nil && FormCommand(.save) == .save)
  }

  @Test("No key means two things on one kind of screen", arguments: ScreenKind.allCases)
  func unambiguous(kind: ScreenKind) {
    let keys = CommandTable.commands(on: kind).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("On a screen where letters are text, no command but those with other keys remains reachable")
  func formKeys() {
    for command in CommandTable.commands(on: .form) {
      #expect(command.keys.contains { !$0.isText }, "\(command.id)")
    }
  }

  @Test("The manual names every command with its keys")
  func manual() {
    let manual = CommandTable.manual()
    for command in CommandTable.all {
      #expect(manual.contains(command.title + "  (" + command.keys.map(\.label).joined(separator: ", ") + ")"))
      #expect(manual.contains(command.help))
    }
  }

  @Test("The footer of every screen ends with help and names only what can be done now")
  func footer() {
    for scene in Scene.all where scene.size.columns == 100 && !scene.isASCII {
      let drive = scene.played()
      guard drive.state.overlay == nil else { continue }
      let footer = drive.rows.last ?? ""
      #expect(footer.contains("hulp"), "\(scene.name)")
      for command in CommandTable.commands(on: drive.state.visibleScreen.kind) {
        guard drive.state.disabledReason(command.id) != nil, let key = command.keys.first else { continue }
        #expect(!footer.contains(" " + key.label + " " + command.short + " "), "\(scene.name): \(command.id)")
      }
    }
  }

  @Test("A command that cannot run says why and does nothing")
  func disabled() {
    var drive = Drive()
    drive.type("u")
    #expect(drive.state.notice == Notice(.hint, "Er is niets om ongedaan te maken."))
    #expect(drive.effects.isEmpty)
  }

  @Test("Help finds a command by what is typed, and Enter runs it")
  func help() {
    var drive = Drive()
    drive.type("?leerlin")
    #expect(drive.shows("Leerlingen"))
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .pupils)
  }

  @Test("The palette lists what cannot run with its reason, and Enter on it says it again")
  func palette() {
    var drive = Drive()
    drive.press(.control("p"))
    drive.type("ongedaan")
    #expect(drive.shows("Er is niets om ongedaan te maken."))
    drive.press(.enter)
    #expect(drive.state.overlay == nil)
    #expect(drive.state.notice?.kind == .hint)
  }

  @Test("A slip of one letter is forgiven in the palette")
  func slip() {
    var drive = Drive()
    drive.press(.control("p"))
    drive.type("leerlimgen")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .pupils)
  }
}
