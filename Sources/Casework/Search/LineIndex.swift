/// Lines of text, folded once, to be searched with every key that is pressed.
public struct LineIndex: Sendable {
  /// The letters of all words of all lines, one after the other.
  private var units: [UInt16] = []
  /// Where each word ends in `units`.
  private var wordEnds: [Int] = []
  /// Where each line ends in `wordEnds`.
  private var lineEnds: [Int] = []

  /// Each line is given as the texts in it, such as a name, a group and a title.
  public init(_ lines: [[String]]) {
    lineEnds.reserveCapacity(lines.count)
    for texts in lines { append(words: texts.flatMap(searchWords)) }
  }

  init() {}

  mutating func append(words: [[UInt16]]) {
    for word in words {
      units += word
      wordEnds.append(units.count)
    }
    lineEnds.append(wordEnds.count)
  }

  /// The numbers of the lines that fit, in their own order.
  ///
  /// Every word typed must begin some word of the line. One slip is forgiven in a word of four letters or more, where no
  /// line fits letter for letter.
  public func search(_ query: SearchQuery) -> [Int] {
    let found = fits(query)
    let fewest = found.map(\.slips).min() ?? 0
    return found.filter { $0.slips == fewest }.map(\.line)
  }

  /// The lines that fit, each with how many words typed did so with a slip or not at all.
  func fits(_ query: SearchQuery) -> [(line: Int, slips: Int)] {
    if query.isEmpty { return lineEnds.indices.map { ($0, 0) } }
    return units.withUnsafeBufferPointer { units in
      var found: [(line: Int, slips: Int)] = []
      var first = 0
      for (line, end) in lineEnds.enumerated() {
        if let slips = slips(query, first..<end, units) { found.append((line, slips)) }
        first = end
      }
      return found
    }
  }

  private func slips(
    _ query: SearchQuery, _ words: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    var slips = 0
    for word in query.words {
      switch best(word, words, units) {
      case .exact: break
      case .slip: slips += 1
      case .none:
        guard word.mayLack else { return nil }
        slips += 1
      }
    }
    return slips
  }

  private func best(
    _ typed: SearchQuery.Word, _ words: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> WordMatch {
    typed.units.withUnsafeBufferPointer { letters in
      var best = WordMatch.none
      for word in words {
        let start = word == 0 ? 0 : wordEnds[word - 1]
        switch matchBeginning(of: units[start..<wordEnds[word]], with: letters, forgives: typed.forgives) {
        case .exact: return .exact
        case .slip: best = .slip
        case .none: break
        }
      }
      return best
    }
  }
}

/// Whether what was typed fits these texts taken together; everything fits where nothing was typed.
public func matches(_ query: SearchQuery, _ texts: [String]) -> Bool {
  !LineIndex([texts]).search(query).isEmpty
}
