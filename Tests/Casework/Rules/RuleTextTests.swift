import Casework
import ReferenceData
import Support
import Testing

/// That whatever a rule finds can be said: over all stories and over dossiers that hold anything.
@Suite("The words of the rules")
struct RuleTextTests {
  /// A private school, one for special primary education, one that lacks its status and timetable.
  private static let schools: [School] = {
    var schools = [SampleSchool.school(legalStatus: .privateSchool), SampleSchool.school(), SampleSchool.school()]
    schools.append(Self.withOffers(SampleSchool.school()))
    schools[3].record.type = Choice(.cluster12)
    schools[1].record.type = Choice(.specialPrimary)
    schools[2].record.legalStatus = nil
    var partnership = Record<PartnershipFields>()
    partnership.partnershipName = "SWV Waterveen"
    schools[0].record.partnership = partnership
    schools[2].record.members["roosters"] = nil
    return schools.map { plain in
      var school = plain
      for number in [UInt64(31), 32] {
        school.record.put(
          make(SchoolGroupFields.self, number) {
            $0.groupName = "6a"
            $0.schoolYear = SchoolYear(startYear: 2026)
          }, in: \.groups)
      }
      school.record.put(make(StaffFields.self, 41) { $0.staffName = "Anouk Visser" }, in: \.staff)
      // The second is a teacher whose name is not on record.
      for (number, teacher) in [(UInt64(51), UInt64(41)), (52, 49)] {
        school.record.put(
          make(AssignmentFields.self, number) {
            $0.teacher = Reference(id(teacher))
            $0.group = Reference(id(31))
            $0.schoolYear = SchoolYear(startYear: 2026)
          }, in: \.assignments)
      }
      school.registrations[id(31)] = [day("2026-09-01"), day("2026-11-20")]
      return school
    }
  }()

  /// The same with what it offers, the plan of its samenwerkingsverband and the days of the test on record.
  private static func withOffers(_ plain: School) -> School {
    var school = plain
    for (number, kind, adopted, advised) in [
      (71, "sop", "2021-06-15", nil), (72, "sop", "2021-06-16", "2021-07-01"), (73, "schoolgids", "2025-07-01", nil),
    ] as [(UInt64, String, String, String?)] {
      school.record.put(
        make(SupportOfferFields.self, number) {
          $0.kind = Choice(word: kind)
          $0.adopted = day(adopted)
          $0.schoolYear = SchoolYear(of: day(adopted).adding(days: 60))
          $0.councilAdvised = advised.map(day)
        }, in: \.supportOffers)
    }
    for year in 2024...2027 {
      school.record.put(
        make(TestYearFields.self, UInt64(year)) {
          $0.schoolYear = SchoolYear(startYear: year)
          $0.testDate = SchoolYear(startYear: year).firstDay.adding(days: 184)
          $0.finalAdvice = SchoolYear(startYear: year).firstDay.adding(days: 235)
        }, in: \.testDates)
    }
    var partnership = Record<PartnershipFields>()
    partnership.planAdopted = day("2023-05-16")
    school.record.partnership = partnership
    return school
  }

  /// Leave for two holidays in one school year: too rare to come about at random.
  private static func twoHolidays() throws -> Dossier {
    var dossier = Dossier(id: id(199))
    let leave = [(61, "2026-10-05", "2026-10-09"), (62, "2027-01-11", "2027-01-15")].map { number, from, until in
      """
      {"id": "\(id(UInt64(number)))", "grond": "beroepOuders", "van": "\(from)", "tot": "\(until)", "besluitSchool": "verleend",
       "besluitSchoolOp": "2026-09-01"}
      """
    }
    dossier[.pupil] = .value(try Tree(json: #"{"geboortedatum": "2016-03-14"}"#))
    dossier[.absence] = .value(try Tree(json: "{\"verlof\": [\(leave.joined(separator: ", "))]}"))
    return dossier
  }

  /// A no to the offered plan that became a yes: too rare too.
  private static func changedMind() throws -> Dossier {
    var dossier = Dossier(id: id(198))
    let answers = [(63, "nee", "2026-11-05"), (64, "ja", "2026-11-09")].map { number, word, on in
      """
      {"id": "\(id(UInt64(number)))", "ouder": "\(id(1))", "instemming": "\(word)", "instemmingOp": "\(on)"}
      """
    }
    dossier[.pupil] = .value(
      try Tree(
        json: """
          {"ondersteuningsniveaus": [{"id": "\(id(65))", "niveau": "extraBinnenSop", "van": "2026-10-01"}]}
          """))
    dossier[.family] = .value(
      try Tree(json: "{\"ouders\": [{\"id\": \"\(id(1))\", \"gezag\": [{\"gezag\": \"ja\"}]}]}"))
    dossier[.plan] = .value(
      try Tree(
        json: """
          {"versies": [{"id": "\(id(66))", "aangebodenOp": "2026-11-02", "ouders": [\(answers.joined(separator: ", "))]}]}
          """))
    return dossier
  }

  /// An adjustment to which one of two agreed, a talk with nobody knows whom, and a version established just before the
  /// calendar on record ends.
  private static func rarePlan() throws -> Dossier {
    var dossier = Dossier(id: id(197))
    let guardians = [1, 2].map { number in
      """
      {"id": "\(id(UInt64(number)))", "naam": "ouder", "soort": "ouder", "gezag": [{"id": "\(id(70))", "gezag": "ja"}]}
      """
    }
    dossier[.family] = .value(try Tree(json: "{\"ouders\": [\(guardians.joined(separator: ", "))]}"))
    dossier[.pupil] = .value(
      try Tree(
        json: """
          {"inschrijvingen": [{"id": "\(id(71))", "soort": "definitief", "van": "2024-08-01"}],
           "groepen": [{"id": "\(id(72))", "groep": "\(id(31))", "leerjaar": 6, "van": "2026-08-01"}]}
          """))
    dossier[.plan] = .value(
      try Tree(
        json: """
          {"versies": [{"id": "\(id(73))", "opgesteldOp": "2026-01-12", "vastgesteldOp": "2026-02-02"},
             {"id": "\(id(74))", "opgesteldOp": "2027-06-21", "vastgesteldOp": "2027-07-05"}],
           "evaluaties": [{"id": "\(id(75))", "datum": "2026-11-02", "bijgesteld": "ja",
             "ouders": [{"id": "\(id(76))", "ouder": "\(id(1))", "aanwezig": "nietGekomen", "instemming": "ja",
               "instemmingOp": "2026-11-04"}]}]}
          """))
    dossier[.conversations] = .value(
      try Tree(
        json: """
          {"gesprekken": [{"id": "\(id(77))", "datum": "2026-11-12", "soort": "ouders", "onderwerpen": ["opp"],
             "bereikt": "gesproken"}]}
          """))
    return dossier
  }

  /// What comes about too rarely at random: an extension told while the term stands still or without its weeks, a term beyond
  /// the holidays that are decided, a suspension off the calendar, arrangements with a day of return alone.
  private static func rarities() throws -> Dossier {
    var dossier = Dossier(id: id(197))
    let request = "[{\"id\": \"\(id(70))\", \"gevraagdOp\": \"2026-10-20\"}]"
    let applications = [
      (
        71, "2026-10-12",
        "\"verlengingWeken\": 4, \"verlengingGemeldOp\": \"2026-12-01\", \"gegevensverzoeken\": \(request)"
      ),
      (72, "2026-10-12", "\"verlengingGemeldOp\": \"2026-11-01\""), (73, "2028-12-01", "\"opmerking\": \"\""),
    ].map { number, received, more in
      "{\"id\": \"\(id(UInt64(number)))\", \"vorm\": \"schriftelijk\", \"ontvangenOp\": \"\(received)\", \(more)}"
    }
    dossier[.admission] = .value(try Tree(json: "{\"aanmeldingen\": [\(applications.joined(separator: ", "))]}"))
    dossier[.pupil] = .value(try Tree(json: #"{"geboortedatum": "2016-03-14"}"#))
    dossier[.absence] = .value(
      try Tree(
        json: """
          {"schorsingen": [{"id": "\(id(74))", "van": "2027-09-06", "tot": "2027-09-10"}],
           "eigenRoosters": [{"id": "\(id(75))", "van": "2026-09-07", "terugOp": "2026-12-14"}],
           "afstandsonderwijs": [{"id": "\(id(76))", "van": "2026-11-09", "terugOp": "2026-12-14"}]}
          """))
    return dossier
  }

  /// A school with a calendar of 2026-27 that lacks its edges and a holiday.
  private static let halfCalendar = SampleSchool.school(
    years: [SampleSchool.years[0], SampleSchool.year(102, 2026, nil, nil)],
    closures: SampleSchool.holidays.filter { $0.from != day("2027-02-20") })

  /// A place beyond the samenwerkingsverband for which a second TLV came, and leaving the SBO in time.
  private static func placedElsewhere() throws -> Dossier {
    var dossier = Dossier(id: id(197))
    dossier[.pupil] = .value(
      try Tree(
        json: """
          {"geboortedatum": "2012-12-05", "inschrijvingen": [{"id": "\(id(67))", "van": "2020-08-24", "tot": "2027-07-16"}]}
          """))
    dossier[.referral] = .value(
      try Tree(
        json: """
          {"tlv": [
            {"id": "\(id(68))", "soort": "sbo", "swv": "A", "schoolSwv": "B", "schoolAangemeldOp": "2026-11-16"},
            {"id": "\(id(69))", "soort": "sbo", "swv": "B", "besluit": "toegekend", "besluitOp": "2026-11-20"}]}
          """))
    return dossier
  }

  /// What goes wrong when these episodes are put into words.
  private func failures(_ episodes: [Episode], _ book: RuleBook) -> [String] {
    episodes.compactMap { episode in
      do throws(TemplateError) {
        let lines = [try book.title(of: episode)] + (try book.proof(of: episode).map(\.text))
        let isBad = lines.contains { $0.isEmpty || $0.contains("{") || $0.contains("«") } || lines.count < 2
        return isBad ? "\(episode.id.rule): \(lines)" : nil
      } catch {
        return "\(episode.id.rule): \(error)"
      }
    }
  }

  @Test(
    "Random dossiers: no rule traps, every title and proof has its words and each place its value", arguments: 0..<3)
  func randomDossiers(round: Int) throws {
    let book = try ReferenceData.ruleBook()
    let engine = RuleEngine(book: book)
    let scope = engine.scope(of: Self.schools[round], until: day("2028-12-31"))
    var maker = RandomDossier(seed: UInt64(round))
    let dossiers = maker.mixture(120)
    let judgement = engine.judge(dossiers, in: scope)
    #expect(judgement.unjudged.isEmpty)
    #expect(failures(judgement.episodes, book) == [])
    // A generator that never makes a rule fire would hold nothing.
    #expect(Set(judgement.episodes.map(\.id.rule)).count > 12)
  }

  @Test("No sentence stands in the book that nothing can ever say")
  func noDeadSentence() throws {
    let book = try ReferenceData.ruleBook()
    let engine = RuleEngine(book: book)
    var maker = RandomDossier(seed: 7)
    var unsaid = Dictionary(uniqueKeysWithValues: book.ids.map { ($0, Set(book[$0]?.sentences.keys ?? [:].keys)) })
    var unsaidShared = Set(book.sharedSentences.keys)
    func hear(_ judgement: Judgement) {
      for episode in judgement.episodes {
        let names = [episode.title.sentence] + episode.proof.map(\.sentence)
        unsaid[episode.id.rule]?.subtract(names)
        // A rule's own sentence goes before a shared one of the same name.
        unsaidShared.subtract(names.filter { book[episode.id.rule]?.sentences[$0] == nil })
      }
    }
    let scopes = Self.schools.map { engine.scope(of: $0, until: day("2028-12-31")) }
    let rare =
      [
        try Self.twoHolidays(), try Self.changedMind(), try Self.rarePlan(), try Self.rarities(),
        try Self.placedElsewhere(), try RareDossiers.late(),
      ] + (try RareDossiers.applications()) + (try RareDossiers.leavers())
    hear(engine.judgeSchool(in: engine.scope(of: Self.halfCalendar, until: day("2027-12-31"))))
    for scope in scopes { hear(engine.judge(rare, in: scope)) }
    // As many as it takes: a field more makes other dossiers, in which the rarest sentence may come later.
    for _ in 0..<40 where !unsaidShared.isEmpty || unsaid.values.contains(where: { !$0.isEmpty }) {
      for scope in scopes { hear(engine.judge(maker.mixture(30), in: scope)) }
    }
    #expect(unsaidShared == [])
    for (id, sentences) in unsaid { #expect(sentences == [], "\(id)") }
  }

  @Test("A title fits the line that an agenda of 80 columns has for it, give or take a word")
  func titlesFit() throws {
    let runner = try StoryRunner()
    for rule in Rule.all {
      for story in try #require(runner.book[rule.id]).stories {
        for episode in runner.judgement(of: story, by: rule).episodes {
          let title = try runner.book.title(of: episode)
          #expect(title.count <= 52, "\(title)")
        }
      }
    }
  }

  @Test("A sentence that lacks, or a place without a value, is found")
  func control() {
    let bare = RuleEntry(
      id: "r", force: .norm, validFrom: nil, validUntil: nil, audience: [], title: "Titel {naam}", explanation: "",
      sources: [], norms: [], sentences: ["zin": "Op {dag}."], clearedBy: "", stories: [])
    let book = RuleBook([bare])
    func episode(_ title: ProofStep, _ proof: ProofStep) -> Episode {
      Episode(
        id: Episode.ID(rule: "r", subject: .school), visibleFrom: day("2026-11-23"), title: title, proof: [proof],
        act: Act(nil))
    }
    let named = ProofStep("titel", ["naam": .text("Noor")])
    let dated = ProofStep("zin", ["dag": .date(day("2026-11-23"))])
    #expect(failures([episode(named, dated)], book).isEmpty)
    #expect(failures([episode(named, ProofStep("andere zin"))], book).count == 1)
    #expect(failures([episode(named, ProofStep("zin"))], book).count == 1)
    #expect(failures([episode(ProofStep("titel"), dated)], book).count == 1)
    #expect(failures([episode(ProofStep("eigen titel"), dated)], book).count == 1)
  }

  @Test("Each rule says where it comes from and what clears it, in whole sentences")
  func complete() throws {
    let book = try ReferenceData.ruleBook()
    for id in book.ids {
      let entry = try #require(book[id])
      #expect(!entry.sources.isEmpty, "\(id)")
      #expect(!entry.audience.isEmpty, "\(id)")
      #expect(entry.clearedBy.hasSuffix("."), "\(id)")
      #expect(entry.explanation.hasSuffix("."), "\(id)")
      #expect(!entry.title.hasSuffix("."), "\(id)")
      for (name, sentence) in entry.sentences where !name.hasPrefix("titel") {
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(id) \(name)")
      }
      for source in entry.sources {
        #expect(source.address.map { $0.hasPrefix("https://") } ?? true, "\(id)")
      }
      // A rule of statute names an article beside the guide.
      if entry.force == .statute {
        #expect(entry.sources.contains { !$0.text.hasPrefix("Handreiking") }, "\(id)")
      }
    }
  }
}
