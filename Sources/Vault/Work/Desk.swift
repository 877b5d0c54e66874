import Casework

/// What one act of one user works with: the list of users as it is now, the keys that this user holds, and the store.
struct Desk {
  let store: Store
  private(set) var access: AccessList
  let accessTag: ContentTag
  let session: VaultSession
  let role: UserRole
  /// Nothing in an open school.
  private(set) var keyring: Keyring?
  let now: Moment
  /// In an open school: the groups of this teacher, and the pupils looked up so far that are in one of them.
  var ownGroups: Set<GroupYear> = []
  var ownPupils: Set<RecordID> = []
  /// The rings that were opened so far.
  var rings: [RecordID: OpenRing] = [:]

  /// A dossier's ring and those of its keys that this user can open.
  struct OpenRing: Sendable {
    var ring: DossierRing
    let tag: ContentTag?
    var secrets: [RecordID: Opened]

    struct Opened: Sendable {
      let keyClass: RingClass
      let secret: Secret
    }

    func secret(_ keyClass: RingClass) -> (id: RecordID, Secret)? {
      guard let key = ring.current(keyClass), let opened = secrets[key.id] else { return nil }
      return (key.id, opened.secret)
    }
  }

  init(
    store: Store, access: AccessList, accessTag: ContentTag, session: VaultSession, role: UserRole, keyring: Keyring?,
    now: Moment
  ) {
    self.store = store
    self.access = access
    self.accessTag = accessTag
    self.session = session
    self.role = role
    self.keyring = keyring
    self.now = now
  }

  /// Goes on with keys and a list that are about to be written.
  mutating func adopt(_ keyring: Keyring, _ access: AccessList) {
    self.keyring = keyring
    self.access = access
  }

  var today: CivilDate { now.day }
  var naming: PathNaming { keyring?.naming ?? .open }

  func stored(_ place: Place) -> String { naming.stored(place) }

  /// Reads a place as it is now.
  mutating func read(_ place: Place) throws(VaultError) -> ReadFile {
    let path = stored(place)
    guard let bytes = try store.read(path) else { return .absent }
    if let pupil = place.pupil { try learn(pupil) }
    let reading = reading(bytes, path, place: place).reading
    guard case .read(let stored) = reading else { return ReadFile(reading: reading, tag: ContentTag(of: bytes)) }
    return ReadFile(reading: reading, tag: tag(of: bytes, stored.revision))
  }

  /// The hash of bytes with this revision; in an open school that is what the revision is.
  func tag(of bytes: [UInt8], _ revision: Revision) -> ContentTag {
    keyring == nil ? ContentTag(text: revision.text) : ContentTag(of: bytes)
  }

  /// What the user may do, by role; whose pupil it is follows from the keys, or in an open school from the files.
  var rights: Rights {
    Rights(
      role: role, user: session.user.id,
      ownPupil: { pupil in
        keyring == nil ? ownPupils.contains(pupil) : rings[pupil]?.secret(.group) != nil
      },
      ownGroup: { group, year in
        guard let keyring else { return ownGroups.contains(GroupYear(group: group, year: year)) }
        return keyring.circle(.group(group, year)) != nil
      })
  }

  /// Finds out whether a pupil is one of this user's: by the ring, or in an open school by the groups on record.
  mutating func learn(_ pupil: RecordID) throws(VaultError) {
    guard keyring == nil else { return try openRing(of: pupil) }
    guard role == .teacher, !ownPupils.contains(pupil) else { return }
    let path = stored(.section(pupil: pupil, .pupil))
    guard let bytes = try store.read(path) else { return }
    learn(pupil, from: bytes, school: try schoolRecord())
  }

  /// The same from bytes that were read already.
  mutating func learn(_ pupil: RecordID, from bytes: [UInt8], school: Record<SchoolFields>) {
    guard let record = (try? Tree(bytes: bytes)).flatMap(Record<PupilFields>.init(tree:)) else { return }
    if !school.groupYears(of: record, on: today).isDisjoint(with: ownGroups) { ownPupils.insert(pupil) }
  }

  /// The school's own record as it is now; empty where it cannot be read.
  mutating func schoolRecord() throws(VaultError) -> Record<SchoolFields> {
    guard case .read(let stored) = try read(.school).reading else { return Record() }
    return Record(tree: stored.tree) ?? Record()
  }

  /// Opens the ring of a dossier unless it was opened already; nothing is kept where there is none.
  mutating func openRing(of pupil: RecordID) throws(VaultError) {
    guard keyring != nil, rings[pupil] == nil else { return }
    let path = DossierRing.path(pupil)
    guard let bytes = try store.read(path) else { return }
    switch opened(ring: bytes, path, pupil) {
    case .success(let ring): rings[pupil] = ring
    case .failure(let file): throw .damaged(file)
    }
  }

  /// Checks a ring and opens the keys in it.
  func opened(ring bytes: [UInt8], _ path: String, _ pupil: RecordID) -> Result<OpenRing, DamagedFile> {
    guard let keyring else { return .failure(DamagedFile(path, .malformed)) }
    guard let stamped = Stamped(bytes),
      let (ring, writer, at) = DossierRing.read(stamped.content, school: access.school)
    else { return .failure(DamagedFile(path, .malformed)) }
    guard ring.dossier == pupil else { return .failure(DamagedFile(path, .swapped)) }
    guard let member = access.member(writer), let key = member.signKey else {
      return .failure(DamagedFile(path, .unknownWriter))
    }
    guard stamped.isSigned(as: .ring, by: key) else { return .failure(DamagedFile(path, .badStamp)) }
    guard member.role(at: at) == .careCoordinator else { return .failure(DamagedFile(path, .writerHasNoRight)) }
    var open = OpenRing(ring: ring, tag: ContentTag(of: bytes), secrets: [:])
    open.openAll(with: keyring)
    return .success(open)
  }
}

extension Desk.OpenRing {
  mutating func openAll(with keyring: Keyring) {
    let memory = LockedMemory(capacity: Sodium.keyCount * max(1, ring.keys.count))
    for key in ring.keys {
      guard let secret = ring.open(key, with: keyring.circles, school: keyring.school, in: memory) else { continue }
      secrets[key.id] = Opened(keyClass: key.keyClass, secret: secret)
    }
  }
}
