import Casework
import Interface
import Vault

/// A draft as the vault keeps it.
extension Draft {
  var stored: StoredDraft {
    var content: Members = [
      "gebruiker": .string(key.user.description), "plaats": .string(key.place.path), "na": after,
    ]
    content["lijst"] = key.list.map(Tree.string)
    content["record"] = key.record.map { .string($0.description) }
    content["voor"] = before.map { .object(["revisie": .string($0.revision.text), "boom": $0.tree]) }
    var texts = Members()
    for (path, text) in unread { texts[path] = .string(text) }
    content["ongelezen"] = .object(texts)
    return StoredDraft(key: key.name, at: at, content: .object(content))
  }

  /// Reads what ``stored`` wrote; nothing where it is something else.
  init?(_ stored: StoredDraft) {
    let content = stored.content
    guard let user = content["gebruiker"]?.text.flatMap({ RecordID($0) }),
      let place = content["plaats"]?.text.flatMap(Place.init(path:)), let after = content["na"]
    else { return nil }
    let key = DraftKey(
      user: user, place: place, list: content["lijst"]?.text, record: content["record"]?.text.flatMap { RecordID($0) })
    guard key.name == stored.key else { return nil }
    var before: Stored?
    if let found = content["voor"] {
      guard let revision = found["revisie"]?.text, let tree = found["boom"] else { return nil }
      before = Stored(tree: tree, revision: Revision(text: revision))
    }
    var unread: [String: String] = [:]
    for pair in content["ongelezen"]?.members?.pairs ?? [] { unread[pair.key] = pair.value.text }
    self.init(key: key, at: stored.at, before: before, after: after, unread: unread)
  }
}
