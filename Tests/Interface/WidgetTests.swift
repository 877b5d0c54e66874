import Support
import Testing

@testable import Interface

@Suite("Lines and texts being typed")
struct WidgetTests {
  private func typed(_ keys: [Key], into text: String = "") -> InputLine {
    var line = InputLine(text)
    for key in keys { _ = line.take(key) }
    return line
  }

  @Test("Letters come in at the cursor, and Backspace, Delete, Home and End do what they say")
  func line() {
    let keys: [Key] = [.home, .character("x"), .end, .character("y"), .left, .backspace, .home, .delete]
    let line = typed(keys, into: "noor")
    #expect(line.text == "nooy")
    #expect(line.cursor == 0)
  }

  @Test("^W takes the word before the cursor, ^K the rest of the line")
  func words() {
    #expect(typed([.control("w")], into: "Noor de Vries ").text == "Noor de ")
    #expect(typed([.home, .right, .right, .control("k")], into: "Noor").text == "No")
  }

  @Test("An accent typed by itself joins the letter before it, and counts as one character")
  func combining() {
    var line = InputLine("e")
    line.insert("\u{301}")
    #expect(line.text.count == 1)
    #expect(line.cursor == 1)
  }

  @Test("A pasted line break is a space in a line")
  func pastedLine() {
    var line = InputLine()
    line.insert("een\ntwee\tdrie")
    #expect(line.text == "een twee drie")
  }

  @Test("Up and down follow the lines as they are shown, and tell where there is none")
  func areaMoves() {
    var area = TextArea("een twee drie vier vijf")
    // In ten cells: "een twee ", "drie vier ", "vijf".
    #expect(area.lines(width: 10).map(\.text) == ["een twee", "drie vier", "vijf"])
    var moves: [Bool] = []
    var places: [Int] = []
    for key in [Key.up, .up, .up, .down, .down, .down] {
      moves.append(area.take(key, width: 10))
      places.append(area.place(width: 10).line)
      #expect(area.place(width: 10).offset == 4)
    }
    #expect(moves == [true, true, false, true, true, false])
    #expect(places == [1, 0, 0, 1, 2, 2])
  }

  @Test("A run of letters is one step, a space begins the next, and so does a letter after moving")
  func areaSteps() {
    var area = TextArea()
    var steps = 0
    for character in "een twee" {
      _ = area.take(.character(character), width: 20)
      if area.beganStep { steps += 1 }
    }
    // "een", the space, "twee".
    #expect(steps == 3)
    _ = area.take(.left, width: 20)
    _ = area.take(.character("x"), width: 20)
    #expect(area.text == "een twexe" && area.beganStep)
  }

  @Test("End stands behind the last character that shows, also of a word that is split, and Home before the first")
  func areaEdges() {
    var area = TextArea("abcdefghij kort")
    // In six cells: "abcdef", "ghij ", "kort".
    for key in [Key.up, .up, .home, .end] { _ = area.take(key, width: 6) }
    #expect(area.cursor == 6 && area.place(width: 6) == (line: 0, offset: 6))
    _ = area.take(.right, width: 6)
    #expect(area.cursor == 7)
    _ = area.take(.end, width: 6)
    #expect(area.cursor == 10 && area.place(width: 6) == (line: 1, offset: 4))
    _ = area.take(.home, width: 6)
    #expect(area.cursor == 6 && area.place(width: 6) == (line: 1, offset: 0))
  }

  @Test("Up and down keep the column, counted in cells: past a short line, and over wide characters")
  func areaColumns() {
    var area = TextArea("漢字漢字\na\nabcdefgh")
    #expect(area.take(.up, width: 20) && area.place(width: 20) == (line: 1, offset: 1))
    // Eight cells are four wide characters.
    #expect(area.take(.up, width: 20) && area.place(width: 20) == (line: 0, offset: 4))
    #expect(area.take(.down, width: 20) && area.take(.down, width: 20))
    #expect(area.place(width: 20) == (line: 2, offset: 8))
    for _ in 0..<5 { _ = area.take(.left, width: 20) }
    // Three cells in: behind one wide character, never inside the second.
    #expect(area.take(.up, width: 20) && area.take(.up, width: 20))
    #expect(area.place(width: 20) == (line: 0, offset: 1))
  }

  @Test("Words are jumped over in both directions")
  func areaWords() {
    var area = TextArea("een twee  drie")
    _ = area.take(.control("b"), width: 40)
    #expect(area.cursor == 10)
    _ = area.take(.control("b"), width: 40)
    #expect(area.cursor == 4)
    _ = area.take(.wordRight, width: 40)
    #expect(area.cursor == 8)
    _ = area.take(.wordLeft, width: 40)
    _ = area.take(.control("f"), width: 40)
    #expect(area.cursor == 8)
    _ = area.take(.control("w"), width: 40)
    #expect(area.text == "een   drie")
  }

  @Test("Wherever the cursor is, it stands in the line that holds it, at every width")
  func areaPlaces() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let words = (0..<random.int(0...12)).map { _ in
        random.pick(["een", "veel te lang woord", "漢字", "é", "\n", "a-b"])
      }
      var area = TextArea(words.joined(separator: random.pick([" ", "  "])))
      let width = random.int(1...20)
      for _ in 0..<30 {
        _ = area.take(
          random.pick([
            .up, .down, .left, .right, .wordLeft, .wordRight, .home, .end, .character("x"), .backspace,
          ]), width: width)
        let lines = area.lines(width: width)
        let place = area.place(width: width)
        #expect(lines.indices.contains(place.line))
        #expect(lines[place.line].range.lowerBound + place.offset == area.cursor)
        #expect(place.offset <= lines[place.line].range.count)
      }
    }
  }

  @Test("The chosen row of a list is always among those that are drawn")
  func listScrolls() {
    for count in 0..<30 {
      for page in 1..<12 {
        for row in -2..<32 {
          let cursor = ListCursor(row)
          guard let chosen = cursor.row(in: count) else { continue }
          let top = cursor.top(count: count, page: page)
          #expect(top >= 0 && chosen >= top && chosen < top + page)
          #expect(count <= page ? top == 0 : top + page <= count)
        }
      }
    }
  }

  @Test("A gauge is full only where the whole is reached")
  func gauge() {
    #expect(Bars.gauge(959, of: 960, width: 16) == String(repeating: "▓", count: 15) + "░")
    #expect(Bars.gauge(960, of: 960, width: 16) == String(repeating: "▓", count: 16))
    #expect(Bars.gauge(0, of: 960, width: 4) == "░░░░")
    #expect(Bars.gauge(5000, of: 960, width: 4) == "▓▓▓▓")
    #expect(Bars.gauge(1, of: 0, width: 4) == "")
  }

  @Test("The highest number has the full block, anything above nothing has a block, and nothing has none")
  func bars() {
    #expect(Bars.line([0, 1, 8, 4]) == " ▁█▄")
    #expect(Bars.line([0, 0]) == "  ")
    #expect(Bars.line([1, 100]) == "▁█")
  }

  @Test("Enter keeps what a filter found, and the place in it")
  func filter() {
    var filter = Filter(isTyping: true)
    let changes = [Key.character("a"), .enter, .escape].map { key in
      let isOther = filter.take(key)
      return "\(isOther) \(filter.isTyping) \(filter.line.text)"
    }
    #expect(changes == ["true true a", "false false a", "true false "])
  }
}
