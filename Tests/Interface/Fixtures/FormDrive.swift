import Casework
import Support
import Testing

@testable import Interface

extension Drive {
  /// The form on the screen.
  var form: FormScreen? {
    if case .form(let form) = state.screens.current { form } else { nil }
  }

  /// Puts the cursor on a field of the form by moving down to it.
  mutating func go(to key: String) {
    for _ in 0..<80 where form?.currentRow?.key != key { press(.tab) }
    #expect(form?.currentRow?.key == key)
  }

  mutating func openNoorsPlan() {
    openNoor()
    type("3e")
  }

  /// Opens a form by its place, as a signal's act does.
  mutating func openForm(of name: String, _ section: SectionName, list: String) -> Bool {
    var copy = state
    _ = copy.openForm(TestSchool.pupil(name), section, list: list)
    state = copy
    return true
  }
}

extension FormScreen {
  /// Puts promises into the talk that is being filled in, one for each of these days.
  mutating func promise(_ days: [CivilDate]) {
    file.change(at: level.path) { record in
      record["acties"] = .array(
        days.enumerated().map { index, day in
          make(ActionFields.self, UInt64(7500 + index)) {
            $0.what = "belofte \(index + 1)"
            $0.before = day
          }.tree
        })
    }
  }
}
