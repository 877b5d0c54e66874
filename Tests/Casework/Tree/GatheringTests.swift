import Support
import Testing

@testable import Casework

@Suite("Gathering into a list")
struct GatheringTests {
  @Test("what is kept is what was asked, in its order")
  func kept() {
    #expect([1, 2, 3, 4, 5].filter { $0 % 2 == 1 } == [1, 3, 5])
    #expect([1, 2, 3].filter { _ in false }.isEmpty)
    #expect([Int]().filter { _ in true }.isEmpty)
    #expect(["a", "1", "b", "2"].compactMap { Int($0) } == [1, 2])
    #expect(["a", "b"].compactMap { Int($0) }.isEmpty)
  }

  @Test("any list comes out as from one that grows by one")
  func anyList() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let numbers = (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
      var even: [Int] = []
      var halves: [Int] = []
      for number in numbers where number % 2 == 0 {
        even.append(number)
        halves.append(number / 2)
      }
      #expect(numbers.filter { $0 % 2 == 0 } == even)
      #expect(numbers.compactMap { $0 % 2 == 0 ? $0 / 2 : nil } == halves)
    }
  }

  @Test("an error on the way comes out")
  func failing() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try [1, 2].filter { if $0 == 2 { throw Stop() } else { true } } }
    #expect(throws: Stop.self) {
      try [1, 2].compactMap { number -> Int? in if number == 2 { throw Stop() } else { nil } }
    }
  }
}

@Suite("Words as they are compared")
struct SpacedOnceTests {
  @Test("plain words with one space between need no splitting, anything else does")
  func spacedOnce() {
    for text in ["a", "ggd", "ggd hart voor brabant", "p. de vries-bos, arts"] { #expect(text.isSpacedOnce) }
    for text in ["", " ", " a", "a ", "a  b", "a\tb", "a\nb", "a\u{A0}b", "é", "a \u{301}b", "a\u{7F}"] {
      #expect(!text.isSpacedOnce)
    }
  }

  @Test("however it is spaced, the same words are the same")
  func sameWords() {
    let plain: String? = "GGD Hart voor Brabant"
    #expect(plain.essence == "ggd hart voor brabant")
    for text in [" GGD  Hart\tvoor Brabant", "ggd hart voor\u{A0}brabant\n"] {
      #expect(String?(text).essence == plain.essence)
      #expect(text.comparable == "ggd hart voor brabant")
    }
    #expect(String?("  ").essence == nil)
    #expect(String?("").essence == nil)
    #expect("".comparable == "")
  }
}
