import Casework
import Support

/// A pupil and a plan in plain numbers: days since 1 August 2024, guardians by their place in the family.
///
/// Both sides of the comparison read it in their own way: the program as tabs, the naive reckoner as it stands.
struct PlanScenario: Sendable {
  static let firstDay = day("2024-08-01")
  /// Two school years.
  static let dayCount = 730

  struct Span: Sendable {
    var from: Int
    var until: Int?

    func contains(_ day: Int) -> Bool { day >= from && until.map { day <= $0 } ?? true }
  }

  struct Enrolment: Sendable {
    var isDefinitive: Bool
    var span: Span
  }

  struct Level: Sendable {
    var isExtra: Bool
    var from: Int
    var until: Int?
  }

  struct Custody: Sendable {
    var answer: YesNoUnknown
    var from: Int?
    var until: Int?
  }

  struct Answer: Sendable {
    var guardian: Int
    var word: AgreementAnswer
    var on: Int?
    var attempts: [Int]
  }

  struct Version: Sendable {
    var drawn: Int
    var offered: Int?
    var established: Int?
    var closed: Int?
    var answers: [Answer]
  }

  struct Evaluated: Sendable {
    var on: Int
    var present: Set<Int>
  }

  var enrolments: [Enrolment] = []
  var placements: [Span] = []
  var levels: [Level] = []
  /// What is on record of each guardian's custody, in order; apart from each other.
  var custody: [[Custody]] = []
  var versions: [Version] = []
  var evaluations: [Evaluated] = []
  var notes: [Int] = []
  /// Days off, besides weekends and public holidays.
  var closures: [Span] = []
  /// Whether the calendar of each of the two years is on record.
  var isOnRecord = [true, true]

  static func date(_ day: Int) -> CivilDate { firstDay.adding(days: day) }

  /// The days on which something can change, with the day before and the day after, and some others at random.
  func telling(seed: UInt64) -> [Int] {
    func edges(_ span: Span) -> [Int?] { [span.from, span.until.map { $0 + 1 }] }
    var facts: [Int?] = enrolments.flatMap { edges($0.span) } + placements.flatMap(edges)
    facts += levels.flatMap { [$0.from, $0.until.map { $0 + 1 }] }
    facts += custody.flatMap { $0.flatMap { [$0.from, $0.until.map { $0 + 1 }] } }
    facts += versions.flatMap { [$0.offered, $0.established, $0.closed.map { $0 + 1 }] }
    facts += versions.flatMap(\.answers).flatMap { [$0.on] + $0.attempts }
    facts += evaluations.map(\.on) + notes
    var days = Set(facts.compactMap(\.self).flatMap { [$0 - 1, $0, $0 + 1] })
    var random = SeededGenerator(seed: seed)
    for _ in 0..<24 { days.insert(random.int(0...Self.dayCount - 1)) }
    // A year after, and eight weeks before that, an evaluation is due.
    days.formUnion(facts.compactMap(\.self).flatMap { [$0 + 308, $0 + 309] } + [307, 308, 672, 673])
    return days.filter { $0 >= 0 && $0 < Self.dayCount }.sorted()
  }
}

/// Making scenarios in which much changes and things meet.
extension PlanScenario {
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 2_654_435_761 &+ 17)
    makePupil(&random)
    custody = (0..<random.pick([0, 1, 2, 2, 3])).map { _ in Self.custody(&random) }
    versions = (0..<random.pick([0, 1, 1, 2, 3])).map { _ in version(&random) }.sorted {
      $0.drawn < $1.drawn
    }
    for index in versions.indices.dropFirst()
    where versions[index].drawn <= versions[index - 1].drawn {
      versions[index].drawn = versions[index - 1].drawn + 1
      versions[index].offered = versions[index].offered.map { max($0, versions[index].drawn) }
      versions[index].established = versions[index].established.map {
        max($0, versions[index].drawn)
      }
      versions[index].closed = versions[index].closed.map { max($0, versions[index].drawn) }
    }
    separateBeginnings()
    let count = custody.count
    evaluations = (0..<random.int(0...4)).map { _ in
      Evaluated(
        on: random.int(0...Self.dayCount), present: Set((0..<count).filter { _ in random.oneIn(2) })
      )
    }
    notes = (0..<random.int(0...8)).map { _ in random.int(0...Self.dayCount) }
    closures = (0..<random.int(2...9)).map { _ in
      let from = random.int(0...Self.dayCount)
      return Span(from: from, until: from + random.pick([0, 0, 4, 8, 15]))
    }
    isOnRecord = random.oneIn(4) ? random.pick([[true, false], [false, true]]) : [true, true]
  }

  private mutating func makePupil(_ random: inout SeededGenerator) {
    let from = random.int(-200...300)
    let left = from <= 0 && random.oneIn(3) ? random.int(60...Self.dayCount) : nil
    switch random.int(1...6) {
    case 1: enrolments = []
    case 2:
      let changes = from + random.int(1...60)
      enrolments = [
        Enrolment(isDefinitive: false, span: Span(from: from, until: changes - 1)),
        Enrolment(
          isDefinitive: true, span: Span(from: changes, until: left.map { max($0, changes) })),
      ]
    default: enrolments = [Enrolment(isDefinitive: true, span: Span(from: from, until: left))]
    }
    if enrolments.isEmpty, random.oneIn(2) { placements = [Span(from: from, until: left)] }
    var next = random.int(-250...400)
    for _ in 0..<random.int(1...4) {
      let length = random.int(20...300)
      let isOpen = random.oneIn(3)
      levels.append(
        Level(isExtra: !random.oneIn(3), from: next, until: isOpen ? nil : next + length - 1))
      next += length + (random.oneIn(4) ? random.int(1...40) : 0)
    }
  }

  private static func custody(_ random: inout SeededGenerator) -> [Custody] {
    let answers: [YesNoUnknown] = [.yes, .yes, .yes, .no, .unknown]
    switch random.int(1...5) {
    case 1: return []
    case 2, 3: return [Custody(answer: random.pick(answers))]
    case 4:
      let change = random.int(0...dayCount)
      return [
        Custody(answer: random.pick(answers), until: change),
        Custody(answer: random.pick(answers), from: change + 1),
      ]
    default:
      let from = random.int(0...dayCount)
      return [
        Custody(
          answer: random.pick(answers), from: from,
          until: random.oneIn(2) ? nil : from + random.int(0...200))
      ]
    }
  }

  private func version(_ random: inout SeededGenerator) -> Version {
    let near = levels.first { $0.isExtra }?.from ?? 100
    let drawn = random.oneIn(3) ? random.int(0...650) : max(0, near + random.int(-20...50))
    let offered = random.oneIn(4) ? nil : drawn + random.int(0...30)
    let established = random.oneIn(2) ? nil : (offered ?? drawn) + random.int(0...60)
    let closed = random.oneIn(4) ? (established ?? offered ?? drawn) + random.int(0...200) : nil
    let answers = (0..<custody.count).flatMap { guardian in
      (0..<random.pick([0, 1, 1, 2])).map { _ in
        Answer(
          guardian: guardian, word: random.pick([.agreed, .agreed, .refused, .unreachable, .open]),
          on: random.oneIn(8) ? nil : (offered ?? drawn) + random.int(-5...60),
          attempts: (0..<random.int(0...2)).map { _ in drawn + random.int(0...60) })
      }
    }
    return Version(
      drawn: drawn, offered: offered, established: established, closed: closed, answers: answers)
  }

  /// No two versions begin on one day, and a guardian answers once on a day: which would come first nothing tells.
  private mutating func separateBeginnings() {
    var begun: Set<Int> = []
    for index in versions.indices {
      while let day = versions[index].established, !begun.insert(day).inserted {
        versions[index].established = day + 1
      }
      versions[index].closed = versions[index].closed.map {
        max($0, versions[index].established ?? $0)
      }
      var answered: Set<[Int]> = []
      for number in versions[index].answers.indices {
        let answer = versions[index].answers[number]
        guard let on = answer.on else { continue }
        var day = on
        while !answered.insert([answer.guardian, day]).inserted { day += 1 }
        versions[index].answers[number].on = day
      }
    }
  }
}

/// The scenario as the program sees it.
extension PlanScenario {
  var tabs: [SectionName: String] {
    [
      .pupil: pupilTab,
      .family: "{\"ouders\": [\(custody.indices.map(guardian).joined(separator: ", "))]}",
      .plan: planTab,
    ]
  }

  private static func iso(_ day: Int?) -> String? { day.map { date($0).iso } }

  private var pupilTab: String {
    let enrolled = enrolments.enumerated().map { index, enrolment in
      Tabs.record(
        UInt64(100 + index),
        [
          "soort": enrolment.isDefinitive ? "definitief" : "tijdelijk",
          "van": Self.iso(enrolment.span.from),
          "tot": Self.iso(enrolment.span.until),
        ])
    }
    let placed = placements.map {
      Tabs.record(
        120, ["groep": id(31).description, "van": Self.iso($0.from), "tot": Self.iso($0.until)])
    }
    let supported = levels.enumerated().map { index, level in
      Tabs.record(
        UInt64(130 + index),
        [
          "niveau": level.isExtra
            ? (index % 2 == 0 ? "extraBinnenSop" : "extraBuitenSop") : "basis",
          "van": Self.iso(level.from), "tot": Self.iso(level.until),
        ])
    }
    return """
      {"inschrijvingen": [\(enrolled.joined(separator: ", "))], "groepen": [\(placed.joined(separator: ", "))],
       "ondersteuningsniveaus": [\(supported.joined(separator: ", "))]}
      """
  }

  private func guardian(_ number: Int) -> String {
    let answers = custody[number].enumerated().map { index, piece in
      Tabs.record(
        UInt64(200 + 10 * number + index),
        ["gezag": piece.answer.rawValue, "van": Self.iso(piece.from), "tot": Self.iso(piece.until)])
    }
    return Tabs.record(
      UInt64(11 + number), ["naam": "ouder \(number)", "soort": "ouder"],
      "\"gezag\": [\(answers.joined(separator: ", "))]")
  }

  private var planTab: String {
    let versions = versions.enumerated().map { index, version in
      let answers = version.answers.enumerated().map { number, answer in
        let attempts = answer.attempts.enumerated().map { place, on in
          Tabs.record(
            UInt64(1000 + 100 * index + 10 * number + place),
            ["datum": Self.iso(on), "hoe": "gebeld"])
        }
        return Tabs.record(
          UInt64(400 + 20 * index + number),
          [
            "ouder": id(UInt64(11 + answer.guardian)).description,
            "instemming": answer.word.rawValue,
            "instemmingOp": Self.iso(answer.on),
          ], "\"pogingen\": [\(attempts.joined(separator: ", "))]")
      }
      return Tabs.record(
        UInt64(300 + index),
        [
          "opgesteldOp": Self.iso(version.drawn), "aangebodenOp": Self.iso(version.offered),
          "vastgesteldOp": Self.iso(version.established), "afgeslotenOp": Self.iso(version.closed),
        ], "\"ouders\": [\(answers.joined(separator: ", "))]")
    }
    let evaluations = evaluations.enumerated().map { index, evaluation in
      let present = evaluation.present.sorted().map { guardian in
        Tabs.record(
          UInt64(600 + 10 * index + guardian),
          ["ouder": id(UInt64(11 + guardian)).description, "aanwezig": "aanwezig"])
      }
      return Tabs.record(
        UInt64(500 + index), ["datum": Self.iso(evaluation.on)],
        "\"ouders\": [\(present.joined(separator: ", "))]")
    }
    let notes = notes.enumerated().map { index, on in
      Tabs.record(UInt64(700 + index), ["datum": Self.iso(on), "tekst": "goed"])
    }
    return """
      {"versies": [\(versions.joined(separator: ", "))], "evaluaties": [\(evaluations.joined(separator: ", "))],
       "voortgang": [\(notes.joined(separator: ", "))]}
      """
  }

  var school: School {
    let years = [
      SampleSchool.year(101, 2024, "2024-09-02", "2025-07-18"),
      SampleSchool.year(102, 2025, "2025-09-01", "2026-07-17"),
    ]
    let closed = closures.enumerated().map { index, span in
      SampleSchool.closure(
        UInt64(800 + index), "vrij", .holiday, Self.date(span.from).iso,
        span.until.map { Self.date($0).iso })
    }
    return SampleSchool.school(
      years: zip(years, isOnRecord).filter(\.1).map(\.0), closures: closed)
  }
}
