import Casework

/// What is wrong with a line of a journal, named by its file and its number from 1.
public struct JournalFinding: Hashable, Sendable {
  public let path: String
  public let line: Int
  public let flaw: Flaw

  public init(path: String, line: Int, flaw: Flaw) {
    self.path = path
    self.line = line
    self.flaw = flaw
  }

  public enum Flaw: Hashable, Sendable {
    /// No line of a journal at all.
    case malformed
    /// The words are not those that were signed.
    case edited
    /// From the journal of another user, device or school.
    case foreign
    /// Lines are missing before it, or it stands in another place than where it was written.
    case outOfOrder
    /// The line before it is not the one that stood there when it was written.
    case replaced
    /// Lines that were there before are gone at the end.
    case cut
  }
}

/// Walks along every chain of the journal and holds it against itself, against what other chains say of it and against
/// what this machine saw before.
struct JournalCheck {
  private let access: AccessList
  private(set) var findings: [JournalFinding] = []
  /// Every write, newest last.
  private(set) var writes: [JournalEntry] = []
  /// The end of every chain, for the next time.
  private(set) var heads: [String: SeenHead] = [:]
  private var seen: [String: [Int: String]] = [:]
  private var claims: [String: Set<String>] = [:]

  init(access: AccessList) { self.access = access }

  /// One chain, year by year.
  mutating func walk(_ chain: String, _ years: [(path: String, bytes: [UInt8])]) {
    var link = Link()
    var end: (path: String, line: Int) = (FolderStore.Name.journal + "/" + chain, 0)
    for year in years {
      let lines = year.bytes.split(separator: UInt8(ascii: "\n"))
      for (index, line) in lines.enumerated() {
        end = (year.path, index + 1)
        take(Array(line), chain, end, &link)
      }
    }
    if let last = link.last, !isSigned(last) { add(.edited, end) }
    heads[chain] = SeenHead(number: link.number, hash: link.hash ?? "")
    ends[chain] = end
  }

  private var ends: [String: (path: String, line: Int)] = [:]

  /// Where the walk along a chain is.
  private struct Link {
    var number = 0
    var sequence = 0
    var hash: String?
    var last: JournalLine?
    var isBroken = false
  }

  private mutating func take(_ bytes: [UInt8], _ chain: String, _ at: (path: String, line: Int), _ link: inout Link) {
    let hash = JournalLine.hash(bytes)
    defer { link.hash = hash }
    guard let line = JournalLine(bytes) else {
      add(.malformed, at)
      link.number += 1
      link.isBroken = true
      link.last = nil
      return
    }
    let position = line.entry.position
    if line.entry.school != access.school || line.entry.chain != chain {
      add(.foreign, at)
    } else if position.number != link.number + 1 || position.sequence <= link.sequence {
      add(.outOfOrder, at)
    } else if position.previous != link.hash {
      // The line that was changed is the one before; its own stamp tells.
      let isBlamed = link.isBroken || link.last.map { !isSigned($0) } ?? false
      if isBlamed, !link.isBroken { add(.edited, (at.path, at.line - 1)) }
      if !isBlamed { add(.replaced, at) }
    }
    link.number = position.number
    link.sequence = position.sequence
    link.isBroken = false
    link.last = line
    seen[chain, default: [:]][position.number] = hash
    for (other, head) in position.heads { claims[other, default: []].insert(head) }
    if line.entry.kind == .write { writes.append(line.entry) }
  }

  private mutating func add(_ flaw: JournalFinding.Flaw, _ at: (path: String, line: Int)) {
    findings.append(JournalFinding(path: at.path, line: at.line, flaw: flaw))
  }

  /// Whether a line is as it was written.
  ///
  /// The lines before it follow: each is held by the next one's hash of it.
  private func isSigned(_ line: JournalLine) -> Bool {
    guard access.isSealed else { return line.stamped.isWhole }
    guard let user = line.entry.user, let key = access.member(user)?.signKey else { return false }
    return line.stamped.isSigned(as: .journal, by: key)
  }

  /// What other chains and this machine know of the ends: a chain that lacks it was cut or begun anew.
  mutating func compare(with known: [String: SeenHead]) {
    writes.sort { $0.position.sequence < $1.position.sequence }
    for chain in Set(claims.keys).union(known.keys).sorted() {
      let hashes = Set(seen[chain, default: [:]].values)
      let isCutForOthers = !claims[chain, default: []].isSubset(of: hashes)
      let isCutForUs = known[chain].map { $0.number > 0 && seen[chain]?[$0.number] != $0.hash } ?? false
      guard isCutForOthers || isCutForUs, !findings.contains(where: { $0.path.hasPrefix(Self.folder(chain)) }) else {
        continue
      }
      add(.cut, ends[chain] ?? (Self.folder(chain), 0))
    }
  }

  private static func folder(_ chain: String) -> String { FolderStore.Name.journal + "/" + chain }
}

/// The last line of a chain that this machine saw.
struct SeenHead: Equatable, Sendable {
  let number: Int
  let hash: String
}
