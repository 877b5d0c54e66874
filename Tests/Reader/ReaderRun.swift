import Casework
import Support
import Testing

/// What the reader in another language made of a folder.
struct ReaderRun {
  let code: Int32?
  /// Standard output, as it came.
  let output: String
  let complaint: String

  /// Runs the reader; the passphrase goes through a descriptor of its own.
  init(_ map: String, as login: String, passphrase: String, _ words: [String]) throws {
    let desk = TemporaryFolder()
    let script = """
      printf '%s\\n' "$1" >"$2/in" && exec 3<"$2/in" && cd / && shift 2 && exec /usr/bin/python3 -B "$@" \\
        >"\(desk.path)/out" 2>"\(desk.path)/err"
      """
    let reader = SourceTree.root + "/Tests/Reader/lezer.py"
    let asked = [reader, "--map", map, "--als", login, "--wachtwoord-fd", "3"] + words
    let result = Command.run(
      ["sh", "-c", script, "sh", passphrase, desk.path] + asked,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    code = result.code
    output = try #require(Command.text(ofFile: desk.path + "/out"), "\(result.output)")
    complaint = Command.text(ofFile: desk.path + "/err") ?? ""
  }

  /// The lines of the output, each one a JSON object.
  func lines() throws -> [Tree] {
    try output.split(separator: "\n").map { try Tree(bytes: Array($0.utf8)) }
  }

  /// The lines of a list.
  func list() throws -> [ListLine] {
    try lines().map { line in try #require(ListLine(line), "\(line)") }
  }
}

/// What a list says of one file.
struct ListLine: Equatable {
  let path: String
  let state: State

  enum State: Equatable {
    /// With the SHA-256 of the text.
    case readable(String)
    case unreadable
    case damaged
  }

  init(_ path: String, _ state: State) {
    self.path = path
    self.state = state
  }

  /// Reads the three forms that a line may have and no other.
  init?(_ line: Tree) {
    guard let members = line.members, let path = line["pad"]?.text else { return nil }
    self.path = path
    switch (members.keys, line["leesbaar"]?.bool, line["sha256"]) {
    case (["leesbaar", "pad", "sha256"], true, .string(let hash)): state = .readable(hash)
    case (["leesbaar", "pad", "sha256"], false, .null): state = .unreadable
    case (["fout", "pad"], nil, nil):
      guard line["fout"]?.text?.isEmpty == false else { return nil }
      state = .damaged
    default: return nil
    }
  }
}

/// Where two lists part: order, missing and extra files, and every file of which they say something else.
func differences(_ expected: [ListLine], _ found: [ListLine]) -> [String] {
  let inOrder = zip(found, found.dropFirst()).allSatisfy { Array($0.path.utf8).lexicographicallyPrecedes($1.path.utf8) }
  var differences = inOrder ? [] : ["not in order, or a file twice"]
  let wanted = Dictionary(expected.map { ($0.path, $0.state) }, uniquingKeysWith: { first, _ in first })
  let got = Dictionary(found.map { ($0.path, $0.state) }, uniquingKeysWith: { first, _ in first })
  for path in Set(wanted.keys).union(got.keys).sorted() where wanted[path] != got[path] {
    differences.append(
      "\(path): \(wanted[path].map { "\($0)" } ?? "no line") expected, \(got[path].map { "\($0)" } ?? "no line") found")
  }
  return differences
}
