"""Dossiers die op orde zijn: Kacper, Sara, Finn, Aisha en Lotte."""

from bouw import bestand, kenmerk, record
from leerling import gezin, ouder, ouder_id
from zorg import (
    actie, arrangement, dossier, eens, evaluatie, gesprek, gesprekken, niveau, onderzoek, opp, oppbestand, per_ouder,
    toestemming, uitwisseling, zorgleerling,
)


def kacper():
    """Spierziekte, zorg op school uit een persoonsgebonden budget, vervoer."""
    wie = "Kacper Wiśniewski"
    leerling = zorgleerling(
        ("Kacper", "", "Wiśniewski"), "2017-02-27", "6a", 6, "2021-03-01",
        [niveau(wie, "extraBuitenSop", "2023-09-04", waarom="Spierziekte; heeft hulp nodig bij bewegen, eten en schrijven.",
                overleg=[("moeder", "2023-08-31"), ("vader", "2023-08-31")])],
        eigenLeerlijn="nee", thuistaal="Pools en Nederlands", inNederlandSinds="2018-09-01")
    thuis = gezin(
        ouder(wie, "moeder", "Katarzyna Wiśniewska", adres="Aalscholver 2", telefoon="06 00 65 11 01",
              mail="katarzyna@voorbeeld.invalid", bewijs="verklaring ouders", gezien="2021-02-15"),
        ouder(wie, "vader", "Tomasz Wiśniewski", adres="Aalscholver 2", telefoon="06 00 65 11 02", bewijs="verklaring ouders",
              gezien="2021-02-15", taal="Pools"))
    deel = {"begeleiding": "Onderwijsassistent helpt bij gym, jas en toilet: 5 uur per week.",
            "extraOndersteuning": "Ergotherapeut komt een keer per maand in de groep.",
            "zorg": "Fysiotherapie op school, dinsdag 13.00 tot 13.30 uur; persoonlijke verzorging door zorghulp uit het pgb.",
            "afwijkingen": "ja", "afwijkingenUitleg": "Werkt op een laptop; doet niet mee met gym buiten."}
    basis = dict(
        behoeften="Hulp bij bewegen, meer tijd, laptop.", uitstroom="havoVwo", onderbouwing="Leert makkelijk; schrijven en lopen kosten kracht.",
        helpt=["slim en nieuwsgierig", "veel vrienden"], hindert=["snel moe", "schrijven gaat traag"], handelingsdeel=deel)
    versies = [
        opp(wie, 1, "2023-09-11", **basis, doelen=[("zelfstandigheid", "hulp bij jas", "jas zelf aan met haak", "observatie", "2024-05-01")],
            mening=("2023-09-14", "Kacper wil zelf de deur opendoen.", "De deur heeft een knop."),
            ouders=eens("moeder", "vader", overleg="2023-09-21", op="2023-10-05"), aangebodenOp="2023-09-25",
            vastgesteldOp="2023-10-12", beginInRodOp="2023-10-16"),
        opp(wie, 2, "2025-09-08", **basis,
            doelen=[("typen", "typt 30 aanslagen", "typt 90 aanslagen", "typediploma", "2027-04-01"),
                    ("zelfstandigheid", "vraagt hulp bij trap", "plant zijn route met de lift", "observatie", "2027-02-01")],
            mening=("2025-09-11", "Kacper wil mee op schoolkamp.", "Het kamp is rolstoelvriendelijk."),
            ouders=eens("moeder", "vader", overleg="2025-09-18", op="2025-09-29"), aangebodenOp="2025-09-22",
            vastgesteldOp="2025-10-09", beginInRodOp="2025-10-13"),
    ]
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(
            wie, versies,
            [evaluatie(wie, "2024-05-30", 1, ["moeder", "vader"], [("1", "haak werkt")], mening=("Top.", "Blijft."), conclusie="Doorgaan."),
             evaluatie(wie, "2025-05-15", 1, ["moeder", "vader"], [("1", "doet alles zelf")], mening=("Ik wil typen.", "Typecursus."),
                       conclusie="Nieuw plan met typen."),
             evaluatie(wie, "2026-06-04", 2, ["moeder", "vader"], [("0", "60 aanslagen"), ("1", "plant zelf")],
                       mening=("Kamp was leuk.", "Ook volgend jaar."), conclusie="Doorgaan.")],
            [("2026-10-14", "Typt 75 aanslagen."), ("2026-11-18", "Nieuwe rolstoel past bij de tafel.")], [("linda", "2026-09-03", 2)], "6a"),
        ondersteuning=bestand(
            "ondersteuning",
            arrangementen=[arrangement(wie, "onderwijsassistent", "swv", "2025-08-01", "2027-07-31", per_week=300, gevraagd="2025-05-19",
                                       versie=1, getekend={"moeder": "2025-05-15", "vader": "2025-05-22"}, besloten="2025-06-23")],
            zorgOpSchool=[
                record(f"{wie}/zorg/fysio", "2023-09-21", wat="fysiotherapie", aanbieder="Fysiotherapie De Brug", bron="zorgverzekeraar",
                       levering="natura", afgesprokenOp="2023-09-21", wanneerWaar="dinsdag 13.00 uur, speellokaal", van="2023-10-02"),
                record(f"{wie}/zorg/hulp", "2023-09-21", wat="persoonlijke verzorging", aanbieder="Monika Zielińska", bron="langdurigeZorg",
                       levering="pgb", afgesprokenOp="2023-09-21", wanneerWaar="elke dag om 10.15 en 12.15 uur", van="2023-10-02")],
            vervoer=[record(f"{wie}/vervoer", "2023-06-12", wat="taxi met rolstoel", gevraagdOp="2023-06-12", besluit="toegekend",
                            besluitOp="2023-07-17", van="2023-08-28")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-08", "ouders", ["opp", "ondersteuning"], "Nieuwe rolstoel komt in november.",
                         afspraak="Tafel wordt aangepast.", ouders=["moeder"], anderen=[("leraar", "Linda Prins")], door="linda",
                         acties=[actie(wie, "tafel", "2026-10-08", "Tafel laten verhogen", "2026-11-13", "linda", klaar="2026-11-12",
                                       uitkomst="Conciërge heeft het gedaan.")]),
            acties=[actie(wie, "zorg", "2026-11-18", "Met de zorghulp de tijden voor volgend jaar afspreken", "2026-12-10")]))


def sara():
    """Onder voogdij van een instelling; pleegouders zonder gezag."""
    wie = "Sara Nasser"
    leerling = zorgleerling(
        ("Sara", "", "Nasser"), "2018-05-05", "4b", 4, "2025-09-22",
        [niveau(wie, "extraBinnenSop", "2025-11-10", waarom="Heeft veel meegemaakt; schrikt van harde geluiden en trekt zich terug.",
                overleg=[("voogd", "2025-11-06")])],
        eigenLeerlijn="nee", thuistaal="Arabisch en Nederlands", inNederlandSinds="2023-04-14")
    thuis = gezin(
        ouder(wie, "voogd", "Stichting Jeugdhaven, Carla Wouda", soort="instelling", woont="nee", telefoon="000 765 43 21",
              mail="voogdij@voorbeeld.invalid", bewijs="beschikking rechtbank", gezien="2025-09-15"),
        ouder(wie, "pleegmoeder", "Ada Timmer", soort="pleegouder", gezag="nee", adres="Eendenveen 40", telefoon="06 00 10 10 42",
              bewijs="pleegcontract", gezien="2025-09-15"),
        ouder(wie, "moeder", "Dima Nasser", gezag=[("ja", None, "2025-08-31"), ("nee", "2025-09-01", None)], woont="nee",
              bewijs="beschikking rechtbank", gezien="2025-09-15",
              beperkingen=[record(f"{wie}/beperking", "2025-09-15", soort="nietOphalen", omschrijving="Bezoek alleen onder toezicht.",
                                  van="2025-09-01", beschikkingGezienOp="2025-09-15")]),
        bijzonderheden="Post en instemming gaan naar de voogd; het dagelijks contact is met de pleegmoeder.")
    versie = opp(
        wie, 1, "2025-11-17", behoeften="Vaste volwassene, plek bij de muur, voorspellen wat er komt.", uitstroom="vmboTlHavo",
        onderbouwing="Leert snel Nederlands en rekent goed.", helpt=["leert graag", "band met Samira"], hindert=["schrikt snel", "slaapt slecht"],
        handelingsdeel={"begeleiding": "Elke ochtend 5 minuten met de leraar; rustplek in het kantoor van de IB.", "afwijkingen": "nvt"},
        doelen=[("welbevinden", "zegt niets in de kring", "vertelt een keer per week iets", "observatie", "2026-06-01"),
                ("welbevinden", "kruipt weg bij lawaai", "gaat zelf naar de rustplek", "turflijst", "2027-03-01")],
        mening=("2025-11-24", "Sara wil dat de deur dicht is.", "De deur gaat dicht."),
        ouders=eens("voogd", overleg="2025-11-27", op="2025-12-11"), aangebodenOp="2025-12-01", vastgesteldOp="2025-12-18",
        beginInRodOp="2025-12-19")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2026-06-18", 1, ["voogd", "pleegmoeder"], [("1", "vertelt over haar poes"), ("0", "soms")],
                                  mening=("De kring is leuk.", "Zij mag het weer doen."), conclusie="Doorgaan.")],
                       [("2026-10-13", "Ging zelf naar de rustplek."), ("2026-11-09", "Hield een spreekbeurt over poezen.")],
                       [("samira", "2026-09-01", 1)], "4b"),
        aanmelding=bestand("aanmelding", aanmeldingen=[
            record(f"{wie}/aanmelding/1", "2025-05-26", ontvangenOp="2025-05-26", vorm="schriftelijk", gewensteDatum="2025-08-01",
                   eldersIngeschreven="ja", eldersSchool="De Regenboog", eldersVan="2023-05-08", oudersMeldenOndersteuning="onbekend",
                   gegevensverzoeken=[record(f"{wie}/verzoek", "2025-06-05", gevraagdOp="2025-06-05", wat="wie het gezag heeft",
                                             uiterlijk="2025-06-26", verlopenOp="2025-06-26")],
                   besluit="nietBehandeld", besluitOp="2025-07-01", besluitGemeldOp="2025-07-08",
                   opmerking="De rechter moest nog beslissen over het gezag."),
            record(f"{wie}/aanmelding/2", "2025-09-04", ontvangenOp="2025-09-04", vorm="schriftelijk", gewensteDatum="2025-09-22",
                   eldersIngeschreven="ja", eldersSchool="De Regenboog", eldersVan="2023-05-08", eldersTot="2025-09-21",
                   oudersMeldenOndersteuning="onbekend", besluit="toegelaten", besluitOp="2025-09-16", besluitGemeldOp="2025-09-16")]),
        toestemmingen=bestand(
            "toestemmingen",
            toestemmingen=[toestemming(wie, "voogd", "2026-09-10", "observaties van gedrag in de groep", "traumacentrum De Veer",
                                       "hulpverlener", "behandeling", traject="behandeling 2026-2027")],
            uitwisselingen=[uitwisseling(wie, "2026-09-24", "observaties van gedrag in de groep", "traumacentrum De Veer", "hulpverlener",
                                         "behandeling", "toestemming", {"voogd": "2026-09-17"}, rollen=("voogd",))],
            inzageverzoeken=[record(
                f"{wie}/inzage", "2026-09-07", ontvangenOp="2026-09-07", ouder=ouder_id(wie, "moeder"), wat="het hele dossier",
                geweigerdOp="2026-09-17", weigering="geenGezag", weigeringUitleg="Moeder heeft geen gezag. Zij kreeg wel de "
                "belangrijke feiten over hoe het met Sara gaat.", feitenGegevenOp="2026-09-17")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-15", "ouders", ["gedrag", "opp"], "Het gaat goed op school; thuis zijn de nachten lastig.",
                         afspraak="School en pleegmoeder appen op maandag.", ouders=["voogd", "pleegmoeder"])))


def finn():
    wie = "Finn Postma"
    leerling = zorgleerling(
        ("Finn", "", "Postma"), "2015-03-11", "8", 8, "2019-03-11",
        [niveau(wie, "extraBinnenSop", "2024-11-04", waarom="Hoogbegaafd met autisme; verveelt zich en loopt vast in samenwerken.",
                overleg=[("moeder", "2024-10-31"), ("vader", "2024-10-31")])], eigenLeerlijn="ja",
        eigenLeerlijnSinds="2024-12-12", eigenLeerlijnVakken="rekenen, wereldoriëntatie")
    thuis = gezin(
        ouder(wie, "moeder", "Esther Postma", adres="Oeverzwaluw 14", telefoon="06 00 31 03 15", mail="esther@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2019-02-18"),
        ouder(wie, "vader", "Gijs Postma", adres="Oeverzwaluw 14", telefoon="06 00 31 03 16", bewijs="verklaring ouders",
              gezien="2019-02-18"))
    versie = opp(
        wie, 1, "2024-11-11", behoeften="Uitdaging, uitleg bij het waarom, rust.", uitstroom="vwo",
        onderbouwing="Scoort op alles het hoogst; werkhouding wisselt.", helpt=["leert razendsnel", "grote kennis van sterren"],
        hindert=["werkt niet aan wat hij al kan", "vindt groepswerk moeilijk"],
        handelingsdeel={"begeleiding": "Twee uur per week plusgroep; elke week doelen kiezen met de leraar.",
                        "leerlijn": "Rekenen op niveau brugklas.", "afwijkingen": "ja", "afwijkingenUitleg": "Slaat bekende stof over."},
        doelen=[("samenwerken", "werkt alleen", "heeft een vaste rol in een groepje", "observatie", "2026-06-01"),
                ("leren leren", "stopt als iets niet meteen lukt", "probeert drie manieren", "logboek", "2027-03-01")],
        mening=("2024-11-14", "Finn wil sterrenkunde doen.", "Zijn werkstuk gaat over zwarte gaten."),
        ouders=eens("moeder", "vader", overleg="2024-11-21", op="2024-12-05"), aangebodenOp="2024-11-25", vastgesteldOp="2024-12-12",
        beginInRodOp="2024-12-16")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2025-06-19", 1, ["moeder", "vader"], [("0", "soms"), ("0", "een manier")],
                                  mening=("Plusgroep is leuk.", "Blijft."), conclusie="Doorgaan."),
                        evaluatie(wie, "2026-06-11", 1, ["moeder"], [("1", "is de tijdbewaker"), ("0", "twee manieren")],
                                  niet_gekomen=["vader"], mening=("Tijdbewaker past bij mij.", "Blijft."), conclusie="Doorgaan tot de overstap.")],
                       [("2026-10-07", "Probeerde drie manieren bij een puzzel."), ("2026-11-18", "Legde de groep iets uit.")],
                       [("ingrid", "2026-09-02", 1)], "8"),
        onderzoek=bestand("onderzoek", onderzoeken=[{
            **onderzoek(wie, "psychologisch", "2024-10-08", "Waarom loopt Finn vast?", "drs. Femke Rutgers, SWV",
                        ingelicht={"moeder": "2024-09-09", "vader": "2024-09-12"},
                        toestemmingen={"moeder": "2024-09-12", "vader": "2024-09-19"}, uitkomst="2024-10-22", delen="alles",
                        ontvangen="2024-10-24", samenvatting="Hoogbegaafd; autisme."),
            "gevraagdOp": "2024-09-09", "geplandOp": "2024-10-08"}]),
        toestemmingen=finn_toestemmingen(wie),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-29", "ouders", ["vo", "opp"], "Welke vwo-school past bij autisme?", afspraak="Bezoek aan twee scholen.",
                         ouders=["moeder", "vader"], anderen=[("leerling", "Finn"), ("leraar", "Ingrid van Loon")], door="ingrid")))


def finn_toestemmingen(wie):
    """Eerst mondeling en te ruim, later op papier en voor één doel; verlengd toen de eerste bijna afliep."""
    arts, sova = "jeugdarts GGD Waterveen", "praktijk De Sleutel"

    def geeft(rol, op, gegevens, partij, soort, doel, **velden):
        return {**toestemming(wie, rol, op, gegevens, partij, soort, doel, **velden), "id": kenmerk(f"{wie}/toestemming/{rol}/{op}")}

    def naar(op, gegevens, partij, soort, doel, ingelicht, gegeven):
        boom = uitwisseling(wie, op, gegevens, partij, soort, doel, "toestemming", ingelicht)
        return {**boom, "geplandOp": op, "toestemmingen": [kenmerk(f"{wie}/toestemming/{rol}/{d}") for rol, d in gegeven]}

    werkhouding = ("observaties van de werkhouding", arts, "arts", "advies over slapen en eten")
    samen = ("verslag van de plusgroep", sova, "hulpverlener", "training samenwerken")
    return bestand(
        "toestemmingen",
        toestemmingen=[
            geeft("moeder", "2025-01-13", *werkhouding, vorm="mondeling", bevestigdOp="2025-01-16"),
            geeft("moeder", "2025-01-27", *werkhouding), geeft("vader", "2025-01-30", *werkhouding),
            geeft("moeder", "2025-03-03", *samen, tot="2025-10-31"),
            geeft("vader", "2025-09-01", "alles over Finn", None, None, "hulp regelen"), geeft("vader", "2025-09-15", *samen),
            geeft("moeder", "2025-10-20", *samen)],
        uitwisselingen=[
            naar("2025-02-06", *werkhouding, {"moeder": "2025-01-27", "vader": "2025-01-30"},
                 [("moeder", "2025-01-27"), ("vader", "2025-01-30")]),
            naar("2025-11-20", *samen, {"moeder": "2025-11-06", "vader": "2025-11-06"},
                 [("moeder", "2025-10-20"), ("vader", "2025-09-15")])])


def aisha():
    """Downsyndroom, groep 2. De school weigerde haar eerst; na bezwaar is zij toegelaten."""
    wie = "Aisha Bakkali"
    leerling = zorgleerling(
        ("Aisha", "", "Bakkali"), "2021-08-20", "1/2b", 2, "2025-09-01",
        [niveau(wie, "extraBuitenSop", "2025-09-01", waarom="Downsyndroom; leert naast de groep.",
                overleg=[("moeder", "2025-06-12"), ("vader", "2025-06-12")])], eigenLeerlijn="ja", eigenLeerlijnSinds="2025-09-01",
        eigenLeerlijnVakken="alle")
    thuis = gezin(
        ouder(wie, "moeder", "Samira Bakkali", adres="Lisdodde 61", telefoon="06 00 21 03 21", mail="s.bakkali@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2025-06-12"),
        ouder(wie, "vader", "Youssef Bakkali", adres="Lisdodde 61", telefoon="06 00 21 03 22", bewijs="verklaring ouders",
              gezien="2025-06-12"))
    versie = opp(
        wie, 1, "2025-09-08", behoeften="Gebaren, foto's, veel herhalen, begeleiding dichtbij.", uitstroom="vsoArbeid",
        onderbouwing="Ontwikkelt zich in eigen tempo; samen spelen gaat goed.", helpt=["gezellig", "doet graag na"],
        hindert=["praat nog weinig", "snel moe"],
        handelingsdeel={"begeleiding": "Onderwijsassistent 12 uur per week.", "leerlijn": "Eigen leerlijn met foto's en gebaren.",
                        "extraOndersteuning": "Logopedie op school.", "afwijkingen": "ja", "afwijkingenUitleg": "Eigen programma."},
        doelen=[("taal", "maakt 15 gebaren", "maakt 40 gebaren", "gebarenlijst", "2026-05-01"),
                ("spel", "speelt naast anderen", "speelt samen met één kind", "observatie", "2027-04-01")],
        mening=("2025-09-18", "Aisha koos de pictokaart met de bel: zij wil met Bilal spelen.", "Bilal is haar maatje."),
        ouders=eens("moeder", "vader", overleg="2025-09-18", op="2025-10-02"), aangebodenOp="2025-09-22", vastgesteldOp="2025-10-09",
        beginInRodOp="2025-10-13")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie],
                       [evaluatie(wie, "2026-05-28", 1, ["moeder", "vader"], [("1", "45 gebaren"), ("0", "met Bilal")],
                                  mening=("Koos een lachend gezicht.", "Zo doorgaan."), conclusie="Doorgaan.")],
                       [("2026-10-05", "60 gebaren."), ("2026-11-16", "Speelde winkeltje met twee kinderen.")],
                       [("hanneke", "2026-09-01", 1)], "1/2b"),
        aanmelding=bestand("aanmelding", aanmeldingen=[
            record(f"{wie}/aanmelding/1", "2025-01-20", ontvangenOp="2025-01-20", vorm="mondeling", gewensteDatum="2025-09-01",
                   eldersIngeschreven="nee", oudersMeldenOndersteuning="ja", watOudersMelden="Aisha heeft downsyndroom."),
            record(f"{wie}/aanmelding/2", "2025-02-03", ontvangenOp="2025-02-03", vorm="schriftelijk", gewensteDatum="2025-09-01",
                   eldersIngeschreven="nee", oudersMeldenOndersteuning="ja", watOudersMelden="Aisha heeft downsyndroom.",
                   verlengingWeken=4, verlengingReden="Het SWV komt pas in maart kijken.", verlengingGemeldOp="2025-03-10",
                   nodig="Begeleiding dichtbij, gebaren, een eigen leerlijn.", nodigBeantwoordOp="2025-03-24",
                   kanSchoolDit="nee", kanSchoolDitBeantwoordOp="2025-04-24", kanSchoolDitUitleg="Niet zonder een assistent in de groep.",
                   swvBetrokkenOp="2025-03-17", besluit="geweigerd", besluitOp="2025-04-10", besluitGemeldOp="2025-04-11",
                   weigeringsgrond="kanNietBieden", redenenGegevenOp="2025-04-11", bezwaarrouteGegevenOp="2025-04-17",
                   oudersGesprokenOp="2025-03-31", leerlingNietGesproken="Is drie jaar en praat nog niet.",
                   andereSchool="De Wissel (SBO)", andereSchoolOp="2025-05-12", bezwaarOntvangenOp="2025-05-06",
                   bezwaarGehoordOp="2025-05-20", bezwaarBeslistOp="2025-06-05",
                   bezwaarUitkomst="Gegrond: met een assistent uit het SWV kan het hier. Aisha begint op 1 september.")]),
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "onderwijsassistent", "swv", "2025-09-01", "2027-07-31", per_week=720, gevraagd="2025-06-16",
                        getekend={"moeder": "2025-06-12", "vader": "2025-06-12"}, besloten="2025-07-08"),
            arrangement(wie, "logopedie", "zorgverzekeraar", "2025-09-08", "2027-07-16", per_week=30, aanbieder="Logopedie De Mond",
                        levering="natura", besloten="2025-09-01")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-06", "ouders", ["opp"], "Aisha is trots op haar gebaren.", afspraak="Volgend gesprek in januari.",
                         ouders=["moeder", "vader"], anderen=[("leraar", "Hanneke Blom")], door="hanneke")))


def lotte():
    """Slechthorend, groep 1; begeleiding uit cluster 2."""
    wie = "Lotte Brouwer"
    leerling = zorgleerling(
        ("Lotte", "", "Brouwer"), "2022-01-29", "1/2a", 1, "2026-02-02",
        [niveau(wie, "extraBuitenSop", "2026-02-02", waarom="Slechthorend; begeleiding uit cluster 2.",
                overleg=[("moeder", "2026-01-15"), ("vader", "2026-01-15")])], eigenLeerlijn="nee")
    thuis = gezin(
        ouder(wie, "moeder", "Kim Brouwer", adres="Gele Plomp 8", telefoon="06 00 29 01 22", mail="kim@voorbeeld.invalid",
              bewijs="verklaring ouders", gezien="2026-01-15"),
        ouder(wie, "vader", "Robin Brouwer", adres="Gele Plomp 8", telefoon="06 00 29 01 23", bewijs="verklaring ouders", gezien="2026-01-15"))
    versie = opp(
        wie, 1, "2026-02-09", behoeften="Gezicht zien, ringleiding, rust in de kring.", uitstroom="vmboTl",
        onderbouwing="Nog jong; begrijpt veel als zij het hoort.", helpt=["kijkt goed", "niet bang"], hindert=["mist gesprekjes", "moe van luisteren"],
        handelingsdeel={"begeleiding": "Vaste plek vooraan; leraar draagt de microfoon; elke dag woordjes vooraf.",
                        "extraOndersteuning": "Ambulant begeleider een keer per twee weken.", "afwijkingen": "nvt"},
        doelen=[("taal", "kent 500 woorden", "kent 900 woorden", "woordenlijst", "2027-02-15")],
        mening=("2026-02-26", "Lotte wil de microfoon aan juf geven.", "Dat doet zij elke ochtend."),
        ouders=eens("moeder", "vader", overleg="2026-02-26", op="2026-03-09"), aangebodenOp="2026-03-02", vastgesteldOp="2026-03-12",
        beginInRodOp="2026-03-16")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(wie, [versie], [], [("2026-09-29", "700 woorden."), ("2026-11-10", "Vertelde in de kring.")],
                       [("sanne", "2026-09-02", 1)], "1/2a"),
        verwijzing=bestand("verwijzing", cluster12=[
            record(f"{wie}/cluster2", "2025-10-13", instelling="Auris", cluster="cluster2", wat="begeleiding op school",
                   aangevraagdOp="2025-10-13", oudersIngelicht=per_ouder(f"{wie}/cluster2", wie, {"moeder": "2025-10-13", "vader": "2025-10-13"}),
                   besluit="toegekend", besluitOp="2025-12-01", van="2026-02-02", tot="2028-07-31")]),
        ondersteuning=bestand("ondersteuning", arrangementen=[
            arrangement(wie, "ambulante begeleiding horen", "cluster12", "2026-02-02", "2028-07-31", per_week=60, aanbieder="Auris",
                        gevraagd="2025-10-13", getekend={"moeder": "2025-10-13", "vader": "2025-10-13"}, besloten="2025-12-01")]),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-10-12", "ouders", ["opp", "leren"], "De ringleiding werkt; de gymzaal blijft lastig.",
                         afspraak="Gym met gebaren.", ouders=["moeder"], anderen=[("leraar", "Sanne Kramer")], door="sanne")))


ALLE = [kacper, sara, finn, aisha, lotte]
