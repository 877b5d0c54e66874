import CReferenceData
import Casework

/// The files of Data/, built into the program.
public enum ReferenceData {
  /// The paths of all files under Data/, in order.
  public static var names: [String] {
    var names: [String] = []
    while let name = crd_file_at(Int32(names.count)).name { names.append(String(cString: name)) }
    return names
  }

  /// The bytes of a file by its path under Data/, such as `regels/actie.json`.
  public static func file(_ name: String) -> [UInt8]? {
    guard let position = names.firstIndex(of: name), let bytes = crd_file_at(Int32(position)).bytes else { return nil }
    var count = 0
    while bytes[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A file as a tree.
  public static func tree(_ name: String) throws(ReferenceDataError) -> Tree {
    guard let bytes = file(name) else { throw ReferenceDataError(file: name, path: "", problem: .noSuchFile) }
    do throws(TreeError) {
      return try Tree(bytes: bytes)
    } catch {
      throw ReferenceDataError(file: name, path: "", problem: .notJSON(error))
    }
  }
}

/// What is wrong with a file of Data/, and where in it.
public struct ReferenceDataError: Error, Equatable, Sendable {
  /// Its path under Data/.
  public let file: String
  /// The keys down to the value, such as `verhalen[0].dag`; empty for the file as a whole.
  public let path: String
  public let problem: Problem

  public init(file: String, path: String, problem: Problem) {
    self.file = file
    self.path = path
    self.problem = problem
  }

  public enum Problem: Equatable, Sendable {
    case noSuchFile
    case notJSON(TreeError)
    case missing
    /// The value is of another kind than the one named.
    case expected(String)
    /// A key that no reader knows, most likely a slip of the pen.
    case unknownKey(String)
    case template(TemplateError)
  }
}
