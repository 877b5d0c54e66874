/// A number that the school chose instead of the rule book's, or its going back to that one.
public struct OwnNorm: Equatable, Sendable {
  public let name: String
  /// Nothing where the rule book's number counts again.
  public let value: Int?
  /// The first day of the facts that it counts for; nothing where it counts for all.
  public let from: CivilDate?

  public init(_ name: String, _ value: Int?, from: CivilDate? = nil) {
    self.name = name
    self.value = value
    self.from = from
  }
}

extension School {
  /// The numbers that the school set itself, the one that counts last at the end.
  ///
  /// Order in the file means nothing: the day from which one counts decides, then the moment at which it was set.
  /// Where what should be that day is none, the record does not count: without a day it would move every term there was.
  public var ownNorms: [OwnNorm] {
    record.ownNorms.filter { $0.slipOfDay == nil }.sorted { $0.order < $1.order }.compactMap { record in
      record.norm.map { OwnNorm($0, record.value, from: record.from) }
    }
  }
}

extension Record<OwnNormFields> {
  /// What decides which of two numbers counts: the greater one does.
  public var order: (day: CivilDate, made: Int64, id: String) {
    (self.from ?? .distantPast, madeAt?.seconds ?? .min, id?.description ?? "")
  }

  /// What stands in the file where the first day should, as it stands there, and is no day.
  fileprivate var slipOfDay: String? {
    guard let written = members[OwnNormFields.declared.from.key], written != .null, self.from == nil else { return nil }
    return String(decoding: written.encodedCompact(), as: UTF8.self)
  }
}

extension RuleBook {
  /// The defaults, with the school's own numbers over them where these lie within their bounds.
  ///
  /// A number counts for the facts from the day on which the school set it, so that what was asked before stays as it was.
  public func norms(setBySchool own: [OwnNorm] = [], asOf day: CivilDate? = nil) -> Norms {
    var spans: [String: [Norms.Span]] = [:]
    let chosen = Dictionary(grouping: own, by: \.name)
    func add(_ norms: [Norm], from: CivilDate? = nil, until: CivilDate? = nil) {
      for norm in norms {
        spans[norm.name, default: []].append(Norms.Span(from: from, until: until, value: norm.value))
        guard !norm.isStatutory else { continue }
        for own in chosen[norm.name] ?? [] {
          if let until, let day = own.from, day > until { continue }
          let begin = [own.from, from].compactMap(\.self).max()
          spans[norm.name, default: []].append(
            Norms.Span(from: begin, until: until, value: norm.accepted(own.value) ?? norm.value))
        }
      }
    }
    for entry in entries.values.joined() { add(entry.norms, from: entry.validFrom, until: entry.validUntil) }
    add(sharedNorms)
    return Norms(spans: spans, asOf: day)
  }

  /// Every number of the newest law, each with the rules that count with it: the school's before statute's, by name.
  public var numbers: [NormInUse] {
    var found: [String: NormInUse] = [:]
    for norm in sharedNorms { found[norm.name] = NormInUse(norm: norm, rules: [], sources: []) }
    for entry in ids.compactMap({ self[$0] }) {
      for norm in entry.norms {
        found[norm.name] = NormInUse(norm: norm, rules: [entry.id] + norm.alsoUsedBy, sources: entry.sources)
      }
    }
    return found.values.sorted {
      ($0.norm.isStatutory ? 1 : 0, $0.norm.name) < ($1.norm.isStatutory ? 1 : 0, $1.norm.name)
    }
  }
}

/// A number with what counts with it and where it comes from.
public struct NormInUse: Equatable, Sendable {
  public let norm: Norm
  /// None where it is of the program as a whole.
  public let rules: [RuleID]
  public let sources: [Source]
}

extension Norm {
  /// The number where a school may choose it.
  func accepted(_ value: Int?) -> Int? {
    value.flatMap { !isStatutory && bounds.contains($0) ? $0 : nil }
  }
}

/// A number in school.json that does not count, so that the rule book's counts instead.
public struct NormFinding: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case noList
    /// Nothing that names a number.
    case noName
    /// The rule book has no such number.
    case unknown
    case statutory(Int)
    case outOfBounds(Int, ClosedRange<Int>)
    /// As it stands in the file.
    case noNumber(String)
    case noDay(String)
  }

  public let name: String
  public let kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What is the matter and what counts instead, in Dutch.
  public var text: String {
    switch kind {
    case .noList: "De eigen normen in school.json zijn geen lijst. De standaard telt."
    case .noName: "Een eigen norm in school.json zegt niet om welk getal het gaat. Hij telt niet."
    case .unknown: "Eigen norm \"\(name)\" bestaat niet in deze versie van Passend. Hij telt niet."
    case .statutory(let value):
      "Norm \"\(name)\" staat op \(value), maar ligt vast in de wet. Het getal van de wet telt."
    case .outOfBounds(let value, let range):
      "Norm \"\(name)\" staat op \(value), maar moet van \(range.lowerBound) tot en met \(range.upperBound) zijn. De standaard telt."
    case .noNumber(let written): "Norm \"\(name)\" staat op \(written): dat is geen heel getal. De standaard telt."
    case .noDay(let written):
      "Norm \"\(name)\" geldt vanaf \(written): dat is geen dag. Hij telt niet; zonder andere keuze telt de standaard."
    }
  }
}

extension RuleBook {
  /// The school's own numbers that do not count as they stand, in the order of the file.
  public func findings(in school: Record<SchoolFields>) -> [NormFinding] {
    guard let list = school.members[SchoolFields.declared.ownNorms.key], list != .null else { return [] }
    guard let elements = list.elements else { return [NormFinding(name: "", kind: .noList)] }
    let known = Dictionary(numbers.map { ($0.norm.name, $0.norm) }, uniquingKeysWith: { first, _ in first })
    return elements.flatMap { element in
      let record = Record<OwnNormFields>(tree: element)
      if record?.withdrawal != nil { return [NormFinding]() }
      guard let record, let name = record.norm else { return [NormFinding(name: "", kind: .noName)] }
      guard let norm = known[name] else { return [NormFinding(name: name, kind: .unknown)] }
      return Self.kinds(record, norm).map { NormFinding(name: name, kind: $0) }
    }
  }

  private static func kinds(_ record: Record<OwnNormFields>, _ norm: Norm) -> [NormFinding.Kind] {
    let fields = OwnNormFields.declared
    var kinds: [NormFinding.Kind] = []
    if let written = record.slipOfDay { kinds.append(.noDay(written)) }
    if let value = record.value {
      if norm.isStatutory { return kinds + [.statutory(value)] }
      return norm.bounds.contains(value) ? kinds : kinds + [.outOfBounds(value, norm.bounds)]
    }
    guard let written = record.members[fields.value.key], written != .null else { return kinds }
    return kinds + [.noNumber(String(decoding: written.encodedCompact(), as: UTF8.self))]
  }
}
