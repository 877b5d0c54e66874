import Casework

extension ReferenceData {
  /// The texts, sources, norms and stories of every rule, from regels/, with the holidays that terms are counted with.
  public static func ruleBook() throws(ReferenceDataError) -> RuleBook {
    var entries: [RuleEntry] = []
    for name in names where name.hasPrefix("regels/") && name != sharedSentences {
      entries.append(try RuleEntry(DataReader(file: name)))
    }
    let shared = try DataReader(file: sharedSentences)
    try shared.only(["uitleg", "normen", "zinnen"])
    var norms: [Norm] = []
    for norm in try shared.elements("normen") { norms.append(try Norm(norm)) }
    return RuleBook(
      entries, sharedNorms: norms, sharedSentences: try shared.member("zinnen").sentences(),
      holidays: try recognisedHolidays(), referral: try referralTexts())
  }

  private static let sharedSentences = "regels/gedeeld.json"
}

extension RuleEntry {
  /// Reads one file of regels/; a key that is not named here is refused.
  init(_ file: DataReader) throws(ReferenceDataError) {
    try file.only([
      "regel", "kracht", "vanaf", "tot", "voor", "titel", "uitleg", "bronnen", "normen", "zinnen", "klaar", "verhalen",
      "onzeker",
    ])
    let sentences = try file.optional("zinnen")?.sentences() ?? [:]
    var audience: Set<Audience> = []
    for word in try file.member("voor").elements() { audience.insert(try word.word(Audience.self)) }
    var sources: [Source] = []
    for source in try file.member("bronnen").elements() { sources.append(try Source(source)) }
    var norms: [Norm] = []
    for norm in try file.elements("normen") { norms.append(try Norm(norm)) }
    var stories: [Story] = []
    for story in try file.member("verhalen").elements() { stories.append(try Story(story)) }
    self.init(
      id: RuleID(try file.member("regel").text()), force: try file.member("kracht").word(Force.self),
      validFrom: try file.optionalDate("vanaf"), validUntil: try file.optionalDate("tot"), audience: audience,
      title: try file.member("titel").template(), explanation: try file.member("uitleg").text(), sources: sources,
      norms: norms, sentences: sentences, clearedBy: try file.member("klaar").text(), stories: stories,
      unsettled: try file.optional("onzeker")?.text())
  }
}

extension Source {
  fileprivate init(_ data: DataReader) throws(ReferenceDataError) {
    try data.only(["tekst", "adres"])
    self.init(text: try data.member("tekst").text(), address: try data.optional("adres")?.text())
  }
}

extension Norm {
  fileprivate init(_ data: DataReader) throws(ReferenceDataError) {
    try data.only(["naam", "label", "eenheid", "waarde", "minstens", "hoogstens", "wettelijk", "meteen", "ookVoor"])
    let value = try data.member("waarde").number()
    let isStatutory = try data.optional("wettelijk")?.yesNo() ?? false
    let least = try data.optional("minstens")?.number() ?? value
    let most = try data.optional("hoogstens")?.number() ?? value
    guard least <= value, value <= most, isStatutory || least < most else {
      throw data.error(.expected("bounds around the value"))
    }
    var others: [RuleID] = []
    for rule in try data.elements("ookVoor") { others.append(RuleID(try rule.text())) }
    self.init(
      name: try data.member("naam").text(), label: try data.member("label").text(),
      unit: try data.member("eenheid").text(), value: value, bounds: least...most, isStatutory: isStatutory,
      countsAtOnce: try data.optional("meteen")?.yesNo() ?? false, alsoUsedBy: others)
  }
}

extension Story {
  fileprivate init(_ data: DataReader) throws(ReferenceDataError) {
    try data.only(["uitkomst", "zin", "dag", "dossier", "school", "laatsteDag", "eerst"])
    let now = try data.standing()
    var before: Before?
    if let first = try data.optional("eerst") {
      try first.only(["dossier", "school"])
      before = try first.standing()
    }
    self.init(
      outcome: try data.member("uitkomst").word(Outcome.self), sentence: try data.member("zin").text(),
      day: try data.member("dag").date(), sections: now.sections, school: now.school,
      lastDay: try data.optionalDate("laatsteDag"), before: before)
  }
}

extension DataReader {
  /// The dossier and the school of a story.
  fileprivate func standing() throws(ReferenceDataError) -> Story.Before {
    var sections: [SectionName: Tree] = [:]
    if let dossier = try optional("dossier") {
      try dossier.only(Set(SectionName.allCases.map(\.rawValue)))
      for name in SectionName.allCases { sections[name] = try dossier.optional(name.rawValue)?.tree }
    }
    let school = try optional("school")
    try school?.only(["school", "kalender", "registraties"])
    return Story.Before(sections: sections, school: school?.tree)
  }
}

extension DataReader {
  func sentences() throws(ReferenceDataError) -> [String: String] {
    guard let members = tree.members else { throw error(.expected("object")) }
    var sentences: [String: String] = [:]
    for name in members.keys { sentences[name] = try member(name).template() }
    return sentences
  }

  /// A sentence whose places are well formed.
  fileprivate func template() throws(ReferenceDataError) -> String {
    let sentence = try text()
    do throws(TemplateError) {
      _ = try Template(sentence)
    } catch {
      throw self.error(.template(error))
    }
    return sentence
  }
}
