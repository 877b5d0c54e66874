import Casework

/// One talk that is filed for several pupils: each gets a record of its own with the same words.
///
/// Who the others are stands in the form and in its draft, and never in a dossier.
struct SharedTalk {
  /// A record of the form only, so that the others are chosen like anything else.
  private struct Fields: RecordFields {
    static let declared = Fields()
    static let name = "gesprekVoorMeer"
    static let title = "Gesprek"

    let others = Field<[Reference<ToPupil>]>(
      "ookVoor", Texts.Talk.alsoFor, "§3.5", hint: Texts.Talk.alsoForHint)
  }

  static let key = Fields.declared.others.key
  /// The field as a form shows it.
  static let field = Fields.all.first

  let talk: Conversation
  let others: [RecordID]

  /// The talk that is in a form, with the pupils whom it is filed for too.
  init(_ members: Members) {
    others = (Record<Fields>(members: members).others ?? []).map(\.id)
    var own = members
    own[Self.key] = nil
    talk = Conversation(members: own)
  }

  /// The talk as it comes into the dossier of another pupil; nothing for a talk with parents of whom none is certainly a
  /// parent of the other too.
  ///
  /// What is about one child stays behind: the parents who are not certainly also the other's, the name of the pupil, and
  /// the day on which parents were consulted.
  func copy(for pupil: Dossier, from family: Record<FamilyFields>?, stamp: (inout Members) -> Void) -> Conversation? {
    var copy = talk
    stamp(&copy.members)
    copy.parentsConsultedOn = nil
    var hasParent = false
    let fields = ConversationFields.declared
    let participants = talk.participants.compactMap { participant -> Tree? in
      var line = participant
      stamp(&line.members)
      if participant.isParent {
        guard let same = Self.counterpart(of: participant, from: family, in: pupil) else { return nil }
        line.guardian = Reference(same)
        hasParent = true
      }
      if participant.isParent || participant.role.is(.pupil) { line.personName = nil }
      return line.tree
    }
    if talk.kind.is(.parents), !hasParent { return nil }
    copy.members[fields.participants.key] = participants.isEmpty ? nil : .array(participants)
    let actions = talk.actions.map { action -> Tree in
      var copy = action
      stamp(&copy.members)
      return copy.tree
    }
    copy.members[fields.actions.key] = actions.isEmpty ? nil : .array(actions)
    return copy
  }

  /// The record of the same person in the family of another pupil: brothers and sisters have parents in common.
  private static func counterpart(
    of participant: Record<ParticipantFields>, from family: Record<FamilyFields>?, in other: Dossier
  ) -> RecordID? {
    guard let parent = participant.guardian.flatMap({ family?.guardian($0.id) }) else { return nil }
    return other.family.record?.guardians.first { parent.isCertainly($0) }?.id
  }

  /// What of the talk of a pupil comes not into the dossiers of the others, or not into all of them.
  func staysBehind(with own: RecordID?, in caseload: Caseload) -> [String] {
    let family = own.flatMap { caseload.dossiers[$0]?.family.record }
    let dossiers = others.compactMap { caseload.dossiers[$0] }
    guard !dossiers.isEmpty else { return [] }
    let parents = talk.participants.filter(\.isParent).compactMap { participant -> String? in
      let without = dossiers.filter { Self.counterpart(of: participant, from: family, in: $0) == nil }
      guard !without.isEmpty else { return nil }
      let known = participant.guardian.flatMap { family?.guardian($0.id)?.displayName }
      let name = known ?? participant.personName ?? ParticipantRole.guardian.label
      return without.count == dossiers.count ? name : Texts.Talk.notWith(name, without.map(\.displayName))
    }
    let hasName = talk.participants.contains { $0.role.is(.pupil) && !$0.isParent && $0.personName != nil }
    return parents + (hasName ? [Texts.Talk.nameOfPupil] : [])
      + (talk.parentsConsultedOn == nil ? [] : [Texts.Talk.consultedOn])
  }

  /// The pupils, the one of the form too, of whom a first name or surname comes with the text into another's dossier.
  func named(with own: RecordID?, in caseload: Caseload) -> [String] {
    guard !others.isEmpty else { return [] }
    let names = talk.participants.filter { !$0.isParent && !$0.role.is(.pupil) }.map(\.personName)
    let actions = talk.actions.flatMap { [$0.what, $0.ownerName, $0.outcome] }
    let texts = ([talk.summary, talk.decisions] + actions + names).compactMap(\.self).map { TextWords($0) }
    return ((own.map { [$0] } ?? []) + others).compactMap { pupil -> String? in
      guard let dossier = caseload.dossiers[pupil], let record = dossier.pupil.record else {
        return nil
      }
      let names = [record.callName, record.surname].compactMap(\.self).map { TextWords($0) }
      return texts.contains { text in names.contains { text.hold($0) } } ? dossier.displayName : nil
    }
  }
}

/// The words of a text, to find names in: without capitals, accents and signs.
private struct TextWords {
  private let words: [String]

  init(_ text: String) { words = text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init) }

  /// Whether the words of a name stand here one after the other; the last one also with the s of what is someone's.
  func hold(_ name: TextWords) -> Bool {
    guard let last = name.words.last, name.words.count <= words.count else { return false }
    return (0...words.count - name.words.count).contains { start in
      let found = words[start..<start + name.words.count]
      guard found.dropLast().elementsEqual(name.words.dropLast()) else { return false }
      return found.last == last || (last.count > 2 && found.last == last + "s")
    }
  }
}

extension Record<ParticipantFields> {
  /// Whether it is a parent of the pupil, or somebody in a parent's place.
  fileprivate var isParent: Bool { self.role.is(.guardian) || self.guardian != nil }
}

extension FormScreen {
  /// Whether the form is a new talk, which can be filed for several pupils.
  var isNewTalk: Bool {
    guard case .section(_, .conversations) = place, outer.isEmpty, level.kind.name == ConversationFields.name else {
      return false
    }
    return level.path.count == 1 && before?.tree.members?.record(at: level.path) == nil
  }

  /// The talk that is being filled in, where it can be filed for several pupils.
  var sharedTalk: SharedTalk? {
    let first = firstLevel
    guard case .section(_, .conversations) = place, first.path.count == 1, first.kind.name == ConversationFields.name
    else { return nil }
    return file.record(at: first.path).map { SharedTalk($0) }
  }
}

extension References {
  /// The pupils at school on a day whose talks the user can write, those of the same group first.
  func others(on day: CivilDate) -> [Option] {
    let own = pupil.map { caseload.groupName(of: $0, on: day) } ?? ""
    return caseload.dossiers.values
      .filter { dossier in
        dossier.id != pupil && dossier.conversations.isReadable && dossier.pupil.record?.isHere(on: day) ?? false
      }
      .map { dossier in
        let group = caseload.groupName(of: dossier.id, on: day)
        return (key: (group == own ? 0 : 1, dossier.listName.folded), group: group, dossier: dossier)
      }
      .sorted { $0.key < $1.key }
      .map { Option(id: $0.dossier.id, label: Texts.Talk.pupil($0.dossier.displayName, $0.group)) }
  }
}

/// Saving one talk for several pupils.
extension AppState {
  /// What to look at before one text comes into several dossiers.
  func sharingRemarks(on form: FormScreen) -> [String] {
    guard let session, let shared = form.sharedTalk else { return [] }
    let left = shared.staysBehind(with: form.pupil, in: session.caseload)
    let named = shared.named(with: form.pupil, in: session.caseload)
    return (left.isEmpty ? [] : [Texts.Talk.staysBehind(left)]) + (named.isEmpty ? [] : [Texts.Talk.named(named)])
  }

  /// The changes in the dossiers of the other pupils.
  mutating func changesElsewhere(of form: FormScreen) -> [Change] {
    guard let session, let shared = form.sharedTalk else { return [] }
    let stamp = stamp(session)
    var ids = environment.ids
    let family = form.pupil.flatMap { session.caseload.dossiers[$0]?.family.record }
    let changes = shared.others.compactMap { other -> Change? in
      guard let dossier = session.caseload.dossiers[other], var file = dossier.conversations.recordOrEmpty,
        let copy = shared.copy(for: dossier, from: family, stamp: { $0.stamp(stamp, id: ids.next()) })
      else { return nil }
      file.put(copy, in: \.conversations)
      let place = Place.section(pupil: other, .conversations)
      return Change(place: place, before: session.caseload.stored[place], after: file.tree)
    }
    environment.ids = ids
    return changes
  }
}

extension Section {
  /// What is on record, empty where nothing is; nothing where it cannot be read.
  fileprivate var recordOrEmpty: Record<Fields>? { isReadable ? record ?? Record() : nil }
}

extension FormCheck {
  /// What keeps a talk from being filed for all the pupils that were chosen; then it is filed for none.
  static func sharing(_ form: FormScreen, _ state: AppState) -> [Problem] {
    guard let session = state.session, let shared = form.sharedTalk else { return [] }
    let place = FieldPath(record: form.firstLevel.path, key: SharedTalk.key)
    let family = form.pupil.flatMap { session.caseload.dossiers[$0]?.family.record }
    return shared.others.compactMap { other in
      guard let dossier = session.caseload.dossiers[other], dossier.conversations.isReadable else {
        let name = session.caseload.dossiers[other]?.displayName ?? Texts.unknownReference
        return Problem(place: place, text: Texts.Talk.cannotWrite(name))
      }
      let copy = shared.copy(for: dossier, from: family) { _ in }
      return copy == nil ? Problem(place: place, text: Texts.Talk.notSurelyParents(dossier.displayName)) : nil
    }
  }
}
