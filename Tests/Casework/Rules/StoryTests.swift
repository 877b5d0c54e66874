import Casework
import ReferenceData
import Support
import Testing

@Suite("Stories of the rule book")
struct StoryTests {
  static let ids = Rule.all.map(\.id)

  private func rule(_ id: RuleID) throws -> Rule {
    try #require(Rule.all.first { $0.id == id })
  }

  @Test("Every rule tells three stories, fires, just not and cleared, and each comes out as told", arguments: ids)
  func stories(id: RuleID) throws {
    let rule = try rule(id)
    let runner = try StoryRunner()
    for entry in try #require(runner.book.entries[rule.id], "\(rule.id) has no texts") {
      #expect(entry.stories.map(\.outcome) == [.fires, .justNot, .cleared])
      for story in entry.stories {
        #expect(runner.objections(to: story, of: rule) == [], "\(rule.id): \(story.sentence)")
      }
    }
  }

  @Test("A story told with another outcome does not hold: the player can say no", arguments: ids)
  func control(id: RuleID) throws {
    let rule = try rule(id)
    let runner = try StoryRunner()
    for story in try #require(runner.book.entries[rule.id]).flatMap(\.stories) {
      let wrong: Story.Outcome = story.outcome == .fires ? .cleared : .fires
      let lie = Story(
        outcome: wrong, sentence: story.sentence, day: story.day, sections: story.sections, school: story.school,
        lastDay: nil)
      #expect(runner.objections(to: lie, of: rule) != [], "\(rule.id): \(story.sentence)")
    }
  }

  @Test("What never asked anything is not cleared: neither an empty dossier nor what is just not asked", arguments: ids)
  func neverAsked(id: RuleID) throws {
    let rule = try rule(id)
    let runner = try StoryRunner()
    for story in try #require(runner.book.entries[rule.id]).flatMap(\.stories) where story.outcome == .justNot {
      let lies = [(story.sections, story.school), ([:], nil)].map { sections, school in
        Story(
          outcome: .cleared, sentence: "", day: story.day, sections: sections, school: school, lastDay: nil)
      }
      for lie in lies { #expect(runner.objections(to: lie, of: rule).contains("never asked anything"), "\(rule.id)") }
    }
  }

  @Test("Stories use only keys and words that the sections declare", arguments: ids)
  func keys(id: RuleID) throws {
    let rule = try rule(id)
    let runner = try StoryRunner()
    for story in try #require(runner.book.entries[rule.id]).flatMap(\.stories) {
      let all = Array(story.sections) + Array(story.before?.sections ?? [:])
      for (name, tree) in all {
        #expect(DeclaredKeys.slips(in: tree, of: name.fields, at: name.rawValue) == [])
      }
      for (key, fields) in [("school", SchoolFields.self as any RecordFields.Type), ("kalender", CalendarFields.self)] {
        guard let tree = story.school?[key] else { continue }
        #expect(DeclaredKeys.slips(in: tree, of: fields, at: key) == [])
      }
    }
  }
}
