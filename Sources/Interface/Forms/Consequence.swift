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

  /// Compares the open episodes of a dossier as it is with those of the dossier as the form leaves it, as far as the one
  /// who types is told of them.
  static func between(
    _ before: [Episode], _ after: [Episode], book: RuleBook, on day: CivilDate, for reader: AgendaReader
  ) -> [Consequence] {
    func pending(_ episodes: [Episode]) -> [Episode.ID: Episode] {
      let told = episodes.filter { episode in
        episode.isOpen(after: day) && book.entry(behind: episode).map { reader.sees(episode, of: $0) } ?? true
      }
      return Dictionary(told.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let old = pending(before)
    let new = pending(after)
    // What was cleared before may have the name of what is open now.
    var came = after.filter { new[$0.id] == $0 && old[$0.id] == nil }
    var found: [Consequence] = []
    for episode in before where old[episode.id] == episode {
      if let same = new[episode.id] ?? takeSuccessor(of: episode, from: &came, book) {
        if episode.lastDay != same.lastDay {
          let kind = Kind.moves(from: episode.lastDay, to: same.lastDay)
          found.append(Consequence(title: book.titleWords(of: same, on: day), kind: kind))
        }
      } else {
        found.append(Consequence(title: book.titleWords(of: episode, on: day), kind: .goes))
      }
    }
    return found + came.map { Consequence(title: book.titleWords(of: $0, on: day), kind: .comes($0.lastDay)) }
  }

  /// What asks the same from another day on: many episodes are named after the day that their term begins.
  private static func takeSuccessor(
    of episode: Episode, from came: inout [Episode], _ book: RuleBook
  ) -> Episode? {
    let place = came.firstIndex { other in
      guard other.id.rule == episode.id.rule, other.id.subject == episode.id.subject else { return false }
      let isDated = other.lastDay != nil && episode.lastDay != nil
      return isDated || book.titleWords(of: other) == book.titleWords(of: episode)
    }
    return place.map { came.remove(at: $0) }
  }

  var line: Line {
    switch kind {
    case .comes(let day):
      var line = Line("+ ", .now, bold: true)
      line.add(Texts.Form.comes(title, day))
      return line
    case .goes:
      var line = Line("– ", .muted, bold: true)
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
