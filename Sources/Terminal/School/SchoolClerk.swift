import Casework
import Interface
import Vault

/// Does the work on a school's files: one errand at a time, on the worker's thread, where the keys are too.
public final class SchoolClerk {
  private let vault: Vault
  private let engine: RuleEngine
  private let documents: DocumentFolder
  private let today: () -> CivilDate
  private var session: VaultSession?
  /// What the screen has been told of the files.
  private var picture: Picture?

  /// What the last look at the files found.
  private var found: [FoundFile] = []

  /// The files as the screen knows them, and how the journals were then.
  private struct Picture {
    var caseload: Caseload
    var mark: StoreMark
  }

  /// Takes the keys of whoever logs in, once they do.
  ///
  /// - Parameters:
  ///   - vault: The school.
  ///   - engine: The rules that judge what is read.
  ///   - documentFolder: Where papers are written.
  ///   - today: The day from which the screens look ahead.
  public init(
    vault: Vault, engine: RuleEngine, documentFolder: String, today: @escaping () -> CivilDate
  ) {
    self.vault = vault
    self.engine = engine
    documents = DocumentFolder(path: documentFolder)
    self.today = today
  }

  /// Does one errand and tells what came of it.
  public func perform(_ errand: Errand) -> [Message] {
    switch errand {
    case .open(let login, let passphrase): open(login, passphrase)
    case .reread: read()
    case .loadRecorded(let day): readRecorded(day)
    case .loadPast(let pupil, let day, let token): readPast(pupil, day, token)
    case .commit(let edit, let token): commit(edit, token)
    case .weigh(let change, let token): weigh(change, token)
    case .checkFiles: checkFiles()
    case .putBack(let place, let token): putBack(place, token)
    case .saveDraft(let draft): save(draft)
    case .discardDraft(let key): discard(key)
    case .listDrafts: listDrafts()
    case .journal(let note): record(note)
    case .openEmergencyCard(let pupil, let token): openCard(of: pupil, token)
    case .writeDocument(let document, let token): write(document, token)
    case .lock: lock()
    case .lookForOthers: lookForOthers()
    }
  }

  // MARK: Opening

  private func open(_ login: String, _ passphrase: Passphrase?) -> [Message] {
    do throws(VaultError) {
      var bytes = passphrase?.bytes ?? []
      let secret = passphrase == nil ? nil : Secret(wiping: &bytes)
      session = try vault.login(login, passphrase: secret)
    } catch { return [.openingFailed(Failure(error))] }
    return read()
  }

  private func read() -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      let loaded = try vault.load(for: session)
      picture = Picture(caseload: loaded.caseload, mark: loaded.mark)
      let today = today()
      let scope = engine.scope(of: loaded.caseload.school, until: RuleScope.horizon(from: today), asOf: today)
      let judgement = engine.judgeInParallel(Array(loaded.caseload.dossiers.values), in: scope)
      let drafts = try vault.drafts(for: session).compactMap(Draft.init)
      let opened = OpenedSchool(caseload: loaded.caseload, judgement: judgement, drafts: drafts)
      return [.schoolOpened(opened)] + trouble(in: loaded)
    } catch { return [.openingFailed(Failure(error))] }
  }

  private func readRecorded(_ day: CivilDate) -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      let loaded = try vault.load(asOf: day, for: session)
      let scope = engine.scope(of: loaded.caseload.school, until: RuleScope.horizon(from: day), asOf: day)
      // A school of which nothing was recorded yet asks nothing: it is not known to lack anything.
      let isEmpty = loaded.since.map { day < $0 } ?? true
      let judgement =
        isEmpty ? Judgement() : engine.judgeInParallel(Array(loaded.caseload.dossiers.values), in: scope)
      let recorded = RecordedDay(day: day, caseload: loaded.caseload, judgement: judgement, since: loaded.since)
      return [.recordedRead(recorded)] + (loaded.unnamed.map { [.troubleFound(.told($0.sentence))] } ?? [])
    } catch { return [.recordedFailed(day, Failure(error))] }
  }

  private func readPast(_ pupil: RecordID, _ day: CivilDate, _ token: Token) -> [Message] {
    guard let session else { return [.pastFailed(token, .noRight)] }
    do throws(VaultError) {
      let recorded = try vault.load(pupil, asOf: day, for: session)
      return [.pastRead(token, PastDossier(day: day, dossier: recorded.dossier, since: recorded.since))]
    } catch { return [.pastFailed(token, Failure(error))] }
  }

  /// A damaged tab tells so itself; any other damaged file is told once.
  private func trouble(in loaded: LoadedSchool) -> [Message] {
    let hidden = loaded.damaged.first { if case .section = $0.place { false } else { true } }
    return hidden.map { [.troubleFound(.told($0.sentence))] } ?? []
  }

  private func lock() -> [Message] {
    session = nil
    picture = nil
    found = []
    return []
  }

  // MARK: Files that are not as they should be

  private func checkFiles() -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      found = try vault.survey(for: session)
      return [.filesChecked(found.map(FileTrouble.init))]
    } catch { return [.troubleFound(Failure(error))] }
  }

  private func putBack(_ place: Place, _ token: Token) -> [Message] {
    guard let session, let good = found.first(where: { $0.place == place })?.lastGood else {
      return [.commitFailed(token, .noRight)]
    }
    do throws(VaultError) {
      guard case .saved(let saved) = try vault.restore(good, by: session) else {
        return [.commitFailed(token, .noRight)]
      }
      for (place, stored) in saved.stored { picture?.caseload.take(.read(stored), at: place) }
      found.removeAll { $0.place == place }
      return [.committed(token, Committed(saved))]
    } catch { return [.commitFailed(token, Failure(error))] }
  }

  // MARK: Writing

  private func commit(_ edit: Edit, _ token: Token) -> [Message] {
    guard let session else { return [.commitFailed(token, .noRight)] }
    do throws(VaultError) {
      switch try vault.commit(edit, by: session) {
      case .saved(let saved):
        for (place, stored) in saved.stored { picture?.caseload.take(.read(stored), at: place) }
        return [.committed(token, Committed(saved))]
      case .conflict(let clashes): return [.conflictFound(token, clashes.map(PlaceConflict.init))]
      }
    } catch { return [.commitFailed(token, Failure(error))] }
  }

  /// What every pupil would be asked if this were saved; nothing is written.
  private func weigh(_ change: Change, _ token: Token) -> [Message] {
    guard var caseload = picture?.caseload else { return [.commitFailed(token, .noRight)] }
    caseload.take(.read(Stored(tree: change.after, revision: Revision(text: ""))), at: change.place)
    let today = today()
    let scope = engine.scope(of: caseload.school, until: RuleScope.horizon(from: today), asOf: today)
    return [.weighed(token, engine.judgeInParallel(Array(caseload.dossiers.values), in: scope))]
  }

  private func record(_ note: JournalNote) -> [Message] {
    switch note {
    case .opened(let places): record(.open, Texts.Acts.openedSections, places)
    case .madeDocument(let places): record(.print, Texts.Acts.madeDocument, places)
    }
  }

  private func record(_ kind: JournalKind, _ act: String, _ places: [Place]) -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      try vault.record(kind, act, places, by: session)
      return []
    } catch { return [.troubleFound(Failure(error))] }
  }

  /// A card that cannot be put into the journal is shown all the same, and that is told: a child may need it now.
  private func openCard(of pupil: RecordID, _ token: Token) -> [Message] {
    guard let session else { return [.cardFailed(token, .noRight)] }
    let place = Place.emergencyCard(pupil: pupil)
    do throws(VaultError) {
      switch try vault.read(place, for: session) {
      case .absent: return [.cardRead(token, .gone)]
      case .read(let stored):
        return [.cardRead(token, .read(stored))] + record(.open, Texts.Acts.openedEmergencyCard, [place])
      case .notReadable: return [.cardRead(token, .notReadable)]
      case .damaged(let file): return [.cardRead(token, .damaged(file.sentence))]
      }
    } catch { return [.cardFailed(token, Failure(error))] }
  }

  private func write(_ document: Document, _ token: Token) -> [Message] {
    do throws(Failure) {
      return [.documentWritten(token, path: try documents.write(document))]
    } catch { return [.documentFailed(token, error)] }
  }

  // MARK: Drafts

  private func save(_ draft: Draft) -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      try vault.keep(draft.stored, for: session)
      return []
    } catch { return [.draftFailed(draft.key, Failure(error))] }
  }

  private func discard(_ key: DraftKey) -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      try vault.discardDraft(key.name, for: session)
      return []
    } catch { return [.draftFailed(key, Failure(error))] }
  }

  private func listDrafts() -> [Message] {
    guard let session else { return [] }
    do throws(VaultError) {
      return [.draftsFound(try vault.drafts(for: session).compactMap(Draft.init))]
    } catch { return [] }
  }

  // MARK: Others

  private func lookForOthers() -> [Message] {
    // A share that is away for a moment is no news; a save on it will tell.
    guard let session, let picture, let news = try? vault.news(since: picture.mark, for: session) else { return [] }
    let saves: [ForeignSave]
    if mayShowMore(news, session.user.role) {
      guard let loaded = try? vault.load(for: session) else { return [] }
      self.picture = Picture(caseload: loaded.caseload, mark: loaded.mark)
      saves = foreignSaves(from: picture.caseload, to: loaded.caseload, news)
    } else {
      saves = foreignSaves(since: picture.caseload, news)
      self.picture?.mark = news.mark
      for save in saves { self.picture?.caseload.take(save.state, at: save.place) }
    }
    return saves.isEmpty ? [] : [.othersSaved(saves)]
  }

  /// Whether more or less can be read now than the files that were saved: everything must be looked at again.
  private func mayShowMore(_ news: VaultNews, _ role: UserRole) -> Bool {
    if news.keysChanged { return true }
    return news.saves.contains { save in
      // Only a whole look finds the last version of a damaged file that is good.
      if case .damaged = save.reading { return true }
      // Without keys the groups on record say which pupils a teacher sees.
      guard role == .teacher, !vault.isSealed else { return false }
      switch save.place {
      case .school, .section(_, .pupil): return true
      case .calendar, .putOffs, .registration, .section, .restricted, .emergencyCard, .workingNote: return false
      }
    }
  }
}
