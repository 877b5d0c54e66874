import Casework

/// Makes dossiers out of nothing but the declarations of their fields: every field now and then, every word of a choice,
/// ids that sometimes meet, days around the school years of ``SampleSchool`` and now and then far off.
///
/// What it makes is often nonsense, as a file can be: no rule may trap on it, and every proof must have its words.
public struct RandomDossier {
  private var random: SeededGenerator
  /// For what came later, so that it does not change what the first one makes.
  private var extra: SeededGenerator
  private var lastRecord: UInt64 = 1000

  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    extra = SeededGenerator(seed: ~seed)
  }

  /// A dossier with each of these tabs, filled at random.
  public mutating func make(_ number: UInt64, tabs: [SectionName] = SectionName.allCases) -> Dossier {
    var dossier = Dossier(id: id(number))
    for tab in tabs { dossier[tab] = .value(record(tab.fields, depth: 0)) }
    return dossier
  }

  /// The same for a pupil about whom the basic facts are in order, so that rules get further with it.
  ///
  /// At school in one group, two guardians with custody, and every stretch of time ending after it began.
  public mutating func makeTidy(_ number: UInt64) -> Dossier {
    var dossier = make(number)
    for tab in SectionName.allCases {
      if let tree = dossier.tree(of: tab) { dossier[tab] = .value(tidied(tree)) }
    }
    var pupil = dossier.pupil.record ?? Record()
    pupil.birthDate = day("2016-03-14")
    pupil.members["inschrijvingen"] = .array([
      .object(["id": .string(id(11).description), "soort": .string("definitief"), "van": .string("2020-08-01")])
    ])
    pupil.members["groepen"] = .array([
      .object([
        "id": .string(id(12).description), "groep": .string(id(31).description), "leerjaar": .number("6"),
        "van": .string("2025-08-01"),
      ])
    ])
    dossier.pupil = .value(pupil)
    var family = dossier.family.record ?? Record()
    family.members["ouders"] = .array(Self.guardians(number))
    dossier.family = .value(family)
    if let consents = dossier.tree(of: .consent) {
      dossier.consent = Section(.value(matched(consents, hasLateGuardian: number % 5 == 0)))
    }
    for tab in [SectionName.examination, .medical, .support] {
      if let tree = dossier.tree(of: tab) { dossier[tab] = .value(answered(tree, hasLateGuardian: number % 5 == 0)) }
    }
    return dossier
  }

  /// Some of these and some of those.
  public mutating func mixture(_ count: Int) -> [Dossier] {
    var dossiers: [Dossier] = []
    for number in 0..<count {
      let id = UInt64(200 + number)
      dossiers.append(number % 3 == 0 ? make(id) : makeTidy(id))
    }
    return dossiers
  }

  /// The tree with the ends of each stretch of time in order.
  private func tidied(_ tree: Tree) -> Tree {
    switch tree {
    case .array(let elements): return .array(elements.map(tidied))
    case .object(let members):
      var result = members
      for pair in members.pairs { result[pair.key] = tidied(pair.value) }
      if let from = result["van"]?.text, let until = result["tot"]?.text, until < from {
        result["van"] = .string(until)
        result["tot"] = .string(from)
      }
      return .object(result)
    case .null, .bool, .number, .string: return tree
    }
  }

  /// A record in which three of four fields are filled.
  private mutating func record(_ fields: any RecordFields.Type, depth: Int) -> Tree {
    var members = Members()
    for field in fields.all where !random.oneIn(4) || field.traits.contains(.required) && !random.oneIn(10) {
      members[field.key] = value(field.shape, depth: depth)
    }
    return .object(members)
  }

  private mutating func value(_ shape: FieldShape, depth: Int) -> Tree {
    switch shape {
    case .text: .string(random.pick(["tekst", "Sem", "naam met é"]))
    case .date: .string(date().iso)
    case .moment: .string(date().iso + "T09:30:00Z")
    case .clock: .string(time())
    case .schoolYear: SchoolYear(startYear: random.int(2024...2027)).tree
    case .number: .number(String(random.int(0...12)))
    case .minutes: .number(String(random.int(0...400)))
    case .yesNo: .bool(random.oneIn(2))
    case .choice(let options): .string(random.oneIn(50) ? "later woord" : random.pick(options).word)
    case .reference(let kind): .string(reference(kind).description)
    case .record(let fields): record(fields, depth: depth + 1)
    case .list(let element): list(of: element, depth: depth)
    }
  }

  private mutating func list(of shape: FieldShape, depth: Int) -> Tree {
    let count = random.int(0...(depth > 2 ? 1 : 4))
    return .array(
      (0..<count).map { position in
        var element = value(shape, depth: depth + 1)
        if case .record(let fields) = shape, case .object(var members) = element {
          members[RecordKey.id] = .string(recordID(fields, at: position).description)
          if random.oneIn(12) { members[RecordKey.withdrawal] = .object(["reden": .string("vergissing")]) }
          if extra.oneIn(2) { members[RecordKey.madeAt] = .string(Self.year(extra.int(0...400)).iso + "T10:00:00Z") }
          element = .object(members)
        }
        return element
      })
  }

  /// Guardians and a few others have ids that references can meet; the rest are new each time.
  private mutating func recordID(_ fields: any RecordFields.Type, at position: Int) -> RecordID {
    if fields.name == GuardianFields.name { return id(UInt64(position + 1)) }
    if random.oneIn(2) { return id(UInt64(101 + position)) }
    lastRecord += 1
    return id(lastRecord)
  }

  private mutating func reference(_ kind: ReferenceKind) -> RecordID {
    switch kind {
    case .guardian: id(UInt64(random.int(1...4)))
    case .group: id(UInt64(random.int(31...32)))
    case .user: id(UInt64(random.int(41...42)))
    case .record: id(UInt64(random.int(101...104)))
    case .pupil: id(UInt64(random.int(1...9)))
    }
  }

  private mutating func date() -> CivilDate {
    if random.oneIn(200) { return random.pick([day("0001-01-01"), day("0206-11-23"), day("9999-12-31")]) }
    if random.oneIn(10) { return day("2016-01-01").adding(days: random.int(0...7_000)) }
    return Self.year(random.int(0...400))
  }

  private static func year(_ number: Int) -> CivilDate { day("2026-06-01").adding(days: number) }

  private mutating func time() -> String {
    let minutes = random.int(96...186) * 5
    return (ClockTime(minutes: minutes) ?? clock("08:30")).description
  }
}

// MARK: - Guardians and what they consent to

extension RandomDossier {
  /// Two with custody; now and then a third and a fourth whose custody ends or begins, or a court that limits what one is told.
  fileprivate static func guardians(_ number: UInt64) -> [Tree] {
    var guardians = [guardian(1, custody: ["gezag": "ja"]), guardian(2, custody: ["gezag": "ja"])]
    switch number % 5 {
    case 0:
      guardians += [
        guardian(3, custody: ["gezag": "ja", "tot": "2026-10-31"]),
        guardian(4, custody: ["gezag": "ja", "van": "2026-12-01"]),
      ]
    case 1: guardians[1] = guardian(2, custody: ["gezag": "ja"], limit: "geenInformatie")
    default: break
    }
    return guardians
  }

  private static func guardian(_ number: UInt64, custody: Members, limit: String? = nil) -> Tree {
    var span = custody
    span["id"] = .string(id(number + 20).description)
    var guardian: Members = [
      "id": .string(id(number).description), "naam": "ouder", "soort": "ouder", "gezag": .array([.object(span)]),
    ]
    if let limit {
      guardian["beperkingen"] = .array([
        .object(["id": .string(id(number + 25).description), "soort": .string(limit)])
      ])
    }
    return .object(guardian)
  }

  /// Most consents are for one of the exchanges beside them: words that meet by chance are too rare.
  fileprivate mutating func matched(_ tab: Tree, hasLateGuardian: Bool) -> Tree {
    guard case .object(var members) = tab, let exchanges = members["uitwisselingen"]?.elements, !exchanges.isEmpty,
      let consents = members["toestemmingen"]?.elements
    else { return tab }
    members["uitwisselingen"] = .array(
      exchanges.map { exchange in
        guard case .object(var fields) = exchange, extra.oneIn(2) else { return exchange }
        fields["grondslag"] = "toestemming"
        return .object(fields)
      })
    members["toestemmingen"] = .array(
      consents.map { consent in
        guard case .object(var fields) = consent else { return consent }
        if extra.oneIn(5) { fields["gegevenOp"] = nil }
        if extra.oneIn(4) {
          fields["partij"] = nil
          return .object(fields)
        }
        let exchange = extra.pick(exchanges)
        for key in ["partij", "doel"] { fields[key] = exchange[key] }
        if !extra.oneIn(4) { fields["gegevens"] = exchange["gegevens"] }
        if extra.oneIn(2) { settle(&fields, for: exchange, byLateGuardian: hasLateGuardian && extra.oneIn(2)) }
        if extra.oneIn(6) { fields["bezwaren"] = .array([["id": .string(id(120).description)]]) }
        return .object(fields)
      })
    return .object(members)
  }

  /// Given in good time by the first guardian, or by the one who had no custody yet.
  ///
  /// Now and then it ends a day before the exchange, or begins a day after it.
  private mutating func settle(_ consent: inout Members, for exchange: Tree, byLateGuardian: Bool) {
    consent["ouder"] = .string(id(byLateGuardian ? 4 : 1).description)
    consent["gegevenOp"] = byLateGuardian ? "2026-10-01" : "2016-01-01"
    for key in ["van", "tot", "ingetrokkenOp", "bezwaren"] { consent[key] = nil }
    guard let on = (exchange["geplandOp"] ?? exchange["gegevenOp"]).flatMap(CivilDate.init(tree:)) else { return }
    switch extra.int(0...3) {
    case 0: consent["tot"] = on.adding(days: -1).tree
    case 1: consent["van"] = on.adding(days: 1).tree
    default: break
    }
  }

  /// The records of a tab with more of what is rare: an answer from before custody, a day that lacks, no outcome yet.
  fileprivate mutating func answered(_ tab: Tree, hasLateGuardian: Bool) -> Tree {
    guard case .object(var tabs) = tab else { return tab }
    for (key, records) in tabs.pairs.map({ ($0.key, $0.value.elements ?? []) }) where !records.isEmpty {
      tabs[key] = .array(
        records.map { record in
          guard case .object(var fields) = record else { return record }
          if hasLateGuardian, var answers = fields["toestemmingen"]?.elements {
            answers.append([
              "id": .string(id(121).description), "ouder": .string(id(4).description), "toestemming": "ja",
              "datum": "2026-10-01",
            ])
            fields["toestemmingen"] = .array(answers)
          }
          if let signed = fields["handtekeningen"]?.elements {
            fields["handtekeningen"] = .array(signed.map { undated($0) })
          }
          if fields["uitgevoerdOp"] != nil, extra.oneIn(3) {
            for key in ["uitgevoerdOp", "uitkomstOudersOp", "ontvangenOp"] { fields[key] = nil }
          }
          return .object(fields)
        })
    }
    return .object(tabs)
  }

  private mutating func undated(_ record: Tree) -> Tree {
    guard case .object(var fields) = record, extra.oneIn(3) else { return record }
    fields["datum"] = nil
    return .object(fields)
  }
}
