import Casework

/// What the rules could not judge, as the agenda shows it: one line for each tab that stands in the way.
struct UnjudgedLine: Equatable, Sendable {
  /// Whose tab it is; more than one where a closed tab stands in the way of several.
  let subjects: [Subject]
  let section: SectionName
  let cause: Unjudged.Cause
  /// The rules that could not judge, by their titles in the book.
  let rules: [RuleID]
  let name: String
  let group: String

  /// What stands behind the name.
  var title: String { Texts.Agenda.unjudged(section.title, isDamaged: cause != .notReadable) }
  /// Why, and which rules wait for it.
  var explanation: String {
    Texts.Agenda.unjudgedBecause(
      Unjudged(rule: rules[0], subject: subjects[0], section: section, cause: cause).explanation, rules: rules.count)
  }
  var searchTexts: [String] { [name, group, title] }

  private init(_ found: [Unjudged], _ first: Unjudged, _ caseload: Caseload, on day: CivilDate) {
    subjects = found.map(\.subject).uniqued
    section = first.section
    cause = first.cause
    rules = found.map(\.rule).uniqued
    let called = caseload.name(of: first.subject, on: day)
    name = subjects.count == 1 ? called.name : Texts.Pupils.context(count: subjects.count)
    group = subjects.count == 1 ? called.group : ""
  }

  /// Lines for what was found, in its order: each broken tab for itself, what is closed tab by tab.
  static func lines(of found: [Unjudged], _ caseload: Caseload, on day: CivilDate) -> [UnjudgedLine] {
    var keys: [Key] = []
    var byKey: [Key: [Unjudged]] = [:]
    for one in found where caseload.isHere(one.subject, on: day) {
      let key = Key(one)
      if byKey[key] == nil { keys.append(key) }
      byKey[key, default: []].append(one)
    }
    return keys.compactMap { key in
      byKey[key].flatMap { all in all.first.map { UnjudgedLine(all, $0, caseload, on: day) } }
    }
  }

  private struct Key: Hashable {
    let section: SectionName
    let cause: Unjudged.Cause
    /// Nothing where one line serves all.
    let subject: Subject?

    init(_ one: Unjudged) {
      section = one.section
      cause = one.cause
      subject = one.cause == .notReadable ? nil : one.subject
    }
  }
}

extension Caseload {
  fileprivate func isHere(_ subject: Subject, on day: CivilDate) -> Bool {
    guard case .pupil(let pupil) = subject else { return true }
    return dossiers[pupil]?.pupil.record?.isHere(on: day) ?? true
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
