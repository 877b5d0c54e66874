import Casework

/// The pupil at a glance: who, where, which support, and whose custody.
struct PupilOverview {
  private let text: TabText

  init(_ text: TabText) { self.text = text }

  var lines: [TabLine] {
    guard let pupil = text.dossier.pupil.record, case .value = text.dossier.pupil else { return [] }
    let day = text.day
    var lines = [TabLine(pupil.fullName, .heading, bold: true)]
    if let born = pupil.birthDate { lines.append(TabLine(Texts.Dossier.born(born, age: pupil.age(on: day)))) }
    lines.append(TabLine(place(pupil)))
    lines.append(TabLine(pupil.supportLevel(on: day)?.label ?? Texts.Dossier.noLevel))
    return lines + ClosedDossier(text).lines + guardians
  }

  private func place(_ pupil: Record<PupilFields>) -> String {
    Texts.Dossier.place(
      group: text.session.caseload.groupName(of: text.dossier.id, on: text.day), year: pupil.yearGroup(on: text.day),
      enrolment: pupil.enrolment(on: text.day))
  }

  private var guardians: [TabLine] {
    guard let family = text.dossier.family.record, DossierTab.pupil.sections(for: text.session.user.role).count > 1
    else {
      return []
    }
    return family.guardians.map { guardian in
      var line = Line()
      line.add(guardian.displayName, width: min(36, text.width * 2 / 3))
      let custody = guardian.hasCustody(on: text.day)
      line.add("  ")
      line.add(Texts.Dossier.custody(custody), custody == .unknown ? .now : .text)
      return TabLine(line, guardian.id.map { .record(.family, [.item(list: FamilyFields.declared.guardians.key, $0)]) })
    }
  }
}
