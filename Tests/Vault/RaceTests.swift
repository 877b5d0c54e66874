import Casework
import Support
import Testing
import Vault

@Suite("Several programs at once", .serialized)
struct RaceTests {
  /// Lets programs save as fast as they can and gives what they said was saved but is not there.
  private func lost(programs: Int, saves: Int, isLocked: Bool) throws -> (
    acknowledged: Int, lost: [String], faults: Int
  ) {
    let bench = ProbeBench()
    try bench.make(sealed: false)
    try bench.reset()
    let names = Array("ABCDEFGH").prefix(programs).map(String.init)
    let probe = SourceTree.builtPrograms + "/vault-probe"
    let lock = isLocked ? "lock" : "nolock"
    let runs = names.map { name in
      "\(probe) race \(bench.vault) \(bench.state) \(name) \(saves) \(lock) > \(bench.folder.path)/\(name) 2>&1 &"
    }
    let script = (runs + ["wait"]).joined(separator: "\n")
    _ = Command.run(["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    var acknowledged: Set<String> = []
    for name in names {
      let lines = Command.text(ofFile: bench.folder.path + "/" + name)?.split(separator: "\n") ?? []
      acknowledged.formUnion(lines.filter { $0.hasPrefix(name) && $0.count < 8 }.map(String.init))
    }
    guard let vault = try? Vault.open(at: bench.vault, state: bench.state, clock: { TestSchool.now }) else {
      return (acknowledged.count, Array(acknowledged), 1)
    }
    let session = try vault.login("mirjam")
    guard case .read(let school) = try vault.read(.school, for: session) else { throw TestFailure.missing }
    let present = Set(Record<SchoolFields>(tree: school.tree)?.ownNorms.compactMap(\.norm) ?? [])
    let findings = try vault.check(for: session, depth: .history)
    return (acknowledged.count, acknowledged.subtracting(present).sorted(), findings.count)
  }

  @Test("Two programs that save at the same time lose nothing, and their journal is whole")
  func two() throws {
    let outcome = try lost(programs: 2, saves: 60, isLocked: true)
    #expect(outcome.acknowledged == 120)
    #expect(outcome.lost == [])
    #expect(outcome.faults == 0)
  }

  @Test("With the lock taken away the same test does find lost saves or a torn journal")
  func control() throws {
    var isNoticed = false
    for _ in 0..<5 where !isNoticed {
      let outcome = try lost(programs: 2, saves: 60, isLocked: false)
      isNoticed = outcome.acknowledged < 120 || !outcome.lost.isEmpty || outcome.faults > 0
    }
    #expect(isNoticed)
  }
}
