/// Everything about the rules that is text or number rather than logic: what people read, what a school may set.
///
/// Made by the room ReferenceData from Data/regels; Casework only knows its form.
public struct RuleBook: Sendable {
  /// Each rule with its entries in order: a change of law is a new entry, and the date of the fact says which holds.
  public let entries: [RuleID: [RuleEntry]]
  /// Numbers that belong to the program as a whole and not to a rule.
  public let sharedNorms: [Norm]
  /// Sentences that several rules use, such as those that count out a term.
  public let sharedSentences: [String: String]
  /// The same, ready to be filled.
  let sharedTemplates: [String: Result<Template, TemplateError>]
  /// The holidays that terms are counted with.
  public let holidays: RecognisedHolidays
  /// What people read of the flow of chapter 4 and of the checks of PrO and LWOO.
  public let referral: ReferralTexts

  public init(
    _ entries: [RuleEntry], sharedNorms: [Norm] = [], sharedSentences: [String: String] = [:],
    holidays: RecognisedHolidays = RecognisedHolidays(equatedDays: [], knownThrough: .distantPast),
    referral: ReferralTexts = ReferralTexts()
  ) {
    self.holidays = holidays
    self.referral = referral
    let grouped = Dictionary(grouping: entries, by: \.id)
    self.entries = grouped.mapValues { $0.sorted { $0.startsBefore($1) } }
    self.sharedNorms = sharedNorms
    self.sharedSentences = sharedSentences
    sharedTemplates = sharedSentences.mapValues(Template.read)
  }

  /// The rules by name.
  public var ids: [RuleID] { entries.keys.sorted() }

  /// The rule as it stands in the newest law.
  public subscript(id: RuleID) -> RuleEntry? { entries[id]?.last }

  /// The rule as it held on the day of a fact; nothing where it did not hold then.
  public func entry(_ id: RuleID, on day: CivilDate) -> RuleEntry? {
    entries[id]?.last { $0.holds(on: day) }
  }

  /// Whether a rule held on the day of a fact.
  func holds(_ id: RuleID, on day: CivilDate) -> Bool {
    entries[id]?.contains { $0.holds(on: day) } ?? false
  }
}

/// The days of facts on which a law holds; open on a side without a day.
struct LawSpan: Sendable {
  let from: CivilDate?
  let until: CivilDate?

  func holds(on day: CivilDate) -> Bool {
    from.map { day >= $0 } ?? true && until.map { day <= $0 } ?? true
  }
}

/// One rule as people know it, over the time for which its law holds.
public struct RuleEntry: Sendable {
  public let id: RuleID
  public let force: Force
  /// The days on which the rule holds; open on a side without a day.
  ///
  /// The date of the fact decides.
  public let validFrom: CivilDate?
  public let validUntil: CivilDate?
  /// Who has it on the agenda.
  public let audience: Set<Audience>
  /// The sentence for the title, with places such as `{groep}`.
  public let title: String
  /// What the rule asks, in one or two sentences.
  public let explanation: String
  public let sources: [Source]
  public let norms: [Norm]
  /// The sentences of the proof by name, with places such as `{datum}`.
  public let sentences: [String: String]
  /// The same and the title, ready to be filled.
  let templates: [String: Result<Template, TemplateError>]
  let titleTemplate: Result<Template, TemplateError>
  /// What clears it, as a sentence.
  public let clearedBy: String
  public let stories: [Story]
  /// What about this law is not settled, in a sentence; nothing where it is.
  public let unsettled: String?

  public init(
    id: RuleID, force: Force, validFrom: CivilDate?, validUntil: CivilDate?, audience: Set<Audience>, title: String,
    explanation: String, sources: [Source], norms: [Norm], sentences: [String: String], clearedBy: String,
    stories: [Story], unsettled: String? = nil
  ) {
    self.id = id
    self.force = force
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.audience = audience
    self.title = title
    self.explanation = explanation
    self.sources = sources
    self.norms = norms
    self.sentences = sentences
    templates = sentences.mapValues(Template.read)
    titleTemplate = Template.read(title)
    self.clearedBy = clearedBy
    self.stories = stories
    self.unsettled = unsettled
  }

  /// Whether this is the law on the day of a fact.
  public func holds(on day: CivilDate) -> Bool { span.holds(on: day) }

  /// The days on which it is the law.
  var span: LawSpan { LawSpan(from: validFrom, until: validUntil) }

  func startsBefore(_ other: RuleEntry) -> Bool {
    guard let start = validFrom else { return other.validFrom != nil }
    return other.validFrom.map { start < $0 } ?? false
  }
}

/// How strongly a rule binds.
public enum Force: String, CaseIterable, Sendable {
  /// Statute.
  case statute = "wet"
  /// The government's guide says so.
  case guide = "gids"
  /// A number that the school can set.
  case norm = "norm"
}

/// For whom a signal is.
public enum Audience: String, CaseIterable, Sendable {
  case careCoordinator = "ib"
  case teacher = "leraar"
}

/// Where a rule comes from.
public struct Source: Equatable, Sendable {
  /// § or article, such as `Handreiking §3.8` or `Leerplichtwet 1969, art. 21`.
  public let text: String
  public let address: String?

  public init(text: String, address: String?) {
    self.text = text
    self.address = address
  }
}

/// A number in a rule.
public struct Norm: Equatable, Sendable {
  public let name: String
  public let label: String
  public let unit: String
  public let value: Int
  public let bounds: ClosedRange<Int>
  /// Statute's numbers are shown and cannot be set.
  public let isStatutory: Bool
  /// Whether another number counts for what is running already, since no term hangs on it: from when something shows, or
  /// from how many hours or times on.
  public let countsAtOnce: Bool
  /// Rules that count with it besides the one that it stands with.
  public let alsoUsedBy: [RuleID]

  public init(
    name: String, label: String, unit: String, value: Int, bounds: ClosedRange<Int>, isStatutory: Bool,
    countsAtOnce: Bool = false, alsoUsedBy: [RuleID] = []
  ) {
    self.name = name
    self.label = label
    self.unit = unit
    self.value = value
    self.bounds = bounds
    self.isStatutory = isStatutory
    self.countsAtOnce = countsAtOnce
    self.alsoUsedBy = alsoUsedBy
  }
}

/// A tiny dossier on a day and what the rule makes of it: shown in help and run as a test.
public struct Story: Sendable {
  public enum Outcome: String, CaseIterable, Sendable {
    case fires = "gaat af"
    case justNot = "net niet"
    case cleared = "afgehandeld"
  }

  public let outcome: Outcome
  /// The story in one sentence.
  public let sentence: String
  public let day: CivilDate
  /// The dossier's sections as they stand in files, by section name.
  public let sections: [SectionName: Tree]
  /// The school where it matters: keys of school.json and kalender.json laid over a plain school.
  public let school: Tree?
  /// The expected last day where the rule fires with one.
  public let lastDay: CivilDate?
  /// How it stood before something was corrected, where that is what clears it.
  public let before: Before?

  /// A dossier and a school that asked what the story then clears.
  public struct Before: Sendable {
    public let sections: [SectionName: Tree]
    public let school: Tree?

    public init(sections: [SectionName: Tree], school: Tree?) {
      self.sections = sections
      self.school = school
    }
  }

  public init(
    outcome: Outcome, sentence: String, day: CivilDate, sections: [SectionName: Tree], school: Tree?,
    lastDay: CivilDate?, before: Before? = nil
  ) {
    self.outcome = outcome
    self.sentence = sentence
    self.day = day
    self.sections = sections
    self.school = school
    self.lastDay = lastDay
    self.before = before
  }
}
