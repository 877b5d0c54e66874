import Text

/// What a list line can be found by.
struct SearchText: Equatable, Sendable {
  private let words: [Substring]

  init(_ texts: String...) {
    words = texts.joined(separator: " ").folded.split(separator: " ")
  }

  func matches(_ typed: String) -> Bool {
    typed.folded.split(separator: " ").allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
  }
}
