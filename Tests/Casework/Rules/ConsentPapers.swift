import Casework
import Support

/// The tabs that the rules on consent read, written as they stand in files.
enum ConsentPapers {
  static let mother = id(0xA1)
  static let father = id(0xA2)

  /// An object with these members; one without a value is left out.
  static func object(_ members: KeyValuePairs<String, String?>, _ lists: KeyValuePairs<String, [String]> = [:])
    -> String
  {
    let texts = members.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }
    let rows = lists.compactMap { key, items in items.isEmpty ? nil : "\"\(key)\": [\(items.joined(separator: ", "))]" }
    return "{\((texts + rows).joined(separator: ", "))}"
  }

  /// A record that was taken back.
  static func takenBack(_ record: String) -> String {
    record.dropLast() + #", "ingetrokken": {"reden": "vergissing", "door": "mirjam", "op": "2026-11-01T09:00:00Z"}}"#
  }

  // MARK: - Gezin

  static func custody(_ answer: String?, from: String? = nil, until: String? = nil) -> String {
    object(["id": "\(id(0xB1))", "gezag": answer, "van": from, "tot": until])
  }

  static func guardian(
    _ guardian: RecordID, _ relation: String, _ custody: String = custody("ja"), died: String? = nil,
    limits: [String] = []
  ) -> String {
    object(
      ["id": "\(guardian)", "naam": relation, "relatie": relation, "soort": "ouder", "overledenOp": died],
      ["gezag": [custody], "beperkingen": limits])
  }

  static func family(_ guardians: String...) -> String { object([:], ["ouders": guardians]) }

  static func family(father: String) -> String {
    family(guardian(mother, "moeder"), guardian(Self.father, "vader", father))
  }

  static let both = family(father: custody("ja"))
  static let motherAlone = family(father: custody("nee"))

  // MARK: - Toestemmingen

  static func consent(
    _ number: UInt64, _ guardian: RecordID?, on: String? = "2026-11-02", party: String? = "kinderarts",
    purpose: String? = "concentratie", data: String? = "observatie", kind: String? = nil,
    form: String? = "schriftelijk",
    confirmed: String? = nil, from: String? = nil, until: String? = nil, withdrawn: String? = nil,
    objections: [String] = []
  ) -> String {
    object(
      [
        "id": "\(id(number))", "ouder": guardian.map { "\($0)" }, "gegevenOp": on, "gegevens": data, "partij": party,
        "partijSoort": kind, "doel": purpose, "van": from, "tot": until, "vorm": form, "bevestigdOp": confirmed,
        "ingetrokkenOp": withdrawn,
      ], ["bezwaren": objections])
  }

  static func objection(_ guardian: RecordID?, on: String?, ended: String? = nil) -> String {
    object(["id": "\(id(0xE1))", "ouder": guardian.map { "\($0)" }, "datum": on, "vervallenOp": ended])
  }

  static func told(_ number: UInt64, _ guardian: RecordID, _ on: String?) -> String {
    object(["id": "\(id(number))", "ouder": "\(guardian)", "datum": on])
  }

  static func disclosure(
    _ number: UInt64 = 0x50, planned: String? = nil, done: String? = nil, party: String? = "kinderarts",
    purpose: String? = "concentratie", data: String? = "observatie", basis: String? = "toestemming",
    consents: [UInt64] = [], told: [String] = [], reason: String? = nil
  ) -> String {
    object(
      [
        "id": "\(id(number))", "geplandOp": planned, "gegevenOp": done, "gegevens": data, "partij": party,
        "doel": purpose, "grondslag": basis, "nietIngelicht": reason,
      ], ["toestemmingen": consents.map { "\"\(id($0))\"" }, "oudersIngelicht": told])
  }

  static func tab(_ disclosures: [String], _ consents: [String]) -> String {
    object([:], ["uitwisselingen": disclosures, "toestemmingen": consents])
  }
}

extension Episode {
  /// What a table of expectations on consent says: the dates, whether the law or only the norm asks it, and its floor.
  var line: String {
    [
      dates.description, force.map { $0.rawValue }, floor?.rawValue, mustBeAcknowledged ? "erkennen" : nil,
    ].compactMap(\.self).joined(separator: " ")
  }
}
