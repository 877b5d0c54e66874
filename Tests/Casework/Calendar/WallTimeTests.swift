import Casework
import Support
import Testing

/// The clock in the Netherlands; the changes of 2026 are those of the government's calendar: 29 March and 25 October.
@Suite("The day and the time on a Dutch wall")
struct WallTimeTests {
  @Test(
    "An hour ahead of universal time, two in summer, with both changes to the second",
    arguments: [
      ("2026-11-23T13:32:00Z", "2026-11-23", "14:32"),
      ("2026-07-01T13:32:59Z", "2026-07-01", "15:32"),
      // The last minute of winter and the first of summer.
      ("2026-03-29T00:59:59Z", "2026-03-29", "01:59"), ("2026-03-29T01:00:00Z", "2026-03-29", "03:00"),
      // The last minute of summer and the first of winter.
      ("2026-10-25T00:59:59Z", "2026-10-25", "02:59"), ("2026-10-25T01:00:00Z", "2026-10-25", "02:00"),
      // 31 March 2024 and 31 October 2027 are Sundays themselves.
      ("2024-03-31T00:59:59Z", "2024-03-31", "01:59"), ("2024-03-31T01:00:00Z", "2024-03-31", "03:00"),
      ("2027-10-31T00:59:59Z", "2027-10-31", "02:59"), ("2027-10-31T01:00:00Z", "2027-10-31", "02:00"),
      // Late in the evening it is already the next day here.
      ("2026-11-23T22:59:59Z", "2026-11-23", "23:59"), ("2026-11-23T23:00:00Z", "2026-11-24", "00:00"),
      ("2026-07-31T22:00:00Z", "2026-08-01", "00:00"), ("2026-12-31T23:30:00Z", "2027-01-01", "00:30"),
      // Before 1970 the days go on.
      ("1969-12-31T22:59:00Z", "1969-12-31", "23:59"), ("1969-12-31T23:00:00Z", "1970-01-01", "00:00"),
    ])
  func wall(moment: String, date: String, time: String) throws {
    let wall = try #require(Moment(iso: moment)).wall
    #expect(wall.day == day(date))
    #expect(wall.time == clock(time))
  }
}
