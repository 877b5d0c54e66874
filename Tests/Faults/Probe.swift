import Casework
import Glibc
import Support
import Vault

/// A program that saves in a folder, for tests that kill it, starve it or let several of them race.
///
/// `make FOLDER STATE open|sealed` makes a school; `save FOLDER STATE TEXT` saves one edit between two words on standard
/// output; `race FOLDER STATE NAME COUNT lock|nolock` saves many and names each that was acknowledged.
@main
struct Probe {
  static func main() {
    let words = CommandLine.arguments.dropFirst().map(\.self)
    do {
      switch words.first {
      case "make" where words.count == 4: try make(words[1], words[2], isSealed: words[3] == "sealed")
      case "save" where words.count == 4: try save(words[1], words[2], words[3])
      case "race" where words.count == 6: try race(words[1], words[2], words[3], Int(words[4]) ?? 0, words[5] == "lock")
      default: exit(64)
      }
    } catch let error as VaultError {
      say(error.sentence)
      exit(74)
    } catch {
      say("\(error)")
      exit(70)
    }
  }

  /// The file that is edited, in a school made by `make`.
  static let place = Place.section(pupil: id(1001), .absence)

  private static func make(_ folder: String, _ state: String, isSealed: Bool) throws {
    let new = try Vault.create(
      at: folder, state: state, school: TestSchool.record, users: TestSchool.users, sealed: isSealed, cost: .least,
      clock: { TestSchool.now })
    let session = try login(new.vault)
    let changes = [
      Change(
        place: .section(pupil: id(1001), .pupil), before: nil, after: TestSchool.pupil("Noor", in: TestSchool.groupSix)),
      Change(place: place, before: nil, after: TestSchool.note("oud")),
    ]
    _ = try new.vault.commit(Edit(act: "proef", changes: changes), by: session)
  }

  private static func save(_ folder: String, _ state: String, _ text: String) throws {
    let vault = try Vault.open(at: folder, state: state, clock: { TestSchool.now })
    let session = try login(vault)
    guard case .read(let now) = try vault.read(place, for: session) else { throw TestFailure.missing }
    let new = Place.section(pupil: id(1001), .support)
    let changes = [
      Change(place: place, before: now, after: TestSchool.note(text)),
      Change(place: new, before: nil, after: TestSchool.note(text)),
    ]
    say("begin")
    guard case .saved = try vault.commit(Edit(act: "proef", changes: changes), by: session) else {
      throw TestFailure.conflict
    }
    say("saved")
  }

  /// Each save adds one record of its own to the school's list, so that everything that races can be joined.
  private static func race(_ folder: String, _ state: String, _ name: String, _ count: Int, _ isLocked: Bool) throws {
    guard var files = try FileSystem.posix(existingFolder: folder) else { throw TestFailure.missing }
    if !isLocked { files.lock = { (_, _) throws(FileFault) in try nothing() } }
    let vault = try Vault.open(
      Store(files), try FileSystem.posix(folder: state), name: folder, clock: { TestSchool.now })
    let session = try login(vault)
    for number in 1...count {
      guard case .read(let now) = try vault.read(.school, for: session),
        var school = Record<SchoolFields>(tree: now.tree)
      else { throw TestFailure.missing }
      var norm = Record<OwnNormFields>()
      norm.id = RecordID(high: UInt64(name.utf8.first ?? 0), low: UInt64(number))
      norm.norm = name + String(number)
      norm.value = number
      school.put(norm, in: \.ownNorms)
      let edit = Edit(act: "proef", changes: [Change(place: .school, before: now, after: school.tree)])
      guard case .saved = try vault.commit(edit, by: session) else { throw TestFailure.conflict }
      say(name + String(number))
    }
  }

  /// A handle that locks nothing.
  private static func nothing() throws(FileFault) -> FileHandle {
    FileHandle(number: open("/dev/null", O_RDONLY | O_CLOEXEC))
  }

  private static func login(_ vault: Vault) throws -> VaultSession {
    try vault.login("mirjam", passphrase: vault.isSealed ? TestSchool.passphrase("mirjam") : nil)
  }

  /// Writes a line at once: what was said before a kill was said.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
