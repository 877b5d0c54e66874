import Casework

/// The holidays of the Algemene termijnenwet for tests of terms.
public enum SampleHolidays {
  /// With the days put on a par that are decided up to and with 2028.
  public static let known = RecognisedHolidays(
    equatedDays: [
      day("2023-04-28"), day("2023-05-19"), day("2024-05-10"), day("2024-12-27"), day("2025-05-30"),
      day("2026-01-02"), day("2026-05-15"), day("2027-05-07"), day("2028-04-28"), day("2028-05-26"),
    ],
    knownThrough: day("2028-12-31"))
}
