import Casework
import ReferenceData

/// Judges tiny dossiers, written as the files on disk are, with one rule and the real rule book.
public struct RuleBench {
  private let engine: RuleEngine
  private let scope: RuleScope
  private let id: RuleID

  public init(
    _ id: RuleID, school: School = SampleSchool.school(), until horizon: CivilDate = day("2029-12-31")
  ) throws {
    self.id = id
    engine = RuleEngine(book: try ReferenceData.ruleBook(), rules: Rule.all.filter { $0.id == id })
    scope = engine.scope(of: school, until: horizon)
  }

  /// The rule book as the program has it.
  public static func book() throws -> RuleBook { try ReferenceData.ruleBook() }

  /// The episodes for a dossier with these tabs, in order of the day on which they show.
  public func episodes(_ tabs: [SectionName: String]) throws -> [Episode] {
    try judgement(tabs).episodes.sorted { ($0.visibleFrom, $0.id.text) < ($1.visibleFrom, $1.id.text) }
  }

  public func judgement(_ tabs: [SectionName: String]) throws -> Judgement {
    var dossier = Dossier(id: Support.id(1))
    for (name, json) in tabs { dossier[name] = .value(try Tree(json: json)) }
    return engine.judge(dossier, in: scope)
  }

  /// The proof of an episode in words.
  public func proof(of episode: Episode) throws -> [String] {
    try engine.book.proof(of: episode).map(\.text)
  }

  public func title(of episode: Episode) throws -> String {
    try engine.book.title(of: episode)
  }
}

extension Episode {
  /// What a table of expected dates says of an episode.
  public struct Dates: Equatable, Sendable, CustomStringConvertible {
    let from: String
    let due: String?
    let lastDay: String?
    let until: String?
    let cleared: String?

    public init(from: String, due: String? = nil, lastDay: String? = nil, until: String? = nil, cleared: String? = nil)
    {
      self.from = from
      self.due = due
      self.lastDay = lastDay ?? due
      self.until = until
      self.cleared = cleared
    }

    public var description: String {
      "\(from) due \(due ?? "-") last \(lastDay ?? "-") until \(until ?? "-") cleared \(cleared ?? "-")"
    }
  }

  public var dates: Dates {
    Dates(from: visibleFrom.iso, due: due?.iso, lastDay: lastDay?.iso, until: until?.iso, cleared: clearedOn?.iso)
  }
}
