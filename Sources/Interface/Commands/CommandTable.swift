/// The one table of commands: it feeds the keys, the footer, help, the palette and the manual page.
public enum CommandTable {
  /// In the order in which help and the manual list them.
  public static let all: [Command] = onScreens + inMeetings + inForms + everywhere

  /// The commands of a kind of screen.
  public static func commands(on kind: ScreenKind) -> [Command] {
    all.filter { $0.screens.contains(kind) }
  }

  /// What a key does on a kind of screen.
  public static func command(for key: Key, on kind: ScreenKind) -> Command? {
    commands(on: kind).first { $0.keys.contains(key) }
  }

  public static func command(_ id: CommandID) -> Command? {
    all.first { $0.id == id }
  }

  private static let every = Set(ScreenKind.allCases).subtracting([.login])
  /// Screens on which letters are commands; in a form they are text.
  private static let browsing = every.subtracting([.form])
  /// Screens that can show another day: a talk is of today.
  private static let dated = browsing.subtracting([.meeting])
  private static let signals: Set<ScreenKind> = [.agenda, .proof]

  private static let onScreens: [Command] = [
    Command(
      .open, [.enter], "Openen", short: "openen", "Opent wat onder de cursor staat.",
      on: [.agenda, .proof, .pupils, .group, .dossier, .school, .rules, .reference, .flow, .timeline], footer: 10),
    Command(
      .act, [.character("a")], "Afhandelen", short: "afhandelen",
      "Gaat van een signaal recht naar het formulier en het veld waarmee het is afgehandeld.", on: signals, footer: 20),
    Command(
      .why, [.character("w")], "Waarom", short: "waarom",
      "Toont het hele bewijs van een signaal: feiten, rekenwerk, bronnen en voorbeelden.", on: [.agenda], footer: 30),
    Command(
      .putOff, [.character("s")], "Uitstellen of erkennen", short: "uitstellen",
      "Legt een signaal weg met een reden tot een dag, of erkent wat niet meer te herstellen is.", on: signals,
      footer: 40),
    Command(
      .filter, [.character("/")], "Filteren", short: "filter",
      "Laat tijdens het typen alleen zien wat past: naam, groep, onderwerp. Accenten en één tikfout zijn geen probleem.",
      on: [.agenda, .pupils, .rules, .norms, .reference, .timeline], footer: 50),
    Command(
      .add, [.character("n")], "Nieuw", short: "nieuw", "Maakt een nieuw onderdeel van dit tabblad.",
      on: [.dossier, .school], footer: 20),
    Command(
      .addPupil, [.control("n")], "Nieuwe leerling", short: "nieuwe leerling",
      "Maakt een dossier voor een leerling die er nog niet is, met naam, geboortedatum, groep en een ouder.",
      on: [.pupils], footer: 20),
    Command(
      .edit, [.character("e")], "Wijzigen", short: "wijzigen", "Opent het formulier van dit onderdeel.",
      on: [.dossier, .school, .record], footer: 30),
    Command(
      .withdraw, [.character("x")], "Intrekken", short: "intrekken",
      "Laat een onderdeel niet meer meetellen, met een reden. Het blijft bewaard.", on: [.dossier, .school, .record],
      footer: 40),
    Command(
      .printSummary, [.character("p")], "Samenvatting maken", short: "samenvatting",
      "Maakt de samenvatting van deze leerling voor één ouder, als tekst.", on: [.dossier], footer: 50),
    Command(
      .nextTab, [.tab], "Volgend tabblad", short: "tab", "Gaat naar het volgende tabblad; 1 tot en met - springt.",
      on: [.dossier, .school], footer: 60),
    Command(
      .previousTab, [.backTab], "Vorig tabblad", short: "terug", "Gaat naar het vorige tabblad.",
      on: [.dossier, .school]),
    Command(
      .showFlow, [.character("r")], "Weg naar een andere school", short: "weg",
      "Toont de weg van een verwijzing als schema: waar deze leerling is en welke vragen nog open zijn.",
      on: [.dossier], footer: 15),
    Command(
      .offerPlan, [.character("A")], "OPP aanbieden", short: "aanbieden",
      "Legt vast dat het OPP aan de ouders met gezag is aangeboden. Vanaf die dag wacht het op instemming.",
      on: [.dossier], footer: 11),
    Command(
      .establishPlan, [.character("V")], "OPP vaststellen", short: "vaststellen",
      "Stelt het OPP vast. Ontbreekt er nog iets, dan staat er wat en gaat de cursor erheen.", on: [.dossier],
      footer: 12),
    Command(
      .renewPlan, [.character("N")], "Nieuwe versie van het OPP", short: "nieuwe versie",
      "Maakt een nieuwe versie uit de huidige. De tekst en de doelen gaan mee; datums en instemming niet.",
      on: [.dossier], footer: 13),
    Command(
      .evaluatePlan, [.character("E")], "OPP evalueren", short: "evalueren",
      "Opent een evaluatie met elk doel van het OPP dat geldt, en de ouders met gezag: per regel één toets.",
      on: [.dossier], footer: 14),
    Command(
      .readPlan, [.character("G")], "OPP gelezen", short: "gelezen",
      "Legt vast dat u deze versie van het OPP vandaag las.", on: [.dossier], footer: 46),
    Command(
      .showTimeline, [.character("t")], "Tijdlijn", short: "tijdlijn",
      "Toont alles van dit dossier met een datum, het nieuwste bovenaan, ook de termijnen die nog komen.",
      on: [.dossier], footer: 55),
    Command(
      .showChanges, [.character("v")], "Veranderd sinds het vorige gesprek", short: "veranderd",
      "Legt het dossier van de dag van het laatste gesprek met ouders naast dat van nu.",
      on: [.timeline, .meeting], footer: 20),
    Command(
      .changeHeads, [.character("z")], "Per week, maand of jaar", short: "week/maand/jaar",
      "Wisselt waar de tijdlijn koppen heeft: per week, per maand of per jaar.", on: [.timeline], footer: 55),
    Command(
      .markIll, [.character("z")], "Ziek", short: "ziek", "Zet de leerling op ziek en gaat een regel verder.",
      on: [.group], footer: 1),
    Command(
      .markDoctor, [.character("a")], "Arts", short: "arts", "Zet de leerling op bezoek aan een arts.", on: [.group],
      footer: 2),
    Command(
      .markLeave, [.character("v")], "Verlof", short: "verlof", "Zet de leerling op verlof.", on: [.group], footer: 3),
    Command(
      .markUnauthorised, [.character("o")], "Ongeoorloofd", short: "ongeoorloofd",
      "Zet de leerling op ongeoorloofd afwezig.", on: [.group], footer: 4),
    Command(
      .markLate, [.character("t")], "Te laat", short: "te laat",
      "Zet de leerling op te laat; typ daarna de minuten als het er geen 15 zijn.", on: [.group], footer: 5),
    Command(
      .markPresent, [.character(" ")], "Aanwezig", short: "aanwezig", "Zet de leerling weer op aanwezig.",
      on: [.group], footer: 6),
    Command(
      .markWeek, [.character("w")], "Hele week", short: "hele week",
      "Laat wat er vandaag staat gelden tot en met het einde van de week.", on: [.group], footer: 7),
    Command(
      .markHalfDay, [.character("h")], "Halve dag", short: "halve dag",
      "Laat wat er staat alleen gelden voor de ochtend, nog een keer voor de middag, en dan weer voor de hele dag.",
      on: [.group], footer: 8),
    Command(
      .markUntil, [.character("m")], "Tot en met een dag", short: "t/m",
      "Vraagt tot en met welke dag geldt wat er staat, zoals bij verlof of een lange ziekte.", on: [.group], footer: 9),
    Command(
      .register, [.character("k")], "Klaar", short: "klaar",
      "Registreert de groep voor deze dag: alle anderen zijn aanwezig.", on: [.group], footer: 0),
    Command(
      .previousDay, [.left], "Vorige dag", short: "dag terug", "Gaat naar de schooldag ervoor.", on: [.group]),
    Command(.nextDay, [.right], "Volgende dag", short: "dag verder", "Gaat naar de schooldag erna.", on: [.group]),
    Command(
      .chooseGroup, [.character("l")], "Lijst van groepen", short: "groepen",
      "Toont van elke groep of de dag klaar is, en gaat naar de groep die u kiest.", on: [.group], footer: 47),
    Command(
      .nextGroup, [.tab], "Volgende groep", short: "andere groep", "Toont de volgende groep.", on: [.group]),
    Command(
      .logTalk, [.character("g")], "Gesprek vastleggen", short: "gesprek",
      "Opent het formulier voor een gesprek over deze leerling.", on: [.group, .dossier], footer: 45),
    Command(
      .emergencyCard, [.character("n")], "Noodkaart", short: "noodkaart",
      "Toont wat u in een noodgeval van deze leerling moet weten. Het openen wordt vastgelegd.", on: [.group],
      footer: 46),
    Command(
      .takeMine, [.character("m")], "De mijne", short: "de mijne", "Houdt in dit veld wat u had ingevuld.",
      on: [.conflict], footer: 10),
    Command(
      .takeTheirs, [.character("n")], "Zoals het nu is", short: "zoals nu",
      "Houdt in dit veld wat uw collega bewaarde.", on: [.conflict], footer: 20),
    Command(
      .takeBefore, [.character("v")], "Zoals het was", short: "zoals het was",
      "Zet in dit veld terug wat er stond voordat u beiden begon.", on: [.conflict], footer: 30),
    Command(
      .settle, [.control("s")], "Bewaren", short: "bewaren", "Bewaart wat u per veld koos.", on: [.conflict], footer: 5),
    Command(
      .writePaper, [.character("t")], "Opslaan als tekst", short: "opslaan als tekst",
      "Bewaart dit stuk als tekstbestand en zegt waar.", on: [.paper], footer: 10),
    Command(
      .putBack, [.character("t")], "Goede versie herstellen", short: "herstellen",
      "Zet de laatste goede versie van dit bestand op zijn plaats. Wat er nu staat, blijft in de geschiedenis.",
      on: [.files], footer: 10),
    Command(
      .lookUp, [.character("n")], "Opzoeken in de naslag", short: "naslag",
      "Toont wat de naslag uitlegt over deze regel.", on: [.rules, .proof], footer: 55),
    Command(
      .goToNorms, [.character("g")], "Normen van de school", short: "normen",
      "Toont de getallen waarmee de regels rekenen: wat de school kiest en wat vastligt in de wet.", on: [.school],
      footer: 50),
    Command(
      .setNorm, [.enter, .character("e")], "Norm wijzigen", short: "wijzigen",
      "Vraagt een eigen getal voor deze norm. Het geldt vanaf vandaag.", on: [.norms], footer: 10),
    Command(
      .resetNorm, [.character("s")], "Terug naar de standaard", short: "standaard",
      "Laat voor deze norm vanaf vandaag weer het getal van Passend gelden.", on: [.norms], footer: 20),
  ]

  private static let inMeetings: [Command] = [
    Command(
      .startMeeting, [.character("m")], "Gesprek voeren", short: "in gesprek",
      "Zet op een rij wat er bij deze leerling open staat, houdt tijdens het gesprek bij wat ervan kwam, en bewaart dat in één keer.",
      on: [.dossier, .timeline], footer: 46),
    Command(
      .finishMeeting, [.control("s")], "Afronden", short: "afronden",
      "Toont wat er bewaard wordt, en bewaart het als u het nog eens doet.", on: [.meeting], footer: 0),
    Command(
      .markDiscussed, [.character("b")], "Besproken", short: "besproken", "Dit punt is besproken.", on: [.meeting],
      footer: 5),
    Command(
      .markAgreed, [.character("a")], "Afgesproken", short: "afgesproken",
      "Vraagt wat u afspreekt, wie het doet en voor wanneer.", on: [.meeting], footer: 6),
    Command(
      .markNotRaised, [.character("o")], "Niet aan de orde", short: "niet aan de orde",
      "Dit punt kwam niet aan de orde. Er wordt niets over vastgelegd.", on: [.meeting], footer: 7),
    Command(
      .markDone, [.character("k")], "Klaar", short: "klaar", "Deze actie van eerder is gedaan.", on: [.meeting],
      footer: 4),
    Command(
      .agreeOral, [.character("j")], "Stemt in, mondeling", short: "stemt in",
      "Deze ouder stemt mondeling in met het handelingsdeel zoals het nu is.", on: [.meeting], footer: 2),
    Command(
      .agreeSigned, [.character("h")], "Stemt in, met handtekening", short: "tekent",
      "Deze ouder tekent voor het handelingsdeel zoals het nu is.", on: [.meeting], footer: 3),
    Command(
      .disagree, [.character("n")], "Stemt niet in", short: "stemt niet in",
      "Deze ouder stemt niet in met het handelingsdeel.", on: [.meeting], footer: 4),
    Command(
      .addPoint, [.character("+")], "Eigen punt", short: "punt erbij", "Zet een eigen punt op de agenda.",
      on: [.meeting], footer: 15),
  ]

  private static let inForms: [Command] = [
    Command(
      .save, [.control("s")], "Bewaren", short: "bewaren", "Bewaart alles wat in dit formulier is ingevuld.",
      on: [.form], footer: 0),
    Command(
      .openEditor, [.control("e")], "Tekst in uw eigen editor", short: "editor",
      "Opent de tekst van dit veld in $VISUAL of $EDITOR.", on: [.form], footer: 30),
    Command(
      .undoTyping, [.control("u")], "Invullen ongedaan maken", short: "ongedaan",
      "Neemt de laatste wijziging in dit formulier terug.", on: [.form], footer: 20),
    Command(
      .removeItem, [.control("x")], "Onderdeel weghalen", short: "weghalen",
      "Haalt het onderdeel onder de cursor weg; was het al bewaard, dan met een reden.", on: [.form], footer: 40),
    Command(
      .copyDay, [.control("y")], "Lestijden van een dag overnemen", short: "dag overnemen",
      "Geeft andere dagen van dit rooster dezelfde lestijden als deze dag.", on: [.form]),
    Command(
      .discardDraft, [.control("d")], "Concept weggooien", short: "weggooien",
      "Gooit weg wat in dit formulier is getypt. Er wordt eerst gevraagd of u het zeker weet.",
      on: [.form, .meeting], footer: 50),
  ]

  private static let everywhere: [Command] = [
    Command(
      .undo, [.character("u")], "Ongedaan maken", short: "ongedaan",
      "Neemt uw laatste bewaarde wijziging terug. Wat een collega later deed, blijft staan.", on: browsing, footer: 70),
    Command(
      .redo, [.control("r")], "Opnieuw doen", short: "opnieuw", "Doet opnieuw wat u ongedaan maakte.", on: every,
      footer: 71),
    Command(
      .back, [.escape], "Terug", short: "terug", "Eén stap terug. Wat u typte, blijft als concept bewaard.", on: every,
      footer: 80),
    Command(
      .askDay, [.character("d")], "Op datum", short: "op datum",
      "Laat alle schermen zien zoals op een andere dag, vroeger of later.", on: dated, footer: 60),
    Command(
      .switchKnowledge, [.character("b")], "Toen bekend of nu bekend", short: "toen/nu bekend",
      "Wisselt op een dag die voorbij is tussen wat er toen was vastgelegd en wat er nu bekend is.", on: dated,
      footer: 9),
    Command(
      .backToToday, [.control("t")], "Terug naar vandaag", short: "vandaag", "Laat de schermen weer vandaag zien.",
      on: every),
    Command(
      .goToAgenda, [.function(2)], "Agenda", short: "agenda", "Wat er moet gebeuren, het dringendste eerst.", on: every),
    Command(.goToPupils, [.function(3)], "Leerlingen", short: "leerlingen", "Zoekt een leerling.", on: every),
    Command(.goToGroup, [.function(4)], "Groep", short: "groep", "Wie er is en wie niet, per dag.", on: every),
    Command(
      .goToReference, [.function(5)], "Naslag", short: "naslag",
      "Zoekt een woord, een vraag, een stap, een bedrag of een organisatie op.", on: every),
    Command(
      .goToRules, [.function(8)], "Regels", short: "regels", "De regels met uitleg, bronnen en voorbeelden.", on: every),
    Command(.goToSchool, [.function(6)], "School", short: "school", "Wat van de school zelf is vastgelegd.", on: every),
    Command(
      .help, [.character("?"), .function(1)], "Hulp", short: "hulp",
      "Toont de toetsen van dit scherm; typ om te zoeken.", on: Set(ScreenKind.allCases), footer: 100),
    Command(
      .palette, [.control("p"), .character(":")], "Alle opdrachten", short: "opdrachten",
      "Zoekt een opdracht op naam en voert hem uit.", on: every),
    Command(
      .blank, [.function(12)], "Scherm leeg", short: "leeg", "Maakt het scherm leeg als er iemand meekijkt.", on: every),
    Command(
      .lock, [.function(10)], "Vergrendelen", short: "vergrendelen",
      "Sluit het dossier af tot u uw wachtzin weer geeft. Concepten blijven bewaard.", on: every),
    Command(
      .redraw, [.control("l")], "Scherm opnieuw tekenen", short: "opnieuw tekenen",
      "Tekent het scherm opnieuw als een ander programma erdoorheen schreef.", on: Set(ScreenKind.allCases)),
    Command(
      .suspend, [.control("z")], "Naar de achtergrond", short: "achtergrond", "Zet Passend stil tot u fg typt.",
      on: Set(ScreenKind.allCases)),
    Command(
      .goToFiles, [.function(7)], "Bestanden die niet kloppen", short: "bestanden",
      "Welke bestanden beschadigd, vervangen of weg zijn, en welke versie nog goed is.", on: every),
    Command(
      .goToDrafts, [.function(9)], "Concepten", short: "concepten",
      "Toont wat u typte en nog niet bewaarde: van wie, welk formulier en wanneer. Enter gaat verder.", on: browsing),
    Command(
      .quit, [.character("q"), .control("q")], "Stoppen", short: "stoppen",
      "Sluit Passend. Concepten blijven bewaard.", on: Set(ScreenKind.allCases), footer: 90),
  ]
}

extension CommandTable {
  /// The commands with their keys as plain text, for the manual page.
  public static func manual() -> String {
    all.map { command in
      let keys = command.keys.map(\.label).joined(separator: ", ")
      let screens = ScreenKind.allCases.filter { command.screens.contains($0) }.map(Texts.name).joined(separator: ", ")
      return Texts.manualEntry(title: command.title, keys: keys, help: command.help, screens: screens)
    }.joined(separator: "\n\n")
  }
}
