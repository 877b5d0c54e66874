import Casework
import Support
import Testing

@testable import Interface

@Suite("A dossier whose pupil left")
struct ClosedDossierTests {
  private static let noor = TestSchool.pupil("Noor de Vries")

  private func entry(_ id: RuleID, _ title: String) -> RuleEntry {
    RuleEntry(
      id: id, force: .statute, validFrom: nil, validUntil: nil, audience: [.careCoordinator], title: title,
      explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
  }

  private func episode(_ rule: RuleID, from: String, due: String) -> Episode {
    Episode(
      id: Episode.ID(rule: rule, subject: .pupil(Self.noor)), visibleFrom: day(from), due: day(due), proof: [],
      act: Act(.pupil))
  }

  /// Noor's dossier, by way of her signal or of the list, with her enrolment ending on this day.
  private func opened(_ episodes: [Episode], leftOn last: String?) -> [String] {
    var drive = Drive(
      asked: episodes, by: [entry("a", "OKR versturen"), entry("b", "Dossier wissen"), entry("c", "Voortgang")],
      outliving: ["a", "b"])
    let place = Place.section(pupil: Self.noor, .pupil)
    if let last, let stored = drive.vault.files[place], var pupil = Record<PupilFields>(tree: stored.tree) {
      var enrolment = pupil.enrolments[0]
      enrolment.until = day(last)
      pupil.put(enrolment, in: \.enrolments)
      let saved = Stored(tree: pupil.tree, revision: Revision(text: "weg"))
      drive.send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
    }
    drive.state.screens.push(.dossier(DossierScreen(pupil: Self.noor)))
    return drive.rows
  }

  @Test("Who left is not in the list of pupils, and found by name with the day")
  func found() {
    var drive = Drive()
    drive.letLeave("Sem Bakker")
    drive.press(.function(3))
    #expect(drive.shows("27 leerlingen") && !drive.shows("Bakker, Sem"))
    drive.type("sem")
    #expect(drive.rows.contains { $0.contains("Bakker, Sem") && $0.contains("vertrokken na vr 20 nov 2026") })
    drive.press(.enter)
    #expect(drive.shows("Dit dossier is gesloten."))
  }

  @Test("While the pupil is here nothing is closed")
  func here() {
    let rows = opened([episode("a", from: "2026-11-01", due: "2026-12-01")], leftOn: nil)
    #expect(!rows.contains { $0.contains("gesloten") })
    // The last day of enrolment is still a day at school.
    #expect(!opened([], leftOn: "2026-11-23").contains { $0.contains("gesloten") })
  }

  @Test("It says that it is closed and that nothing is asked")
  func silent() {
    let rows = opened([], leftOn: "2026-11-22")
    #expect(rows.contains { $0.contains("Dit dossier is gesloten. Er wordt niets meer") })
    #expect(rows.contains { $0.contains("vertrokken na zo 22 nov 2026") })
  }

  @Test("It says what still holds now and what comes later, and leaves out what fell silent")
  func holds() {
    let rows = opened(
      [
        episode("a", from: "2026-11-01", due: "2026-11-29"), episode("c", from: "2026-10-01", due: "2026-12-01"),
        episode("b", from: "2028-10-01", due: "2028-10-31"),
      ],
      leftOn: "2026-10-31")
    #expect(rows.contains { $0.contains("Dit dossier is gesloten. Wat nog geldt:") })
    #expect(rows.contains { $0.contains("OKR versturen") && $0.contains("nog 6 d") })
    #expect(!rows.contains { $0.contains("Voortgang") })
    #expect(rows.contains { $0.contains("vanaf zo 1 okt 2028: Dossier wissen") })
  }
}
