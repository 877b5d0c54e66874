/// Everything with a day in one dossier, the newest first: what happened, what is planned, and the terms of the rules.
///
/// Facts are found along the declarations of their fields, so that a new field joins by itself.
public struct Timeline: Equatable, Sendable {
  public let entries: [TimelineEntry]
  /// The tabs that hold something that cannot be read, in their own order.
  public let unread: [Unread]

  /// A tab of which nothing can be told.
  public struct Unread: Equatable, Sendable {
    public let section: SectionName
    /// What is broken, in Dutch; nothing where only the key is missing.
    public let damage: String?
  }

  /// Takes the tabs that the reader knows of and what the reader is told of the rules; what is asked of others is left
  /// out.
  ///
  /// `day` decides which terms are past and which still to come.
  public init(of dossier: Dossier, in sections: [SectionName], episodes: [Episode], on day: CivilDate) {
    var walk = TimelineWalk()
    var unread: [Unread] = []
    for section in sections {
      switch dossier[section] {
      case .empty: break
      case .value(let tree): walk.walk(tree.members ?? Members(), section)
      case .notReadable: unread.append(Unread(section: section, damage: nil))
      case .damaged(let why): unread.append(Unread(section: section, damage: why))
      }
    }
    let terms = episodes.filter { $0.id.subject == .pupil(dossier.id) }
    entries = Self.inOrder(Self.joined(walk.facts, terms, on: day))
    self.unread = unread
  }

  /// The facts, each with the term of a rule about that very record and day where there is one, and the other terms.
  private static func joined(_ facts: [TimelineFact], _ episodes: [Episode], on day: CivilDate) -> [TimelineEntry] {
    var terms = episodes.compactMap { TimelineTerm($0, on: day) }
    var entries = facts.map { fact -> TimelineEntry in
      let at = terms.firstIndex { term in
        guard let record = fact.record, term.day == fact.day else { return false }
        return term.episode.id.records.contains(record)
      }
      return TimelineEntry(fact: fact, term: at.map { terms.remove(at: $0) })
    }
    entries += terms.map { TimelineEntry(fact: nil, term: $0) }
    return entries
  }

  /// Newest first; of one day in the order of the tabs, then as they stand in the file, terms last.
  private static func inOrder(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    entries.enumerated().sorted { left, right in
      left.element.day != right.element.day ? left.element.day > right.element.day : left.offset < right.offset
    }.map(\.element)
  }
}

/// One line of a timeline: a fact, a term, or a fact that is itself the last day of a term.
public struct TimelineEntry: Equatable, Sendable {
  public let fact: TimelineFact?
  public let term: TimelineTerm?

  public var day: CivilDate { fact?.day ?? term?.day ?? .distantPast }
  /// The tab that it belongs to; nothing for a term that no tab clears.
  public var section: SectionName? { fact?.section ?? term?.episode.act.section }
}

/// A day that is filled in somewhere in a dossier.
public struct TimelineFact: Equatable, Sendable {
  public let day: CivilDate
  /// What of its record it is.
  public let edge: Edge
  public let section: SectionName
  /// The kind of the record that it is in, and that record.
  public let kind: any RecordFields.Type
  public let members: Members
  /// The innermost record around it that has an id; nothing for a field of the tab itself.
  public let record: RecordID?
  public let field: AnyField
  /// Why the record no longer counts; empty where no reason was given, nothing where it stands.
  public let withdrawal: String?

  public enum Edge: Equatable, Sendable {
    case single
    /// The first day of a stretch; without a last one it is known to go on.
    case from(through: CivilDate?)
    /// The last day of a stretch that began too long ago to be one line.
    case last
  }

  /// Whether its field is the day by which its record is named, so that the kind of record says enough.
  public var namesRecord: Bool {
    let days = kind.all.filter { if case .date = $0.shape { true } else { false } }
    let naming = days.first { $0.traits.contains(.namingDay) } ?? days.first { members[$0.key] != nil }
    return naming?.key == field.key && edge != .last
  }

  public static func == (left: TimelineFact, right: TimelineFact) -> Bool {
    left.day == right.day && left.edge == right.edge && left.section == right.section && left.kind == right.kind
      && left.members == right.members && left.record == right.record && left.field.key == right.field.key
      && left.withdrawal == right.withdrawal
  }
}

/// The last day on which something that a rule asks is in time.
public struct TimelineTerm: Equatable, Sendable {
  public let episode: Episode
  public let day: CivilDate
  public let timeliness: Timeliness

  /// Nothing where it is asked without a last day.
  init?(_ episode: Episode, on today: CivilDate) {
    guard let day = episode.lastDay else { return nil }
    self.episode = episode
    self.day = day
    timeliness = episode.timeliness(on: today)
  }
}

/// Gathers the days of tabs along the declarations of their fields.
private struct TimelineWalk {
  private(set) var facts: [TimelineFact] = []
  /// The declared fields by kind of record: finding them is too slow to do for each record anew.
  private var declared: [ObjectIdentifier: [AnyField]] = [:]

  /// Where the walk is.
  private struct Spot {
    let section: SectionName
    var record: RecordID?
    var withdrawal: String?
  }

  mutating func walk(_ members: Members, _ section: SectionName) {
    walk(members, section.fields, Spot(section: section))
  }

  private mutating func walk(_ members: Members, _ kind: any RecordFields.Type, _ around: Spot) {
    var spot = around
    spot.record = members[RecordKey.id]?.text.flatMap { RecordID($0) } ?? spot.record
    if let withdrawal = members[RecordKey.withdrawal] {
      spot.withdrawal = withdrawal[WithdrawalFields.declared.reason.key]?.text ?? ""
    }
    let fields = fields(of: kind)
    let period = DatePeriod(fields, members, kind)
    for field in fields {
      guard let value = members[field.key] else { continue }
      switch field.shape {
      case .date:
        if let day = CivilDate(tree: value) {
          add(day, field, members, kind, spot, edge: period.map { $0.edge(of: field) } ?? .single)
        }
      case .list(.date):
        for day in (value.elements ?? []).compactMap(CivilDate.init(tree:)) {
          add(day, field, members, kind, spot, edge: .single)
        }
      case .record(let inner): if let part = value.members { walk(part, inner, spot) }
      case .list(.record(let inner)):
        for part in (value.elements ?? []).compactMap(\.members) { walk(part, inner, spot) }
      case .text, .moment, .clock, .number, .minutes, .yesNo, .schoolYear, .choice, .reference, .list: break
      }
    }
  }

  private mutating func add(
    _ day: CivilDate, _ field: AnyField, _ members: Members, _ kind: any RecordFields.Type, _ spot: Spot,
    edge: TimelineFact.Edge?
  ) {
    guard let edge else { return }
    facts.append(
      TimelineFact(
        day: day, edge: edge, section: spot.section, kind: kind, members: members, record: spot.record, field: field,
        withdrawal: spot.withdrawal))
  }

  private mutating func fields(of kind: any RecordFields.Type) -> [AnyField] {
    let type = ObjectIdentifier(kind)
    if let fields = declared[type] { return fields }
    let fields = kind.all
    declared[type] = fields
    return fields
  }
}

/// The two days of a record that are the ends of one stretch: those of the unit `periode`.
private struct DatePeriod {
  /// Up to this many days a stretch is one line; a longer one has its last day as a line too.
  private static let longest = 14

  private let first: AnyField
  private let last: AnyField
  private let from: CivilDate
  private let until: CivilDate?
  private let isOpen: Bool

  init?(_ fields: [AnyField], _ members: Members, _ kind: any RecordFields.Type) {
    let ends = fields.filter { field in
      if case .date = field.shape { field.together == "periode" } else { false }
    }
    guard ends.count == 2, let from = members[ends[0].key].flatMap(CivilDate.init(tree:)) else { return nil }
    (first, last) = (ends[0], ends[1])
    self.from = from
    until = members[ends[1].key].flatMap(CivilDate.init(tree:))
    // Elsewhere no last day means one day, or not ended yet, as the kind of record has it.
    isOpen = kind == AbsenceRecordFields.self && Record<AbsenceRecordFields>(members: members).isOpen == true
  }

  /// What a day of the record is in the stretch; nothing where the line of its first day says it too.
  func edge(of field: AnyField) -> TimelineFact.Edge? {
    if field.key == first.key {
      if until == from { return .single }
      return until != nil || isOpen ? .from(through: until) : .single
    }
    guard field.key == last.key else { return .single }
    return until.map { $0.days(since: from) > Self.longest } == true ? .last : nil
  }
}
