/// One line of a proof in words, with where its fact stands.
public struct ProofLine: Equatable, Sendable {
  public let text: String
  public let place: Act?

  public init(text: String, place: Act?) {
    self.text = text
    self.place = place
  }
}

/// Everything that a signal says, in words.
public struct Explanation: Equatable, Sendable {
  public let title: String
  /// The facts of this dossier with their dates, then the arithmetic.
  public let proof: [ProofLine]
  /// What the rule asks of every school.
  public let rule: String
  public let sources: [Source]
  public let clearedBy: String
}

extension RuleBook {
  /// An episode in words.
  ///
  /// A sentence that the rule book lacks shows by its name, so that nothing goes unsaid in silence; tests hold that none
  /// lacks.
  public func explained(_ episode: Episode) -> Explanation {
    let entry = entry(behind: episode)
    return Explanation(
      title: titleWords(of: episode),
      proof: episode.proof.map { step in
        let words = entry.flatMap { try? text(of: step, in: $0) }
        return ProofLine(text: words ?? "«\(step.sentence)»", place: step.place)
      },
      rule: entry?.explanation ?? "", sources: entry?.sources ?? [], clearedBy: entry?.clearedBy ?? "")
  }

  /// The title of an episode in words; the name of its rule where the book lacks a sentence.
  ///
  /// With a day to read it on, a date in another school year than that day's has its year.
  public func titleWords(of episode: Episode, on day: CivilDate? = nil) -> String {
    (try? title(of: episode, on: day)) ?? "«\(episode.id.rule)»"
  }

  /// The rule behind an episode as it held on the day of its fact.
  public func entry(behind episode: Episode) -> RuleEntry? {
    entry(episode.id.rule, on: episode.factOn) ?? self[episode.id.rule]
  }

  /// The title of an episode in words.
  public func title(of episode: Episode, on day: CivilDate? = nil) throws(TemplateError) -> String {
    let entry = try entry(for: episode)
    let year = day.map { SchoolYear(of: $0) }
    guard episode.title.sentence != ProofStep.titleSentence else {
      return try entry.titleTemplate.get().filled(with: episode.title.values, readIn: year)
    }
    return try text(of: episode.title, in: entry, readIn: year)
  }

  /// The proof of an episode in words: facts with their dates, then the arithmetic.
  public func proof(of episode: Episode) throws(TemplateError) -> [ProofLine] {
    let entry = try entry(for: episode)
    var lines: [ProofLine] = []
    for step in episode.proof {
      lines.append(ProofLine(text: try text(of: step, in: entry), place: step.place))
    }
    return lines
  }

  /// One step in words: the rule's own sentence with this name, else the shared one.
  func text(
    of step: ProofStep, in entry: RuleEntry, readIn year: SchoolYear? = nil
  ) throws(TemplateError) -> String {
    guard let template = entry.templates[step.sentence] ?? sharedTemplates[step.sentence] else {
      throw .sentenceMissing(step.sentence)
    }
    return try template.get().filled(with: step.values, readIn: year)
  }

  /// The rule as it held on the day of the episode's fact.
  func entry(for episode: Episode) throws(TemplateError) -> RuleEntry {
    guard let entry = entry(behind: episode) else {
      throw .ruleMissing(episode.id.rule)
    }
    return entry
  }
}

extension ProofStep {
  /// The name that stands for a rule's own title.
  static let titleSentence = "titel"
}
