import Casework
import Support
import Testing

@Suite("Merging, whatever was edited")
struct MergePropertyTests {
  private func merged(_ base: Tree?, _ mine: Tree, _ theirs: Tree) -> MergeOutcome {
    merge(base: base, mine: mine, theirs: theirs, fields: SampleFields.self)
  }

  @Test("an edit against no edit is that edit, to the byte, and tells what was taken", arguments: UInt64(1)...300)
  func oneSided(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let base = maker.sample()
    let edited = maker.edit(of: base, steps: 6)

    let mine = merged(base, edited, base)
    #expect(mine.merged == edited)
    #expect(mine.taken.isEmpty)

    let theirs = merged(base, base, edited)
    #expect(theirs.merged == edited)
    #expect(theirs.taken.isEmpty == (edited == base))
    // What was told, done to the base, gives the edit.
    var retold = base
    for change in theirs.taken { retold.set(change.after, at: change.path) }
    #expect(flatSample(retold) == flatSample(edited))

    let same = merged(base, edited, edited)
    #expect(same.merged == edited)
    #expect(same.taken.isEmpty)
  }

  @Test("agrees with a merge worked out value by value on paper", arguments: UInt64(1)...400)
  func agreesWithPaper(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let base = maker.sample()
    let mine = maker.edit(of: base, steps: 5)
    let theirs = maker.edit(of: base, steps: 5)
    let outcome = merged(base, mine, theirs)

    let (flatBase, flatMine, flatTheirs) = (flatSample(base), flatSample(mine), flatSample(theirs))
    var expected: [String: Tree] = [:]
    var conflicts: Set<String> = []
    for path in Set(flatBase.keys).union(flatMine.keys).union(flatTheirs.keys) {
      let unit = unit(of: path)
      let (before, own, other) = (unit.map { flatBase[$0] }, unit.map { flatMine[$0] }, unit.map { flatTheirs[$0] })
      if own != before, other != before, own != other {
        conflicts.formUnion(unit.filter { flatBase[$0] != nil || flatMine[$0] != nil || flatTheirs[$0] != nil })
      }
      expected[path] = other == before ? flatMine[path] : flatTheirs[path]
    }
    #expect(Set(outcome.conflicts.flatMap(\.parts).map { "/" + $0.path.joined(separator: "/") }) == conflicts)
    #expect(flatSample(outcome.joined) == expected)
    #expect((outcome.merged == nil) == !conflicts.isEmpty)
  }

  @Test("gives the same whoever is called mine, but for the order of records", arguments: UInt64(1)...300)
  func isSymmetric(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let base = maker.sample()
    let mine = maker.edit(of: base, steps: 4)
    let theirs = maker.edit(of: base, steps: 4)
    let one = merged(base, mine, theirs)
    let other = merged(base, theirs, mine)
    #expect(one.conflicts.map(\.parts).map { $0.map(\.path) } == other.conflicts.map(\.parts).map { $0.map(\.path) })
    #expect(
      flatSample(one.settled(one.conflicts.map { _ in .mine }))
        == flatSample(other.settled(other.conflicts.map { _ in .theirs })))
    if one.merged != nil { #expect(flatSample(one.joined) == flatSample(other.joined)) }
  }

  @Test("edits in different places never conflict, and both survive", arguments: UInt64(1)...300)
  func disjoint(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let base = maker.sample()
    // Places that merge as one are dealt out together.
    let piles = Dictionary(grouping: SampleMaker.places) { unit(of: "/" + $0.joined(separator: "/"))[0] }
      .sorted { $0.key < $1.key }.map(\.value).shuffled(using: &maker.generator)
    let mine = maker.edit(of: base, steps: 6, at: Array(piles.prefix(piles.count / 2).joined()))
    let theirs = maker.edit(of: base, steps: 6, at: Array(piles.dropFirst(piles.count / 2).joined()))
    let outcome = merged(base, mine, theirs)
    #expect(outcome.conflicts.isEmpty)
    let result = flatSample(outcome.joined)
    for edited in [flatSample(mine), flatSample(theirs)] {
      for path in Set(edited.keys).union(flatSample(base).keys) where edited[path] != flatSample(base)[path] {
        #expect(result[path] == edited[path])
      }
    }
  }

  @Test("settling leaves nothing of the conflict and nothing else changed", arguments: UInt64(1)...200)
  func settles(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let base = maker.sample()
    let mine = maker.edit(of: base, steps: 6)
    let theirs = maker.edit(of: base, steps: 6)
    let outcome = merged(base, mine, theirs)
    let choices = outcome.conflicts.map { _ in maker.generator.pick(MergeSide.allCases) }
    let settled = flatSample(outcome.settled(choices))
    var expected = flatSample(outcome.joined)
    for (conflict, side) in zip(outcome.conflicts, choices) {
      let source =
        switch side {
        case .mine: flatSample(mine)
        case .theirs: flatSample(theirs)
        case .base: flatSample(base)
        }
      for part in conflict.parts {
        let path = "/" + part.path.joined(separator: "/")
        expected[path] = source[path]
      }
    }
    #expect(settled == expected)
  }

  @Test("an undone edit goes, a colleague's later one stays", arguments: UInt64(1)...300)
  func undoKeepsLaterEdits(seed: UInt64) {
    var maker = SampleMaker(seed: seed)
    let before = maker.sample()
    let mine = maker.edit(of: before, steps: 3)
    let now = maker.edit(of: mine, steps: 3)
    let undo = merged(mine, before, now)
    let (flatBefore, flatMine, flatNow, result) = (
      flatSample(before), flatSample(mine), flatSample(now), flatSample(undo.joined)
    )
    let conflicting = Set(undo.conflicts.flatMap(\.parts).map { "/" + $0.path.joined(separator: "/") })
    for path in Set(flatNow.keys).union(flatMine.keys).union(flatBefore.keys) {
      if conflicting.contains(where: { path.hasPrefix($0) }) || unit(of: path).contains(where: conflicting.contains) {
        continue
      }
      let unit = unit(of: path)
      if unit.map({ flatNow[$0] }) != unit.map({ flatMine[$0] }) {
        #expect(result[path] == flatNow[path], "\(path): the colleague's edit")
      } else {
        #expect(result[path] == flatBefore[path], "\(path): as it was before")
      }
    }
    #expect(merged(mine, before, mine).merged == before)
  }
}
