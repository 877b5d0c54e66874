import Casework
import Support
import Testing

@Suite("Values in fields have one way of being written")
struct FieldValueTests {
  @Test(
    "a school year is two years in four digits each",
    arguments: [
      "+202-2027", "2026-+202", "+202-+203", "202-203", "2026-2028", "2026-2026", "-026-2027", "2026/2027", "",
    ])
  func schoolYear(_ text: String) {
    #expect(SchoolYear(text) == nil)
    #expect(SchoolYear("2026-2027")?.startYear == 2026)
    #expect(SchoolYear("0203-0204")?.startYear == 203)
  }

  @Test(
    "a time of day is four digits around a colon",
    arguments: [
      "+8:30", "08:+3", "-8:30", "08:-0", "8:30", "08:3", "08:60", "24:01", "99:00", "0830", "08:30:00", "٠٨:30", "",
    ])
  func clockTime(_ text: String) {
    #expect(ClockTime(text) == nil)
    #expect(ClockTime("08:30")?.minutes == 510)
    #expect(ClockTime("24:00")?.minutes == 1440)
  }

  @Test(
    "a moment is a day and a time in universal time",
    arguments: [
      "2026-11-23T+4:32:05Z", "2026-11-23T14:+2:05Z", "2026-11-23T14:32:+5Z", "2026-11-23T-0:32:05Z",
      "2026-11-23T24:00:00Z", "2026-11-23T14:60:00Z", "2026-11-23T14:32:60Z", "2026-11-23 14:32:05Z",
      "2026-11-23T14:32:05z", "2026-11-23T14:32:05", "2026-11-31T14:32:05Z", "+026-11-23T14:32:05Z",
    ])
  func moment(_ text: String) {
    #expect(Moment(iso: text) == nil)
    #expect(Moment(iso: "1970-01-02T00:00:01Z")?.seconds == 86_401)
  }

  @Test(
    "a day has no sign, no spaces and two digits a part",
    arguments: ["+026-11-23", "2026-+1-23", "2026-11- 3", "2026-1-23"])
  func civilDate(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(
    "a whole number is written as such: -0, a fraction and an exponent are kept but are none",
    arguments: ["1.0", "1e3", "-0", "0.5", "9223372036854775808", "1E0"])
  func integer(_ digits: String) throws {
    let tree = try Tree(json: digits)
    #expect(tree.integer == nil)
    #expect(tree == .number(digits))
    #expect(try Tree(json: "-9223372036854775808").integer == Int.min)
    #expect(try Tree(json: "0").integer == 0)
    #expect(Tree.number("+5").integer == nil)
  }
}
