import Casework
import ReferenceData

/// Plays the stories of the rule book: a tiny dossier on a day, at a school that is plain but for what the story says.
public struct StoryRunner {
  public let book: RuleBook

  public init() throws(ReferenceDataError) {
    book = try ReferenceData.ruleBook()
  }

  /// What goes against the story when the rule judges it; empty where the story holds.
  public func objections(to story: Story, of rule: Rule) -> [String] {
    let judgement = judgement(of: story, by: rule)
    let asking = judgement.episodes.filter { $0.isOpen(on: story.day) }
    let unreadable = judgement.unjudged.map(\.explanation)
    switch story.outcome {
    case .fires: return unreadable + objections(to: asking, lastDay: story.lastDay)
    case .justNot:
      let done = judgement.episodes.filter { episode in episode.clearedOn.map { $0 <= story.day } ?? false }
      return unreadable + (asking + done).map { "asks since \($0.visibleFrom)" }
    case .cleared:
      let asked = judgement.episodes.contains { episode in
        episode.visibleFrom <= story.day && episode.clearedOn.map { $0 <= story.day } ?? false
      }
      return unreadable + asking.map { "still asks since \($0.visibleFrom)" }
        + (asked || askedBefore(story, rule) ? [] : ["never asked anything"])
    }
  }

  /// Whether the rule asked something of the dossier as it stood before it was corrected.
  private func askedBefore(_ story: Story, _ rule: Rule) -> Bool {
    guard let before = story.before else { return false }
    let earlier = Story(
      outcome: .fires, sentence: story.sentence, day: story.day, sections: before.sections, school: before.school,
      lastDay: nil)
    return judgement(of: earlier, by: rule).episodes.contains { $0.isOpen(on: story.day) }
  }

  /// What the rule makes of the story.
  public func judgement(of story: Story, by rule: Rule) -> Judgement {
    let engine = RuleEngine(book: book, rules: [rule])
    let scope = engine.scope(of: school(of: story), until: story.day.adding(years: 1))
    return engine.judge([dossier(of: story)], in: scope)
  }

  private func objections(to asking: [Episode], lastDay: CivilDate?) -> [String] {
    guard let episode = asking.first else { return ["asks nothing"] }
    if let lastDay, episode.lastDay != lastDay { return ["last day \(episode.lastDay?.iso ?? "none")"] }
    return []
  }

  private func dossier(of story: Story) -> Dossier {
    var dossier = Dossier(id: id(1))
    for (name, tree) in story.sections {
      dossier[name] = .value(tree)
    }
    return dossier
  }

  /// A plain school with the story's keys laid over it.
  private func school(of story: Story) -> School {
    var school = SampleSchool.school()
    for pair in story.school?["school"]?.members?.pairs ?? [] { school.record.members[pair.key] = pair.value }
    for pair in story.school?["kalender"]?.members?.pairs ?? [] { school.calendar.members[pair.key] = pair.value }
    for pair in story.school?["registraties"]?.members?.pairs ?? [] {
      guard let group = RecordID(pair.key) else { preconditionFailure("no such id: \(pair.key)") }
      school.registrations[group] = Set((pair.value.elements ?? []).compactMap { CivilDate(tree: $0) })
    }
    return school
  }
}
