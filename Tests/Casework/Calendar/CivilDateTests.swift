import Casework
import Testing

@Suite("A day as it is written")
struct CivilDateTests {
  @Test("a written day reads back as itself, every day of a leap year and around the ends of the calendar")
  func readsBack() {
    let firsts = ["0001-01-01", "2024-01-01", "9998-12-31"].compactMap { CivilDate(iso: $0) }
    #expect(firsts.count == 3)
    for first in firsts {
      for days in 0..<366 {
        let day = first.adding(days: days)
        #expect(CivilDate(iso: day.iso) == day)
      }
    }
  }

  @Test("each place holds its own digit", arguments: [("2026-11-24", 2026, 11, 24), ("0001-02-03", 1, 2, 3)])
  func digits(text: String, year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day)?.iso == text)
    #expect(CivilDate(iso: text) == CivilDate(year: year, month: month, day: day))
  }

  @Test("beyond what can be read the year takes the room that it needs")
  func beyond() {
    #expect(CivilDate.distantPast.iso == "0001-01-01")
    #expect(CivilDate.distantPast.adding(days: -1).iso == "0000-12-31")
    #expect(CivilDate.distantFuture.iso == "9999-12-31")
    #expect(CivilDate.distantFuture.adding(days: 1).iso == "10000-01-01")
  }

  @Test(
    "nothing else is a day",
    arguments: [
      "", "2026-11-2", "2026-11-240", "2026/11/24", "2026-1124-", "20a6-11-24", "2026-:1-24", "2026-11-2/",
      "-026-11-24",
      "2026-00-24", "2026-13-24", "2026-11-00", "2026-11-31", "2025-02-29", "0000-01-01", "2026-11-2\u{664}",
    ])
  func refused(text: String) { #expect(CivilDate(iso: text) == nil) }
}
