#!/usr/bin/env python3
"""Maakt Data/oefenschool: de verzonnen school waarmee men Passend leert kennen. Dezelfde invoer geeft dezelfde bytes.

maak.py            schrijft de bestanden
maak.py --toon     schrijft ze naar standaarduitvoer, elk na een regel met zijn naam
"""

import pathlib
import sys

import gewoon
import school
import zorg_lopend
import zorg_overig
import zorg_stabiel
import zorg_vertrokken
import zorg_voorop
from bouw import bestand, compact, kenmerk

DOEL = pathlib.Path(__file__).resolve().parents[2] / "Data" / "oefenschool"


def dossiers():
    modules = (zorg_voorop, zorg_lopend, zorg_stabiel, zorg_overig, zorg_vertrokken)
    return [maak() for module in modules for maak in module.ALLE]


def bezet(lijst):
    """Hoeveel plaatsen de dossiers in elke groep al innemen, en welke namen op zijn."""
    groepen = {school.groep(naam): naam for naam, _, _ in school.GROEPEN}
    aantal, namen = {}, []
    for _, tabs in lijst:
        leerling = tabs["leerling"]
        namen.append((leerling["roepnaam"], leerling["achternaam"]))
        if leerling.get("inschrijvingen"):
            for plaatsing in leerling.get("groepen", []):
                naam = groepen[plaatsing["groep"]]
                aantal[naam] = aantal.get(naam, 0) + 1
    return {"aantal": aantal, "namen": namen}


def notities():
    """Een werkaantekening van de intern begeleider: geen deel van een dossier."""
    wie = kenmerk("leerling", "Yusuf Demir")
    tekst = "Vader bellen na 20 uur? Moeder zei dat hij dan pauze heeft. Niet opschrijven in het dossier."
    return {school.medewerker("anouk"): {kenmerk("notitie/1"): bestand("notitie", leerling=wie, datum="2026-11-19", tekst=tekst)}}


def per_regel(boom):
    """Een voorwerp met elke sleutel op een eigen regel, zodat een verschil te lezen is."""
    return "{\n" + ",\n".join(f"{compact(sleutel)}:{compact(boom[sleutel])}" for sleutel in sorted(boom)) + "\n}\n"


def bestanden():
    zorg = dossiers()
    return {
        "dossiers.json": per_regel(dict(zorg)),
        "gebruikers.json": compact(school.gebruikers()) + "\n",
        "groepen.json": per_regel(school.registraties()),
        "kalender.json": per_regel(school.kalenderbestand()),
        "leerlingen.json": per_regel(dict(gewoon.gewone_leerlingen(bezet(zorg)))),
        "notities.json": per_regel(notities()),
        "school.json": per_regel(school.schoolbestand()),
    }


def main():
    for naam, tekst in bestanden().items():
        if "--toon" in sys.argv:
            sys.stdout.write(f"=== {naam}\n{tekst}")
        else:
            DOEL.mkdir(parents=True, exist_ok=True)
            (DOEL / naam).write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
