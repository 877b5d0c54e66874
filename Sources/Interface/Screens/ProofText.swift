import Casework

/// The whole proof of a signal in lines: what, the facts, the arithmetic, what clears it, where it comes from, and three
/// stories of the rule.
struct ProofText {
  private let signal: SignalLine
  private let book: RuleBook
  /// Who recorded that it is outside the school's power.
  private let putOffBy: String?
  /// How it ended, where a past day is looked at.
  private let outcome: String?

  init(_ signal: SignalLine, _ state: AppState) {
    self.signal = signal
    book = state.book
    putOffBy = state.name(ofLogin: signal.signal.outsideOurPower?.madeBy)
    outcome = state.outcome(of: signal.id)
  }

  func lines(width: Int) -> [Line] {
    var lines = wrapped(signal.title, width, .heading, bold: true)
    lines += wrapped(due, width, signal.urgency.role)
    lines += section(Texts.Proof.putOff, putOff, width)
    lines += section(Texts.Proof.outcome, [outcome].compactMap(\.self), width)
    lines += section(Texts.Proof.facts, steps, width)
    guard let entry = book.entry(behind: signal.episode) else { return lines }
    lines += section(Texts.Proof.clearedBy, [entry.clearedBy], width)
    lines += section(Texts.Proof.rule(signal.signal.force), [entry.explanation], width)
    lines += section(Texts.Proof.unsettled, [entry.unsettled].compactMap(\.self), width)
    lines += section(
      Texts.Proof.sources,
      entry.sources.map { source in
        source.address.map { Texts.Proof.source(source.text, $0) } ?? source.text
      }, width)
    lines += section(Texts.Proof.stories, entry.stories.map { Texts.Proof.story($0.outcome, $0.sentence) }, width)
    return lines
  }

  /// Why it waits, until when, by whom, and what was tried.
  private var putOff: [String] {
    guard let answer = signal.signal.outsideOurPower else { return [] }
    let attempts = answer.attempts.map { attempt in
      Texts.Proof.attempt(attempt.how ?? "", on: attempt.on, outcome: attempt.outcome)
    }
    return [Texts.Proof.putOff(answer.reason ?? "", by: putOffBy, on: answer.on, until: answer.until)] + attempts
  }

  private var steps: [String] { book.explained(signal.episode).proof.map(\.text) }

  private var due: String {
    Texts.Proof.due(signal.when, due: signal.episode.due, lastDay: signal.episode.lastDay)
  }

  private func section(_ title: String, _ texts: [String], _ width: Int) -> [Line] {
    guard !texts.isEmpty else { return [] }
    return [Line()] + wrapped(title, width, .heading, bold: true)
      + texts.flatMap { text in
        Wrapped.lines(of: text, width: max(8, width - 2)).enumerated().map { index, line in
          Line((index == 0 ? "· " : "  ") + line.text)
        }
      }
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role, bold: Bool = false) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width)).map { Line($0.text, role, bold: bold) }
  }
}

extension RuleBook {
  /// The proof in running sentences with its sources, for a line or two.
  func reason(of episode: Episode) -> String {
    let explained = explained(episode)
    let sources = explained.sources.map(\.text).joined(separator: " · ")
    return (explained.proof.map(\.text) + [sources]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
