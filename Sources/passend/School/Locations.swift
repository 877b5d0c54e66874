import Glibc

/// Where the program keeps its files, by the XDG rules.
struct Locations {
  /// The schools: one of one's own and the practice school.
  let data: String
  /// What belongs to this machine alone: drafts, the device's name, the last heads of the journal.
  let state: String
  /// Papers that were made.
  let papers: String

  init() throws(Failure) {
    guard let home = Self.variable("HOME"), home.hasPrefix("/") else {
      throw Failure("De omgevingsvariabele HOME ontbreekt. Daarom weet ik niet waar uw bestanden staan.", .usage)
    }
    data = (Self.folder("XDG_DATA_HOME") ?? home + "/.local/share") + "/passend"
    state = (Self.folder("XDG_STATE_HOME") ?? home + "/.local/state") + "/passend"
    papers = data + "/papier"
  }

  var school: String { data + "/school" }
  var practiceSchool: String { data + "/oefenschool" }

  /// The value of an environment variable; nothing where it is unset or empty.
  @Sendable static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// XDG counts only paths from the root.
  private static func folder(_ name: String) -> String? {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
