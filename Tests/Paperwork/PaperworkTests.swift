import Casework
import Paperwork
import Support
import Testing

/// A pupil with a mother who has custody, a father as told, and words of each of them.
private func dossier(fatherHasCustody: String, limit: String = "") throws -> Dossier {
  var dossier = Dossier(id: id(1))
  dossier[.pupil] = .value(
    try Tree(
      json: #"{"roepnaam": "Noor", "tussenvoegsel": "de", "achternaam": "Vries", "geboortedatum": "2016-03-14"}"#))
  dossier[.family] = .value(
    try Tree(
      json: """
        {"ouders": [
          {"id": "\(id(11))", "naam": "Karin de Vries", "relatie": "moeder", "soort": "ouder",
           "gezag": [{"id": "\(id(21))", "gezag": "ja"}]},
          {"id": "\(id(12))", "naam": "Paul Smit", "relatie": "vader", "soort": "ouder",
           "gezag": [{"id": "\(id(22))", "gezag": "\(fatherHasCustody)"}]\(limit)}]}
        """))
  dossier[.plan] = .value(
    try Tree(
      json: """
        {"versies": [{"id": "\(id(31))", "opgesteldOp": "2026-09-01", "aangebodenOp": "2026-09-10",
          "ouders": [
            {"id": "\(id(32))", "ouder": "\(id(11))", "instemming": "ja", "instemmingOp": "2026-09-12",
             "opmerking": "WOORDEN-MOEDER"},
            {"id": "\(id(33))", "ouder": "\(id(12))", "instemming": "nee", "instemmingOp": "2026-09-13",
             "opmerking": "WOORDEN-VADER"}]}]}
        """))
  dossier[.conversations] = .value(
    try Tree(
      json: """
        {"vertrouwelijk": [{"id": "\(id(43))", "datum": "2026-10-01", "bestand": "\(id(44))"}],
         "gesprekken": [
          {"id": "\(id(41))", "datum": "2026-10-05", "soort": "ouders", "samenvatting": "SAMEN-BESPROKEN",
           "deelnemers": [{"id": "\(id(51))", "rol": "ouder", "ouder": "\(id(11))"}]},
          {"id": "\(id(42))", "datum": "2026-10-06", "soort": "ouders", "samenvatting": "ALLEEN-MET-VADER",
           "deelnemers": [{"id": "\(id(52))", "rol": "ouder", "ouder": "\(id(12))"}]}]}
        """))
  return dossier
}

private func summary(_ dossier: Dossier, for guardian: RecordID) throws(Refusal) -> Paper {
  try MeetingSummary(of: dossier, at: SampleSchool.school(), for: .guardian(guardian), on: day("2026-11-23"))
    .paper(madeBy: "Anouk Visser")
}

@Suite("The summary for one guardian")
struct MeetingSummaryTests {
  @Test("A guardian gets the own words, never another guardian's words or talks; each is told as left out")
  func ownWords() throws {
    let paper = try summary(dossier(fatherHasCustody: "ja"), for: id(11))
    let text = PlainText().text(of: paper)
    for word in ["Noor de Vries", "WOORDEN-MOEDER", "SAMEN-BESPROKEN", "Karin de Vries", "Anouk Visser"] {
      #expect(text.contains(word), "\(word)")
    }
    for word in ["WOORDEN-VADER", "ALLEEN-MET-VADER"] { #expect(!text.contains(word), "\(word)") }
    #expect(paper.omissions.count == 3)
  }

  @Test("The other guardian's summary has exactly what the first one lacks: the search above can hit")
  func control() throws {
    let text = PlainText().text(of: try summary(dossier(fatherHasCustody: "ja"), for: id(12)))
    for word in ["WOORDEN-VADER", "ALLEEN-MET-VADER"] { #expect(text.contains(word), "\(word)") }
    for word in ["WOORDEN-MOEDER", "SAMEN-BESPROKEN"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test("Without custody, with custody unknown, barred by a court or not on record there is no summary")
  func refused() throws {
    #expect(throws: Refusal.noCustody(name: "Paul Smit")) {
      try summary(dossier(fatherHasCustody: "nee"), for: id(12))
    }
    #expect(throws: Refusal.custodyUnknown(name: "Paul Smit")) {
      try summary(dossier(fatherHasCustody: "onbekend"), for: id(12))
    }
    let barred = ", \"beperkingen\": [{\"id\": \"\(id(61))\", \"soort\": \"geenInformatie\"}]"
    #expect(throws: Refusal.noInformation(name: "Paul Smit")) {
      try summary(dossier(fatherHasCustody: "ja", limit: barred), for: id(12))
    }
    #expect(throws: Refusal.guardianUnknown) { try summary(dossier(fatherHasCustody: "ja"), for: id(99)) }
  }

  @Test("Who cannot read the family's tab can make no summary, for custody would be a guess")
  func unreadable() throws {
    var dossier = try dossier(fatherHasCustody: "ja")
    dossier.family = .notReadable
    #expect(throws: Refusal.familyNotReadable) { try summary(dossier, for: id(11)) }
  }

  @Test("Every line fits the page")
  func width() throws {
    let text = PlainText(width: 60).text(of: try summary(dossier(fatherHasCustody: "ja"), for: id(11)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }
}
