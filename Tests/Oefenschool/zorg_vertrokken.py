"""Leerlingen die er niet meer zijn. In hun dossiers ging wel eens iets mis; nu vraagt het niets meer."""

from bouw import bestand, record
from leerling import gezin, inschrijving, leerling_id, ouder, ouder_id
from school import leraar
from zorg import (
    dossier, eens, evaluatie, gesprek, gesprekken, niveau, onderzoek, opp, oppbestand, per_ouder, versie_id, zorgleerling,
)
from zorg_overig import afwezig, twee_ouders

BEIDE = ("moeder", "vader")


def vertrokken(naam, geboren, leerjaar, inschrijving_, niveaus=(), **velden):
    """Het tabblad Leerling van wie weg is; de groepen van toen staan niet meer in de school."""
    leerling = zorgleerling(naam, geboren, None, leerjaar, None, niveaus, inschrijvingen=[inschrijving_], groepen=[{}], **velden)
    return {k: v for k, v in leerling.items() if k not in ("groepen", "contactpersoon", "startGroep3")}


def naar_school(wie, school, verstuurd, gezien, rollen, **velden):
    """Het onderwijskundig rapport ging mee, en de ouders zagen het eerst."""
    return record(
        f"{wie}/okr", verstuurd, school=school, okrVerstuurdOp=verstuurd,
        oudersInzage=[
            record(f"{wie}/okr/{rol}", gezien, ouder=ouder_id(wie, rol), ingezienOp=gezien, akkoord="ja", akkoordOp=gezien,
                   vorm="schriftelijk") for rol in rollen], **velden)


def pepijn():
    """Een jaar met een OPP waarin veel later kwam dan moest; in juni 2026 verhuisd."""
    wie = "Pepijn Huisman"
    leerling = vertrokken(
        ("Pepijn", "", "Huisman"), "2015-12-11", 6,
        inschrijving(wie, "2020-01-06", tot="2026-06-26", bestemming="basisschool", bestemmingNaam="De Horizon, Zuiddorp", verwezen="nee"),
        [niveau(wie, "basis", "2020-01-06", "2025-09-14"),
         niveau(wie, "extraBinnenSop", "2025-09-15", "2026-04-12", "Taalachterstand in lezen en spellen; liep vast.",
                [("moeder", "2025-09-11"), ("vader", "2025-09-25")]),
         niveau(wie, "basis", "2026-04-13", "2026-06-26", "Leest weer mee; spellen blijft op een eigen lijn.")],
        eigenLeerlijn="ja", eigenLeerlijnSinds="2025-10-20", eigenLeerlijnVakken="spelling")
    thuis = gezin(
        ouder(wie, "moeder", "Karin Huisman", bewijs="uittreksel gezagsregister", gezien="2020-01-06"),
        ouder(wie, "vader", "Marcel Huisman", gezag=[("onbekend", None, "2025-09-21"), ("ja", "2025-09-22", None)], woont="nee",
              bewijs="uittreksel gezagsregister", gezien="2025-09-22"))
    basis = dict(
        behoeften="Korte stukken tekst, hulp bij spellen.", uitstroom="vmboKb", onderbouwing="Rekent gemiddeld; lezen loopt achter.",
        helpt=["doorzetter", "maakt makkelijk vrienden"], hindert=["leest traag", "schaamt zich bij voorlezen"])
    deel = {"begeleiding": "Vier keer per week lezen in een groepje.", "leerlijn": "Eigen leerlijn spelling.", "afwijkingen": "ja",
            "afwijkingenUitleg": "Slaat het dictee van de groep over."}
    eerste = opp(
        wie, 1, "2025-09-29", **basis, handelingsdeel=deel, toetsen=[("spelling", "toets van groep 5", None)],
        mening=("2025-11-06", "Pepijn wil niet voorlezen in de kring.", "Hij leest voor aan een kleuter."),
        ouders={
            "moeder": {"overleg": "2025-10-06", "verstuurd": "2025-10-09", "antwoord": "ja", "op": "2025-10-16", "vorm": "handtekening"},
            "vader": {"overleg": "2025-10-30", "verstuurd": "2025-10-09", "antwoord": "ja", "op": "2025-10-16", "vorm": "mail"}},
        aangebodenOp="2025-10-09", vastgesteldOp="2025-10-20", beginInRodOp="2025-10-23")
    tweede = opp(
        wie, 2, "2026-01-12", **basis, handelingsdeel={**deel, "zorg": "Logopedie op donderdag van 11.00 tot 11.30 uur."},
        toetsen=[("spelling", "toets van groep 5", "Volgt een eigen leerlijn spelling.")],
        mening=("2026-01-15", "Voorlezen aan een kleuter is leuk.", "Dat blijft."),
        ouders=eens(*BEIDE, overleg="2026-01-15", op="2026-02-02"), aangebodenOp="2026-01-22", vastgesteldOp="2026-02-05",
        beginInRodOp="2026-02-09", afgeslotenOp="2026-04-28", waaromAfgesloten="Extra ondersteuning is niet meer nodig.",
        eindeInRodOp="2026-05-01")
    return dossier(
        wie, leerling, thuis,
        opp=oppbestand(
            wie, [eerste, tweede],
            [evaluatie(wie, "2026-03-26", 2, [], niet_gekomen=BEIDE, mening=("Lezen gaat beter.", "Groepje stopt na mei."),
                       conclusie="Kan terug naar de basis.")],
            [("2025-12-02", "Leest AVI-M5."), ("2026-03-10", "Leest AVI-E5.")]),
        ondersteuning=bestand("ondersteuning", zorgOpSchool=[
            record(f"{wie}/zorg", "2025-12-04", wat="logopedie", aanbieder="Logopedie De Mond", bron="zorgverzekeraar", levering="natura",
                   afgesprokenOp="2025-12-04", wanneerWaar="donderdag 11.00 uur, spreekkamer", van="2025-12-11", tot="2026-06-25")]),
        onderzoek=bestand("onderzoek", onderzoeken=[
            onderzoek(wie, "didactisch", "2026-05-19", "Waar staat Pepijn voor de nieuwe school?", "Bob Claassen, SWV",
                      ingelicht={rol: "2026-05-07" for rol in BEIDE}, uitkomst="2026-05-27", ontvangen="2026-05-28",
                      samenvatting="Lezen op niveau; spelling een jaar achter.")]),
        gesprekken=gesprekken(
            wie,
            gesprek(wie, "2026-04-09", "ouders", ["opp"], "De evaluatie alsnog besproken; moeder ziet hem weer lezen.",
                    afspraak="Terug naar de basis, spelling houdt een eigen lijn.", ouders=["moeder"], hoe="telefoon"),
            gesprek(wie, "2026-06-04", "mdo", ["leren"], "Wat moet de nieuwe school weten?", afspraak="Rapport met leeslijst.",
                    anderen=[("jeugdgezondheid", "jeugdarts GGD")], opNaam="opNaam")),
        overgang=bestand("overgang", overdrachten=[naar_school(wie, "De Horizon, Zuiddorp", "2026-06-18", "2026-06-15", BEIDE)]))


def mees():
    """Geschorst, thuis komen te zitten en in mei 2026 naar een SBO-school in een ander samenwerkingsverband gegaan."""
    wie, school = "Mees Timmer", "De Overkant (SBO)"
    leerling = vertrokken(
        ("Mees", "", "Timmer"), "2016-09-03", 5,
        inschrijving(wie, "2020-09-07", tot="2026-05-29", bestemming="sbo", bestemmingNaam=school, verwezen="ja"),
        [niveau(wie, "extraBuitenSop", "2025-09-08", "2026-05-29", "Slaat en loopt weg; de groep is te druk voor hem.",
                [(rol, "2025-09-04") for rol in BEIDE])])
    versie = opp(
        wie, 1, "2025-09-22", behoeften="Kleine groep, een vaste volwassene, bewegen tussendoor.", uitstroom="vmboBb",
        onderbouwing="Leert goed als het rustig is.", helpt=["handig", "eerlijk"], hindert=["prikkels", "wordt snel boos"],
        handelingsdeel={"begeleiding": "Elke ochtend een begeleider van het SWV in de groep.", "afwijkingen": "ja",
                        "afwijkingenUitleg": "Eigen pauze en een eigen werkplek."},
        geprobeerd=[("time-outplek", "2025-03-03", "2025-07-11", "Hielp thuis komen tot rust, in de groep niet.")],
        mening=("2025-10-02", "Mees wil timmeren.", "Elke vrijdag met de conciërge."),
        ouders=eens(*BEIDE, overleg="2025-10-09", op="2025-10-17"), aangebodenOp="2025-10-16", vastgesteldOp="2025-10-20",
        beginInRodOp="2025-10-27", afgeslotenOp="2026-05-29", waaromAfgesloten="Naar het SBO.", eindeInRodOp="2026-06-02")
    return dossier(
        wie, leerling, twee_ouders(wie, "Timmer", "Wendy", "Dennis", "Libel 88", "09 16"),
        opp=oppbestand(wie, [versie], [evaluatie(wie, "2026-05-12", 1, BEIDE, mening=("Ik wil weer naar school.", "De Overkant past."),
                                                 conclusie="Naar het SBO.")],
                       [("2025-12-11", "Timmeren gaat goed."), ("2026-03-26", "Doet thuis elke dag rekenen en lezen.")]),
        verzuim=mees_verzuim(wie), verwijzing=mees_verwijzing(wie, school),
        gesprekken=gesprekken(
            wie, gesprek(wie, "2026-02-12", "ouders", ["verzuim", "verwijzing"], "Thuis is het zwaar; leerplicht en SWV denken mee.",
                         afspraak="Les op afstand tot Pasen.", ouders=BEIDE, anderen=[("leerplicht", "leerplicht Waterveen"), ("swv", "SWV")])),
        overgang=bestand("overgang", overdrachten=[
            naar_school(wie, school, "2026-05-26", "2026-05-21", BEIDE, oppVerstuurdOp="2026-05-26", oppVersie=versie_id(wie, 1),
                        besprokenOp="2026-05-28")]))


def mees_verzuim(wie):
    door = leraar("5")
    weken = [("2026-01-12", "2026-01-18", "2026-01-19"), ("2026-01-19", "2026-01-25", "2026-01-26"),
             ("2026-01-26", "2026-02-01", "2026-02-02"), ("2026-02-02", "2026-02-08", "2026-02-09")]
    return bestand(
        "verzuim",
        afwezig=[afwezig(wie, "2026-01-12", door, "wachtOpPlaats", tot="2026-02-13", reden="Geen school kan hem nu een plek geven.",
                         gemeldDoor="ouders", gemeldOp="2026-01-12")],
        meldingen=[
            record(f"{wie}/melding/{op}", op, soort="zestienUur", gemeldOp=op, van=van, tot=tot, uren=1545) for van, tot, op in weken
        ] + [
            record(f"{wie}/melding/lang", "2026-02-10", soort="langdurig", gemeldOp="2026-02-10", van="2026-01-12",
                   antwoord="Leerplicht komt bij het overleg van 12 februari.", antwoordOp="2026-02-11")],
        plannen=[record(f"{wie}/plan", "2026-02-12", gemaaktOp="2026-02-12", metSwv=True, plan="Les op afstand tot Pasen, daarna halve dagen.",
                        watKan="Elke dag een uur rekenen en lezen met de begeleider.", oudersAkkoordOp="2026-02-12",
                        afgeslotenOp="2026-05-29")],
        schorsingen=[
            record(f"{wie}/schorsing/1", "2025-11-03", van="2025-11-03", tot="2025-11-04", reden="Sloeg een kind en een leraar.",
                   oudersBriefOp="2025-11-03", inspectieOp="2025-11-06"),
            record(f"{wie}/schorsing/2", "2025-12-01", van="2025-12-01", tot="2025-12-10", reden="Liep weg en gooide met stenen.",
                   oudersBriefOp="2025-12-01", inspectieOp="2025-12-01")],
        afstandsonderwijs=[record(
            f"{wie}/afstand", "2026-02-19", van="2026-02-23", tot="2026-04-02", doel="Bijblijven met rekenen en lezen.",
            terugOp="2026-04-07", teruggekeerdOp="2026-04-07", bevoegdGezag=True, leraarKanIngrijpen=True, deelnameGezien=True,
            mrAkkoordOp="2026-03-02", inspectieOp="2026-02-19", andersSoort="wachtOpPlaats")])


def mees_verwijzing(wie, school):
    def deskundige(welke, op, naam, vak):
        return record(f"{wie}/tlv/{welke}/{naam}", op, naam=naam, vak=vak, datum=op, advies="SBO.")

    def aanvraag(welke, op, gezien, **velden):
        sleutel = f"{wie}/tlv/{welke}"
        return record(
            sleutel, op, soort="sbo", aangevraagdOp=op, oppVersie=versie_id(wie, 1), nergensIngeschreven="nee",
            oudersIngelicht=per_ouder(sleutel, wie, {rol: gezien for rol in BEIDE}),
            zienswijzen=[record(f"{sleutel}/zienswijze/{rol}", gezien, ouder=ouder_id(wie, rol), akkoord="ja", akkoordOp=gezien,
                                vorm="mondeling") for rol in BEIDE],
            besluit="toegekend", school=school, schoolSwv="SWV Heuvelrand", **velden)

    return bestand(
        "verwijzing",
        tlv=[
            aanvraag("1", "2025-10-13", "2025-10-09", swv="SWV Waterveen en omstreken", besluitOp="2026-01-26",
                     bekendgemaaktOp="2026-01-27", nummer="SBO-2026-003", van="2026-02-01", tot="2026-07-31",
                     terugkeer="Na een half jaar kijken we of Mees terug kan.", vervolg="verlengen", vervolgOp="2026-03-16",
                     schoolAangemeldOp="2026-04-13",
                     deskundigen=[deskundige(1, "2026-01-12", "drs. Femke Rutgers", "orthopedagoog"),
                                  deskundige(1, "2026-01-29", "Ilse de Waal", "arts")]),
            aanvraag("2", "2026-04-20", "2026-04-16", swv="SWV Heuvelrand", besluitOp="2026-05-18", bekendgemaaktOp="2026-05-19",
                     nummer="H-2026-112", van="2026-06-01", tot="2028-07-31", terugkeer="Elk jaar kijken scholen en ouders samen.",
                     schoolAangemeldOp="2026-05-19", toegelatenOp="2026-05-21", vervoerGevraagdOp="2026-05-26",
                     deskundigen=[deskundige(2, "2026-04-23", "drs. Femke Rutgers", "orthopedagoog"),
                                  deskundige(2, "2026-04-23", "Ilse de Waal", "arts")])],
        verwijderingen=[record(
            f"{wie}/verwijdering", "2025-12-04", reden="Onveilig voor Mees en voor de groep.", voornemenOp="2025-12-04",
            leraarGehoordOp="2025-12-04", oudersGehoord=per_ouder(f"{wie}/gehoord", wie, {rol: "2025-12-08" for rol in BEIDE}),
            besluitOp="2025-12-15", redenenGegevenOp="2025-12-15", bezwaarrouteGegevenOp="2025-12-15", andereSchool=school,
            andereSchoolOp="2026-05-11", verwijderdOp="2026-05-29")],
        geschillen=[record(
            f"{wie}/geschil", "2026-01-12", soort="gpo", over="verwijdering", ingediendOp="2026-01-12", adviesOp="2026-03-09",
            advies="Eerst een school die wil; tot dan les op afstand.", volgtAdvies="ja", besluitOp="2026-03-23",
            besluit="Mees blijft ingeschreven tot er een school is.", oudersGemeldOp="2026-03-24", commissieGemeldOp="2026-03-30")])


def kaylee():
    """Veel verlof en verzuim in een schooljaar; in de zomer van 2026 verhuisd."""
    wie, door = "Kaylee Blokland", leraar("6a")
    leerling = vertrokken(
        ("Kaylee", "", "Blokland"), "2016-02-20", 6,
        inschrijving(wie, "2020-02-24", tot="2026-07-31", bestemming="basisschool", bestemmingNaam="De Brug, Oosterveen", verwezen="nee"))

    def verlof(van, tot, grond, reden, gevraagd, besloten, **velden):
        return record(f"{wie}/verlof/{van}", gevraagd, gevraagdOp=gevraagd, van=van, tot=tot, grond=grond, reden=reden,
                      besluitSchool="verleend", besluitSchoolOp=besloten, **velden)

    return dossier(
        wie, leerling, twee_ouders(wie, "Blokland", "Lucinda", "Orlando", "Fuut 51", "02 20"),
        verzuim=bestand(
            "verzuim",
            verlof=[
                verlof("2025-11-10", "2025-11-21", "gewichtig", "Begrafenis van oma in Paramaribo.", "2025-11-06", "2025-11-06"),
                verlof("2026-01-12", "2026-01-16", "beroepOuders", "Ouders hebben een strandpaviljoen.", "2025-12-08", "2025-12-15"),
                verlof("2026-05-18", "2026-05-22", "beroepOuders", "Ouders hebben een strandpaviljoen.", "2026-05-07", "2026-05-11"),
                verlof("2026-06-15", "2026-06-19", "gewichtig", "Opa is ernstig ziek.", "2026-06-11", "2026-06-11",
                       besluitLeerplicht="verleend", besluitLeerplichtOp="2026-06-16")],
            afwezig=[
                afwezig(wie, "2026-03-10", door, "ziek", gemeldDoor="ouders", gemeldOp="2026-03-10", reden="buikpijn", twijfel=True,
                        twijfelUitkomst="geldig", twijfelBeslotenOp="2026-03-12"),
                afwezig(wie, "2026-04-22", door, "vakantieZonderVerlof", tot="2026-04-24", gemeldDoor="school", gemeldOp="2026-04-22",
                        contactOp="2026-04-23", reden="eerder op reis voor de meivakantie"),
                afwezig(wie, "2026-07-15", door, "onbekend", gemeldDoor="school", gemeldOp="2026-07-15", contactOp="2026-07-15")],
            meldingen=[record(f"{wie}/melding", "2026-04-24", soort="luxe", gemeldOp="2026-04-24", van="2026-04-22", tot="2026-04-24",
                              uren=885)]),
        overgang=bestand("overgang", overdrachten=[naar_school(wie, "De Brug, Oosterveen", "2026-07-09", "2026-07-06", BEIDE)]))


def yonas():
    """Kort in Nederland: geen doorstroomtoets. In 2025 naar het voortgezet onderwijs gegaan."""
    wie = "Yonas Haile"
    leerling = vertrokken(
        ("Yonas", "", "Haile"), "2012-12-03", 8,
        inschrijving(wie, "2023-08-01", tot="2025-07-31", bestemming="vo", bestemmingNaam="Waterveens College", verwezen="nee"),
        thuistaal="Tigrinya", inNederlandSinds="2022-10-01")
    return dossier(
        wie, leerling, gezin(ouder(wie, "moeder", "Almaz Haile", bewijs="verklaring ouder", gezien="2023-08-28", taal="Tigrinya")),
        overgang=bestand(
            "overgang", overdrachten=[naar_school(wie, "Waterveens College", "2025-05-19", "2025-05-13", ["moeder"])],
            ontheffingen=[record(
                f"{wie}/ontheffing", "2024-12-02", schooljaar="2024-2025", soort="ontheffing", grond="kortInNederland",
                motivering="Ruim twee jaar in Nederland; leest nog op het niveau van groep 5.", besluitOp="2024-12-02",
                oudersOverlegd=per_ouder(f"{wie}/ontheffing", wie, {"moeder": "2024-12-12"}))],
            adviezen=[record(f"{wie}/advies", "2025-01-30", schooljaar="2024-2025", voorlopig="vmboBb", voorlopigOp="2025-01-30",
                             definitief="vmboBb", definitiefOp="2025-03-24")]))


def yigit():
    """Eind 2024 naar het speciaal onderwijs gegaan."""
    wie, school = "Yiğit Kaya", "Kompas (SO)"
    leerling = vertrokken(
        ("Yiğit", "", "Kaya"), "2015-03-30", 6,
        inschrijving(wie, "2019-04-01", tot="2024-12-20", bestemming="so", bestemmingNaam=school, verwezen="ja"),
        [niveau(wie, "extraBuitenSop", "2023-09-04", "2024-12-20", "Autisme; kon de groep niet aan.", [("moeder", "2023-08-31")])])
    return dossier(
        wie, leerling, gezin(ouder(wie, "moeder", "Sevgi Kaya", bewijs="uittreksel gezagsregister", gezien="2019-03-25")),
        opp=oppbestand(
            wie,
            [opp(wie, 1, "2023-09-11", behoeften="Rust en een kleine groep.", uitstroom="vmboTl", onderbouwing="Leert makkelijk.",
                 helpt=["slim"], hindert=["prikkels"], handelingsdeel={"begeleiding": "Elke dag een uur buiten de groep.", "afwijkingen": "nvt"},
                 mening=("2023-09-14", "Yiğit wil lezen in stilte.", "Hij heeft een koptelefoon."),
                 ouders=eens("moeder", overleg="2023-09-21", op="2023-10-02"), aangebodenOp="2023-09-25", vastgesteldOp="2023-10-05",
                 beginInRodOp="2023-10-09", afgeslotenOp="2024-12-20", waaromAfgesloten="Naar het SO.", eindeInRodOp="2024-12-20")],
            [evaluatie(wie, "2024-06-06", 1, ["moeder"], mening=("De koptelefoon helpt.", "Blijft."), conclusie="TLV bespreken.")]),
        overgang=bestand("overgang", overdrachten=[
            naar_school(wie, school, "2024-12-12", "2024-12-09", ["moeder"], oppVerstuurdOp="2024-12-12", oppVersie=versie_id(wie, 1))]))


def niek():
    """In 2022 naar het voortgezet onderwijs gegaan: het dossier is gewist, alleen de kern staat er nog."""
    wie = "Niek Molenaar"
    leerling = bestand(
        "leerling", roepnaam="Niek", achternaam="Molenaar", geboortedatum="2010-05-19",
        inschrijvingen=[inschrijving(wie, "2014-05-19", tot="2022-07-31", bestemming="vo", bestemmingNaam="Waterveens College", verwezen="nee")])
    return leerling_id(wie), {"leerling": leerling}


ALLE = [pepijn, mees, kaylee, yonas, yigit, niek]
