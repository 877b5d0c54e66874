import Casework
import Support
import Testing

@testable import ReferenceData

@Suite("The texts of the flow of chapter 4")
struct ReferralTextsTests {
  @Test("Every node has a short name, an explanation, paragraphs of the Handreiking and entries to look up")
  func complete() throws {
    let texts = try ReferenceData.referralTexts()
    let book = try ReferenceData.referenceBook()
    #expect(Set(texts.nodes.keys) == Set(FlowNode.allCases))
    for (node, text) in texts.nodes {
      #expect(text.title.count <= 60, "\(node)")
      #expect(text.explanation.count > text.title.count, "\(node)")
      #expect(!text.sections.isEmpty && Set(text.sections).isSubset(of: Handreiking.sections), "\(node)")
      #expect(!text.reference.isEmpty, "\(node)")
      for entry in text.reference { #expect(book[entry] != nil, "\(node): \(entry)") }
    }
    #expect(Set(texts.nodes.values.map(\.title)).count == texts.nodes.count)
    #expect(Set(texts.answers.keys) == Set(FlowAnswer.allCases))
  }

  @Test("Chapter 4 is whole: each of its paragraphs is cited by some node")
  func chapter() throws {
    let cited = Set(try ReferenceData.referralTexts().nodes.values.flatMap(\.sections))
    #expect(cited.isSuperset(of: ["4.1", "4.2", "4.3", "4.4"]))
  }

  @Test("Every sentence is used by the flow or the checks, none is left over")
  func used() throws {
    let files = try SourceTree.swiftFiles(under: "Sources/Casework/Referral")
    let code = try files.map { try SourceTree.text(of: $0) }.joined()
    for name in try ReferenceData.referralTexts().sentences.keys { #expect(code.contains("\"\(name)\""), "\(name)") }
  }

  @Test("A step that has no sentence shows by its name")
  func missing() throws {
    #expect(try ReferenceData.referralTexts().words(of: ProofStep("sneeuw")) == "«sneeuw»")
    #expect(ReferralTexts().title(of: .ownSchool) == "3 «eigen»")
  }

  @Test(
    "A slip in a file is refused, with the place where it stands",
    arguments: [
      (#"[{"id": "xx", "titel": "t", "uitleg": "u"}]"#, "knopen[0].id"),
      (#"[{"id": "vo", "titel": "t"}]"#, "knopen[0].uitleg"),
      (#"[{"id": "vo", "titel": "t", "uitleg": "u", "naslagen": []}]"#, "knopen[0]"),
      (#"[{"id": "vo", "titel": "t", "uitleg": "u"}, {"id": "vo", "titel": "t", "uitleg": "u"}]"#, "knopen[1]"),
    ])
  func refused(nodes: String, path: String) throws {
    let flow = try Tree(json: #"{"antwoorden": {}, "zinnen": {}, "knopen": \#(nodes)}"#)
    let checks = try Tree(json: #"{"zinnen": {}, "onzeker": []}"#)
    let error = #expect(throws: ReferenceDataError.self) {
      try ReferralTexts(
        DataReader(file: "stroom", path: "", tree: flow), DataReader(file: "toetsen", path: "", tree: checks))
    }
    #expect(error?.path == path)
  }
}
