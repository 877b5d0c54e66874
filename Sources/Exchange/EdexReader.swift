import CExpat
import Casework

/// Reads a school from an EDEXML 2.1 export, in pieces and within limits, or says where and why it cannot.
public enum EdexReader {
  /// Reads a whole file; nothing of it is kept where it fails.
  public static func read(file path: String, limits: EdexLimits = EdexLimits()) throws(EdexError) -> EdexSchool {
    let file = try OpenFile(path: path)
    if let size = file.size, size > limits.bytes { throw EdexError(.tooLarge(megabytes: limits.megabytes)) }
    let source = ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(EdexError) -> Int in
      try file.read(into: buffer)
    }
    return try read(from: source, limits: limits)
  }

  /// Reads from anything that gives bytes.
  public static func read(
    from source: ByteSource, limits: EdexLimits = EdexLimits()
  ) throws(EdexError) -> EdexSchool {
    guard let parser = passend_expat_create() else { throw EdexError(.outOfMemory) }
    let session = EdexSession(parser: parser, limits: limits)
    return try session.run(source)
  }
}

extension EdexLimits {
  fileprivate var megabytes: Int { bytes / (1024 * 1024) }
}

/// One run of the parser over one file; frees the parser, and so wipes its buffers, when it goes.
private final class EdexSession {
  private let parser: XML_Parser
  private let limits: EdexLimits
  private var handler: EdexHandler
  private var failure: EdexError?
  private var names = Vocabulary()
  /// Bytes that are read at once.
  private static let piece = 64 * 1024

  init(parser: XML_Parser, limits: EdexLimits) {
    self.parser = parser
    self.limits = limits
    handler = EdexHandler(limits: limits)
  }

  deinit { XML_ParserFree(parser) }

  func run(_ source: ByteSource) throws(EdexError) -> EdexSchool {
    connect()
    var total = 0
    while true {
      guard let room = XML_GetBuffer(parser, Int32(Self.piece)) else { throw EdexError(.outOfMemory) }
      let buffer = UnsafeMutableRawBufferPointer(start: room, count: Self.piece)
      let count = try source.fill(buffer)
      if total == 0 { try inspectStart(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
      total += count
      guard total <= limits.bytes else { throw EdexError(.tooLarge(megabytes: limits.megabytes)) }
      let isLast = count < Self.piece
      let status = XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0)
      if let failure { throw failure }
      guard status != XML_STATUS_ERROR else { throw parseError() }
      if isLast { return try handler.finish() }
      // What the parser holds back is one tag that has not ended yet.
      guard total - Int(XML_GetCurrentByteIndex(parser)) <= limits.tag + Self.piece else {
        throw EdexError(.tagTooLong(kilobytes: limits.tag / 1024), at: position)
      }
    }
  }

  private var position: EdexPosition {
    EdexPosition(line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }
}

// MARK: - What the parser calls

extension EdexSession {
  private func connect() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in EdexSession.of(data)?.start(name, attributes) },
      { data, _ in EdexSession.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in EdexSession.of(data)?.text(text, count) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in EdexSession.of(data)?.doctype() }
    XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in EdexSession.of(data)?.declared(encoding) }
  }

  /// The session behind a call; nothing once it has failed, for the parser may call a last time after being stopped.
  private static func of(_ data: UnsafeMutableRawPointer?) -> EdexSession? {
    guard let data else { return nil }
    let session = Unmanaged<EdexSession>.fromOpaque(data).takeUnretainedValue()
    return session.failure == nil ? session : nil
  }

  /// Does one step and stops the parser where it fails.
  private func attempt(_ step: () throws(EdexError) -> Void) {
    do throws(EdexError) {
      try step()
    } catch {
      fail(error)
    }
  }

  private func fail(_ error: EdexError) {
    failure = error
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name else { return }
    let element = String(cString: name)
    names.add(element)
    var key: String?
    var hasEckID = false
    var count = 0
    while let attribute = attributes?[2 * count], let value = attributes?[2 * count + 1] {
      count += 1
      guard count <= limits.attributes else {
        return fail(EdexError(.tooManyAttributes(limit: limits.attributes), at: position))
      }
      let attribute = String(cString: attribute)
      names.add(attribute)
      if attribute == "key" { key = String(cString: value) }
      if attribute == "eckid" { hasEckID = value.pointee != 0 }
    }
    guard names.bytes <= limits.names else { return fail(EdexError(.tooManyNames, at: position)) }
    attempt { () throws(EdexError) in
      try handler.start(name: element, key: key, hasEckID: hasEckID, at: position)
    }
  }

  private func text(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
      attempt { () throws(EdexError) in
        try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
  }

  private func end() {
    attempt { () throws(EdexError) in try handler.end(at: position) }
  }

  private func doctype() {
    fail(EdexError(.doctype, at: position))
  }

  private func declared(_ encoding: UnsafePointer<XML_Char>?) {
    guard let encoding, let found = FoundEncoding(declared: String(cString: encoding)) else { return }
    fail(EdexError(.otherEncoding(found), at: position))
  }
}

// MARK: - What is wrong

extension EdexSession {
  private func parseError() -> EdexError {
    let code = XML_GetErrorCode(parser)
    switch code {
    case XML_ERROR_NO_MEMORY: return EdexError(.outOfMemory)
    case XML_ERROR_NO_ELEMENTS: return EdexError(names.bytes > 0 ? .truncated : .wrongRoot, at: position)
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
      return EdexError(.truncated, at: position)
    case XML_ERROR_INVALID_TOKEN: return EdexError(invalidToken(), at: position)
    case XML_ERROR_TAG_MISMATCH: return EdexError(.malformed(.tagMismatch), at: position)
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return EdexError(.malformed(.repeatedAttribute), at: position)
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return EdexError(.malformed(.textAfterEnd), at: position)
    case XML_ERROR_UNDEFINED_ENTITY: return EdexError(.malformed(.unknownEntity), at: position)
    case XML_ERROR_BAD_CHAR_REF: return EdexError(.malformed(.badCharacter), at: position)
    case XML_ERROR_SYNTAX: return EdexError(.malformed(.syntax), at: position)
    default: return EdexError(.malformed(.other), at: position)
    }
  }

  /// What stands where the parser met a character that it could not take.
  private func invalidToken() -> EdexProblem {
    var offset: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &offset, &size), offset < size else {
      return .malformed(.syntax)
    }
    let rest = UnsafeRawBufferPointer(start: context + Int(offset), count: Int(size - offset))
    return invalidCharacter(at: rest)
  }

  private func inspectStart(_ bytes: UnsafeRawBufferPointer) throws(EdexError) {
    if let problem = problemAtStart(of: bytes) { throw EdexError(problem) }
  }
}

/// The different names of elements and attributes in a file; the parser keeps each of them to the end.
private struct Vocabulary {
  private var seen: Set<String> = []
  /// What the names take up, with what the parser keeps beside each.
  private(set) var bytes = 0

  mutating func add(_ name: String) {
    if seen.insert(name).inserted { bytes += name.utf8.count + 128 }
  }
}
