import Casework

/// An edit on its way to the store.
struct CommitWork {
  let vault: Vault
  private(set) var writes: [Batch.Write] = []
  /// What the edit rests on without changing it: the list of users and the rings.
  private(set) var unchanged: [String: ContentTag?] = [:]
  private(set) var clashes: [PlaceClash] = []
  private var stored: [Place: Stored] = [:]
  private var joined: [JoinedSave] = []

  init(vault: Vault) { self.vault = vault }

  /// Checks rights and revisions, joins, seals, and collects what is to be written.
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
    let mine = change.place.stamped(change.after)
    switch now.reading {
    case .damaged(let file): throw .damaged(file)
    case .notReadable: throw .notReadable(change.place)
    case .absent where change.before == nil: try write(mine, at: change.place, over: nil, now.tag, &desk)
    case .absent:
      clashes.append(
        PlaceClash(place: change.place, now: nil, joined: mine, conflicts: [], writer: nil))
    case .read(let current):
      guard change.place.isWritable(current.tree) else { throw .newerFormat(path: desk.stored(change.place)) }
      if current.revision == change.before?.revision {
        try write(mine, at: change.place, over: current, now.tag, &desk)
      } else {
        try join(change, mine, current, now.tag, &desk)
      }
    }
  }

  /// Joins the edit with what others made of the file meanwhile.
  private mutating func join(
    _ change: Change, _ mine: Tree, _ current: Stored, _ tag: ContentTag?, _ desk: inout Desk
  ) throws(VaultError) {
    let place = change.place
    let fields = place.content.fields
    let outcome = merge(
      base: change.before.map { place.stamped($0.tree) }, mine: mine, theirs: current.tree, fields: fields)
    let writer = try vault.lastWriter(of: desk.stored(place), tag, &desk)
    guard let merged = outcome.merged else {
      clashes.append(
        PlaceClash(
          place: place, now: current, joined: outcome.joined, conflicts: outcome.conflicts, writer: writer))
      return
    }
    if !outcome.taken.isEmpty { joined.append(JoinedSave(place: place, taken: outcome.taken, writer: writer)) }
    try write(merged, at: place, over: current, tag, &desk)
  }

  private mutating func write(
    _ tree: Tree, at place: Place, over current: Stored?, _ tag: ContentTag?, _ desk: inout Desk
  ) throws(VaultError) {
    if let current, current.tree == tree {
      stored[place] = current
      return
    }
    let (bytes, revision) = try desk.encoded(tree, at: place, over: current?.revision)
    let written = desk.tag(of: bytes, revision)
    writes.append(Batch.Write(path: desk.stored(place), replaces: tag, bytes: bytes, tag: written))
    stored[place] = Stored(tree: tree, revision: revision)
    if let pupil = place.pupil, let ring = desk.rings[pupil] {
      unchanged[DossierRing.path(pupil)] = .some(ring.tag)
    }
  }

  func saved(_ edit: Edit) -> SavedFiles {
    let back = edit.changes.compactMap { change in stored[change.place].map { undo(change, $0) } }
    return SavedFiles(stored: stored, joined: joined, undo: Edit(act: edit.act, changes: back))
  }

  /// Back from what the user made to what was there before.
  ///
  /// Where a colleague's edit was joined, the base is not what the file is now, so that undoing joins again and leaves
  /// the colleague's edit alone.
  private func undo(_ change: Change, _ result: Stored) -> Change {
    let mine = change.place.stamped(change.after)
    let before = mine == result.tree ? result : Stored(tree: mine, revision: Revision(text: ""))
    return Change(place: change.place, before: before, after: change.before?.tree ?? .object([:]))
  }
}

extension Place {
  /// What the file's header calls it, and its fields.
  var content: (word: String, fields: any RecordFields.Type) {
    (kind.word, kind.fields)
  }

  /// The tree with the header that belongs to the place.
  func stamped(_ tree: Tree) -> Tree {
    tree.members.map { .object(SectionFormat.stamped($0, as: content.word)) } ?? tree
  }

  /// Whether this version may write over the file.
  func isWritable(_ tree: Tree) -> Bool {
    switch SectionFormat.check(tree, holds: content.word) {
    case .current, .newerMinor: true
    case .newerMajor, .unknown: false
    }
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
