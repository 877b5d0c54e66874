import Casework
import Glibc
import Support
import Testing
import Vault

/// The program that saves in a process of its own, on a real folder.
struct ProbeBench {
  let folder = TemporaryFolder()
  static let place = Place.section(pupil: id(1001), .absence)
  static let added = Place.section(pupil: id(1001), .support)
  private static let probe = SourceTree.builtPrograms + "/vault-probe"
  private static let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

  var vault: String { folder.path + "/kluis" }
  var state: String { folder.path + "/staat" }

  /// Runs the probe, under strace where there are words for it.
  func probe(_ words: [String], strace: [String] = []) -> Command.Result {
    let traced = strace.isEmpty ? [] : ["strace"] + strace
    return Command.run(traced + [Self.probe] + words, environment: Self.environment)
  }

  /// A school as it stood before the save, copied anew for each try.
  func make(sealed: Bool) throws {
    let made = probe(["make", folder.path + "/begin", folder.path + "/beginstaat", sealed ? "sealed" : "open"])
    try #require(made.code == 0, "\(made.output)")
  }

  func reset() throws {
    let script = "rm -rf kluis staat && cp -a begin kluis && cp -a beginstaat staat"
    let copied = Command.run(["sh", "-c", "cd \(folder.path) && \(script)"], environment: Self.environment)
    try #require(copied.code == 0, "\(copied.output)")
  }

  /// What is wrong after the probe ended in whatever way; nothing where all is well.
  ///
  /// What had to be put right is added to `recovered`.
  func fault(after result: Command.Result, _ recovered: inout [Recovered]) throws -> String? {
    let vault = try Vault.open(at: vault, state: state, clock: { TestSchool.now })
    recovered += vault.recovered
    let session = try vault.login("mirjam", passphrase: vault.isSealed ? TestSchool.passphrase("mirjam") : nil)
    let loaded = try vault.load(for: session)
    guard loaded.damaged.isEmpty else { return "damaged: \(loaded.damaged)" }
    let dossier = loaded.caseload.dossiers[id(1001)]
    let state = [dossier?.tree(of: .absence)?["tekst"], dossier?.tree(of: .support)?["tekst"]]
    let isNew = state == [.string("nieuw"), .string("nieuw")]
    guard isNew || state == [.string("oud"), nil] else { return "half saved: \(state)" }
    if result.output.contains("saved\n") && !isNew { return "an acknowledged save is gone" }
    let findings = try vault.check(for: session, depth: .history).filter { !$0.isLeftover }
    guard findings.isEmpty else { return "found: \(findings)" }
    let change = Change(
      place: Self.place, before: loaded.caseload.stored[Self.place], after: TestSchool.note("verder"))
    guard case .saved = try vault.commit(Edit(act: "proef", changes: [change]), by: session) else {
      return "the next save met a conflict"
    }
    return nil
  }

  /// The calls that change something, by their number in the whole run, as far as they fall within the save.
  func calls() throws -> [(name: String, number: Int)] {
    try reset()
    let log = folder.path + "/log"
    let names = Self.changing.joined(separator: ",")
    let result = probe(["save", vault, state, "nieuw"], strace: ["-o", log, "-e", "trace=" + names])
    try #require(result.code == 0, "\(result.output)")
    let lines = try #require(Command.text(ofFile: log)).split(separator: "\n")
    var counts: [String: Int] = [:]
    var found: [(name: String, number: Int)] = []
    var isSaving = false
    for line in lines {
      let name = String(line.prefix { $0 != "(" })
      counts[name, default: 0] += 1
      if line.contains("saved\\n") { isSaving = false }
      if isSaving { found.append((name, counts[name, default: 0])) }
      if line.contains("begin\\n") { isSaving = true }
    }
    return found
  }

  static let changing = ["openat", "write", "fsync", "renameat", "mkdirat", "unlinkat", "flock"]
}

extension VaultFinding {
  /// A version that no line names: what a write left behind that was cut short before it counted.
  var isLeftover: Bool {
    if case .stray(let path) = self { path.hasPrefix("geschiedenis/") } else { false }
  }
}

/// Whether strace is there; the Makefile installs it for the tests.
private let hasStrace = access("/usr/bin/strace", X_OK) == 0

@Suite(
  "A killed or starved save on a real folder", .enabled(if: hasStrace, "strace ontbreekt: apt-get install strace"),
  .serialized)
struct KillTests {
  @Test("A kill before any call of a save leaves the old state or the new one", arguments: [false, true])
  func kill(sealed: Bool) throws {
    let bench = ProbeBench()
    try bench.make(sealed: sealed)
    let calls = try bench.calls()
    #expect(calls.count > 20)
    var recovered: [Recovered] = []
    for call in calls {
      try bench.reset()
      let result = bench.probe(
        ["save", bench.vault, bench.state, "nieuw"],
        strace: ["-o", "/dev/null", "-e", "inject=\(call.name):signal=KILL:when=\(call.number)"])
      #expect(result.code == 137, "\(call)")
      let fault = try bench.fault(after: result, &recovered)
      #expect(fault == nil, "killed before \(call.name) \(call.number)")
    }
    // Without a recovery these would have been half-done saves.
    #expect(recovered.contains { if case .finished = $0 { true } else { false } })
    #expect(recovered.contains { if case .setAside = $0 { true } else { false } })
    print("kills in a \(sealed ? "sealed" : "plain") save: \(calls.count)")
  }

  @Test(
    "A full disk or a broken one at any call of a save is said, and leaves the old state or the new one",
    arguments: ["ENOSPC", "EIO"])
  func failing(error: String) throws {
    let bench = ProbeBench()
    try bench.make(sealed: false)
    let calls = try bench.calls().filter { $0.name != "flock" }
    var recovered: [Recovered] = []
    for call in calls {
      try bench.reset()
      let result = bench.probe(
        ["save", bench.vault, bench.state, "nieuw"],
        strace: ["-o", "/dev/null", "-e", "inject=\(call.name):error=\(error):when=\(call.number)"])
      #expect(result.code == 74 || result.output.hasSuffix("saved\n"), "\(call): \(result)")
      let fault = try bench.fault(after: result, &recovered)
      #expect(fault == nil, "\(error) at \(call.name) \(call.number)")
    }
    print("\(error) in a save: \(calls.count)")
  }
}
