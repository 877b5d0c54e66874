import Casework
import Support
import Testing

@testable import Exchange

/// What people read of an import.
@Suite struct ImportReportTests {
  @Test("The official sample into an empty school: counts first, then each line and why") func sampleReport() throws {
    let file = try EdexReader.read(file: sample("EDEXML.Voorbeeld.2.1.xml"))
    let plan = try emptyCaseload().plan(file)
    #expect(
      plan.report.lines(isTrial: true) == [
        "Proefimport: er is nog niets opgeslagen.",
        "EDEXML van schooljaar 2014-2015, stand van 1 oktober 2014.",
        "Leerlingen: 2 erbij, 1 niet overgenomen.",
        "Groepen: 4 erbij, 4 niet overgenomen.",
        "Medewerkers: 3 erbij.",
        "Inzet bij groepen: 2 erbij, 5 niet overgenomen.",
        "1 burgerservicenummer is niet overgenomen.",
        "1 deel van een burgerservice- of onderwijsnummer is niet overgenomen.",
        "3 ECK iD's zijn niet overgenomen.",
        "3 gegevens over geslacht zijn niet overgenomen.",
        "1 postcode is niet overgenomen.",
        "4 landen van herkomst zijn niet overgenomen.",
        "1 leerlinggewicht is niet overgenomen.",
        "3 toevoegingen van leveranciers zijn niet overgenomen.",
        "Let op",
        "  Regel 77: Wimpie: er staat geen achternaam in het bestand.",
        "  Regel 91: Ismaël Assati: er staat geen roepnaam in het bestand; de voornaam of voorletters zijn gebruikt.",
        "  Regel 91: Ismaël Assati: er staat geen geboortedatum in het bestand.",
        "  Regel 91: Ismaël Assati: er staat geen groep in het bestand.",
        "  Het bestand noemt 2 vestigingen; Passend houdt die niet bij, alle leerlingen staan bij elkaar.",
        "  Regel 77: Wimpie: er is geen datum van inschrijving. Vul die aan in het tabblad Leerling.",
        "Leerlingen, erbij",
        "  Wimpie: Roepnaam Wimpie; Geboortedatum 21 juni 2006; Start groep 3 16 augustus 2013; "
          + "Groep 4B, leerjaar 4, vanaf 1 augustus 2014",
        "  Ismaël Assati: Roepnaam Ismaël; Achternaam Assati; Ingeschreven op 25 augustus 2013",
        "Leerlingen, niet overgenomen",
        "  Gradje van 't Hof (regel 105): vertrokken op 18 juli 2014 en in Passend niet bekend.",
        "Groepen, erbij",
        "  Muizen: Naam Muizen; Schooljaar 2014-2015; Leerjaren 1",
        "  Vlinders: Naam Vlinders; Schooljaar 2014-2015; Leerjaren 1",
        "  4A: Naam 4A; Schooljaar 2014-2015; Leerjaren 4",
        "  4B: Naam 4B; Schooljaar 2014-2015; Leerjaren 4",
        "Groepen, niet overgenomen",
        "  Kabouters (regel 34): groep van peuters, oud-leerlingen of een andere soort onderwijs.",
        "  Samgroep 3 (regel 38): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "  Samgroep 1 (regel 69): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "  Samgroep 2 (regel 72): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "Medewerkers, erbij",
        "  J. van Bemmel: Naam J. van Bemmel",
        "  Uilke Veldman: Naam Uilke Veldman",
        "  Lia: Naam Lia",
        "Inzet bij groepen, erbij",
        "  J. van Bemmel, 4A",
        "  Uilke Veldman, Muizen",
        "Inzet bij groepen, niet overgenomen",
        "  Uilke Veldman, Samgroep 1 (regel 142): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "  Uilke Veldman, Kabouters (regel 142): groep van peuters, oud-leerlingen of een andere soort onderwijs.",
        "  Uilke Veldman, Samgroep 2 (regel 142): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "  Uilke Veldman, Samgroep 3 (regel 142): samengestelde groep; Passend werkt met de eigen groep van elke leerling.",
        "  Lia, 4A (regel 155): helpt in de groep en staat er niet voor.",
      ])
  }

  @Test("A change is told as old and new; what stays is counted only") func changed() throws {
    var caseload = emptyCaseload()
    try caseload.save(caseload.plan(school(pupils: [noor(), sem()])).edit)
    let file = school(pupils: [noor { $0.name.surname = "Smit" }, sem()])
    let lines = try caseload.plan(file).report.lines(isTrial: false)
    #expect(lines.first == "Import gedaan.")
    #expect(lines.contains("Leerlingen: 1 gewijzigd, 1 ongewijzigd."))
    #expect(lines.contains("  Noor de Smit: Achternaam Vries → Smit"))
    #expect(!lines.contains { $0.contains("Bakker") })
  }

  @Test("Nothing of a person's number stands in the edit or the report") func numbers() throws {
    let file = try EdexReader.read(file: sample("EDEXML.Voorbeeld.2.1.xml"))
    // Counted ids: among random ones a short secret could stand by chance.
    var number: UInt64 = 0
    let plan = try ImportPlan(
      of: file, into: emptyCaseload(), on: day("2026-10-05"), at: Moment(seconds: 1_790_000_000)
    ) {
      number += 1
      return id(number)
    }
    var output = ""
    dump(plan, to: &output)
    for secret in ["133456785", "2731", "6971VB", "Opmerking", "ketenid", "id.school"] {
      #expect(!output.contains(secret))
    }
    #expect(output.contains("Assati"))
  }

  @Test("A refusal says what happened, that nothing was imported and what to do") func refusals() {
    for refusal in [ImportRefusal.otherSchool(file: "99ZZ", own: "12AB"), .unreadablePupils(2), .notCareCoordinator] {
      #expect(refusal.text.contains("Er is niets geïmporteerd"))
    }
  }
}
