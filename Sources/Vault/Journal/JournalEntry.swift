import Casework

/// One line of the journal: who did what to which files and when, and never what was in them.
public struct JournalEntry: Equatable, Sendable {
  public let school: RecordID
  /// Whose and from which device: `<user>-<device>`.
  public let chain: String
  public let position: EntryPosition
  public let at: Moment
  public let kind: JournalKind
  /// The act in a few words, sealed for the staff where the school is sealed.
  public let act: String
  public let pieces: [JournalPiece]
}

/// What kind of act an entry tells of; the raw value is the word in the file.
public enum JournalKind: String, CaseIterable, Sendable {
  case write = "schrijven"
  case open = "openen"
  case print = "afdrukken"
  case export = "uitvoeren"
}

/// One file that an entry is about.
public struct JournalPiece: Equatable, Sendable {
  /// As it is stored: in a sealed school it does not tell which section it is.
  public let path: String
  /// The hash of its bytes after the act; nothing where it was only looked at.
  public let tag: ContentTag?
  /// The hash of its bytes before; nothing where it is new or was only looked at.
  public let replaces: ContentTag?
}

extension JournalEntry {
  /// The entry as it is signed.
  var tree: Tree {
    var members: Members = [
      "formaat": .number(String(VaultFormat.journal)),
      "school": .string(school.description),
      "keten": .string(chain),
      "nr": .number(String(position.number)),
      "volg": .number(String(position.sequence)),
      "op": .string(at.iso),
      "soort": .string(kind.rawValue),
      "daad": .string(act),
      "stukken": .array(pieces.map(\.tree)),
    ]
    members["vorige"] = position.previous.map(Tree.string)
    var heads = Members()
    for (chain, hash) in position.heads { heads[chain] = .string(hash) }
    members["hoofden"] = .object(heads)
    return .object(members)
  }

  /// Reads what ``tree`` writes; nothing for anything else.
  init?(tree: Tree) {
    guard tree["formaat"]?.integer == VaultFormat.journal,
      let school = tree["school"]?.text.flatMap({ RecordID($0) }), let chain = tree["keten"]?.text,
      let number = tree["nr"]?.integer, number > 0, let sequence = tree["volg"]?.integer, sequence > 0,
      let at = tree["op"]?.text.flatMap({ Moment(iso: $0) }),
      let kind = tree["soort"]?.text.flatMap(JournalKind.init(rawValue:)), let act = tree["daad"]?.text,
      let heads = tree["hoofden"]?.members, let elements = tree["stukken"]?.elements
    else { return nil }
    var pieces: [JournalPiece] = []
    for element in elements {
      guard let piece = JournalPiece(tree: element) else { return nil }
      pieces.append(piece)
    }
    var others: [String: String] = [:]
    for pair in heads.pairs {
      guard let hash = pair.value.text else { return nil }
      others[pair.key] = hash
    }
    self.init(
      school: school, chain: chain,
      position: EntryPosition(
        sequence: sequence, number: number, previous: tree["vorige"]?.text, heads: others),
      at: at, kind: kind, act: act, pieces: pieces)
  }
}

extension JournalPiece {
  fileprivate var tree: Tree {
    var members: Members = ["pad": .string(path)]
    members["som"] = tag.map { .string($0.text) }
    members["verving"] = replaces.map { .string($0.text) }
    return .object(members)
  }

  fileprivate init?(tree: Tree) {
    guard let path = tree["pad"]?.text else { return nil }
    self.init(
      path: path, tag: tree["som"]?.text.map { ContentTag(text: $0) },
      replaces: tree["verving"]?.text.map { ContentTag(text: $0) })
  }
}
