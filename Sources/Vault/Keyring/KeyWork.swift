import Casework

/// The keys that an edit asks for: a new pupil gets a ring, a moved one other readers, a new group a circle, a teacher
/// who comes or goes is let in or out; all of it in the same commit as the edit itself.
struct KeyWork {
  private(set) var writes: [Batch.Write] = []
  private var changesList = false
  private var endedGroups: Set<RecordID> = []

  /// Brings the keys to what the edit's files say, and lets `desk` use them.
  mutating func prepare(_ edit: Edit, _ desk: inout Desk) throws(VaultError) {
    guard desk.keyring != nil else { return }
    let after = Dictionary(edit.changes.map { ($0.place, $0.after) }, uniquingKeysWith: { _, last in last })
    var school: Record<SchoolFields>?
    if let tree = after[.school] {
      school = Record(tree: tree)
      if desk.role == .careCoordinator { try bringCircles(to: school ?? Record(), &desk) }
    }
    for group in Set(after.keys.compactMap(\.groupYear)) where desk.role == .careCoordinator {
      try ensureCircle(group, &desk)
    }
    for pupil in Set(after.keys.compactMap(\.pupil)).sorted() {
      try desk.openRing(of: pupil)
      let changed = after[.section(pupil: pupil, .pupil)].flatMap(Record<PupilFields>.init(tree:))
      guard changed != nil || desk.rings[pupil] == nil else { continue }
      if school == nil { school = try desk.schoolRecord() }
      try bringRing(of: pupil, changed, school ?? Record(), &desk)
    }
    try resealEnded(&desk, except: Set(after.keys.compactMap(\.pupil)))
    try writeAccess(&desk)
  }

  // MARK: - Rings

  private mutating func bringRing(
    of pupil: RecordID, _ changed: Record<PupilFields>?, _ school: Record<SchoolFields>, _ desk: inout Desk
  ) throws(VaultError) {
    let record: Record<PupilFields>
    if let changed { record = changed } else { record = try storedPupil(pupil, &desk) }
    let groups = school.groupYears(of: record, on: desk.today)
    guard desk.role == .careCoordinator else {
      guard let ring = desk.rings[pupil]?.ring else { throw .noRight(.otherGroup(.section(pupil: pupil, .pupil))) }
      let wanted =
        groups.compactMap { desk.access.circle($0.circle)?.id } + [desk.access.circle(.care)?.id].compactMap(\.self)
      guard Set(wanted).isSubset(of: ring.recipients(.group)) else { throw .noRight(.placement(pupil: pupil)) }
      return
    }
    for group in groups.sorted(by: { $0.group < $1.group }) { try ensureCircle(group, &desk) }
    try reseal(pupil, groups, &desk)
  }

  private func storedPupil(_ pupil: RecordID, _ desk: inout Desk) throws(VaultError) -> Record<PupilFields> {
    guard case .read(let stored) = try desk.read(.section(pupil: pupil, .pupil)).reading else { return Record() }
    return Record(tree: stored.tree) ?? Record()
  }

  /// Seals a dossier's keys to the care team and these groups, where they are not yet.
  private mutating func reseal(_ pupil: RecordID, _ groups: Set<GroupYear>, _ desk: inout Desk) throws(VaultError) {
    guard let keyring = desk.keyring, let care = keyring.circle(.care), let staff = keyring.circle(.staff) else {
      throw .noRight(.keyring)
    }
    let teachers = groups.compactMap { keyring.circle($0.circle) }
    let old = desk.rings[pupil]
    var ring = old?.ring ?? DossierRing(dossier: pupil, version: 0, keys: [])
    let wanted: [(RingClass, [CircleKeys])] = [(.group, [care] + teachers), (.care, [care]), (.staff, [staff])]
    for (keyClass, circles) in wanted where ring.recipients(keyClass) != Set(circles.map(\.id)) {
      ring.reseal(keyClass, to: circles, with: keyring.circles, school: desk.access.school, at: desk.now)
    }
    guard ring != old?.ring else { return }
    ring.version += 1
    let tree = ring.tree(school: desk.access.school, writer: keyring.identity.user, at: desk.now)
    let bytes = Stamped.bytes(tree) { .signature(keyring.identity.signing.sign($0, as: .ring)) }
    writes.append(Batch.Write(path: DossierRing.path(pupil), replaces: old?.tag, bytes: bytes))
    var open = Desk.OpenRing(ring: ring, tag: old?.tag, secrets: [:])
    open.openAll(with: keyring)
    desk.rings[pupil] = open
  }

  /// Other dossiers that were sealed to a group's former circle follow to the new one.
  private mutating func resealEnded(_ desk: inout Desk, except done: Set<RecordID>) throws(VaultError) {
    guard !endedGroups.isEmpty else { return }
    for name in try desk.store.list("sleutels/dossiers") {
      guard let pupil = RecordID(name.dropLast(5)), !done.contains(pupil) else { continue }
      try desk.openRing(of: pupil)
      guard let ring = desk.rings[pupil]?.ring, !ring.recipients(.group).isDisjoint(with: endedGroups) else { continue }
      let kinds = desk.access.circles.filter { ring.recipients(.group).contains($0.id) }.map(\.kind)
      try reseal(pupil, Set(kinds.compactMap(\.groupYear)), &desk)
    }
  }

  // MARK: - Circles

  private mutating func bringCircles(to school: Record<SchoolFields>, _ desk: inout Desk) throws(VaultError) {
    let known = Set(desk.access.users.filter { $0.role == .teacher }.map(\.id))
    let wanted = school.teachersByGroup(on: desk.today)
    for (group, teachers) in wanted.sorted(by: { ($0.key.group, $0.key.year) < ($1.key.group, $1.key.year) }) {
      try bringCircle(group, to: teachers.intersection(known), &desk)
    }
  }

  private mutating func ensureCircle(_ group: GroupYear, _ desk: inout Desk) throws(VaultError) {
    if desk.keyring?.circle(group.circle) == nil { try bringCircle(group, to: [], &desk) }
  }

  /// Seals a group's circle to these teachers; where one is left out, a new circle takes over.
  private mutating func bringCircle(
    _ group: GroupYear, to teachers: Set<RecordID>, _ desk: inout Desk
  ) throws(VaultError) {
    guard var keyring = desk.keyring, let care = keyring.circle(.care) else { throw .noRight(.keyring) }
    let old = keyring.circle(group.circle)
    let members = old.flatMap { keyring.files[$0.id]?.userIDs } ?? []
    guard old == nil || members != teachers else { return }
    var access = desk.access
    var keys = old
    if old == nil || !members.isSubset(of: teachers) {
      if let old {
        access.end(old.id, at: desk.now)
        endedGroups.insert(old.id)
      }
      let new = CircleKeys.new(group.circle, at: desk.now)
      access.circles.append(new.circle)
      keys = new.keys
      changesList = true
    }
    guard let keys else { return }
    let recipients = teachers.sorted().compactMap { access.member($0)?.boxMember } + [.circle(care)]
    let version = (old?.id == keys.id ? keyring.files[keys.id]?.version ?? 0 : 0) + 1
    guard let tree = keys.file(for: recipients, school: access.school, version: version) else {
      throw .noRight(.keyring)
    }
    try write(tree, of: keys, &desk)
    keyring.adopt(keys, access)
    desk.adopt(keyring, access)
  }

  private mutating func write(_ tree: Tree, of keys: CircleKeys, _ desk: inout Desk) throws(VaultError) {
    guard let keyring = desk.keyring else { throw .noRight(.keyring) }
    let store = desk.store
    let root = try RootFile.open(keyring) { (path) throws(VaultError) in try store.read(path) }
    let path = "sleutels/kringen/\(keys.id).json"
    let current = try store.read(path).map { ContentTag(of: $0) }
    writes.append(
      Batch.Write(
        path: path, replaces: current, bytes: Stamped.bytes(tree) { .signature(root.sign($0, as: .circle)) }))
  }

  /// The list of users, where it changed, signed by the root.
  private mutating func writeAccess(_ desk: inout Desk) throws(VaultError) {
    guard changesList, let keyring = desk.keyring else { return }
    var access = desk.access
    access.version += 1
    let store = desk.store
    let root = try RootFile.open(keyring) { (path) throws(VaultError) in try store.read(path) }
    let bytes = Stamped.bytes(access.tree) { .signature(root.sign($0, as: .access)) }
    writes.append(Batch.Write(path: AccessList.path, replaces: desk.accessTag, bytes: bytes))
  }
}

extension Member {
  /// As one that a circle's secret is sealed to.
  var boxMember: CircleMember? { boxKey.map { .user(id, boxKey: $0) } }
}

extension Place {
  /// The group whose circle's key opens it.
  fileprivate var groupYear: GroupYear? {
    switch sealing {
    case .circle(let kind): kind.groupYear
    case .ring, .givenToCircle, .givenToUser: nil
    }
  }
}

extension Circle.Kind {
  var groupYear: GroupYear? {
    switch self {
    case .group(let group, let year): GroupYear(group: group, year: year)
    case .administration, .care, .staff: nil
    }
  }
}

extension AccessList {
  mutating func end(_ circle: RecordID, at moment: Moment) {
    for index in circles.indices where circles[index].id == circle { circles[index].ended = moment }
  }
}
