import Casework

extension Vault {
  /// How often an edit is tried again when others keep saving the same files in between.
  private static let attempts = 8

  /// Saves everything that one act changes, or nothing of it; when it returns, it is safe against a power cut.
  ///
  /// Where a file moved meanwhile, both edits are joined; where they touch the same field, nothing is saved and the
  /// fields are returned.
  public func commit(_ edit: Edit, by session: VaultSession) throws(VaultError) -> CommitOutcome {
    for _ in 0..<Self.attempts {
      var desk = try desk(session)
      var work = CommitWork()
      try work.prepare(edit, &desk)
      guard work.clashes.isEmpty else { return .conflict(try named(work.clashes, desk)) }
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

/// An edit on its way to the store.
struct CommitWork {
  var writes: [Batch.Write] = []
  /// What the edit rests on without changing it: the list of users and the rings.
  var unchanged: [String: ContentTag?] = [:]
  var clashes: [(place: Place, now: ReadFile, mine: Tree)] = []
  private var stored: [Place: Stored] = [:]
  private var joined: [JoinedSave] = []

  /// Checks rights and revisions, seals, and collects what is to be written.
  mutating func prepare(_ edit: Edit, _ desk: inout Desk) throws(VaultError) {
    unchanged[AccessList.path] = desk.accessTag
    var keys = KeyWork()
    try keys.prepare(edit, &desk)
    for change in edit.changes {
      if let pupil = change.place.pupil { try desk.learn(pupil) }
      if let refusal = desk.rights.refusalToWrite(change.place) { throw .noRight(refusal) }
      try take(change, &desk)
    }
    writes += keys.writes
    for write in writes { unchanged[write.path] = nil }
  }

  private mutating func take(_ change: Change, _ desk: inout Desk) throws(VaultError) {
    let now = try desk.read(change.place)
    switch now.reading {
    case .damaged(let file): throw .damaged(file)
    case .notReadable: throw .notReadable(change.place)
    case .absent where change.before == nil: try write(change, over: nil, now.tag, &desk)
    case .read(let current) where current.revision == change.before?.revision:
      try write(change, over: current, now.tag, &desk)
    case .read(let current) where current.tree == change.after: stored[change.place] = current
    case .absent, .read: clashes.append((change.place, now, change.after))
    }
  }

  private mutating func write(
    _ change: Change, over current: Stored?, _ tag: ContentTag?, _ desk: inout Desk
  ) throws(VaultError) {
    if let current, current.tree == change.after {
      stored[change.place] = current
      return
    }
    let (bytes, revision) = try desk.encoded(change.after, at: change.place, over: current?.revision)
    writes.append(Batch.Write(path: desk.stored(change.place), replaces: tag, bytes: bytes))
    stored[change.place] = Stored(tree: change.after, revision: revision)
    if let pupil = change.place.pupil, let ring = desk.rings[pupil] {
      unchanged[DossierRing.path(pupil)] = .some(ring.tag)
    }
  }

  func saved(_ edit: Edit) -> SavedFiles {
    let back = edit.changes.compactMap { change in
      stored[change.place].map {
        Change(place: change.place, before: $0, after: change.before?.tree ?? .object([:]))
      }
    }
    return SavedFiles(stored: stored, joined: joined, undo: Edit(act: edit.act, changes: back))
  }
}

extension Desk {
  /// A text as it goes into the store, and the name of its state.
  func encoded(
    _ tree: Tree, at place: Place, over previous: Revision?
  ) throws(VaultError) -> (bytes: [UInt8], revision: Revision) {
    let text = tree.encoded()
    guard let keyring else { return (text, Revision(text: hexadecimal(Sodium.hash(text)))) }
    let origin = Envelope.Origin(school: access.school, path: stored(place), previous: previous, at: now)
    guard let key = sealingKey(for: place, keyring),
      let sealed = Envelope.seal(SealedText(place: place, text: text), origin, with: key, by: keyring.identity)
    else { throw .notReadable(place) }
    return sealed
  }

  private func sealingKey(for place: Place, _ keyring: Keyring) -> SealingKey? {
    switch place.sealing {
    case .ring(let pupil, let keyClass):
      rings[pupil]?.secret(keyClass).map { .shared(id: $0.id, $0.1) }
    case .circle(let kind): keyring.circle(kind).map { .shared(id: $0.id, $0.content) }
    case .givenToCircle(let kind): access.circle(kind).map { .given(to: $0.id, boxKey: $0.boxKey) }
    case .givenToUser(let user): access.member(user)?.boxKey.map { .given(to: user, boxKey: $0) }
    }
  }
}
