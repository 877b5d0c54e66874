import Casework

/// Where the way to another school stands, and what the checks of PrO and LWOO come to.
struct ReferralOverview {
  private let text: TabText
  private let texts: ReferralTexts

  init(_ text: TabText) {
    self.text = text
    texts = text.state.book.referral
  }

  var lines: [TabLine] {
    guard text.dossier.referral.isReadable else { return [] }
    let flow = ReferralFlow(text.dossier, on: text.day)
    let place = flow.path.last.map { text.note(Texts.Flow.way(to: texts.title(of: $0)), .text) } ?? []
    guard let outcome = text.dossier.secondaryOutcome(on: text.day) else { return place }
    let target = outcome.check.id.map {
      LineTarget.record(.referral, [.item(list: ReferralFields.declared.secondaryChecks.key, $0)])
    }
    let unsettled = [TabLine(Texts.Flow.unsettled, .muted, target)] + texts.unsettled.flatMap { bulleted($0, target) }
    return place + check(Texts.Flow.practical, outcome.practical, target)
      + check(Texts.Flow.support, outcome.support, target) + unsettled
  }

  private func check(_ name: String, _ result: CriteriaCheck, _ target: LineTarget?) -> [TabLine] {
    let head = Line(Texts.Flow.check(name, result.answer.rawValue), role(result.answer), bold: true)
    return [TabLine(head, target)] + result.steps.flatMap { bulleted(texts.words(of: $0), target) }
  }

  private func role(_ answer: CriteriaAnswer) -> Role {
    switch answer {
    case .meets, .tailored: .good
    case .unknown: .now
    case .doesNot: .text
    }
  }

  private func bulleted(_ words: String, _ target: LineTarget?) -> [TabLine] {
    Wrapped.lines(of: words, width: max(8, text.width - 2)).enumerated().map { index, line in
      TabLine((index == 0 ? "· " : "  ") + line.text, .text, target)
    }
  }
}
