import Casework

/// Keys while something lies over the screen.
extension AppState {
  mutating func takeInOverlay(_ key: Key) -> [Effect] {
    guard let overlay else { return [] }
    if key == .escape {
      self.overlay = nil
      return []
    }
    switch overlay {
    case .help(let line, let cursor), .palette(let line, let cursor): return takeInList(key, overlay, line, cursor)
    case .askDay(let line): return takeDay(key, line)
    case .askNumber(let question): return takeNumber(key, question)
    case .askUntil(let question): return takeUntil(key, question)
    case .choose(let choice, let cursor): return takeChoice(key, choice, cursor)
    case .confirm(let question): return answer(key, question)
    }
  }

  private mutating func takeInList(
    _ key: Key, _ overlay: Overlay, _ line: InputLine, _ cursor: ListCursor
  ) -> [Effect] {
    var line = line
    var cursor = cursor
    let commands = overlay.commands(self)
    if key == .enter {
      guard let row = cursor.row(in: commands.count) else { return [] }
      self.overlay = nil
      return run(commands[row].id)
    }
    if !cursor.take(key, count: commands.count, page: max(1, size.rows - 8)), line.take(key) { cursor.row = 0 }
    if case .help = overlay { self.overlay = .help(line, cursor) } else { self.overlay = .palette(line, cursor) }
    return []
  }

  private mutating func takeDay(_ key: Key, _ line: InputLine) -> [Effect] {
    var line = line
    guard key == .enter else {
      _ = line.take(key)
      overlay = .askDay(line)
      return []
    }
    guard case .success(let day) = DateEntry.read(line.text, today: environment.today) else { return [] }
    overlay = nil
    return show(day)
  }

  private mutating func takeChoice(_ key: Key, _ choice: OverlayChoice, _ cursor: ListCursor) -> [Effect] {
    var cursor = cursor
    let labels = choice.labels
    if key == .enter {
      guard let row = cursor.row(in: labels.count) else { return [] }
      overlay = nil
      switch choice {
      case .list(let lists): return openNew(lists[row])
      case .lookalikes(let known): return choose(known.indices.contains(row) ? known[row] : nil)
      case .copyDay(let weekday): return copyDay(weekday, to: weekday.copyTargets[row].days)
      case .reader(let pupil, let readers): return makeSummary(of: pupil, for: readers[row].id)
      case .group(let groups): return go(toGroup: groups[row].group)
      case .drafts(let drafts): return openDraft(drafts[row].key)
      }
    }
    if case .character(let letter) = key {
      let first = String(letter).folded
      let order = labels.indices.map { ($0 + (cursor.row(in: labels.count) ?? 0) + 1) % labels.count }
      if let row = order.first(where: { labels[$0].folded.hasPrefix(first) }) { cursor.row = row }
    } else {
      _ = cursor.take(key, count: labels.count, page: max(1, size.rows - 8))
    }
    overlay = .choose(choice, cursor)
    return []
  }

  /// Only j says yes; Enter and everything else says no.
  private mutating func answer(_ key: Key, _ question: Question) -> [Effect] {
    overlay = nil
    guard key == .character("j") || key == .character("J") else { return [] }
    switch question {
    case .discardDraft: return discardDraft()
    case .discardMeeting: return discardMeeting()
    case .quitWithMarks: return saveAndQuit()
    }
  }
}
