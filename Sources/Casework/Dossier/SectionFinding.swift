/// Something in a file that cannot be right, where it stands, in words for people.
public struct SectionFinding: Hashable, Sendable {
  public let kind: Kind
  /// From the file's first level down to the field.
  public let path: [Step]

  /// One level of the way to a field.
  public struct Step: Hashable, Sendable {
    public let key: String
    public let label: String
    /// The record's place in its list, counted from 1, and its id.
    public let number: Int?
    public let record: RecordID?
  }

  public enum Kind: Hashable, Sendable {
    /// Another kind of value than the field holds.
    case wrongKind(expected: String)
    /// Text that is no date, time, moment, school year or id.
    case noSuch(what: String, text: String)
    /// A number outside what the field allows.
    case outOfRange(Int, ClosedRange<Int>)
    case missing
    /// A word that this version does not know; it is kept.
    case unknownWord(String)
    /// An end before its beginning, or a step before the step that it follows.
    case before(label: String)
    /// A record without an id, or with the id of another one.
    case noID
    case sameID
    /// An id of nobody and nothing on record.
    case unknownReference(ReferenceKind)
    /// Two records that count for the same day where only one can.
    case overlap(CivilDate)
    /// A number by which the state knows a person, which may not be kept (domain §3.1).
    case personalNumber
    /// An agreement that does not say which text it was given for.
    case agreementWithoutText
    case noObject
  }

  /// Whether the file cannot be kept like this; the others are kept and shown.
  public var isBlocking: Bool {
    switch kind {
    case .wrongKind, .noSuch, .outOfRange, .missing, .before, .noID, .sameID, .overlap, .personalNumber, .noObject:
      true
    case .unknownWord, .unknownReference, .agreementWithoutText: false
    }
  }

  /// Where it stands: `Ouders en verzorgers 1 › Gezag 2 › Tot en met`.
  public var place: String {
    path.map { step in step.number.map { step.label + " \($0)" } ?? step.label }.joined(separator: " › ")
  }

  /// What is the matter, in one sentence.
  public var text: String {
    switch kind {
    case .wrongKind(let expected): "Hier hoort \(expected) te staan."
    case .noSuch(let what, let text): "\"\(text)\" is geen \(what)."
    case .outOfRange(let value, let range):
      "\(value) kan niet: het moet van \(range.lowerBound) tot en met \(range.upperBound) zijn."
    case .missing: "Dit is nog leeg, en het is nodig."
    case .unknownWord(let word): "\"\(word)\" kent deze versie van Passend niet. Het blijft bewaard."
    case .before(let label): "Deze dag ligt vóór \"\(label)\"."
    case .noID: "Dit onderdeel heeft geen geldig kenmerk (id)."
    case .sameID: "Een ander onderdeel heeft hetzelfde kenmerk (id)."
    case .unknownReference(let kind): "Dit verwijst naar \(kind.dutch) die niet bekend is."
    case .overlap(let day):
      "Op \(day.dutch(.full)) geldt ook een ander onderdeel uit deze lijst. Sluit een van de twee af."
    case .personalNumber: "Dit lijkt een BSN of ander persoonsnummer. Dat mag Passend niet bewaren: haal het weg."
    case .agreementWithoutText: "Het is niet bekend op welke tekst van het handelingsdeel dit antwoord slaat."
    case .noObject: "Het bestand is geen tabblad van een dossier."
    }
  }
}

extension ReferenceKind {
  fileprivate var dutch: String {
    switch self {
    case .guardian: "een ouder"
    case .group: "een groep"
    case .user: "een medewerker"
    case .record: "een onderdeel van het dossier"
    case .pupil: "een leerling"
    }
  }
}
