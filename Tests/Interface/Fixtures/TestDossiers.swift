import Casework
import Support

/// The pupils of the test school of whom more is on record.
enum TestDossiers {
  static let mother = id(5001)
  static let father = id(5002)
  static let noorVersion = id(5101)
  static let noorLevel = id(5003)

  /// Noor: extra support since 1 October, a plan that is being drawn up, a talk with an open action, a file that is broken
  /// and one that cannot be read.
  static func noor(_ plain: Dossier) -> Dossier {
    var dossier = plain
    guard case .value(var pupil) = dossier.pupil else { return dossier }
    pupil.put(
      make(SupportPeriodFields.self, 5003) {
        $0.level = Choice(.extraBeyondProfile)
        $0.from = day("2026-10-01")
        $0.reason = "Rekenen blijft ver achter, ondanks extra uitleg in de klas."
      }, in: \.supportLevels)
    dossier.pupil = .value(pupil)
    dossier.family = .value(family)
    dossier.plan = .value(plan)
    dossier.conversations = .value(conversations)
    dossier.consent = .notReadable
    dossier.referral = .damaged("Op regel 3 staat geen komma.")
    return dossier
  }

  private static var family: Record<FamilyFields> {
    var family = Record<FamilyFields>()
    for (number, name, relation) in [(mother, "Marieke Jansen", "moeder"), (father, "Peter de Vries", "vader")] {
      var guardian = Guardian()
      guardian.id = number
      guardian.fullName = name
      guardian.relation = relation
      guardian.kind = Choice(.parent)
      guardian.telephone = "06-12345678"
      let custody = make(CustodyFields.self, number.low + 50) { $0.hasCustody = Choice(.yes) }
      guardian.put(custody, in: \.custody)
      family.put(guardian, in: \.guardians)
    }
    return family
  }

  private static var plan: Record<PlanFields> {
    var version = PlanVersion()
    version.id = noorVersion
    version.drawnUpOn = day("2026-10-05")
    version.destination = Choice(.theoretical)
    version.promotingFactors = ["houdt van samenwerken", "leest graag"]
    version.impedingFactors = ["raakt snel afgeleid"]
    version.actionPart = ActionPart()
    version.actionPart?.guidance = "Twee keer per week een half uur rekenen met de RT'er, in een groepje van drie."
    for (number, domain, target) in [
      (5201, "rekenen", "tafels tot en met 10"), (5202, "werkhouding", "10 minuten alleen werken"),
    ] {
      version.put(
        make(GoalFields.self, UInt64(number)) {
          $0.domain = domain
          $0.target = target
        }, in: \.goals)
    }
    version.put(
      make(PlanAgreementFields.self, 5301) {
        $0.guardian = Reference(mother)
        $0.consultedOn = day("2026-11-02")
        $0.answer = Choice(.agreed)
        $0.answeredOn = day("2026-11-12")
      }, in: \.agreements)
    var plan = Record<PlanFields>()
    plan.put(version, in: \.versions)
    return plan
  }

  private static var conversations: Record<ConversationsFields> {
    var talk = Conversation()
    talk.id = id(5401)
    talk.on = day("2026-11-02")
    talk.kind = Choice(.parents)
    talk.subjects = [Choice(.plan), Choice(.learning)]
    talk.medium = Choice(.inPerson)
    talk.reached = Choice(.reached)
    talk.summary = "Moeder maakt zich zorgen over het rekenen. Thuis oefenen lukt niet meer zonder ruzie."
    talk.put(
      make(ActionFields.self, 5402) {
        $0.what = "RT'er vragen om een rustiger plek"
        $0.owner = Reference(TestSchool.ib.id)
        $0.before = day("2026-11-20")
      }, in: \.actions)
    var section = Record<ConversationsFields>()
    section.put(talk, in: \.conversations)
    return section
  }

  /// What to do when Amber is stung by a wasp.
  static var card: Tree {
    var card = Record<EmergencyCardFields>()
    card.what = "Zware reactie op een wespensteek."
    card.signs = "Rode vlekken, piepende adem, een dikke tong."
    card.steps = "Pen in het bovenbeen, tien tellen vasthouden. Laten liggen, benen omhoog."
    card.never = "Niet laten lopen."
    card.medicine = "Pen met 0,15 mg"
    card.place = "Rode tas aan de deur van 6a"
    card.callAmbulance = "Altijd zodra de pen is gebruikt."
    card.put(
      make(EmergencyContactFields.self, 5701) {
        $0.personName = "Ilse Smit"
        $0.relation = "moeder"
        $0.telephone = "06-00000001"
      }, in: \.contacts)
    card.checkedOn = day("2026-09-07")
    return card.tree
  }

  /// Sem: unauthorised on three whole days in four weeks.
  static func sem(_ plain: Dossier) -> Dossier {
    var absence = Record<AbsenceFields>()
    for (number, date) in [(5501, "2026-10-26"), (5502, "2026-11-03"), (5503, "2026-11-11")] {
      absence.put(
        make(AbsenceRecordFields.self, UInt64(number)) {
          $0.kind = Choice(.unauthorised)
          $0.from = day(date)
        }, in: \.absences)
    }
    var dossier = plain
    dossier.absence = .value(absence)
    return dossier
  }

  /// Liv: a written application that waits for a decision.
  static func liv(_ plain: Dossier) -> Dossier {
    var section = Record<AdmissionFields>()
    section.put(
      make(ApplicationFields.self, 5601) {
        $0.receivedOn = day("2026-10-16")
        $0.form = Choice(.written)
      }, in: \.applications)
    var dossier = plain
    dossier.admission = .value(section)
    return dossier
  }
}
