import Casework
import Support
import Testing

@Suite("Merging, case by case")
struct MergeTests {
  private func merged(
    _ base: String?, _ mine: String, _ theirs: String, fields: any RecordFields.Type = SampleFields.self
  ) throws -> MergeOutcome {
    merge(
      base: try base.map { try Tree(json: $0) }, mine: try Tree(json: mine), theirs: try Tree(json: theirs),
      fields: fields)
  }

  private func line(_ number: UInt64, _ rest: String = "") -> String { #"{"id":"\#(idText(number))"\#(rest)}"# }

  @Test("joins two fields and tells what came from the other")
  func joinsFields() throws {
    let outcome = try merged(
      #"{"titel":"a","labels":["x"]}"#, #"{"titel":"b","labels":["x"]}"#, #"{"titel":"a","labels":["x","y"]}"#)
    #expect(outcome.merged?.json == #"{"labels":["x","y"],"titel":"b"}"#)
    #expect(
      outcome.taken.map(\.path) == [["labels"]]
        && outcome.taken.map(\.after) == [.array([.string("x"), .string("y")])])
  }

  @Test("gives mine, base and theirs of a field that both changed")
  func namesConflict() throws {
    let outcome = try merged(#"{"titel":"a"}"#, #"{"titel":"b"}"#, #"{"titel":"c"}"#)
    #expect(outcome.merged == nil)
    let conflict = try #require(outcome.conflicts.first)
    #expect(conflict.reason == .sameField)
    #expect(conflict.parts.map(\.path) == [["titel"]])
    #expect(conflict.parts.first?.base == .string("a"))
    #expect(conflict.parts.first?.mine == .string("b"))
    #expect(conflict.parts.first?.theirs == .string("c"))
    #expect(outcome.joined.json == #"{"titel":"c"}"#)
    #expect(outcome.settled([.mine]).json == #"{"titel":"b"}"#)
    #expect(outcome.settled([.base]).json == #"{"titel":"a"}"#)
    #expect(outcome.settled([]).json == #"{"titel":"c"}"#)
  }

  @Test("keeps a period whole: its first day from one and its last day from the other is no period")
  func mergesTogether() throws {
    let outcome = try merged(
      #"{"van":"2026-09-01","tot":"2026-09-05"}"#, #"{"van":"2026-09-03","tot":"2026-09-05"}"#,
      #"{"van":"2026-09-01","tot":"2026-09-02"}"#)
    #expect(outcome.conflicts.map { $0.parts.map(\.path) } == [[["tot"], ["van"]]])
    #expect(outcome.settled([.mine]).json == #"{"tot":"2026-09-05","van":"2026-09-03"}"#)
    #expect(outcome.settled([.theirs]).json == #"{"tot":"2026-09-02","van":"2026-09-01"}"#)
    let oneSide = try merged(#"{"van":"1"}"#, #"{"van":"1","titel":"t"}"#, #"{"van":"2","tot":"3"}"#)
    #expect(oneSide.merged?.json == #"{"titel":"t","tot":"3","van":"2"}"#)
  }

  @Test("a list without ids is one value, a nested record is not")
  func listsAndParts() throws {
    let labels = try merged(#"{"labels":["a"]}"#, #"{"labels":["a","b"]}"#, #"{"labels":["a","c"]}"#)
    #expect(labels.conflicts.map { $0.parts.map(\.path) } == [[["labels"]]])
    let part = try merged(
      #"{"deel":{"eerste":"a","tweede":"a"}}"#, #"{"deel":{"eerste":"b","tweede":"a"}}"#, #"{"deel":{"eerste":"a"}}"#)
    #expect(part.merged?.json == #"{"deel":{"eerste":"b"}}"#)
    #expect(part.taken.map(\.path) == [["deel", "tweede"]])
  }

  @Test("what this version does not know merges as a value, inside known records too")
  func unknownMembers() throws {
    let outcome = try merged(
      #"{"nieuw":{"a":1,"b":1},"regels":[\#(line(1, #","x":1"#))]}"#,
      #"{"nieuw":{"a":2,"b":1},"regels":[\#(line(1, #","x":2"#))],"titel":"t"}"#,
      #"{"nieuw":{"a":1,"b":1},"ouder":[1],"regels":[\#(line(1, #","x":1,"y":5"#))]}"#)
    #expect(
      outcome.merged?.json
        == #"{"nieuw":{"a":2,"b":1},"ouder":[1],"regels":[\#(line(1, #","x":2,"y":5"#))],"titel":"t"}"#)
    let both = try merged(#"{"nieuw":{"a":1,"b":1}}"#, #"{"nieuw":{"a":2,"b":1}}"#, #"{"nieuw":{"a":1,"b":2}}"#)
    #expect(both.conflicts.map { $0.parts.map(\.path) } == [[["nieuw"]]])
  }

  @Test("records go by id: both additions stay, theirs first, and edits of one record join")
  func recordsByID() throws {
    let outcome = try merged(
      #"{"regels":[\#(line(1, #","aantal":1,"tekst":"a""#))]}"#,
      #"{"regels":[\#(line(1, #","aantal":1,"tekst":"b""#)),\#(line(3))]}"#,
      #"{"regels":[\#(line(2)),\#(line(1, #","aantal":2,"tekst":"a""#))]}"#)
    #expect(
      outcome.merged
        == (try Tree(json: #"{"regels":[\#(line(1, #","aantal":2,"tekst":"b""#)),\#(line(2)),\#(line(3))]}"#)))
    #expect(outcome.taken.map(\.path) == [["regels", idText(1), "aantal"], ["regels", idText(2)]])
  }

  @Test("the order of one who only added is kept; order alone is no conflict")
  func orders() throws {
    let moved = try merged(
      #"{"regels":[\#(line(1)),\#(line(2))]}"#, #"{"regels":[\#(line(2)),\#(line(1))],"titel":"t"}"#,
      #"{"regels":[\#(line(1)),\#(line(2, #","tekst":"x""#))]}"#)
    #expect(moved.merged?.json == #"{"regels":[\#(line(2, #","tekst":"x""#)),\#(line(1))],"titel":"t"}"#)
  }

  @Test("two who each made the file join from nothing")
  func fromNothing() throws {
    let outcome = try merged(nil, #"{"titel":"a","regels":[\#(line(1))]}"#, #"{"van":"1","regels":[\#(line(2))]}"#)
    #expect(outcome.merged?.json == #"{"regels":[\#(line(2)),\#(line(1))],"titel":"a","van":"1"}"#)
    #expect(try merged(nil, #"{"titel":"a"}"#, #"{"titel":"b"}"#).conflicts.count == 1)
  }

  @Test("who made a record and when stays one fact")
  func makers() throws {
    let outcome = try merged(
      #"{"regels":[\#(line(1, #","door":"a","op":"1""#))]}"#, #"{"regels":[\#(line(1, #","door":"b","op":"1""#))]}"#,
      #"{"regels":[\#(line(1, #","door":"a","op":"2""#))]}"#)
    #expect(outcome.conflicts.map { $0.parts.map(\.path.last) } == [["door", "op"]])
  }

  @Test("a list whose records lack ids, share one, or are no records is one value")
  func brokenLists() throws {
    for (base, mine, theirs) in [
      (#"[{"tekst":"a"}]"#, #"[{"tekst":"b"}]"#, #"[{"tekst":"c"}]"#),
      ("[\(line(1))]", "[\(line(1)),\(line(1))]", "[\(line(1)),\(line(2))]"), ("[]", "[1]", "[2]"),
      ("[]", "7", #"["x"]"#),
      (#"[{"id":"kort"}]"#, #"[{"id":"kort","aantal":1}]"#, #"[{"id":"kort","tekst":"x"}]"#),
    ] {
      let outcome = try merged("{\"regels\":\(base)}", "{\"regels\":\(mine)}", "{\"regels\":\(theirs)}")
      #expect(outcome.conflicts.map { $0.parts.map(\.path) } == [[["regels"]]])
      #expect(outcome.settled([.mine]) == (try Tree(json: "{\"regels\":\(mine)}")))
    }
  }

  @Test("a file that is no object at all is one value")
  func brokenRoots() throws {
    let outcome = try merged("[]", "[1]", #"{"titel":"a"}"#)
    #expect(outcome.conflicts.map { $0.parts.map(\.path) } == [[[]]])
    #expect(outcome.settled([.mine]).json == "[1]")
  }
}

@Suite("Merging what was taken back or locked")
struct MergeRefusalTests {
  private let withdrawal = #","ingetrokken":{"door":"anouk","op":"2026-11-23T10:00:00Z","reden":"dubbel"}"#

  private func lines(_ items: String...) throws -> Tree {
    try Tree(json: #"{"regels":[\#(items.joined(separator: ","))]}"#)
  }

  private func line(_ number: UInt64, _ rest: String = "") -> String { #"{"id":"\#(idText(number))"\#(rest)}"# }

  private func merged(_ base: Tree, _ mine: Tree, _ theirs: Tree) -> MergeOutcome {
    merge(base: base, mine: mine, theirs: theirs, fields: SampleFields.self)
  }

  @Test("a record that one withdrew and the other edited is a conflict, either way round")
  func withdrawnAgainstEdited() throws {
    let base = try lines(line(1, #","tekst":"a""#), line(2))
    let withdrawn = try lines(line(1, withdrawal + #","tekst":"a""#), line(2))
    let edited = try lines(line(1, #","tekst":"b""#), line(2, #","aantal":3"#))
    for (mine, theirs) in [(withdrawn, edited), (edited, withdrawn)] {
      let outcome = merged(base, mine, theirs)
      #expect(outcome.conflicts.map(\.reason) == [.withdrawnAgainstEdited])
      #expect(outcome.conflicts.map { $0.parts.map(\.path) } == [[["regels", idText(1)]]])
      let settled = outcome.settled([.mine])
      #expect(settled["regels"]?.elements?.first == mine["regels"]?.elements?.first)
      #expect(settled["regels"]?.elements?.last?["aantal"] == .number("3"))
    }
  }

  @Test("withdrawing joins with edits of other records, with the same withdrawal and with edits that it holds too")
  func withdrawalsThatJoin() throws {
    let base = try lines(line(1, #","tekst":"a""#), line(2))
    let withdrawn = try lines(line(1, withdrawal + #","tekst":"a""#), line(2))
    let other = try lines(line(1, #","tekst":"a""#), line(2, #","tekst":"b""#))
    #expect(
      merged(base, withdrawn, other).merged
        == (try lines(line(1, withdrawal + #","tekst":"a""#), line(2, #","tekst":"b""#))))
    #expect(merged(base, withdrawn, withdrawn).merged == withdrawn)
    let editedAndWithdrawn = try lines(line(1, withdrawal + #","tekst":"b""#), line(2))
    let edited = try lines(line(1, #","tekst":"b""#), line(2))
    #expect(merged(base, editedAndWithdrawn, edited).merged == editedAndWithdrawn)
    #expect(merged(base, edited, editedAndWithdrawn).merged == editedAndWithdrawn)
    let otherReason = try lines(line(1, #","ingetrokken":{"reden":"fout"},"tekst":"a""#), line(2))
    #expect(
      merged(base, withdrawn, otherReason).conflicts.flatMap(\.parts).map(\.path) == [
        ["regels", idText(1), "ingetrokken"]
      ])
  }

  @Test("undoing an addition takes the record away, unless a colleague worked on it since")
  func undoOfAddition() throws {
    let before = try lines(line(1))
    let added = try lines(line(1), line(2, #","tekst":"a""#))
    let later = try lines(line(1, #","aantal":1"#), line(2, #","tekst":"a""#), line(3))
    #expect(merged(added, before, later).merged == (try lines(line(1, #","aantal":1"#), line(3))))
    let workedOn = try lines(line(1), line(2, #","tekst":"b""#))
    let outcome = merged(added, before, workedOn)
    #expect(outcome.conflicts.map(\.reason) == [.removedAgainstEdited])
    #expect(outcome.joined == workedOn)
    #expect(outcome.settled([.mine]) == before)
    // And the other way round: the colleague undid what I worked on.
    let reverse = merged(added, workedOn, before)
    #expect(reverse.conflicts.map(\.reason) == [.removedAgainstEdited])
    #expect(reverse.joined == before)
    #expect(reverse.settled([.mine]) == workedOn)
  }

  private func plan(_ rest: String, _ more: String = "") throws -> Tree {
    try Tree(json: #"{"versies":[{"id":"\#(idText(1))"\#(rest)}]\#(more)}"#)
  }

  @Test("an established version of the OPP joins with nothing but fields that stay open")
  func establishedVersion() throws {
    let locked = #","vastgesteldOp":"2026-10-01""#
    let draft = try plan(#","ondersteuningsbehoeften":"a""#)
    let established = try plan(locked + #","ondersteuningsbehoeften":"a""#)
    let goal = try plan(#","doelen":[{"id":"\#(idText(9))"}],"ondersteuningsbehoeften":"a""#)
    for (mine, theirs) in [(established, goal), (goal, established)] {
      let outcome = merge(base: draft, mine: mine, theirs: theirs, fields: PlanFields.self)
      #expect(outcome.conflicts.map(\.reason) == [.locked])
      #expect(outcome.joined == theirs)
      #expect(outcome.settled([.mine]) == mine)
    }
    // The same two edits of a draft join: it is the lock that refuses.
    let needs = try plan(#","ondersteuningsbehoeften":"b""#)
    #expect(merge(base: draft, mine: needs, theirs: goal, fields: PlanFields.self).conflicts.isEmpty)
    let unlocked = merge(base: draft, mine: established, theirs: goal, fields: PlanFields.self) { _, _ in false }
    #expect(unlocked.conflicts.isEmpty)

    let begun = try plan(locked + #","beginInRodOp":"2026-10-05","ondersteuningsbehoeften":"a""#)
    let closed = try plan(
      locked + #","afgeslotenOp":"2027-01-01","ondersteuningsbehoeften":"a","waaromAfgesloten":"weg""#)
    let open = merge(base: established, mine: begun, theirs: closed, fields: PlanFields.self)
    #expect(
      open.merged
        == (try plan(
          locked
            + #","afgeslotenOp":"2027-01-01","beginInRodOp":"2026-10-05","ondersteuningsbehoeften":"a","waaromAfgesloten":"weg""#
        )))
    #expect(open.taken.map(\.path.last) == ["afgeslotenOp", "waaromAfgesloten"])
  }

  @Test("what was said with two guardians about an established version joins")
  func guardiansOfLockedVersion() throws {
    func spoken(_ guardians: UInt64...) throws -> Tree {
      let records = guardians.map { "{\"id\":\"\(idText($0))\",\"overlegOp\":\"2026-09-2\($0)\"}" }
      return try plan(#","ouders":[\#(records.joined(separator: ","))],"vastgesteldOp":"2026-10-01""#)
    }
    let outcome = merge(
      base: try plan(#","vastgesteldOp":"2026-10-01""#), mine: try spoken(3), theirs: try spoken(4),
      fields: PlanFields.self)
    #expect(outcome.merged == (try spoken(4, 3)))
  }

  @Test("beside a locked version the rest of the file joins, and a side that only established is taken whole")
  func besideTheLock() throws {
    let draft = try plan("")
    let established = try plan(#","vastgesteldOp":"2026-10-01""#)
    let note = try plan("", #","voortgang":[{"id":"\#(idText(5))"}]"#)
    let outcome = merge(base: draft, mine: note, theirs: established, fields: PlanFields.self)
    #expect(outcome.merged == (try plan(#","vastgesteldOp":"2026-10-01""#, #","voortgang":[{"id":"\#(idText(5))"}]"#)))
  }
}
