import Casework

/// All that a user may see of a school, and what is broken in it.
public struct LoadedSchool: Sendable {
  public var caseload: Caseload
  /// What others wrote after this shows in a mark that differs.
  public let mark: StoreMark
  public let damaged: [DamagedPlace]
}

/// A file that could not be read, and what there is to put in its place.
public struct DamagedPlace: Hashable, Sendable {
  /// Nothing where that cannot be known.
  public let place: Place?
  public let file: DamagedFile
  /// The newest version in the history that can be read.
  public let lastGood: PlaceVersion?
}

extension Vault {
  /// Reads everything that a user may see, as one picture: nobody writes in between.
  ///
  /// Restricted texts, emergency cards and working notes are not in it; they are read one by one, for opening them is a
  /// deliberate act.
  public func load(for session: VaultSession) throws(VaultError) -> LoadedSchool {
    let steady = try store.steady()
    defer { steady.end() }
    let mark = try store.mark()
    var loading = Loading(desk: try desk(session), shelf: Shelf(of: store))
    try loading.readAll()
    let damaged = try loading.damaged.map { (place, file) throws(VaultError) in
      DamagedPlace(
        place: place, file: file,
        lastGood: try place.flatMap { (place) throws(VaultError) in
          try lastGood(of: place, &loading.desk)
        })
    }
    for item in damaged { loading.mark(item) }
    return LoadedSchool(caseload: loading.caseload, mark: mark, damaged: damaged)
  }
}

/// A picture of the school in the making.
struct Loading {
  var desk: Desk
  private let shelf: Shelf
  private(set) var caseload: Caseload
  private(set) var damaged: [(place: Place?, file: DamagedFile)] = []

  /// Reads what is on a shelf with the keys and rights that the user of `desk` has now.
  init(desk: Desk, shelf: Shelf) {
    self.desk = desk
    self.shelf = shelf
    caseload = Caseload(user: desk.session.user, school: School(record: Record()))
  }

  mutating func readAll() throws(VaultError) {
    try readSchool()
    try readRegistrations()
    try readDossiers()
  }

  /// School, calendar and put-offs.
  private mutating func readSchool() throws(VaultError) {
    for place in [Place.school, .calendar, .putOffs(.school)] {
      let path = desk.stored(place)
      if let held = try shelf.read(path) { take(place, try desk.reading(held, path, place: place).reading) }
    }
    if let tree = caseload.stored[.school]?.tree { caseload.school.record = Record(tree: tree) ?? Record() }
    if let tree = caseload.stored[.calendar]?.tree { caseload.school.calendar = Record(tree: tree) ?? Record() }
  }

  /// On which days the groups were registered, and what was answered to their signals.
  private mutating func readRegistrations() throws(VaultError) {
    for name in try shelf.list("groepen") {
      guard let group = RecordID(name) else { continue }
      for file in try shelf.readFolder("groepen/" + name) {
        let decoded = try desk.reading(file.held, "groepen/" + name + "/" + file.name, place: nil)
        take(decoded.place, decoded.reading)
        if decoded.losesRegistration { caseload.school.unreadRegistrations.insert(group) }
        guard case .registration = decoded.place, case .read(let stored) = decoded.reading else { continue }
        let days = Record<GroupRegistrationFields>(tree: stored.tree)?.registeredDays ?? []
        caseload.school.registrations[group, default: []].formUnion(days)
      }
    }
  }

  private mutating func take(_ place: Place?, _ reading: FileReading) {
    switch reading {
    case .absent, .notReadable: break
    case .read(let stored): if let place { caseload.stored[place] = stored }
    case .damaged(let file): damaged.append((place, file))
    }
  }

  /// Every dossier of which at least one tab can be read.
  private mutating func readDossiers() throws(VaultError) {
    let pupils = try shelf.list("leerlingen").compactMap { RecordID($0) }
    try readDossiers(pupils, rings: desk.keyring == nil ? [:] : try ringBytes())
  }

  /// One dossier alone, where at least one tab of it can be read.
  mutating func readDossier(of pupil: RecordID) throws(VaultError) {
    let ring = desk.keyring == nil ? nil : try desk.store.read(DossierRing.path(pupil))
    try readDossiers([pupil], rings: ring.map { [pupil: $0] } ?? [:])
  }

  private mutating func readDossiers(_ pupils: [RecordID], rings: [RecordID: [UInt8]]) throws(VaultError) {
    let school = shelf.isCurrent ? caseload.school.record : try desk.schoolRecord()
    let reader = DossierReader(desk: desk, shelf: shelf, school: school, rings: rings)
    let parts = try inParallel(pupils, { (pupils) throws(VaultError) in try reader.read(pupils) })
    caseload.dossiers.reserveCapacity(pupils.count)
    caseload.stored.reserveCapacity(caseload.stored.count + parts.reduce(0) { $0 + $1.stored.count })
    for part in parts {
      for dossier in part.dossiers { caseload.dossiers[dossier.id] = dossier }
      for (place, stored) in part.stored { caseload.stored[place] = stored }
      damaged += part.damaged
      desk.rings.merge(part.rings) { first, _ in first }
      desk.ownPupils.formUnion(part.ownPupils)
    }
  }

  private func ringBytes() throws(VaultError) -> [RecordID: [UInt8]] {
    var rings: [RecordID: [UInt8]] = [:]
    for file in try desk.store.readFolder("sleutels/dossiers") {
      if let pupil = RecordID(file.name.dropLast(5)) { rings[pupil] = file.bytes }
    }
    return rings
  }

  /// Puts into the dossier what is wrong with a tab, and what can be done about it.
  mutating func mark(_ item: DamagedPlace) {
    mark(item.place, item.sentence)
  }

  mutating func mark(_ place: Place?, _ sentence: String) {
    guard case .section(let pupil, let section) = place else { return }
    caseload.dossiers[pupil]?[section] = .damaged(sentence)
  }
}

extension DecodedFile {
  /// Whether it may have held days on which a group was registered.
  fileprivate var losesRegistration: Bool {
    guard case .damaged = reading else { return false }
    return switch place {
    case nil, .registration: true
    case .school, .calendar, .putOffs, .section, .restricted, .emergencyCard, .workingNote: false
    }
  }
}

/// Reads dossiers; a value that several threads use at once.
private struct DossierReader: Sendable {
  let desk: Desk
  let shelf: Shelf
  /// As it is now, whatever is on the shelf: it says whose pupil someone is.
  let school: Record<SchoolFields>
  let rings: [RecordID: [UInt8]]

  struct Part: Sendable {
    var dossiers: [Dossier] = []
    var stored: [(place: Place, file: Stored)] = []
    var damaged: [(place: Place?, file: DamagedFile)] = []
    var rings: [RecordID: Desk.OpenRing] = [:]
    var ownPupils: Set<RecordID> = []
  }

  func read(_ pupils: ArraySlice<RecordID>) throws(VaultError) -> Part {
    var part = Part()
    var desk = desk
    for pupil in pupils { try read(pupil, &desk, &part) }
    part.rings = desk.rings
    part.ownPupils = desk.ownPupils
    return part
  }

  private func read(_ pupil: RecordID, _ desk: inout Desk, _ part: inout Part) throws(VaultError) {
    let folder = "leerlingen/\(pupil)"
    let files = Dictionary(
      try shelf.readFolder(folder).map { (folder + "/" + $0.name, $0.held) }, uniquingKeysWith: { $1 })
    try learn(pupil, files, &desk, &part)
    var dossier = Dossier(id: pupil)
    var seesSomething = false
    for section in SectionName.allCases {
      let place = Place.section(pupil: pupil, section)
      let path = desk.stored(place)
      guard let held = files[path] else { continue }
      switch try desk.reading(held, path, place: place).reading {
      case .absent: break
      case .notReadable: dossier[section] = .notReadable
      case .read(let stored):
        dossier[section] = .value(stored.tree)
        part.stored.append((place, stored))
        seesSomething = true
      case .damaged(let file):
        dossier[section] = .damaged("")
        part.damaged.append((place, file))
        seesSomething = true
      }
    }
    if seesSomething { part.dossiers.append(dossier) }
    try readPutOffs(of: pupil, files, desk, &part)
  }

  /// What was answered to signals about the pupil, as far as this user may know.
  private func readPutOffs(
    of pupil: RecordID, _ files: [String: HeldFile], _ desk: Desk, _ part: inout Part
  ) throws(VaultError) {
    for keyClass in KeyClass.allCases {
      let place = Place.putOffs(.pupil(pupil, keyClass))
      let path = desk.stored(place)
      guard let held = files[path] else { continue }
      switch try desk.reading(held, path, place: place).reading {
      case .absent, .notReadable: break
      case .read(let stored): part.stored.append((place, stored))
      case .damaged(let file): part.damaged.append((place, file))
      }
    }
  }

  /// The keys to a dossier, or in an open school whether it is one of a teacher's now.
  private func learn(
    _ pupil: RecordID, _ files: [String: HeldFile], _ desk: inout Desk, _ part: inout Part
  ) throws(VaultError) {
    guard desk.keyring != nil else {
      guard desk.role == .teacher else { return }
      let path = desk.stored(.section(pupil: pupil, .pupil))
      let bytes = shelf.isCurrent ? files[path]?.bytes : try desk.store.read(path)
      if let bytes { desk.learn(pupil, from: bytes, school: school) }
      return
    }
    let path = DossierRing.path(pupil)
    guard let bytes = rings[pupil] else {
      if !files.isEmpty { part.damaged.append((nil, DamagedFile(path, .missing))) }
      return
    }
    switch desk.opened(ring: bytes, path, pupil) {
    case .success(let ring): desk.rings[pupil] = ring
    case .failure(let file): part.damaged.append((nil, file))
    }
  }
}
