"""De school zelf: medewerkers, groepen, roosters, kalender en de registratie per groep."""

from bouw import VRIJ, VANDAAG, bestand, dag, kenmerk, lesdagen, record

JAAR = "2026-2027"
BEGIN = dag("2026-08-31")

# login, naam, rol, groep
MEDEWERKERS = [
    ("anouk", "Anouk Visser", "ib", None),
    ("marijke", "Marijke Hofstra", "directeur", None),
    ("sanne", "Sanne Kramer", "leraar", "1/2a"),
    ("hanneke", "Hanneke Blom", "leraar", "1/2b"),
    ("fleur", "Fleur Timmermans", "leraar", "3a"),
    ("joost", "Joost Veenstra", "leraar", "4a"),
    ("samira", "Samira Belhaj", "leraar", "4b"),
    ("peter", "Peter Wolters", "leraar", "5"),
    ("linda", "Linda Prins", "leraar", "6a"),
    ("mark", "Mark Jacobs", "leraar", "7"),
    ("ingrid", "Ingrid van Loon", "leraar", "8"),
]

# naam, leerjaren, aantal leerlingen
GROEPEN = [
    ("1/2a", [1, 2], 21), ("1/2b", [1, 2], 22), ("3a", [3], 24), ("4a", [4], 22), ("4b", [4], 23),
    ("5", [5], 25), ("6a", [6], 27), ("7", [7], 24), ("8", [8], 23),
]


def medewerker(login):
    return kenmerk("medewerker", login)


def groep(naam):
    return kenmerk("groep", JAAR, naam)


def leraar(groepsnaam):
    """De login van de leraar van een groep."""
    return next(login for login, _, _, g in MEDEWERKERS if g == groepsnaam)


def gebruikers():
    return {
        "dag": VANDAAG.isoformat(),
        "gebruikers": [
            {"id": medewerker(login), "login": login, "naam": naam, "rol": rol} for login, naam, rol, _ in MEDEWERKERS
        ],
    }


def lestijden(weekdagen, tijden):
    return [{"dag": d, "van": van, "tot": tot} for d in weekdagen for van, tot in tijden]


def schoolbestand():
    start = "2026-07-06"
    heel, kort = [("08:30", "12:00"), ("12:30", "14:30")], [("08:30", "12:15")]
    week = lestijden(["ma", "di", "do", "vr"], heel) + lestijden(["wo"], kort)
    kleuters = lestijden(["ma", "di", "do"], heel) + lestijden(["wo"], kort) + lestijden(["vr"], [("08:30", "12:00")])
    checklist = [
        ("Geëvalueerd OPP", "ja", "Laat zien wat de school heeft gedaan en wat het opleverde."),
        ("Onderwijskundig verslag van de leraar", "ja", "Het SWV kent de leerling niet."),
        ("Verslag van onderzoek", "indienAanwezig", "Alleen het deel dat ouders willen delen."),
        ("Zienswijze van ouders", "indienAanwezig", "Ouders mogen hun mening meesturen."),
        ("Medische gegevens", "nee", "Niet nodig voor het besluit."),
    ]
    return bestand(
        "school", naam="De Waterlelie", brin="00XX", bestuur="Stichting Openbaar Onderwijs Waterveen",
        richting="openbaar", soort="basis", regio="midden",
        swv={
            "naam": "SWV Waterveen en omstreken", "nummer": "PO9999", "steunpunt": "Steunpunt Ouders en Jeugd Waterveen",
            "steunpuntTelefoon": "000 123 45 67", "planVastgesteldOp": "2024-05-21",
            "checklist": [
                record(f"checklist/{i}", start, onderdeel=tekst, nodig=nodig, waarom=waarom)
                for i, (tekst, nodig, waarom) in enumerate(checklist)
            ],
        },
        medewerkers=[
            {**record(f"medewerker/{login}", start, naam=naam, rol=rol), "id": medewerker(login)}
            for login, naam, rol, _ in MEDEWERKERS
        ],
        groepen=[
            {**record(f"groep/{naam}", start, naam=naam, schooljaar=JAAR, leerjaren=jaren), "id": groep(naam)}
            for naam, jaren, _ in GROEPEN
        ],
        inzet=[
            record(f"inzet/{login}", start, leraar=medewerker(login), groep=groep(g), schooljaar=JAAR)
            for login, _, _, g in MEDEWERKERS if g
        ],
        roosters=[
            record("rooster/school", start, van="2025-08-01", lestijden=week),
            record("rooster/kleuters", start, van="2025-08-01", leerjaren=[1, 2], lestijden=kleuters),
        ],
        aanbod=[
            record("aanbod/2020", "2020-11-12", vorm="sop", vastgesteldOp="2020-11-10", adviesMrOp="2020-11-03"),
            record("aanbod/2024", "2024-12-05", vorm="sop", vastgesteldOp="2024-12-03", adviesMrOp="2024-11-19"),
            record(
                "aanbod/2026", "2026-07-02", vorm="schoolgids", schooljaar=JAAR, vastgesteldOp="2026-06-30",
                adviesMrOp="2026-06-16"),
        ],
        toetsjaren=[
            record(
                "toetsjaar/2024", "2024-07-08", schooljaar="2024-2025", toetsOp="2025-02-03", voorlopigAdviesOp="2025-01-31",
                definitiefAdviesOp="2025-03-24"),
            record(
                "toetsjaar/2026", start, schooljaar=JAAR, toetsOp="2027-02-01", voorlopigAdviesOp="2027-01-29",
                definitiefAdviesOp="2027-03-24"),
        ],
    )


def kalenderbestand():
    start = "2026-06-15"
    return bestand(
        "kalender",
        schooljaren=[
            record("kalenderjaar/2025", start, schooljaar="2025-2026", eersteLesdag="2025-09-01", laatsteLesdag="2026-07-17"),
            record("kalenderjaar/2026", start, schooljaar=JAAR, eersteLesdag="2026-08-31", laatsteLesdag="2027-07-16"),
        ],
        vrij=[
            record(
                f"vrij/{van}/{naam}", start, naam=naam, soort=soort, van=van, tot=tot, bevestigd=bevestigd, bron=bron)
            for naam, soort, van, tot, bevestigd, bron in VRIJ
        ] + [
            record(
                "vrij/kerstmiddag", start, naam="middag voor de kerstvakantie", soort="vrijeDag", van="2026-12-18",
                vanafTijd="12:00", bevestigd=True, bron="schoolgids 2026-2027"),
        ],
    )


def registraties():
    """Elke lesdag tot en met vandaag, behalve vandaag van groep 6a: die leraar moet het nog doen."""
    bestanden = {}
    for naam, _, _ in GROEPEN:
        dagen = [d for d in lesdagen(BEGIN, VANDAAG) if not (naam == "6a" and d == VANDAAG)]
        bestanden[groep(naam)] = {
            JAAR: bestand(
                "groepsregistratie",
                dagen=[
                    {**record(f"geregistreerd/{naam}/{d}", d, leraar(naam), dag=d), "op": d.isoformat() + "T07:50:00Z"}
                    for d in dagen
                ],
            )
        }
    return bestanden
