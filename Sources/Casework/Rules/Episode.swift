/// The name of a rule, such as `verzuim.16uur`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let name: String

  public init(_ name: String) { self.name = name }
  public init(stringLiteral name: String) { self.name = name }
  public var description: String { name }
  public static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }
}

/// What a signal is about.
public enum Subject: Hashable, Sendable {
  case pupil(RecordID)
  case group(RecordID)
  case school
}

/// How soon something must be done, most pressing first.
public enum Urgency: String, CaseIterable, Comparable, Sendable {
  /// The due date passed, or a prohibition was broken.
  case overdue = "verlopen"
  /// Due within 7 days, or a requirement unmet now.
  case now = "nu"
  /// Due within 28 days.
  case soon = "binnenkort"
  case later = "later"

  private var rank: Int {
    switch self {
    case .overdue: 0
    case .now: 1
    case .soon: 2
    case .later: 3
    }
  }

  /// The more pressing one is the smaller one.
  public static func < (left: Urgency, right: Urgency) -> Bool { left.rank < right.rank }
}

/// One stretch of time in which a rule asks something, with its proof; past ones as well as present and coming ones.
///
/// Rules know no today: whether an episode shows, and how urgently, is asked of it with a day (see ``Signal``).
public struct Episode: Equatable, Sendable, Identifiable {
  /// What tells this episode from every other: the rule, the subject and the records it is about.
  ///
  /// Put-offs hang on it.
  public struct ID: Hashable, Sendable {
    public let rule: RuleID
    public let subject: Subject
    public let records: [RecordID]
    /// Tells apart episodes about the same records, such as the day a window of absence filled up.
    public let mark: String

    public init(rule: RuleID, subject: Subject, records: [RecordID] = [], mark: String = "") {
      self.rule = rule
      self.subject = subject
      self.records = records
      self.mark = mark
    }
  }

  public let id: ID
  /// The first day on which it shows.
  public let visibleFrom: CivilDate
  /// The last day of the term as it was counted; nothing where something is simply asked.
  public let due: CivilDate?
  /// The last day that is still in time: `due`, moved on where the Algemene termijnenwet says so.
  public let lastDay: CivilDate?
  /// The first day on which it falls away by itself.
  public private(set) var until: CivilDate?
  /// The day on which what it asked was done.
  public let clearedOn: CivilDate?
  /// The least urgency it has, whatever the date: `now` for an unmet requirement, `overdue` for a broken prohibition.
  public let floor: Urgency?
  /// A breach that can no longer be undone: it stays until acknowledged with a reason.
  public let mustBeAcknowledged: Bool
  /// The day of the fact that it rests on, which decides what law and which numbers hold; `visibleFrom` unless told.
  public let factOn: CivilDate
  /// What to fill in the title's template.
  public var title: ProofStep { content.title }
  public var proof: [ProofStep] { content.proof }
  public var act: Act { content.act }
  private let content: Content
  /// The user who must act, where that is one person's own promise; nothing where the rule's audience is.
  public let owner: RecordID?
  /// How strongly it binds, where that is otherwise than its rule: the law is met and only the school's norm is not.
  public let force: Force?

  public init(
    id: ID, visibleFrom: CivilDate, due: CivilDate? = nil, lastDay: CivilDate? = nil, until: CivilDate? = nil,
    clearedOn: CivilDate? = nil, floor: Urgency? = nil, mustBeAcknowledged: Bool = false,
    factOn: CivilDate? = nil, title: ProofStep = ProofStep("titel"), proof: [ProofStep], act: Act,
    owner: RecordID? = nil, force: Force? = nil
  ) {
    self.id = id
    self.visibleFrom = visibleFrom
    self.due = due
    self.lastDay = lastDay ?? due
    self.until = until
    self.clearedOn = clearedOn
    self.floor = floor
    self.mustBeAcknowledged = mustBeAcknowledged
    self.factOn = factOn ?? visibleFrom
    content = Content(title: title, proof: proof, act: act)
    self.owner = owner
    self.force = force
  }
}

extension Episode {
  /// What an episode says, apart from it: a school has tens of thousands, which are sorted and sifted many times.
  private final class Content: Equatable, Sendable {
    let title: ProofStep
    let proof: [ProofStep]
    let act: Act

    init(title: ProofStep, proof: [ProofStep], act: Act) {
      self.title = title
      self.proof = proof
      self.act = act
    }

    static func == (left: Content, right: Content) -> Bool {
      left === right || left.title == right.title && left.proof == right.proof && left.act == right.act
    }
  }
}

extension Episode.ID {
  /// The id as one line that stays the same as long as the episode does; it names nobody.
  public var text: String {
    let about =
      switch subject {
      case .pupil(let id): "leerling:\(id)"
      case .group(let id): "groep:\(id)"
      case .school: "school"
      }
    return ([rule.name, about] + records.map(\.description) + (mark.isEmpty ? [] : [mark])).joined(separator: "/")
  }
}

extension Episode {
  /// The same, falling away on `day` at the latest.
  func ending(by day: CivilDate) -> Episode {
    var copy = self
    copy.until = until.map { min($0, day) } ?? day
    return copy
  }
}

/// The act that clears an episode: where the program goes for it.
public struct Act: Hashable, Sendable {
  /// The tab to open; nothing for the group's registration or the school's own data.
  public let section: SectionName?
  /// The record to open; a new one where there is none.
  public let record: RecordID?
  /// The key of the list that the record is in or would be added to, then of the field to stand on.
  public let list: String?
  public let field: String?

  public init(_ section: SectionName?, list: String? = nil, record: RecordID? = nil, field: String? = nil) {
    self.section = section
    self.list = list
    self.record = record
    self.field = field
  }
}

/// One line of a proof: the name of a sentence in the rule's texts and what fills its places.
///
/// Rules give facts and numbers; the words are kept in the rule book, so that they are in one place and can be read by
/// someone who reads no code.
public struct ProofStep: Hashable, Sendable {
  public let sentence: String
  public let values: ProofValues
  /// Where the fact stands in the dossier, where it stands there.
  public let place: Act?

  public init(_ sentence: String, _ values: ProofValues = [:], at place: Act? = nil) {
    self.sentence = sentence
    self.values = values
    self.place = place
  }
}

/// What fills the places of a sentence, by name.
///
/// A short list rather than a dictionary: every episode makes several, and most are never read.
public struct ProofValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var pairs: [(String, ProofValue)]

  public init(dictionaryLiteral elements: (String, ProofValue)...) { pairs = elements }

  public subscript(name: String) -> ProofValue? {
    pairs.first { $0.0 == name }?.1
  }

  /// These values, and those of the others that have another name.
  func and(_ others: ProofValues) -> ProofValues {
    var all = self
    all.pairs += others.pairs.filter { self[$0.0] == nil }
    return all
  }

  public static func == (left: ProofValues, right: ProofValues) -> Bool {
    left.pairs.count == right.pairs.count && left.pairs.allSatisfy { right[$0.0] == $0.1 }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(Set(pairs.map(\.0)))
  }
}

/// A value in a proof; how it is written is decided where it is shown.
public enum ProofValue: Hashable, Sendable {
  case date(CivilDate)
  /// A duration in minutes, shown in hours.
  case minutes(Int)
  case count(Int)
  /// A name, a reason or another text from the dossier.
  case text(String)
}
