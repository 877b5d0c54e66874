import Casework
import ReferenceData
import Vault

/// Times the commit of one tab.
struct Commits {
  let folder: String
  let state: String

  func time(count: Int) throws {
    let vault = try Vault.open(at: folder, state: state, clock: { now() })
    let session = try vault.login("anouk")
    let caseload = try vault.load(for: session).caseload
    guard let pupil = caseload.dossiers.keys.min() else { return }
    let place = Place.section(pupil: pupil, .conversations)
    guard var stored = caseload.stored[place] else { return }
    var times: [Double] = []
    for number in 0..<count {
      var members = stored.tree.members ?? [:]
      members["meting"] = .number(String(number))
      let start = microseconds()
      let outcome = try vault.commit(
        Edit(act: "meting", changes: [Change(place: place, before: stored, after: .object(members))]), by: session)
      times.append(microseconds() - start)
      if case .saved(let files) = outcome, let after = files.stored[place] { stored = after }
    }
    print("commit \(stored.tree.encoded().count) bytes:", figures(times))
  }
}

/// Times judging dossiers by all rules, as the program does it on two threads, and on one.
enum Rules {
  static func time(dossiers count: Int) throws {
    let practice = try ReferenceData.practiceSchool()
    guard let user = practice.users.first else { return }
    let school = practice.caseload(of: user).school
    let engine = RuleEngine(book: try ReferenceData.ruleBook())
    let scope = engine.scope(of: school, until: practice.today.adding(months: 18))
    let dossiers = try dossiers(count, practice)
    report("twee draden", dossiers) { dossiers in
      Judgement(
        joining: [engine.judgeSchool(in: scope)] + inParallel(dossiers) { part in engine.judgePupils(part, in: scope) })
    }
    report("een draad", dossiers) { engine.judge($0, in: scope) }
  }

  /// Each read from bytes of its own, so that no two share memory, as little as on disk.
  private static func dossiers(_ count: Int, _ practice: PracticeSchool) throws -> [Dossier] {
    let templates = BigSchool.templates(practice)
    return try (0..<count).map { number in
      var dossier = Dossier(id: RecordID(high: 1, low: UInt64(number)))
      for (name, tree) in BigSchool.filled(templates[number % templates.count], number) {
        dossier[name] = .value(try Tree(bytes: tree.encoded()))
      }
      return dossier
    }
  }

  private static func report(_ how: String, _ dossiers: [Dossier], judge: ([Dossier]) -> Judgement) {
    var times: [Double] = []
    var found = 0
    for _ in 0..<21 {
      let start = microseconds()
      let judgement = judge(dossiers)
      times.append(microseconds() - start)
      // The program keeps it: what it takes to let it go is no part of judging.
      found = judgement.episodes.count
    }
    print("regels \(dossiers.count) dossiers, \(found) episodes, \(how):", figures(times))
  }
}
