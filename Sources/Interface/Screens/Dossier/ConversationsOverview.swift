import Casework

/// What was agreed and is still to be done, the first due on top.
struct ConversationsOverview {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  var lines: [TabLine] {
    guard let record = text.dossier.conversations.record else { return [] }
    let open = record.everyAction.filter { $0.action.isOpen(on: text.day) }
      .sorted { ($0.action.before ?? .unknownDay) < ($1.action.before ?? .unknownDay) }
    guard !open.isEmpty else { return [] }
    return [TabLine(Line(Texts.Dossier.openActions(open.count), .heading, bold: true))]
      + open.map { line($0.action, $0.conversation) }
  }

  private func line(_ action: Action, _ talk: Conversation?) -> TabLine {
    var line = Line("  ")
    let isLate = action.before.map { $0 < text.day } ?? false
    line.add(action.before?.dutch(.full) ?? Texts.nothing, width: 16, isLate ? .overdue : .text, bold: isLate)
    line.add((isLate ? "!! " : "") + (action.what ?? Texts.emptyRecord))
    let owner = action.owner.map {
      text.references.name(of: $0.id, .user, in: Members(), of: .conversations)
    }
    if let owner = owner ?? action.ownerName { line.add(" · " + owner, .muted) }
    guard let id = action.id else { return TabLine(line) }
    let inTalk = talk?.id.map { [PathStep.item(list: ConversationsFields.declared.conversations.key, $0)] } ?? []
    let list = talk == nil ? ConversationsFields.declared.actions.key : ConversationFields.declared.actions.key
    return TabLine(line, .record(.conversations, inTalk + [.item(list: list, id)]))
  }
}

extension RecordKind {
  static let conversations = RecordKind(ConversationsFields.self)
}
