import Casework

/// What this machine keeps outside the vault: its own name, the last lines it saw of every journal, and drafts.
struct LocalState: Sendable {
  let files: FileSystem

  private static let devicePath = "apparaat"

  /// A random name for this device, made the first time.
  func device() throws(VaultError) -> String {
    do { return try knownOrNew() } catch { throw .storage(error) }
  }

  private func knownOrNew() throws(FileFault) -> String {
    if let known = try known() { return known }
    let name = hexadecimal(Sodium.randomBytes(8))
    do { try files.writeNew(Self.devicePath, Array((name + "\n").utf8), synced: true) } catch {
      // Another of our windows was first.
      guard let known = try known() else { throw error }
      return known
    }
    return name
  }

  private func known() throws(FileFault) -> String? {
    guard let bytes = try files.read(Self.devicePath) else { return nil }
    let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return decodedHexadecimal(text)?.count == 8 ? text : nil
  }

  /// Replaces a file whole: after a power cut it is the old one or the new one.
  func replace(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
    let folder = FolderStore.folder(of: path)
    var changed: ChangedFolders = [folder]
    try files.makeFolders(folder, noting: &changed)
    let fresh = (folder.isEmpty ? "" : folder + "/") + "." + FolderStore.name(of: path) + ".nieuw"
    if try files.size(fresh) != nil { try files.remove(fresh) }
    try files.writeNew(fresh, bytes, synced: true)
    try files.rename(fresh, path)
    try files.sync(&changed)
  }
}

/// The ends of the journals that this machine saw, kept outside the vault: whoever puts an old copy of everything back
/// cannot put these back.
extension LocalState {
  private func headsPath(_ school: RecordID) -> String { "hoofden/\(school).json" }

  func seenHeads(_ school: RecordID) -> [String: SeenHead] {
    guard let bytes = try? files.read(headsPath(school)), let members = (try? Tree(bytes: bytes))?.members else {
      return [:]
    }
    var heads: [String: SeenHead] = [:]
    for pair in members.pairs {
      guard let number = pair.value["nr"]?.integer, let hash = pair.value["som"]?.text else { continue }
      heads[pair.key] = SeenHead(number: number, hash: hash)
    }
    return heads
  }

  /// Keeps the ends; a machine that cannot does not check less than before.
  func see(_ heads: [String: SeenHead], _ school: RecordID) {
    var members = Members()
    for (chain, head) in heads {
      members[chain] = .object(["nr": .number(String(head.number)), "som": .string(head.hash)])
    }
    try? replace(headsPath(school), Tree.object(members).encodedCompact())
  }
}
