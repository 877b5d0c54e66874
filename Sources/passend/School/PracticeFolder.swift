import Casework
import Glibc
import ReferenceData
import Terminal
import Vault

/// The user's own copy of the practice school.
struct PracticeFolder {
  let folder: String
  let state: String
  let school: PracticeSchool

  init(folder: String, state: String) throws(Failure) {
    self.folder = folder
    self.state = state
    do throws(ReferenceDataError) { school = try ReferenceData.practiceSchool() } catch {
      throw Failure("De oefenschool in dit programma is niet te lezen. Installeer Passend opnieuw.", .badData)
    }
  }

  /// Makes the copy where there is none, or anew where that was asked.
  ///
  /// It is made beside its place and then named, so that one that was broken off is never opened.
  func prepare(afresh: Bool) throws(Failure) {
    let isThere = access(folder, F_OK) == 0
    guard afresh || !isThere else { return }
    let fresh = folder + ".nieuw"
    let old = folder + ".oud"
    try remove(fresh)
    try remove(old)
    try fill(fresh)
    if isThere { try move(folder, to: old) }
    try move(fresh, to: folder)
    try remove(old)
  }

  private func fill(_ place: String) throws(Failure) {
    let users = school.users.map { NewUser(id: $0.id, login: $0.login, name: $0.name, role: $0.role) }
    let record = school.files.first { $0.place == .school }.flatMap { Record<SchoolFields>(tree: $0.tree) }
    do throws(VaultError) {
      let made = try Vault.create(
        at: place, state: state, school: record ?? Record(), users: users, sealed: false, clock: { LiveClock.now })
      for user in school.users {
        let files = school.files.filter { writer(of: $0.place) == user.id }
        guard !files.isEmpty else { continue }
        let session = try made.vault.login(user.login)
        let changes = files.map { Change(place: $0.place, before: nil, after: $0.tree) }
        _ = try made.vault.commit(Edit(act: "oefenschool klaargezet", changes: changes), by: session)
      }
    } catch { throw Failure(error) }
  }

  /// Who writes a file: a note its owner, anything else the intern begeleider; the school itself is made already.
  private func writer(of place: Place) -> RecordID? {
    switch place {
    case .school: nil
    case .workingNote(let user, _): user
    case .calendar, .putOffs, .registration, .section, .restricted, .emergencyCard:
      school.users.first { $0.role == .careCoordinator }?.id
    }
  }

  private func move(_ from: String, to: String) throws(Failure) {
    guard rename(from, to) == 0 else { throw Failure.folder(from) }
  }

  /// Removes a folder of the practice school with all that is in it.
  private func remove(_ path: String) throws(Failure) {
    guard access(path, F_OK) == 0 else { return }
    if let listing = opendir(path) {
      defer { closedir(listing) }
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { try remove(path + "/" + name) }
      }
    }
    guard Glibc.remove(path) == 0 else { throw Failure.folder(path) }
  }
}

extension Failure {
  fileprivate static func folder(_ path: String) -> Failure {
    Failure(
      "De map \(path) is niet te wijzigen. De oefenschool is gebleven zoals zij was. Controleer de rechten.",
      .cannotCreate)
  }
}
