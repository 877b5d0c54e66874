import Casework
import Text
import Vault

/// A record as lines of text, a field a line, by its declaration.
struct FieldLines {
  let office: Office
  /// Whose guardians are meant.
  let pupil: RecordID

  func lines(of tree: Tree, fields: any RecordFields.Type, indent: Int) -> [String] {
    fields.all.flatMap { field -> [String] in
      guard let value = tree[field.key], value != .null else { return [] }
      return lines(of: value, field: field, indent: indent)
    }
  }

  private func lines(of value: Tree, field: AnyField, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    switch field.shape {
    case .list(.record(let fields)):
      let records = (value.elements ?? []).filter { $0[RecordKey.withdrawal] == nil }
      let inner = records.flatMap { record in
        ["\(margin)  -"] + lines(of: record, fields: fields, indent: indent + 4)
      }
      return inner.isEmpty ? [] : [margin + field.label] + inner
    case .record(let fields):
      return [margin + field.label] + lines(of: value, fields: fields, indent: indent + 4)
    case .text, .date, .moment, .clock, .number, .minutes, .yesNo, .choice, .reference, .schoolYear, .list:
      let head = margin + (field.label + ": ").padded(toWidth: 30)
      let words = field.shape.dutch(value) { id, kind in office.caseload.name(of: id, kind, around: pupil) }
      let hanging = String(repeating: " ", count: head.cellWidth)
      return words.wrapped(toWidth: max(20, 100 - head.cellWidth)).enumerated()
        .map { ($0.offset == 0 ? head : hanging) + $0.element }
    }
  }
}

extension Office {
  /// Puts into the journal that these tabs were looked at.
  func noteOpened(_ pupil: RecordID, _ sections: [SectionName]) throws(Failure) {
    do throws(VaultError) {
      try vault.record(.open, "geopend", sections.map { .section(pupil: pupil, $0) }, by: session)
    } catch { throw Failure(error) }
  }
}
