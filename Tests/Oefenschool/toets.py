#!/usr/bin/env python3
"""Houdt bestanden tegen docs/schema met een onafhankelijke lezer (python3-jsonschema).

toets.py               alle bestanden van Data/oefenschool
toets.py SOORT BESTAND één bestand, zoals: toets.py opp fout.json

Velden die het schema niet noemt, gelden hier als fout: het schema laat ze toe omdat een nieuwere versie er meer heeft,
maar de oefenschool is van deze versie.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker

WORTEL = pathlib.Path(__file__).resolve().parents[2]
SCHOOL = WORTEL / "Data" / "oefenschool"


def lees(pad):
    return json.loads(pad.read_text(encoding="utf-8"))


def gesloten(schema):
    """Hetzelfde schema zonder ruimte voor velden die het niet noemt."""
    if isinstance(schema, list):
        return [gesloten(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    dicht = {sleutel: gesloten(deel) for sleutel, deel in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        dicht["additionalProperties"] = False
    return dicht


def lezer(soort, bekend={}):
    if soort not in bekend:
        schema = gesloten(lees(WORTEL / "docs" / "schema" / f"{soort}.json"))
        Draft202012Validator.check_schema(schema)
        bekend[soort] = Draft202012Validator(schema, format_checker=FormatChecker())
    return bekend[soort]


def fouten(soort, boom):
    return [f"{soort}: {'/'.join(map(str, fout.path))}: {fout.message[:200]}" for fout in lezer(soort).iter_errors(boom)]


def oefenschool():
    yield "school", lees(SCHOOL / "school.json")
    yield "kalender", lees(SCHOOL / "kalender.json")
    for jaren in lees(SCHOOL / "groepen.json").values():
        yield from (("groepsregistratie", boom) for boom in jaren.values())
    for notities in lees(SCHOOL / "notities.json").values():
        yield from (("notitie", boom) for boom in notities.values())
    for naam in ("dossiers.json", "leerlingen.json"):
        for tabs in lees(SCHOOL / naam).values():
            for soort, boom in tabs.items():
                if soort == "vertrouwelijk":
                    yield from ((soort, tekst) for tekst in boom.values())
                else:
                    yield soort, boom


def main():
    if len(sys.argv) == 3:
        paren = [(sys.argv[1], lees(pathlib.Path(sys.argv[2])))]
    else:
        paren = list(oefenschool())
    gevonden = [fout for soort, boom in paren for fout in fouten(soort, boom)]
    print("\n".join(gevonden) or f"{len(paren)} bestanden in orde")
    return 1 if gevonden else 0


if __name__ == "__main__":
    sys.exit(main())
