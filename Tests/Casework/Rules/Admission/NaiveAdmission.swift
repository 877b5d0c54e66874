import Casework

/// Until when a school has for its decision, walked through a day at a time from what domein.md §4 says alone: each day
/// on which the term runs is counted, and it is over on the first day on which it may end.
struct NaiveAdmission {
  /// A walk that gets one thing wrong, to show that the comparison finds it.
  enum Mistake: CaseIterable {
    case privateFromTheDayAfter, publicFromTheRequest, dayOfArrivalStandsStill, pausesAddUp, nothingStandsStill
    case lateNoticeCounts, noticeOnTheLastDayIsLate, anyLengthCounts, weekendsEndIt, equatedDaysEndIt, oralCounts
    case decisionNeedsNoDay
  }

  struct Answer: Equatable {
    let from: Int
    /// The last day as counted, and the last one in time; nothing while the term stands still.
    var end: Int?
    var lastDay: Int?
    var decided: Int?

    var length: Int? { lastDay.map { $0 - from } }
  }

  private let scenario: AdmissionScenario
  private let mistake: Mistake?

  init(_ scenario: AdmissionScenario, mistake: Mistake? = nil) {
    self.scenario = scenario
    self.mistake = mistake
  }

  /// What is asked; nothing without a written application.
  var answer: Answer? {
    guard scenario.form == "schriftelijk" || mistake == .oralCounts, let received = scenario.received else {
      return nil
    }
    var answer = Answer(from: received)
    if scenario.decision != nil {
      answer.decided = scenario.decided ?? (mistake == .decisionNeedsNoDay ? received : nil)
    }
    // Where nobody wrote down which of the two the school is, the earlier of both.
    let walks = [LegalStatus.publicSchool, .privateSchool].filter { scenario.status ?? $0 == $0 }
      .compactMap { walk(from: received, $0) }
    guard let first = walks.min(by: { $0.lastDay < $1.lastDay }) else { return answer }
    answer.end = first.end
    answer.lastDay = first.lastDay
    return answer
  }

  private func walk(from received: Int, _ status: LegalStatus) -> (end: Int, lastDay: Int)? {
    var ran = 0
    var needed = 42 + (mistake == .lateNoticeCounts && scenario.told != nil ? more : 0)
    var end: Int?
    for day in received + 1...received + 400 {
      let waiting = scenario.requests.count { isWaiting($0, on: day, status) }
      // A term that stands still has not ended, not even one that went on only since its last day was a day off.
      if waiting == 0 { ran += 1 } else { end = nil }
      if mistake == .pausesAddUp { ran -= max(0, waiting - 1) }
      let isHeard = scenario.told == (mistake == .noticeOnTheLastDayIsLate ? day - 1 : day)
      if isHeard, more > 0, mistake != .lateNoticeCounts {
        needed += more
        end = nil
      }
      if end == nil, waiting == 0, ran >= needed { end = day }
      if let end, waiting == 0, canEnd(on: day) { return (end, day) }
    }
    return nil
  }

  /// The days that the parents are told it takes longer, at most four weeks.
  private var more: Int {
    7 * (mistake == .anyLengthCounts ? scenario.weeks ?? 0 : min(scenario.weeks ?? 0, 4))
  }

  /// A private school counts the day of the request, a public one begins the day after; the day of the end runs again.
  private func isWaiting(_ request: AdmissionScenario.Request, on day: Int, _ status: LegalStatus) -> Bool {
    guard let asked = request.asked, !request.isTakenBack, mistake != .nothingStandsStill else { return false }
    let beginsAfter =
      status == .publicSchool ? mistake != .publicFromTheRequest : mistake == .privateFromTheDayAfter
    guard day >= asked + (beginsAfter ? 1 : 0) else { return false }
    return request.end.map { mistake == .dayOfArrivalStandsStill ? day <= $0 : day < $0 } ?? true
  }

  private func canEnd(on day: Int) -> Bool {
    let date = AdmissionScenario.date(day)
    if mistake == .weekendsEndIt { return true }
    return NaiveCalendar.isWorkingDay(date, withEquated: mistake != .equatedDaysEndIt)
  }
}
