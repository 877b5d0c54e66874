import Casework

/// Absence at a glance.
struct AbsenceOverview {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  var lines: [TabLine] { [] }
}
