extension ImportReport {
  /// The report for people: what it is about, the counts, then each line; a trial run says that nothing is saved yet.
  public func lines(isTrial: Bool) -> [String] {
    let heading = isTrial ? "Proefimport: er is nog niets opgeslagen." : "Import gedaan."
    let about = "EDEXML van schooljaar \(schoolYear), stand van \(asOf.dutch(.long))."
    return [heading, about] + counts + details
  }

  /// One line each for pupils, groups, staff and assignments, and what never comes in.
  public var counts: [String] {
    let kinds = [
      ("Leerlingen", pupils), ("Groepen", groups), ("Medewerkers", staff), ("Inzet bij groepen", assignments),
    ]
    let counted = kinds.map { "\($0): \($1.counted)." }
    let notTaken = DroppedKind.allCases.compactMap { kind in dropped[kind].map(kind.sentence(count:)) }
    return counted + notTaken
  }

  /// Whether anything at all would be saved.
  public var changesAnything: Bool {
    !school.isEmpty || [groups, pupils, staff, assignments].joined().contains { $0.outcome.isChange }
  }

  private var details: [String] {
    let own = school.isEmpty ? [] : ["School"] + school.map { "  \($0.text)" }
    let warnings = findings.isEmpty ? [] : ["Let op"] + findings.map { "  \($0.text)" }
    return warnings + own + listed("Leerlingen", pupils) + listed("Groepen", groups)
      + listed("Medewerkers", staff) + listed("Inzet bij groepen", assignments)
  }

  /// The lines of one kind under a head for each outcome; what stays as it is was counted and is not listed.
  private func listed(_ title: String, _ lines: [ImportLine]) -> [String] {
    ImportOutcome.Kind.allCases.flatMap { kind -> [String] in
      let ofKind = lines.filter { $0.outcome.kind == kind }
      guard kind != .unchanged, !ofKind.isEmpty else { return [] }
      return ["\(title), \(kind.rawValue)"] + ofKind.map { "  \($0.text)" }
    }
  }
}

extension ImportOutcome {
  /// The outcome without its particulars; the raw value is its name on the screen.
  public enum Kind: String, CaseIterable, Sendable {
    case added = "erbij"
    case changed = "gewijzigd"
    case left = "vertrokken"
    case leftOut = "niet overgenomen"
    case notInFile = "niet meer in het bestand"
    case unchanged = "ongewijzigd"
  }

  public var kind: Kind {
    switch self {
    case .added: .added
    case .changed: .changed
    case .left: .left
    case .unchanged: .unchanged
    case .leftOut: .leftOut
    case .notInFile: .notInFile
    }
  }

  /// Whether something is saved because of it.
  public var isChange: Bool {
    switch self {
    case .added, .changed, .left: true
    case .unchanged, .leftOut, .notInFile: false
    }
  }
}

extension [ImportLine] {
  /// `3 erbij, 1 gewijzigd`.
  fileprivate var counted: String {
    let parts = ImportOutcome.Kind.allCases.compactMap { kind -> String? in
      let count = count { $0.outcome.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return parts.isEmpty ? "geen" : parts.joined(separator: ", ")
  }
}

extension ImportLine {
  /// The line without its outcome's name, which stands above it.
  public var text: String {
    let place = line.map { " (regel \($0))" } ?? ""
    switch outcome {
    case .added(let changes):
      let shown = changes.filter { !$0.isKey }
      return shown.isEmpty ? name : "\(name): \(shown.map(\.text).joined(separator: "; "))"
    case .changed(let changes), .left(let changes):
      return "\(name): \(changes.map(\.text).joined(separator: "; "))"
    case .unchanged: return name
    case .leftOut(let reason): return "\(name)\(place): \(reason.text)"
    case .notInFile: return "\(name): blijft zoals het is; leg een vertrek zelf vast met de datum."
    }
  }
}

extension FieldChange {
  /// `Achternaam Bakker → Bakker-Smit`, or `Achternaam Bakker` for a field that was empty.
  public var text: String {
    if old.isEmpty { return "\(label) \(new)" }
    return new.isEmpty ? "\(label) \(old) → leeg" : "\(label) \(old) → \(new)"
  }

  /// Whether it is a key of the administration, which says nothing to people.
  fileprivate var isKey: Bool {
    label == PupilFields.declared.administrationKey.label || label == SchoolGroupFields.declared.externalKey.label
  }
}

extension LeftOutReason {
  /// The reason as the end of a line.
  public var text: String {
    switch self {
    case .alreadyLeft(let date?): "vertrokken op \(date.dutch(.long)) en in Passend niet bekend."
    case .alreadyLeft(nil): "vertrokken en in Passend niet bekend."
    case .tooYoung: "nog geen leerling van de basisschool (peuter)."
    case .secondaryEducation: "leerling van het voortgezet onderwijs."
    case .otherEducation: "volgt geen primair onderwijs."
    case .maybeKnown:
      "heet als iemand die al in Passend staat, en een geboortedatum ontbreekt. Vul die aan en importeer opnieuw."
    case .severalAlike: "meer dan één leerling met deze naam of sleutel. Kijk na wie dit is."
    case .combinedGroup: "samengestelde groep; Passend werkt met de eigen groep van elke leerling."
    case .groupNotOfSchool: "groep van peuters, oud-leerlingen of een andere soort onderwijs."
    case .parentHelper: "ouder, geen medewerker."
    case .supportRole: "helpt in de groep en staat er niet voor."
    }
  }
}
