import Casework

extension GroupScreen {
  func context(_ state: AppState) -> Line {
    guard let shown = shown(state), let session = state.session else { return Line(Texts.Group.none) }
    var line = Line(shown.group.displayName, .text, bold: true)
    line.add(" · " + shown.day.dutch(.full))
    let periods = session.calendar.periods(on: shown.day, group: shown.id, yearGroup: shown.yearGroup)
    if let first = periods.first, let last = periods.last, !state.size.isNarrow {
      let minutes = periods.reduce(0) { $0 + $1.minutes }
      line.add(" · " + Texts.Group.timetable(from: first.from, until: last.until, Minutes(minutes)), .muted)
    }
    line.add(" · " + Texts.Group.pupils(shown.pupils.count), .muted)
    return line
  }

  func draw(_ state: AppState, on grid: inout CellGrid, in area: Area) {
    guard let shown = shown(state), let session = state.session else {
      grid.draw(Line(" " + Texts.Group.noneLong, .muted), row: 1, in: area)
      return
    }
    let (list, side) = area.split(left: state.size.isWide ? 76 : area.columns, gap: 2)
    let stateLines = stateLines(shown, session, state, columns: list.columns)
    let (head, rows) = list.split(top: stateLines.count)
    grid.draw(stateLines, in: head)
    if Self.hasPattern(list.columns), session.calendar.isTaught(shown), let first = stateLines.first,
      first.cells < Self.patternColumn
    {
      grid.draw(
        Line(Texts.Group.patternHead, .muted), row: 0,
        in: Area(top: head.top, left: head.left + Self.patternColumn, columns: 9, rows: 1))
    }
    guard !shown.pupils.isEmpty else {
      grid.draw(Line(" " + Texts.Group.empty, .muted), row: 0, in: rows)
      return
    }
    let top = cursor.top(count: shown.pupils.count, page: rows.rows)
    for (row, pupil) in shown.pupils.dropFirst(top).prefix(rows.rows).enumerated() {
      let isChosen = top + row == cursor.row(in: shown.pupils.count)
      grid.draw(line(pupil, shown, session, isChosen: isChosen, columns: rows.columns), row: row, in: rows)
    }
    if state.size.isWide { grid.draw(sideLines(shown, session, state), in: side) }
  }

  /// Whether the day is done, and whether there is school at all; whole, in as many lines as that takes.
  private func stateLines(_ shown: GroupOnDay, _ session: Session, _ state: AppState, columns: Int) -> [Line] {
    let (text, role) = stateText(shown, session, state)
    return Wrapped.lines(of: text, width: max(8, columns - 1)).map { Line(" " + $0.text, role) }
  }

  func stateText(_ shown: GroupOnDay, _ session: Session, _ state: AppState) -> (String, Role) {
    if !session.calendar.covers(shown.day) { return (Texts.Group.notOnCalendar, .now) }
    if !session.calendar.isTaught(shown) { return (Texts.Group.noSchool, .now) }
    let absent = shown.pupils.count { status(of: $0, on: shown.day) != nil }
    if let late { return (Texts.Group.minutesHint(late.digits, most: shown.taughtMinutes(session)), .now) }
    if !marks.isEmpty { return (Texts.Group.marked(marks.count, absent: absent), .now) }
    if shown.isRegistered { return ("✓ " + Texts.Group.registered(absent: absent), .good) }
    let isFuture = shown.day > state.environment.today
    return isFuture ? (Texts.Group.future(absent: absent), .muted) : (Texts.Group.notRegistered, .now)
  }

  private func line(
    _ pupil: GroupOnDay.Pupil, _ shown: GroupOnDay, _ session: Session, isChosen: Bool, columns: Int
  ) -> Line {
    let isNarrow = columns < 60
    var line = Line(isChosen ? " > " : "   ")
    line.add(pupil.name, width: isNarrow ? 18 : 21)
    line.add(" ")
    if pupil.absence == nil {
      line.add(Texts.Group.notReadable, .muted)
      return line.selected(isChosen)
    }
    let status = status(of: pupil, on: shown.day)
    guard status != nil || session.calendar.isTaught(shown) else {
      line.add("–", .muted)
      return line.selected(isChosen)
    }
    let role: Role = status == nil ? .good : (status?.kind?.standing == .unauthorised ? .overdue : .now)
    line.add(status?.text ?? "✓", width: isNarrow ? columns - 23 : 16, role, bold: marks[pupil.id] != nil)
    if !isNarrow { line.add("  " + week(pupil, shown, session)) }
    if Self.hasPattern(columns) { line.add("  " + pattern(pupil, shown, session), .muted) }
    return line.selected(isChosen)
  }

  /// Where what happened in four weeks stands, where there is room for it.
  private static let patternColumn = 67
  private static func hasPattern(_ columns: Int) -> Bool { columns >= patternColumn + 9 }

  /// How many of the last twenty school days someone was away, by kind, the most first: `3z 1t`.
  private func pattern(_ pupil: GroupOnDay.Pupil, _ shown: GroupOnDay, _ session: Session) -> String {
    guard let absence = pupil.absence else { return "" }
    let days = session.calendar.teachingDays(from: shown.day.adding(days: -90), through: shown.day).filter {
      session.calendar.isTeachingDay($0, group: shown.id, yearGroup: shown.yearGroup)
    }.suffix(20)
    var counts: [String: Int] = [:]
    for day in days {
      let kind = day == shown.day ? status(of: pupil, on: day)?.kind : absence.absence(on: day)?.kind?.known
      if let kind { counts[GroupMark.letter(kind), default: 0] += 1 }
    }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    return most.map { "\($0.value)\($0.key)" }.joined(separator: " ")
  }

  /// The pattern of the week: a sign a day, the letter of its key where someone was away.
  private func week(_ pupil: GroupOnDay.Pupil, _ shown: GroupOnDay, _ session: Session) -> String {
    let registered = shown.id.flatMap { session.caseload.school.registrations[$0] } ?? []
    return (0..<5).map { offset -> String in
      let day = shown.day.monday.adding(days: offset)
      return day.weekday.rawValue + " " + sign(pupil, day, shown, session, registered)
    }.joined(separator: " ")
  }

  private func sign(
    _ pupil: GroupOnDay.Pupil, _ day: CivilDate, _ shown: GroupOnDay, _ session: Session, _ registered: Set<CivilDate>
  ) -> String {
    if day == shown.day, let status = status(of: pupil, on: day) { return status.kind.map(GroupMark.letter) ?? "?" }
    if case .absent(let kind, let until?)? = marks[pupil.id]?.mark, day > shown.day, day <= until {
      return GroupMark.letter(kind)
    }
    if !session.calendar.isTeachingDay(day, group: shown.id, yearGroup: shown.yearGroup) { return "–" }
    if day != shown.day, let kind = pupil.absence?.absence(on: day)?.kind?.known { return GroupMark.letter(kind) }
    return registered.contains(day) ? "✓" : "·"
  }

  /// Beside the list: who is away, and which days still wait.
  private func sideLines(_ shown: GroupOnDay, _ session: Session, _ state: AppState) -> [Line] {
    var lines = [Line(Texts.Group.awayHead, .heading, bold: true)]
    let away = shown.pupils.compactMap { pupil in status(of: pupil, on: shown.day).map { (pupil.name, $0.text) } }
    lines += away.isEmpty ? [Line(Texts.Group.nobodyAway, .muted)] : away.map { Line($0.0 + ": " + $0.1) }
    lines += [Line(), Line(Texts.Group.waitingHead, .heading, bold: true)]
    return lines + waitingLines(shown, session, state)
  }
}

extension GroupScreen {
  private static let waitingShown = 8

  /// The days that the agenda asks for, the last ones by name.
  private func waitingLines(_ shown: GroupOnDay, _ session: Session, _ state: AppState) -> [Line] {
    let waiting = shown.group.unregisteredDays(
      at: session.caseload.school, session.calendar, through: state.environment.today)
    guard !waiting.isEmpty else { return [Line(Texts.Group.nothingWaits, .good)] }
    let more = waiting.count - Self.waitingShown
    return waiting.suffix(Self.waitingShown).reversed().map { Line($0.dutch(.full)) }
      + (more > 0 ? [Line(Texts.Group.moreWait(more), .muted)] : [])
  }
}

extension TeachingCalendar {
  /// Whether there is school for this group on its day; a day of which nothing is known may be one.
  func isTaught(_ shown: GroupOnDay) -> Bool {
    !covers(shown.day) || isTeachingDay(shown.day, group: shown.id, yearGroup: shown.yearGroup)
  }
}

extension GroupOnDay {
  /// How long the group has lessons on its day; where no timetable says so, as long as a day can be.
  func taughtMinutes(_ session: Session) -> Int {
    let periods = session.calendar.periods(on: day, group: id, yearGroup: yearGroup)
    let minutes = periods.reduce(0) { $0 + $1.minutes }
    return minutes > 0 ? minutes : 24 * 60
  }
}
