/// What is noted during a talk, before anything of it is in the dossier.
public typealias MeetingNotes = Record<MeetingFields>

/// The notes of a talk as they are kept in a draft; no file of the school holds them.
public struct MeetingFields: RecordFields {
  public static let declared = MeetingFields()
  public static let name = "gespreksnotities"
  public static let title = "Gesprek"

  public let on = Field<CivilDate>("datum", "Datum", .required)
  public let kind = Field<Choice<ConversationKind>>("soort", "Met wie", .required)
  public let medium = Field<Choice<ConversationMedium>>("hoe", "Hoe", .required)
  public let participants = ListField<ParticipantFields>("deelnemers", "Wie erbij waren")
  public let answers = ListField<MeetingAnswerFields>("punten", "Punten")
}

/// What came of one point of a talk.
public typealias MeetingAnswer = Record<MeetingAnswerFields>

/// What came of one point: the answer, a line of text, an action.
public struct MeetingAnswerFields: RecordFields {
  public static let declared = MeetingAnswerFields()
  public static let name = "punt"
  public static let title = "Punt"

  /// ``MeetingPoint/id``.
  public let point = Field<String>("punt", "Punt", .required)
  /// What the point was called; all that is left of one that fell away since, and all there is of an own point.
  public let words = Field<String>("titel", "Titel")
  public let outcome = Field<Choice<MeetingOutcome>>("uitkomst", "Uitkomst")
  public let score = Field<Choice<GoalScore>>("score", "Resultaat")
  public let text = Field<String>("tekst", "Tekst", .long)
  /// The text of the action part that an answer was given to.
  public let textHash = Field<String>("kenmerk", "Kenmerk van de tekst")
  public let what = Field<String>("wat", "Wat")
  public let who = Field<String>("wie", "Wie")
  public let owner = Field<Reference<ToUser>>("collega", "Welke collega")
  public let before = Field<CivilDate>("voor", "Voor")
  /// What was typed for the day, which may not be a day yet.
  public let typedBefore = Field<String>("voorGetypt", "Voor")
}

/// What can come of a point.
public enum MeetingOutcome: String, ChoiceKind {
  case discussed = "besproken"
  case agreedOn = "afgesproken"
  case notRaised = "nietAanDeOrde"
  /// Of an action: it is done.
  case done = "klaar"
  /// Of agreement asked of a guardian.
  case consents = "stemtIn"
  case signs = "tekent"
  case refuses = "stemtNietIn"

  public var label: String {
    switch self {
    case .discussed: "besproken"
    case .agreedOn: "afgesproken"
    case .notRaised: "niet aan de orde"
    case .done: "klaar"
    case .consents: "stemt in (mondeling)"
    case .signs: "stemt in (handtekening)"
    case .refuses: "stemt niet in"
    }
  }

  /// The answer to the plan that it is.
  var agreement: (answer: AgreementAnswer, form: AgreementForm)? {
    switch self {
    case .consents: (.agreed, .oral)
    case .signs: (.agreed, .signed)
    case .refuses: (.refused, .oral)
    case .discussed, .agreedOn, .notRaised, .done: nil
    }
  }
}

extension Record<MeetingFields> {
  public func answer(to point: String) -> MeetingAnswer? {
    self.answers.first { $0.point == point }
  }

  /// Whether a guardian is among those who are there.
  public func isPresent(_ guardian: RecordID) -> Bool {
    self.participants.contains { $0.guardian?.id == guardian }
  }
}

extension Record<MeetingAnswerFields> {
  /// Whether nothing was answered and nothing typed.
  public var isEmpty: Bool {
    self.outcome == nil && self.score == nil && (self.text ?? "").isEmpty && !hasAction
  }

  /// Whether something of an action was filled in.
  public var hasAction: Bool {
    ![self.what, self.who, self.typedBefore].allSatisfy { ($0 ?? "").isEmpty }
  }

  /// Whether the action says what, who and by when.
  public var isActionWhole: Bool {
    !(self.what ?? "").isEmpty && !(self.who ?? "").isEmpty && self.before != nil
  }
}
