/// A sentence of the rule book with places such as `{datum}`, `{datum:lang}` and `{dagen|dag|dagen}`.
///
/// A place is filled with a value of the proof step: a date in one of the forms `kort`, `dag`, `lang` or in full, a number
/// with the word for one and the word for more, hours, or a text as it is.
public struct Template: Equatable, Sendable {
  private let parts: [Part]

  private enum Part: Equatable, Sendable {
    case text(String)
    case place(String, form: Form)
  }

  private enum Form: Equatable, Sendable {
    case plain
    case date(DutchDateForm)
    case counted(one: String, more: String)
  }

  /// Reads a sentence; a brace that is not closed, a place without a name and an unknown form are refused.
  public init(_ sentence: String) throws(TemplateError) {
    var parts: [Part] = []
    let (opening, closing) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var rest = Substring(sentence)
    while let start = rest.utf8.firstIndex(where: { $0 == opening || $0 == closing }) {
      guard rest.utf8[start] == opening, let end = rest.utf8[start...].firstIndex(of: closing) else {
        throw .unbalanced(sentence)
      }
      if start > rest.startIndex { parts.append(.text(String(rest[..<start]))) }
      parts.append(try Self.place(rest[rest.index(after: start)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// A sentence read once for all the times that it is filled.
  static func read(_ sentence: String) -> Result<Template, TemplateError> {
    do throws(TemplateError) { return .success(try Template(sentence)) } catch { return .failure(error) }
  }

  /// The names of the places to fill.
  public var places: Set<String> {
    Set(
      parts.compactMap { part in
        if case .place(let name, _) = part { name } else { nil }
      })
  }

  /// The sentence with its places filled; a text at its beginning, such as "vader", begins with a capital.
  ///
  /// A day in a short form has its year where it lies outside the school year in which the sentence is read.
  public func filled(with values: ProofValues, readIn year: SchoolYear? = nil) throws(TemplateError) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .place(let name, let form):
        guard let value = values[name] else { throw .valueMissing(name) }
        text += try Self.written(value, as: form, in: name, readIn: year)
      }
    }
    guard case .place(let first, _)? = parts.first, case .text? = values[first] else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func place(_ inside: Substring) throws(TemplateError) -> Part {
    let counted = inside.split(separator: "|", omittingEmptySubsequences: false)
    if counted.count == 3, !counted.contains(where: \.isEmpty) {
      return .place(String(counted[0]), form: .counted(one: String(counted[1]), more: String(counted[2])))
    }
    let formed = inside.split(separator: ":", omittingEmptySubsequences: false)
    guard counted.count == 1, let name = formed.first, !name.isEmpty, formed.count <= 2 else {
      throw .unknownForm(String(inside))
    }
    guard formed.count == 2 else { return .place(String(name), form: .plain) }
    switch formed[1] {
    case "kort": return .place(String(name), form: .date(.brief))
    case "dag": return .place(String(name), form: .date(.weekday))
    case "lang": return .place(String(name), form: .date(.long))
    default: throw .unknownForm(String(inside))
    }
  }

  private static func written(
    _ value: ProofValue, as form: Form, in place: String, readIn year: SchoolYear?
  ) throws(TemplateError) -> String {
    switch (value, form) {
    case (.date(let day), .plain): day.dutch(.full)
    case (.date(let day), .date(let form)): day.dutch(form, readIn: year)
    case (.minutes(let count), .plain): Minutes(count).dutch
    case (.count(let count), .plain): String(count)
    case (.count(let count), .counted(let one, let more)): "\(count) \(count == 1 ? one : more)"
    case (.text(let text), .plain): text
    case (.date, .counted), (.minutes, .date), (.minutes, .counted), (.count, .date), (.text, .date), (.text, .counted):
      throw .wrongValue(place)
    }
  }
}

/// What is wrong with a sentence or with what should fill it.
public enum TemplateError: Error, Equatable, Sendable {
  case unbalanced(String)
  case unknownForm(String)
  /// No value has the name of this place.
  case valueMissing(String)
  /// The value cannot be written in the form that this place asks.
  case wrongValue(String)
  /// The rule book has no sentence with this name.
  case sentenceMissing(String)
  /// The rule book has no such rule.
  case ruleMissing(RuleID)
}
