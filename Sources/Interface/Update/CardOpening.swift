import Casework

/// The emergency card: asked for, and shown as it comes.
extension AppState {
  mutating func openEmergencyCard() -> [Effect] {
    guard case .group(let screen) = screens.current, let pupil = screen.chosen(self) else { return [] }
    let effects = leaveScreen()
    let token = expect(.emergencyCard)
    screens.push(
      .paper(
        PaperScreen(
          pupil: pupil.id, title: Texts.Card.title(pupil.name), content: .awaited(token),
          sources: [.emergencyCard(pupil: pupil.id)])))
    return effects + [.openEmergencyCard(pupil: pupil.id, token)]
  }

  mutating func takeCard(_ card: FileState, _ token: Token) -> [Effect] {
    fillPaper(token) { pupil, state in
      switch card {
      case .gone: .nothing(Texts.Card.none)
      case .read(let stored):
        .document(Document(fileName: Texts.Card.file, text: state.words(ofCard: stored.tree, pupil)))
      case .notReadable: .nothing(Texts.Card.notReadable)
      case .damaged(let why): .nothing(Texts.Card.damaged(why))
      }
    }
  }

  mutating func failToReadCard(_ failure: Failure, _ token: Token) -> [Effect] {
    fillPaper(token) { _, _ in .nothing(Texts.Card.failed(failure)) }
  }

  /// Puts what came into the paper that waits for it; one that was left meanwhile is gone.
  private mutating func fillPaper(
    _ token: Token, with content: (RecordID, AppState) -> PaperScreen.Content
  ) -> [Effect] {
    pending[token] = nil
    let state = self
    screens.change { screen in
      guard case .paper(var paper) = screen, paper.content == .awaited(token) else { return }
      paper.content = content(paper.pupil, state)
      screen = .paper(paper)
    }
    return []
  }

  /// The card in words, whatever is filled in on it.
  private func words(ofCard tree: Tree, _ pupil: RecordID) -> String {
    guard let session, let card = tree.members else { return Texts.Card.none }
    let kind = RecordKind(EmergencyCardFields.self)
    let text = RecordText(
      file: card, root: kind, references: session.references(around: pupil), width: min(76, max(20, size.columns - 2)))
    return text.lines(card, kind).map(\.text).joined(separator: "\n")
  }
}
