/// Everything the school keeps of one pupil who needs support, a section a tab.
public struct Dossier: Equatable, Sendable, Identifiable {
  public let id: RecordID
  /// What is known of each tab, in the order of ``SectionName/allCases``.
  private var states: [SectionState]
  /// The tabs that may be looked at; the others are as good as not readable.
  private var shown: SectionSet = .all
  /// What was worked out of the tabs as they stand.
  private(set) var facts: DossierFacts?

  public init(id: RecordID) {
    self.id = id
    states = Array(repeating: .empty, count: SectionName.allCases.count)
  }

  /// A tab by its name, for code that treats all tabs alike.
  public subscript(name: SectionName) -> SectionState {
    get { isShown(name) ? states[name.place] : .notReadable }
    set {
      shown.insert(SectionSet(name))
      states[name.place] = newValue.checked
      facts = nil
    }
  }

  public static func == (left: Dossier, right: Dossier) -> Bool {
    left.id == right.id && left.shown == right.shown && left.states == right.states
  }

  /// Whether a tab may be looked at.
  func isShown(_ name: SectionName) -> Bool { shown.contains(name) }

  /// The same dossier for someone who may look at these tabs only.
  func showing(_ names: SectionSet) -> Dossier {
    var part = self
    part.shown.formIntersection(names)
    return part
  }

  /// The same dossier with what many rules ask of it worked out.
  func workedOut(in scope: RuleScope) -> Dossier {
    var copy = self
    copy.facts = DossierFacts(self, in: scope)
    return copy
  }
}

extension Dossier {
  public var pupil: Section<PupilFields> {
    get { Section(self[.pupil]) }
    set { self[.pupil] = newValue.state }
  }

  public var family: Section<FamilyFields> {
    get { Section(self[.family]) }
    set { self[.family] = newValue.state }
  }

  public var admission: Section<AdmissionFields> {
    get { Section(self[.admission]) }
    set { self[.admission] = newValue.state }
  }

  public var plan: Section<PlanFields> {
    get { Section(self[.plan]) }
    set { self[.plan] = newValue.state }
  }

  public var support: Section<SupportFields> {
    get { Section(self[.support]) }
    set { self[.support] = newValue.state }
  }

  public var examination: Section<ExaminationFields> {
    get { Section(self[.examination]) }
    set { self[.examination] = newValue.state }
  }

  public var consent: Section<ConsentFields> {
    get { Section(self[.consent]) }
    set { self[.consent] = newValue.state }
  }

  public var absence: Section<AbsenceFields> {
    get { Section(self[.absence]) }
    set { self[.absence] = newValue.state }
  }

  public var conversations: Section<ConversationsFields> {
    get { Section(self[.conversations]) }
    set { self[.conversations] = newValue.state }
  }

  public var medical: Section<MedicalFields> {
    get { Section(self[.medical]) }
    set { self[.medical] = newValue.state }
  }

  public var referral: Section<ReferralFields> {
    get { Section(self[.referral]) }
    set { self[.referral] = newValue.state }
  }

  public var transition: Section<TransitionFields> {
    get { Section(self[.transition]) }
    set { self[.transition] = newValue.state }
  }
}
