import Casework
import Interface
import Support

extension Scene {
  /// Each screen in its main states.
  static let stories: [Story] = [
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
