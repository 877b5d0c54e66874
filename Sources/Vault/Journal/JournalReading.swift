import Casework

extension Vault {
  /// The lines of the journal of a year, all chains together, in the order in which things happened.
  public func journal(of year: Int, for session: VaultSession) throws(VaultError) -> [JournalRecord] {
    var desk = try desk(session)
    var entries: [JournalEntry] = []
    for chain in try store.chains() {
      for line in try store.journal(chain, year).split(separator: UInt8(ascii: "\n")) {
        if let entry = JournalLine(Array(line))?.entry { entries.append(entry) }
      }
    }
    let staff = try desk.schoolRecord().staff
    return entries.sorted { $0.position.sequence < $1.position.sequence }.map { entry in
      let name = staff.first { $0.id == entry.user }?.staffName ?? entry.user.flatMap { desk.access.member($0)?.login }
      return JournalRecord(
        sequence: entry.position.sequence, at: entry.at, user: name ?? "", kind: entry.kind,
        act: desk.words(ofAct: entry.act) ?? "", paths: entry.pieces.map(\.path))
    }
  }

  /// Who wrote these bytes to a path, as the journal tells.
  func lastWriter(of path: String, _ tag: ContentTag?, _ desk: inout Desk) throws(VaultError) -> Writer? {
    guard let tag else { return nil }
    var found: JournalEntry?
    for chain in try store.chains() {
      guard let year = try store.years(chain).last else { continue }
      for line in try store.journal(chain, year).split(separator: UInt8(ascii: "\n")) {
        guard let entry = JournalLine(Array(line))?.entry, entry.kind == .write,
          entry.pieces.contains(where: { $0.path == path && $0.tag == tag })
        else { continue }
        if entry.position.sequence > found?.position.sequence ?? 0 { found = entry }
      }
    }
    return try found.flatMap { (entry) throws(VaultError) in try writer(of: entry, &desk) }
  }

  func writer(of entry: JournalEntry, _ desk: inout Desk) throws(VaultError) -> Writer? {
    guard let user = entry.user else { return nil }
    let staff = try desk.schoolRecord().staff.first { $0.id == user }
    let name = staff?.staffName ?? desk.access.member(user)?.login ?? ""
    return Writer(user: user, name: name, at: entry.at)
  }
}

extension JournalEntry {
  /// Whose chain it is in.
  var user: RecordID? { RecordID(chain.prefix(32)) }
}

/// A line of the journal for people.
public struct JournalRecord: Equatable, Sendable {
  public let sequence: Int
  public let at: Moment
  /// The name in the list of staff, else the login name.
  public let user: String
  public let kind: JournalKind
  public let act: String
  /// The files as they are stored.
  public let paths: [String]
}
