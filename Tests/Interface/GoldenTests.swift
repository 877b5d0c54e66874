import Casework
import Interface
import Support
import Testing

/// Every screen in its main states, as somebody looked at it.
@Suite("Screens as they were looked at")
struct GoldenTests {
  static let folder = "Tests/Interface/Goldens"

  @Test("The screen stands as in its golden", arguments: Scene.all)
  func golden(_ scene: Scene) {
    let drive = scene.played()
    #expect(
      GoldenScreen.difference(drive.screen, from: scene.name, in: Self.folder, under: scene.isASCII ? .mono : nil)
        == nil)
  }
}

/// A state that a golden shows: who, on which screen, after which keys.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let user: User?
  let size: Size
  let isASCII: Bool
  let keys: @Sendable (inout Drive) -> Void

  var testDescription: String { name }

  func played() -> Drive {
    var drive = user.map { Drive(as: $0, size: size, isASCII: isASCII) } ?? Drive(atTheDoor: size, isASCII: isASCII)
    keys(&drive)
    return drive
  }

  /// Each story at each size, and in ASCII.
  static let all: [Scene] = (stories + pictures + planStories + schoolStories).flatMap { story in
    [("80x24", 80, 24, false), ("100x30", 100, 30, false), ("40x12", 40, 12, false), ("mono-ascii", 80, 24, true)].map {
      Scene(
        name: "\(story.name)-\($0.0)", user: story.user, size: Size(columns: $0.1, rows: $0.2), isASCII: $0.3,
        keys: story.keys)
    }
  }

  typealias Story = (name: String, user: User?, keys: @Sendable (inout Drive) -> Void)

  private static let stories: [Story] = [
    ("inloggen", nil, { $0.press(.enter) }),
    ("agenda", TestSchool.ib, { $0.press(.down) }),
    ("agenda-filter", TestSchool.ib, { $0.type("/noor") }),
    (
      "agenda-niet-te-beoordelen", TestSchool.teacher,
      {
        $0.breakTabs()
        $0.press(.function(2), .end)
      }
    ),
    ("bewijs", TestSchool.ib, { $0.type("w") }),
    ("leerlingen", TestSchool.ib, { $0.press(.function(3)) }),
    ("dossier-leerling", TestSchool.ib, { $0.openNoor() }),
    (
      "dossier-opp", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3")
      }
    ),
    (
      "dossier-gesprekken", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("8")
      }
    ),
    (
      "dossier-onleesbaar", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("6")
      }
    ),
    (
      "dossier-beschadigd", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("0")
      }
    ),
    (
      "dossier-verzuim", TestSchool.ib,
      {
        $0.openPupil("sem")
        $0.type("7")
      }
    ),
    (
      "onderdeel", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3")
        $0.press(.enter)
      }
    ),
    (
      "toevoegen", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("7n")
      }
    ),
    (
      "samenvatting", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("pm")
        $0.press(.enter)
      }
    ),
    (
      "dossier-gesloten", TestSchool.ib,
      {
        $0.openPupil("sem")
        $0.letLeave("Sem Bakker")
      }
    ),
    ("school", TestSchool.ib, { $0.press(.function(6)) }),
    (
      "normen", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("g")
        $0.press(.down, .enter)
        $0.type("20")
        $0.press(.enter)
      }
    ),
    (
      "norm-geweigerd", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("g")
        $0.press(.down, .enter)
        $0.type("200")
        $0.press(.enter)
      }
    ),
    ("groep-klaar", TestSchool.teacher, { $0.type("DzKaNt5Zvk") }),
    (
      "groep-geen-school", TestSchool.teacher,
      {
        $0.type("d20 okt")
        $0.press(.enter)
      }
    ),
    ("noodkaart", TestSchool.teacher, { $0.type("An") }),
    ("noodkaart-geen", TestSchool.teacher, { $0.type("Bn") }),
    (
      "lange-tekst", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("3e")
        $0.press(.down, .down)
        $0.typeLong()
      }
    ),
    (
      "fout-in-formulier", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("8g")
        $0.press(.control("s"))
      }
    ),
    (
      "weggooien", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("8g")
        $0.press(.down)
        $0.type("o")
        $0.press(.control("d"))
      }
    ),
    ("verschil", TestSchool.ib, { $0.runIntoConflict() }),
    ("mislukt", TestSchool.ib, { $0.failToSave() }),
    (
      "groep", TestSchool.teacher,
      {
        $0.type("Bz")
        $0.type("Ct7")
        $0.type("Do")
      }
    ),
    (
      "gesprek", TestSchool.teacher,
      {
        $0.type("Ng")
        $0.press(.down)
        $0.type("o")
        $0.press(.down)
      }
    ),
    (
      "besluit", TestSchool.ib,
      {
        $0.type("/liv")
        $0.press(.enter)
        $0.type("a")
        $0.type("t")
        $0.press(.down)
        $0.type("vandaag")
      }
    ),
    (
      "opp-formulier", TestSchool.ib,
      {
        $0.type("/opp")
        $0.press(.enter)
        $0.type("a")
      }
    ),
    (
      "uitstel", TestSchool.ib,
      {
        $0.type("/liv")
        $0.press(.enter)
        $0.type("s")
        $0.type("Wachten op de ouders.")
      }
    ),
    (
      "bestanden", TestSchool.ib,
      {
        let pupil = $0.state.session?.caseload.dossiers.values.first { $0.pupil.record?.callName == "Liv" }?.id
        $0.send(
          .filesChecked([
            FileTrouble(
              place: pupil.map { .section(pupil: $0, .admission) }, path: "leerlingen/5d/16.zegel",
              text:
                "Het bestand leerlingen/5d/16.zegel is niet te gebruiken: het is niet de versie die het journaal als laatste noemt. De versie van 20 november is nog goed en kan worden teruggezet.",
              canBePutBack: true),
            FileTrouble(
              place: nil, path: "sleutels/wortel.json", text: "Vraag uw beheerder om een reservekopie.",
              canBePutBack: false),
          ]))
        $0.press(.function(7))
      }
    ),
    (
      "hulp", TestSchool.ib,
      {
        $0.type("?")
        $0.type("uit")
      }
    ),
    ("opdrachten", TestSchool.ib, { $0.press(.control("p")) }),
    (
      "toen-bekend", TestSchool.ib,
      {
        $0.vault.record(withoutAbsenceOf: "Sem Bakker", on: day("2026-11-20"))
        $0.type("d20 nov")
        $0.press(.enter)
      }
    ),
    (
      "geen-geschiedenis", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("d2 aug")
        $0.press(.enter)
      }
    ),
    (
      "op-datum", TestSchool.ib,
      {
        $0.type("d12 jan")
        $0.press(.enter)
      }
    ),
    (
      "regel", TestSchool.ib,
      {
        $0.press(.function(8), .end, .up, .enter)
      }
    ),
    (
      "naslag", TestSchool.ib,
      {
        $0.press(.function(5))
        $0.type("te")
      }
    ),
    (
      "naslag-onderwerp", TestSchool.ib,
      {
        $0.press(.function(5))
        $0.type("opp")
        $0.press(.enter, .end)
      }
    ),
    ("naslag-bij-bewijs", TestSchool.ib, { $0.type("wn") }),
    (
      "dossier-verwijzing", TestSchool.ib,
      {
        $0.refer()
        $0.openPupil("tess")
        $0.type("0")
      }
    ),
    (
      "route", TestSchool.ib,
      {
        $0.refer()
        $0.openPupil("tess")
        $0.type("0r")
      }
    ),
    (
      "route-begin", TestSchool.ib,
      {
        $0.openPupil("roos")
        $0.type("0r")
      }
    ),
    (
      "route-open-vragen", TestSchool.ib,
      {
        $0.refer()
        $0.openPupil("tess")
        $0.type("0r")
        $0.press(.end)
      }
    ),
    (
      "tijdlijn", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("t")
      }
    ),
    (
      "tijdlijn-filter", TestSchool.ib,
      {
        $0.openNoor()
        $0.type("tz/rekenen")
      }
    ),
    (
      "tijdlijn-soorten", TestSchool.ib,
      {
        $0.openPupil("sem")
        $0.type("t1tzz")
      }
    ),
    (
      "veranderd", TestSchool.ib,
      {
        $0.changeNoorSinceTalk()
        $0.openNoor()
        $0.type("tv")
      }
    ),
    (
      "gesprek-voeren", TestSchool.ib,
      {
        $0.changeNoorSinceTalk()
        $0.offerNoorsPlan()
        $0.meetNoor()
      }
    ),
    (
      "gesprek-afspraak", TestSchool.ib,
      {
        $0.offerNoorsPlan()
        $0.meetNoor()
        $0.goToPoint("RT'er")
        $0.type("k")
        $0.goToPoint("versie 1: moeder")
        $0.type("j")
        $0.goToPoint("vaststellen")
        $0.type("aConcept mailen")
        $0.press(.enter)
        $0.type("ano")
        $0.press(.enter)
        $0.type("+1w")
      }
    ),
    (
      "gesprek-nakijken", TestSchool.ib,
      {
        $0.offerNoorsPlan()
        $0.meetNoor()
        $0.goToPoint("RT'er")
        $0.type("k")
        $0.goToPoint("versie 1: moeder")
        $0.type("j")
        $0.press(.control("s"))
      }
    ),
    (
      "gesprek-bewaard", TestSchool.ib,
      {
        $0.meetNoor()
        $0.goToPoint("RT'er")
        $0.type("k")
        $0.press(.control("s"), .control("s"))
      }
    ),
    ("vergrendeld", TestSchool.ib, { $0.press(.function(10)) }),
  ]
}

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
