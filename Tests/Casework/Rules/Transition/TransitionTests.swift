import Casework
import Support
import Testing

/// Rests on §2.11, 2.12 and WPO 9b, 42.
///
/// The test is on Monday 1 February 2027 and the final advice on 24 March.
@Suite("vo.gesprek, vo.okr, advies.heroverweging, toets.ontheffing")
struct TransitionTests {
  private func bench(_ rule: RuleID, dates: Bool = true) throws -> RuleBench {
    var school = SampleSchool.school()
    if dates {
      school.record.put(
        make(TestYearFields.self, 90) {
          $0.schoolYear = SchoolYear(startYear: 2026)
          $0.testDate = day("2027-02-01")
          $0.finalAdvice = day("2027-03-24")
        }, in: \.testDates)
    }
    return try RuleBench(rule, school: school)
  }

  private func pupil(
    groups: [(Int, String)], extra: (String, String?)?, enrolled: String = "2020-08-01", left: String? = nil,
    more: String = ""
  ) -> String {
    let placements = groups.enumerated().map { index, group in
      "{\"id\": \"\(id(UInt64(30 + index)))\", \"groep\": \"\(id(61))\", \"leerjaar\": \(group.0), \"van\": \"\(group.1)\"}"
    }
    let level = extra.map { from, until in
      "{\"id\": \"\(id(40))\", \"niveau\": \"extraBinnenSop\", \"van\": \"\(from)\""
        + (until.map { ", \"tot\": \"\($0)\"" } ?? "") + "}"
    }
    let end = left.map { ", \"tot\": \"\($0)\"" } ?? ""
    return """
      {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "\(enrolled)"\(end)\(more)}],
       "groepen": [\(placements.joined(separator: ", "))], "ondersteuningsniveaus": [\(level ?? "")]}
      """
  }

  private func talk(
    _ number: UInt64, _ day: String, _ kind: String = "ouders", subject: String = "vo", reached: String = "gesproken",
    roles: [String] = [], more: String = ""
  ) -> String {
    let people = roles.enumerated().map { "{\"id\": \"\(id(UInt64(80 + $0.offset)))\", \"rol\": \"\($0.element)\"}" }
    return """
      {"id": "\(id(number))", "datum": "\(day)", "soort": "\(kind)", "onderwerpen": ["\(subject)"], "hoe": "school",
       "bereikt": "\(reached)", "deelnemers": [\(people.joined(separator: ", "))]\(more)}
      """
  }

  private func talks(_ list: String...) -> String { "{\"gesprekken\": [\(list.joined(separator: ", "))]}" }

  @Test(
    "the talk is asked from 1 August of group 6, and due on 31 January of group 7 or six weeks after it all began",
    arguments: [
      // In group 6 in 2026-2027, so group 7 is 2027-2028.
      ([(6, "2026-08-01")], "2025-01-06", "2026-08-01", "2028-01-31"),
      ([(5, "2025-08-01"), (6, "2026-08-01")], "2026-11-02", "2026-11-02", "2028-01-31"),
      // In group 7 in 2026-2027; group 6 is not on record.
      ([(7, "2026-08-01")], "2025-01-06", "2025-08-01", "2027-01-31"),
      // Repeats group 6: group 7 comes a year later, the talk counts from the first time.
      ([(6, "2025-08-01"), (6, "2026-08-01")], "2025-01-06", "2025-08-01", "2028-01-31"),
      // Support since 21 December of group 7: + 42 = Monday 1 February, later than 31 January.
      ([(7, "2026-08-01")], "2026-12-21", "2026-12-21", "2027-02-01"),
      // A day earlier: 31 January both ways.
      ([(7, "2026-08-01")], "2026-12-20", "2026-12-20", "2027-01-31"),
      // Support since 1 March of group 8: + 42 = 12 April.
      ([(8, "2026-08-01")], "2027-03-01", "2027-03-01", "2027-04-12"),
    ])
  func talkDates(groups: [(Int, String)], extra: String, from: String, due: String) throws {
    let found = try bench("vo.gesprek").episodes([.pupil: pupil(groups: groups, extra: (extra, nil))])
    #expect(found.map(\.dates) == [Episode.Dates(from: from, due: due)])
  }

  @Test("who came in group 7 has six weeks from enrolment; who ended the support before group 6 is not asked")
  func enrolment() throws {
    let bench = try bench("vo.gesprek")
    // Enrolled 4 January 2027 + 42 = 15 February.
    let late = pupil(groups: [(7, "2027-01-04")], extra: ("2025-01-06", nil), enrolled: "2027-01-04")
    #expect(try bench.episodes([.pupil: late]).map(\.dates) == [Episode.Dates(from: "2027-01-04", due: "2027-02-15")])
    let ended = pupil(groups: [(6, "2026-08-01")], extra: ("2025-01-06", "2026-07-31"))
    #expect(try bench.episodes([.pupil: ended]).isEmpty)
    let later = pupil(groups: [(6, "2026-08-01")], extra: ("2025-01-06", "2026-08-01"))
    #expect(try bench.episodes([.pupil: later]).map(\.until) == [day("2026-08-02")])
    #expect(try bench.episodes([.pupil: pupil(groups: [(5, "2026-08-01")], extra: ("2025-01-06", nil))]).isEmpty)
    #expect(try bench.episodes([.pupil: pupil(groups: [(7, "2026-08-01")], extra: nil)]).isEmpty)
    let gone = pupil(groups: [(7, "2026-08-01")], extra: ("2025-01-06", nil), left: "2026-10-30")
    #expect(try bench.episodes([.pupil: gone]).map(\.until) == [day("2026-10-31")])
  }

  @Test("parents and pupil, together or apart; an attempt, another subject or a talk before group 6 does not count")
  func whoTalked() throws {
    let bench = try bench("vo.gesprek")
    let child = pupil(groups: [(6, "2025-08-01"), (7, "2026-08-01")], extra: ("2025-01-06", nil))
    func cleared(_ list: String...) throws -> [String] {
      let tab = "{\"gesprekken\": [\(list.joined(separator: ", "))]}"
      return try bench.episodes([.pupil: child, .conversations: tab]).map { $0.clearedOn?.iso ?? "-" }
    }
    #expect(try cleared(talk(5, "2026-11-10", roles: ["leerling"])) == ["2026-11-10"])
    #expect(try cleared(talk(5, "2026-11-10", "leerling", roles: ["ouder"])) == ["2026-11-10"])
    #expect(try cleared(talk(5, "2026-11-10"), talk(6, "2026-11-12", "leerling")) == ["2026-11-12"])
    #expect(try cleared(talk(5, "2026-11-10")) == ["-"])
    #expect(try cleared(talk(6, "2026-11-12", "leerling")) == ["-"])
    #expect(try cleared(talk(5, "2026-11-10", reached: "geprobeerd", roles: ["leerling"])) == ["-"])
    #expect(try cleared(talk(5, "2026-11-10", subject: "opp", roles: ["leerling"])) == ["-"])
    #expect(try cleared(talk(5, "2026-11-10", roles: ["leerling"], more: ", " + takenBack)) == ["-"])
    #expect(try cleared(talk(5, "2025-07-31", roles: ["leerling"])) == ["-"])
    // On the first day on which it shows, it is done already.
    #expect(try cleared(talk(5, "2025-08-01", roles: ["leerling"])) == [])
  }

  private func guardian(_ number: UInt64, _ relation: String, custody: String?, until: String? = nil) -> String {
    let end = until.map { ", \"tot\": \"\($0)\"" } ?? ""
    let span = custody.map { "{\"id\": \"\(id(number + 50))\", \"gezag\": \"\($0)\"\(end)}" } ?? ""
    return """
      {"id": "\(id(number))", "naam": "ouder", "relatie": "\(relation)", "soort": "ouder", "gezag": [\(span)]}
      """
  }

  private func family(_ list: String...) -> String { "{\"ouders\": [\(list.joined(separator: ", "))]}" }
  private var mother: String { guardian(2, "moeder", custody: "ja") }
  private var father: String { guardian(3, "vader", custody: "ja") }

  private func leaver(_ destination: String?, left: String = "2026-12-18", kind: String = "definitief") -> String {
    """
    {"inschrijvingen": [{"id": "\(id(1))", "soort": "\(kind)", "van": "2020-08-01", "tot": "\(left)"\
    \(destination.map { ", \"bestemming\": \"\($0)\"" } ?? "")}]}
    """
  }

  private func transfer(sent: String?, plan: String? = nil, seen: [(UInt64, String)] = [], more: String = "") -> String
  {
    let views = seen.map { "{\"id\": \"\(id($0.0 + 70))\", \"ouder\": \"\(id($0.0))\", \"ingezienOp\": \"\($0.1)\"}" }
    return """
      {"overdrachten": [{"id": "\(id(9))", "school": "De Kade", "oudersInzage": [\(views.joined(separator: ", "))]\
      \(sent.map { ", \"okrVerstuurdOp\": \"\($0)\"" } ?? "")\(plan.map { ", \"oppVerstuurdOp\": \"\($0)\"" } ?? "")\(more)}]}
      """
  }

  private func okr(
    _ pupil: String, _ transition: String? = nil, family: String? = nil, plan: String? = nil
  ) throws -> [Episode] {
    var tabs: [SectionName: String] = [.pupil: pupil, .family: family ?? self.family(mother)]
    tabs[.transition] = transition
    tabs[.plan] = plan
    return try bench("vo.okr").episodes(tabs)
  }

  @Test(
    "the report is due on the last day, shown from six weeks before, for a school in the Netherlands or an unknown one",
    arguments: [
      ("basisschool", true), ("vo", true), ("so", true), ("sbo", true), ("vso", true), ("onbekend", true),
      ("anders", true), (nil, true), ("buitenland", false), ("geen", false),
    ] as [(String?, Bool)])
  func destinations(destination: String?, isAsked: Bool) throws {
    let found = try okr(leaver(destination))
    // 18 December 2026 - 42 = 6 November; it goes on after the pupil left, as long as the dossier is kept: two years.
    let asked = Episode.Dates(from: "2026-11-06", due: "2026-12-18", until: "2028-12-19")
    #expect(found.map(\.dates) == (isAsked ? [asked] : []))
  }

  @Test("of who was referred the dossier is kept for three years; a kernel that stays for the fifth is asked nothing")
  func wiped() throws {
    let referred = leaver("so").replacing("\"bestemming\"", with: "\"verwezen\": \"ja\", \"bestemming\"")
    #expect(try okr(referred).map(\.until) == [day("2029-12-19")])
    let found = try okr(leaver("vo", left: "2022-07-31"))
    #expect(found.map { $0.isOpen(on: day("2024-07-31")) } == [true])
    #expect(found.map { $0.isOpen(on: day("2024-08-01")) } == [false])
  }

  @Test(
    "sending clears it; with a plan in force the plan must go too; a stay that goes on or was temporary asks nothing")
  func sent() throws {
    let seen = [(UInt64(2), "2026-12-01")]
    #expect(try okr(leaver("vo"), transfer(sent: "2026-12-01", seen: seen)).map(\.clearedOn) == [day("2026-12-01")])
    let plan = "{\"versies\": [{\"id\": \"\(id(15))\", \"vastgesteldOp\": \"2026-01-12\"}]}"
    #expect(try okr(leaver("vo"), transfer(sent: "2026-12-01", seen: seen), plan: plan).map(\.clearedOn) == [nil])
    let both = transfer(sent: "2026-12-01", plan: "2026-12-03", seen: seen)
    #expect(try okr(leaver("vo"), both, plan: plan).map(\.clearedOn) == [day("2026-12-03")])
    let closed = """
      {"versies": [{"id": "\(id(15))", "vastgesteldOp": "2026-01-12", "afgeslotenOp": "2026-12-17"}]}
      """
    #expect(
      try okr(leaver("vo"), transfer(sent: "2026-12-01", seen: seen), plan: closed).map(\.clearedOn)
        == [day("2026-12-01")])
    // What was sent before this stay, or taken back, is something else.
    #expect(try okr(leaver("vo"), transfer(sent: "2020-07-31", seen: seen)).map(\.clearedOn) == [nil])
    #expect(
      try okr(leaver("vo"), transfer(sent: "2026-12-01", seen: seen, more: ", " + takenBack)).map(\.clearedOn) == [nil])
    #expect(try okr(leaver("vo", kind: "tijdelijk")).isEmpty)
    #expect(try okr(pupil(groups: [], extra: nil)).isEmpty)
  }

  @Test("every guardian with custody on the day of sending must have seen it by then; unknown custody is not met")
  func seen() throws {
    func breaches(_ seen: [(UInt64, String)], _ list: String...) throws -> Int {
      let tab = "{\"ouders\": [\(list.joined(separator: ", "))]}"
      return try okr(leaver("vo"), transfer(sent: "2026-12-01", seen: seen), family: tab)
        .count { $0.mustBeAcknowledged && $0.visibleFrom == day("2026-12-01") }
    }
    #expect(try breaches([(2, "2026-12-01"), (3, "2026-11-20")], mother, father) == 0)
    #expect(try breaches([(2, "2026-12-02"), (3, "2026-11-20")], mother, father) == 1)
    #expect(try breaches([(2, "2026-12-01")], mother, father) == 1)
    #expect(try breaches([(2, "2026-12-01")], mother, guardian(3, "vader", custody: "nee")) == 0)
    #expect(try breaches([(2, "2026-12-01")], mother, guardian(3, "vader", custody: "onbekend")) == 1)
    // Custody ended the day before it was sent, or on that day.
    #expect(try breaches([(2, "2026-12-01")], mother, guardian(3, "vader", custody: "ja", until: "2026-11-30")) == 0)
    #expect(try breaches([(2, "2026-12-01")], mother, guardian(3, "vader", custody: "ja", until: "2026-12-01")) == 1)
    #expect(try breaches([]) == 1)
  }

  private func advice(_ given: String?, _ tested: String, _ more: String = "", on: String? = "2027-03-12") -> String {
    """
    {"adviezen": [{"id": "\(id(1))", "schooljaar": "2026-2027", "toetsadvies": "\(tested)"\
    \(given.map { ", \"voorlopig\": \"\($0)\"" } ?? "")\(on.map { ", \"toetsadviesOp\": \"\($0)\"" } ?? "")\
    \(more.isEmpty ? "" : ", " + more)}]}
    """
  }

  @Test(
    "only a result above the advice asks to look again; gl and tl are one, and a special school is on no scale",
    arguments: [
      ("vmboKb", "vmboTl", 1), ("vmboTl", "vmboKb", 0), ("vmboKb", "vmboKb", 0), ("vmboGl", "vmboTl", 0),
      ("vmboTl", "vmboGl", 0), ("vmboTl", "vmboTlHavo", 1), ("havo", "havoVwo", 1), ("havoVwo", "vwo", 1),
      ("pro", "vmboBb", 1), ("vmboBb", "vmboKb", 1), ("vsoArbeid", "pro", 1), ("vsoVervolg", "vwo", 0),
      ("vwo", "vsoVervolg", 0), (nil, "vwo", 0),
    ] as [(String?, String, Int)])
  func above(given: String?, tested: String, count: Int) throws {
    let found = try bench("advies.heroverweging").episodes([.transition: advice(given, tested)])
    #expect(found.map(\.dates) == (count == 1 ? [Episode.Dates(from: "2027-03-12", due: "2027-03-24")] : []))
  }

  @Test(
    "raising it, or a reason, with its day clears it",
    arguments: [
      ("\"heroverweging\": \"bijgesteld\", \"heroverwegingOp\": \"2027-03-16\"", "2027-03-16"),
      ("\"heroverweging\": \"bijgesteld\"", "-"),
      ("\"heroverweging\": \"nietBijgesteld\", \"heroverwegingOp\": \"2027-03-16\"", "-"),
      ("\"heroverweging\": \"nietBijgesteld\", \"heroverwegingOp\": \"2027-03-16\", \"heroverwegingReden\": \"\"", "-"),
      (
        "\"heroverweging\": \"nietBijgesteld\", \"heroverwegingOp\": \"2027-03-16\", \"heroverwegingReden\": \"angst\"",
        "2027-03-16"
      ),
      ("\"heroverweging\": \"deels\", \"heroverwegingOp\": \"2027-03-16\"", "-"),
      // Said to be raised, but the final advice is still below the result.
      (
        "\"heroverweging\": \"bijgesteld\", \"heroverwegingOp\": \"2027-03-16\", \"definitief\": \"vmboKb\", \"definitiefOp\": \"2027-03-20\"",
        "-"
      ),
      ("\"definitief\": \"vmboTl\", \"definitiefOp\": \"2027-03-20\"", "2027-03-20"),
      ("\"definitief\": \"vmboKb\", \"definitiefOp\": \"2027-03-20\"", "-"),
    ])
  func reconsidered(more: String, cleared: String) throws {
    let found = try bench("advies.heroverweging").episodes([.transition: advice("vmboKb", "vmboTl", more)])
    #expect(found.map { $0.clearedOn?.iso ?? "-" } == [cleared])
  }

  @Test("without the school's dates it is asked now, and a result without a day counts from the day of the test")
  func adviceDates() throws {
    let unknown = try bench("advies.heroverweging", dates: false)
    let found = try unknown.episodes([.transition: advice("vmboKb", "vmboTl")])
    #expect(found.map(\.dates) == [Episode.Dates(from: "2027-03-12")])
    #expect(found.map(\.floor) == [.now])
    let undated = advice("vmboKb", "vmboTl", on: nil)
    #expect(try unknown.episodes([.transition: undated]).isEmpty)
    #expect(
      try bench("advies.heroverweging").episodes([.transition: undated]).map(\.visibleFrom) == [day("2027-02-01")])
    #expect(
      try bench("advies.heroverweging").episodes([.transition: advice("vmboKb", "vmboTl", takenBack)]).isEmpty)
  }

  private func exemption(
    _ ground: String? = "zeerMoeilijkLerend", motivation: String? = "eigen niveau", told: [(UInt64, String)] = [],
    talked: [(UInt64, String)] = [], kind: String = "ontheffing", more: String = ""
  ) -> String {
    func list(_ rows: [(UInt64, String)], _ first: UInt64) -> String {
      rows.enumerated().map {
        "{\"id\": \"\(id(first + UInt64($0.offset)))\", \"ouder\": \"\(id($0.element.0))\", \"datum\": \"\($0.element.1)\"}"
      }.joined(separator: ", ")
    }
    return """
      {"ontheffingen": [{"id": "\(id(1))", "schooljaar": "2026-2027", "soort": "\(kind)", "besluitOp": "2026-11-16",
        "oudersIngelicht": [\(list(told, 80))], "oudersOverlegd": [\(list(talked, 85))]\
      \(ground.map { ", \"grond\": \"\($0)\"" } ?? "")\(motivation.map { ", \"motivering\": \"\($0)\"" } ?? "")\(more)}]}
      """
  }

  private func marks(_ transition: String, _ guardians: String...) throws -> [String] {
    let tab = "{\"ouders\": [\((guardians.isEmpty ? [mother] : guardians).joined(separator: ", "))]}"
    return try bench("toets.ontheffing").episodes([.family: tab, .transition: transition]).map {
      "\($0.id.mark) \($0.dates)"
    }
  }

  @Test("parents hear it before the test: asked until then, and if not, a breach from the day after")
  func exempt() throws {
    let open = " 2026-11-16 due 2027-02-01 last 2027-02-01 until 2027-02-02 cleared "
    let breach = "te laat 2027-02-02 due - last - until - cleared -"
    #expect(try marks(exemption()) == [open + "-", breach])
    #expect(try marks(exemption(told: [(2, "2027-02-01")])) == [open + "2027-02-01"])
    #expect(try marks(exemption(told: [(2, "2027-02-02")])) == [open + "2027-02-02", breach])
    #expect(try marks(exemption(told: [(2, "2026-11-19")]), mother, father) == [open + "-", breach])
    #expect(try marks(exemption(told: [(2, "2026-11-19")]), mother, guardian(3, "vader", custody: nil)).count == 2)
    #expect(try marks(exemption(told: [(2, "2026-11-19")]), guardian(3, "vader", custody: "nee")).count == 2)
    // The third ground asks for talking it over; having told is not enough. Having talked is having told.
    #expect(try marks(exemption("kortInNederland", told: [(2, "2026-11-19")])) == [open + "-", breach])
    #expect(try marks(exemption("kortInNederland", talked: [(2, "2026-11-19")])) == [open + "2026-11-19"])
    #expect(try marks(exemption(talked: [(2, "2026-11-19")])) == [open + "2026-11-19"])
    #expect(try marks(exemption(kind: "teltNietMee")).isEmpty)
    #expect(try marks(exemption(more: ", " + takenBack)).isEmpty)
  }

  @Test("a ground and a motivation must be there, by the test")
  func unexplained() throws {
    let told = [(UInt64(2), "2026-11-19")]
    for transition in [
      exemption(nil, told: told), exemption(motivation: nil, told: told), exemption(motivation: "", told: told),
    ] {
      let found = try marks(transition)
      #expect(found.contains("grond 2026-11-16 due 2027-02-01 last 2027-02-01 until - cleared -"))
    }
    #expect(try marks(exemption(told: told)).allSatisfy { !$0.hasPrefix("grond") })
  }

  @Test("where the day of the test is not on record, it is asked now and nothing is late")
  func noTestDate() throws {
    let found = try bench("toets.ontheffing", dates: false).episodes([
      .family: family(mother), .transition: exemption(),
    ])
    #expect(found.map(\.dates) == [Episode.Dates(from: "2026-11-16")])
    #expect(found.map(\.floor) == [.now])
  }
}
