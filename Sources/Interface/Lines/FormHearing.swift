import Casework
import Text

/// Lines in a form: answers to its fields, and what is looked over before it is saved.
extension LineTalk {
  mutating func hear(_ line: String, in talk: FormTalk, _ state: AppState) -> [Message] {
    let text = line.trimmed
    if text == "?" { return hearOwn("?", state) ?? [] }
    if text.hasPrefix(":") { return command(String(text.dropFirst()).trimmed, in: talk, state) }
    let answers = FormAnswers(talk)
    if isReviewing { return review(text, answers, state) }
    if talk.takesNoWords, Self.leaving.contains(text.folded) { return command(text, in: talk, state) }
    answered = talk.form.currentField.map { talk.form.path(of: $0.key) }
    switch answers.read(line) {
    case .messages(let messages): return messages
    case .end(let messages): return messages + atEnd(talk)
    case .reply(let lines):
      reply = lines
      return []
    }
  }

  /// Words that can be no answer in a field of another kind than text.
  private static let leaving: Set<String> = ["terug", "stop", "herhaal"]

  private mutating func atEnd(_ talk: FormTalk) -> [Message] {
    if talk.form.depth > 1 { return [.answered(.command(.save))] }
    isReviewing = true
    return []
  }

  private mutating func review(_ text: String, _ answers: FormAnswers, _ state: AppState) -> [Message] {
    switch text.folded {
    case "ja", "j":
      isReviewing = false
      return [.answered(.command(.save))]
    case "terug", "stop": return [.answered(.command(text.folded == "stop" ? .quit : .back))]
    case "herhaal": return []
    case "<":
      isReviewing = false
      return []
    default:
      guard let moves = Int(text).flatMap({ answers.moving(toField: $0) }) else {
        reply = [Texts.Lines.notSavedYet]
        return []
      }
      isReviewing = false
      return moves
    }
  }

  private mutating func command(_ text: String, in talk: FormTalk, _ state: AppState) -> [Message] {
    if let number = Int(text) {
      isReviewing = false
      if let moves = FormAnswers(talk).moving(toField: number) { return moves }
      reply = [Texts.Lines.noSuchNumber(number, of: talk.fields.count)]
      return []
    }
    switch text.folded {
    case "leeg":
      guard let field = talk.form.currentField, !talk.form.isLocked(field) else { return [] }
      isReviewing = false
      return [.answered(talk.form.options(of: field, talk.references).isEmpty ? .text("") : .options([]))]
    case "velden":
      reply = talk.overview(all: true)
      return []
    case "klaar", "nakijken": return atEnd(talk)
    default: break
    }
    if let own = hearOwn(text, state) { return own }
    guard let (command, rest) = LineCommands(on: .form).read(text) else {
      reply = [Texts.Lines.notUnderstood(":" + text)]
      return []
    }
    return run(command, rest, Spoken(state), state)
  }
}
