import Casework
import Support
import Testing

@testable import Interface

/// What people type for days, times, durations and school years; today is Monday 23 November 2026.
@Suite("Typed values")
struct EntryTests {
  private let today = day("2026-11-23")

  @Test(
    "A day is read in every way people type it",
    arguments: [
      ("23-11-2026", "2026-11-23"), ("1/2/2027", "2027-02-01"), ("3.4.26", "2026-04-03"), ("2026-11-23", "2026-11-23"),
      ("23 nov", "2026-11-23"), ("5 januari", "2027-01-05"), ("30 mrt 2026", "2026-03-30"), ("1 maart", "2027-03-01"),
      ("24 mei", "2027-05-24"), ("29-5", "2026-05-29"),
      ("vandaag", "2026-11-23"), ("Morgen", "2026-11-24"), ("overmorgen", "2026-11-25"), ("gisteren", "2026-11-22"),
      ("eergisteren", "2026-11-21"), ("ma", "2026-11-23"), ("di", "2026-11-24"), ("zondag", "2026-11-29"),
      ("-ma", "2026-11-16"), ("-vr", "2026-11-20"), ("-zo", "2026-11-22"),
      ("+6w", "2027-01-04"), ("-3d", "2026-11-20"), ("+1m", "2026-12-23"), ("+1j", "2027-11-23"), ("+0d", "2026-11-23"),
      ("29 feb", "2028-02-29"), (" 23  nov ", "2026-11-23"),
    ])
  func date(typed: String, iso: String) {
    #expect(DateEntry.read(typed, today: today) == .success(day(iso)))
  }

  @Test(
    "What is no day is refused with the reason",
    arguments: [
      ("31-11-2026", EntryMistake.noSuchDay), ("29-2-2027", .noSuchDay), ("30 feb", .noSuchDay), ("0-1", .noSuchDay),
      ("straks", .noDate), ("23", .noDate), ("23 foo", .noDate), ("23-13-2026", .noDate), ("+6x", .noDate),
      ("+", .noDate),
      ("1-2-3-4", .noDate), ("m", .noDate), ("23-11-226", .noDate), ("+99999w", .noDate), ("23 no", .noDate),
    ])
  func noDate(typed: String, mistake: EntryMistake) {
    #expect(DateEntry.read(typed, today: today) == .failure(mistake))
  }

  @Test("Every day reads back as it is written")
  func writtenDays() {
    for offset in stride(from: -40_000, through: 40_000, by: 37) {
      let date = today.adding(days: offset)
      #expect(DateEntry.read(DateEntry.write(date), today: today) == .success(date))
    }
  }

  @Test(
    "A time is read with a dot, a colon, an u or nothing",
    arguments: [
      ("8.30", "08:30"), ("8:30", "08:30"), ("0830", "08:30"), ("830", "08:30"), ("8", "08:00"), ("8u30", "08:30"),
      ("8u", "08:00"), ("14,15", "14:15"), ("23:59", "23:59"), ("0:00", "00:00"),
    ])
  func time(typed: String, expected: String) {
    #expect(TimeEntry.read(typed) == .success(clock(expected)))
  }

  @Test(
    "What is no time is refused", arguments: ["24:00", "8.60", "8.3", "half negen", "", "8:30:00", "-1", "99", "12345"])
  func noTime(typed: String) {
    #expect(TimeEntry.read(typed) == .failure(.noTime))
  }

  @Test(
    "A duration is read with its unit",
    arguments: [
      ("45 min", 45), ("45m", 45), ("90 minuten", 90), ("5,5 u", 330), ("1.25 uur", 75), ("2u30", 150), ("1:30", 90),
      ("0 min", 0), ("2 uur", 120), ("0,75 u", 45), ("15'", 15),
    ])
  func duration(typed: String, minutes: Int) {
    #expect(DurationEntry.read(typed) == .success(Minutes(minutes)))
  }

  @Test("A duration without its unit is asked for it, since 5 can be minutes and hours")
  func durationWithoutUnit() {
    #expect(DurationEntry.read("5") == .failure(.durationLacksUnit))
    #expect(DurationEntry.read("5,5") == .failure(.durationLacksUnit))
  }

  @Test(
    "What is no duration is refused", arguments: ["lang", "1:60", "1,333 u", "2u3", "-5 min", "99999 u", "1,5 min"])
  func noDuration(typed: String) {
    #expect(DurationEntry.read(typed) == .failure(.noDuration))
  }

  @Test(
    "A school year is read long and short",
    arguments: [("2026-2027", 2026), ("2026/27", 2026), ("26-27", 2026), ("2026", 2026), ("2025 2026", 2025)])
  func schoolYear(typed: String, start: Int) {
    #expect(SchoolYearEntry.read(typed) == .success(SchoolYear(startYear: start)))
  }

  @Test("Years that do not follow each other are no school year", arguments: ["2026-2028", "abc", "2026-27-28", "202"])
  func noSchoolYear(typed: String) {
    #expect(SchoolYearEntry.read(typed) == .failure(.noSchoolYear))
  }

  @Test("A list of texts is one a line, a list of numbers has commas, and both read back")
  func lists() {
    let texts = Entry.read("leest graag\n\n werkt door \n", as: .list(.text), today: today)
    #expect(texts == .value(.array([.string("leest graag"), .string("werkt door")]), understood: ""))
    let numbers = Entry.read("5, 6", as: .list(.number), today: today)
    #expect(numbers == .value(.array([.number("5"), .number("6")]), understood: "5, 6"))
    #expect(Entry.text(of: .array([.string("a"), .string("b")]), as: .list(.text)) == "a\nb")
    #expect(Entry.text(of: .array([.number("5"), .number("6")]), as: .list(.number)) == "5, 6")
    #expect(Entry.read("5, zes", as: .list(.number), today: today) == .wrong(Texts.Entry.mistake(.noWholeNumber)))
  }
}
