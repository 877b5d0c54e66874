import Casework
import Text

/// Writes a paper as plain text, for the screen, for a file and for a printer that knows nothing else.
public struct PlainText: Sendable {
  /// The width of a line in cells.
  public let width: Int

  public init(width: Int = 78) {
    self.width = width
  }

  /// The whole paper: head, blocks and foot; the omissions are not part of it.
  public func text(of paper: Paper) -> String {
    var lines = [paper.title.uppercased(), paper.school, ""]
    for block in paper.blocks { lines += self.lines(of: block) }
    lines += [String(repeating: "─", count: width)] + wrapped(foot(of: paper))
    return lines.map { $0.sanitized() }.joined(separator: "\n") + "\n"
  }

  /// What the reader does not get, for whoever makes the paper.
  public func text(of omissions: [Omission]) -> String {
    omissions.flatMap { wrapped("weggelaten: \($0.what). \($0.why)", hanging: "  ") }
      .map { $0.sanitized() + "\n" }.joined()
  }

  private func foot(of paper: Paper) -> String {
    "Gemaakt op \(paper.madeOn.dutch(.long)) door \(paper.madeBy), voor \(paper.reader)."
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let text): [text, String(repeating: "─", count: min(width, text.cellWidth))]
    case .paragraph(let text): wrapped(text) + [""]
    case .facts(let facts): self.lines(of: facts) + [""]
    case .table(let head, let rows): tableLines(head: head, rows: rows) + [""]
    }
  }

  private func lines(of facts: [Fact]) -> [String] {
    let column = min(26, (facts.map(\.label.cellWidth).max() ?? 0) + 2)
    return facts.flatMap { fact in
      let label = fact.label.padded(toWidth: column)
      return wrapped(fact.value, first: label, hanging: String(repeating: " ", count: column))
    }
  }

  /// Columns as wide as their widest text, the last one wrapping in what is left.
  private func tableLines(head: [String], rows: [[String]]) -> [String] {
    let all = [head] + rows
    let widths = head.indices.map { column in
      (all.compactMap { $0.indices.contains(column) ? $0[column].cellWidth : nil }.max() ?? 0) + 2
    }
    return all.flatMap { row in
      let fixed = row.dropLast().enumerated().map { $0.element.padded(toWidth: widths[$0.offset]) }.joined()
      return wrapped(row.last ?? "", first: fixed, hanging: String(repeating: " ", count: fixed.cellWidth))
    }
  }

  private func wrapped(_ text: String, first: String = "", hanging: String = "") -> [String] {
    let room = max(20, width - max(first.cellWidth, hanging.cellWidth))
    let lines = text.wrapped(toWidth: room)
    return lines.enumerated().map { ($0.offset == 0 ? (first.isEmpty ? "" : first) : hanging) + $0.element }
  }
}
