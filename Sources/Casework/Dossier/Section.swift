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

  public var isReadable: Bool { record != nil }
}
