import Casework

/// What there is to say about one stop of the flow: the answer, its facts, where to fill it in, and where it leads.
struct StopText {
  let stop: FlowStop
  private let flow: ReferralFlow
  private let texts: ReferralTexts

  init(_ stop: FlowStop, _ flow: ReferralFlow, _ texts: ReferralTexts) {
    self.stop = stop
    self.flow = flow
    self.texts = texts
  }

  func lines(width: Int) -> [Line] {
    let title = wrapped(texts.title(of: stop.node), width, .heading, bold: true)
    return title + body(width: width)
  }

  /// All but the title.
  func body(width: Int) -> [Line] {
    guard let station = flow.stations[stop.node], let text = texts.nodes[stop.node] else { return [] }
    var lines = status(station).flatMap { wrapped($0.text, width, $0.role, bold: $0.role == .now) }
    lines += station.facts.flatMap { bulleted(texts.words(of: $0), width) }
    if let place = station.ask?.words { lines += wrapped(Texts.Flow.fillIn(place) + " (↵)", width) }
    lines += wrapped(text.explanation, width, .muted)
    lines += stop.node.edges.flatMap { edge in
      wrapped(Texts.Flow.arrow(texts.word(for: edge.answer), to: texts.title(of: edge.target)), width, .muted)
    }
    return lines + wrapped(Texts.Flow.sources(text.sections, text.reference), width, .muted)
  }

  private func status(_ station: FlowStation) -> [(text: String, role: Role)] {
    if !station.unread.isEmpty { return [(Texts.Flow.notReadable(station.unread.map(\.title)), .now)] }
    if let answer = station.answer, !stop.node.isEnd {
      return [(Texts.Flow.answer(texts.word(for: answer)), .text)]
    }
    if stop.node == flow.path.last, station.ask == nil { return [(Texts.Flow.isHere, .good)] }
    return station.ask == nil ? [] : [(Texts.Flow.unanswered, .now)]
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role = .text, bold: Bool = false) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width)).map { Line($0.text, role, bold: bold) }
  }

  private func bulleted(_ text: String, _ width: Int) -> [Line] {
    Wrapped.lines(of: text, width: max(8, width - 2)).enumerated().map { index, line in
      Line((index == 0 ? "· " : "  ") + line.text)
    }
  }
}
