/// A legal requirement or norm as a pure function from a dossier to its episodes.
///
/// A rule knows no today. It reads only the sections that it names; what cannot be read it does not judge.
public struct Rule: Sendable {
  public let id: RuleID
  /// The sections its episodes hang on; the engine hands it no others.
  ///
  /// The tab Leerling is one of them wherever the rule falls silent when the pupil leaves.
  public let reads: Set<SectionName>
  /// The same, quick to ask.
  let readSet: SectionSet
  /// What it asks of a pupil who left.
  public let afterDeparture: AfterDeparture
  public let judge: Judge

  /// What a rule asks of a pupil who left.
  public enum AfterDeparture: Sendable {
    case nothing
    /// Only about what came after the pupil left, such as a new application.
    case whatCameAfter
    /// Only what can no longer be undone.
    case breaches
    /// All that was still open.
    case everything
  }

  /// Whether it judges dossiers, rather than groups or the school.
  var isAboutPupils: Bool { judge.isAboutPupils }

  public enum Judge: Sendable {
    case pupil(@Sendable (Dossier, RuleScope) -> [Episode])
    /// As `pupil`, for the rules that count absence: the ledger is worked out once for all of them.
    case absence(@Sendable (Dossier, AbsenceLedger, RuleScope) -> [Episode])
    case group(@Sendable (SchoolGroup, RuleScope) -> [Episode])
    case school(@Sendable (RuleScope) -> [Episode])

    fileprivate var isAboutPupils: Bool {
      switch self {
      case .pupil, .absence: true
      case .group, .school: false
      }
    }
  }

  public init(_ id: RuleID, reads: Set<SectionName> = [], afterDeparture: AfterDeparture = .nothing, judge: Judge) {
    self.id = id
    let hangsOnStay = judge.isAboutPupils && afterDeparture != .everything
    self.reads = hangsOnStay ? reads.union([.pupil]) : reads
    readSet = SectionSet(self.reads)
    self.afterDeparture = afterDeparture
    self.judge = judge
  }
}

/// What a rule may know besides the dossier.
///
/// One object for all rules and dossiers, since it never changes and is handed on millions of times.
public final class RuleScope: Sendable {
  public let school: School
  /// On which days and hours the school teaches, worked out once.
  public let calendar: TeachingCalendar
  /// The holidays that move the end of a statutory term and are no working days.
  public let holidays: RecognisedHolidays
  /// The school's own numbers where it set them, else the defaults of the rule book.
  public let norms: Norms
  /// Who teaches which group, in the order of the file.
  let teaching: [Teaching]
  /// The last day that is looked at; something open-ended runs on to it.
  public let horizon: CivilDate

  public init(school: School, holidays: RecognisedHolidays, norms: Norms, horizon: CivilDate) {
    self.school = school
    calendar = TeachingCalendar(school)
    self.holidays = holidays
    self.norms = norms
    teaching = school.record.assignments.compactMap { Teaching($0, at: school) }
    self.horizon = horizon
  }
}

/// A teacher who has a group for some days.
struct Teaching: Sendable {
  /// The record that says so.
  let id: RecordID?
  let teacher: RecordID
  let group: RecordID
  let span: DateSpan
  /// The teacher's name, and the last day at this school, where these are on record.
  let name: String?
  let leftOn: CivilDate?

  init?(_ assignment: Record<AssignmentFields>, at school: School) {
    guard let teacher = assignment.teacher?.id, let group = assignment.group?.id, let span = assignment.span else {
      return nil
    }
    id = assignment.id
    self.teacher = teacher
    self.group = group
    self.span = span
    name = school.nameOfStaff(teacher)
    leftOn = school.record.staff.first { $0.id == teacher }?.leftOn
  }
}

extension RuleScope {
  /// The users who teach a group on a day.
  func teachers(of group: RecordID, on day: CivilDate) -> Set<RecordID> {
    Set(teaching.filter { $0.group == group && $0.span.contains(day) }.map(\.teacher))
  }
}

/// The numbers that a rule counts with, by their name in the rule book, such as `verzuim.nadert.uren`.
///
/// A rule that asks for a number that the rule book lacks does not fire on it.
public struct Norms: Equatable, Sendable {
  private let spans: [String: [Span]]
  /// The day whose numbers count where a rule asks for no day; nothing for the newest there are.
  public let asOf: CivilDate?

  /// A number and the days of facts for which it holds.
  struct Span: Equatable, Sendable {
    let from: CivilDate?
    let until: CivilDate?
    let value: Int
  }

  public init(_ values: [String: Int]) {
    spans = values.mapValues { [Span(from: nil, until: nil, value: $0)] }
    asOf = nil
  }

  init(spans: [String: [Span]], asOf: CivilDate? = nil) {
    self.asOf = asOf
    self.spans = spans.mapValues { list in
      // Of two from one day the one that was given last counts.
      list.enumerated().sorted {
        ($0.element.from?.dayNumber ?? .min, $0.offset) < ($1.element.from?.dayNumber ?? .min, $1.offset)
      }.map(\.element)
    }
  }

  /// The number with this name as it counts now: the newest of those that have begun.
  ///
  /// Of a number that is still to begin altogether the first one, as the rule itself waits for its law.
  public subscript(name: String) -> Int? {
    guard let spans = spans[name] else { return nil }
    guard let asOf else { return spans.last?.value }
    return (spans.last { $0.from.map { $0 <= asOf } ?? true } ?? spans.first)?.value
  }

  /// The number with this name as it held on the day of a fact.
  public subscript(name: String, on day: CivilDate) -> Int? { number(name)[on: day] }

  /// A number over time, for who asks of many days: looking its name up takes longer than the answer.
  func number(_ name: String) -> NormOverTime { NormOverTime(spans: spans[name] ?? []) }
}

/// One number and the days of facts for which each of its values holds.
struct NormOverTime {
  fileprivate let spans: [Norms.Span]

  /// As it held on the day of a fact.
  subscript(on day: CivilDate) -> Int? {
    spans.last { span in
      span.from.map { day >= $0 } ?? true && span.until.map { day <= $0 } ?? true
    }?.value
  }
}
