import Casework

/// For whom a paper is made.
public enum Reader: Hashable, Sendable {
  /// One guardian, by the id of the record in the tab Gezin.
  case guardian(RecordID)
}

/// Why someone gets no paper at all.
public enum Refusal: Error, Equatable, Sendable {
  /// The guardians cannot be read with these keys, so that nobody can tell who may read this.
  case familyNotReadable
  case familyDamaged(String)
  case guardianUnknown
  case guardianWithdrawn(name: String)
  case guardianDeceased(name: String)
  case noCustody(name: String)
  case custodyUnknown(name: String)
  /// A court decided that this guardian gets no information.
  case noInformation(name: String)
}

/// A kind of data that a reader may or may not get.
public enum DataKind: Hashable, Sendable {
  /// A talk that was marked restricted.
  case restrictedConversation
  /// The address, telephone or mail of a guardian.
  case contact(of: RecordID)
  /// What a guardian said or answered, in that guardian's own words.
  case words(of: RecordID)
  /// A tab that cannot be read with the keys of whoever makes the paper.
  case unreadable(SectionName)
  /// A tab whose file is broken.
  case damaged(SectionName)
}

/// Decides, for one reader of one dossier, what is in and what is out and why: the only place that does.
///
/// Working notes never come here: they are kept outside the dossier, so that no lens can show them.
public struct ReaderLens: Sendable {
  public let reader: Reader
  /// How the foot of a paper names the reader.
  public let readerName: String
  private let family: Record<FamilyFields>

  /// Refuses who may not have a paper on this pupil on this day.
  ///
  /// Only guardians with custody have a right to the dossier (§3.5); custody is that of the day.
  public init(_ reader: Reader, of dossier: Dossier, on day: CivilDate) throws(Refusal) {
    switch dossier.family {
    case .notReadable: throw .familyNotReadable
    case .damaged(let why): throw .familyDamaged(why)
    case .empty, .value: family = dossier.family.record ?? Record()
    }
    self.reader = reader
    switch reader {
    case .guardian(let id):
      guard let guardian = family.guardian(id) else { throw .guardianUnknown }
      readerName = guardian.fullName ?? guardian.shortName
      if let refusal = Self.refusal(of: guardian, named: readerName, on: day) { throw refusal }
    }
  }

  private static func refusal(of guardian: Guardian, named name: String, on day: CivilDate) -> Refusal? {
    if guardian.withdrawal != nil { return .guardianWithdrawn(name: name) }
    if let diedOn = guardian.diedOn, diedOn <= day { return .guardianDeceased(name: name) }
    switch guardian.hasCustody(on: day) {
    case .no: return .noCustody(name: name)
    case .unknown: return .custodyUnknown(name: name)
    case .yes: break
    }
    let isBarred = guardian.courtLimits(on: day).contains { $0.kind.is(.noInformation) }
    return isBarred ? .noInformation(name: name) : nil
  }

  /// Why this reader does not get this, or nothing where the reader does.
  public func reasonToLeaveOut(_ kind: DataKind) -> String? {
    switch (kind, reader) {
    case (.restrictedConversation, .guardian): PaperTexts.restricted
    case (.contact(let owner), .guardian(let id)): owner == id ? nil : PaperTexts.anothersContact
    case (.words(let owner), .guardian(let id)): owner == id ? nil : PaperTexts.anothersWords
    case (.unreadable, .guardian): PaperTexts.unreadable
    case (.damaged, .guardian): PaperTexts.damaged
    }
  }
}
