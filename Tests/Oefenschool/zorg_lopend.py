"""Dossiers die in ontwikkeling zijn of naar een andere school kijken: Jayden, Emma, Dylan en Fatima."""

from bouw import bestand, record
from leerling import gezin, ouder, ouder_id
from zorg import (
    actie, arrangement, dossier, eens, evaluatie, gesprek, gesprekken, niveau, onderzoek, opp, oppbestand, per_ouder,
    toestemming, uitwisseling, versie_id, zorgleerling,
)


def jayden():
    """Extra ondersteuning sinds 26 oktober: OPP voor 7 december."""
    wie = "Jayden Pinas"
    leerling = zorgleerling(
        ("Jayden", "", "Pinas"), "2017-12-30", "5", 5, "2023-08-01",
        [niveau(wie, "basis", "2023-08-01", "2026-10-25"),
         niveau(wie, "extraBinnenSop", "2026-10-26", waarom="Rouw en boosheid na het overlijden van zijn vader.",
                overleg=[("moeder", "2026-10-13")])], eigenLeerlijn="nee")
    thuis = gezin(
        ouder(wie, "moeder", "Sharona Pinas", adres="Kikkerbeet 31", telefoon="06 00 77 31 20", mail="sharona@voorbeeld.invalid",
              bewijs="uittreksel gezagsregister", gezien="2023-08-28"),
        ouder(wie, "vader", "Glenn Pinas", overledenOp="2026-06-21", woont="nee"),
        bijzonderheden="Vader is in juni overleden. Oma haalt Jayden op maandag op.")
    concept = opp(
        wie, 1, "2026-11-09", behoeften="Veiligheid, een vaste volwassene, ruimte voor verdriet.", uitstroom="vmboGl",
        onderbouwing="Leert gemiddeld; is nu vaak met zijn hoofd ergens anders.", helpt=["sterke band met de leraar", "voetbalt"],
        hindert=["wordt snel boos", "slaapt slecht"],
        handelingsdeel={"begeleiding": "Elke dag kort contact met de leraar; een uur per week met de schoolmaatschappelijk werker.",
                        "afwijkingen": "nvt"},
        doelen=[("welbevinden", "loopt weg als hij boos is", "gaat naar de afgesproken plek", "turflijst", "2027-02-19")],
        ouders={"moeder": {"overleg": "2026-11-17"}})
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [concept], voortgang=[("2026-11-19", "Ging twee keer naar de afgesproken plek.")], groepsnaam="5"),
        gesprekken=gesprekken(
            wie,
            gesprek(wie, "2026-10-13", "ouders", ["gedrag", "ondersteuning"], "Moeder vertelt over thuis; Jayden slaapt slecht.",
                    afspraak="Schoolmaatschappelijk werk start na de vakantie.", ouders=["moeder"], anderen=[("leraar", "Peter Wolters")]),
            gesprek(wie, "2026-11-17", "ouders", ["opp"], "Concept-OPP doorgenomen.", afspraak="Moeder leest het thuis na.",
                    ouders=["moeder"]),
            vertrouwelijk=[(f"{wie}/vertrouwelijk/1", "2026-10-29")]),
        vertrouwelijk={record(f"{wie}/vertrouwelijk/1", "2026-10-29")["id"]: bestand(
            "vertrouwelijk", datum="2026-10-29", soort="ouders", waaromVertrouwelijk="Gaat over de gezondheid van moeder.",
            tekst="Moeder is zelf onder behandeling en wil niet dat het team dit weet. Oma is de tweede persoon om te bellen.",
            deelnemers=[record(f"{wie}/vertrouwelijk/1/moeder", "2026-10-29", rol="ouder", ouder=ouder_id(wie, "moeder"))])},
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "schoolmaatschappelijk werk", "jeugdhulp", "2026-11-02", "2027-04-23", per_week=60,
                        aanbieder="Wijkteam Waterveen", levering="natura", besloten="2026-10-20")]))


def emma():
    """Extra ondersteuning sinds 2 november: OPP voor 14 december."""
    wie = "Emma Hendriks"
    leerling = zorgleerling(
        ("Emma", "", "Hendriks"), "2020-04-17", "3a", 3, "2024-04-22",
        [niveau(wie, "extraBuitenSop", "2026-11-02", waarom="Taalontwikkelingsstoornis; begeleiding uit cluster 2 toegekend.",
                overleg=[("moeder", "2026-10-27"), ("vader", "2026-10-27")])], eigenLeerlijn="onbekend")
    thuis = gezin(
        ouder(wie, "moeder", "Ilse Hendriks", adres="Pijlkruid 5", telefoon="06 00 12 21 11", mail="ilse@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2024-04-15"),
        ouder(wie, "vader", "Bart Hendriks", adres="Pijlkruid 5", telefoon="06 00 12 21 12", bewijs="verklaring ouders",
              gezien="2024-04-15"))
    concept = opp(
        wie, 1, "2026-11-16", behoeften="Korte zinnen, plaatjes erbij, tijd om te antwoorden.", uitstroom="vmboTl",
        onderbouwing="Het is nog vroeg om te zeggen; zonder taal leert zij vlot.", helpt=["kijkt goed af", "vrolijk"],
        hindert=["vindt woorden niet"], handelingsdeel={"begeleiding": "Woordenschat vooraf in een groepje, drie keer per week."})
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [concept], voortgang=[("2026-11-12", "Gebruikt de plaatjeskaart zelf.")], groepsnaam="3a"),
        verwijzing=bestand("verwijzing", cluster12=[
            record(f"{wie}/cluster2", "2026-09-08", instelling="Kentalis", cluster="cluster2", wat="begeleiding op school",
                   aangevraagdOp="2026-09-08",
                   oudersIngelicht=per_ouder(f"{wie}/cluster2", wie, {"moeder": "2026-09-03", "vader": "2026-09-03"}),
                   besluit="toegekend", besluitOp="2026-10-26", van="2026-11-02", tot="2028-07-31")]),
        ondersteuning=bestand(
            "ondersteuning",
            arrangementen=[arrangement(wie, "ambulante begeleiding taal", "cluster12", "2026-11-02", "2028-07-31", per_week=90,
                                       aanbieder="Kentalis", gevraagd="2026-09-08",
                                       getekend={"moeder": "2026-09-03", "vader": "2026-09-03"}, besloten="2026-10-26")]),
        onderzoek=bestand("onderzoek", onderzoeken=[
            onderzoek(wie, "anders", "2026-05-20", "Logopedisch onderzoek naar taalbegrip.", "Logopediepraktijk De Mond",
                      gevraagd_door="ouders", ingelicht={"moeder": "2026-05-06", "vader": "2026-05-06"}, uitkomst="2026-06-03",
                      delen="alles", ontvangen="2026-06-10", samenvatting="Taalontwikkelingsstoornis.")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-27", "ouders", ["ondersteuning"], "Begeleiding van cluster 2 is toegekend.",
                         afspraak="Start op 2 november; school maakt een OPP.", ouders=["moeder", "vader"],
                         anderen=[("leraar", "Fleur Timmermans"), ("anders", "Marleen Kooij, Kentalis")])),
        toestemmingen=bestand(
            "toestemmingen",
            toestemmingen=[toestemming(wie, rol, "2026-09-03", "logopedisch verslag", "Kentalis", "hulpverlener",
                                       "aanvraag begeleiding cluster 2", traject="taal 2026-2028") for rol in ("moeder", "vader")],
            uitwisselingen=[uitwisseling(wie, "2026-09-08", "logopedisch verslag", "Kentalis", "hulpverlener",
                                         "aanvraag begeleiding cluster 2", "toestemming",
                                         {"moeder": "2026-09-03", "vader": "2026-09-03"}, rollen=("moeder", "vader"))]))


def dylan():
    """Aanvraag van een TLV voor SBO loopt."""
    wie = "Dylan Leeuwen"
    leerling = zorgleerling(
        ("Dylan", "van", "Leeuwen"), "2017-03-08", "5", 5, "2021-03-08",
        [niveau(wie, "extraBinnenSop", "2025-03-10", "2026-08-30", "Ver achter met lezen en rekenen.", [("moeder", "2025-03-06")]),
         niveau(wie, "extraBuitenSop", "2026-08-31", waarom="De school loopt tegen haar grenzen aan; het SWV helpt.",
                overleg=[("moeder", "2026-07-02")])], eigenLeerlijn="ja", eigenLeerlijnSinds="2025-09-01",
        eigenLeerlijnVakken="rekenen, technisch lezen")
    thuis = gezin(
        ouder(wie, "moeder", "Nicole van Leeuwen", adres="Moerasvaren 66", telefoon="06 00 90 21 09",
              mail="nicole@voorbeeld.invalid", bewijs="uittreksel gezagsregister", gezien="2021-02-22"),
        bijzonderheden="Vader is niet in beeld en heeft Dylan niet erkend.")
    deel = {"begeleiding": "Elke dag een half uur lezen met de onderwijsassistent, drie keer per week rekenen in een groepje.",
            "leerlijn": "Rekenen en lezen in een eigen leerlijn, niveau eind groep 3.",
            "extraOndersteuning": "Gedragsdeskundige van het SWV denkt mee over school en plek.", "afwijkingen": "ja",
            "afwijkingenUitleg": "Geen Engels en geen begrijpend lezen met de groep."}
    versie = opp(
        wie, 1, "2025-03-20", behoeften="Herhaling, kleine groep, korte opdrachten.", uitstroom="pro",
        onderbouwing="Leert langzaam op alle gebieden; praktisch handig.", helpt=["handig", "zorgzaam voor kleintjes"],
        hindert=["onthoudt slecht", "raakt moedeloos"], handelingsdeel=deel,
        doelen=[("lezen", "leest AVI-M3", "leest AVI-E3", "DMT", "2026-01-30"),
                ("rekenen", "rekent tot 20", "rekent tot 50", "blokdictee", "2026-06-30")],
        geprobeerd=[("leesmaatje uit groep 8", "2024-09-02", "2025-02-28", "leuk, geen vooruitgang"),
                    ("drie keer per week RT", "2025-04-07", "2026-07-10", "AVI-E3 bijna gehaald"),
                    ("eigen leerlijn rekenen", "2025-09-01", None, "werkt rustiger, afstand tot de groep groeit")],
        toetsen=[("alle LVS-toetsen", "niveau groep 3", "De toets van de groep laat niet zien wat hij leert.")],
        mening=("2025-03-27", "Dylan wil niet de domste zijn.", "Hij helpt nu bij de kleuters lezen."),
        ouders=eens("moeder", overleg="2025-04-03", op="2025-04-14"), aangebodenOp="2025-04-07", vastgesteldOp="2025-04-17",
        beginInRodOp="2025-04-22")
    tlv = record(
        f"{wie}/tlv", "2026-11-16", soort="sbo", aangevraagdOp="2026-11-16", oppVersie=versie_id(wie, 1),
        nergensIngeschreven="nee",
        checklist=[
            record(f"{wie}/tlv/checklist/{i}", "2026-11-12", tekst=tekst, stand=stand, datum="2026-11-12")
            for i, (tekst, stand) in enumerate([
                ("Geëvalueerd OPP", "aanwezig"), ("Onderwijskundig verslag van de leraar", "ontbreekt"),
                ("Verslag van onderzoek", "aanwezig"), ("Zienswijze van ouders", "ontbreekt"), ("Medische gegevens", "nietNodig")])
        ],
        deskundigen=[
            record(f"{wie}/tlv/deskundige/1", "2026-11-05", naam="drs. Femke Rutgers", vak="orthopedagoog", datum="2026-11-05",
                   advies="Een kleinere groep met een rustiger tempo past beter."),
            record(f"{wie}/tlv/deskundige/2", "2026-11-10", naam="Bob Claassen", vak="maatschappelijkWerker", datum="2026-11-10",
                   advies="Moeder staat achter de overstap."),
        ],
        oudersIngelicht=per_ouder(f"{wie}/tlv/ingelicht", wie, {"moeder": "2026-11-12"}),
        zienswijzen=[record(f"{wie}/tlv/zienswijze", "2026-11-12", ouder=ouder_id(wie, "moeder"), ingezienOp="2026-11-12",
                            akkoord="ja", akkoordOp="2026-11-12", vorm="mondeling")],
        swv="SWV Waterveen en omstreken")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2025-06-26", 1, ["moeder"], [("-1", "nog AVI-M3"), ("0", "tot 15")],
                                  mening=("Lezen is stom.", "Boekjes over auto's gehaald."), conclusie="Nog te kort om te zeggen."),
                        evaluatie(wie, "2026-03-26", 1, ["moeder"], [("0", "bijna AVI-E3"), ("1", "tot 50 met hulp")],
                                  mening=("Bij de kleuters is leuk.", "Mag blijven."), uitgevoerd="deels",
                                  uitleg="Onderwijsassistent was zes weken ziek.", conclusie="Samen met SWV kijken naar de plek.")],
                       [("2026-09-30", "Leest AVI-E3."), ("2026-11-11", "Zakt weg bij rekenen boven 50.")], [("peter", "2026-09-01", 1)], "5"),
        verwijzing=bestand("verwijzing", tlv=[tlv]),
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "gedragsdeskundige SWV", "swv", "2026-09-14", "2027-07-16", per_week=60, aanbieder="SWV Waterveen",
                        gevraagd="2026-08-31", versie=1, getekend={"moeder": "2026-07-02"}, besloten="2026-09-10")]),
        gesprekken=gesprekken(
            wie,
            gesprek(wie, "2026-11-12", "ouders", ["verwijzing", "opp"], "Moeder kent de SBO-school van haar neefje en ziet het zitten.",
                    afspraak="School vraagt een TLV aan; moeder schrijft haar mening op.", ouders=["moeder"]),
            gesprek(wie, "2026-11-05", "mdo", ["verwijzing"], "Wat heeft Dylan nodig en waar kan dat?", afspraak="Advies: SBO.",
                    anderen=[("swv", "drs. Femke Rutgers, orthopedagoog"), ("ouder", "moeder")], opNaam="opNaam",
                    oudersVoorafOp="2026-10-29"),
            acties=[actie(wie, "bundel", "2026-11-16", "Bundel voor het SWV compleet maken: verslag leraar en zienswijze",
                          "2026-12-03")]))


def fatima():
    """Groep 8: op weg naar het voortgezet onderwijs."""
    wie = "Fatima El Amrani"
    leerling = zorgleerling(
        ("Fatima", "", "El Amrani"), "2015-01-19", "8", 8, "2019-01-21",
        [niveau(wie, "extraBinnenSop", "2023-10-09", waarom="Leest en rekent ver onder niveau.", overleg=[("moeder", "2023-10-05"), ("vader", "2023-10-05")])],
        eigenLeerlijn="ja", eigenLeerlijnSinds="2024-08-26", eigenLeerlijnVakken="rekenen", thuistaal="Tamazight en Nederlands")
    thuis = gezin(
        ouder(wie, "moeder", "Naima El Amrani", adres="Dotterbloem 18", telefoon="06 00 48 50 11", mail="naima@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2019-01-14", taal="Tamazight; tolk bij grote gesprekken"),
        ouder(wie, "vader", "Hassan El Amrani", adres="Dotterbloem 18", telefoon="06 00 48 50 12", bewijs="verklaring ouders",
              gezien="2019-01-14"))
    versie = opp(
        wie, 1, "2023-10-16", behoeften="Uitleg in kleine stappen, veel oefenen, voorlezen van lange teksten.", uitstroom="pro",
        onderbouwing="Leert het best door te doen; lezen en rekenen op niveau groep 5.", helpt=["werkt hard", "kan goed koken en organiseren"],
        hindert=["lange teksten", "weinig vertrouwen in rekenen"],
        handelingsdeel={"begeleiding": "Drie keer per week begeleid lezen en rekenen in een klein groepje.",
                        "leerlijn": "Eigen leerlijn rekenen.", "afwijkingen": "ja", "afwijkingenUitleg": "Rekent op niveau groep 5."},
        doelen=[("lezen", "leest AVI-E4", "leest AVI-E5", "DMT", "2026-05-01"),
                ("rekenen", "rekent met geld tot 20 euro", "rekent met geld tot 100 euro", "praktijktoets", "2027-03-01")],
        toetsen=[("LVS-toetsen", "voorgelezen", "Zij snapt de vraag wel als zij die hoort.")],
        mening=("2023-10-19", "Fatima wil later kok worden.", "Rekenen oefent zij met recepten."),
        ouders=eens("moeder", "vader", overleg="2023-10-26", op="2023-11-13"), aangebodenOp="2023-10-30", vastgesteldOp="2023-11-16",
        beginInRodOp="2023-11-20")
    evaluaties = [
        evaluatie(wie, "2024-06-13", 1, ["moeder", "vader"], [("0", "M5"), ("0", "tot 50")], mening=("Recepten helpen.", "Doorgaan."),
                  conclusie="Doorgaan."),
        evaluatie(wie, "2025-05-22", 1, ["moeder"], [("0", "M5"), ("0", "tot 60")], niet_gekomen=["vader"],
                  mening=("Voorlezen is fijn.", "Ook bij toetsen."), conclusie="Doorgaan; vader later gesproken."),
        evaluatie(wie, "2026-05-21", 1, ["moeder", "vader"], [("1", "E5 gehaald"), ("0", "tot 80")],
                  mening=("Ik wil naar een school waar je kookt.", "Praktijkonderwijs bekeken."), conclusie="Uitstroom praktijkonderwijs."),
    ]
    domeinen = [("inzichtelijkRekenen", 27, 52), ("begrijpendLezen", 25, 52), ("technischLezen", 35, 52), ("spellen", 33, 52)]
    toets = record(
        f"{wie}/pro", "2026-10-15", datum="2026-10-15", iq=72, iqToets="WISC-V", iqOp="2026-10-06",
        domeinen=[record(f"{wie}/pro/{d}", "2026-10-15", domein=d, toets="LVS 3.0", datum="2026-10-12", dle=dle, dl=dl)
                  for d, dle, dl in domeinen],
        sociaalEmotioneel="nee", aangewezenOpPro="ja",
        zienswijzen=[record(f"{wie}/pro/moeder", "2026-10-29", ouder=ouder_id(wie, "moeder"), akkoord="ja", akkoordOp="2026-10-29",
                            vorm="mondeling")])
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie], evaluaties, [("2026-10-01", "Rekent met geld tot 85 euro."), ("2026-11-12", "Leest AVI-M6.")],
                       [("ingrid", "2026-09-02", 1)], "8"),
        verwijzing=bestand("verwijzing", proLwoo=[toets]),
        onderzoek=bestand("onderzoek", onderzoeken=[
            onderzoek(wie, "psychologisch", "2026-10-06", "Welke vorm van voortgezet onderwijs past?", "drs. Femke Rutgers, SWV",
                      ingelicht={"moeder": "2026-09-17", "vader": "2026-09-17"},
                      toestemmingen={"moeder": "2026-09-17", "vader": "2026-09-17"}, uitkomst="2026-10-22", delen="alles",
                      ontvangen="2026-10-29", samenvatting="IQ 72; sterk in doen.")]),
        gesprekken=gesprekken(
            wie,
            gesprek(wie, "2026-10-29", "ouders", ["vo", "opp"], "Praktijkonderwijs past; Fatima wil naar de school met de keuken.",
                    afspraak="Proefdag in januari; school meldt aan.", ouders=["moeder", "vader"],
                    anderen=[("leerling", "Fatima"), ("tolk", "tolk Tamazight"), ("leraar", "Ingrid van Loon")],
                    acties=[actie(wie, "warm", "2026-10-29", "Overdracht afspreken met de school voor praktijkonderwijs",
                                  "2027-02-12")])),
        ondersteuning=bestand("ondersteuning", deskundigen=[
            record(f"{wie}/deskundige", "2026-09-17", naam="drs. Femke Rutgers", vak="orthopedagoog", organisatie="SWV Waterveen",
                   waarvoor="onderzoek voor de overstap", van="2026-09-17")]))


ALLE = [jayden, emma, dylan, fatima]
