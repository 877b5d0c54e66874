import ArgumentParser
import Casework
import Text

/// `passend verwijzing`: where a pupil is on the way to another school, and the checks of PrO and LWOO.
struct ReferralCommand: Task {
  static let configuration = CommandConfiguration(commandName: "verwijzing", helpNames: [])
  @OptionGroup var shared: SharedOptions
  @Argument var words: [String] = []

  func perform() throws(Failure) -> ExitCode {
    guard !words.isEmpty else { throw Failure("Welke leerling? Typ: passend verwijzing NAAM", .usage) }
    let office = try Office(shared)
    let dossier = try office.pupil(words.joined(separator: " "))
    guard dossier.referral.isReadable else {
      throw Failure("Het tabblad \(SectionName.referral.title) van deze leerling is niet te lezen.", .noRight)
    }
    let read = SectionName.allCases.filter { FlowNode.allReads.contains($0) && dossier.tree(of: $0) != nil }
    try office.noteOpened(dossier.id, read)
    let flow = ReferralFlow(dossier, on: office.day)
    let report = ReferralReport(flow, dossier.secondaryOutcome(on: office.day), office.engine.book.referral)
    if shared.json {
      Output.write(report.tree(dossier.id, on: office.day))
    } else {
      let head = "\(office.name(of: dossier)) · \(office.day.dutch(.full))"
      Output.write((["Weg naar een andere school: " + head, ""] + report.lines).joined(separator: "\n") + "\n")
    }
    return .ok
  }
}

/// The flow and the checks as text and as JSON.
struct ReferralReport {
  private let flow: ReferralFlow
  private let outcome: SecondaryOutcome?
  private let texts: ReferralTexts

  init(_ flow: ReferralFlow, _ outcome: SecondaryOutcome?, _ texts: ReferralTexts) {
    self.flow = flow
    self.outcome = outcome
    self.texts = texts
  }

  /// The path with its facts, what is open and where to fill it in, then the checks with every step.
  var lines: [String] {
    let open = flow.open.flatMap { node in
      ["? " + texts.title(of: node)] + (flow.stations[node]?.ask?.words.map { ["    Invullen bij: " + $0] } ?? [])
    }
    return flow.path.flatMap(lines) + ["", open.isEmpty ? "Er is geen vraag meer open." : "Nog open"] + open + checks
  }

  private func lines(_ node: FlowNode) -> [String] {
    guard let station = flow.stations[node] else { return [] }
    let answer = station.answer.flatMap { node.isEnd ? nil : " " + texts.word(for: $0) } ?? ""
    let mark = flow.open.first == node ? "? " : "● "
    let unread =
      station.unread.isEmpty
      ? [] : ["Niet te beoordelen: \(station.unread.map(\.title).joined(separator: ", ")) is niet te lezen."]
    // The steps of the checks stand below, once.
    let isCheck = outcome != nil && (node == .practical || node == .learningSupport)
    let facts = unread + (isCheck ? station.facts.prefix(1) : station.facts[...]).map(texts.words)
    return [mark + texts.title(of: node) + answer] + facts.flatMap(bulleted)
  }

  private var checks: [String] {
    guard let outcome else { return [] }
    let results = [("PrO (Handreiking §4.3)", outcome.practical), ("LWOO (Handreiking §4.4)", outcome.support)]
    let told = results.flatMap { name, result in
      ["", "Toets aan \(name): \(result.answer.rawValue)"] + result.steps.flatMap { bulleted(texts.words(of: $0)) }
    }
    return told + ["", "Dit staat niet vast"] + texts.unsettled.flatMap(bulleted)
  }

  private func bulleted(_ words: String) -> [String] {
    words.wrapped(toWidth: 76).enumerated().map { ($0.offset == 0 ? "  · " : "    ") + $0.element }
  }

  func tree(_ pupil: RecordID, on day: CivilDate) -> Tree {
    .object([
      "id": .string(pupil.description), "date": .string(day.iso), "path": .array(flow.path.map(tree)),
      "open": .array(flow.open.map(tree)), "checks": outcome.map(tree) ?? .null,
    ])
  }

  private func tree(_ node: FlowNode) -> Tree {
    let station = flow.stations[node]
    return .object([
      "id": .string(node.rawValue), "title": .string(texts.title(of: node)),
      "answer": station?.answer.map { .string($0.rawValue) } ?? .null,
      "facts": .array((station?.facts ?? []).map { .string(texts.words(of: $0)) }),
      "fillIn": station?.ask?.words.map(Tree.string) ?? .null,
    ])
  }

  private func tree(_ outcome: SecondaryOutcome) -> Tree {
    func tree(_ result: CriteriaCheck) -> Tree {
      .object([
        "answer": .string(result.answer.rawValue), "steps": .array(result.steps.map { .string(texts.words(of: $0)) }),
      ])
    }
    return .object(["pro": tree(outcome.practical), "lwoo": tree(outcome.support)])
  }
}
