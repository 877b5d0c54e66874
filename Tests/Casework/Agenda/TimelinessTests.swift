import Casework
import Support
import Testing

@Suite("Timeliness")
struct TimelinessTests {
  /// An action that was promised for 10 March 2026.
  private func episode(cleared: String? = nil, until: String? = nil, hasTerm: Bool = true) -> Episode {
    Episode(
      id: Episode.ID(rule: "gesprek.actie", subject: .pupil(id(1)), records: [id(2)]), visibleFrom: day("2026-03-03"),
      due: hasTerm ? day("2026-03-10") : nil, until: until.map { day($0) }, clearedOn: cleared.map { day($0) },
      proof: [], act: Act(.conversations))
  }

  private func recorded(_ on: String, _ episodes: [Episode], unjudged: [Unjudged] = []) -> RecordedJudgement {
    RecordedJudgement(day: day(on), Judgement(episodes: episodes, unjudged: unjudged))
  }

  @Test("On the last day is in time, a day later is a day late, and what is not done is late by the day of looking")
  func edges() {
    let today = day("2026-03-20")
    #expect(
      episode(cleared: "2026-03-10").timeliness(on: today) == .inTime(doneOn: day("2026-03-10"), wasOnRecord: nil))
    #expect(episode(cleared: "2026-03-11").timeliness(on: today) == .late(doneOn: day("2026-03-11"), days: 1))
    #expect(episode().timeliness(on: today) == .notDone(days: 10))
    #expect(episode().timeliness(on: day("2026-03-11")) == .notDone(days: 1))
    #expect(episode().timeliness(on: day("2026-03-10")) == .running)
    // Done later than the day of looking is not done yet.
    #expect(episode(cleared: "2026-03-25").timeliness(on: today) == .notDone(days: 10))
    #expect(episode(until: "2026-03-08").timeliness(on: today) == .fellAway(on: day("2026-03-08")))
    #expect(episode(cleared: "2026-03-10", hasTerm: false).timeliness(on: today) == .noTerm)
  }

  @Test("Done in time but written down after the last day is told apart from done and written down in time")
  func onRecord() {
    let today = day("2026-03-20")
    let done = episode(cleared: "2026-03-09")
    func wasOnRecord(_ recorded: RecordedJudgement) -> Bool?? {
      if case .inTime(_, let wasOnRecord) = done.timeliness(on: today, recorded: recorded) { wasOnRecord } else { nil }
    }
    #expect(wasOnRecord(recorded("2026-03-10", [done])) == .some(true))
    #expect(wasOnRecord(recorded("2026-03-10", [episode()])) == .some(false))
    #expect(wasOnRecord(recorded("2026-03-10", [])) == .some(false))
    // Before the last day it could still be written down in time.
    #expect(wasOnRecord(recorded("2026-03-09", [episode()])) == .some(nil))
    let closed = Unjudged(
      rule: "gesprek.actie", subject: .pupil(id(1)), section: .conversations, cause: .notReadable)
    #expect(wasOnRecord(recorded("2026-03-10", [], unjudged: [closed])) == .some(nil))
    let other = Unjudged(
      rule: "gesprek.actie", subject: .pupil(id(3)), section: .conversations, cause: .notReadable)
    #expect(wasOnRecord(recorded("2026-03-10", [episode()], unjudged: [other])) == .some(false))
  }
}
