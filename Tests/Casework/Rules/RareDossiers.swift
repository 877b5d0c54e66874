import Casework
import Support

/// Dossiers with what is too rare to come about at random, so that each sentence about it is said once.
enum RareDossiers {
  static func applications() throws -> [Dossier] {
    [
      try dossier(
        181,
        [
          .admission: tab(
            "\"besluit\": \"geweigerd\", \"besluitOp\": \"2026-11-16\", \"weigeringsgrond\": \"onevenredig\"")
        ]),
      try dossier(182, [.admission: tab("\"eldersIngeschreven\": \"ja\", \"eldersTot\": \"2026-12-01\"")]),
      try dossier(183, [.admission: tab("\"eldersIngeschreven\": \"ja\", \"eldersVan\": \"2027-03-01\"")]),
      try stoodStillOnDaysOff(),
    ]
  }

  /// Late, and nobody wrote down how long.
  static func late() throws -> Dossier {
    try dossier(
      186, [.absence: "{\"afwezig\": [{\"id\": \"\(id(12))\", \"soort\": \"teLaat\", \"van\": \"2026-11-16\"}]}"])
  }

  /// Terms that end on Saturday 28 November 2026 and stand still on the Monday after it.
  private static func stoodStillOnDaysOff() throws -> Dossier {
    try dossier(
      187,
      [
        .admission: """
        {"aanmeldingen": [
         {"id": "\(id(12))", "vorm": "schriftelijk", "ontvangenOp": "2026-10-17",
          "gegevensverzoeken": [{"id": "\(id(13))", "gevraagdOp": "2026-11-29", "binnenOp": "2026-12-03"}]},
         {"id": "\(id(14))", "vorm": "schriftelijk", "ontvangenOp": "2026-08-31", "bezwaarOntvangenOp": "2026-10-31"}]}
        """,
        .referral: """
        {"geschillen": [{"id": "\(id(15))", "soort": "gpo", "over": "toelating", "ingediendOp": "2026-11-30",
         "adviesOp": "2026-12-03"}]}
        """,
      ])
  }

  /// Who left with everything still open and nothing dated, referred or not.
  static func leavers() throws -> [Dossier] {
    try ["ja", "nee"].enumerated().map { number, referred in
      try dossier(
        UInt64(184 + number),
        [
          .pupil: """
          {"inschrijvingen": [{"id": "\(id(1))", "soort": "definitief", "van": "2020-08-01", "tot": "2026-10-30",
           "bestemming": "sbo", "verwezen": "\(referred)"}]}
          """,
          .consent: "{\"inzageverzoeken\": [{\"id\": \"\(id(2))\"}]}",
          .referral: """
          {"geschillen": [{"id": "\(id(3))"}], "tlv": [{"id": "\(id(4))", "bezwaren": [{"id": "\(id(5))"}]}]}
          """,
          .family: """
          {"ouders": [{"id": "\(id(6))", "naam": "ouder", "gezag": [{"gezag": "ja"}]},
           {"id": "\(id(7))", "naam": "ouder", "gezag": [{"gezag": "ja"}]}]}
          """,
          .transition: """
          {"overdrachten": [{"id": "\(id(8))", "school": "De Kade", "okrVerstuurdOp": "2026-10-20", "oudersInzage": [
           {"id": "\(id(9))", "ouder": "\(id(6))", "ingezienOp": "2026-10-19"},
           {"id": "\(id(10))", "ouder": "\(id(7))", "ingezienOp": "2026-10-21"}]}]}
          """,
        ])
    }
  }

  private static func tab(_ fields: String) -> String {
    """
    {"aanmeldingen": [{"id": "\(id(11))", "vorm": "schriftelijk", "ontvangenOp": "2026-10-12", \(fields)}]}
    """
  }

  private static func dossier(_ number: UInt64, _ tabs: [SectionName: String]) throws -> Dossier {
    var dossier = Dossier(id: id(number))
    for (name, json) in tabs { dossier[name] = .value(try Tree(json: json)) }
    return dossier
  }
}
