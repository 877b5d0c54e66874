import Casework
import ReferenceData
import Support
import Testing

/// What stands on the agenda of the practice school on its day, worked out from the dossiers by hand.
@Suite("The agenda of the practice school")
struct PracticeAgendaTests {
  /// Urgency, whom, rule, last day; with how the day was found.
  private static let expected: [(urgency: Urgency, who: String, rule: RuleID, lastDay: String?)] = [
    // 30 Sep + 42 days; version 2 is still a draft.
    (.overdue, "Noor de Vries", "opp.opstellen", "2026-11-11"),
    // 5.5 h (26 Oct), 5.5 h (3 Nov), 1 h and 0.75 h late (9, 10 Nov), 3.75 h (Wed 11 Nov) = 16.5 h; + 5 working days.
    (.overdue, "Sem Bakker", "verzuim.16uur", "2026-11-18"),
    // Registered by all other groups this morning.
    (.now, "6a", "groep.niet-geregistreerd", "2026-11-23"),
    // 12 Oct + 42 days; offered 9 Nov, father not to be reached since 18 Nov, so it is his agreement that is waited for.
    (.now, "Yusuf Demir", "opp.instemming", "2026-11-23"),
    (.now, "Noor de Vries", "actie", "2026-11-25"),
    // 16 Oct + 42 days.
    (.now, "Liv Jansen", "aanmelding.besluit", "2026-11-27"),
    // The last date in the dossier was that of an action from the talk of 3 Nov.
    (.now, "Thijs Mulder", "dossier.zonder-datum", nil),
    // Reported ill on 8 and 29 Sep, 29 Oct and 17 Nov: teaching weeks 2, 5, 8 and 11 since 31 Aug.
    (.now, "Isa Vermeulen", "verzuim.ziek-vaak", nil),
    (.soon, "Dylan van Leeuwen", "actie", "2026-12-03"),
    // Evaluated with both parents on 4 Dec 2025.
    (.soon, "Daan van Dijk", "opp.evaluatie", "2026-12-04"),
    // 26 Oct + 42 days.
    (.soon, "Jayden Pinas", "opp.opstellen", "2026-12-07"),
    (.soon, "Kacper Wiśniewski", "actie", "2026-12-10"),
    (.soon, "Thijs Mulder", "opp.evaluatie", "2026-12-11"),
    // Both 2 Nov + 42 days.
    (.soon, "Noah Groeneveld", "aanmelding.besluit", "2026-12-14"),
    // Her draft does not say whether the programme departs; due with the plan itself, 2 Nov + 42 days.
    (.soon, "Emma Hendriks", "opp.onderdelen", "2026-12-14"),
    (.soon, "Emma Hendriks", "opp.opstellen", "2026-12-14"),
    (.soon, "Zoë Kuipers", "opp.evaluatie", "2026-12-17"),
    // The last day of his own timetable, shown from six weeks before.
    (.soon, "Lucas Dijkstra", "deeltijd.eindigt", "2026-12-18"),
    (.later, "Zoë Kuipers", "actie", "2027-01-29"),
    // 31 January of group 7, in which he is now.
    (.later, "Yusuf Demir", "vo.gesprek", "2027-01-31"),
    (.later, "Fatima El Amrani", "actie", "2027-02-12"),
    // In group 6 now, so 31 January of next year's group 7.
    (.later, "Noor de Vries", "vo.gesprek", "2028-01-31"),
    (.later, "Kacper Wiśniewski", "vo.gesprek", "2028-01-31"),
  ]

  private let school: PracticeSchool
  private let caseload: Caseload
  private let agenda: Agenda

  init() throws {
    school = try ReferenceData.practiceSchool()
    caseload = school.caseload(of: school.users[0])
    let engine = RuleEngine(book: try ReferenceData.ruleBook())
    let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: school.today))
    agenda = engine.agenda(of: caseload, engine.judge(caseload.dossiers.values, in: scope), in: scope)
  }

  private func name(_ subject: Subject) -> String {
    switch subject {
    case .pupil(let id): caseload.dossiers[id]?.pupil.record?.fullName ?? "?"
    case .group(let id): caseload.school.record.groups.first { $0.id == id }?.groupName ?? "?"
    case .school: "school"
    }
  }

  private func lines(on day: CivilDate, for reader: AgendaReader) -> [String] {
    agenda.signals(on: day, for: reader).map { signal in
      let episode = signal.episode
      return "\(signal.urgency.rawValue) \(name(episode.id.subject)) \(episode.id.rule) \(episode.lastDay?.iso ?? "-")"
    }
  }

  @Test("the intern begeleider sees these lines, in this order, and no others")
  func careCoordinator() {
    let expected = Self.expected.map { "\($0.urgency.rawValue) \($0.who) \($0.rule) \($0.lastDay ?? "-")" }
    #expect(lines(on: school.today, for: .careCoordinator) == expected)
  }

  @Test("two overdue, six now, ten soon: as few as a person can look at")
  func counts() {
    let signals = agenda.signals(on: school.today, for: .careCoordinator)
    #expect(signals.count { $0.urgency == .overdue } == 2)
    #expect(signals.count { $0.urgency == .now } == 6)
    #expect(signals.count { $0.urgency == .soon } == 10)
  }

  @Test("Noor is 12 days late, Sem 5; Liv has 4 days, Daan 11")
  func daysLeft() {
    let left = agenda.signals(on: school.today, for: .careCoordinator).map {
      "\(name($0.episode.id.subject)) \($0.daysLeft.map(String.init) ?? "-")"
    }
    for line in ["Noor de Vries -12", "Sem Bakker -5", "Yusuf Demir 0", "Liv Jansen 4", "Daan van Dijk 11"] {
      #expect(left.contains(line), "\(line)")
    }
  }

  @Test("what lies further off shows when its time comes: Lotte's first evaluation, a year after 12 March 2026")
  func later() {
    let lines = lines(on: day("2027-02-26"), for: .careCoordinator)
    #expect(lines.contains("binnenkort Lotte Brouwer opp.evaluatie 2027-03-12"))
  }

  @Test("a new day brings what its date brings: on Tuesday no group is registered yet and Yusuf's plan is late")
  func tomorrow() {
    let lines = lines(on: school.today.adding(days: 1), for: .careCoordinator)
    #expect(lines.count { $0.contains("groep.niet-geregistreerd") } == 9)
    #expect(lines.contains("verlopen Yusuf Demir opp.instemming 2026-11-23"))
  }
}
