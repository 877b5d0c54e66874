/// A legal requirement or norm as a pure function from a dossier to its episodes.
///
/// A rule knows no today. It reads only the sections that it names; what cannot be read it does not judge.
public struct Rule: Sendable {
  public let id: RuleID
  /// The sections it reads; the engine hands it no others.
  public let reads: Set<SectionName>
  public let judge: Judge

  public enum Judge: Sendable {
    case pupil(@Sendable (Dossier, RuleScope) -> [Episode])
    /// As `pupil`, for the rules that count absence: the ledger is worked out once for all of them.
    case absence(@Sendable (Dossier, AbsenceLedger, RuleScope) -> [Episode])
    case group(@Sendable (SchoolGroup, RuleScope) -> [Episode])
    case school(@Sendable (RuleScope) -> [Episode])
  }

  public init(_ id: RuleID, reads: Set<SectionName> = [], judge: Judge) {
    self.id = id
    self.reads = reads
    self.judge = judge
  }
}

/// What a rule may know besides the dossier.
public struct RuleScope: Sendable {
  public let school: School
  /// On which days and hours the school teaches, worked out once.
  public let calendar: TeachingCalendar
  /// The holidays that move the end of a statutory term and are no working days.
  public let holidays: RecognisedHolidays
  /// The school's own numbers where it set them, else the defaults of the rule book.
  public let norms: Norms
  /// The last day that is looked at; something open-ended runs on to it.
  public let horizon: CivilDate

  public init(school: School, holidays: RecognisedHolidays, norms: Norms, horizon: CivilDate) {
    self.school = school
    calendar = TeachingCalendar(school)
    self.holidays = holidays
    self.norms = norms
    self.horizon = horizon
  }
}

/// The numbers that a rule counts with, by their name in the rule book, such as `verzuim.nadert.uren`.
public struct Norms: Equatable, Sendable {
  private let values: [String: Int]

  public init(_ values: [String: Int]) {
    self.values = values
  }

  /// The number with this name; a rule that asks for one that the rule book lacks does not fire on it.
  public subscript(name: String) -> Int? { values[name] }
}
