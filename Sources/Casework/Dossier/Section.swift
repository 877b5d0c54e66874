/// The tabs of a dossier; the raw value names the file and the tab's schema.
///
/// Guardians live apart from the pupil (`gezin`), since a teacher reads the one and not the other.
public enum SectionName: String, CaseIterable, Hashable, Sendable {
  case pupil = "leerling"
  case family = "gezin"
  case admission = "aanmelding"
  case plan = "opp"
  case support = "ondersteuning"
  case examination = "onderzoek"
  case consent = "toestemmingen"
  case absence = "verzuim"
  case conversations = "gesprekken"
  case medical = "medisch"
  case referral = "verwijzing"
  case transition = "overgang"

  /// Whose key opens it.
  public var keyClass: KeyClass {
    switch self {
    case .pupil, .plan, .absence, .conversations, .medical: .group
    case .family, .admission, .support, .examination, .consent, .referral, .transition: .care
    }
  }
}

extension SectionName {
  /// Hashes the case, not the letters of its raw value.
  public func hash(into hasher: inout Hasher) { hasher.combine(place) }

  /// Its place among ``allCases``.
  var place: Int {
    switch self {
    case .pupil: 0
    case .family: 1
    case .admission: 2
    case .plan: 3
    case .support: 4
    case .examination: 5
    case .consent: 6
    case .absence: 7
    case .conversations: 8
    case .medical: 9
    case .referral: 10
    case .transition: 11
    }
  }
}

/// Tabs as bits, for code that asks thousands of dossiers about them.
struct SectionSet: OptionSet {
  let rawValue: UInt16

  static let all = SectionSet(SectionName.allCases)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ names: some Sequence<SectionName>) {
    self = names.reduce(into: []) { $0.formUnion(SectionSet($1)) }
  }

  init(_ name: SectionName) { rawValue = 1 << UInt16(name.place) }

  func contains(_ name: SectionName) -> Bool { contains(SectionSet(name)) }
}

extension Dossier {
  /// The tabs that hold something that cannot be read.
  var unreadableSections: SectionSet {
    SectionName.allCases.reduce(into: []) { set, name in
      switch self[name] {
      case .empty, .value: break
      case .notReadable, .damaged: set.formUnion(SectionSet(name))
      }
    }
  }
}

/// Who holds the key of a file.
public enum KeyClass: String, CaseIterable, Sendable {
  /// The teachers of the pupil's group in that school year, and the care team.
  case group = "groep"
  /// The care team: intern begeleider and director.
  case care = "zorg"
}

/// What is known of one tab of one dossier.
///
/// Not to be able to read is never the same as empty: a rule that needs such a tab says that it cannot judge.
public enum Section<Fields: RecordFields>: Equatable, Sendable {
  /// No file: nothing was ever recorded.
  case empty
  case value(Record<Fields>)
  /// There is something and this user has no key to it.
  case notReadable
  /// There is something and it is broken; the text says what, in Dutch, for people.
  case damaged(String)

  /// The record, empty where nothing was recorded; nothing where it cannot be read.
  public var record: Record<Fields>? {
    switch self {
    case .empty: Record()
    case .value(let record): record
    case .notReadable, .damaged: nil
    }
  }

  public var isReadable: Bool {
    switch self {
    case .empty, .value: true
    case .notReadable, .damaged: false
    }
  }
}
