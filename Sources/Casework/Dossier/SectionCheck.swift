/// What ids stand for something, by what they point to; a kind that is left out is not checked.
public struct KnownIDs: Sendable {
  private let sets: [ReferenceKind: Set<RecordID>]

  public init(_ sets: [ReferenceKind: Set<RecordID>] = [:]) {
    self.sets = sets
  }

  func lacks(_ id: RecordID, of kind: ReferenceKind) -> Bool {
    sets[kind].map { !$0.contains(id) } ?? false
  }
}

extension SectionFinding {
  /// Everything in a file that cannot be right, in the order of its fields.
  ///
  /// Withdrawn records count as known but are not looked into: what is taken back may be wrong.
  public static func all(
    in tree: Tree, for fields: any RecordFields.Type, known: KnownIDs = KnownIDs()
  ) -> [SectionFinding] {
    guard let members = tree.members else { return [SectionFinding(kind: .noObject, path: [])] }
    var check = SectionCheck(known: known)
    check.record(members, fields)
    return check.findings
  }
}

/// Walks over a tree along the declarations of its fields.
private struct SectionCheck {
  let known: KnownIDs
  var findings: [SectionFinding] = []
  private var path: [SectionFinding.Step] = []
  /// The declared fields by kind of record: finding them is too slow to do for each record anew.
  private var declared: [ObjectIdentifier: [AnyField]] = [:]

  init(known: KnownIDs) {
    self.known = known
  }

  mutating func record(_ members: Members, _ kind: any RecordFields.Type) {
    let fields = fields(of: kind)
    for field in fields {
      within(field, members[field.key]) { check, value in check.field(field, value) }
    }
    order(members, fields, kind)
    personalNumbers(members)
    if kind == PlanAgreementFields.self || kind == EvaluationAttendanceFields.self { agreement(members) }
  }

  private mutating func fields(of kind: any RecordFields.Type) -> [AnyField] {
    let type = ObjectIdentifier(kind)
    if let fields = declared[type] { return fields }
    let fields = kind.all
    declared[type] = fields
    return fields
  }

  private mutating func within(
    _ field: AnyField, _ value: Tree?, number: Int? = nil, record: RecordID? = nil,
    _ body: (inout SectionCheck, Tree?) -> Void
  ) {
    path.append(.init(key: field.key, label: field.label, number: number, record: record))
    body(&self, value)
    path.removeLast()
  }

  private mutating func found(_ kind: SectionFinding.Kind) {
    findings.append(SectionFinding(kind: kind, path: path))
  }

  private mutating func field(_ field: AnyField, _ value: Tree?) {
    guard let value, value != .null else {
      if field.traits.contains(.required) { found(.missing) }
      return
    }
    if field.traits.contains(.required), value == .string("") || value == .array([]) { return found(.missing) }
    if field.holdsRecords, case .list(.record(let kind)) = field.shape { return list(value, field, kind) }
    self.value(value, field.shape, field)
  }
}

// MARK: - Single values

extension SectionCheck {
  private mutating func value(_ tree: Tree, _ shape: FieldShape, _ field: AnyField) {
    switch shape {
    case .text: if tree.text == nil { found(.wrongKind(expected: "tekst")) }
    case .date: text(tree, "datum") { CivilDate(iso: $0) != nil }
    case .moment: text(tree, "tijdstip") { Moment(iso: $0) != nil }
    case .clock: text(tree, "tijd") { ClockTime($0) != nil }
    case .schoolYear: text(tree, "schooljaar") { SchoolYear($0) != nil }
    case .number: number(tree, in: Self.ranges[field.key])
    case .minutes: number(tree, in: 0...60_000)
    case .yesNo: if tree.bool == nil { found(.wrongKind(expected: "ja of nee (true of false)")) }
    case .choice(let options):
      guard let word = tree.text else { return found(.wrongKind(expected: "een woord uit de lijst")) }
      if !options.contains(where: { $0.word == word }) { found(.unknownWord(word)) }
    case .reference(let kind): reference(tree, kind)
    case .record(let kind):
      guard let members = tree.members else { return found(.wrongKind(expected: "een onderdeel met velden")) }
      record(members, kind)
    case .list(let element):
      guard let elements = tree.elements else { return found(.wrongKind(expected: "een lijst")) }
      for one in elements { value(one, element, field) }
    }
  }

  private mutating func text(_ tree: Tree, _ what: String, isOne: (String) -> Bool) {
    guard let text = tree.text else { return found(.wrongKind(expected: "een \(what) als tekst")) }
    if !isOne(text) { found(.noSuch(what: what, text: text)) }
  }

  private mutating func number(_ tree: Tree, in range: ClosedRange<Int>?) {
    guard let number = tree.integer else { return found(.wrongKind(expected: "een heel getal")) }
    if let range, !range.contains(number) { found(.outOfRange(number, range)) }
  }

  private mutating func reference(_ tree: Tree, _ kind: ReferenceKind) {
    guard let text = tree.text else { return found(.wrongKind(expected: "een kenmerk (id)")) }
    guard let id = RecordID(text) else { return found(.noSuch(what: "kenmerk (id)", text: text)) }
    if known.lacks(id, of: kind) { found(.unknownReference(kind)) }
  }

  /// Numbers that have bounds wherever they stand.
  private static let ranges: [String: ClosedRange<Int>] = [
    "leerjaar": 1...8, "leerjaren": 1...8, "verlengingWeken": 0...52, "iq": 20...200, "dle": 0...80, "dl": 0...80,
    "bedrag": 0...10_000_000,
  ]
}

// MARK: - Lists of records

extension SectionCheck {
  private mutating func list(_ tree: Tree, _ field: AnyField, _ kind: any RecordFields.Type) {
    guard let elements = tree.elements else { return found(.wrongKind(expected: "een lijst")) }
    var seen: Set<RecordID> = []
    for (index, element) in elements.enumerated() {
      // The field's own step makes place for one that names the record too.
      let own = path.removeLast()
      let id = element[RecordKey.id]?.text.flatMap { RecordID($0) }
      within(field, element, number: index + 1, record: id) { check, element in
        guard let members = element?.members else {
          return check.found(.wrongKind(expected: "een onderdeel met velden"))
        }
        if let id { if !seen.insert(id).inserted { check.found(.sameID) } } else { check.found(.noID) }
        if members[RecordKey.withdrawal] == nil { check.record(members, kind) } else { check.withdrawal(members) }
      }
      path.append(own)
    }
    if let edges = Self.successions[kind.name] { overlaps(elements, field, edges) }
  }

  private mutating func withdrawal(_ members: Members) {
    guard let withdrawal = members[RecordKey.withdrawal]?.members else {
      return found(.wrongKind(expected: "een intrekking met reden"))
    }
    record(withdrawal, WithdrawalFields.self)
  }

  /// Kinds of record of which only one can count on a day, and the keys of their first and last day.
  private static let successions: [String: (from: String, until: String)] = [
    PlacementFields.name: ("van", "tot"), SupportPeriodFields.name: ("van", "tot"),
    EnrolmentFields.name: ("van", "tot"), CustodyFields.name: ("van", "tot"),
  ]

  private mutating func overlaps(_ elements: [Tree], _ field: AnyField, _ edges: (from: String, until: String)) {
    let standing = elements.enumerated()
      .filter { $0.element.members != nil && $0.element[RecordKey.withdrawal] == nil }
      .map { index, element in
        (
          number: index + 1, tree: element, from: day(element, edges.from) ?? .distantPast,
          until: day(element, edges.until)
        )
      }
      .sorted { ($0.from, $0.number) < ($1.from, $1.number) }
    for (first, second) in zip(standing, standing.dropFirst()) {
      guard first.until.map({ second.from <= $0 }) ?? true else { continue }
      let own = path.removeLast()
      let id = second.tree[RecordKey.id]?.text.flatMap { RecordID($0) }
      within(field, second.tree, number: second.number, record: id) { check, _ in check.found(.overlap(second.from)) }
      path.append(own)
    }
  }

  private func day(_ tree: Tree, _ key: String) -> CivilDate? {
    tree[key].flatMap { CivilDate(tree: $0) }
  }
}

// MARK: - Fields against each other

extension SectionCheck {
  /// Ends before their beginnings, and steps before the step that they follow.
  private mutating func order(_ members: Members, _ fields: [AnyField], _ kind: any RecordFields.Type) {
    var pairs = Self.sequences[kind.name] ?? []
    for field in fields where field.key == "tot" || field.key.hasSuffix("Tot") {
      let start = field.key == "tot" ? "van" : String(field.key.dropLast(3)) + "Van"
      if fields.contains(where: { $0.key == start }) { pairs.append((start, field.key)) }
    }
    for (earlier, later) in pairs {
      guard let first = fields.first(where: { $0.key == earlier }), let last = fields.first(where: { $0.key == later }),
        isBefore(members[later], members[earlier])
      else { continue }
      within(last, nil) { check, _ in check.found(.before(label: first.label)) }
    }
  }

  private func isBefore(_ later: Tree?, _ earlier: Tree?) -> Bool {
    guard let later, let earlier else { return false }
    if let first = CivilDate(tree: earlier), let last = CivilDate(tree: later) { return last < first }
    if let first = ClockTime(tree: earlier), let last = ClockTime(tree: later) { return last < first }
    return false
  }

  /// Days that follow each other, by kind of record.
  private static let sequences: [String: [(String, String)]] = [
    ApplicationFields.name: [("ontvangenOp", "besluitOp"), ("bezwaarOntvangenOp", "bezwaarBeslistOp")],
    DataRequestFields.name: [("gevraagdOp", "binnenOp"), ("gevraagdOp", "verlopenOp"), ("gevraagdOp", "uiterlijk")],
    PlanVersionFields.name: [
      ("opgesteldOp", "aangebodenOp"), ("aangebodenOp", "vastgesteldOp"), ("opgesteldOp", "vastgesteldOp"),
      ("vastgesteldOp", "geldtVanaf"), ("vastgesteldOp", "afgeslotenOp"),
    ],
    ConsentRecordFields.name: [("gegevenOp", "ingetrokkenOp")],
    AccessRequestFields.name: [("ontvangenOp", "gegevenOp"), ("ontvangenOp", "geweigerdOp")],
    PlacementApplicationFields.name: [("aangevraagdOp", "besluitOp"), ("besluitOp", "bekendgemaaktOp")],
    ClusterRequestFields.name: [("aangevraagdOp", "besluitOp")],
    DisputeFields.name: [("ingediendOp", "adviesOp")],
  ]

  private mutating func personalNumbers(_ members: Members) {
    for key in members.keys where Self.personalNumberKeys.contains(key.lowercased()) {
      path.append(.init(key: key, label: key, number: nil, record: nil))
      found(.personalNumber)
      path.removeLast()
    }
  }

  private static let personalNumberKeys: Set<String> = [
    "bsn", "pgn", "burgerservicenummer", "sofinummer", "onderwijsnummer", "persoonsgebondennummer",
  ]

  private mutating func agreement(_ members: Members) {
    let fields = PlanAgreementFields.declared
    guard members[fields.answer.key] == .string(AgreementAnswer.agreed.rawValue),
      (members[fields.textHash.key]?.text ?? "").isEmpty
    else { return }
    path.append(.init(key: fields.answer.key, label: fields.answer.label, number: nil, record: nil))
    found(.agreementWithoutText)
    path.removeLast()
  }
}
