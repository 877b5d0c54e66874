/// Numbers as bars of one line: the height of each block says how much; in ASCII a digit from 1 to 8 stands for it.
enum Bars {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One block a number, the highest number as the highest block; nothing is a blank.
  ///
  /// `highest` is given where several lines have one measure.
  static func line(_ numbers: [Int], highest given: Int? = nil) -> String {
    guard let highest = given ?? numbers.max(), highest > 0 else {
      return String(repeating: " ", count: numbers.count)
    }
    return String(
      numbers.map { number in
        number <= 0 ? " " : blocks[min(blocks.count, (number * blocks.count + highest - 1) / highest) - 1]
      })
  }

  /// A bar that is filled as far as the part goes into the whole; full only where the part reaches it.
  static func gauge(_ part: Int, of whole: Int, width: Int) -> String {
    guard whole > 0, width > 0 else { return "" }
    let filled = part >= whole ? width : max(0, part) * width / whole
    return String(repeating: "▓", count: filled) + String(repeating: "░", count: width - filled)
  }
}
