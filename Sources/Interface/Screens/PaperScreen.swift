import Casework

/// A paper as it will be written, with what was left out and why.
public struct PaperScreen: Equatable, Sendable {
  public let document: Document

  public init(document: Document) { self.document = document }
}
