import Casework
import Exchange
import Glibc

/// Reads one file in a process of its own and prints, on one line, what came of it and what it took.
///
///     exchange-probe stream SHAPE MEGABYTES    outcome, then the most memory held, in kB
///     exchange-probe hold SHAPE MEGABYTES      the same for a reader that keeps the whole file: the control
///     exchange-probe scan FILE MASKED          how often the masked text stands in memory after reading
///     exchange-probe scan-raw FILE MASKED      the same while the bytes of the file are still held: the control
@main
struct Probe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { exit(64) }
    switch arguments[1] {
    case "stream": stream(shape: arguments[2], megabytes: arguments[3])
    case "hold": hold(shape: arguments[2], megabytes: arguments[3])
    case "scan": scan(path: arguments[2], masked: arguments[3], holding: false)
    case "scan-raw": scan(path: arguments[2], masked: arguments[3], holding: true)
    default: exit(64)
    }
  }

  private static func stream(shape name: String, megabytes: String) {
    guard let shape = Shape(name), let megabytes = Int(megabytes) else { exit(64) }
    var limits = EdexLimits()
    if shape.liftsByteLimit { limits.bytes = .max }
    do throws(EdexError) {
      let school = try EdexReader.read(from: shape.source(bytes: megabytes << 20), limits: limits)
      print("\(school.pupils.count) leerlingen", peakMemory(), separator: "\t")
    } catch {
      print(error.problem, peakMemory(), separator: "\t")
    }
  }

  private static func hold(shape name: String, megabytes: String) {
    guard let shape = Shape(name), let megabytes = Int(megabytes) else { exit(64) }
    let source = shape.source(bytes: megabytes << 20)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    var all: [UInt8] = []
    while let count = try? source.read(piece), count > 0 { all.append(contentsOf: piece[..<count]) }
    print("\(all.count) bytes", peakMemory(), separator: "\t")
  }

  /// The most memory that the process ever held, in kB; what getrusage says counts the process that started it too.
  private static func peakMemory() -> Int {
    lines(of: "/proc/self/status").lazy.filter { $0.hasPrefix("VmHWM:") }
      .compactMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } }.first ?? .max
  }

  fileprivate static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { exit(74) }
    defer { fclose(file) }
    var lines: [String] = []
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      lines.append(String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return lines
  }
}

// MARK: - Endless files

/// A file of any length: a start, one piece over and over, and an end.
private struct Shape {
  let head: String
  let unit: (Int) -> String
  let tail: String
  /// Whether it is meant to be read to the end, however long.
  let liftsByteLimit: Bool

  private static let start = """
    <?xml version="1.0" encoding="UTF-8"?>
    <EDEX><school><schooljaar>2026-2027</schooljaar><brincode>99ZZ</brincode></school><leerlingen>
    """
  private static let pupil = "<leerling key=\"1\"><achternaam>Vries</achternaam><roepnaam>Noor</roepnaam>"
  private static let end = "</leerling></leerlingen></EDEX>"
  private static let line = String(repeating: "x", count: 4095) + "\n"

  init?(_ name: String) {
    func make(_ head: String, _ tail: String, lifts: Bool = true, unit: @escaping (Int) -> String) -> Shape {
      Shape(head: head, unit: unit, tail: tail, liftsByteLimit: lifts)
    }
    let line = Self.line
    switch name {
    case "additions":
      self = make(Self.start + Self.pupil + "<toevoegingen><blok>", "</blok></toevoegingen>" + Self.end) { _ in line }
    case "too-large":
      self = make(Self.start + Self.pupil + "<toevoegingen><blok>", Self.end, lifts: false) { _ in line }
    case "text": self = make(Self.start + "<leerling key=\"1\"><roepnaam>", Self.end) { _ in line }
    case "spaces":
      let spaces = String(repeating: " ", count: 4096)
      self = make(Self.start + "<leerling key=\"1\"><roepnaam>", Self.end) { _ in spaces }
    case "attribute": self = make(Self.start + "<leerling key=\"", "\"/>" + Self.end) { _ in line }
    case "comment": self = make(Self.start + "<!--", "-->" + Self.end) { _ in line }
    case "depth": self = make(Self.start + Self.pupil + "<toevoegingen>", Self.end) { _ in "<a>" }
    case "names": self = make(Self.start + Self.pupil + "<toevoegingen>", Self.end) { "<a\($0)/>" }
    case "unknown": self = make(Self.start, "</leerlingen></EDEX>") { _ in "<onbekend/>" }
    case "pupils":
      self = make(Self.start, "</leerlingen></EDEX>") {
        "<leerling key=\"\($0)\"><achternaam>Vries</achternaam><roepnaam>Noor</roepnaam></leerling>\n"
      }
    case "links":
      self = make(Self.start + Self.pupil + "</leerling>", "</leerlingen></EDEX>") {
        "<leerling key=\"p\($0)\"><roepnaam>N</roepnaam><samengestelde_groepen>"
          + String(repeating: "<samengestelde_groep key=\"a\"/>", count: 190) + "</samengestelde_groepen></leerling>\n"
      }
    case "keys":
      let key = String(repeating: "k", count: 240)
      self = make(Self.start, "</leerlingen></EDEX>") {
        "<leerling key=\"\(key)\($0)\"><achternaam>\(key.prefix(190))</achternaam></leerling>\n"
      }
    default: return nil
    }
  }

  private init(head: String, unit: @escaping (Int) -> String, tail: String, liftsByteLimit: Bool) {
    self.head = head
    self.unit = unit
    self.tail = tail
    self.liftsByteLimit = liftsByteLimit
  }

  /// The file, given out in pieces and never held whole.
  func source(bytes: Int) -> ByteSource {
    var waiting = Array(head.utf8)[...]
    var given = 0
    var count = 0
    var ended = false
    return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int in
      if waiting.isEmpty, !ended {
        ended = given >= bytes
        waiting = Array((ended ? tail : unit(count)).utf8)[...]
        count += 1
      }
      let piece = waiting.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      waiting = waiting.dropFirst(piece.count)
      given += piece.count
      return piece.count
    }
  }
}

// MARK: - What is left in memory

extension Probe {
  private static func scan(path: String, masked: String, holding: Bool) {
    guard let needle = Masked(hexadecimal: masked) else { exit(64) }
    let held = holding ? raw(path: path) : []
    // The allocator hands its first large block straight back to the system, which hides what was left in it; from the
    // second on it keeps them.
    guard (try? EdexReader.read(file: path)) != nil, (try? EdexReader.read(file: path)) != nil,
      let school = try? EdexReader.read(file: path)
    else { exit(65) }
    let count = occurrences(of: needle)
    withExtendedLifetime((held, school)) { print("\(school.pupils.count) leerlingen", count, separator: "\t") }
  }

  private static func raw(path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Looks through all memory of the process that can be written.
  private static func occurrences(of needle: Masked) -> Int {
    var ranges: [Range<UInt>] = []
    for line in lines(of: "/proc/self/maps") {
      let words = line.split(separator: " ")
      let ends = words.first?.split(separator: "-").compactMap { UInt($0, radix: 16) } ?? []
      if ends.count == 2, words.count > 1, words[1].hasPrefix("rw"), !line.contains("[vvar") {
        ranges.append(ends[0]..<ends[1])
      }
    }
    return ranges.reduce(0) { $0 + count(needle, in: $1) }
  }

  private static func count(_ needle: Masked, in range: Range<UInt>) -> Int {
    guard let start = UnsafeRawPointer(bitPattern: range.lowerBound) else { return 0 }
    let memory = UnsafeRawBufferPointer(start: start, count: range.count)
    guard memory.count >= needle.count else { return 0 }
    var found = 0
    for at in 0...(memory.count - needle.count) where memory[at] ^ 0x55 == needle[0] {
      if (1..<needle.count).allSatisfy({ memory[at + $0] ^ 0x55 == needle[$0] }) { found += 1 }
    }
    return found
  }
}

/// A text with each byte changed, so that the search does not find itself.
private struct Masked {
  private let bytes: [UInt8]

  var count: Int { bytes.count }
  subscript(at: Int) -> UInt8 { bytes[at] }

  init?(hexadecimal: String) {
    var rest = Substring(hexadecimal)
    var bytes: [UInt8] = []
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
  }
}
