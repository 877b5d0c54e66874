import Casework
import Support
import Testing

/// Whoever sees a signal can answer it, and an answer is kept where only they read it (domein.md §4).
@Suite("Where answers to signals are kept")
struct PutOffHomeTests {
  private static let pupil = id(1)
  private let year = SchoolYear(startYear: 2026)

  private var engine: RuleEngine {
    func entry(_ id: RuleID, _ audience: Set<Audience>) -> RuleEntry {
      RuleEntry(
        id: id, force: .guide, validFrom: nil, validUntil: nil, audience: audience, title: "", explanation: "",
        sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
    }
    let rules: [(RuleID, Set<SectionName>, Set<Audience>)] = [
      ("samen", [.absence, .plan], [.careCoordinator, .teacher]),
      ("alleen-ib", [.absence], [.careCoordinator]),
      ("ook-zorg", [.absence, .referral], [.careCoordinator, .teacher]),
    ]
    return RuleEngine(
      book: RuleBook(rules.map { entry($0.0, $0.2) }),
      rules: rules.map { Rule($0.0, reads: $0.1, judge: .pupil { _, _ in [] }) })
  }

  private func episode(_ rule: RuleID, _ subject: Subject = .pupil(pupil)) -> Episode {
    Episode(id: Episode.ID(rule: rule, subject: subject), visibleFrom: day("2026-11-20"), proof: [], act: Act(nil))
  }

  private func home(_ rule: RuleID, _ subject: Subject = .pupil(pupil)) -> PutOffHome {
    var school = Record<SchoolFields>()
    var group = SchoolGroup()
    group.id = id(31)
    group.schoolYear = SchoolYear(startYear: 2027)
    school.put(group, in: \.groups)
    return engine.home(of: episode(rule, subject), at: school)
  }

  @Test("With the teachers where the rule is for them and reads only what they read; else with the care team")
  func ofPupils() {
    #expect(home("samen") == .pupil(Self.pupil, .group))
    #expect(home("alleen-ib") == .pupil(Self.pupil, .care))
    #expect(home("ook-zorg") == .pupil(Self.pupil, .care))
    #expect(home("onbekend") == .pupil(Self.pupil, .care))
  }

  @Test("With the group and its school year, and with the care team for the school's own")
  func ofOthers() {
    #expect(home("samen", .group(id(31))) == .group(id(31), SchoolYear(startYear: 2027)))
    #expect(home("samen", .group(id(32))) == .group(id(32), year))
    #expect(home("samen", .school) == .school)
    #expect(PutOffHome.group(id(31), year).isForTeachers)
    #expect(PutOffHome.pupil(Self.pupil, .group).isForTeachers)
    #expect(!PutOffHome.pupil(Self.pupil, .care).isForTeachers)
    #expect(!PutOffHome.school.isForTeachers)
  }

  /// The rules whose signal is answered by the same answer, written into one file.
  private func answered(in home: PutOffHome) -> Set<RuleID> {
    var file = Record<PutOffsFields>()
    for (number, rule) in ["samen", "alleen-ib", "ook-zorg"].enumerated() {
      var answer = Record<PutOffFields>(to: episode(RuleID(rule)).id)
      answer.id = id(90 + UInt64(number))
      file.put(answer, in: \.putOffs)
    }
    let caseload = Caseload(
      user: User(id: id(5), login: "ib", name: "IB", role: .careCoordinator), school: School(record: Record()),
      stored: [.putOffs(home): Stored(tree: file.tree, revision: Revision(text: "een"))])
    return Set(engine.answers(in: caseload).keys.filter { $0.subject == .pupil(Self.pupil) }.map(\.rule))
  }

  @Test("An answer in the teachers' file silences no rule that reads what teachers cannot")
  func wrongFile() {
    #expect(answered(in: .pupil(Self.pupil, .care)) == ["samen", "alleen-ib", "ook-zorg"])
    #expect(answered(in: .pupil(Self.pupil, .group)) == ["samen", "alleen-ib"])
  }

  @Test("An answer in the file of one pupil is none to the same signal of another")
  func otherPupil() {
    #expect(answered(in: .pupil(id(2), .care)).isEmpty)
  }
}
