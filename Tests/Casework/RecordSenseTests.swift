import Casework
import Support
import Testing

@Suite("What cannot be meant in a record")
struct RecordSenseTests {
  private let today = day("2026-11-23")

  private func talk(_ change: (inout Conversation) -> Void) -> [RecordProblem] {
    var talk = Conversation()
    talk.on = today
    talk.reached = Choice(.reached)
    talk.summary = "Rekenen gaat beter."
    change(&talk)
    return talk.problems(on: today)
  }

  @Test("A talk was held already, and says what was said; an attempt needs no words")
  func talks() {
    #expect(talk { _ in }.isEmpty)
    #expect(talk { $0.on = day("2026-11-24") } == [.talkInFuture(day("2026-11-24"))])
    #expect(talk { $0.summary = nil } == [.talkWithoutWords])
    #expect(talk { $0.summary = " \n" } == [.talkWithoutWords])
    let decided = talk {
      $0.summary = nil
      $0.decisions = "Over drie weken weer."
    }
    let tried = talk {
      $0.summary = nil
      $0.reached = Choice(.tried)
    }
    #expect(decided.isEmpty && tried.isEmpty)
  }

  private func report(_ change: (inout Record<TruancyReportFields>) -> Void) -> [RecordProblem] {
    var report = Record<TruancyReportFields>()
    report.kind = Choice(.sixteenHours)
    report.reportedOn = today
    report.until = day("2026-11-11")
    change(&report)
    return report.problems(on: today)
  }

  @Test("A report to DUO lies not in the future, ends by the day it was made, and says where counting begins anew")
  func reports() {
    #expect(report { _ in }.isEmpty)
    #expect(report { $0.until = today }.isEmpty)
    #expect(report { $0.until = day("2030-12-31") } == [.reportEndsLater(day("2030-12-31"))])
    #expect(report { $0.reportedOn = day("2031-01-01") } == [.reportInFuture(day("2031-01-01"))])
    #expect(report { $0.until = nil } == [.reportWithoutEnd])
    let other = report {
      $0.kind = Choice(.other)
      $0.until = nil
    }
    #expect(other.isEmpty)
  }

  @Test("A rule's title in general has no braces, and the word for more where it counts")
  func titles() throws {
    func title(_ text: String) -> String {
      RuleEntry(
        id: "proef", force: .norm, validFrom: nil, validUntil: nil, audience: [.teacher], title: text,
        explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "", stories: []
      ).plainTitle
    }
    #expect(title("Aanmelding: besluit uiterlijk {datum:kort}") == "Aanmelding: besluit uiterlijk …")
    #expect(title("Verlof boven {dagen|schooldag|schooldagen}") == "Verlof boven … schooldagen")
    #expect(title("Zonder plaats") == "Zonder plaats")
  }

  @Test("A line with a slip is found only where none fits letter for letter")
  func exactFirst() {
    let index = LineIndex([["Liv Jansen", "Aanmelding"], ["Daan van Dijk", "Plan"]])
    #expect(index.search(SearchQuery("daan")) == [1])
    #expect(index.search(SearchQuery("daap")) == [1])
  }
}
