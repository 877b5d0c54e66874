import Casework
import Interface
import Support

extension Scene {
  /// The tabs that no other scene shows, each with something on it, and the list of rules.
  static let tabs: [Story] = [
    ("regels", TestSchool.ib, { $0.press(.function(8)) }),
    (
      "dossier-aanmelding", TestSchool.ib,
      {
        $0.openPupil("liv")
        $0.type("2")
      }
    ),
    ("dossier-ondersteuning", TestSchool.ib, { $0.openRoos(at: "4") }),
    ("dossier-onderzoek", TestSchool.ib, { $0.openRoos(at: "5") }),
    ("dossier-toestemming", TestSchool.ib, { $0.openRoos(at: "6") }),
    ("dossier-medisch", TestSchool.ib, { $0.openRoos(at: "9") }),
    ("dossier-overgang", TestSchool.ib, { $0.openRoos(at: "-") }),
    ("dossier-leraar", TestSchool.teacher, { $0.openPupil("noor vries") }),
  ]
}

extension Drive {
  /// Roos, of whom a colleague put something on every tab.
  fileprivate mutating func openRoos(at tab: String) {
    planForRoos()
    let name = "Roos van Leeuwen"
    save(Self.support.tree, name, .support)
    save(Self.examination.tree, name, .examination)
    save(Self.consent.tree, name, .consent)
    save(Self.medical.tree, name, .medical)
    save(Self.transition.tree, name, .transition)
    openPupil("roos")
    type(tab)
  }

  private static var mother: Reference<ToGuardian> { Reference(TestDossiers.mother) }

  private static var support: Record<SupportFields> {
    var support = Record<SupportFields>()
    support.put(
      make(ArrangementFields.self, 7401) {
        $0.what = "Begeleiding bij begrijpend lezen"
        $0.source = Choice(.partnership)
        $0.weekly = Minutes(90)
        $0.from = day("2026-08-31")
        $0.until = day("2027-01-29")
      }, in: \.arrangements)
    support.put(
      make(ExpertFields.self, 7402) {
        $0.personName = "Karin Bos"
        $0.discipline = "logopedist"
        $0.telephone = "06-00000002"
      }, in: \.experts)
    support.dyslexia = make(DyslexiaFields.self, 7403) {
      $0.fileStartedOn = day("2025-11-10")
      $0.municipality = "Utrecht"
    }
    return support
  }

  private static var examination: Record<ExaminationFields> {
    var section = Record<ExaminationFields>()
    section.put(
      make(ExaminationRecordFields.self, 7411) { examination in
        examination.kind = Choice(.psychological)
        examination.askedBy = Choice(.school)
        examination.askedOn = day("2026-10-05")
        examination.reason = "Leert ondanks extra hulp niet lezen; is dit een kwestie van tijd?"
        examination.put(
          make(GuardianConsentFields.self, 7412) {
            $0.guardian = mother
            $0.answer = Choice(.given)
            $0.on = day("2026-10-08")
            $0.form = Choice(.written)
          }, in: \.consents)
        examination.plannedOn = day("2026-12-03")
      }, in: \.examinations)
    return section
  }

  private static var consent: Record<ConsentFields> {
    var section = Record<ConsentFields>()
    section.put(
      make(ConsentRecordFields.self, 7421) {
        $0.guardian = mother
        $0.givenOn = day("2026-10-08")
        $0.data = "leesdossier en toetsen van groep 5 en 6"
        $0.party = "Karin Bos, logopedist"
        $0.partyKind = Choice(.careWorker)
        $0.purpose = "behandeling afstemmen"
        $0.validFrom = day("2026-10-08")
        $0.validUntil = day("2027-10-07")
        $0.form = Choice(.written)
      }, in: \.consents)
    section.put(
      make(DisclosureFields.self, 7422) {
        $0.doneOn = day("2026-10-12")
        $0.data = "leesdossier"
        $0.party = "Karin Bos, logopedist"
        $0.purpose = "behandeling afstemmen"
        $0.basis = Choice(.consent)
        $0.consents = [Reference(id(7421))]
      }, in: \.disclosures)
    return section
  }

  private static var medical: Record<MedicalFields> {
    var section = Record<MedicalFields>()
    section.put(
      make(MedicalActFields.self, 7431) { act in
        act.what = "Pufje bij benauwdheid"
        act.kind = Choice(.medicine)
        act.when = "bij een aanval"
        act.from = day("2026-09-01")
        act.put(
          make(PerformerFields.self, 7432) {
            $0.personName = "Bram Jansen"
            $0.isStaff = Choice(.yes)
            $0.voluntary = Choice(.yes)
            $0.voluntaryOn = day("2026-08-31")
          }, in: \.performers)
        act.put(
          make(GuardianConsentFields.self, 7433) {
            $0.guardian = mother
            $0.answer = Choice(.given)
            $0.on = day("2026-08-31")
            $0.form = Choice(.written)
          }, in: \.consents)
        act.board = Choice(.approved)
        act.boardOn = day("2026-09-01")
      }, in: \.acts)
    return section
  }

  private static var transition: Record<TransitionFields> {
    var section = Record<TransitionFields>()
    section.put(
      make(TransferFields.self, 7441) { transfer in
        transfer.school = "Scholengemeenschap Het Baken"
        transfer.put(
          make(GuardianViewFields.self, 7442) {
            $0.guardian = mother
            $0.sawOn = day("2026-11-16")
            $0.remark = "Mist dat Roos graag voorleest aan kleuters."
          }, in: \.views)
      }, in: \.transfers)
    section.put(
      make(AdviceFields.self, 7443) {
        $0.year = SchoolYear(startYear: 2026)
        $0.provisional = Choice(.theoretical)
        $0.provisionalOn = day("2026-11-19")
      }, in: \.advices)
    return section
  }
}
