import Vault

/// What is on a ``PowerCutDisk``, and what of it is safe.
struct DiskState: Sendable {
  var nodes: [Int: Node] = [0: Node()]
  var syncs = 0
  var isLeftOut: @Sendable (_ sync: Int, _ isFolder: Bool) -> Bool = { _, _ in false }
  var moments: [DiskState]?
  private var handles: [Int32: Int] = [:]
  private var nextNode = 1
  private var nextHandle: Int32 = 3
  private var nextMove = 0

  /// A file or a folder; a folder has names, a file has bytes.
  struct Node: Sendable {
    var isFolder = true
    var safeBytes: [UInt8] = []
    var writes: [Write] = []
    var safeNames: [String: Int] = [:]
    var changes: [NameChange] = []

    struct Write: Sendable {
      let offset: Int
      let bytes: [UInt8]
    }

    var content: [UInt8] { writes.reduce(safeBytes) { $0.with($1.bytes, at: $1.offset) } }
    var names: [String: Int] { changes.reduce(into: safeNames) { $1.apply(to: &$0) } }
  }

  /// A change of the names in one folder; the two halves of a move between folders have one number.
  struct NameChange: Sendable {
    var removed: String?
    var added: String?
    var node = 0
    var move: Int?

    func apply(to names: inout [String: Int]) {
      if let removed { names[removed] = nil }
      if let added { names[added] = node }
    }
  }
}

// MARK: - Looking

extension DiskState {
  func node(_ path: String) -> Int? {
    var found = 0
    for name in path.split(separator: "/") {
      guard let next = nodes[found]?.names[String(name)] else { return nil }
      found = next
    }
    return found
  }

  func content(_ path: String) -> [UInt8]? {
    guard let number = node(path), let node = nodes[number], !node.isFolder else { return nil }
    return node.content
  }

  func names(_ path: String) -> [String] {
    guard let number = node(path), let node = nodes[number], node.isFolder else { return [] }
    return node.names.keys.filter { !$0.hasPrefix(".") }.sorted()
  }

  private func split(_ path: String) -> (folder: Int, name: String)? {
    let parts = path.split(separator: "/")
    guard let last = parts.last, let folder = node(parts.dropLast().joined(separator: "/")) else { return nil }
    return (folder, String(last))
  }
}

// MARK: - Changing

extension DiskState {
  mutating func remember() {
    guard var past = moments else { return }
    moments = nil
    past.append(self)
    moments = past
  }

  mutating func open(_ node: Int) -> FileHandle {
    nextHandle += 1
    handles[nextHandle] = node
    return FileHandle(number: nextHandle)
  }

  mutating func close(_ file: FileHandle) { handles[file.number] = nil }

  mutating func makeFolder(_ path: String) -> Bool? {
    guard node(path) == nil else { return false }
    return add(path, isFolder: true) == nil ? nil : true
  }

  mutating func create(_ path: String) -> FileHandle? {
    guard node(path) == nil, let node = add(path, isFolder: false) else { return nil }
    return open(node)
  }

  private mutating func add(_ path: String, isFolder: Bool) -> Int? {
    guard let (folder, name) = split(path) else { return nil }
    let number = nextNode
    nextNode += 1
    nodes[number] = Node(isFolder: isFolder)
    nodes[folder]?.changes.append(NameChange(added: name, node: number))
    return number
  }

  mutating func write(_ file: FileHandle, _ bytes: [UInt8]) -> Void? {
    guard let number = handles[file.number], let node = nodes[number] else { return nil }
    if !bytes.isEmpty { nodes[number]?.writes.append(Node.Write(offset: node.content.count, bytes: bytes)) }
    return ()
  }

  mutating func sync(_ file: FileHandle) -> Void? {
    guard let number = handles[file.number] else { return nil }
    if counts(isFolder: false) { makeSafe(file: number) }
    return ()
  }

  mutating func syncFolder(_ path: String) -> Void? {
    guard let number = node(path) else { return nil }
    if counts(isFolder: true) { makeSafe(folder: number) }
    return ()
  }

  private mutating func counts(isFolder: Bool) -> Bool {
    defer { syncs += 1 }
    return !isLeftOut(syncs, isFolder)
  }

  private mutating func makeSafe(file number: Int) {
    guard let content = nodes[number]?.content else { return }
    nodes[number]?.safeBytes = content
    nodes[number]?.writes = []
  }

  /// A move out of or into this folder is safe as a whole, as in a file system with a log.
  private mutating func makeSafe(folder number: Int) {
    guard let node = nodes[number] else { return }
    let moves = Set(node.changes.compactMap(\.move))
    nodes[number]?.safeNames = node.names
    nodes[number]?.changes = []
    for (other, node) in nodes where node.changes.contains(where: { $0.move.map(moves.contains) ?? false }) {
      for change in node.changes where change.move.map(moves.contains) ?? false {
        change.apply(to: &nodes[other, default: node].safeNames)
      }
      nodes[other]?.changes.removeAll { $0.move.map(moves.contains) ?? false }
    }
  }

  mutating func rename(_ from: String, _ to: String) -> Void? {
    guard let number = node(from), let (source, old) = split(from), let (target, new) = split(to) else { return nil }
    if source == target {
      nodes[source]?.changes.append(NameChange(removed: old, added: new, node: number))
    } else {
      nextMove += 1
      nodes[source]?.changes.append(NameChange(removed: old, move: nextMove))
      nodes[target]?.changes.append(NameChange(added: new, node: number, move: nextMove))
    }
    return ()
  }

  mutating func remove(_ path: String) -> Void? {
    guard node(path) != nil, let (folder, name) = split(path) else { return nil }
    nodes[folder]?.changes.append(NameChange(removed: name))
    return ()
  }
}

// MARK: - After the end

extension DiskState {
  func afterKill() -> DiskState {
    var disk = self
    disk.handles = [:]
    disk.moments = nil
    return disk
  }

  /// What is uncertain, one number of options each: a write has five (kept, lost, the first half, a hole at the start, a
  /// hole at the end), a change of names two (kept, lost).
  var choices: [Int] {
    uncertain.map { thing in
      switch thing {
      case .write: 5
      case .change: 2
      }
    }
  }

  private enum Uncertain {
    case write(node: Int, at: Int)
    case change(node: Int, at: Int)
  }

  private var uncertain: [Uncertain] {
    var found: [Uncertain] = []
    var moves: Set<Int> = []
    for (number, node) in nodes.sorted(by: { $0.key < $1.key }) {
      for at in node.writes.indices { found.append(.write(node: number, at: at)) }
      for at in node.changes.indices {
        if let move = node.changes[at].move, !moves.insert(move).inserted { continue }
        found.append(.change(node: number, at: at))
      }
    }
    return found
  }

  /// The disk after a power cut in which these options came true; everything on it is safe.
  func survivor(_ options: [Int]) -> DiskState {
    var writes: [Int: [Int: Int]] = [:]
    var lost: [Int: Set<Int>] = [:]
    var lostMoves: Set<Int> = []
    for (thing, option) in zip(uncertain, options) {
      switch thing {
      case .write(let node, let at): writes[node, default: [:]][at] = option
      case .change(let node, let at) where option == 1:
        lost[node, default: []].insert(at)
        if let move = nodes[node]?.changes[at].move { lostMoves.insert(move) }
      case .change: break
      }
    }
    var disk = DiskState()
    disk.nextNode = nextNode
    for (number, node) in nodes {
      var safe = Node(isFolder: node.isFolder, safeBytes: node.safeBytes, safeNames: node.safeNames)
      for (at, write) in node.writes.enumerated() { write.land(writes[number]?[at] ?? 0, in: &safe.safeBytes) }
      for (at, change) in node.changes.enumerated()
      where lost[number]?.contains(at) != true && !(change.move.map(lostMoves.contains) ?? false) {
        change.apply(to: &safe.safeNames)
      }
      disk.nodes[number] = safe
    }
    return disk
  }
}

extension DiskState.Node.Write {
  /// What of a write that was not synced reached the disk.
  fileprivate func land(_ option: Int, in content: inout [UInt8]) {
    let half = bytes.count / 2
    let hole = [UInt8](repeating: 0, count: half)
    switch option {
    case 0: content = content.with(bytes, at: offset)
    case 2: content = content.with(Array(bytes[..<half]), at: offset)
    case 3: content = content.with(hole + bytes[half...], at: offset)
    case 4: content = content.with(bytes[..<(bytes.count - half)] + hole, at: offset)
    default: break
    }
  }
}

extension [UInt8] {
  /// These bytes with others written at a place, zeros in between where there is a gap.
  fileprivate func with(_ bytes: some Collection<UInt8>, at offset: Int) -> [UInt8] {
    var result = self
    if result.count < offset { result += [UInt8](repeating: 0, count: offset - result.count) }
    let end = Swift.min(result.count, offset + bytes.count)
    result.replaceSubrange(offset..<end, with: bytes)
    return result
  }
}
