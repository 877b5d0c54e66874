import Casework
import Glibc

extension Vault {
  /// How often an edit is tried again when others keep saving the same files in between: for some seconds.
  static let attempts = 300

  /// Lets others go first after they were faster, for a few milliseconds that differ from theirs.
  static func pause(after attempt: Int) {
    guard attempt > 0 else { return }
    let limit = min(attempt, 20) * 1000
    usleep(UInt32(Int(Sodium.randomBytes(1).first ?? 0) * limit / 255))
  }

  /// Saves everything that one act changes, or nothing of it; when it returns, it is safe against a power cut.
  ///
  /// Where a file moved meanwhile, both edits are joined; where they touch the same field, nothing is saved and the
  /// fields are returned.
  public func commit(_ edit: Edit, by session: VaultSession) throws(VaultError) -> CommitOutcome {
    for attempt in 0..<Self.attempts {
      Self.pause(after: attempt)
      var desk = try desk(session)
      var work = CommitWork(vault: self)
      try work.prepare(edit, &desk)
      guard work.clashes.isEmpty else { return .conflict(work.clashes) }
      guard !work.writes.isEmpty else { return .saved(work.saved(edit)) }
      let batch = desk.batch(writes: work.writes, unchanged: work.unchanged, .write, edit.act)
      switch try store.commit(batch) {
      case .written: return .saved(work.saved(edit))
      case .moved: continue
      }
    }
    throw .keepsMoving
  }

  /// Puts into the journal that somebody looked at, printed or exported something; never what was in it.
  public func record(
    _ kind: JournalKind, _ act: String, _ places: [Place], by session: VaultSession
  ) throws(VaultError) {
    let desk = try desk(session)
    let looked = places.map { JournalPiece(path: desk.stored($0), tag: nil, replaces: nil) }
    _ = try store.commit(desk.batch(writes: [], unchanged: [:], kind, act, looked: looked))
  }
}

extension Desk {
  /// A batch with its line in the journal, signed where the school is sealed.
  func batch(
    writes: [Batch.Write], unchanged: [String: ContentTag?], _ kind: JournalKind, _ act: String,
    looked: [JournalPiece] = []
  ) -> Batch {
    let pieces = writes.map { JournalPiece(path: $0.path, tag: $0.tag, replaces: $0.replaces) } + looked
    let words = sealed(act: act)
    let (school, chain, now, identity) = (access.school, session.chain, now, session.identity)
    return Batch(writes: writes, unchanged: unchanged, chain: chain, at: now) { position in
      let entry = JournalEntry(
        school: school, chain: chain, position: position, at: now, kind: kind, act: words, pieces: pieces)
      return Stamped.bytes(entry.tree) { signed in
        identity.map { .signature($0.signing.sign(signed, as: .journal)) } ?? .hash(Sodium.hash(signed))
      }
    }
  }

  private static let actBlock = 64

  /// The act's words: sealed for the staff in steps of 64 bytes, for they tell what sort of file it was.
  private func sealed(act: String) -> String {
    guard let staff = keyring?.circle(.staff) else { return act }
    var text = Array(act.utf8) + [0x80]
    while text.count % Self.actBlock != 0 { text.append(0) }
    return base64(staff.content.seal(text, binding: Self.actBinding(access.school)))
  }

  /// The words of an entry's act, or nothing where they cannot be opened.
  func words(ofAct act: String) -> String? {
    guard let keyring else { return act }
    guard let bytes = decodedBase64(act) else { return nil }
    for circle in keyring.circles.values where circle.kind == .staff {
      if let text = circle.content.open(bytes, binding: Self.actBinding(access.school)),
        let end = text.lastIndex(of: 0x80)
      {
        return String(decoding: text[..<end], as: UTF8.self)
      }
    }
    return nil
  }

  private static func actBinding(_ school: RecordID) -> [UInt8] { Array("passend/daad/1\n\(school)".utf8) }
}
