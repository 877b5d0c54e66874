/// How the program ends, for the shell that called it (docs/handleiding.md lists them).
struct ExitCode: RawRepresentable, Equatable {
  let rawValue: Int32

  static let ok = ExitCode(rawValue: 0)
  /// What was looked for is not there; an agenda with overdue lines is no error and ends with ``ok``.
  static let nothingFound = ExitCode(rawValue: 1)
  static let usage = ExitCode(rawValue: 64)
  static let badData = ExitCode(rawValue: 65)
  static let cannotCreate = ExitCode(rawValue: 73)
  static let inputOutput = ExitCode(rawValue: 74)
  static let noRight = ExitCode(rawValue: 77)
}

/// Why something was not done: a Dutch text that says what happened, what is safe and what to do.
struct Failure: Error, Equatable {
  let text: String
  let code: ExitCode

  init(_ text: String, _ code: ExitCode) {
    self.text = text
    self.code = code
  }
}
