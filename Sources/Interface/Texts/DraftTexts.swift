extension Texts {
  enum Drafts {
    static let title = "Concepten"
    static let none = "Er zijn geen concepten: alles wat u typte is bewaard."
    static let alreadyOpen = "Dit stond al open: u bent weer waar u was."
    static let gone = "Het onderdeel van dit concept is er niet meer."

    static func line(_ clock: String, _ who: String, _ form: String) -> String {
      [clock, who, form].filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }
}
