import Casework

extension LoginScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let names = users.enumerated().map { Spoken.Entry(Speech.words($1.name), row: $0) }
    var spoken = Spoken(
      place: isTyping ? "passphrase" : "login", title: isUnlocking ? Texts.Login.locked : Texts.Login.who,
      entries: isTyping ? [] : users.isEmpty ? [Spoken.Entry(Texts.Login.nobody)] : names)
    if isTyping, !isUnlocking, let user { spoken.title = Speech.words(user.name) }
    if let failure { spoken.detail = [Texts.line(of: failure)] }
    spoken.opensByNumber = true
    spoken.question = isWaiting ? Texts.Login.opening : isTyping ? Texts.Lines.passphrase : Texts.Lines.user
    return spoken
  }
}

extension AgendaScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let list = list(state)
    var entries: [Spoken.Entry] = []
    for row in 0..<list.rowCount {
      switch list.content(ofRow: row) {
      case .head(let urgency, let count)?: entries.append(Spoken.Entry(Texts.Lines.head(urgency, count)))
      case .line(let position)?:
        entries.append(Spoken.Entry(words(state.derived.agendaLine(list[position])), row: position))
      case nil: break
      }
    }
    if list.count == 0 {
      entries = [Spoken.Entry(list.sought.isEmpty ? Texts.Agenda.nothing : Texts.nothingFound)]
    }
    var spoken = Spoken(place: Spoken.place(state, list.sought), title: Spoken.title(of: state), entries: entries)
    if !list.sought.isEmpty { spoken.title += Texts.Lines.found(list.sought, list.count) }
    spoken.detail = chosen(state).map { detail($0, state) } ?? []
    return spoken
  }

  private func words(_ line: AgendaLine) -> String {
    switch line {
    case .signal(let signal):
      let title = (signal.signal.outsideOurPower == nil ? "" : Texts.Agenda.outsideMark) + signal.title
      return Texts.Lines.signal(signal.signal.daysLeft, signal.name, signal.group, Speech.words(title))
    case .unjudged(let unjudged): return Texts.Lines.about(unjudged.name, unjudged.group, unjudged.title)
    }
  }

  private func detail(_ line: AgendaLine, _ state: AppState) -> [String] {
    switch line {
    case .signal(let signal): [words(line), Speech.words(state.book.reason(of: signal.episode))]
    case .unjudged(let unjudged): [words(line), Speech.words(unjudged.explanation)]
    }
  }
}

extension PupilsScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let entries = lines(state).enumerated().map { row, pupil in
      let signals = state.signals(of: pupil.id)
      let late = signals.count { $0.urgency == .overdue }
      let now = signals.count { $0.urgency == .now }
      return Spoken.Entry(Texts.Lines.pupil(pupil.name, pupil.group, pupil.level, late: late, now: now), row: row)
    }
    var spoken = Spoken(
      place: Spoken.place(state, filter.line.text), title: Spoken.title(of: state),
      entries: entries.isEmpty ? [Spoken.Entry(Texts.nothingFound)] : entries)
    if !filter.line.isEmpty { spoken.title += Texts.Lines.found(filter.line.text, entries.count) }
    spoken.opensByNumber = true
    spoken.question = Texts.Lines.name
    return spoken
  }
}

extension GroupScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    guard let shown = shown(state), let session = state.session else {
      return Spoken(
        place: Spoken.place(state), title: Spoken.title(of: state), entries: [Spoken.Entry(Texts.Group.noneLong)])
    }
    var spoken = Spoken(
      place: Spoken.place(state, shown.id?.description ?? "", shown.day.iso), title: Spoken.title(of: state))
    spoken.entries = shown.pupils.enumerated().map { row, pupil in
      Spoken.Entry(words(pupil, shown), row: row)
    }
    let standing = Speech.words(stateText(shown, session, state).0)
    if shown.pupils.isEmpty { spoken.entries = [Spoken.Entry(Texts.Group.empty)] }
    if let row = cursor.row(in: shown.pupils.count) { spoken.detail = [words(shown.pupils[row], shown)] }
    spoken.question = Texts.Lines.group(standing)
    spoken.page = 45
    return spoken
  }

  private func words(_ pupil: GroupOnDay.Pupil, _ shown: GroupOnDay) -> String {
    guard pupil.absence != nil else { return pupil.name + " " + Texts.Group.notReadable }
    return Texts.Lines.away(pupil.name, status(of: pupil, on: shown.day).map { Speech.words($0.text) })
  }
}

extension NormsScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let entries = rows(state).enumerated().map { row, number in
      let norm = number.norm
      let isOwn = state.session?.ownValue(of: norm) != nil
      let kind = norm.isStatutory ? Texts.Norms.law : isOwn ? Texts.Norms.own : nil
      return Spoken.Entry(
        Texts.Lines.norm(Texts.Norms.name(norm), state.session?.value(of: norm) ?? norm.value, kind), row: row)
    }
    return Spoken(
      place: Spoken.place(state, filter.line.text), title: Spoken.title(of: state),
      entries: entries.isEmpty ? [Spoken.Entry(Texts.nothingFound)] : entries,
      detail: chosen(state).map { NormText($0, state).lines(width: Speech.width).map { Speech.words($0.text) } } ?? [])
  }
}

extension FilesScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    var spoken = Spoken(place: Spoken.place(state), title: Spoken.title(of: state))
    guard let session = state.session, let troubles = session.troubles else {
      spoken.entries = [Spoken.Entry(Texts.Files.notYet)]
      return spoken
    }
    spoken.entries =
      troubles.isEmpty
      ? [Spoken.Entry(Texts.Files.allGood)]
      : troubles.enumerated().map { Spoken.Entry(Speech.words(session.name(of: $1)), row: $0) }
    spoken.detail = chosen(state).map { [Speech.words($0.text)] } ?? []
    return spoken
  }
}

extension ConflictScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    let entries = items.enumerated().map { row, item in
      let words = ConflictWords(item.conflict, item.place.place, state, day: day)
      let sides: [(MergeSide, String)] = [
        (.mine, Texts.Conflict.mine), (.theirs, Texts.Conflict.now(by: item.place.by)), (.base, Texts.Conflict.before),
      ]
      let chosen = sides.first { $0.0 == choices[row] }?.1 ?? ""
      let values = sides.map { Texts.Lines.field($0.1, Speech.words(words.value($0.0))) }
      return Spoken.Entry(
        Texts.Lines.conflict(Speech.words(words.label), words.reason, values, chosen: chosen), row: row)
    }
    let place = edit.changes.map { "\($0.place)" }.joined()
    return Spoken(
      place: Spoken.place(state, place), title: Spoken.title(of: state),
      entries: [Spoken.Entry(Texts.Conflict.explanation)] + entries, question: Texts.Lines.conflict)
  }
}

extension FlowScreen: Speaks {
  func spoken(_ state: AppState) -> Spoken {
    var spoken = Spoken(place: Spoken.place(state, pupil.description), title: Spoken.title(of: state))
    guard let flow = flow(state) else { return spoken }
    let texts = state.book.referral
    spoken.entries = FlowStop.all(of: flow).enumerated().map { row, stop in
      let station = flow.stations[stop.node]
      let answer = station?.answer.map { texts.word(for: $0) } ?? (station?.ask == nil ? nil : Texts.Flow.unanswered)
      return Spoken.Entry(
        Texts.Lines.stop(
          Speech.words(texts.title(of: stop.node)), stop.node.isEnd ? nil : answer, isOpen: stop.isInList),
        row: row)
    }
    if let stop = stop(of: flow) {
      spoken.detail = StopText(stop, flow, texts).lines(width: Speech.width).map { Speech.words($0.text) }
    }
    spoken.page = 30
    return spoken
  }
}
