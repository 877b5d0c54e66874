import Casework
import Support
import Testing

@Suite("One slip")
struct SlipTests {
  /// The least number of letters to add, drop, replace or swap to make one word of the other (optimal string alignment), in
  /// the textbook's table.
  private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        let isSame = left[row - 1] == right[column - 1]
        var least = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          least = min(least, table[row - 2][column - 2] + 1)
        }
        table[row][column] = least
      }
    }
    return table[left.count][right.count]
  }

  /// Whether what was typed is at most one slip away from some beginning of the word.
  private func shouldFit(_ typed: String, _ word: String) -> Bool {
    if typed.count < 4 { return word.hasPrefix(typed) }
    return (0...word.count).contains { distance(Array(typed), Array(word.prefix($0))) <= 1 }
  }

  @Test("agrees with the textbook on every pair of short words over few letters", arguments: UInt64(1)...20)
  func agreesWithTextbook(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var fitted = 0
    for _ in 0..<2_000 {
      let word = (0..<generator.int(1...8)).map { _ in generator.pick(["a", "b", "c"]) }.joined()
      var letters = Array(word.prefix(generator.int(1...8)))
      for _ in 0..<generator.int(0...2) {
        let at = generator.int(0...letters.count - 1)
        switch generator.int(0...3) {
        case 0: letters.insert(generator.pick(["a", "b", "c"]), at: at)
        case 1: if letters.count > 1 { letters.remove(at: at) }
        case 2: letters[at] = generator.pick(["a", "b", "c"])
        default: letters.swapAt(at, max(0, at - 1))
        }
      }
      let typed = String(letters)
      let fits = matches(SearchQuery(typed), [word])
      #expect(fits == shouldFit(typed, word), "\(typed) in \(word)")
      if fits { fitted += 1 }
    }
    #expect((400...1_900).contains(fitted))
  }

  @Test("filters lines in their own order, over all their texts together")
  func filtersLines() {
    let lines = LineIndex([
      ["Noor de Vries", "6a", "OPP niet binnen 6 weken vastgesteld"], ["Sem Bakker", "4b", "16 uur verzuim"],
      ["Yusuf Demir", "7", "OPP wacht op instemming van vader"],
    ])
    #expect(lines.search(SearchQuery("opp")) == [0, 2])
    #expect(lines.search(SearchQuery("opp demir")) == [2])
    #expect(lines.search(SearchQuery("verzium")) == [1])
    #expect(lines.search(SearchQuery("")) == [0, 1, 2])
    #expect(lines.search(SearchQuery("16 uur 4b")) == [1])
    #expect(matches(SearchQuery("wacht vader"), ["OPP wacht op", "instemming van vader"]))
    #expect(!matches(SearchQuery("moeder"), ["OPP wacht op", "instemming van vader"]))
    #expect(matches(SearchQuery(""), []))
    #expect(!matches(SearchQuery("a"), []))
  }
}
