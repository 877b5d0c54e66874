import Casework

/// A school year of a pupil as a calendar: a column a week, and in it a letter where something was missed.
///
/// With a row for each day of the week, or one row of weeks where there is little room. What does not fit at the sides is
/// left out around the day that shows, with an arrow there.
struct AbsenceStrip {
  private let weeks: [AbsenceYear.Week]
  private let today: CivilDate
  private let hasDays: Bool
  /// Whether there are weeks before and after those in sight.
  private let isCut: (left: Bool, right: Bool)
  private let width: Int

  /// The cells before the weeks, for the name of the day.
  static let margin = 3

  init(_ year: AbsenceYear, width: Int, byDay: Bool) {
    self.width = width
    hasDays = byDay
    today = year.countedThrough
    let room = max(1, width - Self.margin - 1)
    let all = year.weeks
    let present = all.lastIndex { $0.monday <= year.countedThrough } ?? 0
    let first = all.count > room ? min(max(0, present - room * 3 / 4), all.count - room) : 0
    weeks = Array(all.dropFirst(first).prefix(room))
    isCut = (first > 0, first + weeks.count < all.count)
  }

  /// The months, the days or weeks, and where the day that shows is.
  var lines: [Line] {
    weeks.isEmpty ? [] : [months] + (hasDays ? Weekday.allCases.prefix(5).map(row) : [weekRow]) + [pointer]
  }

  /// The weeks in sight, for bars that stand under them.
  var weeksInSight: [AbsenceYear.Week] { weeks }

  /// What each sign in sight means, as many on a line as fit; also of those that other pictures of it use.
  func legend(also others: Set<DaySign.Meaning> = []) -> [Line] {
    let shown = weeks.flatMap { week in hasDays ? week.days.map { sign(of: $0) } : [sign(of: week)] }
    let meanings = others.union(shown.map(\.meaning))
    let pieces = DaySign.Meaning.allCases.filter(meanings.contains).map { meaning in
      (meaning == .free ? "" : "\(meaning.letter) ", Texts.Absence.sign(meaning))
    }
    let small = shown.contains { $0.isPart } ? [("", Texts.Absence.smallLetter)] : []
    return Self.flow(pieces + small, width: width)
  }

  private static func flow(_ pieces: [(String, String)], width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    for (sign, text) in pieces {
      if line.cells > 0, line.cells + 2 + sign.cellWidth + text.cellWidth > width {
        lines.append(line)
        line = Line()
      }
      if line.cells > 0 { line.add("  ") }
      line.add(sign, .text, bold: true)
      line.add(text, .muted)
    }
    return line.cells > 0 ? lines + [line] : lines
  }

  /// The short name of each month above its first week, where there is room for it.
  private var months: Line {
    var text = ""
    for (index, week) in weeks.enumerated() {
      let isFirst = index == 0 || weeks[index - 1].month != week.month
      guard isFirst, text.count <= index, index + 3 <= weeks.count else { continue }
      text += String(repeating: " ", count: index - text.count) + CivilDate.shortMonths[week.month - 1]
    }
    var line = Line(isCut.left ? " ◂ " : "   ", .key)
    line.add(text, width: weeks.count, .muted)
    if isCut.right { line.add("▸", .key) }
    return line
  }

  private func row(_ weekday: Weekday) -> Line {
    let isToday = today.weekday == weekday && weeks.contains { $0.monday == today.monday }
    var line = Line(weekday.rawValue + (isToday ? "▸" : " "), isToday ? .heading : .muted, bold: isToday)
    for week in weeks {
      add(sign(of: week.days[weekday.index]), isToday: isToday && week.monday == today.monday, &line)
    }
    return line
  }

  private var weekRow: Line {
    var line = Line("wk ", .muted)
    for week in weeks { add(sign(of: week), isToday: week.monday == today.monday, &line) }
    return line
  }

  private func add(_ sign: DaySign, isToday: Bool, _ line: inout Line) {
    line.add(String(sign.letter), sign.meaning.role, bold: isToday || sign.meaning.isMissed)
  }

  /// Says under which week the day that shows is, before or after the arrow.
  private var pointer: Line {
    guard let index = weeks.firstIndex(where: { $0.monday == today.monday }) else {
      return Line("   " + Texts.Absence.noWeekToday, .muted)
    }
    let text = today.dutch(.weekday)
    let column = Self.margin + index
    var line = Line()
    if column + 2 + text.cellWidth <= width {
      line.tab(to: column)
      line.add("▲ " + text, .heading)
    } else {
      line.tab(to: max(0, column - text.cellWidth - 1))
      line.add(text + " ▲", .heading)
    }
    return line
  }

  private func sign(of day: AbsenceYear.Day) -> DaySign { DaySign(day, countedThrough: today) }

  /// What says most about a week: the gravest of its days, in capitals where a whole day was missed.
  private func sign(of week: AbsenceYear.Week) -> DaySign {
    let signs = week.days.map { sign(of: $0) }
    guard let gravest = signs.map(\.meaning).min() else { return DaySign(.free) }
    return DaySign(gravest, isPart: signs.filter { $0.meaning == gravest }.allSatisfy(\.isPart))
  }
}

extension AbsenceYear.Week {
  /// The month that most of its days are in.
  fileprivate var month: Int { monday.adding(days: 3).month }
}

/// How a day stands on the calendar: a letter of its own for each kind of absence, small for a part of the day.
struct DaySign: Equatable {
  /// From what stands out most to what stands out least.
  enum Meaning: CaseIterable, Comparable {
    case unauthorised, late, unknown, ill, medicalVisit, leave, suspended, otherwise, expected
    case school, unsettled, notEnrolled, free
  }

  let meaning: Meaning
  /// Whether a part of the day was missed, and not all of it.
  let isPart: Bool

  init(_ meaning: Meaning, isPart: Bool = false) {
    self.meaning = meaning
    self.isPart = isPart && meaning.isMissed
  }

  init(_ day: AbsenceYear.Day, countedThrough last: CivilDate) {
    switch day {
    case .free(let isSettled): self.init(isSettled ? .free : .unsettled)
    case .notEnrolled: self.init(.notEnrolled)
    case .school: self.init(.school)
    case .missed(let absent) where absent.isAssumed && absent.date > last: self.init(.expected)
    case .missed(let absent):
      self.init(absent.leadingCause.map(Meaning.init) ?? .unknown, isPart: !absent.isWhole)
    }
  }

  var letter: Character {
    isPart ? Character(meaning.letter.lowercased()) : meaning.letter
  }
}

extension DaySign.Meaning {
  fileprivate init(_ cause: AbsenceCause) {
    switch cause.standing {
    case .unauthorised: self = cause.kind == .late ? .late : .unauthorised
    case .unknown: self = .unknown
    case .authorised:
      switch cause.kind {
      case .ill: self = .ill
      case .medicalVisit: self = .medicalVisit
      case .leave, .tradeHoliday, .religiousDuty: self = .leave
      case .suspension: self = .suspended
      case .closure, .fiveYearOld, .late, .unauthorised, .holidayWithoutLeave, .waitingForPlace, .unknown, nil:
        self = .otherwise
      }
    }
  }

  /// The same letters as in a group's list of the day.
  var letter: Character {
    switch self {
    case .unauthorised: "O"
    case .late: "T"
    case .unknown: "?"
    case .ill: "Z"
    case .medicalVisit: "A"
    case .leave: "V"
    case .suspended: "S"
    case .otherwise: "G"
    case .expected: "→"
    case .school: "·"
    case .unsettled: "~"
    case .notEnrolled: "-"
    case .free: " "
    }
  }

  var isMissed: Bool { self < .school }

  fileprivate var role: Role {
    switch self {
    case .unauthorised, .late: .overdue
    case .unknown, .expected: .now
    case .ill, .medicalVisit, .leave, .suspended, .otherwise: .text
    case .school, .unsettled, .notEnrolled, .free: .muted
    }
  }
}
