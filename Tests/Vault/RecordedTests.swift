import Casework
import Support
import Synchronization
import Testing
import Vault

/// A clock on a Dutch wall that a test sets; winter time, an hour ahead of universal time.
private final class WallClock: Sendable {
  private let moment = Mutex(Moment(seconds: 0))

  var now: Moment { moment.withLock { $0 } }

  func set(_ day: CivilDate, minute: Int) {
    moment.withLock { $0 = Moment(seconds: Int64(day.dayNumber) * 86_400 + Int64(minute) * 60 - 3600) }
  }
}

/// A school in which several people save at random on several days, with a copy of it as it was at the end of each.
private struct Diary {
  static let first = day("2026-11-16")
  static let days = (0..<8).map { first.adding(days: $0) }
  static let pupils = (1...4).map { id(UInt64(1000 + $0)) }

  let school: TestVault
  let clock = WallClock()
  /// What the IB saw at the end of each day.
  private(set) var copies: [CivilDate: Caseload] = [:]
  private(set) var saves = 0
  /// The day on which something of a pupil was saved first.
  private(set) var firsts = [Diary.pupils[0]: Diary.first]
  private var random: SeededGenerator

  init(sealed: Bool, seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let clock = clock
    clock.set(Self.first, minute: 0)
    school = try TestVault(sealed: sealed, clock: { clock.now })
    try put(Self.pupils[0], in: TestSchool.groupSix)
    for day in Self.days {
      let isQuiet = day != Self.first && random.oneIn(4)
      for minute in (isQuiet ? [] : (0..<random.int(3...8)).map { _ in random.int(0...1439) }.sorted()) {
        clock.set(day, minute: minute)
        try saveSomething()
      }
      clock.set(day, minute: 1439)
      // Whoever the pupil went to, in the end the teacher of this group has her.
      if day == Self.days.last { try put(Self.pupils[0], in: TestSchool.groupSix) }
      copies[day] = try school.vault.load(for: try school.session("mirjam")).caseload
    }
  }

  /// Lets the IB put a pupil in a group.
  private func put(_ pupil: RecordID, in group: RecordID) throws {
    let ib = try school.session("mirjam")
    let place = Place.section(pupil: pupil, .pupil)
    var before: Stored?
    if case .read(let stored) = try school.vault.read(place, for: ib) { before = stored }
    try school.save(Change(place: place, before: before, after: TestSchool.pupil("Noor", in: group)), by: ib)
  }

  /// One act of one user; what that user may not do is not done.
  private mutating func saveSomething() throws {
    let session = try school.session(random.pick(["mirjam", "mirjam", "joost", "aicha"]))
    var places = [place()]
    if random.oneIn(3), case let other = place(), other != places[0] { places.append(other) }
    var changes: [Change] = []
    for place in places {
      guard let change = try change(at: place, by: session) else { continue }
      changes.append(change)
    }
    guard !changes.isEmpty else { return }
    do throws(VaultError) {
      _ = try school.vault.commit(Edit(act: "proef", changes: changes), by: session)
      saves += 1
      for pupil in changes.compactMap(\.place.owner) where firsts[pupil] == nil { firsts[pupil] = clock.now.day }
    } catch {
      if case .noRight = error { return }
      throw error
    }
  }

  private mutating func place() -> Place {
    let pupil = random.pick(Self.pupils)
    let group = random.pick([TestSchool.groupSix, TestSchool.groupSeven])
    return switch random.int(0...11) {
    case 0: .school
    case 1: .calendar
    case 2: .registration(group: group, year: TestSchool.year)
    case 3: .putOffs(.pupil(pupil, random.pick([.group, .care])))
    case 4: random.pick([.putOffs(.school), .putOffs(.group(group, TestSchool.year))])
    case 5, 6, 7: .section(pupil: pupil, .pupil)
    default: .section(pupil: pupil, random.pick(SectionName.allCases.filter { $0 != .pupil }))
    }
  }

  private mutating func change(at place: Place, by session: VaultSession) throws -> Change? {
    var before: Stored?
    switch try school.vault.read(place, for: session) {
    case .absent: break
    case .read(let stored): before = stored
    case .notReadable: return nil
    case .damaged: throw TestFailure.missing
    }
    let text = String(random.int(0...999))
    switch place {
    case .section(_, .pupil):
      let group = random.pick([TestSchool.groupSix, TestSchool.groupSeven])
      return Change(place: place, before: before, after: TestSchool.pupil("Noor \(text)", in: group))
    case .school:
      var school = before.flatMap { Record<SchoolFields>(tree: $0.tree) } ?? TestSchool.record
      school.schoolName = "De Waterlelie " + text
      return Change(place: place, before: before, after: school.tree)
    case .registration:
      var record = before.flatMap { Record<GroupRegistrationFields>(tree: $0.tree) } ?? Record()
      var registered = Record<RegisteredDayFields>()
      registered.id = id(UInt64(random.int(1...9999)))
      registered.day = clock.now.day
      record.put(registered, in: \.days)
      return Change(place: place, before: before, after: record.tree)
    case .section, .calendar, .putOffs, .restricted, .emergencyCard, .workingNote:
      return Change(place: place, before: before, after: TestSchool.note(text))
    }
  }

  /// The days of which a reader gives another school than the copy that was made then.
  func wrongDays(_ reader: (CivilDate) throws -> Caseload) throws -> [CivilDate] {
    try Self.days.filter { try reader($0) != copies[$0] }
  }
}

extension Place {
  /// The pupil in whose folder it is.
  fileprivate var owner: RecordID? {
    switch self {
    case .section(let pupil, _), .putOffs(.pupil(let pupil, _)): pupil
    case .putOffs, .restricted, .emergencyCard, .workingNote, .school, .calendar, .registration: nil
    }
  }
}

@Suite("The school as it was recorded")
struct RecordedTests {
  @Test(
    "Removing everything recorded after a day changes nothing on that day", arguments: [false, true],
    [UInt64(1), 2, 3, 4, 5])
  func nothingLater(sealed: Bool, seed: UInt64) throws {
    let diary = try Diary(sealed: sealed, seed: seed)
    #expect(diary.saves >= 5)
    for login in ["mirjam", "rob"] {
      let session = try diary.school.session(login)
      let wrong = try diary.wrongDays { day in
        let loaded = try diary.school.vault.load(asOf: day, for: session)
        #expect(loaded.unnamed == nil && loaded.since == Diary.first)
        // The copies are the IB's.
        return Caseload(
          user: try diary.school.session("mirjam").user, school: loaded.caseload.school,
          dossiers: loaded.caseload.dossiers, stored: loaded.caseload.stored)
      }
      #expect(wrong == [])
    }
  }

  @Test("A reader that takes the newest version, or stops a day early, is found out", arguments: [false, true])
  func control(sealed: Bool) throws {
    let diary = try Diary(sealed: sealed, seed: 1)
    let (vault, ib) = (diary.school.vault, try diary.school.session("mirjam"))
    #expect(try diary.wrongDays { _ in try vault.load(for: ib).caseload } != [])
    #expect(try diary.wrongDays { try vault.load(asOf: $0.adding(days: -1), for: ib).caseload } != [])
  }

  @Test("A teacher sees of then what is theirs to read now, and no more", arguments: [false, true], [UInt64(1), 2, 3])
  func teacher(sealed: Bool, seed: UInt64) throws {
    let diary = try Diary(sealed: sealed, seed: seed)
    let session = try diary.school.session("joost")
    let own = Set(try diary.school.vault.load(for: session).caseload.dossiers.keys)
    var seen = 0
    for day in Diary.days {
      let loaded = try diary.school.vault.load(asOf: day, for: session)
      #expect(loaded.unnamed == nil)
      for (pupil, dossier) in loaded.caseload.dossiers {
        #expect(own.contains(pupil))
        for section in SectionName.allCases {
          let then = diary.copies[day]?.dossiers[pupil]?[section] ?? .empty
          let isClosed = section.keyClass == .care && then != .empty
          #expect(dossier[section] == (isClosed ? .notReadable : then))
          seen += 1
        }
      }
    }
    #expect(seen > 0)
  }

  @Test("One dossier alone is what the whole school of that day has of it, for every user", arguments: [false, true])
  func alone(sealed: Bool) throws {
    let diary = try Diary(sealed: sealed, seed: 4)
    var seen = 0
    for login in ["mirjam", "rob", "joost"] {
      let session = try diary.school.session(login)
      for day in Diary.days {
        let whole = try diary.school.vault.load(asOf: day, for: session)
        for pupil in Diary.pupils {
          let alone = try diary.school.vault.load(pupil, asOf: day, for: session)
          #expect(alone.dossier == whole.caseload.dossiers[pupil], "\(login) \(day)")
          #expect(alone.since == diary.firsts[pupil], "\(login) \(day)")
          seen += alone.dossier == nil ? 0 : 1
        }
      }
    }
    #expect(seen > 20)
  }

  @Test(
    "The history of a dossier begins with its own first record, not with that of the school", arguments: [false, true])
  func sinceOfDossier(sealed: Bool) throws {
    let clock = WallClock()
    clock.set(day("2026-11-16"), minute: 600)
    let school = try TestVault(sealed: sealed, clock: { clock.now })
    let ib = try school.session("mirjam")
    func add(_ pupil: RecordID, on date: String) throws {
      clock.set(day(date), minute: 600)
      let after = TestSchool.pupil("Noor", in: TestSchool.groupSix)
      try school.save(Change(place: .section(pupil: pupil, .pupil), before: nil, after: after), by: ib)
    }
    try add(id(1001), on: "2026-11-17")
    try add(id(1002), on: "2026-11-19")
    for (pupil, since) in [(id(1001), "2026-11-17"), (id(1002), "2026-11-19"), (id(1003), nil)] {
      for asked in ["2026-11-16", "2026-11-18", "2026-11-20"] {
        let recorded = try school.vault.load(pupil, asOf: day(asked), for: ib)
        #expect(recorded.since == since.map { day($0) }, "\(pupil) \(asked)")
        #expect((recorded.dossier != nil) == (since.map { $0 <= asked } ?? false))
      }
    }
    #expect(try school.vault.load(asOf: day("2026-11-20"), for: ib).since == day("2026-11-16"))
  }

  @Test("The day is that of a Dutch wall: one minute before midnight counts, one minute after does not")
  func midnight() throws {
    let clock = WallClock()
    clock.set(day("2026-11-16"), minute: 600)
    let school = try TestVault(sealed: true, clock: { clock.now })
    let ib = try school.session("mirjam")
    let place = Place.section(pupil: id(1001), .plan)
    clock.set(day("2026-11-17"), minute: 1439)
    #expect(clock.now.iso == "2026-11-17T22:59:00Z")
    let first = try school.save(
      Change(
        place: .section(pupil: id(1001), .pupil), before: nil,
        after: TestSchool.pupil("Noor", in: TestSchool.groupSix)),
      Change(place: place, before: nil, after: TestSchool.note("dinsdag")), by: ib)
    clock.set(day("2026-11-18"), minute: 1)
    #expect(clock.now.iso == "2026-11-17T23:01:00Z")
    try school.save(Change(place: place, before: first.stored[place], after: TestSchool.note("woensdag")), by: ib)
    func text(_ on: String) throws -> String? {
      try school.vault.load(asOf: day(on), for: ib).caseload.dossiers[id(1001)]?.tree(of: .plan)?["tekst"]?.text
    }
    #expect(try text("2026-11-16") == nil)
    #expect(try text("2026-11-17") == "dinsdag")
    #expect(try text("2026-11-18") == "woensdag")
    #expect(try text("2027-01-01") == "woensdag")
  }

  @Test(
    "Before the first record there is an empty school, which says since when there is more", arguments: [false, true])
  func before(sealed: Bool) throws {
    let school = try TestVault(sealed: sealed)
    let ib = try school.session("mirjam")
    let loaded = try school.vault.load(asOf: day("2026-11-22"), for: ib)
    #expect(loaded.since == day("2026-11-23"))
    #expect(loaded.caseload == Caseload(user: ib.user, school: School(record: Record())))
  }

  @Test("A version that is gone from the history makes a tab damaged, never empty", arguments: [false, true])
  func gone(sealed: Bool) throws {
    let clock = WallClock()
    clock.set(day("2026-11-16"), minute: 600)
    let school = try TestVault(sealed: sealed, clock: { clock.now })
    let ib = try school.session("mirjam")
    let pupil = Place.section(pupil: id(1001), .pupil)
    let (absence, care) = (Place.section(pupil: id(1001), .absence), Place.section(pupil: id(1001), .referral))
    var saved = try school.save(
      Change(place: pupil, before: nil, after: TestSchool.pupil("Noor", in: TestSchool.groupSix)),
      Change(place: absence, before: nil, after: TestSchool.note("een")),
      Change(place: care, before: nil, after: TestSchool.note("een")), by: ib
    ).stored
    let old = try versions(school)
    clock.set(day("2026-11-18"), minute: 600)
    saved = try school.save(
      Change(place: absence, before: saved[absence], after: TestSchool.note("twee")),
      Change(place: care, before: saved[care], after: TestSchool.note("twee")), by: ib
    ).stored
    #expect(saved.count == 2)
    // The pupil's own file is still what it was, so that it does not need its version.
    for path in old { try school.disk.files.remove(path) }
    let then = try school.vault.load(asOf: day("2026-11-16"), for: ib).caseload.dossiers[id(1001)]
    #expect(then?.pupil.record?.callName == "Noor")
    for section in [SectionName.absence, .referral] {
      guard case .damaged(let why)? = then?[section] else {
        Issue.record("\(section) is \(String(describing: then?[section]))")
        continue
      }
      #expect(why.contains("de geschiedenis ontbreekt"))
    }
    let teacher = try school.vault.load(asOf: day("2026-11-16"), for: try school.session("joost")).caseload
    let seen = teacher.dossiers[id(1001)]
    #expect(seen?.referral == .notReadable)
    #expect(seen?.plan == .empty)
    let now = try school.vault.load(asOf: day("2026-11-18"), for: ib).caseload.dossiers[id(1001)]
    #expect(now?.tree(of: .absence)?["tekst"]?.text == "twee")
  }

  @Test(
    "Without the school or the calendar of then nothing is told of that day; a lost registration only leaves its group",
    arguments: [false, true])
  func vitalGone(sealed: Bool) throws {
    let registration = Place.registration(group: TestSchool.groupSix, year: TestSchool.year)
    for place in [Place.school, .calendar, registration] {
      let clock = WallClock()
      clock.set(day("2026-11-16"), minute: 600)
      let school = try TestVault(sealed: sealed, clock: { clock.now })
      let ib = try school.session("mirjam")
      func save(_ text: String) throws {
        var before: Stored?
        if case .read(let stored) = try school.vault.read(place, for: ib) { before = stored }
        var record = TestSchool.record
        record.schoolName = text
        let after = place == .school ? record.tree : TestSchool.note(text)
        try school.save(Change(place: place, before: before, after: after), by: ib)
      }
      try save("een")
      let old = try allVersions(school, "geschiedenis")
      clock.set(day("2026-11-18"), minute: 600)
      try save("twee")
      #expect(try school.vault.load(asOf: day("2026-11-16"), for: ib).caseload.school.unreadRegistrations.isEmpty)
      for path in old { try school.disk.files.remove(path) }
      do throws(VaultError) {
        let loaded = try school.vault.load(asOf: day("2026-11-16"), for: ib)
        #expect(place == registration && loaded.unnamed != nil)
        #expect(loaded.caseload.school.unreadRegistrations == [TestSchool.groupSix])
      } catch {
        #expect(place != registration && error.sentence.contains("de geschiedenis ontbreekt"), "\(place)")
      }
      #expect(try school.vault.load(asOf: day("2026-11-18"), for: ib).unnamed == nil)
    }
  }

  /// Every version in the history under a folder.
  private func allVersions(_ school: TestVault, _ folder: String) throws -> [String] {
    try school.disk.files.list(folder).flatMap { name throws in
      let path = folder + "/" + name
      let below = (try? allVersions(school, path)) ?? []
      return below.isEmpty ? [path] : below
    }
  }

  /// The versions of the pupil's files in the history.
  private func versions(_ school: TestVault) throws -> [String] {
    let folder = "geschiedenis/leerlingen/\(id(1001))"
    return try school.disk.files.list(folder).flatMap { name in
      try school.disk.files.list(folder + "/" + name).map { folder + "/" + name + "/" + $0 }
    }
  }
}
