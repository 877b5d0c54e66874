import Casework
import Interface
import Support

extension Scene {
  /// The plan at work, and what goes with forms that edit well.
  static let planStories: [Story] = [
    (
      "opp-aanbieden", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3A")
        $0.press(.down, .down)
      }
    ),
    (
      "opp-vaststellen-geweigerd", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3V")
      }
    ),
    (
      "opp-vaststellen", TestSchool.ib,
      {
        $0.finishNoorsPlan(isEstablished: false)
        $0.openNoor()
        $0.type("3V")
      }
    ),
    (
      "opp-nieuwe-versie", TestSchool.ib,
      {
        $0.finishNoorsPlan(isEstablished: true)
        $0.openNoor()
        $0.type("3N")
      }
    ),
    (
      "opp-evalueren", TestSchool.ib,
      {
        $0.finishNoorsPlan(isEstablished: true)
        $0.openNoor()
        $0.type("3Eau")
        for _ in 0..<6 { $0.press(.down) }
        $0.type("b")
      }
    ),
    (
      "opp-gelezen", TestSchool.teacher,
      {
        $0.finishNoorsPlan(isEstablished: true)
        $0.openNoor()
        $0.type("3G")
      }
    ),
    (
      "instemming-per-ouder", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3e")
        for _ in 0..<60 where !$0.shows("vader · stemt in") {
          $0.press(.down)
          if $0.shows(">    • vader") { $0.type("2") }
        }
      }
    ),
    (
      "gesprek-voor-meer", TestSchool.teacher,
      {
        $0.type("Ng")
        $0.press(.pageDown, .pageDown)
        $0.type("amber zoë ")
      }
    ),
    (
      "intrekken", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("8")
        $0.press(.home)
        for _ in 0..<9 where !$0.shows(">  ma 2 nov") { $0.press(.down) }
        $0.type("x")
      }
    ),
    (
      "concepten", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3e")
        $0.press(.down, .down)
        $0.type("Rust")
        $0.press(.escape)
        $0.openPupil("liv")
        $0.type("8g")
        $0.press(.down)
        $0.type("o")
        $0.press(.escape, .function(2), .function(9))
      }
    ),
    (
      "weggooien-geheel", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3e")
        for _ in 0..<7 { $0.press(.down) }
        $0.press(.enter)
        $0.type("2 uur")
        $0.press(.control("d"))
      }
    ),
  ]
}

extension Drive {
  /// A colleague completed Noor's plan, and perhaps established it last Tuesday.
  mutating func finishNoorsPlan(isEstablished: Bool) {
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    guard let stored = vault.files[place], var plan = Record<PlanFields>(tree: stored.tree) else { return }
    var version = plan.versions[0]
    version.destinationReasons = "Werkt door en wil graag."
    version.actionPart?.departures = Choice(.none)
    version.pupilView = "Ik wil bij mijn vrienden blijven."
    version.pupilViewUsed = "Zit in het groepje van haar vriendin."
    version.offeredOn = day("2026-11-09")
    version.put(
      make(PlanAgreementFields.self, 5302) {
        $0.guardian = Reference(TestDossiers.father)
        $0.consultedOn = day("2026-11-02")
        $0.answer = Choice(.agreed)
        $0.answeredOn = day("2026-11-16")
      }, in: \.agreements)
    if isEstablished { version.establishedOn = day("2026-11-17") }
    plan.put(version, in: \.versions)
    let saved = Stored(tree: plan.tree, revision: Revision(text: "af"))
    vault.files[place] = saved
    send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
  }
}
