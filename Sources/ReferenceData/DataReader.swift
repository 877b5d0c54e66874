import Casework

/// A place in a data file, from which values are read with an error that names where they stand.
struct DataReader {
  let file: String
  let path: String
  let tree: Tree

  init(file: String) throws(ReferenceDataError) {
    self.init(file: file, path: "", tree: try ReferenceData.tree(file))
  }

  init(file: String, path: String, tree: Tree) {
    self.file = file
    self.path = path
    self.tree = tree
  }

  func error(_ problem: ReferenceDataError.Problem) -> ReferenceDataError {
    ReferenceDataError(file: file, path: path, problem: problem)
  }

  /// The member with this key, or nothing where it is absent or null.
  func optional(_ key: String) throws(ReferenceDataError) -> DataReader? {
    guard let members = tree.members else { throw error(.expected("object")) }
    guard let value = members[key], value != .null else { return nil }
    return DataReader(file: file, path: path.isEmpty ? key : path + "." + key, tree: value)
  }

  func member(_ key: String) throws(ReferenceDataError) -> DataReader {
    guard let member = try optional(key) else {
      throw ReferenceDataError(file: file, path: path.isEmpty ? key : path + "." + key, problem: .missing)
    }
    return member
  }

  /// Refuses members with other keys than these.
  func only(_ keys: Set<String>) throws(ReferenceDataError) {
    guard let members = tree.members else { throw error(.expected("object")) }
    if let stray = members.keys.first(where: { !keys.contains($0) }) { throw error(.unknownKey(stray)) }
  }

  func elements() throws(ReferenceDataError) -> [DataReader] {
    guard let elements = tree.elements else { throw error(.expected("array")) }
    return elements.enumerated().map { DataReader(file: file, path: "\(path)[\($0.offset)]", tree: $0.element) }
  }

  func elements(_ key: String) throws(ReferenceDataError) -> [DataReader] {
    guard let list = try optional(key) else { return [] }
    return try list.elements()
  }

  func text() throws(ReferenceDataError) -> String {
    guard let text = tree.text, !text.isEmpty else { throw error(.expected("text")) }
    return text
  }

  func number() throws(ReferenceDataError) -> Int {
    guard let number = tree.integer else { throw error(.expected("whole number")) }
    return number
  }

  func yesNo() throws(ReferenceDataError) -> Bool {
    guard let value = tree.bool else { throw error(.expected("true or false")) }
    return value
  }

  func date() throws(ReferenceDataError) -> CivilDate {
    guard let date = CivilDate(tree: tree) else { throw error(.expected("date")) }
    return date
  }

  func schoolYear() throws(ReferenceDataError) -> SchoolYear {
    guard let year = SchoolYear(tree: tree) else { throw error(.expected("school year")) }
    return year
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ kind: Word.Type) throws(ReferenceDataError) -> Word {
    guard let word = tree.text.flatMap(Word.init(rawValue:)) else {
      throw error(.expected(Word.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return word
  }

  func optionalDate(_ key: String) throws(ReferenceDataError) -> CivilDate? {
    guard let member = try optional(key) else { return nil }
    return try member.date()
  }
}
