/// One subcommand as people read about it: the source of the help text and of the manual page.
struct Guide {
  let name: String
  /// What it does, in one line.
  let summary: String
  /// How it is typed, without the name of the program.
  let usage: String
  let options: [(String, String)]

  /// The options that every subcommand knows.
  static let shared: [(String, String)] = [
    ("--map MAP", "de map van de school (anders de vaste map; zie passend paden)"),
    ("--oefen", "werk in de oefenschool"),
    ("--opnieuw", "zet de oefenschool eerst terug zoals zij was"),
    ("--als NAAM", "log in met deze inlognaam"),
    ("--wachtwoord-fd N", "lees de wachtzin van bestandsnummer N"),
    ("--op DATUM", "toon een andere dag, zoals toen bekend of als er niets gebeurt"),
    ("--nu-bekend", "toon een dag die voorbij is met wat er nu bekend is"),
    ("--json", "uitvoer als JSON"),
    ("--plain", "uitvoer als gewone tekst"),
    ("--thema T", "donker, licht of mono"),
    ("--ascii", "teken zonder bijzondere tekens"),
    ("--toegankelijk", "vragen en antwoorden, regel voor regel; voor een schermlezer"),
    ("--hulp", "deze uitleg"),
  ]

  /// Every subcommand, in the order of the help text.
  static let all = [
    Guide(
      name: "agenda", summary: "wat te laat is, nu moet en eraan komt, met de reden", usage: "agenda [OPTIES]",
      options: []),
    Guide(
      name: "leerlingen", summary: "zoek leerlingen; een tikfout mag", usage: "leerlingen [ZOEKWOORD…]", options: []),
    Guide(
      name: "dossier", summary: "toon het dossier van één leerling", usage: "dossier LEERLING [--tabblad NAAM]",
      options: [("--tabblad NAAM", "alleen dit tabblad")]),
    Guide(
      name: "verzuim", summary: "toon of leg afwezigheid vast", usage: "verzuim LEERLING [--soort SOORT] [--dag DATUM]",
      options: [
        ("--soort SOORT", "leg afwezigheid vast, bijvoorbeeld ziek"), ("--dag DATUM", "de eerste dag (anders vandaag)"),
        ("--tot DATUM", "de laatste dag"), ("--reden TEKST", "de reden"),
      ]),
    Guide(
      name: "gesprek", summary: "leg een gesprek vast, met een actie als die er is",
      usage: "gesprek LEERLING --tekst TEKST [--met WIE] [--actie WAT --voor DATUM]",
      options: [
        ("--met WIE", "ouders, leerling, leraar, mdo, swv of anders (anders: ouders)"),
        ("--over WAT", "waarover, bijvoorbeeld leren"), ("--hoe HOE", "school, telefoon, video, mail, …"),
        ("--tekst TEKST", "wat is besproken"), ("--actie WAT", "een actie voor uzelf"),
        ("--voor DATUM", "wanneer de actie klaar moet zijn"),
      ]),
    Guide(
      name: "samenvatting", summary: "de samenvatting van een leerling voor één ouder, voor een gesprek",
      usage: "samenvatting LEERLING --voor OUDER", options: [("--voor OUDER", "de naam van de ouder of verzorger")]),
    Guide(
      name: "verwijzing", summary: "de weg naar een andere school, en de toetsen aan PrO en LWOO",
      usage: "verwijzing LEERLING", options: []),
    Guide(
      name: "import", summary: "lees een EDEXML-bestand van het leerlingadministratiesysteem",
      usage: "import edexml BESTAND [--doen]",
      options: [
        ("--doen", "voer de import uit; zonder dit alleen een proef"),
        ("--ook-onverzegeld", "voer ook in als de school niet verzegeld is"),
      ]),
    Guide(
      name: "nieuw", summary: "maak een school van uzelf, met vragen of met opties", usage: "nieuw [OPTIES]",
      options: [
        ("--naam NAAM", "de naam van de school"), ("--brin BRIN", "twee cijfers en twee hoofdletters"),
        ("--richting R", "openbaar of bijzonder"), ("--soort S", "basis, sbo, so of cluster12"),
        ("--swv NAAM", "het samenwerkingsverband"), ("--regio R", "noord, midden of zuid, voor de vakanties"),
        ("--groep NAAM:JAREN", "een groep, bijvoorbeeld 6a:6; voor elke groep opnieuw"),
        ("--rooster TIJDEN", "bijvoorbeeld \"ma,di,do,vr 8:30-12:00 12:30-14:30; wo 8:30-12:15\""),
        ("--gebruiker WIE", "inlognaam:naam:rol[:groepen], bijvoorbeeld anouk:Anouk Visser:ib"),
        ("--onverzegeld", "laat de bestanden leesbaar; liever niet"),
        ("--wachtwoord-fd N", "een wachtzin per regel, in de volgorde van de gebruikers"),
      ]),
    Guide(name: "regels", summary: "alle regels, of één met bronnen en verhalen", usage: "regels [REGEL]", options: []),
    Guide(
      name: "naslag", summary: "zoek een afkorting, vraag, stap, bedrag of organisatie", usage: "naslag [ZOEKWOORD…]",
      options: []),
    Guide(name: "paden", summary: "waar het programma zijn bestanden bewaart", usage: "paden", options: []),
  ]

  /// The text for `passend --hulp`.
  static var overview: String {
    var lines = [
      "passend – dossiers, termijnen en bewijs voor passend onderwijs", "",
      "Zonder opdracht opent het programma in de terminal. Is er geen terminal, dan drukt het de agenda af.", "",
      "Opdrachten:",
    ]
    lines += all.map { row("  passend " + $0.name, $0.summary, at: 24) }
    lines += ["", "Opties voor elke opdracht:"] + shared.map { row("  " + $0.0, $0.1, at: 24) }
    lines += [
      "", "Afsluitcodes: 0 goed, 1 bevindingen, 64 opdracht niet begrepen, 65 gegevens kloppen niet,",
      "73 of 74 schrijven mislukt, 77 geen recht.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text for the help of this one subcommand.
  var text: String {
    var lines = ["passend \(name) – \(summary)", "", "Zo typt u het:  passend \(usage)"]
    if !options.isEmpty { lines += [""] + options.map { Self.row("  " + $0.0, $0.1, at: 24) } }
    lines += ["", "Opties voor elke opdracht:"] + Self.shared.map { Self.row("  " + $0.0, $0.1, at: 24) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ left: String, _ right: String, at column: Int) -> String {
    left + String(repeating: " ", count: max(2, column - left.count)) + right
  }
}
