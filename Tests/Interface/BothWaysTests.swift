import Casework
import Support
import Testing

@testable import Interface

/// A choice that is made with keys and one that is given as a whole answer, in every form there is.
@Suite("Keys and answers do the same")
struct BothWaysTests {
  private static let noor = TestSchool.pupil("Noor de Vries")
  private static let places = SectionName.allCases.map { Place.section(pupil: noor, $0) } + [.school, .calendar]

  /// A form with one empty record on the way to each kind of record of a file.
  private static func forms(of place: Place) -> [FormScreen] {
    forms(of: place, place.root, at: [], in: Members(), depth: 0)
  }

  private static func forms(
    of place: Place, _ kind: RecordKind, at path: TreePath, in file: Members, depth: Int
  ) -> [FormScreen] {
    let form = FormScreen(
      act: "proef", place: place, root: place.root, pupil: place.pupil, before: nil, file: file,
      level: FormLevel(path: path, kind: kind))
    let inside = kind.fields.flatMap { field -> [FormScreen] in
      if let part = field.shape.recordKind {
        return forms(of: place, part, at: path + [.field(field.key)], in: file, depth: depth + 1)
      }
      guard let item = field.shape.itemKind else { return [] }
      var filled = file
      var members = Members()
      let own = id(UInt64(8200 + depth))
      if field.holdsRecords { members[RecordKey.id] = .string(own.description) }
      filled.change(at: path) { $0[field.key] = .array([.object(members)]) }
      let step = field.holdsRecords ? PathStep.item(list: field.key, own) : .place(list: field.key, 0)
      return forms(of: place, item, at: path + [step], in: filled, depth: depth + 1)
    }
    return [form] + inside
  }

  /// The form after these messages, with the cursor on a field of it.
  private func after(_ messages: [Message], _ form: FormScreen, on key: String, _ drive: Drive) -> FormScreen? {
    var drive = drive
    var begun = form
    begun.stand(on: key)
    if let session = drive.state.session { begun.beginEditing(session.references(around: form.pupil)) }
    drive.state.screens.push(.form(begun))
    for message in messages { drive.send(message) }
    return drive.form
  }

  /// How many choices of how many fields were made in both ways.
  private func compare(_ form: FormScreen, _ drive: Drive) throws -> [String] {
    let references = try #require(drive.state.session?.references(around: form.pupil))
    var compared: [String] = []
    for field in form.fields where field.shape.itemKind == nil && field.shape.recordKind == nil {
      let options = form.options(of: field, references)
      let takesSeveral = if case .list = field.shape { true } else { false }
      for place in options.indices.prefix(6) {
        let rights = Array(repeating: Message.keyPressed(.right), count: takesSeveral ? place : place + 1)
        let keys = rights + (takesSeveral ? [.keyPressed(.character(" "))] : [])
        let typed = after(keys, form, on: field.key, drive)
        let answered = after([.answered(.options([place]))], form, on: field.key, drive)
        #expect(typed?.file == answered?.file, "\(form.level.kind.name).\(field.key): \(options[place].label)")
        #expect(typed?.file != form.file)
        compared.append(form.level.kind.name + "." + field.key)
      }
    }
    return compared
  }

  @Test("Every option of every field with options leaves the same file in both ways", arguments: places)
  func options(place: Place) throws {
    var drive = Drive()
    drive.openNoor()
    let compared = try Self.forms(of: place).flatMap { try compare($0, drive) }
    if place == .section(pupil: Self.noor, .plan) {
      #expect(compared.contains("oppOuder.instemming") && compared.contains("evaluatieOuder.instemming"))
    }
    #expect(!compared.isEmpty)
  }

  @Test("What a parent answered in line mode has the day of today, and none once it is open again")
  func dated() throws {
    var lines = LineDrive()
    var drive = lines.drive
    drive.openNoorsPlan()
    drive.go(to: "ouders")
    drive.press(.enter)
    lines = LineDrive(on: drive)
    let fields = try #require(lines.drive.form?.fields)
    let number = try #require(fields.firstIndex { $0.key == "instemming" }) + 1
    for (typed, day) in [("stemt in", TestSchool.today), ("nog open", nil)] {
      lines.type([":\(number)", typed])
      #expect(lines.drive.form?.record["instemmingOp"] == day?.tree, "\(lines)")
    }
  }
}
