import Casework
import Support
import Testing

@testable import Interface

@Suite("The rows of the agenda")
struct AgendaListTests {
  /// All rows one after the other, made the plain way: a head before each urgency.
  private func rows(_ urgencies: [Urgency], _ numbers: [Int]) -> [AgendaList.Content] {
    var rows: [AgendaList.Content] = []
    for (position, number) in numbers.enumerated() {
      let urgency = urgencies[number]
      if position == 0 || urgencies[numbers[position - 1]] != urgency {
        rows.append(.head(urgency, numbers.count { urgencies[$0] == urgency }))
      }
      rows.append(.line(position))
    }
    return rows
  }

  @Test("Each row is the one that writing out the whole list gives", arguments: [UInt64](1...40))
  func everyRow(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let urgencies = (0..<Int.random(in: 0...30, using: &random))
      .map { _ in Urgency.allCases[Int.random(in: 0..<Urgency.allCases.count, using: &random)] }.sorted()
    let found = Bool.random(using: &random) ? urgencies.indices.filter { _ in Bool.random(using: &random) } : nil
    let list = AgendaList(urgencies, found: found, sought: "")
    let expected = rows(urgencies, found ?? Array(urgencies.indices))
    #expect(list.rowCount == expected.count)
    #expect((0..<expected.count).map { list.content(ofRow: $0) } == expected)
    #expect(list.content(ofRow: expected.count) == nil)
    for position in 0..<list.count { #expect(expected[list.row(ofPosition: position)] == .line(position)) }
  }

  @Test("What a filter found is found anew when a colleague's save changes the agenda")
  func followsSaves() {
    var drive = Drive()
    drive.type("/liv")
    #expect(drive.shows("1 van 4"))
    let pupils = drive.state.signals.filter { $0.name == "Liv Jansen" }.compactMap { line in
      if case .pupil(let pupil) = line.id.subject { pupil } else { nil }
    }
    drive.send(
      .othersSaved(pupils.map { ForeignSave(place: .section(pupil: $0, .admission), state: .gone, by: nil) }))
    #expect(drive.shows("0 van 3"))
  }
}
