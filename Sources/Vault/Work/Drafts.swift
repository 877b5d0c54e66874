import Casework

/// What somebody was typing and had not saved: on this machine only, and in a sealed school sealed to that user.
public struct StoredDraft: Equatable, Sendable {
  /// The name of the form, as the screen gave it.
  public let key: String
  /// When it was kept last.
  public let at: Moment
  public let content: Tree

  public init(key: String, at: Moment, content: Tree) {
    self.key = key
    self.at = at
    self.content = content
  }
}

extension Vault {
  /// Keeps a draft in place of the one with the same key; when it returns, it is safe against a power cut.
  public func keep(_ draft: StoredDraft, for session: VaultSession) throws(VaultError) {
    let text = Tree.object([
      "formulier": .string(draft.key), "op": .string(draft.at.iso), "inhoud": draft.content,
    ]).encodedCompact()
    let path = draftPath(draft.key, session)
    let bytes = session.identity.map { $0.local.seal(text, binding: Array(path.utf8)) } ?? text
    do { try local.replace(path, bytes) } catch { throw .storage(error) }
  }

  /// Lets a draft go; there need not be one.
  public func discardDraft(_ key: String, for session: VaultSession) throws(VaultError) {
    let path = draftPath(key, session)
    do {
      guard try local.files.size(path) != nil else { return }
      try local.files.remove(path)
    } catch { throw .storage(error) }
  }

  /// The drafts of this user on this machine, the newest first; one that cannot be read is left where it is.
  public func drafts(for session: VaultSession) throws(VaultError) -> [StoredDraft] {
    let folder = draftFolder(session)
    let files: [NamedBytes]
    do { files = try local.files.readFolder(folder) } catch { throw .storage(error) }
    return files.compactMap { draft($0.bytes, folder + "/" + $0.name, session) }.sorted { $0.at > $1.at }
  }

  private func draft(_ bytes: [UInt8], _ path: String, _ session: VaultSession) -> StoredDraft? {
    var text = bytes
    if let identity = session.identity {
      guard let opened = identity.local.open(bytes, binding: Array(path.utf8)) else { return nil }
      text = opened
    }
    guard let tree = try? Tree(bytes: text), let key = tree["formulier"]?.text, let at = tree.moment("op"),
      let content = tree["inhoud"], draftPath(key, session) == path
    else { return nil }
    return StoredDraft(key: key, at: at, content: content)
  }

  private func draftFolder(_ session: VaultSession) -> String { "concepten/\(school)/\(session.user.id)" }

  /// The key itself is not in the name: it tells which form of which pupil it is.
  private func draftPath(_ key: String, _ session: VaultSession) -> String {
    let text = Array(key.utf8)
    let name = session.identity.map { $0.local.keyedHash(text) } ?? Sodium.hash(text)
    return draftFolder(session) + "/" + hexadecimal(name.prefix(16)) + ".concept"
  }
}
