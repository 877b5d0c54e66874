import FoundationEssentials

/// The project's own files, for tests that look at the code as text.
public enum SourceTree {
  /// The folder of Package.swift.
  public static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The paths, from the root, of all Swift files under a folder, but for what a build left there.
  public static func swiftFiles(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
      .filter { $0.hasSuffix(".swift") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { folder + "/" + $0 }
      .sorted()
  }

  /// The names of the folders right under a folder.
  public static func folders(under folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: root + "/" + folder + "/" + name, isDirectory: &isFolder)
        && isFolder
    }
  }

  public static func text(of path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }
}

extension SourceTree {
  /// The folder that holds the tests that run now and the programs built along with them.
  public static let builtPrograms: String = {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return program.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
  }()
}
