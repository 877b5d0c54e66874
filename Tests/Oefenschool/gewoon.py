"""De leerlingen zonder zorgdossier: naam, gezin en wat gewoon verzuim."""

from datetime import date, timedelta

from bouw import Toeval, VANDAAG, bestand, lesdag, lesdagen, record
from leerling import gezin, inschrijving, leerling_id, naamvelden, ouder, plaatsing
from namen import AFKOMST, NAMEN, achternamen, gesplitst, straat
from school import BEGIN, GROEPEN, leraar

# Deze drie staan vast: ze komen in de handleiding voor.
VAST = {"6a": [("Amber", "", "Smit"), ("Bram", "de", "Groot"), ("Cato", "", "Willems")]}


def geboren_in(leerjaar, toeval):
    """Een geboortedatum die bij het leerjaar past; een op de twaalf is een jaar ouder (blijven zitten)."""
    jaar = 2022 - leerjaar - (1 if leerjaar > 2 and toeval.kans(8) else 0)
    return date(jaar, 10, 1) + timedelta(days=toeval.getal(0, 364))


def gewone_leerlingen(bezet):
    """Vult de groepen aan tot hun grootte; `bezet` telt per groep wie er al is, `namen` welke namen al vergeven zijn."""
    toeval = Toeval("De Waterlelie")
    gebruikt = set(bezet["namen"])
    for naam, jaren, grootte in GROEPEN:
        vast = list(VAST.get(naam, []))
        for nummer in range(grootte - bezet["aantal"].get(naam, 0)):
            leerjaar = jaren[nummer % len(jaren)]
            yield nieuwe(naam, leerjaar, toeval, gebruikt, vast.pop(0) if vast else None)


def nieuwe(groepsnaam, leerjaar, toeval, gebruikt, vast):
    if vast:
        afkomst, (voornaam, tussen, achter) = "nederlands", vast
        meisje = voornaam in NAMEN[afkomst][0]
    else:
        while True:
            afkomst, meisje = toeval.gewogen(AFKOMST), toeval.kans(50)
            voornaam = toeval.kies(NAMEN[afkomst][0 if meisje else 1])
            tussen, achter = gesplitst(toeval.kies(achternamen(afkomst)))
            if (voornaam, achter) not in gebruikt:
                break
    gebruikt.add((voornaam, achter))
    wie = f"gewoon/{groepsnaam}/{voornaam} {tussen} {achter}"
    geboren = geboren_in(leerjaar, toeval)
    tabs = {
        "leerling": bestand(
            "leerling", **naamvelden(voornaam, tussen, achter), geboortedatum=geboren,
            sleutelLas=f"L{toeval.getal(10000, 99999)}",
            inschrijvingen=[inschrijving(wie, ingeschreven(geboren, leerjaar, toeval))],
            groepen=[plaatsing(wie, groepsnaam, leerjaar)]),
        "gezin": gezin(*ouders(wie, afkomst, " ".join(filter(None, [tussen, achter])), toeval)),
    }
    verzuim = gewoon_verzuim(wie, groepsnaam, toeval)
    if verzuim:
        tabs["verzuim"] = bestand("verzuim", afwezig=verzuim)
    return leerling_id(wie), tabs


def ingeschreven(geboren, leerjaar, toeval):
    vier = date(geboren.year + 4, geboren.month, min(geboren.day, 28))
    if leerjaar > 2 and toeval.kans(15):
        return date(VANDAAG.year - toeval.getal(1, leerjaar - 2), 8, 1)
    return vier if vier <= VANDAAG else VANDAAG - timedelta(days=7)


def ouders(wie, afkomst, achternaam, toeval):
    _, _, moeders, vaders, _ = NAMEN[afkomst]
    adres = straat(toeval)
    nummer = toeval.getal(1000, 9999)
    eigen = toeval.kies(achternamen(afkomst)) if toeval.kans(50) else achternaam
    moeder = ouder(
        wie, "moeder", f"{toeval.kies(moeders)} {eigen}", adres=adres, telefoon=f"06 00 12 {nummer // 100} {nummer % 100:02}",
        mail=f"moeder.{nummer}@voorbeeld.invalid")
    if toeval.kans(9):
        return [moeder]
    gescheiden = toeval.kans(17)
    vader = ouder(
        wie, "vader", f"{toeval.kies(vaders)} {achternaam}", woont="ja",
        woont_wanneer="om de week" if gescheiden else None, adres=straat(toeval) if gescheiden else adres,
        telefoon=f"06 00 34 {nummer % 100:02} {nummer // 100}", mail=f"vader.{nummer}@voorbeeld.invalid")
    return [moeder, vader]


def gewoon_verzuim(wie, groepsnaam, toeval):
    """Hoogstens twee korte ziekten en soms een tandarts of een keer te laat: niets wat een signaal geeft."""
    door, regels, dagen = leraar(groepsnaam), [], lesdagen(BEGIN, VANDAAG - timedelta(days=3))
    bezet = set()
    for nummer in range(toeval.gewogen({0: 50, 1: 35, 2: 15})):
        begin = toeval.kies(dagen[:-4])
        ziek = [d for d in lesdagen(begin, begin + timedelta(days=toeval.getal(0, 2)))]
        if any(d + timedelta(days=n) in bezet for d in ziek for n in range(-7, 8)):
            continue
        bezet.update(ziek)
        regels.append(afwezig(f"{wie}/ziek/{nummer}", door, ziek[0], ziek[-1], soort="ziek"))
    if toeval.kans(9):
        begin = toeval.kies(dagen)
        if begin not in bezet:
            regels.append(
                afwezig(f"{wie}/arts", door, begin, begin, soort="arts", vanTijd="08:30", totTijd="09:45", reden="tandarts"))
            bezet.add(begin)
    if toeval.kans(6):
        begin = toeval.kies(dagen)
        if begin not in bezet:
            regels.append(record(
                f"{wie}/teLaat", begin, door, soort="teLaat", van=begin, duur=toeval.kies([5, 10, 15, 20]),
                gemeldDoor="school"))
    if groepsnaam != "6a" and toeval.kans(3) and lesdag(VANDAAG):
        regels.append(afwezig(f"{wie}/vandaag", door, VANDAAG, VANDAAG, soort="ziek"))
    return sorted(regels, key=lambda regel: (regel["van"], regel["id"]))


def afwezig(naam, door, van, tot, **velden):
    return record(
        naam, van, door, van=van, tot=tot if tot != van else None, gemeldDoor="ouders", gemeldOp=van, **velden)


