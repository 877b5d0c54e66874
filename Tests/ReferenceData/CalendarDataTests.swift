import Casework
import ReferenceData
import Support
import Testing

@Suite("Holidays in the reference data")
struct CalendarDataTests {
  @Test("The days put on a par are those of the decrees, known up to and with 2028")
  func equatedDays() throws {
    let holidays = try ReferenceData.recognisedHolidays()
    #expect(holidays == SampleHolidays.known)
    // None of them would be a holiday or weekend by itself: a slip in a date would show.
    for day in holidays.equatedDays {
      #expect(RecognisedHoliday.computed(on: day) == nil, "\(day)")
      #expect(!day.weekday.isWeekend, "\(day)")
      #expect(day <= holidays.knownThrough)
    }
  }

  @Test("School holidays run from a Saturday to a Sunday, inside or at the end of their school year")
  func shape() throws {
    let data = try ReferenceData.schoolHolidays()
    for holiday in data.holidays {
      #expect(holiday.from.weekday == .saturday, "\(holiday)")
      #expect(holiday.until.weekday == .sunday, "\(holiday)")
      #expect(holiday.schoolYear.contains(holiday.from), "\(holiday)")
      #expect(holiday.schoolYear <= data.knownThrough)
      let days = holiday.until.days(since: holiday.from) + 1
      #expect((holiday.name == "zomervakantie" ? 44...44 : 9...16).contains(days), "\(holiday)")
    }
  }

  @Test("No holiday of one region stands twice or overlaps another")
  func overlap() throws {
    let data = try ReferenceData.schoolHolidays()
    for region in HolidayRegion.allCases {
      let all = data.holidays.filter { $0.regions.contains(region) }.sorted { $0.from < $1.from }
      for (earlier, later) in zip(all, all.dropFirst()) {
        #expect(earlier.until < later.from, "\(earlier) \(later)")
      }
    }
  }

  @Test("For each region and year from 2024-25 each of the five holidays is known or said to be unknown, never both")
  func complete() throws {
    let data = try ReferenceData.schoolHolidays()
    let names = ["herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie"]
    for year in 2024...2026 {
      for region in HolidayRegion.allCases {
        let year = SchoolYear(startYear: year)
        let known = data.holidays(in: region, of: year).map(\.name)
        let unknown = data.unknown.filter { $0.schoolYear == year && $0.regions.contains(region) }.map(\.name)
        #expect((known + unknown).sorted() == names.sorted(), "\(year) \(region)")
      }
    }
  }

  @Test("What stands on no public page is not confirmed, and the record for a school says so")
  func confirmation() throws {
    let data = try ReferenceData.schoolHolidays()
    let summer = try #require(
      data.holidays(in: .north, of: SchoolYear(startYear: 2025)).first { $0.name == "zomervakantie" })
    #expect(summer.isConfirmed)
    #expect(summer.from == day("2026-07-04"))
    let may = try #require(
      data.holidays(in: .south, of: SchoolYear(startYear: 2025)).first { $0.name == "meivakantie" })
    #expect(!may.isConfirmed)
    let record = may.closure
    #expect(record.confirmed == false)
    #expect(record.from == day("2026-04-25"))
    #expect(record.until == day("2026-05-03"))
    #expect(record.kind.is(.holiday))
  }
}
