"""Een leerling met gezin: de delen die elke leerling heeft, met of zonder dossier."""

from bouw import bestand, dag, kenmerk, record
from school import groep

INVOER = "2026-08-24"


def naamvelden(voornaam, tussenvoegsel, achternaam):
    return {"roepnaam": voornaam, "tussenvoegsel": tussenvoegsel, "achternaam": achternaam}


def plaatsing(wie, groepsnaam, leerjaar, van="2026-08-01", tot=None):
    return record(f"{wie}/plaatsing/{van}", INVOER, groep=groep(groepsnaam), leerjaar=leerjaar, van=van, tot=tot)


def inschrijving(wie, van, soort="definitief", **velden):
    return record(f"{wie}/inschrijving/{van}", INVOER, soort=soort, van=van, **velden)


def ouder(wie, rol, naam, *, soort="ouder", gezag="ja", gezag_van=None, gezag_tot=None, bewijs=None, gezien=None,
          woont="ja", woont_wanneer=None, adres=None, telefoon=None, mail=None, taal=None, **velden):
    """Een ouder met gezag zoals het nu is; meer stukken gezag gaan mee als lijst onder `gezag`."""
    sleutel = f"{wie}/ouder/{rol}"
    stukken = gezag if isinstance(gezag, list) else [(gezag, gezag_van, gezag_tot)]
    return {
        **record(
            sleutel, INVOER, naam=naam, relatie=rol, soort=soort,
            gezag=[
                record(f"{sleutel}/gezag/{i}", INVOER, gezag=g, van=van, tot=tot, bewijs=bewijs, bewijsGezienOp=gezien)
                for i, (g, van, tot) in enumerate(stukken) if g
            ],
            woontBij=woont, woontBijToelichting=woont_wanneer, adres=adres,
            postcode="0123 AB" if adres else None, plaats="Waterveen" if adres else None,
            telefoon=telefoon, mail=mail, taal=taal, **velden)
    }


def ouder_id(wie, rol):
    return kenmerk(f"{wie}/ouder/{rol}")


def leerling_id(wie):
    return kenmerk("leerling", wie)


def vierde_verjaardag(geboren):
    d = dag(geboren)
    return d.replace(year=d.year + 4)


def gezin(*ouders, bijzonderheden=None):
    return bestand("gezin", ouders=list(ouders), bijzonderheden=bijzonderheden)
