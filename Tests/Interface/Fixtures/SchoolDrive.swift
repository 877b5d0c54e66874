import Casework
import Support

@testable import Interface

/// A rule that asks something of every pupil on the first day of teaching in December.
enum TeachingDayRule {
  static let engine = RuleEngine(book: RuleBook([entry]), rules: [rule])

  private static let rule = Rule(
    "proef.lesdag", reads: [.pupil],
    judge: .pupil { dossier, scope in
      let due = scope.calendar.teachingDays(from: day("2026-12-01"), through: day("2026-12-31")).first
      return [
        Episode(
          id: Episode.ID(rule: "proef.lesdag", subject: .pupil(dossier.id)), visibleFrom: day("2026-11-01"), due: due,
          proof: [], act: Act(.pupil))
      ]
    })

  private static let entry = RuleEntry(
    id: "proef.lesdag", force: .norm, validFrom: nil, validUntil: nil, audience: [.careCoordinator],
    title: "Eerste lesdag van december", explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "",
    stories: [])
}

extension Drive {
  /// The intern begeleider at a school with other rules.
  init(on size: Size, isASCII: Bool = false, asking engine: RuleEngine) {
    self.init(atTheDoor: size, isASCII: isASCII, engine: engine)
    var opened = vault.opened(TestSchool.ib)
    let scope = engine.scope(of: opened.caseload.school, until: RuleScope.horizon(from: TestSchool.today))
    opened.judgement = engine.judge(opened.caseload.dossiers.values, in: scope)
    send(.schoolOpened(opened))
    press(.function(2))
  }

  /// Fills in a study day, without saving it.
  mutating func addStudyDay(_ typed: String) {
    press(.function(6))
    type("6n")
    press(.enter)
    type(typed)
  }

  /// The record with this id of the school's own file or its calendar, as it was saved.
  func saved(_ place: Place, _ list: String) -> [Members] {
    (vault.files[place]?.tree[list]?.elements ?? []).compactMap(\.members)
  }
}
