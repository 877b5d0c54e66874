import Casework
import Support
import Testing

@Suite struct DutchTextsTests {
  @Test("A day is written as people write it")
  func dates() {
    #expect(day("2026-11-23").dutch() == "ma 23 nov 2026")
    #expect(day("2026-11-23").dutch(.long) == "23 november 2026")
    #expect(day("2026-11-23").dutch(.brief) == "23 nov")
    #expect(day("2027-03-01").dutch(.weekday) == "ma 1 mrt")
    #expect(day("2028-02-29").dutch() == "di 29 feb 2028")
  }

  @Test(
    "Hours are written with a comma where they are quarters, else in hours and minutes",
    arguments: [
      (990, "16,5 uur"), (960, "16 uur"), (75, "1,25 uur"), (105, "1,75 uur"), (80, "1 uur en 20 minuten"),
      (61, "1 uur en 1 minuut"), (45, "45 minuten"), (1, "1 minuut"), (0, "0 uur"),
    ])
  func hours(minutes: Int, text: String) {
    #expect(Minutes(minutes).dutch == text)
  }

  @Test(
    "Weeks are numbered as ISO 8601 does",
    arguments: [
      ("2026-11-23", 48), ("2026-12-31", 53), ("2027-01-03", 53), ("2027-01-04", 1), ("2024-12-30", 1),
      ("2023-01-01", 52), ("2027-03-01", 9),
    ])
  func weeks(iso: String, week: Int) {
    #expect(day(iso).isoWeek == week)
  }
}
