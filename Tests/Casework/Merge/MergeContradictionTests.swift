import Casework
import Support
import Testing

@Suite("Merging what is wrong together")
struct MergeContradictionTests {
  private let levels = PupilFields.declared.supportLevels.key

  private func pupil(_ periods: String..., rest: String = "") throws -> Tree {
    try Tree(json: #"{"\#(levels)":[\#(periods.joined(separator: ","))]\#(rest)}"#)
  }

  private func period(_ number: UInt64, _ from: String, _ until: String? = nil) -> String {
    let end = until.map { #","tot":"\#($0)""# } ?? ""
    return #"{"id":"\#(idText(number))","niveau":"basis","van":"\#(from)"\#(end)}"#
  }

  @Test("two levels of support for one day are a conflict, though each was added by itself")
  func overlap() throws {
    let old = period(1, "2025-09-01", "2026-08-31")
    let base = try pupil(old)
    let mine = try pupil(old, period(2, "2026-09-01"), rest: #","roepnaam":"Noor""#)
    let theirs = try pupil(old, period(3, "2026-10-01"))
    let outcome = merge(base: base, mine: mine, theirs: theirs, fields: PupilFields.self)
    let conflict = try #require(outcome.conflicts.first)
    #expect(outcome.conflicts.count == 1)
    guard case .contradiction(let findings) = conflict.reason else {
      Issue.record("\(conflict.reason)")
      return
    }
    #expect(findings.map(\.kind) == [.overlap(try #require(CivilDate(iso: "2026-10-01")))])
    #expect(conflict.parts.map(\.path) == [[levels, idText(2)]])
    // What does not clash is joined.
    #expect(outcome.joined == (try pupil(old, period(3, "2026-10-01"), rest: #","roepnaam":"Noor""#)))
    #expect(outcome.settled([.mine])[levels]?.elements?.count == 3)

    let apart = try pupil(old, period(2, "2026-09-01", "2026-09-30"))
    let joined = merge(base: base, mine: apart, theirs: theirs, fields: PupilFields.self)
    #expect(joined.merged?[levels]?.elements?.count == 3)
  }

  @Test("a day that one moved past a day that the other filled in is a conflict about the record of both")
  func order() throws {
    func file(_ rest: String) throws -> Tree {
      try Tree(json: #"{"versies":[{"id":"\#(idText(1))","opgesteldOp":\#(rest)}]}"#)
    }
    let base = try file(#""2026-09-01""#)
    let mine = try file(#""2026-10-20","meningLeerling":"goed""#)
    let theirs = try file(#""2026-09-01","aangebodenOp":"2026-10-01""#)
    let outcome = merge(base: base, mine: mine, theirs: theirs, fields: PlanFields.self)
    #expect(outcome.conflicts.count == 1)
    #expect(outcome.conflicts.first?.parts.map(\.path.last) == ["meningLeerling", "opgesteldOp"])
    #expect(outcome.joined == theirs)
    #expect(outcome.settled([.theirs]) == theirs)
    #expect(
      outcome.settled([.mine])
        == (try file(#""2026-10-20","aangebodenOp":"2026-10-01","meningLeerling":"goed""#)))
  }

  @Test("what was wrong before is nobody's conflict, even where joining moves the record")
  func oldFaults() throws {
    let wrong = period(1, "2026-09-01", "2026-08-01")
    let outcome = merge(
      base: try pupil(wrong), mine: try pupil(period(2, "2020-01-01", "2020-02-01"), wrong),
      theirs: try pupil(wrong, rest: #","x":1"#), fields: PupilFields.self)
    #expect(outcome.conflicts.isEmpty)
    #expect(outcome.merged?[levels]?.elements?.count == 2)
  }

  @Test("tells of an edit what it changed, and finds it back by its path")
  func tellsChanges() throws {
    let before = try pupil(period(1, "2025-09-01"), rest: #","roepnaam":"a""#)
    let after = try pupil(period(1, "2025-09-02"), period(2, "2026-01-01"), rest: #","x":[1]"#)
    let told = changes(from: before, to: after, fields: PupilFields.self)
    #expect(Set(told.map(\.path)) == [[levels, idText(1), "van"], [levels, idText(2)], ["roepnaam"], ["x"]])
    for change in told {
      #expect(before.value(at: change.path) == change.before)
      #expect(after.value(at: change.path) == change.after)
    }
    #expect(changes(from: after, to: after, fields: PupilFields.self).isEmpty)
  }
}
