extension Act {
  /// Where it is in the words of the screen: `Verwijzing › TLV-aanvraag › Besluit`; nothing outside a dossier.
  public var words: String? {
    guard let section else { return nil }
    let listed = section.fields.all.first { $0.key == list }
    let fields: (any RecordFields.Type)? = if case .list(.record(let kind))? = listed?.shape { kind } else { nil }
    let label = (fields?.all ?? section.fields.all).first { $0.key == field }?.label
    return [section.title, fields?.title ?? listed?.label, label].compactMap(\.self).joined(separator: " › ")
  }

  /// The same place in the record with this id; as it was where there is none.
  func `in`(_ record: RecordID?) -> Act {
    record.map { Act(section, list: list, record: $0, field: field) } ?? self
  }
}
