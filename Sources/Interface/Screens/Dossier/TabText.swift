import Casework

/// A tab in lines, from the declarations of its fields; tabs with a picture of their own have it above them.
struct TabText {
  let state: AppState
  let session: Session
  let dossier: Dossier
  let tab: DossierTab
  let width: Int
  let day: CivilDate
  let references: References

  init?(_ state: AppState, pupil: RecordID, tab: DossierTab, width: Int) {
    guard let session = state.session, let dossier = session.caseload.dossiers[pupil] else { return nil }
    self.state = state
    self.session = session
    self.dossier = dossier
    self.tab = tab
    self.width = max(10, width)
    day = state.shownDay
    references = session.references(around: pupil)
  }

  var lines: [TabLine] {
    let own = overview
    let sections = tab.sections(for: session.user.role).flatMap { section -> [TabLine] in
      let lines = self.lines(of: section)
      return lines.isEmpty ? [] : [TabLine()] + lines
    }
    return own.isEmpty ? Array(sections.dropFirst()) : own + sections
  }

  /// The picture of its own that a tab has.
  private var overview: [TabLine] {
    switch tab {
    case .pupil: PupilOverview(self).lines
    case .plan: PlanOverview(self).lines
    case .absence: AbsenceOverview(self).lines
    case .conversations: ConversationsOverview(self).lines
    case .referral: ReferralOverview(self).lines
    case .admission, .support, .examination, .consent, .medical, .transition: []
    }
  }

  private func lines(of section: SectionName) -> [TabLine] {
    switch dossier[section] {
    case .empty: return fieldLines(Members(), section)
    case .value(let tree): return fieldLines(tree.members ?? Members(), section)
    case .notReadable: return note(Texts.Dossier.notReadable(section.title), .now) + unjudged(section)
    case .damaged(let why): return note(Texts.Dossier.damaged(section.title, why), .error) + unjudged(section)
    }
  }

  /// How many rules the closed or broken tab keeps from judging.
  private func unjudged(_ section: SectionName) -> [TabLine] {
    guard let count = state.derived.waitingRules[.section(pupil: dossier.id, section)] else { return [] }
    return note(Texts.Dossier.unjudged(count), .now)
  }

  func note(_ text: String, _ role: Role) -> [TabLine] {
    Wrapped.lines(of: text, width: width).map { TabLine($0.text, role) }
  }

  private func fieldLines(_ file: Members, _ section: SectionName) -> [TabLine] {
    let kind = RecordKind(section.fields)
    let plain = kind.fields.filter { $0.shape.itemKind == nil && file[$0.key] != nil }
    let single = plain.flatMap { field in
      labelled(field.label, Display.text(file[field.key], field, in: file, of: kind, references), field.isLong)
        .map { TabLine($0, .field(section, key: field.key)) }
    }
    let lists = kind.fields.filter { $0.shape.itemKind != nil }.flatMap { list($0, in: file, section, kind) }
    return single + lists
  }

  /// A label with its value beside it, or below it where it is long.
  private func labelled(_ label: String, _ value: String, _ isLong: Bool) -> [Line] {
    let column = min(26, width / 2)
    var first = Line()
    first.add(label, width: column - 2, .muted)
    first.add("  ")
    let wrapped = Wrapped.lines(of: value, width: max(8, width - column))
    return wrapped.enumerated().map { index, text in
      var line = index == 0 ? first : Line(String(repeating: " ", count: column))
      line.add(text.text)
      return line
    }
  }

  private func list(_ field: AnyField, in file: Members, _ section: SectionName, _ root: RecordKind) -> [TabLine] {
    guard let kind = field.shape.itemKind else { return [] }
    let records = (file[field.key]?.elements ?? []).compactMap(\.members)
    let standing = records.count { !$0.isWithdrawn }
    var head = Line(field.label, .heading, bold: true)
    head.add("  " + Texts.count(standing), .muted)
    if !field.basis.isEmpty { head.add("  " + field.basis, .muted) }
    let rows = records.map { record in (record, Summary(record, of: kind, references, in: file)) }
      .sorted { ($0.1.date ?? .unknownDay) > ($1.1.date ?? .unknownDay) }
    return [TabLine(head, .list(section, key: field.key))]
      + rows.compactMap { record, summary in
        record.id.map { TabLine(recordLine(record, summary), .record(section, [.item(list: field.key, $0)])) }
      }
  }

  private func recordLine(_ record: Members, _ summary: Summary) -> Line {
    var line = Line("  ")
    line.add(summary.date.map { $0.dutch(.full) } ?? "", width: summary.date == nil ? 0 : 16)
    let words = summary.words.isEmpty ? [Texts.emptyRecord] : summary.words
    if record.isWithdrawn {
      let reason = record[RecordKey.withdrawal]?[WithdrawalFields.declared.reason.key]?.text ?? ""
      line.add(Texts.Dossier.withdrawn(words.joined(separator: " · "), reason: reason), .muted)
    } else {
      line.add(words.joined(separator: " · "))
    }
    return line
  }
}

extension CivilDate {
  /// Before every day that can be on record; for sorting what has none.
  static let unknownDay = CivilDate(dayNumber: .min / 2)
}
