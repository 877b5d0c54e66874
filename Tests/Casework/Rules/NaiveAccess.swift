import Casework

/// Until when a request to see the dossier must be answered and when it was, walked through a day at a time from AVG 12
/// lid 3, BW 1:377c and the row of domein.md §4: a month, two more where told with reasons in time, to a working day.
struct NaiveAccess {
  /// A walk that gets one thing wrong, to show that the comparison finds it.
  enum Mistake: CaseIterable {
    case thirtyDays, monthAfterMonth, lateNoticeCounts, noticeNeedsNoReason, noticeInTheLastWeekendIsLate, weekendsEndIt
    case equatedDaysEndIt, extendedByOneMonth, anyRefusalAnswers, refusalWithoutReasonAnswers, factsAlwaysAnswer
    case factsNeverAnswer, onlyGivingAnswers
  }

  struct Answer: Equatable {
    let from: Int
    var end: Int
    var lastDay: Int
    var answered: Int?
  }

  private let scenario: AccessScenario
  private let mistake: Mistake?

  init(_ scenario: AccessScenario, mistake: Mistake? = nil) {
    self.scenario = scenario
    self.mistake = mistake
  }

  var answer: Answer? {
    guard let received = scenario.received, !scenario.isTakenBack else { return nil }
    let first = term(of: 1, from: received)
    var answer = Answer(from: received, end: first.end, lastDay: first.lastDay)
    let inTime = mistake == .noticeInTheLastWeekendIsLate ? first.end : first.lastDay
    let hasReason = !(scenario.reason ?? "").allSatisfy { $0 == " " } || mistake == .noticeNeedsNoReason
    if let told = scenario.told, hasReason, told <= inTime || mistake == .lateNoticeCounts {
      let whole = mistake == .monthAfterMonth ? term(of: 2, from: first.end) : term(of: length, from: received)
      answer.end = whole.end
      answer.lastDay = whole.lastDay
    }
    answer.answered = (received...received + 200).first { isAnswered(on: $0) }
    return answer
  }

  private var length: Int { mistake == .extendedByOneMonth ? 2 : 3 }

  private func term(of months: Int, from start: Int) -> (end: Int, lastDay: Int) {
    let days =
      mistake == .thirtyDays ? 30 * months : NaiveCalendar.days(of: months, from: AccessScenario.date(start))
    var lastDay = start + days
    while !canEnd(on: AccessScenario.date(lastDay)) { lastDay += 1 }
    return (start + days, lastDay)
  }

  private func canEnd(on date: CivilDate) -> Bool {
    if mistake == .weekendsEndIt { return true }
    return NaiveCalendar.isWorkingDay(date, withEquated: mistake != .equatedDaysEndIt)
  }

  private func isAnswered(on day: Int) -> Bool {
    if scenario.given == day { return true }
    if mistake == .onlyGivingAnswers { return false }
    if scenario.refused == day {
      let text = (scenario.refusalText ?? "").contains { $0 != " " }
      let hasReason = scenario.refusal != nil || text || mistake == .refusalWithoutReasonAnswers
      // No custody is a reason only towards who has none.
      let isWrong = scenario.refusal == "geenGezag" && custody(on: day) == "ja" && mistake != .anyRefusalAnswers
      if hasReason, !isWrong { return true }
    }
    let hasNoCustody = custody(on: day) == "nee" || mistake == .factsAlwaysAnswer
    return scenario.factsGiven == day && hasNoCustody && mistake != .factsNeverAnswer
  }

  /// Beyond a stretch with custody there is none; beyond one without, or without a record, nobody knows.
  private func custody(on day: Int) -> String? {
    guard case .guardian(let record) = scenario.asker else { return nil }
    guard let record else { return "onbekend" }
    let isWithin = record.from.map { day >= $0 } ?? true && record.until.map { day <= $0 } ?? true
    return isWithin ? record.answer : record.answer == "ja" ? "nee" : "onbekend"
  }
}
