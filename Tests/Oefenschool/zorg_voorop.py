"""De dossiers van wie nu iets moet: Noor, Yusuf, Daan, Thijs en Zoë."""

from bouw import bestand, record
from leerling import gezin, ouder
from zorg import (
    actie, arrangement, dossier, eens, evaluatie, gesprek, gesprekken, niveau, onderzoek, opp, oppbestand, overdracht,
    toestemming, uitwisseling, zorgleerling,
)


def noor():
    """OPP had op 11 november vastgesteld moeten zijn: 30 september + 6 weken. Versie 2 is nog concept."""
    wie = "Noor Vries"
    leerling = zorgleerling(
        ("Noor", "de", "Vries"), "2016-03-14", "6a", 6, "2020-03-16",
        [
            niveau(wie, "extraBinnenSop", "2024-01-22", "2025-07-18", "Rekenen bleef ver achter ondanks extra uitleg.",
                   [("moeder", "2024-01-18"), ("vader", "2024-01-18")]),
            niveau(wie, "basis", "2025-07-19", "2026-09-29", "Doelen gehaald; verder met de basisondersteuning.",
                   [("moeder", "2025-07-10"), ("vader", "2025-07-10")]),
            niveau(wie, "extraBuitenSop", "2026-09-30",
                   waarom="Rekenen loopt weer vast en Noor wordt er bang van. De school vraagt hulp van het SWV.",
                   overleg=[("moeder", "2026-09-24"), ("vader", "2026-09-24")]),
        ], eigenLeerlijn="ja", eigenLeerlijnSinds="2026-09-30", eigenLeerlijnVakken="rekenen")
    thuis = gezin(
        ouder(wie, "moeder", "Karin de Vries", adres="Rietkraag 12", telefoon="06 00 11 22 33", mail="karin@voorbeeld.invalid",
              bewijs="uittreksel gezagsregister", gezien="2023-09-04"),
        ouder(wie, "vader", "Paul de Vries", adres="Fuut 48", telefoon="06 00 44 55 66", mail="paul@voorbeeld.invalid",
              woont_wanneer="om het weekend", bewijs="uittreksel gezagsregister", gezien="2023-09-04"),
        bijzonderheden="Ouders zijn gescheiden en hebben samen het gezag. Post gaat naar allebei.")
    eerste = opp(
        wie, 1, "2024-01-29", behoeften="Rekenen in kleine stappen, met materiaal.", uitstroom="vmboKb",
        onderbouwing="Lezen en taal zijn voldoende; rekenen blijft achter.", helpt=["leest graag"],
        hindert=["vergeet rekenstrategieën"],
        handelingsdeel={"begeleiding": "Twee keer per week 30 minuten rekenen met de onderwijsassistent.",
                        "leerlijn": "Minimumdoelen rekenen groep 4.", "afwijkingen": "nvt"},
        doelen=[("rekenen", "telt door tot 100", "rekent tot 100 met splitsen", "toets blok 8", "2025-06-01")],
        mening=("2024-02-01", "Noor wil graag met blokjes rekenen.", "Het materiaal staat nu altijd op haar tafel."),
        ouders=eens("moeder", "vader", overleg="2024-02-08", op="2024-02-26"),
        aangebodenOp="2024-02-15", vastgesteldOp="2024-02-29", beginInRodOp="2024-03-04", afgeslotenOp="2025-07-18",
        waaromAfgesloten="Doelen gehaald; terug naar de basisondersteuning.", eindeInRodOp="2025-07-18")
    tweede = opp(
        wie, 2, "2026-10-13", behoeften="Rekenen op eigen niveau, rust en voorspelbaarheid, succes ervaren.", uitstroom="vmboTl",
        onderbouwing="Begrijpend lezen en spelling zijn ruim voldoende. Rekenen ligt anderhalf jaar achter; met een eigen "
                     "leerlijn en vertrouwen is vmbo-tl haalbaar.",
        helpt=["leest en schrijft graag", "werkt netjes", "vraagt om hulp aan een vriendin"],
        hindert=["bang om fouten te maken", "automatiseren van de tafels lukt nog niet"],
        handelingsdeel={
            "begeleiding": "2 uur per week remedial teaching rekenen, dinsdag en donderdag, buiten de groep.",
            "leerlijn": "Rekenen in een eigen leerlijn op het niveau van eind groep 4.",
            "extraOndersteuning": "Het SWV denkt mee: een orthopedagoog kijkt twee keer mee in de groep.",
            "afwijkingen": "ja", "afwijkingenUitleg": "Rekent niet mee met de groep; doet de instructie van groep 5 niet."},
        doelen=[
            ("rekenen", "rekent tot 100 op de vingers", "rekent tot 100 uit het hoofd", "toets 3.0 midden groep 4", "2027-03-01"),
            ("rekenen", "kent de tafels van 2 en 10", "kent de tafels van 2, 3, 5 en 10", "tafeldiploma", "2027-02-01"),
            ("welbevinden", "haakt af bij een fout", "probeert een som een tweede keer", "observatie leraar", "2027-01-15"),
        ],
        geprobeerd=[
            ("verlengde instructie in een kleine groep", "2026-01-12", "2026-07-10", "hielp bij klokkijken, niet bij de tafels"),
            ("dagelijks 10 minuten automatiseren", "2026-09-07", "2026-09-25", "Noor werd er onrustig van"),
        ],
        toetsen=[("rekentoets M6", "toets van eind groep 4 gemaakt", "De toets van groep 6 zegt niets over haar eigen leerlijn.")],
        ouders={
            "moeder": {"overleg": "2026-11-12", "verstuurd": "2026-11-09", "antwoord": "ja", "op": "2026-11-12",
                       "vorm": "handtekening"},
            "vader": {"overleg": "2026-09-24"},
        })
    tab = oppbestand(
        wie, [eerste, tweede],
        [evaluatie(wie, "2024-07-04", 1, ["moeder", "vader"], [("0", "splitst al tot 50")], mening=("Het gaat beter.", "Zo doorgaan."),
                   conclusie="Op de goede weg; doorgaan."),
         evaluatie(wie, "2025-07-10", 1, ["moeder", "vader"], [("1", "haalde het doel in juni")],
                   mening=("Noor is trots.", "Samen besloten te stoppen."), conclusie="Doel gehaald: afsluiten.")],
        [("2026-10-08", "Rekent rustiger nu zij op eigen niveau werkt; de tafels gaan nog moeizaam."),
         ("2026-11-10", "Durfde vandaag zelf voor te doen hoe zij een som maakt.")],
        groepsnaam="6a")
    praten = gesprekken(
        wie,
        gesprek(wie, "2026-09-24", "ouders", ["leren", "ondersteuning"],
                "De toets van groep 5 lukte niet. Ouders zien dat Noor buikpijn heeft op rekendagen.",
                afspraak="Noor krijgt extra ondersteuning met hulp van het SWV en een eigen leerlijn.",
                ouders=["moeder", "vader"], anderen=[("leraar", "Linda Prins")]),
        gesprek(wie, "2026-11-12", "ouders", ["opp"],
                "OPP doorgenomen met moeder; zij tekent. Vader moest werken en komt later.",
                afspraak="Noor zegt zelf ook nog wat zij ervan vindt. Vader krijgt een eigen afspraak.", ouders=["moeder"],
                anderen=[("leraar", "Linda Prins")],
                acties=[
                    actie(wie, "vader", "2026-11-12", "Met vader het OPP bespreken", "2026-11-25"),
                    actie(wie, "linda", "2026-11-12", "Noor vragen wat zij van het plan vindt", "2026-11-20", "linda",
                          klaar="2026-11-19", uitkomst="Noor wil niet uit de groep gehaald worden bij gym."),
                ]),
        overdrachten=[overdracht(wie, "2026-2027", "2026-07-09", "Peter Wolters aan Linda Prins", "linda",
                                 "Eerst iets wat lukt, dan iets nieuws.", "Buikpijn op rekendagen.")])
    return dossier(
        wie, leerling, thuis, opp=tab, gesprekken=praten,
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "remedial teaching rekenen", "school", "2026-09-30", "2027-07-16", per_week=120,
                        aanbieder="Ellen Vos, remedial teacher", besloten="2026-09-29")]),
        onderzoek=bestand("onderzoek", onderzoeken=[
            onderzoek(wie, "didactisch", "2026-09-17", "Waar loopt rekenen vast?", "Ellen Vos, remedial teacher",
                      ingelicht={"moeder": "2026-09-10", "vader": "2026-09-10"}, uitkomst="2026-09-24", delen="alles",
                      ontvangen="2026-09-24", samenvatting="Niveau eind groep 4; geen aanwijzing voor dyscalculie.")]),
        toestemmingen=bestand(
            "toestemmingen",
            toestemmingen=[
                toestemming(wie, rol, "2026-09-24", "verslag rekenonderzoek en toetsen rekenen", "SWV Waterveen en omstreken",
                            "swv", "meekijken in de groep bij rekenen", traject="rekenen 2026-2027", tot="2027-07-31")
                for rol in ("moeder", "vader")],
            uitwisselingen=[
                uitwisseling(wie, "2026-10-01", "verslag rekenonderzoek", "SWV Waterveen en omstreken", "swv",
                             "meekijken in de groep bij rekenen", "toestemming", {"moeder": "2026-09-30", "vader": "2026-09-30"},
                             rollen=("moeder", "vader"))]))


def yusuf():
    """Aangeboden en door moeder getekend; vader is niet te bereiken. 12 oktober + 6 weken = vandaag."""
    wie = "Yusuf Demir"
    leerling = zorgleerling(
        ("Yusuf", "", "Demir"), "2016-01-22", "7", 7, "2020-01-27",
        [niveau(wie, "basis", "2020-01-27", "2026-10-11"),
         niveau(wie, "extraBinnenSop", "2026-10-12",
                waarom="Plannen en beginnen lukt niet zonder een volwassene naast hem; cijfers dalen.",
                overleg=[("moeder", "2026-10-08"), ("vader", "2026-10-08")])],
        eigenLeerlijn="nee", thuistaal="Turks en Nederlands")
    thuis = gezin(
        ouder(wie, "moeder", "Hatice Demir", adres="Waterhoen 3", telefoon="06 00 21 43 65", mail="hatice@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2020-01-20"),
        ouder(wie, "vader", "Hakan Demir", adres="Waterhoen 3", telefoon="06 00 56 34 12",
              bewijs="verklaring ouders", gezien="2020-01-20"),
        bijzonderheden="Vader is chauffeur en vaak weken in het buitenland.")
    deel = {
        "begeleiding": "Elke ochtend 10 minuten de dag plannen met de onderwijsassistent; drie vaste momenten om te kijken of "
                       "het lukt.",
        "extraOndersteuning": "Training plannen en organiseren in een groepje van vier, 8 weken op woensdag.",
        "afwijkingen": "nvt"}
    versie = opp(
        wie, 1, "2026-10-26", behoeften="Een vast begin, taken in stukken, iemand die meekijkt of hij gestart is.",
        uitstroom="havo", onderbouwing="Begrijpt alles snel en rekent boven niveau; levert weinig in.",
        helpt=["snel van begrip", "grappig en geliefd", "wil graag naar de havo"],
        hindert=["begint niet uit zichzelf", "raakt spullen kwijt"], handelingsdeel=deel,
        doelen=[("werkhouding", "begint na drie keer vragen", "begint binnen twee minuten na de instructie",
                 "turflijst leraar", "2027-02-12"),
                ("werkhouding", "levert 4 van 10 taken in", "levert 8 van 10 taken in", "weektaak", "2027-04-16")],
        geprobeerd=[("timer en takenkaart", "2026-09-07", "2026-10-09", "hielp de eerste week")],
        mening=("2026-11-03", "Yusuf wil geen kaart op tafel die iedereen ziet.", "De kaart zit nu in zijn la."),
        ouders={
            "moeder": {"overleg": "2026-11-05", "verstuurd": "2026-11-09", "antwoord": "ja", "op": "2026-11-16",
                       "vorm": "handtekening"},
            "vader": {"overleg": "2026-10-08", "verstuurd": "2026-11-09", "antwoord": "onbereikbaar", "op": "2026-11-18",
                      "pogingen": [("2026-11-12", "gebeld", "geen gehoor, ingesproken"),
                                   ("2026-11-16", "mail via moeder", "geen antwoord"),
                                   ("2026-11-18", "gebeld en geappt", "niet gelezen")]},
        }, aangebodenOp="2026-11-09")
    praten = gesprekken(
        wie,
        gesprek(wie, "2026-10-08", "ouders", ["leren", "ondersteuning"], "Ouders herkennen dat beginnen thuis ook niet lukt.",
                afspraak="Extra ondersteuning; school maakt een OPP.", ouders=["moeder", "vader"], anderen=[("leraar", "Mark Jacobs")]),
        gesprek(wie, "2026-11-05", "ouders", ["opp"], "OPP besproken met moeder.", afspraak="Moeder vraagt vader te bellen.",
                ouders=["moeder"], anderen=[("leraar", "Mark Jacobs")]),
        gesprek(wie, "2026-11-18", "ouders", ["opp"], "Vader gebeld over het OPP.", hoe="telefoon", bereikt="geprobeerd",
                ouders=["vader"]))
    return dossier(
        wie, leerling, thuis, gesprekken=praten,
        opp=oppbestand(wie, [versie], voortgang=[("2026-11-13", "Begon drie dagen achter elkaar op tijd.")], groepsnaam="7"),
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "training plannen en organiseren", "school", "2026-11-04", "2027-01-13", per_week=45,
                        aanbieder="Mark Jacobs", besloten="2026-10-12")]))


def daan():
    """Laatste evaluatie 4 december 2025: voor 4 december 2026 opnieuw."""
    wie = "Daan Dijk"
    leerling = zorgleerling(
        ("Daan", "van", "Dijk"), "2017-11-02", "5", 5, "2021-11-02",
        [niveau(wie, "basis", "2021-11-02", "2024-10-13"),
         niveau(wie, "extraBinnenSop", "2024-10-14", waarom="Autisme; raakt overprikkeld in de groep.",
                overleg=[("moeder", "2024-10-10"), ("vader", "2024-10-10")])],
        eigenLeerlijn="nee")
    thuis = gezin(
        ouder(wie, "moeder", "Marloes van Dijk", adres="Libel 77", telefoon="06 00 31 41 59", mail="marloes@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2021-10-20"),
        ouder(wie, "vader", "Wouter van Dijk", adres="Libel 77", telefoon="06 00 26 53 58", mail="wouter@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2021-10-20"))
    deel = {"begeleiding": "Vaste plek bij het raam, dagplanning met plaatjes, twee keer per dag 10 minuten pauze buiten de groep.",
            "afwijkingen": "nvt"}
    nieuw_deel = {
        **deel, "extraOndersteuning": "Eén keer per week 45 minuten met de ambulant begeleider over samenwerken.",
        "afwijkingen": "ja", "afwijkingenUitleg": "Gym in een kleine groep."}
    basis = dict(
        behoeften="Voorspelbaarheid, weinig prikkels, duidelijke taal.", uitstroom="vmboTlHavo",
        onderbouwing="Leert goed als hij weet wat er komt; veranderingen kosten veel.",
        helpt=["sterk in lezen en feiten", "houdt zich aan afspraken"], hindert=["drukte", "onverwachte veranderingen"])
    versies = [
        opp(wie, 1, "2024-10-28", handelingsdeel=deel, **basis,
            doelen=[("werkhouding", "loopt weg bij drukte", "vraagt om pauze met een kaart", "turflijst", "2025-05-01")],
            mening=("2024-11-05", "Daan wil zijn pauze in de bieb.", "De bieb is nu zijn plek."),
            ouders=eens("moeder", "vader", overleg="2024-11-07", op="2024-11-18"),
            aangebodenOp="2024-11-11", vastgesteldOp="2024-11-22", beginInRodOp="2024-11-25"),
        opp(wie, 2, "2025-12-04", handelingsdeel=nieuw_deel, **basis,
            doelen=[("samenwerken", "werkt alleen", "werkt een kwartier samen met één ander", "observatie", "2026-10-15"),
                    ("werkhouding", "vraagt pauze met een kaart", "zegt zelf wat hij nodig heeft", "turflijst", "2026-11-15")],
            mening=("2025-12-02", "Daan wil samenwerken met Teun.", "Zij zitten naast elkaar bij wereldoriëntatie."),
            ouders=eens("moeder", "vader", overleg="2025-12-04", op="2025-12-15"),
            aangebodenOp="2025-12-08", vastgesteldOp="2025-12-18", beginInRodOp="2025-12-19"),
    ]
    evaluaties = [
        evaluatie(wie, "2025-06-12", 1, ["moeder", "vader"], [("1", "vraagt zelf om de kaart")],
                  mening=("De bieb is fijn.", "Blijft zo."), conclusie="Werkt goed; doorgaan."),
        evaluatie(wie, "2025-12-04", 1, ["moeder", "vader"], [("2", "gebruikt de kaart bijna niet meer")],
                  mening=("Ik wil samen met Teun.", "Doel samenwerken erbij."), conclusie="Nieuw doel: samenwerken.",
                  bijstelling="Ambulant begeleider voor samenwerken; gym in een kleine groep.", nieuw=2,
                  nieuw_deel=nieuw_deel, eens_op="2025-12-15"),
    ]
    praten = gesprekken(
        wie,
        gesprek(wie, "2026-10-14", "ouders", ["opp", "gedrag"], "Het gaat goed; ouders vragen om een vaste invaller.",
                afspraak="School meldt invallers een dag vooraf.", ouders=["moeder"], anderen=[("leraar", "Peter Wolters")], door="peter"),
        overdrachten=[overdracht(wie, "2026-2027", "2026-07-07", "Samira Belhaj aan Peter Wolters", "peter",
                                 "Eerst zeggen wat er gaat gebeuren.", "Invaller of uitje: een dag eerder vertellen.")])
    return dossier(
        wie, leerling, thuis, gesprekken=praten,
        opp=oppbestand(wie, versies, evaluaties,
                       [("2026-10-06", "Werkt tien minuten samen met Teun."), ("2026-11-17", "Zei zelf dat hij pauze nodig had.")],
                       [("samira", "2025-12-19", 2), ("peter", "2026-09-02", 2)], "5"),
        ondersteuning=bestand(
            "ondersteuning",
            arrangementen=[arrangement(wie, "ambulant begeleider samenwerken", "swv", "2026-01-12", "2027-07-16", per_week=45,
                                       aanbieder="Steunpunt Autisme Waterveen", gevraagd="2025-12-18", versie=2,
                                       getekend={"moeder": "2025-12-15", "vader": "2025-12-15"}, besloten="2026-01-06")],
            deskundigen=[gesprekspartner(wie, "Inge Terpstra", "ambulant begeleider", "Steunpunt Autisme Waterveen")]))


def gesprekspartner(wie, naam, vak, organisatie):
    return record(f"{wie}/deskundige/{naam}", "2026-01-12", naam=naam, vak=vak, organisatie=organisatie, van="2026-01-12")


def thijs():
    """Laatste evaluatie 11 december 2025."""
    wie = "Thijs Mulder"
    leerling = zorgleerling(
        ("Thijs", "", "Mulder"), "2018-12-09", "4a", 4, "2022-12-12",
        [niveau(wie, "extraBinnenSop", "2025-01-13", waarom="ADHD; stoort zichzelf en anderen.", overleg=[("moeder", "2025-01-09")])],
        eigenLeerlijn="nee")
    thuis = gezin(
        ouder(wie, "moeder", "Wendy Mulder", adres="Wilgenkade 9", telefoon="06 00 27 18 28", mail="wendy@voorbeeld.invalid",
              bewijs="uittreksel gezagsregister", gezien="2022-11-21"),
        ouder(wie, "vader", "Niels Aarts", gezag="nee", woont="nee", telefoon="06 00 14 14 21",
              bewijs="uittreksel gezagsregister", gezien="2022-11-21"),
        bijzonderheden="Vader heeft geen gezag en vraagt soms hoe het gaat.")
    versie = opp(
        wie, 1, "2025-01-27", behoeften="Korte taken, bewegen tussendoor, beloning voor wat lukt.", uitstroom="vmboKb",
        onderbouwing="Gemiddeld niveau; werktempo wisselt sterk.", helpt=["enthousiast", "helpt graag"],
        hindert=["snel afgeleid", "reageert voor hij denkt"],
        handelingsdeel={"begeleiding": "Elk half uur een beweegtaak; elke dag kort terugkijken met de leraar.", "afwijkingen": "nvt"},
        doelen=[("werkhouding", "werkt 4 minuten door", "werkt 10 minuten door", "stopwatch", "2025-12-01")],
        mening=("2025-02-03", "Thijs wil een balkussen.", "Hij heeft er een."),
        ouders=eens("moeder", overleg="2025-02-06", op="2025-02-17"),
        aangebodenOp="2025-02-10", vastgesteldOp="2025-02-20", beginInRodOp="2025-02-24")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2025-12-11", 1, ["moeder"], [("0", "7 minuten")], mening=("Kussen is top.", "Blijft."),
                                  conclusie="Doorgaan met hetzelfde plan.")],
                       [("2026-10-12", "Werkt 8 minuten door met het balkussen.")], [("joost", "2026-09-03", 1)], "4a"),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-11-03", "ouders", ["gedrag", "medisch"], "Medicatie is aangepast; moeder ziet verschil.",
                         afspraak="Leraar schrijft twee weken op hoe het gaat.", ouders=["moeder"], anderen=[("leraar", "Joost Veenstra")],
                         door="joost", acties=[actie(wie, "schrift", "2026-11-03", "Twee weken bijhouden hoe het werken gaat",
                                                     "2026-11-18", "joost", klaar="2026-11-18", uitkomst="Rustiger tot 13 uur.")])),
        toestemmingen=bestand(
            "toestemmingen",
            toestemmingen=[toestemming(wie, "moeder", "2026-11-03", "observatie van twee weken", "kinderarts Ziekenhuis Waterveen",
                                       "arts", "instellen van medicatie", traject="medicatie najaar 2026", tot="2027-01-31")]))


def zoe():
    """Laatste evaluatie 17 december 2025."""
    wie = "Zoë Kuipers"
    leerling = zorgleerling(
        ("Zoë", "", "Kuipers"), "2016-06-30", "7", 7, "2020-07-01",
        [niveau(wie, "extraBinnenSop", "2025-02-03", waarom="Dyscalculie; heeft op alle rekenvakken hulp nodig.",
                overleg=[("moeder", "2025-01-30"), ("mama Iris", "2025-01-30")])], eigenLeerlijn="ja",
        eigenLeerlijnSinds="2025-03-06", eigenLeerlijnVakken="rekenen")
    thuis = gezin(
        ouder(wie, "moeder", "Renske Kuipers", adres="Zonnedauw 20", telefoon="06 00 16 18 03", mail="renske@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2020-06-15"),
        ouder(wie, "mama Iris", "Iris Kok", adres="Zonnedauw 20", telefoon="06 00 39 88 74", mail="iris@voorbeeld.invalid",
              bewijs="erkenning en gezag, akte", gezien="2020-06-15"))
    versie = opp(
        wie, 1, "2025-02-10", behoeften="Rekenen met hulpkaarten en rekenmachine.", uitstroom="vmboTl",
        onderbouwing="Taal boven gemiddeld; rekenen eind groep 4.", helpt=["sterk in taal", "zet door"],
        hindert=["dyscalculie", "schaamt zich voor rekenen"],
        handelingsdeel={"begeleiding": "1 uur per week rekenen met de remedial teacher.",
                        "leerlijn": "Eigen leerlijn rekenen met hulpkaarten.", "afwijkingen": "ja",
                        "afwijkingenUitleg": "Maakt de rekentoets met rekenmachine."},
        doelen=[("rekenen", "leest de klok op hele uren", "leest de klok op 5 minuten", "klokdictee", "2025-12-01"),
                ("rekenen", "rekent geld niet uit", "betaalt gepast tot 20 euro", "winkelspel", "2026-10-01")],
        toetsen=[("alle rekentoetsen", "rekenmachine en hulpkaarten", "Dyscalculieverklaring; anders meet de toets de beperking.")],
        mening=("2025-02-13", "Zoë wil geen hulp waar iedereen bij is.", "RT is buiten de groep."),
        ouders=eens("moeder", "mama Iris", overleg="2025-02-20", op="2025-03-03"),
        aangebodenOp="2025-02-24", vastgesteldOp="2025-03-06", beginInRodOp="2025-03-10")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2025-12-17", 1, ["moeder", "mama Iris"],
                                  [("1", "klokdictee foutloos"), ("0", "tot 10 euro lukt")],
                                  mening=("Klokkijken kan ik nu.", "Dat doel is af."), conclusie="Verder met geld rekenen.")],
                       [("2026-10-15", "Betaalt gepast tot 15 euro.")], [("mark", "2026-09-04", 1)], "7"),
        onderzoek=bestand("onderzoek", onderzoeken=[
            onderzoek(wie, "psychologisch", "2024-12-10", "Is er sprake van dyscalculie?", "Praktijk De Sleutel, orthopedagoog",
                      ingelicht={"moeder": "2024-11-07", "mama Iris": "2024-11-07"},
                      toestemmingen={"moeder": "2024-11-12", "mama Iris": "2024-11-12"}, uitkomst="2025-01-14", delen="alles",
                      ontvangen="2025-01-16", samenvatting="Dyscalculie vastgesteld.")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-11-10", "ouders", ["vo", "opp"], "Eerste gesprek over de middelbare school, Zoë was erbij.",
                         afspraak="Samen naar twee open dagen.", ouders=["moeder", "mama Iris"], anderen=[("leerling", "Zoë")],
                         acties=[actie(wie, "vo", "2026-11-10", "Lijst maken van scholen met hulp bij dyscalculie", "2027-01-29",
                                       "mark")])))


ALLE = [noor, yusuf, daan, thijs, zoe]
