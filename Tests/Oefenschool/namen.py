"""Verzonnen namen, per afkomst bij elkaar, zodat voornaam en achternaam bij elkaar passen."""

# afkomst: (meisjes, jongens, moeders, vaders, achternamen als "tussenvoegsel|naam" of "naam")
NAMEN = {
    "nederlands": (
        "Anna Bente Cato Elin Eva Fenna Floor Hanna Iris Isa Jade Julia Juul Lauren Lieke Lina Loes Lynn Maud Mila Nina "
        "Nora Puck Roos Sofie Suze Tess Veerle Vera Yara Amber Feline Jasmijn Merel Lotte".split(),
        "Abel Adam Bas Boaz Bram Casper Daan David Dex Guus Hugo Jesse Jip Job Jonas Jurre Kees Koen Lars Levi Luuk Mees "
        "Melle Morris Niek Olivier Otis Pepijn Quinten Sam Sep Siem Stijn Teun Tijn Tobias Tygo Willem".split(),
        "Annemiek Esther Ilse Karin Kim Linda Marieke Marloes Mirjam Nicole Petra Renske Sandra Suzanne Wendy".split(),
        "Arjan Bart Dennis Erik Frank Gijs Jeroen Maarten Marcel Niels Patrick Robin Sander Wouter Rogier".split(),
        "Bakker|Smit|Jansen|Visser|Mulder|de+Groot|Bos|Vos|Peters|Hendriks|van+Dijk|Dekker|Brouwer|de+Wit|Dijkstra|Smeets|"
        "van+der+Meer|Kok|Jacobs|van+der+Linden|de+Haan|Vermeulen|van+den+Berg|Schouten|van+Beek|Willems|van+der+Laan|"
        "Hoekstra|Koster|Prinsen|Verhoeven|Huisman|Peeters|van+Veen|de+Bruin|Postma|Kuiper|Molenaar|van+Loenen|Scholten|"
        "Sanders|Timmer|Groen|Veldhuis|van+Wijk|Martens|Evers|van+'t+Hof|in+'t+Veld|ter+Horst",
    ),
    "turks": (
        "Elif Zeynep Ecrin Defne Azra Nisa".split(), "Emir Mert Kerem Yiğit Eren Deniz".split(),
        "Ayşe Hatice Fatma Sevgi".split(), "Mehmet Mustafa Hakan Murat".split(),
        "Demir|Yıldız|Kaya|Şahin|Öztürk|Arslan|Çelik",
    ),
    "marokkaans": (
        "Amina Safae Nour Hiba Salma Inaya".split(), "Ayoub Bilal Ilyas Rayan Zakaria Sami".split(),
        "Naima Khadija Samira Fouzia".split(), "Hassan Rachid Youssef Karim".split(),
        "El+Amrani|Bakkali|Haddad|Benali|El+Idrissi|Ouali|Tahiri",
    ),
    "surinaams": (
        "Shanaya Kaylee Jaylinn Naomi".split(), "Jaydon Kian Raheem Dion".split(),
        "Sharona Patricia Lucinda".split(), "Orlando Winston Glenn".split(), "Pinas|Ramdin|Kartodikromo|Blokland|Sewpersad",
    ),
    "pools": (
        "Zofia Maja Oliwia Hania".split(), "Jakub Kacper Antoni Szymon".split(),
        "Agnieszka Katarzyna Magdalena".split(), "Tomasz Piotr Marcin".split(), "Kowalska|Wiśniewski|Nowak|Zieliński|Wójcik",
    ),
    "syrisch": (
        "Maryam Lujain Rima Sila".split(), "Omar Yahya Karam Zain".split(), "Rania Hala Dima".split(),
        "Firas Khaled Bassel".split(), "Al+Hamwi|Darwish|Khalil|Sabbagh|Nasser",
    ),
    "eritrees": (
        "Selam Aster Bethlehem".split(), "Natnael Yonas Samuel".split(), "Almaz Helen".split(), "Tesfay Mehari".split(),
        "Tekle|Haile|Gebremedhin",
    ),
    "chinees": ("Mei Lin Yue".split(), "Jun Hao Ming".split(), "Ling Xia".split(), "Wei Jian".split(), "Chen|Zhang|Liu"),
    "nigeriaans": ("Ngozi Ada".split(), "Chidi Emeka".split(), "Amara Ifeoma".split(), "Obi Kelechi".split(), "Okafor|Eze"),
    "indiaas": ("Priya Ananya".split(), "Arjun Rohan".split(), "Sunita Meera".split(), "Ravi Vikram".split(), "Sharma|Patel"),
}

AFKOMST = {
    "nederlands": 66, "turks": 7, "marokkaans": 8, "surinaams": 5, "pools": 5, "syrisch": 5, "eritrees": 2, "chinees": 1,
    "nigeriaans": 1, "indiaas": 1,
}

VOORVOEGSELS = {"de", "van", "der", "den", "ter", "in", "'t"}

STRATEN = (
    "Rietkraag Lisdodde Waterhoen Libel Fuut Aalscholver Zonnedauw Gele+Plomp Kikkerbeet Wilgenkade Eendenveen Moerasvaren "
    "Oeverzwaluw Pijlkruid Dotterbloem".split()
)


def achternamen(afkomst):
    return [naam.replace("+", " ") for naam in NAMEN[afkomst][4].split("|")]


def gesplitst(achternaam):
    """Tussenvoegsel en naam: "van der Laan" wordt ("van der", "Laan"). "El Amrani" hoort bij elkaar."""
    woorden = achternaam.split(" ")
    eerste = next(i for i, woord in enumerate(woorden) if woord not in VOORVOEGSELS)
    return " ".join(woorden[:eerste]), " ".join(woorden[eerste:])


def straat(toeval):
    return toeval.kies(STRATEN).replace("+", " ") + f" {toeval.getal(1, 140)}"
