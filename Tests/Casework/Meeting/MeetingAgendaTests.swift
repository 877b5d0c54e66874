import Support
import Testing

@testable import Casework

@Suite("The agenda of a talk")
struct MeetingAgendaTests {
  @Test(
    "What was agreed before comes first, the first due on top; then whose agreement is asked; then what else is open")
  func order() {
    let points = MeetingBench.points(
      MeetingBench.dossier(), MeetingBench.notes(), MeetingBench.signal("contact.stil", .conversations),
      MeetingBench.signal("opp.instemming", .plan))
    #expect(
      points.map(\.title) == [
        "Eerst (voor 20 nov)", "Later (voor 1 dec)", "Instemming met het OPP, versie 1: moeder",
        "Instemming met het OPP, versie 1: vader", "contact.stil",
      ])
  }

  @Test("Only a guardian with custody is asked to agree, and not one who agreed to this very text")
  func agreement() {
    func asked(_ dossier: Dossier) -> [RecordID] {
      MeetingBench.points(dossier, MeetingBench.notes()).compactMap {
        if case .agreement(_, let guardian) = $0.topic { guardian } else { nil }
      }
    }
    func agreed(_ hash: String?) -> Dossier {
      MeetingBench.dossier { version in
        version.put(
          make(PlanAgreementFields.self, 41) {
            $0.guardian = Reference(MeetingBench.mother)
            $0.answer = Choice(.agreed)
            $0.answeredOn = day("2026-11-12")
            $0.textHash = hash
          }, in: \.agreements)
      }
    }
    #expect(asked(MeetingBench.dossier()) == [MeetingBench.mother, MeetingBench.father])
    #expect(asked(agreed(nil)) == [MeetingBench.father])
    #expect(asked(agreed("een andere tekst")) == [MeetingBench.mother, MeetingBench.father])
    #expect(asked(MeetingBench.dossier { $0.offeredOn = nil }) == [])
  }

  @Test("A plan that is being drawn up is to be talked over; in a talk without parents the plan asks nothing")
  func draft() {
    let draft = MeetingBench.dossier { $0.offeredOn = nil }
    #expect(
      MeetingBench.points(draft, MeetingBench.notes()).last?.topic == .consultation(version: MeetingBench.version))
    #expect(MeetingBench.points(draft, MeetingBench.notes(.careTeam)).allSatisfy { $0.part == .actions })
  }

  @Test("Where the plan is to be evaluated, each goal of the version in force is a point in the signal's place")
  func goals() {
    let dossier = MeetingBench.dossier { $0.establishedOn = day("2025-11-24") }
    let points = MeetingBench.points(dossier, MeetingBench.notes(), MeetingBench.signal("opp.evaluatie", .plan))
    #expect(points.filter(\.takesScore).map(\.title) == ["rekenen", "werkhouding"])
    #expect(!points.contains { $0.part == .signals })
    #expect(MeetingBench.points(dossier, MeetingBench.notes()).filter(\.takesScore).isEmpty)
  }

  @Test("The signal of an action that is a point already is not told twice; another one is")
  func covered() {
    let points = MeetingBench.points(
      MeetingBench.dossier(), MeetingBench.notes(), MeetingBench.signal("actie", .conversations, records: [id(33)]),
      MeetingBench.signal("actie", .conversations, records: [id(99)]))
    #expect(points.filter { $0.part == .signals }.count == 1)
  }

  @Test("An answered point that fell away since keeps its title and its answer")
  func gone() {
    var done = MeetingBench.dossier()
    let notes = MeetingBench.answered(MeetingBench.notes(), MeetingBench.points(done, MeetingBench.notes())[0]) {
      $0.outcome = Choice(.discussed)
    }
    if case .value(var section) = done.conversations {
      section.members["gesprekken"] = nil
      done.conversations = .value(section)
    }
    let left = MeetingBench.points(done, notes).last
    #expect(left?.topic == .gone && left?.title == "Eerst (voor 20 nov)")
    #expect(left?.part == .gone)
  }
}
