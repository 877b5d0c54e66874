import Casework
import Support
import Testing

private let one = "00000000000000000000000000000001"
private let two = "00000000000000000000000000000002"

/// `place: kind` of everything found, as short as it can be read.
private func found(_ json: String, in fields: any RecordFields.Type, known: KnownIDs = KnownIDs()) throws -> [String] {
  try SectionFinding.all(in: Tree(json: json), for: fields, known: known).map { $0.place + ": " + $0.text }
}

@Suite("What cannot be right in a file")
struct SectionFindingTests {
  @Test("a complete pupil has nothing to find")
  func nothing() throws {
    let json = """
      {"sectie": "leerling", "versie": "1.0", "roepnaam": "Noor", "tussenvoegsel": "de", "achternaam": "Vries",
       "geboortedatum": "2016-03-14", "eigenLeerlijn": "onbekend", "broersZussen": ["\(two)"], "nieuwVeld": {"x": 1},
       "groepen": [{"id": "\(one)", "groep": "\(two)", "leerjaar": 6, "van": "2026-08-01"}]}
      """
    #expect(try found(json, in: PupilFields.self) == [])
  }

  @Test("an empty file lacks what is needed and nothing else")
  func empty() throws {
    #expect(
      try found("{}", in: PupilFields.self) == [
        "Roepnaam: Dit is nog leeg, en het is nodig.", "Achternaam: Dit is nog leeg, en het is nodig.",
        "Geboortedatum: Dit is nog leeg, en het is nodig.",
      ])
    #expect(try found("{}", in: FamilyFields.self) == [])
    #expect(try found("[]", in: FamilyFields.self) == [": Het bestand is geen tabblad van een dossier."])
  }

  @Test(
    "a value that is none of its kind is named with its place",
    arguments: [
      (#""geboortedatum": "2016-02-30""#, "Geboortedatum: \"2016-02-30\" is geen datum."),
      (#""geboortedatum": 20160203"#, "Geboortedatum: Hier hoort een datum als tekst te staan."),
      (#""thuistaal": true"#, "Taal thuis: Hier hoort tekst te staan."),
      (
        #""eigenLeerlijn": "misschien""#,
        "Eigen leerlijn: \"misschien\" kent deze versie van Passend niet. Het blijft bewaard."
      ),
      (#""eigenLeerlijn": true"#, "Eigen leerlijn: Hier hoort een woord uit de lijst te staan."),
      (#""broersZussen": "x""#, "Broers en zussen op school: Hier hoort een lijst te staan."),
      (#""broersZussen": ["x"]"#, "Broers en zussen op school: \"x\" is geen kenmerk (id)."),
      (#""groepen": {}"#, "Groep en leerjaar: Hier hoort een lijst te staan."),
      (#""groepen": [7]"#, "Groep en leerjaar 1: Hier hoort een onderdeel met velden te staan."),
      (
        #""BSN": "123456782""#,
        "BSN: Dit lijkt een BSN of ander persoonsnummer. Dat mag Passend niet bewaren: haal het weg."
      ),
    ])
  func wrongKinds(member: String, finding: String) throws {
    let birthDate = member.contains("geboortedatum") ? "" : #""geboortedatum": "2016-03-14", "#
    let json = #"{"roepnaam": "Noor", "achternaam": "Vries", "# + birthDate + member + "}"
    #expect(try found(json, in: PupilFields.self) == [finding])
  }

  @Test("a record in a list has an id of its own, and numbers within bounds")
  func records() throws {
    let placement = #""groep": "\#(two)", "van": "2026-08-01", "tot": "2026-08-31""#
    let json = """
      {"roepnaam": "Noor", "achternaam": "Vries", "geboortedatum": "2016-03-14", "groepen": [
        {"id": "\(one)", \(placement), "leerjaar": 9}, {"id": "\(one)", \(placement), "leerjaar": 0},
        {\(placement), "leerjaar": 8}]}
      """
    let texts = try found(json, in: PupilFields.self)
    #expect(texts.contains("Groep en leerjaar 1 › Leerjaar: 9 kan niet: het moet van 1 tot en met 8 zijn."))
    #expect(texts.contains("Groep en leerjaar 2 › Leerjaar: 0 kan niet: het moet van 1 tot en met 8 zijn."))
    #expect(texts.contains("Groep en leerjaar 2: Een ander onderdeel heeft hetzelfde kenmerk (id)."))
    #expect(texts.contains("Groep en leerjaar 3: Dit onderdeel heeft geen geldig kenmerk (id)."))
    #expect(texts.count == 6, "the three also count for the same days: \(texts)")
  }

  @Test("two levels that count for the same day are told, also where both are open; neighbours are not")
  func overlaps() throws {
    func levels(_ first: String, _ second: String) throws -> [String] {
      try found(
        """
        {"roepnaam": "Noor", "achternaam": "Vries", "geboortedatum": "2016-03-14", "ondersteuningsniveaus": [
          {"id": "\(one)", "niveau": "basis", \(first)}, {"id": "\(two)", "niveau": "extraBinnenSop", \(second)}]}
        """, in: PupilFields.self)
    }
    let text =
      "Ondersteuningsniveau 2: Op di 1 sep 2026 geldt ook een ander onderdeel uit deze lijst. Sluit een van de twee af."
    #expect(try levels(#""van": "2026-01-01""#, #""van": "2026-09-01""#) == [text])
    #expect(try levels(#""van": "2026-01-01", "tot": "2026-09-01""#, #""van": "2026-09-01""#) == [text])
    #expect(try levels(#""van": "2026-01-01", "tot": "2026-08-31""#, #""van": "2026-09-01""#) == [])
    // The order in the file does not matter; what was withdrawn does not count.
    #expect(try levels(#""van": "2026-09-01""#, #""van": "2026-01-01", "tot": "2026-08-31""#) == [])
    let withdrawn = #""ingetrokken": {"reden": "fout", "door": "anouk", "op": "2026-09-02T08:00:00Z"}"#
    #expect(try levels(#""van": "2026-01-01", \#(withdrawn)"#, #""van": "2026-09-01""#) == [])
  }

  @Test("taking back needs a reason, and hides what else was wrong")
  func withdrawals() throws {
    func guardian(_ withdrawal: String) throws -> [String] {
      try found(#"{"ouders": [{"id": "\#(one)", "naam": 5, "ingetrokken": \#(withdrawal)}]}"#, in: FamilyFields.self)
    }
    #expect(try guardian(#"{"reden": "dubbel", "door": "anouk", "op": "2026-09-02T08:00:00Z"}"#) == [])
    #expect(
      try guardian(#"{"door": "anouk", "op": "2026-09-02T08:00:00Z"}"#) == [
        "Ouders en verzorgers 1 › Reden: Dit is nog leeg, en het is nodig."
      ])
    #expect(
      try guardian("true") == ["Ouders en verzorgers 1: Hier hoort een intrekking met reden te staan."])
  }

  @Test("an end before its beginning and a step before the step that it follows")
  func order() throws {
    let custody = """
      {"ouders": [{"id": "\(one)", "naam": "K. de Vries", "soort": "ouder", "gezag": [
        {"id": "\(two)", "gezag": "ja", "van": "2026-05-02", "tot": "2026-05-01"}]}]}
      """
    #expect(
      try found(custody, in: FamilyFields.self) == [
        "Ouders en verzorgers 1 › Gezag 1 › Tot en met: Deze dag ligt vóór \"Vanaf\"."
      ])
    let version = """
      {"versies": [{"id": "\(one)", "opgesteldOp": "2026-02-01", "aangebodenOp": "2026-02-01",
        "vastgesteldOp": "2026-01-31"}]}
      """
    #expect(
      try found(version, in: PlanFields.self) == [
        "Versies 1 › Vastgesteld op: Deze dag ligt vóór \"Aangeboden aan ouders op\".",
        "Versies 1 › Vastgesteld op: Deze dag ligt vóór \"Opgesteld op\".",
      ])
  }

  @Test("a guardian who is not on record, where it is known who are")
  func references() throws {
    let json = """
      {"versies": [{"id": "\(one)", "opgesteldOp": "2026-02-01", "ouders": [
        {"id": "\(two)", "ouder": "000000000000000000000000000000aa"}]}]}
      """
    #expect(try found(json, in: PlanFields.self) == [])
    let known = KnownIDs([.guardian: [id(0xAA)]])
    #expect(try found(json, in: PlanFields.self, known: known) == [])
    let unknown = KnownIDs([.guardian: [id(0xBB)]])
    #expect(
      try found(json, in: PlanFields.self, known: unknown) == [
        "Versies 1 › Instemming per ouder 1 › Ouder: Dit verwijst naar een ouder die niet bekend is."
      ])
  }

  @Test("an agreement that does not say to which text is told and blocks nothing")
  func agreement() throws {
    let json = """
      {"versies": [{"id": "\(one)", "opgesteldOp": "2026-02-01", "ouders": [
        {"id": "\(two)", "ouder": "\(one)", "instemming": "ja", "instemmingOp": "2026-02-02"}]}]}
      """
    let findings = try SectionFinding.all(in: Tree(json: json), for: PlanFields.self)
    #expect(findings.map(\.kind) == [.agreementWithoutText])
    #expect(findings.allSatisfy { !$0.isBlocking })
  }

  @Test("a null is as empty as a member that is not there")
  func null() throws {
    #expect(try found(#"{"bijzonderheden": null}"#, in: FamilyFields.self) == [])
  }
}

@Suite("What cannot be right in a dossier")
struct DossierFindingsTests {
  private func dossier(family: Tree?, plan: Tree) -> Dossier {
    var dossier = Dossier(id: id(1))
    if let family { dossier[.family] = .value(family) } else { dossier[.family] = .notReadable }
    dossier[.plan] = .value(plan)
    return dossier
  }

  private var plan: Tree {
    get throws {
      try Tree(
        json: """
          {"sectie": "opp", "versie": "1.0", "versies": [{"id": "\(one)", "opgesteldOp": "2026-02-01", "ouders": [
            {"id": "\(two)", "ouder": "000000000000000000000000000000aa"}]}]}
          """)
    }
  }

  @Test("guardians are looked for in the tab Gezin, and only where that can be read")
  func guardians() throws {
    let family = try Tree(
      json: #"{"ouders": [{"id": "000000000000000000000000000000aa", "naam": "K.", "soort": "ouder"}]}"#)
    #expect(dossier(family: family, plan: try plan).findings().isEmpty)
    #expect(dossier(family: nil, plan: try plan).findings().isEmpty)
    #expect(dossier(family: .object([:]), plan: try plan).findings()[.plan]?.count == 1)
  }

  @Test("a tab of a newer major version is left alone")
  func newer() throws {
    var tree = try plan
    if var members = tree.members {
      members["versie"] = .string("2.0")
      tree = .object(members)
    }
    #expect(dossier(family: .object([:]), plan: tree).findings().isEmpty)
  }
}

@Suite("The header of a file")
struct SectionFormatTests {
  @Test(
    "the version tells whether a file can be read and written",
    arguments: [
      (#"{"sectie": "opp", "versie": "1.0"}"#, .current), (#"{"sectie": "opp", "versie": "1.1"}"#, .newerMinor),
      (#"{"sectie": "opp", "versie": "1.10"}"#, .newerMinor), (#"{"sectie": "opp", "versie": "2.0"}"#, .newerMajor),
      (#"{"sectie": "opp", "versie": "0.9"}"#, .unknown), (#"{"sectie": "gezin", "versie": "1.0"}"#, .unknown),
      (#"{"sectie": "opp"}"#, .unknown), (#"{"sectie": "opp", "versie": 1.0}"#, .unknown),
      (#"{"sectie": "opp", "versie": "1"}"#, .unknown), (#"{"sectie": "opp", "versie": "1.0.0"}"#, .unknown),
      (#"{"sectie": "opp", "versie": "+1.0"}"#, .unknown), (#"{"sectie": "opp", "versie": "01.0"}"#, .unknown),
      (#"{"sectie": "opp", "versie": "1.00"}"#, .unknown), ("{}", .unknown), ("[]", .unknown),
    ] as [(String, SectionFormat.Reading)])
  func check(json: String, reading: SectionFormat.Reading) throws {
    #expect(try SectionFormat.check(Tree(json: json), holds: "opp") == reading)
  }

  @Test("a stamp names kind and version, and keeps a newer minor one")
  func stamp() throws {
    let plain = SectionFormat.stamped([:], as: "opp")
    #expect(Tree.object(plain).json == #"{"sectie":"opp","versie":"1.0"}"#)
    let newer = SectionFormat.stamped(["versie": .string("1.3"), "x": .bool(true)], as: "opp")
    #expect(Tree.object(newer).json == #"{"sectie":"opp","versie":"1.3","x":true}"#)
  }
}
