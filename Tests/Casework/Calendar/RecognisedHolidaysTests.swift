import Casework
import Support
import Testing

@Suite struct RecognisedHolidaysTests {
  @Test(
    "The moving holidays are those of the published table",
    arguments: [
      ["2025-04-18", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09"],
      ["2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"],
      ["2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"],
      ["2028-04-14", "2028-04-17", "2028-04-27", "2028-05-25", "2028-06-05"],
      ["2029-03-30", "2029-04-02", "2029-04-27", "2029-05-10", "2029-05-21"],
      ["2030-04-19", "2030-04-22", "2030-04-27", "2030-05-30", "2030-06-10"],
    ])
  func table(row: [String]) throws {
    let kinds: [RecognisedHoliday] = [.goodFriday, .easterMonday, .kingsDay, .ascensionDay, .whitMonday]
    let expected = Dictionary(uniqueKeysWithValues: zip(row.map(day), kinds))
    let year = try #require(row.first.map { day($0).year })
    let fixed = ["01-01", "05-05", "12-25", "12-26"].map { day("\(year)-\($0)") }
    // Every day of the year: those of the table, the four fixed ones, and no other.
    for offset in 0..<365 {
      let date = day("\(year)-01-01").adding(days: offset)
      let found = RecognisedHoliday.computed(on: date)
      if fixed.contains(date), expected[date] == nil {
        #expect(found != nil, "\(date)")
      } else {
        #expect(found == expected[date], "\(date)")
      }
    }
  }

  @Test(
    "Easter Monday is right at the ends of its range and in exceptional years",
    // Easter Sundays as published: the earliest and latest, and the years that the algorithm corrects.
    arguments: [
      "1818-03-22", "2008-03-23", "2038-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19",
    ])
  func easter(sunday: String) {
    #expect(RecognisedHoliday.computed(on: day(sunday).adding(days: 1)) == .easterMonday)
    #expect(RecognisedHoliday.computed(on: day(sunday)) != .easterMonday)
  }

  @Test("King's Day is the 26th only where the 27th is a Sunday")
  func kingsDay() {
    #expect(RecognisedHoliday.computed(on: day("2025-04-26")) == .kingsDay)
    #expect(RecognisedHoliday.computed(on: day("2025-04-27")) == nil)
    #expect(RecognisedHoliday.computed(on: day("2024-04-27")) == .kingsDay)
    #expect(RecognisedHoliday.computed(on: day("2024-04-26")) == nil)
  }

  @Test("A day put on a par is a holiday because it is on the list, and only then")
  func equated() {
    #expect(SampleHolidays.known.holiday(on: day("2026-05-15")) == .equatedDay)
    #expect(SampleHolidays.known.holiday(on: day("2029-05-11")) == nil)
    #expect(RecognisedHoliday.computed(on: day("2026-05-15")) == nil)
  }
}
