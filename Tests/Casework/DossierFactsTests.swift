import Casework
import Support
import Testing

@Suite("Facts about a pupil")
struct PupilFactsTests {
  @Test(
    "names as people say them and as lists sort them",
    arguments: [
      (["Noor", "de", "Vries"], "Noor de Vries", "Vries, Noor de"),
      (["Sem", nil, "Bakker"], "Sem Bakker", "Bakker, Sem"),
      (["Yara", "van der", "Laan"], "Yara van der Laan", "Laan, Yara van der"),
      (["Madonna", nil, nil], "Madonna", "Madonna"),
      ([nil, "", "Öz"], "Öz", "Öz"),
      ([nil, nil, nil], "", ""),
    ] as [([String?], String, String)])
  func names(parts: [String?], full: String, sort: String) {
    let pupil = make(PupilFields.self, 1) {
      $0.callName = parts[0]
      $0.surnamePrefix = parts[1]
      $0.surname = parts[2]
    }
    #expect(pupil.fullName == full)
    #expect(pupil.sortName == sort)
  }

  @Test(
    "whole years change on the birthday, that of 29 February on the 28th in a common year",
    arguments: [
      ("2016-03-14", "2026-03-13", 9), ("2016-03-14", "2026-03-14", 10), ("2016-03-14", "2016-03-14", 0),
      ("2016-03-14", "2016-03-13", nil), ("2016-02-29", "2026-02-27", 9), ("2016-02-29", "2026-02-28", 10),
      ("2016-02-29", "2028-02-28", 11), ("2016-02-29", "2028-02-29", 12), ("2016-12-31", "2027-01-01", 10),
    ] as [(String, String, Int?)])
  func age(born: String, on: String, years: Int?) {
    let pupil = make(PupilFields.self, 1) { $0.birthDate = day(born) }
    #expect(pupil.age(on: day(on)) == years)
  }

  @Test("a placement counts until its end, or until the next one begins")
  func placements() {
    let pupil = make(PupilFields.self, 1) {
      $0.put(placement(1, group: 50, year: 5, "2025-08-01", "2026-07-31"), in: \.placements)
      // Moved to another group during the year: the first one was never ended.
      $0.put(placement(2, group: 60, year: 6, "2026-08-01", nil), in: \.placements)
      $0.put(placement(3, group: 61, year: 6, "2026-11-02", nil), in: \.placements)
    }
    #expect(pupil.group(on: day("2025-07-31")) == nil)
    #expect(pupil.group(on: day("2025-08-01")) == id(50))
    #expect(pupil.yearGroup(on: day("2026-07-31")) == 5)
    #expect(pupil.yearGroup(on: day("2026-08-01")) == 6)
    #expect(pupil.group(on: day("2026-11-01")) == id(60))
    #expect(pupil.group(on: day("2026-11-02")) == id(61))
    #expect(pupil.group(on: day("2028-01-01")) == id(61))
    // Of a child still to come the first group is shown, and it is in none.
    #expect(pupil.placementToShow(on: day("2025-07-31"))?.group?.id == id(50))
    #expect(pupil.placementToShow(on: day("2026-11-02"))?.group?.id == id(61))
    #expect(Record<PupilFields>().placementToShow(on: day("2026-11-02")) == nil)
  }

  @Test("a withdrawn placement counts for no day")
  func withdrawn() {
    let pupil = make(PupilFields.self, 1) {
      $0.put(placement(1, group: 50, year: 5, "2025-08-01", nil), in: \.placements)
      var wrong = placement(2, group: 60, year: 6, "2025-09-01", nil)
      var withdrawal = Record<WithdrawalFields>()
      withdrawal.reason = "verkeerde leerling"
      wrong.withdrawal = withdrawal
      $0.put(wrong, in: \.placements)
    }
    #expect(pupil.group(on: day("2026-01-01")) == id(50))
  }

  private func placement(
    _ number: UInt64, group: UInt64, year: Int, _ from: String, _ until: String?
  ) -> Record<PlacementFields> {
    make(PlacementFields.self, number) {
      $0.group = Reference(id(group))
      $0.yearGroup = year
      $0.from = day(from)
      $0.until = until.map(day)
    }
  }

  @Test("temporary placement, then enrolment, then departure, then back again")
  func enrolment() {
    let pupil = make(PupilFields.self, 1) {
      $0.put(enrolment(1, .temporary, "2026-03-02", nil), in: \.enrolments)
      $0.put(enrolment(2, .definitive, "2026-03-16", "2026-06-30"), in: \.enrolments)
      $0.put(enrolment(3, .definitive, "2026-09-01", nil), in: \.enrolments)
    }
    #expect(pupil.enrolment(on: day("2026-03-01")) == .notYet(from: day("2026-03-02")))
    #expect(pupil.enrolment(on: day("2026-03-02")) == .temporary(since: day("2026-03-02")))
    #expect(pupil.enrolment(on: day("2026-03-15")) == .temporary(since: day("2026-03-02")))
    #expect(pupil.enrolment(on: day("2026-03-16")) == .definitive(since: day("2026-03-16")))
    #expect(pupil.enrolment(on: day("2026-06-30")).isEnrolled)
    #expect(pupil.enrolment(on: day("2026-07-01")) == .left(lastDay: day("2026-06-30")))
    #expect(pupil.enrolment(on: day("2026-09-01")) == .definitive(since: day("2026-09-01")))
    #expect(pupil.departure == nil)
    #expect(Record<PupilFields>().enrolment(on: day("2026-09-01")) == .notOnRecord)
  }

  @Test("two definitive enrolments that touch are one stretch")
  func touching() {
    let pupil = make(PupilFields.self, 1) {
      $0.put(enrolment(1, .definitive, "2024-08-01", "2025-07-31"), in: \.enrolments)
      $0.put(enrolment(2, .definitive, "2025-08-01", "2026-07-31"), in: \.enrolments)
    }
    #expect(pupil.definitiveSpans == [DateSpan(from: day("2024-08-01"), until: day("2026-07-31"))])
    #expect(pupil.enrolment(on: day("2026-01-01")) == .definitive(since: day("2024-08-01")))
    #expect(pupil.departure?.id == id(2))
  }

  private func enrolment(
    _ number: UInt64, _ kind: EnrolmentKind, _ from: String, _ until: String?
  ) -> Record<EnrolmentFields> {
    make(EnrolmentFields.self, number) {
      $0.kind = Choice(kind)
      $0.from = day(from)
      $0.until = until.map(day)
    }
  }
}

@Suite("Levels of support over time")
struct SupportLevelTests {
  private let pupil = make(PupilFields.self, 1) {
    $0.put(level(1, .basic, "2024-08-01", nil), in: \.supportLevels)
    $0.put(level(2, .extraWithinProfile, "2025-10-06", "2026-01-11"), in: \.supportLevels)
    $0.put(level(3, .extraBeyondProfile, "2026-01-12", "2026-03-31"), in: \.supportLevels)
    $0.put(level(4, .basic, "2026-04-01", nil), in: \.supportLevels)
    $0.put(level(5, .extraWithinProfile, "2026-10-05", nil), in: \.supportLevels)
  }

  @Test("the level of a day, and nothing where none is on record")
  func levels() {
    #expect(pupil.supportLevel(on: day("2024-07-31")) == nil)
    #expect(pupil.supportLevel(on: day("2025-10-05")) == .basic)
    #expect(pupil.supportLevel(on: day("2025-10-06")) == .extraWithinProfile)
    #expect(pupil.supportLevel(on: day("2026-03-31")) == .extraBeyondProfile)
    #expect(pupil.supportLevel(on: day("2026-04-01")) == .basic)
  }

  @Test("going from one extra level to the other breaks no run; going back to basic does")
  func runs() {
    let runs = pupil.extraSupportRuns(at: .primary)
    #expect(
      runs == [
        DateSpan(from: day("2025-10-06"), until: day("2026-03-31")), DateSpan(from: day("2026-10-05")),
      ])
    #expect(pupil.extraSupportRun(on: day("2026-02-01"), at: nil)?.from == day("2025-10-06"))
    #expect(!pupil.hasExtraSupport(on: day("2026-04-01"), at: .primary))
    #expect(pupil.hasExtraSupport(on: day("2030-01-01"), at: .primary))
  }

  @Test("one day without a level breaks a run")
  func gap() {
    let gapped = make(PupilFields.self, 1) {
      $0.put(level(1, .extraWithinProfile, "2026-01-01", "2026-03-30"), in: \.supportLevels)
      $0.put(level(2, .extraWithinProfile, "2026-04-01", nil), in: \.supportLevels)
    }
    #expect(gapped.extraSupportRuns(at: .primary).count == 2)
  }

  @Test("in an SBO school every enrolled pupil has extra support")
  func specialPrimary() {
    let enrolled = make(PupilFields.self, 1) {
      $0.put(
        make(EnrolmentFields.self, 2) {
          $0.kind = Choice(.definitive)
          $0.from = day("2026-08-01")
        }, in: \.enrolments)
    }
    #expect(enrolled.hasExtraSupport(on: day("2026-08-01"), at: .specialPrimary))
    #expect(!enrolled.hasExtraSupport(on: day("2026-07-31"), at: .specialPrimary))
    #expect(!enrolled.hasExtraSupport(on: day("2026-08-01"), at: .primary))
  }

  @Test("a level of a newer version is neither basic nor extra")
  func unknownWord() {
    let newer = make(PupilFields.self, 1) {
      var period = level(1, .basic, "2026-01-01", nil)
      period.level = Choice(word: "nieuwNiveau")
      $0.put(period, in: \.supportLevels)
    }
    #expect(newer.supportLevel(on: day("2026-01-01")) == nil)
    #expect(newer.extraSupportRuns(at: .primary).isEmpty)
  }
}

private func level(
  _ number: UInt64, _ level: SupportLevel, _ from: String, _ until: String?
) -> Record<SupportPeriodFields> {
  make(SupportPeriodFields.self, number) {
    $0.level = Choice(level)
    $0.from = day(from)
    $0.until = until.map(day)
  }
}

@Suite("Custody on a day")
struct CustodyTests {
  private func guardian(
    kind: GuardianKind = .parent, died: String? = nil, _ stretches: [(YesNoUnknown, String?, String?)]
  ) -> Guardian {
    make(GuardianFields.self, 10) { guardian in
      guardian.kind = Choice(kind)
      guardian.diedOn = died.map(day)
      for (index, stretch) in stretches.enumerated() {
        let custody = make(CustodyFields.self, UInt64(index) + 1) {
          $0.hasCustody = Choice(stretch.0)
          $0.from = stretch.1.map(day)
          $0.until = stretch.2.map(day)
        }
        guardian.put(custody, in: \.custody)
      }
    }
  }

  @Test("nothing on record is unknown, except for a foster parent")
  func nothingOnRecord() {
    #expect(guardian([]).hasCustody(on: day("2026-11-23")) == .unknown)
    #expect(guardian(kind: .institution, []).hasCustody(on: day("2026-11-23")) == .unknown)
    #expect(guardian(kind: .fosterParent, []).hasCustody(on: day("2026-11-23")) == .no)
  }

  @Test("a stretch with custody ends custody at its edges; one without leaves it unknown")
  func edges() {
    let mother = guardian([(.yes, nil, nil)])
    #expect(mother.hasCustody(on: day("1999-01-01")) == .yes)
    let father = guardian([(.yes, "2020-05-01", "2026-03-31")])
    #expect(father.hasCustody(on: day("2020-04-30")) == .no)
    #expect(father.hasCustody(on: day("2020-05-01")) == .yes)
    #expect(father.hasCustody(on: day("2026-03-31")) == .yes)
    #expect(father.hasCustody(on: day("2026-04-01")) == .no)
    let other = guardian([(.no, "2020-05-01", "2026-03-31")])
    #expect(other.hasCustody(on: day("2020-04-30")) == .unknown)
    #expect(other.hasCustody(on: day("2023-01-01")) == .no)
    #expect(other.hasCustody(on: day("2026-04-01")) == .unknown)
  }

  @Test("custody that came later, and that became unclear")
  func changes() {
    let father = guardian([(.no, nil, "2022-12-31"), (.yes, "2023-01-01", nil), (.unknown, "2026-09-01", nil)])
    #expect(father.hasCustody(on: day("2022-12-31")) == .no)
    #expect(father.hasCustody(on: day("2023-01-01")) == .yes)
    #expect(father.hasCustody(on: day("2026-08-31")) == .yes)
    #expect(father.hasCustody(on: day("2026-09-01")) == .unknown)
  }

  @Test("who died has custody no more from that day on")
  func died() {
    let mother = guardian(died: "2026-11-01", [(.yes, nil, nil)])
    #expect(mother.hasCustody(on: day("2026-10-31")) == .yes)
    #expect(mother.hasCustody(on: day("2026-11-01")) == .no)
  }

  @Test("custody is known where somebody has it and of nobody it is unknown")
  func known() {
    func family(_ guardians: [Guardian]) -> Record<FamilyFields> {
      make(FamilyFields.self, 1) { family in
        for (index, var guardian) in guardians.enumerated() {
          guardian.id = id(UInt64(index) + 20)
          family.put(guardian, in: \.guardians)
        }
      }
    }
    let today = day("2026-11-23")
    #expect(!family([]).knowsCustody(on: today))
    #expect(!family([guardian([(.no, nil, nil)])]).knowsCustody(on: today))
    #expect(family([guardian([(.no, nil, nil)]), guardian([(.yes, nil, nil)])]).knowsCustody(on: today))
    #expect(!family([guardian([]), guardian([(.yes, nil, nil)])]).knowsCustody(on: today))
  }
}
