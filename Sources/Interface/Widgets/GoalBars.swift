import Casework

/// The goals of a plan as bars of five steps, with the last result in words and the one before it.
struct GoalBars {
  private let goals: [GoalStanding]

  private let year: SchoolYear

  /// `year` is the school year in which it is read: a date of another one has its year.
  init(_ goals: [GoalStanding], readIn year: SchoolYear) {
    self.goals = goals
    self.year = year
  }

  func lines(width: Int) -> [Line] {
    goals.flatMap { goal -> [Line] in
      var line = Line(bar(goal), goal.results.isEmpty ? .muted : .text)
      let name = Texts.Plan.goal(goal.goal.domain, goal.goal.target)
      let result = words(goal)
      let role: Role = goal.results.isEmpty ? .now : .text
      let left = width - Self.margin - 2 - result.cellWidth
      guard left >= 14 else {
        line.add(" ")
        line.add(name, width: max(1, width - Self.margin))
        return [line]
          + Wrapped.lines(of: result, width: max(8, width - Self.margin)).map { wrapped in
            var below = Line(String(repeating: " ", count: Self.margin))
            below.add(wrapped.text, role)
            return below
          }
      }
      line.add(" ")
      line.add(name, width: left)
      line.add("  " + result, role)
      return [line]
    }
  }

  private static let margin = 6

  private func bar(_ goal: GoalStanding) -> String {
    guard let last = goal.results.last else { return "·····" }
    return Bars.gauge(last.score.step, of: GoalScore.allCases.count, width: GoalScore.allCases.count)
  }

  private func words(_ goal: GoalStanding) -> String {
    guard let last = goal.results.last else { return Texts.Plan.noResult }
    let before = goal.results.dropLast().last
    return Texts.Plan.result(last.score, on: last.on, before: before?.score, readIn: year)
  }
}
