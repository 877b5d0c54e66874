import Casework
import Support
import Testing

@Suite("Sentences with places")
struct TemplateTests {
  let values: ProofValues = [
    "dag": .date(day("2026-11-23")), "uren": .minutes(990), "een": .count(1), "zes": .count(6),
    "wie": .text("moeder {x}"),
  ]

  @Test(
    "Each kind of value is written in the form that the place asks",
    arguments: [
      ("Op {dag}.", "Op ma 23 nov 2026."), ("{dag:kort}", "23 nov"), ("{dag:dag}!", "ma 23 nov!"),
      ("tot {dag:lang}", "tot 23 november 2026"), ("{uren} verzuim", "16,5 uur verzuim"), ("{zes}", "6"),
      ("{een|week|weken} en {zes|week|weken}", "1 week en 6 weken"), ("van {wie}", "van moeder {x}"),
      ("{wie} stemt in", "Moeder {x} stemt in"),
      ("niets", "niets"),
      ("", ""),
    ])
  func filled(sentence: String, text: String) throws {
    #expect(try Template(sentence).filled(with: values) == text)
  }

  @Test(
    "A short day outside the school year in which it is read has its year; a long one has it already",
    arguments: [
      ("2026-08-01", "1 aug, za 1 aug"), ("2027-07-31", "31 jul, za 31 jul"),
      ("2026-07-31", "31 jul 2026, vr 31 jul 2026"), ("2027-08-01", "1 aug 2027, zo 1 aug 2027"),
    ])
  func yearShown(date: String, text: String) throws {
    let values: ProofValues = ["dag": .date(day(date))]
    let template = try Template("{dag:kort}, {dag:dag}")
    #expect(try template.filled(with: values, readIn: SchoolYear(startYear: 2026)) == text)
    let long = try Template("{dag:lang}")
    #expect(try long.filled(with: values, readIn: SchoolYear(startYear: 2020)) == long.filled(with: values))
  }

  @Test("The places of a sentence are known before it is filled")
  func places() throws {
    #expect(try Template("{dag:kort} {zes|week|weken} {dag}").places == ["dag", "zes"])
  }

  @Test(
    "A malformed sentence is refused when it is read",
    arguments: ["{dag", "dag}", "{}", "{dag:}", "{dag:vol}", "{a|b}", "{a|b|c|d}", "{a||b}", "{a:b:c}", "{:kort}"])
  func malformed(sentence: String) {
    #expect(throws: TemplateError.self) { try Template(sentence) }
  }

  @Test("A place without a value, or with one of another kind, is named")
  func wrongValues() throws {
    #expect(throws: TemplateError.valueMissing("naam")) { try Template("{naam}").filled(with: values) }
    #expect(throws: TemplateError.wrongValue("uren")) { try Template("{uren:kort}").filled(with: values) }
    #expect(throws: TemplateError.wrongValue("wie")) { try Template("{wie|a|b}").filled(with: values) }
    #expect(throws: TemplateError.wrongValue("dag")) { try Template("{dag|a|b}").filled(with: values) }
  }
}
