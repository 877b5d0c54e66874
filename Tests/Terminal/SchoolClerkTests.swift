import Casework
import Interface
import Support
import Testing
import Vault

@testable import Terminal

/// A school in a folder of its own, with an IB and a director, and clerks for them.
private struct ClerkBench {
  static let now = Moment(iso: "2026-11-23T08:00:00Z") ?? Moment(seconds: 0)
  static let passphrase = Array("een lange wachtzin".utf8)
  static let pupil = id(7)
  static let place = Place.section(pupil: pupil, .pupil)

  let folder = TemporaryFolder()

  init(sealed: Bool) throws {
    let users = [("mirjam", UserRole.careCoordinator), ("rob", .director)].map { login, role in
      var bytes = Self.passphrase
      return NewUser(login: login, name: login.capitalizedFirst, role: role, passphrase: Secret(wiping: &bytes))
    }
    _ = try Vault.create(
      at: folder.path + "/school", state: folder.path + "/state", school: SampleSchool.school().record, users: users,
      sealed: sealed, cost: .least, clock: { Self.now })
  }

  /// A clerk on a machine of its own.
  func clerk(_ machine: String = "state") throws -> SchoolClerk {
    let vault = try Vault.open(at: folder.path + "/school", state: folder.path + "/" + machine, clock: { Self.now })
    return SchoolClerk(
      vault: vault, engine: RuleEngine(book: RuleBook([])), documentFolder: folder.path + "/papier",
      today: { day("2026-11-23") })
  }

  func opened(_ clerk: SchoolClerk, as login: String) throws -> OpenedSchool {
    let answer = clerk.perform(.open(login: login, passphrase: Passphrase(bytes: Self.passphrase)))
    guard case .schoolOpened(let opened)? = answer.first, answer.count == 1 else { throw NotOpened(answer: answer) }
    return opened
  }

  /// Every line of every journal of the school.
  var journal: String {
    let lines = Child.run(["sh", "-c", "cat \(folder.path)/school/journaal/*/*.jsonl"]).output
    return String(decoding: lines, as: UTF8.self)
  }

  /// An edit that gives the pupil a name.
  static func edit(_ name: String, over before: Stored?) -> Edit {
    var pupil = before.flatMap { Record<PupilFields>(tree: $0.tree) } ?? Record()
    pupil.callName = name
    return Edit(act: "leerling gewijzigd", changes: [Change(place: place, before: before, after: pupil.tree)])
  }

  struct NotOpened: Error { let answer: [Message] }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

private let token = Token(number: 1)

@Suite("The one who does the work on files")
struct SchoolClerkTests {
  @Test("Opens a school and tells who logged in", arguments: [true, false])
  func opens(sealed: Bool) throws {
    let bench = try ClerkBench(sealed: sealed)
    let opened = try bench.opened(bench.clerk(), as: "mirjam")
    #expect(opened.caseload.user.login == "mirjam")
    #expect(opened.caseload.user.role == .careCoordinator)
  }

  @Test("A wrong passphrase opens nothing, and without a login nothing is done")
  func keepsOut() throws {
    let bench = try ClerkBench(sealed: true)
    let clerk = try bench.clerk()
    let wrong = clerk.perform(.open(login: "mirjam", passphrase: Passphrase(bytes: Array("mis".utf8))))
    #expect(wrong == [.openingFailed(.wrongPassphrase)])
    #expect(clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token)) == [.commitFailed(token, .noRight)])
    #expect(clerk.perform(.reread).isEmpty)
    withExtendedLifetime(bench) {}
  }

  @Test("What is committed is there for the next one who opens the school")
  func commits() throws {
    let bench = try ClerkBench(sealed: true)
    let clerk = try bench.clerk()
    _ = try bench.opened(clerk, as: "mirjam")
    let answer = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    guard case .committed(token, let committed)? = answer.first else {
      Issue.record("not committed: \(answer)")
      return
    }
    #expect(Array(committed.stored.keys) == [ClerkBench.place])
    let next = try bench.opened(bench.clerk("other"), as: "rob")
    #expect(next.caseload.dossiers[ClerkBench.pupil]?.pupil.record?.callName == "Noor")
  }

  @Test("A change of the calendar is weighed for every pupil, and nothing of it is written")
  func weighs() throws {
    let bench = try ClerkBench(sealed: true)
    let rule = Rule(
      "proef.lesdag",
      judge: .pupil { dossier, scope in
        let due = scope.calendar.teachingDays(from: day("2026-12-01"), through: day("2026-12-31")).first
        return [
          Episode(
            id: Episode.ID(rule: "proef.lesdag", subject: .pupil(dossier.id)), visibleFrom: day("2026-11-01"),
            due: due, proof: [], act: Act(.pupil))
        ]
      })
    let entry = RuleEntry(
      id: "proef.lesdag", force: .norm, validFrom: nil, validUntil: nil, audience: [.careCoordinator], title: "Proef",
      explanation: "", sources: [], norms: [], sentences: [:], clearedBy: "", stories: [])
    let vault = try Vault.open(
      at: bench.folder.path + "/school", state: bench.folder.path + "/state", clock: { ClerkBench.now })
    let clerk = SchoolClerk(
      vault: vault, engine: RuleEngine(book: RuleBook([entry]), rules: [rule]),
      documentFolder: bench.folder.path + "/papier", today: { day("2026-11-23") })
    let opened = try bench.opened(clerk, as: "mirjam")
    _ = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    #expect(opened.caseload.stored[.calendar] == nil)
    var calendar = SampleSchool.school().calendar
    calendar.put(SampleSchool.closure(99, "studiedag", .studyDay, "2026-12-01"), in: \.closures)
    let change = Change(place: .calendar, before: nil, after: calendar.tree)
    guard case .weighed(token, let judgement)? = clerk.perform(.weigh(change, token)).first else {
      Issue.record("not weighed")
      return
    }
    // Tuesday 1 December is the study day, so that Wednesday is the first day of teaching.
    #expect(judgement.episodes.map(\.due) == [day("2026-12-02")])
    let later = try bench.opened(try bench.clerk("ander"), as: "mirjam")
    #expect(later.caseload.stored[.calendar] == nil)
  }

  @Test("A past day is read as it was recorded, with the day of the oldest record", arguments: [true, false])
  func readsRecorded(sealed: Bool) throws {
    let bench = try ClerkBench(sealed: sealed)
    let clerk = try bench.clerk()
    #expect(clerk.perform(.loadRecorded(day("2026-11-23"))).isEmpty)
    _ = try bench.opened(clerk, as: "mirjam")
    _ = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    for (asked, name) in [("2026-11-22", nil), ("2026-11-23", "Noor")] {
      guard case .recordedRead(let recorded)? = clerk.perform(.loadRecorded(day(asked))).first else {
        Issue.record("nothing was read of \(asked)")
        continue
      }
      #expect(recorded.day == day(asked) && recorded.since == day("2026-11-23"))
      #expect(recorded.caseload.dossiers[ClerkBench.pupil]?.pupil.record?.callName == name)
    }
  }

  @Test("One dossier is read as it was recorded; without a login it is not", arguments: [true, false])
  func readsPast(sealed: Bool) throws {
    let bench = try ClerkBench(sealed: sealed)
    let clerk = try bench.clerk()
    let errand = Errand.loadPast(pupil: ClerkBench.pupil, day("2026-11-23"), token)
    #expect(clerk.perform(errand) == [.pastFailed(token, .noRight)])
    _ = try bench.opened(clerk, as: "mirjam")
    _ = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    guard case .pastRead(token, let past)? = clerk.perform(errand).first else {
      Issue.record("nothing was read")
      return
    }
    #expect(past.dossier?.pupil.record?.callName == "Noor" && past.since == day("2026-11-23"))
    let before = clerk.perform(.loadPast(pupil: ClerkBench.pupil, day("2026-11-22"), token))
    #expect(before == [.pastRead(token, PastDossier(day: day("2026-11-22"), dossier: nil, since: day("2026-11-23")))])
  }

  @Test("A past day of which the calendar is lost is not judged without it: it is told that the history is missing")
  func lostCalendar() throws {
    let bench = try ClerkBench(sealed: false)
    let clerk = try bench.clerk()
    _ = try bench.opened(clerk, as: "mirjam")
    let calendar = Change(place: .calendar, before: nil, after: SampleSchool.school().calendar.tree)
    _ = clerk.perform(.commit(Edit(act: "kalender", changes: [calendar]), token))
    guard case .recordedRead? = clerk.perform(.loadRecorded(day("2026-11-23"))).first else {
      Issue.record("nothing was read while all was there")
      return
    }
    let school = bench.folder.path + "/school"
    _ = Child.run(["sh", "-c", "rm -r \(school)/geschiedenis/kalender*; printf x > \(school)/kalender.json"])
    guard
      case .recordedFailed(day("2026-11-23"), .told(let why))? = clerk.perform(.loadRecorded(day("2026-11-23"))).first
    else {
      Issue.record("the day was read without its calendar")
      return
    }
    #expect(why.contains("de geschiedenis ontbreekt"))
  }

  @Test("A colleague's save is found, and only what differs is told; one's own save is no news")
  func findsOthers() throws {
    let bench = try ClerkBench(sealed: true)
    let (mine, theirs) = (try bench.clerk(), try bench.clerk("other"))
    _ = try bench.opened(mine, as: "mirjam")
    _ = try bench.opened(theirs, as: "mirjam")
    #expect(mine.perform(.lookForOthers).isEmpty)

    _ = mine.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    #expect(mine.perform(.lookForOthers).isEmpty)

    guard case .othersSaved(let saves)? = theirs.perform(.lookForOthers).first else {
      Issue.record("the save was not found")
      return
    }
    #expect(saves.map(\.place) == [ClerkBench.place])
    #expect(saves.map(\.by) == ["Mirjam"])
    guard case .read(let stored)? = saves.first?.state else {
      Issue.record("the file was not read")
      return
    }
    #expect(Record<PupilFields>(tree: stored.tree)?.callName == "Noor")
    #expect(theirs.perform(.lookForOthers).isEmpty)
  }

  @Test("A save in one dossier reads no other: what is broken elsewhere since stays unseen until someone looks")
  func readsOnlyWhatIsNamed() throws {
    let bench = try ClerkBench(sealed: false)
    let (mine, theirs) = (try bench.clerk(), try bench.clerk("other"))
    _ = try bench.opened(mine, as: "mirjam")
    let other = Place.section(pupil: id(8), .pupil)
    let two = ClerkBench.edit("Noor", over: nil).changes + [Change(place: other, before: nil, after: .object([:]))]
    guard case .committed(_, let first)? = mine.perform(.commit(Edit(act: "twee", changes: two), token)).first else {
      Issue.record("not committed")
      return
    }
    _ = try bench.opened(theirs, as: "rob")
    _ = Child.run(["sh", "-c", "printf x > \(bench.folder.path)/school/leerlingen/\(id(8))/leerling.json"])
    _ = mine.perform(.commit(ClerkBench.edit("Nora", over: first.stored[ClerkBench.place]), token))
    guard case .othersSaved(let saves)? = theirs.perform(.lookForOthers).first else {
      Issue.record("the save was not found")
      return
    }
    #expect(saves.map(\.place) == [ClerkBench.place])
    // The control: whoever reads everything does find it.
    guard case .schoolOpened(let opened)? = theirs.perform(.reread).first else {
      Issue.record("not opened")
      return
    }
    guard case .damaged = opened.caseload.dossiers[id(8)]?[.pupil] else {
      Issue.record("the broken file was not found by a whole look")
      return
    }
  }

  @Test("Two edits of one field are a conflict with both values; nothing is saved")
  func conflicts() throws {
    let bench = try ClerkBench(sealed: false)
    let (mine, theirs) = (try bench.clerk(), try bench.clerk("other"))
    _ = try bench.opened(mine, as: "mirjam")
    _ = try bench.opened(theirs, as: "mirjam")
    guard case .committed(_, let first)? = mine.perform(.commit(ClerkBench.edit("Noor", over: nil), token)).first,
      let base = first.stored[ClerkBench.place]
    else {
      Issue.record("not committed")
      return
    }
    _ = theirs.perform(.commit(ClerkBench.edit("Nora", over: base), token))
    guard
      case .conflictFound(token, let found)? = mine.perform(.commit(ClerkBench.edit("Noortje", over: base), token))
        .first
    else {
      Issue.record("no conflict")
      return
    }
    let fields = try #require(found.first).outcome.conflicts.flatMap(\.parts)
    #expect(fields.map(\.path.last) == ["roepnaam"])
    #expect(fields.map(\.mine) == [.string("Noortje")])
    #expect(fields.map(\.theirs) == [.string("Nora")])
    #expect(fields.map(\.base) == [.string("Noor")])
  }

  @Test("A draft outlives the program, and is gone once discarded")
  func drafts() throws {
    let bench = try ClerkBench(sealed: true)
    let clerk = try bench.clerk()
    let user = try bench.opened(clerk, as: "mirjam").caseload.user.id
    let key = DraftKey(user: user, place: ClerkBench.place, list: "gesprekken", record: id(9))
    let draft = Draft(
      key: key, at: ClerkBench.now,
      before: Stored(tree: .object(["roepnaam": .string("Noor")]), revision: Revision(text: "abc")),
      after: .object(["roepnaam": .string("Noortje")]), unread: ["gesprekken/x": "morgen?"])
    #expect(clerk.perform(.saveDraft(draft)).isEmpty)

    let next = try bench.clerk()
    #expect(try bench.opened(next, as: "mirjam").drafts == [draft])
    #expect(try bench.opened(bench.clerk(), as: "rob").drafts.isEmpty)
    #expect(next.perform(.discardDraft(key)).isEmpty)
    #expect(next.perform(.listDrafts) == [.draftsFound([])])
  }

  @Test("A damaged file outside the tabs is told, and the school opens all the same")
  func damage() throws {
    let bench = try ClerkBench(sealed: false)
    let clerk = try bench.clerk()
    _ = try bench.opened(clerk, as: "mirjam")
    let putOffs = Change(place: .putOffs(.school), before: nil, after: .object([:]))
    _ = clerk.perform(.commit(Edit(act: "uitgesteld", changes: [putOffs]), token))
    _ = Child.run(["sh", "-c", "printf x > \(bench.folder.path)/school/uitstel.json"])
    let answer = clerk.perform(.reread)
    guard answer.count == 2, case .schoolOpened = answer[0], case .troubleFound(.told(let sentence)) = answer[1] else {
      Issue.record("\(answer)")
      return
    }
    #expect(sentence.contains("uitstel.json"))
  }

  @Test("A file that was put back as it was is found after opening, and the good version can be restored")
  func puttingBack() throws {
    let bench = try ClerkBench(sealed: true)
    let clerk = try bench.clerk()
    _ = try bench.opened(clerk, as: "mirjam")
    #expect(clerk.perform(.checkFiles) == [.filesChecked([])])
    guard case .committed(_, let first)? = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token)).first
    else {
      Issue.record("not saved")
      return
    }
    let second = ClerkBench.edit("Noortje", over: first.stored[ClerkBench.place])
    _ = clerk.perform(.commit(second, token))
    let copied = Child.run([
      "sh", "-c",
      "cd \(bench.folder.path)/school && for d in geschiedenis/leerlingen/*/*; do set -- $d/*; [ $# -gt 1 ] && cp $1 ${d#geschiedenis/}; done; true",
    ])
    #expect(copied.end == .exited(0))
    guard case .filesChecked(let troubles)? = clerk.perform(.checkFiles).first else {
      Issue.record("not checked")
      return
    }
    #expect(troubles.map(\.place) == [ClerkBench.place])
    #expect(troubles.first?.canBePutBack == true)
    guard case .committed(token, let back)? = clerk.perform(.putBack(ClerkBench.place, token)).first else {
      Issue.record("not put back")
      return
    }
    #expect(back.stored[ClerkBench.place].flatMap { Record<PupilFields>(tree: $0.tree) }?.callName == "Noortje")
    #expect(clerk.perform(.checkFiles) == [.filesChecked([])])
    #expect(clerk.perform(.putBack(ClerkBench.place, token)) == [.commitFailed(token, .noRight)])
  }

  @Test("Once locked, the keys are gone until someone logs in again")
  func locks() throws {
    let bench = try ClerkBench(sealed: true)
    let clerk = try bench.clerk()
    _ = try bench.opened(clerk, as: "mirjam")
    #expect(clerk.perform(.lock).isEmpty)
    #expect(clerk.perform(.lookForOthers).isEmpty)
    #expect(clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token)) == [.commitFailed(token, .noRight)])
    _ = try bench.opened(clerk, as: "mirjam")
  }

  @Test("Opening a tab is put into the journal, and is no news to a colleague")
  func journal() throws {
    let bench = try ClerkBench(sealed: false)
    let (mine, theirs) = (try bench.clerk(), try bench.clerk("other"))
    _ = try bench.opened(mine, as: "mirjam")
    _ = try bench.opened(theirs, as: "rob")
    #expect(mine.perform(.journal(.opened([ClerkBench.place]))).isEmpty)
    #expect(theirs.perform(.lookForOthers).isEmpty)
    let text = bench.journal
    #expect(text.contains("tabblad geopend"))
    #expect(!text.contains("Noor"))
  }

  @Test("An emergency card is read from the files, and that it was opened is in the journal; none is none")
  func emergencyCard() throws {
    let bench = try ClerkBench(sealed: false)
    let clerk = try bench.clerk()
    #expect(clerk.perform(.openEmergencyCard(pupil: ClerkBench.pupil, token)) == [.cardFailed(token, .noRight)])
    _ = try bench.opened(clerk, as: "mirjam")
    #expect(clerk.perform(.openEmergencyCard(pupil: ClerkBench.pupil, token)) == [.cardRead(token, .gone)])
    #expect(!bench.journal.contains("noodkaart geopend"))

    var card = Record<EmergencyCardFields>()
    card.what = "Zware reactie op een wespensteek."
    let change = Change(place: .emergencyCard(pupil: ClerkBench.pupil), before: nil, after: card.tree)
    _ = clerk.perform(.commit(ClerkBench.edit("Noor", over: nil), token))
    guard case .committed? = clerk.perform(.commit(Edit(act: "noodkaart gemaakt", changes: [change]), token)).first
    else {
      Issue.record("not committed")
      return
    }
    guard
      case .cardRead(token, .read(let stored))? = clerk.perform(.openEmergencyCard(pupil: ClerkBench.pupil, token))
        .first
    else {
      Issue.record("not read")
      return
    }
    #expect(Record<EmergencyCardFields>(tree: stored.tree)?.what == "Zware reactie op een wespensteek.")
    #expect(bench.journal.contains("noodkaart geopend"))
  }
}
