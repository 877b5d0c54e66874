import Casework

extension ReferenceData {
  /// The texts of the flow of chapter 4 and of the checks of PrO and LWOO, from verwijzing/.
  public static func referralTexts() throws(ReferenceDataError) -> ReferralTexts {
    try ReferralTexts(DataReader(file: "verwijzing/stroom.json"), DataReader(file: "verwijzing/toetsen.json"))
  }
}

extension ReferralTexts {
  /// Reads both files; a key that is not named here, a node that stands twice and a sentence of both are refused.
  init(_ flow: DataReader, _ checks: DataReader) throws(ReferenceDataError) {
    try flow.only(["uitleg", "antwoorden", "knopen", "zinnen"])
    try checks.only(["uitleg", "onzeker", "zinnen"])
    var nodes: [FlowNode: FlowText] = [:]
    for row in try flow.member("knopen").elements() {
      let node = try row.member("id").word(FlowNode.self)
      guard nodes.updateValue(try FlowText(row), forKey: node) == nil else {
        throw row.error(.expected("a node of its own"))
      }
    }
    let words = try flow.member("antwoorden")
    try words.only(Set(FlowAnswer.allCases.map(\.rawValue)))
    var answers: [FlowAnswer: String] = [:]
    for answer in FlowAnswer.allCases { answers[answer] = try words.member(answer.rawValue).text() }
    var sentences = try flow.member("zinnen").sentences()
    for (name, sentence) in try checks.member("zinnen").sentences() {
      guard sentences.updateValue(sentence, forKey: name) == nil else {
        throw checks.error(.expected("a sentence of its own: \(name)"))
      }
    }
    self.init(
      nodes: nodes, answers: answers, sentences: sentences, unsettled: try checks.texts("onzeker"))
  }
}

extension FlowText {
  fileprivate init(_ row: DataReader) throws(ReferenceDataError) {
    try row.only(["id", "titel", "uitleg", "paragrafen", "naslag"])
    self.init(
      title: try row.member("titel").text(), explanation: try row.member("uitleg").text(),
      sections: try row.texts("paragrafen"), reference: try row.texts("naslag"))
  }
}
