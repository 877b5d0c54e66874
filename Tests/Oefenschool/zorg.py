"""Bouwstenen van een zorgdossier. `wie` is steeds de voor- en achternaam: daar hangen alle kenmerken aan."""

from bouw import IB, bestand, gevuld, kenmerk, record, tekstkenmerk
from leerling import inschrijving, leerling_id, naamvelden, ouder_id, plaatsing
from school import leraar, medewerker


def zorgleerling(naam, geboren, groepsnaam, leerjaar, ingeschreven, niveaus=(), **velden):
    """Het tabblad Leerling; `naam` is (voornaam, tussenvoegsel, achternaam)."""
    wie = naam[0] + " " + naam[2]
    inschrijvingen = velden.pop("inschrijvingen", None) or [inschrijving(wie, ingeschreven)]
    groepen = velden.pop("groepen", None) or [plaatsing(wie, groepsnaam, leerjaar)]
    return bestand(
        "leerling", **naamvelden(*naam), geboortedatum=geboren, sleutelLas="Z" + kenmerk(wie)[:5],
        inschrijvingen=inschrijvingen, groepen=groepen, ondersteuningsniveaus=list(niveaus),
        startGroep3=f"{2026 - leerjaar + 3}-08-01" if leerjaar > 2 else None, contactpersoon="Anouk Visser (IB)", **velden)


def niveau(wie, welk, van, tot=None, waarom=None, overleg=()):
    sleutel = f"{wie}/niveau/{van}"
    return record(
        sleutel, van, niveau=welk, van=van, tot=tot, waarom=waarom,
        overleg=[record(f"{sleutel}/{rol}", op, ouder=ouder_id(wie, rol), datum=op) for rol, op in overleg])


def per_ouder(sleutel, wie, datums, hoe=None):
    """Een lijst "ouder en datum" uit {rol: datum}."""
    return [record(f"{sleutel}/{rol}", op, ouder=ouder_id(wie, rol), datum=op, hoe=hoe) for rol, op in datums.items()]


def versie_id(wie, nummer):
    return kenmerk(f"{wie}/opp/{nummer}")


def opp(wie, nummer, opgesteld, *, behoeften, uitstroom, onderbouwing, helpt, hindert, handelingsdeel, doelen=(),
        geprobeerd=(), toetsen=(), mening=None, ouders=None, **velden):
    """Een versie van het OPP. `mening` is (gehoord op, wat de leerling vindt, wat ermee is gedaan)."""
    sleutel = f"{wie}/opp/{nummer}"
    deel = gevuld(handelingsdeel)
    gehoord, vindt, gedaan = mening or (None, None, None)
    return record(
        sleutel, opgesteld, opgesteldOp=opgesteld, vorigeVersie=versie_id(wie, nummer - 1) if nummer > 1 else None,
        ondersteuningsbehoeften=behoeften, uitstroom=uitstroom, uitstroomWaarom=onderbouwing, bevorderend=helpt,
        belemmerend=hindert, handelingsdeel=deel,
        doelen=[
            record(f"{sleutel}/doel/{i}", opgesteld, gebied=gebied, begin=begin, doel=doel, meten=meten, voor=voor)
            for i, (gebied, begin, doel, meten, voor) in enumerate(doelen, 1)
        ],
        alGeprobeerd=[
            record(f"{sleutel}/geprobeerd/{i}", opgesteld, wat=wat, van=van, tot=tot, effect=effect)
            for i, (wat, van, tot, effect) in enumerate(geprobeerd, 1)
        ],
        aangepasteToetsen=[
            record(f"{sleutel}/toets/{i}", opgesteld, toets=toets, aanpassing=aanpassing, reden=reden)
            for i, (toets, aanpassing, reden) in enumerate(toetsen, 1)
        ],
        leerlingGehoordOp=gehoord, meningLeerling=vindt, watErmeeGedaan=gedaan,
        ouders=[oppouder(sleutel, wie, rol, tekstkenmerk(deel), **wat) for rol, wat in (ouders or {}).items()], **velden)


def oppouder(sleutel, wie, rol, hash_, overleg, verstuurd=None, antwoord="open", op=None, vorm=None, pogingen=(),
             opmerking=None):
    eigen = f"{sleutel}/ouder/{rol}"
    return record(
        eigen, op or overleg, ouder=ouder_id(wie, rol), overlegOp=overleg, verstuurdOp=verstuurd,
        pogingen=[
            record(f"{eigen}/poging/{datum}", datum, datum=datum, hoe=hoe, uitkomst=uitkomst)
            for datum, hoe, uitkomst in pogingen
        ],
        instemming=antwoord, instemmingOp=op, instemmingVorm=vorm,
        instemmingTekst=hash_ if antwoord in ("ja", "nee") else None, opmerking=opmerking)


def eens(*rollen, overleg, op, verstuurd=None, vorm="handtekening"):
    """Ouders die op dezelfde dag meepraatten en instemden."""
    return {
        rol: {"overleg": overleg, "verstuurd": verstuurd or overleg, "antwoord": "ja", "op": op, "vorm": vorm}
        for rol in rollen
    }


def evaluatie(wie, op, nummer, erbij, resultaten=(), *, niet_gekomen=(), mening=None, uitgevoerd="ja", uitleg=None,
              conclusie, bijstelling=None, nieuw=None, nieuw_deel=None, eens_op=None):
    """Een evaluatie; `nieuw_deel` is het bijgestelde handelingsdeel, waar wie erbij was meteen mee instemt, of later op `eens_op`."""
    bijgesteld = "ja" if nieuw_deel else "nee"
    sleutel = f"{wie}/evaluatie/{op}"
    wie_erbij = [(rol, "aanwezig") for rol in erbij] + [(rol, "nietGekomen") for rol in niet_gekomen]
    vindt, gedaan = mening or (None, None)
    return record(
        sleutel, op, datum=op, versie=versie_id(wie, nummer),
        ouders=[
            record(
                f"{sleutel}/{rol}", op, ouder=ouder_id(wie, rol), aanwezig=hoe,
                **(instemming(eens_op or op, nieuw_deel) if nieuw_deel and hoe == "aanwezig" else {}))
            for rol, hoe in wie_erbij
        ],
        leerlingGehoordOp=op if mening else None, meningLeerling=vindt, watErmeeGedaan=gedaan,
        resultaten=[
            record(f"{sleutel}/resultaat/{i}", op, doel=kenmerk(f"{wie}/opp/{nummer}/doel/{i}"), score=score, toelichting=uitleg_)
            for i, (score, uitleg_) in enumerate(resultaten, 1)
        ],
        uitgevoerd=uitgevoerd, uitgevoerdUitleg=uitleg, conclusie=conclusie, bijgesteld=bijgesteld,
        bijstelling=bijstelling, nieuweVersie=versie_id(wie, nieuw) if nieuw else None)


def instemming(op, handelingsdeel):
    return {
        "instemming": "ja", "instemmingOp": op, "instemmingVorm": "handtekening",
        "instemmingTekst": tekstkenmerk(handelingsdeel),
    }


def oppbestand(wie, versies, evaluaties=(), voortgang=(), gelezen=(), groepsnaam=None):
    """`voortgang` is een lijst (datum, tekst), `gelezen` een lijst (login, datum, nummer)."""
    door = leraar(groepsnaam) if groepsnaam else IB
    return bestand(
        "opp", versies=list(versies), evaluaties=list(evaluaties),
        voortgang=[record(f"{wie}/voortgang/{op}", op, door, datum=op, tekst=tekst) for op, tekst in voortgang],
        gelezen=[
            record(f"{wie}/gelezen/{login}/{nr}", op, login, wie=medewerker(login), datum=op, versie=versie_id(wie, nr))
            for login, op, nr in gelezen
        ])


def actie(wie, nummer, gemaakt, wat, voor, eigenaar=IB, naam=None, klaar=None, uitkomst=None):
    return record(
        f"{wie}/actie/{nummer}", gemaakt, wat=wat, wie=medewerker(eigenaar) if eigenaar else None, wieNaam=naam, voor=voor,
        klaarOp=klaar, uitkomst=uitkomst)


def gesprek(wie, op, soort, onderwerpen, tekst, *, afspraak=None, acties=(), ouders=(), anderen=(), hoe="school",
            bereikt="gesproken", door=IB, **velden):
    """`ouders` zijn rollen, `anderen` paren (rol, naam); wie het vastlegt, is er ook bij."""
    sleutel = f"{wie}/gesprek/{op}/{soort}"
    erbij = [("ib" if door == IB else "leraar", None, None, medewerker(door))]
    erbij += [("ouder", rol, ouder_id(wie, rol), None) for rol in ouders]
    erbij += [(rol, naam, None, None) for rol, naam in anderen]
    return record(
        sleutel, op, door, datum=op, soort=soort, onderwerpen=list(onderwerpen), hoe=hoe, bereikt=bereikt,
        deelnemers=[
            record(f"{sleutel}/deelnemer/{i}", op, door, rol=rol, naam=naam, ouder=ouder, gebruiker=gebruiker)
            for i, (rol, naam, ouder, gebruiker) in enumerate(erbij)
        ],
        samenvatting=tekst, besluiten=afspraak, acties=list(acties), **velden)


def gesprekken(wie, *lijst, acties=(), vertrouwelijk=(), overdrachten=()):
    return bestand(
        "gesprekken", gesprekken=list(lijst), acties=list(acties),
        vertrouwelijk=[record(naam, op, datum=op) for naam, op in vertrouwelijk], overdrachten=list(overdrachten))


def overdracht(wie, jaar, op, naam, aan, werkt, let_op):
    return record(
        f"{wie}/overdracht/{jaar}", op, schooljaar=jaar, aan=medewerker(aan), namen=naam, datum=op, watWerkt=werkt,
        aandacht=let_op)


def arrangement(wie, wat, bron, van, tot, *, per_week=None, aanbieder=None, gevraagd=None, versie=None, getekend=None,
                besluit="toegekend", besloten=None, **velden):
    sleutel = f"{wie}/arrangement/{wat}"
    return record(
        sleutel, gevraagd or van, wat=wat, bron=bron, van=van, tot=tot, perWeek=per_week, aanbieder=aanbieder,
        gevraagdOp=gevraagd, oppVersie=versie_id(wie, versie) if versie else None,
        handtekeningen=per_ouder(f"{sleutel}/handtekening", wie, getekend or {}), besluit=besluit if besloten else None,
        besluitOp=besloten, **velden)


def toestemming(wie, rol, op, gegevens, partij, soort, doel, *, tot=None, traject=None, vorm="schriftelijk", **velden):
    return record(
        toestemming_sleutel(wie, rol, partij), op, ouder=ouder_id(wie, rol), gegevenOp=op, gegevens=gegevens, partij=partij,
        partijSoort=soort, doel=doel, zorgtraject=traject, tot=tot, vorm=vorm, **velden)


def toestemming_sleutel(wie, rol, partij):
    return f"{wie}/toestemming/{rol}/{partij}"


def uitwisseling(wie, op, gegevens, partij, soort, doel, grondslag, ingelicht, *, rollen=(), gepland=None):
    """Gegevens aan anderen; `rollen` zijn de ouders op wier toestemming het rust."""
    sleutel = f"{wie}/uitwisseling/{op or gepland}/{partij}"
    ja = {k: "ja" for k in ("betrokken", "anoniem", "doelPast", "grondslagGeldt", "nietMeer", "openheid", "juistEnVeilig")}
    return record(
        sleutel, op or ingelicht_op(ingelicht), geplandOp=gepland, gegevenOp=op, gegevens=gegevens, partij=partij,
        partijSoort=soort, doel=doel, grondslag=grondslag,
        toestemmingen=[kenmerk(toestemming_sleutel(wie, rol, partij)) for rol in rollen],
        oudersIngelicht=per_ouder(f"{sleutel}/ingelicht", wie, ingelicht), zorgvuldigheid={**ja, "beantwoordOp": op or gepland})


def ingelicht_op(datums):
    return max(datums.values())


def onderzoek(wie, soort, op, waarom, door, *, ingelicht, toestemmingen=None, gevraagd_door="school", uitkomst=None,
              delen=None, ontvangen=None, samenvatting=None):
    sleutel = f"{wie}/onderzoek/{soort}/{op}"
    return record(
        sleutel, op, soort=soort, gevraagdDoor=gevraagd_door, waarom=waarom,
        oudersIngelicht=per_ouder(f"{sleutel}/ingelicht", wie, ingelicht),
        toestemmingen=[
            record(f"{sleutel}/toestemming/{rol}", d, ouder=ouder_id(wie, rol), toestemming="ja", datum=d, vorm="schriftelijk")
            for rol, d in (toestemmingen or {}).items()
        ],
        uitgevoerdDoor=door, uitgevoerdOp=op, uitkomstOudersOp=uitkomst, delen=delen, delenOp=uitkomst if delen else None,
        ontvangenOp=ontvangen, samenvatting=samenvatting, waarLigtHet="papieren dossier, kluis directie" if ontvangen else None)


def dossier(wie, leerling, gezin, **tabs):
    """Het kenmerk en alle bestanden van een leerling; een leeg tabblad blijft weg."""
    return leerling_id(wie), {"leerling": leerling, "gezin": gezin, **gevuld(tabs)}
