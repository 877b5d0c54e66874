/// A goal of the plan with what evaluations said of it.
public struct GoalStanding: Equatable, Sendable {
  public let goal: Record<GoalFields>
  /// The results in the order of their evaluations; one without a day comes first.
  public let results: [Result]

  public struct Result: Equatable, Sendable {
    public let on: CivilDate?
    public let score: GoalScore

    public init(on: CivilDate?, score: GoalScore) {
      self.on = on
      self.score = score
    }
  }

  public init(goal: Record<GoalFields>, results: [Result]) {
    self.goal = goal
    self.results = results
  }
}

extension GoalScore {
  /// Its place on the scale, 1 to 5.
  public var step: Int {
    switch self {
    case .declined: 1
    case .unchanged: 2
    case .partly: 3
    case .reached: 4
    case .exceeded: 5
    }
  }
}

extension Record<PlanFields> {
  /// The goals of a version with the results of the evaluations held by a day.
  ///
  /// A result of a score that this version does not know is left out.
  public func goalStandings(of version: PlanVersion, on day: CivilDate) -> [GoalStanding] {
    let held = self.evaluations.filter { $0.on.map { $0 <= day } ?? true }.enumerated()
      .sorted { ($0.element.on ?? .distantPast, $0.offset) < ($1.element.on ?? .distantPast, $1.offset) }
      .map(\.element)
    return version.goals.map { goal in
      let results = held.flatMap { evaluation in
        evaluation.results.filter { $0.goal != nil && $0.goal?.id == goal.id }.compactMap { result in
          result.score?.known.map { GoalStanding.Result(on: evaluation.on, score: $0) }
        }
      }
      return GoalStanding(goal: goal, results: results)
    }
  }
}
