"""Dossiers om een andere reden: verzuim, aanmelding, medisch, dyslexie, en twee leerlingen die al weg zijn."""

from bouw import bestand, record
from leerling import gezin, inschrijving, ouder, ouder_id, plaatsing
from school import leraar, lestijden
from zorg import (
    actie, dossier, eens, evaluatie, gesprek, gesprekken, niveau, opp, oppbestand, per_ouder, versie_id, zorgleerling,
)


def afwezig(wie, van, door, soort, **velden):
    return record(f"{wie}/afwezig/{van}", van, door, soort=soort, van=van, **velden)


def twee_ouders(wie, achternaam, moeder, vader, adres, nummer, **velden):
    return gezin(
        ouder(wie, "moeder", f"{moeder} {achternaam}", adres=adres, telefoon=f"06 00 {nummer} 01",
              mail=f"{moeder.lower()}@voorbeeld.invalid", bewijs="verklaring ouders", gezien="2024-08-26"),
        ouder(wie, "vader", f"{vader} {achternaam}", adres=adres, telefoon=f"06 00 {nummer} 02", bewijs="verklaring ouders",
              gezien="2024-08-26"), **velden)


def sem():
    """16,5 uur ongeoorloofd op woensdag 11 november: 5,5 + 5,5 + 1 + 0,75 + 3,75. Melden bij DUO voor 18 november."""
    wie, door = "Sem Bakker", leraar("4b")
    thuis = gezin(
        ouder(wie, "moeder", "Sandra Bakker", adres="Rietkraag 101", telefoon="06 00 16 16 01", mail="sandra@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2022-09-05"),
        ouder(wie, "vader", "Dennis Bakker", adres="Rietkraag 101", telefoon="06 00 16 16 02", bewijs="verklaring ouders",
              gezien="2022-09-05"))
    thuisgebleven = [("2026-10-26", "weekend verlengd"), ("2026-11-03", "verslapen, niet meer gebracht"),
                     ("2026-11-11", "geen vervoer")]
    return dossier(
        wie, zorgleerling(("Sem", "", "Bakker"), "2018-05-23", "4b", 4, "2022-05-23", [niveau(wie, "basis", "2022-05-23")]), thuis,
        verzuim=bestand("verzuim", afwezig=[
            afwezig(wie, "2026-09-15", door, "ziek", gemeldDoor="ouders", gemeldOp="2026-09-15"),
            *(afwezig(wie, van, door, "ongeoorloofd", reden=reden, gemeldDoor="school", contactOp=van) for van, reden in thuisgebleven),
            afwezig(wie, "2026-11-09", door, "teLaat", duur=60, gemeldDoor="school"),
            afwezig(wie, "2026-11-10", door, "teLaat", duur=45, gemeldDoor="school"),
        ]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-11-12", "ouders", ["verzuim"], "Moeder vertelt dat de auto stuk is en dat opstaan moeilijk is.",
                         afspraak="Buurvrouw brengt Sem op woensdag.", ouders=["moeder"], hoe="telefoon", door=door,
                         acties=[actie(wie, "brengen", "2026-11-12", "Navragen of het brengen lukt", "2026-11-20", door,
                                       klaar="2026-11-20", uitkomst="Lukt tot nu toe.")])))


def isa():
    """Vier keer ziek in twaalf lesweken."""
    wie, door = "Isa Vermeulen", leraar("3a")
    ziek = [("2026-09-08", "2026-09-09"), ("2026-09-29", None), ("2026-10-29", "2026-10-30"), ("2026-11-17", "2026-11-18")]
    return dossier(
        wie, zorgleerling(("Isa", "", "Vermeulen"), "2020-02-10", "3a", 3, "2024-02-12"),
        twee_ouders(wie, "Vermeulen", "Suzanne", "Maarten", "Zonnedauw 3", "41 20"),
        verzuim=bestand("verzuim", afwezig=[
            afwezig(wie, van, door, "ziek", tot=tot, gemeldDoor="ouders", gemeldOp=van) for van, tot in ziek]))


def lucas():
    """Lang ziek geweest; opbouw met een eigen rooster tot de kerstvakantie."""
    wie, door = "Lucas Dijkstra", leraar("8")
    return dossier(
        wie, zorgleerling(("Lucas", "", "Dijkstra"), "2014-11-30", "8", 8, "2018-11-30", [niveau(wie, "basis", "2018-11-30")]),
        twee_ouders(wie, "Dijkstra", "Petra", "Sander", "Fuut 8", "80 30"),
        verzuim=bestand(
            "verzuim",
            afwezig=[afwezig(wie, "2026-09-07", door, "ziek", tot="2026-10-16", reden="ziekte van Pfeiffer", gemeldDoor="ouders",
                             gemeldOp="2026-09-07")],
            stappen=[
                record(f"{wie}/stap/arts", "2026-09-17", soort="jeugdarts", datum="2026-09-17", uitkomst="Rust; later langzaam opbouwen."),
                record(f"{wie}/stap/ziezon", "2026-10-08", soort="ziezon", datum="2026-10-08", uitkomst="Een uur per week les thuis.")],
            plannen=[record(f"{wie}/plan", "2026-10-12", gemaaktOp="2026-10-12", plan="Na de herfst halve dagen, na kerst weer heel.",
                            watKan="Rekenen en lezen thuis, een half uur per dag.", oudersAkkoordOp="2026-10-12")],
            eigenRoosters=[record(
                f"{wie}/rooster", "2026-10-12", van="2026-10-26", tot="2026-12-18",
                lestijden=lestijden(["ma", "di", "wo", "do", "vr"], [("08:30", "12:00")]), grond="medisch", doel="Weer hele dagen naar school.",
                oudersAkkoordOp="2026-10-12", inspectieOp="2026-10-14", terugOp="2027-01-04")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-12", "ouders", ["verzuim", "medisch"], "Lucas mag van de arts halve dagen.", afspraak="Halve dagen tot kerst.",
                         ouders=["moeder", "vader"], anderen=[("leerling", "Lucas"), ("jeugdgezondheid", "jeugdarts GGD")])))


def liv():
    """Aanmelding van 16 oktober: besluit voor 27 november."""
    wie = "Liv Jansen"
    leerling = zorgleerling(
        ("Liv", "", "Jansen"), "2020-01-08", "3a", 3, None, inschrijvingen=[],
        groepen=[plaatsing(wie, "3a", 3, van="2027-01-04")])
    leerling = {k: v for k, v in leerling.items() if k not in ("inschrijvingen", "contactpersoon", "sleutelLas")}
    aanmelding = record(
        f"{wie}/aanmelding", "2026-10-16", ontvangenOp="2026-10-16", vorm="schriftelijk", gewensteDatum="2027-01-04",
        eldersIngeschreven="ja", eldersSchool="De Zwaluw, Oosterveen", eldersVan="2024-01-08",
        oudersMeldenOndersteuning="ja", watOudersMelden="Liv hoort slecht met haar linkeroor en heeft moeite met lezen.",
        andereScholen=[record(f"{wie}/anders", "2026-10-16", school="De Regenboog", gevraagdOp="2026-10-12", eersteVoorkeur="nee",
                              antwoord="vol")],
        okrGevraagdOp="2026-10-27", okrOntvangenOp="2026-11-12",
        nodig="Plek vooraan en een leesgroepje; dat past in de basisondersteuning of net erboven.", nodigBeantwoordOp="2026-11-17",
        kanSchoolDit="onbekend", opmerking="Nog te doen: meekijken in de groep op De Zwaluw.")
    return dossier(
        wie, leerling, twee_ouders(wie, "Jansen", "Nicole", "Frank", "Kikkerbeet 12", "27 11"),
        aanmelding=bestand("aanmelding", aanmeldingen=[aanmelding]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-29", "ouders", ["aanmelding"], "Kennismaking; het gezin verhuist in december naar Waterveen.",
                         afspraak="School bekijkt het onderwijskundig rapport.", ouders=["moeder", "vader"], anderen=[("directeur", "Marijke Hofstra")])))


def noah():
    """Aanmelding van 2 november van een kind dat in januari 4 wordt."""
    wie = "Noah Groeneveld"
    leerling = zorgleerling(
        ("Noah", "", "Groeneveld"), "2023-01-18", "1/2b", 1, None, inschrijvingen=[],
        groepen=[plaatsing(wie, "1/2b", 1, van="2027-01-18")])
    leerling = {k: v for k, v in leerling.items() if k not in ("inschrijvingen", "contactpersoon", "sleutelLas")}
    aanmelding = record(
        f"{wie}/aanmelding", "2026-11-02", ontvangenOp="2026-11-02", vorm="schriftelijk", gewensteDatum="2027-01-18",
        eldersIngeschreven="nee", oudersMeldenOndersteuning="nee", watOudersMelden="Gaat vier ochtenden naar de peutergroep.")
    return dossier(
        wie, leerling, twee_ouders(wie, "Groeneveld", "Renske", "Jeroen", "Wilgenkade 31", "14 12"),
        aanmelding=bestand("aanmelding", aanmeldingen=[aanmelding]))


def milan():
    """Diabetes: medische handelingen en een noodkaart."""
    wie = "Milan Heijden"
    handeling = record(
        f"{wie}/handeling", "2026-09-01", wat="bloedsuiker meten en insuline via de pomp", soort="voorbehouden",
        wanneer="10.15 en 12.00 uur, en bij klachten", van="2026-09-01", tot="2027-07-16",
        uitvoerders=[
            record(f"{wie}/uitvoerder/mark", "2026-09-01", naam="Mark Jacobs", personeel="ja", vrijwillig="ja", vrijwilligOp="2026-08-27",
                   instructieDoor="diabetesverpleegkundige Ziekenhuis Waterveen", instructieOp="2026-08-27", bekwaamOp="2026-08-27",
                   bekwaamTot="2027-07-16"),
            record(f"{wie}/uitvoerder/milan", "2026-09-01", naam="Milan zelf", personeel="nee")],
        toestemmingen=[
            record(f"{wie}/handeling/{rol}", "2026-08-27", ouder=ouder_id(wie, rol), toestemming="ja", datum="2026-08-27", vorm="schriftelijk")
            for rol in ("moeder", "vader")],
        bestuur="ja", bestuurOp="2026-08-31", protocol="protocol medisch handelen 2026", bekekenOp="2026-08-27")
    tellen = record(
        f"{wie}/tellen", "2024-08-26", wat="koolhydraten tellen bij de lunch", soort="verzorging", wanneer="12.00 uur",
        van="2024-08-26", tot="2027-07-16",
        uitvoerders=[record(f"{wie}/tellen/overblijf", "2024-08-22", naam="Mark Jacobs", personeel="ja", vrijwillig="ja",
                            vrijwilligOp="2024-08-22", instructieDoor="diabetesverpleegkundige Ziekenhuis Waterveen",
                            instructieOp="2024-08-22")],
        toestemmingen=[
            record(f"{wie}/tellen/{rol}", "2024-08-22", ouder=ouder_id(wie, rol), toestemming="ja", datum="2024-08-22",
                   vorm="schriftelijk") for rol in ("moeder", "vader")],
        bestuur="ja", bestuurOp="2024-08-22", protocol="protocol medisch handelen 2024", bekekenOp="2026-08-27",
        eerderBekeken=[record(f"{wie}/tellen/2025", "2025-09-04", datum="2025-09-04", uitkomst="Gaat goed; Milan telt zelf mee.")])
    noodkaart = bestand(
        "noodkaart", wat="Te lage bloedsuiker (hypo): Milan kan flauwvallen.", herkennen="Bleek, trillen, zweten, boos of suf.",
        doen="1. Meet de bloedsuiker. 2. Onder 4: geef 4 tabletten druivensuiker of een pakje sap. 3. Meet na 10 minuten opnieuw. "
             "4. Blijf bij hem.", nietDoen="Niets te drinken geven als hij niet goed wakker is.",
        medicijn="druivensuiker; spuit glucagon alleen door wie dat heeft geleerd", waar="rode tas aan zijn stoel; reserve bij de conciërge",
        bel112="hij niet wakker te krijgen is of niet slikt",
        bellen=[
            record(f"{wie}/bellen/moeder", "2026-08-27", naam="Linda van der Heijden", relatie="moeder", telefoon="06 00 70 07 01"),
            record(f"{wie}/bellen/vader", "2026-08-27", naam="Erik van der Heijden", relatie="vader", telefoon="06 00 70 07 02")],
        gecontroleerdOp="2026-08-27")
    return dossier(
        wie, zorgleerling(("Milan", "van der", "Heijden"), "2016-04-02", "7", 7, "2020-04-06", [niveau(wie, "basis", "2020-04-06")]),
        twee_ouders(wie, "van der Heijden", "Linda", "Erik", "Libel 12", "70 07"),
        medisch=bestand(
            "medisch",
            onderzoekMetOuders=[record(f"{wie}/zorg", "2026-08-24", gevraagdOp="2020-02-10", zorg="insuline onder schooltijd",
                                       onderzochtOp="2020-03-05", metWie="ouders, diabetesverpleegkundige, leraar",
                                       uitkomst="Leraar doet het vrijwillig, met instructie."),
                                record(f"{wie}/zorg/tellen", "2024-08-22", gevraagdOp="2024-08-12", zorg="koolhydraten tellen bij de lunch",
                                       onderzochtOp="2024-08-22", metWie="ouders, diabetesverpleegkundige, leraar",
                                       uitkomst="Leraar telt met een lijst van thuis.")],
            handelingen=[tellen, handeling]),
        noodkaart=noodkaart,
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-08-27", "ouders", ["medisch"], "Instructie voor het nieuwe schooljaar.", afspraak="Noodkaart vernieuwd.",
                         ouders=["moeder", "vader"], anderen=[("leraar", "Mark Jacobs"), ("jeugdgezondheid", "diabetesverpleegkundige")])))


def olivia():
    """Dyslexie, binnen de basisondersteuning."""
    wie = "Olivia Peters"
    return dossier(
        wie, zorgleerling(("Olivia", "", "Peters"), "2017-07-19", "6a", 6, "2021-07-26", [niveau(wie, "basis", "2021-07-26")]),
        twee_ouders(wie, "Peters", "Mirjam", "Patrick", "Eendenveen 2", "19 07"),
        ondersteuning=bestand("ondersteuning", dyslexie={
            "dossierBegonnenOp": "2024-11-11", "hulp": "Anderhalf jaar extra leesgroep, drie keer per week; vooruitgang van een half niveau.",
            "gemeente": "Waterveen", "aangemeldOp": "2026-03-16", "vastgesteldOp": "2026-06-08", "behandelaar": "Dyslexiepraktijk Letterrijk",
            "behandelingVan": "2026-09-10"}),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-09-17", "ouders", ["leren"], "Behandeling is gestart.", afspraak="Behandelaar stuurt elk kwartaal bericht.",
                         ouders=["moeder"], door=leraar("6a"))))


def ruben():
    """In maart naar het SBO gegaan."""
    wie = "Ruben Schouten"
    leerling = zorgleerling(
        ("Ruben", "", "Schouten"), "2017-05-14", "5", 5, None,
        [niveau(wie, "extraBuitenSop", "2024-09-02", "2026-03-26", "Past niet in een grote groep.", [("moeder", "2024-08-29")])],
        inschrijvingen=[inschrijving(wie, "2021-05-17", tot="2026-03-26", bestemming="sbo", bestemmingNaam="De Wissel (SBO)", verwezen="ja")],
        groepen=[])
    leerling = {k: v for k, v in leerling.items() if k != "groepen"}
    versie = opp(
        wie, 1, "2024-09-09", behoeften="Kleine groep.", uitstroom="vmboBb", onderbouwing="Leert in een kleine groep wel.",
        helpt=["handig"], hindert=["drukte"], handelingsdeel={"begeleiding": "Elke dag een uur in een groepje van vier.", "afwijkingen": "nvt"},
        mening=("2024-09-12", "Ruben wil buiten spelen.", "Extra pauze."), ouders=eens("moeder", overleg="2024-09-19", op="2024-10-03"),
        aangebodenOp="2024-09-23", vastgesteldOp="2024-10-10", beginInRodOp="2024-10-14", afgeslotenOp="2026-03-26",
        waaromAfgesloten="Naar het SBO.", eindeInRodOp="2026-03-30")
    tlv = record(
        f"{wie}/tlv", "2025-11-03", soort="sbo", aangevraagdOp="2025-11-03", oppVersie=versie_id(wie, 1), nergensIngeschreven="nee",
        deskundigen=[
            record(f"{wie}/tlv/1", "2025-10-20", naam="drs. Femke Rutgers", vak="orthopedagoog", datum="2025-10-20", advies="SBO."),
            record(f"{wie}/tlv/2", "2025-10-23", naam="Bob Claassen", vak="maatschappelijkWerker", datum="2025-10-23", advies="SBO.")],
        oudersIngelicht=per_ouder(f"{wie}/tlv", wie, {"moeder": "2025-10-30"}),
        swv="SWV Waterveen en omstreken", besluit="toegekend", besluitOp="2025-12-08", bekendgemaaktOp="2025-12-09", nummer="SBO-2025-014",
        van="2026-01-01", tot="2028-07-31", terugkeer="Na twee jaar kijken school en ouders samen.", school="De Wissel (SBO)",
        schoolSwv="SWV Waterveen en omstreken", schoolAangemeldOp="2025-12-15", toegelatenOp="2026-02-16", vervoerGevraagdOp="2026-02-23")
    return dossier(
        wie, leerling,
        gezin(ouder(wie, "moeder", "Annemiek Schouten", adres="Moerasvaren 4", telefoon="06 00 14 05 17", bewijs="uittreksel gezagsregister",
                    gezien="2021-05-10")),
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2025-06-05", 1, ["moeder"], mening=("Pauze helpt.", "Blijft."), conclusie="Doorgaan."),
                        evaluatie(wie, "2026-01-22", 1, ["moeder"], mening=("Ik wil naar De Wissel.", "TLV."), conclusie="Naar SBO.")]),
        verwijzing=bestand("verwijzing", tlv=[tlv]),
        overgang=bestand("overgang", overdrachten=[
            record(f"{wie}/okr", "2026-03-23", school="De Wissel (SBO)", okrVerstuurdOp="2026-03-23", oppVerstuurdOp="2026-03-23",
                   oppVersie=versie_id(wie, 1), besprokenOp="2026-03-19",
                   oudersInzage=[record(f"{wie}/okr/moeder", "2026-03-16", ouder=ouder_id(wie, "moeder"), ingezienOp="2026-03-16",
                                        akkoord="ja", akkoordOp="2026-03-16", vorm="schriftelijk")])]))


def guus():
    """In juli naar het voortgezet onderwijs gegaan."""
    wie = "Guus Martens"
    leerling = zorgleerling(
        ("Guus", "", "Martens"), "2014-02-03", "8", 8, None,
        [niveau(wie, "extraBinnenSop", "2024-01-08", "2026-07-31", "ADHD.", [("moeder", "2024-01-04"), ("vader", "2024-01-04")])],
        inschrijvingen=[inschrijving(wie, "2018-02-05", tot="2026-07-31", bestemming="vo", bestemmingNaam="Waterveens College", verwezen="nee")],
        groepen=[])
    leerling = {k: v for k, v in leerling.items() if k != "groepen"}
    versie = opp(
        wie, 1, "2024-01-15", behoeften="Structuur.", uitstroom="vmboKb", onderbouwing="Praktisch en sociaal.", helpt=["sociaal"],
        hindert=["vergeet veel"], handelingsdeel={"begeleiding": "Elke dag plannen met de leraar.", "afwijkingen": "nvt"},
        mening=("2024-01-18", "Guus wil een agenda.", "Hij heeft er een."),
        ouders=eens("moeder", "vader", overleg="2024-01-25", op="2024-02-05"), aangebodenOp="2024-01-29", vastgesteldOp="2024-02-08",
        beginInRodOp="2024-02-12", afgeslotenOp="2026-07-31", waaromAfgesloten="Naar het voortgezet onderwijs.", eindeInRodOp="2026-07-31")
    return dossier(
        wie, leerling, twee_ouders(wie, "Martens", "Marieke", "Rogier", "Rietkraag 77", "03 02"),
        opp=oppbestand(wie, [versie], [
            evaluatie(wie, op, 1, ["moeder", "vader"], mening=("De agenda helpt.", "Blijft."), conclusie="Doorgaan.")
            for op in ("2024-12-05", "2025-11-13", "2026-06-25")]),
        overgang=bestand(
            "overgang",
            overdrachten=[record(
                f"{wie}/okr", "2026-05-18", school="Waterveens College", okrVerstuurdOp="2026-05-18", oppVerstuurdOp="2026-05-18",
                oppVersie=versie_id(wie, 1), besprokenOp="2026-06-09",
                oudersInzage=[record(f"{wie}/okr/{rol}", "2026-05-11", ouder=ouder_id(wie, rol), ingezienOp="2026-05-11", akkoord="ja",
                                     akkoordOp="2026-05-11", vorm="schriftelijk") for rol in ("moeder", "vader")])],
            adviezen=[record(f"{wie}/advies", "2026-01-29", schooljaar="2025-2026", voorlopig="vmboKb", voorlopigOp="2026-01-29",
                             toetsadvies="vmboTl", toetsadviesOp="2026-03-13", heroverweging="bijgesteld", heroverwegingOp="2026-03-19",
                             definitief="vmboTl", definitiefOp="2026-03-23")]))


ALLE = [sem, isa, lucas, liv, noah, milan, olivia, ruben, guus]
