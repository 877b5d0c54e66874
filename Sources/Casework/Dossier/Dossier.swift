/// Everything the school keeps of one pupil who needs support, a section a tab.
public struct Dossier: Equatable, Sendable, Identifiable {
  public let id: RecordID
  public var pupil: Section<PupilFields> = .empty
  public var family: Section<FamilyFields> = .empty
  public var admission: Section<AdmissionFields> = .empty
  public var plan: Section<PlanFields> = .empty
  public var support: Section<SupportFields> = .empty
  public var examination: Section<ExaminationFields> = .empty
  public var consent: Section<ConsentFields> = .empty
  public var absence: Section<AbsenceFields> = .empty
  public var conversations: Section<ConversationsFields> = .empty
  public var medical: Section<MedicalFields> = .empty
  public var referral: Section<ReferralFields> = .empty
  public var transition: Section<TransitionFields> = .empty

  public init(id: RecordID) {
    self.id = id
  }
}
