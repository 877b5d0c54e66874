import Casework
import Interface
import Support

extension Drive {
  /// From the start screen to Noor's dossier.
  mutating func openNoor() { openPupil("noor vries") }

  mutating func openPupil(_ typed: String) {
    press(.function(3))
    type(typed)
    press(.enter)
  }

  /// A colleague ends the enrolment of a pupil on the Friday before.
  mutating func letLeave(_ name: String) {
    let place = Place.section(pupil: TestSchool.pupil(name), .pupil)
    guard let stored = vault.files[place], var pupil = Record<PupilFields>(tree: stored.tree) else { return }
    var enrolment = pupil.enrolments[0]
    enrolment.until = day("2026-11-20")
    pupil.put(enrolment, in: \.enrolments)
    let saved = Stored(tree: pupil.tree, revision: Revision(text: "vertrokken"))
    vault.files[place] = saved
    send(.othersSaved([ForeignSave(place: place, state: .read(saved), by: nil)]))
  }

  /// By the end of the day of the last talk Noor had no goals and an other level, and one more action.
  mutating func changeNoorSinceTalk() {
    guard var then = vault.opened(TestSchool.ib).caseload.dossiers[TestSchool.pupil("Noor de Vries")],
      var plan = then.plan.record, var version = plan.versions.first, var section = then.conversations.record
    else { return }
    version.members["doelen"] = nil
    version.destination = Choice(.middle)
    version.actionPart?.guidance = "Eén keer per week een half uur rekenen met de RT'er."
    plan.put(version, in: \.versions)
    then.plan = .value(plan)
    section.members["gesprekken"] = nil
    then.conversations = .value(section)
    vault.pasts[then.id] = then
  }

  mutating func typeLong() {
    type("Noor heeft rust nodig en een vaste plek vooraan. ")
    type("Ze leert het best met voorbeelden die ze kan aanraken; de juf legt elke stap apart uit.")
    press(.enter, .enter)
    type("Thuis oefenen doen we niet meer.")
    press(.up, .home)
  }

  mutating func failToSave() {
    vault.failure = .diskFull
    openNoor()
    type("3e")
    press(.down, .down)
    type("Rust")
    press(.control("s"))
  }

  /// Saves a field that a colleague changed meanwhile.
  mutating func runIntoConflict() {
    let place = Place.section(pupil: TestSchool.pupil("Noor de Vries"), .plan)
    guard let stored = vault.files[place], var section = Record<PlanFields>(tree: stored.tree) else { return }
    openNoor()
    type("3e")
    var version = section.versions[0]
    version.destination = Choice(.middle)
    section.put(version, in: \.versions)
    vault.files[place] = Stored(tree: section.tree, revision: Revision(text: "van-bram"))
    press(.down, .down, .down)
    type("h")
    press(.control("s"))
  }
}
