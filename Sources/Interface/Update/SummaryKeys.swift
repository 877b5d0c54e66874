import Casework
import Paperwork

/// The summary of one pupil for one guardian: chosen, refused with the reason, or shown before it is written.
extension AppState {
  mutating func chooseReader() -> [Effect] {
    guard case .dossier(let screen) = screens.current,
      let family = session?.caseload.dossiers[screen.pupil]?.family.record
    else { return [] }
    let readers = family.guardians.compactMap { guardian in
      guardian.id.map { ReaderChoice(id: $0, name: guardian.displayName) }
    }
    if readers.count == 1 { return makeSummary(of: screen.pupil, for: readers[0].id) }
    overlay = .choose(.reader(pupil: screen.pupil, readers), ListCursor())
    return []
  }

  mutating func makeSummary(of pupil: RecordID, for guardian: RecordID) -> [Effect] {
    guard let session, let dossier = session.caseload.dossiers[pupil] else { return [] }
    do throws(Refusal) {
      let summary = try MeetingSummary(
        of: dossier, at: session.caseload.school, for: .guardian(guardian), on: shownDay)
      let paper = summary.paper(madeBy: session.user.name)
      let document = Document(
        fileName: Texts.Paper.summaryFile(shownDay, for: guardian), text: PlainText().text(of: paper))
      let leftOut = paper.omissions.map { Texts.Paper.omission($0.what, why: $0.why) }
      screens.push(
        .paper(
          PaperScreen(
            pupil: pupil,
            title: Texts.Paper.summary(
              dossier.displayName, for: paper.reader, sign: Texts.Paper.sign(of: guardian)),
            content: .document(document), leftOut: leftOut,
            sources: summary.sources.map { .section(pupil: pupil, $0) })))
    } catch {
      notice = Notice(.trouble, error.text)
    }
    return []
  }
}
