import Casework

extension Overlay {
  func spoken(_ state: AppState) -> Spoken {
    switch self {
    case .help, .palette:
      let commands = commands(state)
      return Spoken(
        place: "commands", title: Texts.Choose.palette,
        entries: commands.enumerated().map { row, command in Spoken.Entry(command.title, row: row) },
        question: Texts.Lines.number)
    case .askDay(let line):
      var spoken = Spoken(
        place: "day", title: Texts.Choose.day, question: Texts.Lines.day(Speech.words(Texts.Choose.dayForms)))
      if case .wrong(let reason) = Entry.read(line.text, as: .date, today: state.environment.today) {
        spoken.detail = [reason]
      }
      return spoken
    case .askNumber(let question):
      return Spoken(
        place: "number", title: Texts.Norms.name(question.norm), detail: [question.problem].compactMap(\.self),
        question: Texts.Lines.back(Texts.Norms.ask(question.norm)))
    case .askUntil(let question):
      var spoken = Spoken(
        place: "until", title: Texts.Group.askUntil(question.name, question.status, from: question.from),
        question: Texts.Lines.day(Speech.words(Texts.Choose.dayForms)))
      if !question.line.isEmpty, case .failure(let problem) = question.answer() { spoken.detail = [problem.text] }
      return spoken
    case .choose(let choice, _):
      return Spoken(
        place: "choice", title: choice.title,
        entries: choice.labels.enumerated().map { Spoken.Entry(Speech.words($1), row: $0) },
        question: Texts.Lines.number)
    case .confirm(let question):
      return Spoken(place: "confirm", title: question.text, question: Texts.Lines.yesOrNo)
    }
  }
}
