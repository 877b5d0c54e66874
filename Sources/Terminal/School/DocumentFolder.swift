import Glibc
import Interface

/// Where papers are written for the user to print or to hand over.
struct DocumentFolder {
  /// The folder is made where it is not there yet.
  let path: String

  /// Writes a paper next to those of before, readable for the user alone, and returns its path.
  func write(_ document: Document) throws(Failure) -> String {
    guard makeFolders() else { throw Self.failure(errno) }
    let (stem, suffix) = Self.parts(of: document.fileName)
    for number in 1...999 {
      let name = number == 1 ? stem + suffix : "\(stem)-\(number)\(suffix)"
      let target = path + "/" + name
      let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { throw Self.failure(errno) }
      defer { close(file) }
      guard Child.writeAll(Array(document.text.utf8), to: file), fsync(file) == 0 else {
        let code = errno
        unlink(target)
        throw Self.failure(code)
      }
      return target
    }
    throw .other(Texts.tooManyPapers)
  }

  private func makeFolders() -> Bool {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return access(path, W_OK) == 0
  }

  /// `verslag` and `.txt`; a slash in a name would lead out of the folder.
  private static func parts(of name: String) -> (stem: String, suffix: String) {
    let safe = name.map { $0 == "/" || $0 == "\0" ? "-" : $0 }
    guard let dot = safe.lastIndex(of: "."), dot > 0 else { return (String(safe), "") }
    return (String(safe[..<dot]), String(safe[dot...]))
  }

  private static func failure(_ code: Int32) -> Failure {
    code == ENOSPC || code == EDQUOT ? .diskFull : .storage(String(cString: strerror(code)))
  }
}
