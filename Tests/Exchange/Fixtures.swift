import Casework
import Testing

@testable import Exchange

/// The path of a file in Tests/Exchange/Samples.
func sample(_ name: String, from file: String = #filePath) -> String {
  file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Samples/" + name
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
  CivilDate(year: year, month: month, day: day)
}

/// Reads a school from text.
func read(_ text: String, limits: EdexLimits = EdexLimits()) throws(EdexError) -> EdexSchool {
  try EdexReader.read(from: ByteSource(bytes: Array(text.utf8)), limits: limits)
}

/// A small file; what is given stands on the lines that the comments name.
func edex(
  school: String = "<schooljaar>2026-2027</schooljaar><brincode>99ZZ</brincode>",
  groups: String = "<groep key=\"a\"><naam>4a</naam><jaargroep>4</jaargroep></groep>",
  pupils: String = "<leerling key=\"1\"><achternaam>Vries</achternaam><roepnaam>Noor</roepnaam></leerling>",
  after: String = ""
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <EDEX>
  <school>\(school)</school>
  <groepen>
  \(groups)
  </groepen>
  <leerlingen>
  \(pupils)
  </leerlingen>
  \(after)
  </EDEX>
  """
}

/// The lines of ``edex(school:groups:pupils:after:)`` on which its parts begin.
enum Line {
  static let school = 3
  static let groups = 5
  /// Where ``edex(school:groups:pupils:after:)`` has one line of groups.
  static let pupils = 8
  static let after = 10
}
