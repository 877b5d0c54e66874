import Casework

extension Vault {
  /// Adds to each clash who wrote the file last.
  func named(
    _ clashes: [(place: Place, now: ReadFile, mine: Tree)], _ desk: Desk
  ) throws(VaultError) -> [PlaceClash] {
    var named: [PlaceClash] = []
    var desk = desk
    for clash in clashes {
      var now: Stored?
      if case .read(let stored) = clash.now.reading { now = stored }
      let writer = try lastWriter(of: desk.stored(clash.place), clash.now.tag, &desk)
      named.append(PlaceClash(place: clash.place, now: now, mine: clash.mine, writer: writer))
    }
    return named
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
