import FoundationEssentials
import Interface

/// A screen as text, to be compared with a file that somebody looked at.
///
/// The first part is what stands there, the second what each cell means: a letter for its role (a capital where bold),
/// and `>` before a row that is chosen. Under a theme it is how each cell looks: `b` bold, `u` underlined, `r` reversed,
/// a capital for bold as well.
public enum GoldenScreen {
  /// The environment variable without which no file is ever written.
  public static let writing = "PASSEND_GOLDENS"

  public static func text(of grid: CellGrid, under theme: Theme? = nil) -> String {
    let rows = (0..<grid.size.rows).map { row in trimmed((0..<grid.size.columns).map { grid[row, $0].text }.joined()) }
    let styles = (0..<grid.size.rows).map { row -> String in
      let cells = (0..<grid.size.columns).map { grid[row, $0] }
      let mark = cells.contains { $0.style.isSelected } ? ">" : " "
      return trimmed(
        mark + cells.map { cell in theme.map { letter($0.look(of: cell.style)) } ?? letter(cell) }.joined())
    }
    let cursor = grid.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
    return (["\(grid.size.columns)x\(grid.size.rows) \(cursor)"] + rows + ["----"] + styles).joined(separator: "\n")
      + "\n"
  }

  /// What differs from the file, or nothing.
  ///
  /// Where the variable is set the file is written instead.
  public static func difference(
    _ grid: CellGrid, from name: String, in folder: String, under theme: Theme? = nil
  ) -> String? {
    let path = SourceTree.root + "/" + folder + "/" + name + ".txt"
    let now = text(of: grid, under: theme)
    if ProcessInfo.processInfo.environment[writing] == "1" {
      do {
        try now.write(toFile: path, atomically: true, encoding: .utf8)
      } catch {
        return "\(name): cannot be written: \(error)"
      }
      return nil
    }
    guard let golden = try? String(contentsOfFile: path, encoding: .utf8) else {
      return "\(name): there is no such golden; look at the screen, then write it with \(writing)=1\n\(now)"
    }
    return difference(now, golden, name)
  }

  /// The first lines that differ, with what stands on each side.
  public static func difference(_ now: String, _ golden: String, _ name: String) -> String? {
    guard now != golden else { return nil }
    let left = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let right = now.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = (0..<max(left.count, right.count)).compactMap { row -> String? in
      let old = row < left.count ? left[row] : "(nothing)"
      let new = row < right.count ? right[row] : "(nothing)"
      return old == new ? nil : "\(row): - \(old)\n\(row): + \(new)"
    }
    return "\(name) differs:\n" + lines.prefix(12).joined(separator: "\n")
  }

  private static func letter(_ look: Look) -> String {
    if look.isReversed { return look.isBold ? "R" : "r" }
    if look.isUnderlined { return look.isBold ? "U" : "u" }
    return look.isBold ? "b" : " "
  }

  private static func letter(_ cell: Cell) -> String {
    let letter: String =
      switch cell.style.role {
      case .text: " "
      case .muted: "m"
      case .heading: "h"
      case .key: "k"
      case .overdue: "o"
      case .now: "n"
      case .good: "g"
      case .error: "e"
      case .input: "i"
      case .otherDay: "d"
      }
    if cell.style.isBold { return letter == " " ? "B" : letter.uppercased() }
    return letter
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
