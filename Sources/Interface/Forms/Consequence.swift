import Casework

/// A signal that comes, goes or moves by what is being typed, told before it is saved.
struct Consequence: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case comes(CivilDate?)
    case goes
    case moves(from: CivilDate?, to: CivilDate?)
  }

  let title: String
  let kind: Kind

  /// Compares the open episodes of a dossier as it is with those of the dossier as the form leaves it.
  static func between(_ before: [Episode], _ after: [Episode], book: RuleBook, on day: CivilDate) -> [Consequence] {
    let old = Dictionary(
      before.filter { $0.isOpen(after: day) }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      after.filter { $0.isOpen(after: day) }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Consequence] = []
    for episode in before where old[episode.id] != nil && new[episode.id] == nil {
      found.append(Consequence(title: book.titleWords(of: episode), kind: .goes))
    }
    for episode in after {
      guard let now = new[episode.id] else { continue }
      if let was = old[episode.id] {
        guard was.lastDay != now.lastDay else { continue }
        found.append(
          Consequence(title: book.titleWords(of: episode), kind: .moves(from: was.lastDay, to: now.lastDay)))
      } else {
        found.append(Consequence(title: book.titleWords(of: episode), kind: .comes(now.lastDay)))
      }
    }
    return found
  }

  var line: Line {
    switch kind {
    case .comes(let day):
      var line = Line("+ ", .now, bold: true)
      line.add(Texts.Form.comes(title, day))
      return line
    case .goes:
      var line = Line("✓ ", .good, bold: true)
      line.add(Texts.Form.goes(title))
      return line
    case .moves(let from, let to):
      var line = Line("→ ", .now, bold: true)
      line.add(Texts.Form.moves(title, from: from, to: to))
      return line
    }
  }
}

extension Episode {
  /// Whether it still asks something on a day or later.
  fileprivate func isOpen(after day: CivilDate) -> Bool {
    (until.map { $0 > day } ?? true) && (clearedOn.map { $0 > day } ?? true)
  }
}
