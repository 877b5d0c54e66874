"""Bouwstenen van de oefenschool: kenmerken, records, data en een kalender. Alles is verzonnen en elke keer hetzelfde."""

import hashlib
import json
from datetime import date, timedelta

VANDAAG = date(2026, 11, 23)
IB = "anouk"


def kenmerk(*delen):
    """Een kenmerk (id) dat altijd hetzelfde is voor dezelfde woorden."""
    return hashlib.sha256("/".join(map(str, delen)).encode()).hexdigest()[:32]


class Toeval:
    """Toeval dat in elke versie van Python hetzelfde uitvalt."""

    def __init__(self, zaad):
        self.zaad, self.stap = zaad, 0

    def getal(self, onder, boven):
        """Een geheel getal van onder tot en met boven."""
        self.stap += 1
        bytes_ = hashlib.sha256(f"{self.zaad}/{self.stap}".encode()).digest()
        return onder + int.from_bytes(bytes_[:8], "big") % (boven - onder + 1)

    def kies(self, lijst):
        return lijst[self.getal(0, len(lijst) - 1)]

    def kans(self, procent):
        return self.getal(1, 100) <= procent

    def gewogen(self, gewichten):
        """Een sleutel uit een woordenboek met gewichten."""
        nummer = self.getal(1, sum(gewichten.values()))
        for sleutel, gewicht in gewichten.items():
            nummer -= gewicht
            if nummer <= 0:
                return sleutel
        raise AssertionError("de gewichten zijn op")


def dag(tekst):
    return date.fromisoformat(tekst)


def iso(waarde):
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def record(naam, wanneer, door=IB, /, **velden):
    """Een record met kenmerk, maker en tijd; lege velden blijven weg."""
    tijd = iso(wanneer)[:10] + "T14:05:00Z"
    return {"id": kenmerk(naam), "door": door, "op": tijd, **gevuld(velden)}


def gevuld(velden):
    return {sleutel: iso(waarde) for sleutel, waarde in velden.items() if waarde not in (None, "", [])}


def bestand(sectie, **velden):
    return {"sectie": sectie, "versie": "1.0", **gevuld(velden)}


def compact(boom):
    return json.dumps(boom, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tekstkenmerk(handelingsdeel):
    """Waar een instemming aan vastzit: zie docs/bestandsformaat.md, Secties."""
    return hashlib.sha256(compact(gevuld(handelingsdeel)).encode()).hexdigest()


# Vakanties van regio midden en de vrije dagen van de school: (naam, soort, eerste dag, laatste dag, bevestigd, bron).
VRIJ = [
    ("herfstvakantie", "vakantie", "2025-10-18", "2025-10-26", True, "edumarevpr.nl/vakantieregeling"),
    ("kerstvakantie", "vakantie", "2025-12-20", "2026-01-04", True, "zaanlands.nl/informatie/vakanties"),
    ("voorjaarsvakantie", "vakantie", "2026-02-14", "2026-02-22", True, "edumarevpr.nl/vakantieregeling"),
    ("meivakantie", "vakantie", "2026-04-25", "2026-05-10", True, "schoolgids 2025-2026"),
    ("zomervakantie", "vakantie", "2026-07-18", "2026-08-30", True, "deepsea.nl/wanneer-begint-zomer-vakantie"),
    ("herfstvakantie", "vakantie", "2026-10-17", "2026-10-25", True, "schoolgids 2026-2027"),
    ("kerstvakantie", "vakantie", "2026-12-19", "2027-01-03", True, "schoolgids 2026-2027"),
    ("voorjaarsvakantie", "vakantie", "2027-02-20", "2027-02-28", True, "schoolgids 2026-2027"),
    ("meivakantie", "vakantie", "2027-04-24", "2027-05-09", True, "schoolgids 2026-2027"),
    ("zomervakantie", "vakantie", "2027-07-17", "2027-08-29", False, "mariaschool.wsko.nl"),
    ("studiedag", "studiedag", "2025-11-19", None, True, "schoolgids 2025-2026"),
    ("studiedag", "studiedag", "2026-03-27", None, True, "schoolgids 2025-2026"),
    ("studiedag", "studiedag", "2026-09-28", None, True, "schoolgids 2026-2027"),
    ("studiedag", "studiedag", "2027-02-03", None, True, "schoolgids 2026-2027"),
    ("studiedag", "studiedag", "2027-06-11", None, True, "schoolgids 2026-2027"),
]

# Erkende feestdagen op een doordeweekse dag in de schooljaren 2025-2026 en 2026-2027 (wet.md §11).
FEESTDAGEN = {
    dag(d)
    for d in [
        "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05",
        "2026-05-14", "2026-05-25", "2026-12-25", "2027-01-01", "2027-03-26", "2027-03-29", "2027-04-27",
        "2027-05-05", "2027-05-06", "2027-05-17",
    ]
}


def lesdag(d):
    """Of er les is; alleen voor dagen waarop de oefenschool iets laat gebeuren."""
    if d.weekday() > 4 or d in FEESTDAGEN:
        return False
    return not any(dag(van) <= d <= dag(tot or van) for _, _, van, tot, _, _ in VRIJ)


def lesdagen(van, tot):
    return [d for d in (van + timedelta(days=n) for n in range((tot - van).days + 1)) if lesdag(d)]
