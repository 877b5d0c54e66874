import Casework

/// Follows the tags of a file, holds them against the schema and hands what is worth keeping to the assembly.
///
/// Text is gathered only inside elements whose text is kept. That of a dropped element is compared with the pupil's key
/// as it passes, piece by piece, and never stored.
struct EdexHandler {
  private(set) var assembly: EdexAssembly
  private let limits: EdexLimits
  private var frames: [Frame] = []
  private var inside: Inside = .structure

  /// A part that is open.
  private struct Frame {
    let part: EdexPart
    let element: EdexElement
    let position: EdexPosition
    var counts: [EdexElement: Int] = [:]
  }

  /// What the text that comes next belongs to.
  private enum Inside {
    case structure
    case text(EdexElement, limit: Int, bytes: [UInt8], at: EdexPosition)
    case dropped(DroppedText, depth: Int)
    case skipped(depth: Int)
  }

  init(limits: EdexLimits) {
    self.limits = limits
    assembly = EdexAssembly(limits: limits)
  }

  mutating func start(
    name: String, key: String?, hasEckID: Bool, at position: EdexPosition
  ) throws(EdexError) {
    switch inside {
    case .skipped(let depth): inside = .skipped(depth: try deeper(depth, at: position))
    case .dropped(let text, let depth): inside = .dropped(text, depth: try deeper(depth, at: position))
    case .text(let element, _, _, _): throw EdexError(.wrongCode(element), at: position)
    case .structure: try open(name: name, key: key, hasEckID: hasEckID, at: position)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(EdexError) {
    switch inside {
    case .text(let element, let limit, var gathered, let position):
      // Let go of the stored copy first, so that the bytes are appended in place.
      inside = .structure
      // A character takes at most four bytes; spaces around the text count too, but not for long.
      guard gathered.count + bytes.count <= 4 * limit + 256 else {
        throw EdexError(.tooLong(element, limit: limit), at: position)
      }
      gathered.append(contentsOf: bytes)
      inside = .text(element, limit: limit, bytes: gathered, at: position)
    case .dropped(var text, let depth):
      text.pass(bytes)
      inside = .dropped(text, depth: depth)
    case .structure, .skipped: break
    }
  }

  mutating func end(at position: EdexPosition) throws(EdexError) {
    switch inside {
    case .skipped(let depth): inside = depth > 1 ? .skipped(depth: depth - 1) : .structure
    case .dropped(let text, let depth) where depth > 1: inside = .dropped(text, depth: depth - 1)
    case .dropped(let text, _):
      inside = .structure
      try assembly.drop(text, at: position)
    case .text(let element, let limit, let bytes, let start):
      inside = .structure
      try keep(element, limit: limit, bytes: bytes, at: start)
    case .structure: try close()
    }
  }

  /// The school, once the file has ended.
  mutating func finish() throws(EdexError) -> EdexSchool {
    try assembly.finish()
  }

  private mutating func open(
    name: String, key: String?, hasEckID: Bool, at position: EdexPosition
  ) throws(EdexError) {
    guard let frame = frames.last else {
      guard name == EdexElement.edex.name else { throw EdexError(.wrongRoot, at: position) }
      frames.append(Frame(part: .edex, element: .edex, position: position))
      return
    }
    guard let element = EdexElement(rawValue: name), let content = frame.part.content(of: element) else {
      assembly.noteUnknownPart(at: position)
      inside = .skipped(depth: 1)
      return
    }
    try count(element, at: position)
    switch content {
    case .part(let part):
      frames.append(Frame(part: part, element: element, position: position))
      try assembly.open(part, element: element, key: key, at: position)
      if hasEckID { assembly.count(.eckID) }
    case .text(let limit): inside = .text(element, limit: limit, bytes: [], at: position)
    case .dropped(let kind): inside = .dropped(DroppedText(kind, beside: assembly.openPupilKey), depth: 1)
    case .skipped: inside = .skipped(depth: 1)
    }
  }

  private mutating func count(_ element: EdexElement, at position: EdexPosition) throws(EdexError) {
    let top = frames.count - 1
    let count = frames[top].counts[element, default: 0] + 1
    frames[top].counts[element] = count
    if let limit = frames[top].part.limit(of: element, in: limits) {
      guard count <= limit else { throw EdexError(.tooMany(element, limit: limit), at: position) }
    } else {
      guard count == 1 else { throw EdexError(.repeated(element), at: position) }
    }
  }

  private mutating func close() throws(EdexError) {
    guard let frame = frames.popLast() else { return }
    for element in frame.part.required where frame.counts[element] == nil {
      throw EdexError(.missing(element, in: frame.element), at: frame.position)
    }
    try assembly.close(frame.part, at: frame.position)
  }

  private mutating func keep(
    _ element: EdexElement, limit: Int, bytes: [UInt8], at position: EdexPosition
  ) throws(EdexError) {
    guard let frame = frames.last else { return }
    let text = collapsed(String(decoding: bytes, as: UTF8.self))
    guard text.unicodeScalars.count <= limit else {
      throw EdexError(.tooLong(element, limit: limit), at: position)
    }
    if text.isEmpty {
      // An empty element says nothing; where it had to say something it is missing.
      guard !frame.part.required.contains(element) else {
        throw EdexError(.missing(element, in: frame.element), at: position)
      }
      return
    }
    try assembly.set(element, to: text, in: frame.part, at: position)
  }

  private func deeper(_ depth: Int, at position: EdexPosition) throws(EdexError) -> Int {
    guard frames.count + depth < limits.depth else { throw EdexError(.tooDeep(limit: limits.depth), at: position) }
    return depth + 1
  }
}

/// What passes by inside a dropped element: whether there is anything, and whether it is the pupil's own key.
struct DroppedText {
  let kind: DroppedKind
  private let key: String.UTF8View
  private var next: String.UTF8View.Index
  private var differs = false
  private(set) var isEmpty = true

  init(_ kind: DroppedKind, beside key: String) {
    self.kind = kind
    self.key = key.utf8
    next = key.utf8.startIndex
  }

  /// Whether the text was the key, all of it.
  var isKey: Bool { !isEmpty && !differs && next == key.endIndex }

  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes where !isSpace(byte) {
      isEmpty = false
      if next < key.endIndex, key[next] == byte {
        next = key.index(after: next)
      } else {
        differs = true
      }
    }
  }
}

/// Text on one line: no space around it and one space wherever there were several, as XML calls collapsed.
func collapsed(_ text: String) -> String {
  text.split { $0.isASCII && $0.utf8.allSatisfy(isSpace) }.joined(separator: " ")
}

/// The four characters that XML calls white space.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
