import Casework
import Support
import Testing

/// Talking over a raise with the parents (chapter 1, §2.3), and custody being known (§2.6, 3.5).
@Suite("ondersteuning.overleg and leerling.gezag")
struct SupportRuleTests {
  private static func talked(_ guardian: UInt64, _ on: String?, number: UInt64) -> String {
    Tabs.record(number, ["ouder": id(guardian).description, "datum": on])
  }

  private static func raised(_ consultations: String...) -> String {
    Tabs.pupil(
      Tabs.level("extraBinnenSop", "2026-10-01", "\"overleg\": [\(consultations.joined(separator: ", "))]"))
  }

  static let consultation: [TabCase] = [
    TabCase("nobody was consulted", [.pupil: raised(), .family: Tabs.family()], .init(from: "2026-10-01")),
    TabCase(
      "on the day itself is in time", [.pupil: raised(talked(11, "2026-10-01", number: 31)), .family: Tabs.family()]),
    TabCase(
      "a day later clears on that day",
      [.pupil: raised(talked(11, "2026-10-02", number: 31)), .family: Tabs.family()],
      .init(from: "2026-10-01", cleared: "2026-10-02")),
    TabCase(
      "both have custody: the last of them clears",
      [
        .pupil: raised(talked(11, "2026-09-28", number: 31), talked(12, "2026-10-09", number: 32)),
        .family: Tabs.family(father: "ja"),
      ], .init(from: "2026-10-01", cleared: "2026-10-09")),
    TabCase(
      "father has custody and lacks",
      [.pupil: raised(talked(11, "2026-09-28", number: 31)), .family: Tabs.family(father: "ja")],
      .init(from: "2026-10-01")),
    TabCase(
      "custody of the day of the raise: father's ended the day before",
      [
        .pupil: raised(talked(11, "2026-09-28", number: 31)),
        .family: Tabs.family(Tabs.record(22, ["gezag": "ja", "tot": "2026-09-30"])),
      ]),
    TabCase(
      "father's custody ended on the day itself",
      [
        .pupil: raised(talked(11, "2026-09-28", number: 31)),
        .family: Tabs.family(Tabs.record(22, ["gezag": "ja", "tot": "2026-10-01"])),
      ], .init(from: "2026-10-01")),
    TabCase(
      "unknown custody is not met",
      [.pupil: raised(talked(11, "2026-09-28", number: 31)), .family: Tabs.family(father: "onbekend")],
      .init(from: "2026-10-01")),
    TabCase("nobody on record is not met", [.pupil: raised()], .init(from: "2026-10-01")),
    TabCase(
      "a consultation that was withdrawn does not count",
      [
        .pupil: raised(
          "{\"id\": \"\(id(31))\", \"ouder\": \"\(id(11))\", \"datum\": \"2026-09-28\", \(Tabs.withdrawn)}"),
        .family: Tabs.family(),
      ], .init(from: "2026-10-01")),
    TabCase(
      "it falls away with the level",
      [
        .pupil: Tabs.pupil(
          Tabs.level("extraBinnenSop", "2026-10-01"), Tabs.level("basis", "2026-11-09", number: 3)),
        .family: Tabs.family(),
      ], .init(from: "2026-10-01", until: "2026-11-09")),
    TabCase(
      "raised once more is asked once more",
      [
        .pupil: Tabs.pupil(
          Tabs.level("extraBinnenSop", "2026-10-01"), Tabs.level("extraBuitenSop", "2026-11-09", number: 3)),
        .family: Tabs.family(),
      ], .init(from: "2026-10-01", until: "2026-11-09"), .init(from: "2026-11-09")),
    TabCase(
      "going down within the extra levels is no raise",
      [
        .pupil: Tabs.pupil(
          Tabs.level(
            "extraBuitenSop", "2026-10-01", Tabs.list("overleg", talked(11, "2026-10-01", number: 31))),
          Tabs.level("extraBinnenSop", "2026-11-09", number: 3)),
        .family: Tabs.family(),
      ]),
    TabCase(
      "basic support is none", [.pupil: Tabs.pupil(Tabs.level("basis", "2026-10-01")), .family: Tabs.family()]),
    TabCase(
      "a pupil who left is asked about no more",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01"), until: "2026-10-30"), .family: Tabs.family()],
      .init(from: "2026-10-01", until: "2026-10-31")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("parents are consulted by the day of the raise, every one who had custody then", arguments: consultation)
  func consultations(row: TabCase) throws {
    #expect(try row.dates("ondersteuning.overleg") == row.expected)
  }

  private static let extra = Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01"))

  static let custody: [TabCase] = [
    TabCase("nobody on record", [.pupil: extra], .init(from: "2026-10-01")),
    TabCase("all known", [.pupil: extra, .family: Tabs.family(father: "nee")]),
    TabCase("one unknown", [.pupil: extra, .family: Tabs.family(father: "onbekend")], .init(from: "2026-10-01")),
    TabCase(
      "unknown until the 9th, known from the 10th",
      [
        .pupil: extra,
        .family: Tabs.family(
          Tabs.record(22, ["gezag": "onbekend", "tot": "2026-11-09"]),
          Tabs.record(23, ["gezag": "nee", "van": "2026-11-10"])),
      ], .init(from: "2026-10-01", cleared: "2026-11-10")),
    TabCase(
      "known until father's no ends, of which what follows is unknown",
      [.pupil: extra, .family: Tabs.family(Tabs.record(22, ["gezag": "nee", "tot": "2026-11-09"]))],
      .init(from: "2026-11-10")),
    TabCase(
      "it ends with the support",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01", until: "2026-11-08"))],
      .init(from: "2026-10-01", until: "2026-11-09")),
    TabCase("at basic level it is not asked", [.pupil: Tabs.pupil(Tabs.level("basis", "2026-10-01"))]),
    TabCase(
      "a pupil who left",
      [.pupil: Tabs.pupil(Tabs.level("extraBinnenSop", "2026-10-01"), until: "2026-10-30")],
      .init(from: "2026-10-01", until: "2026-10-31")),
    TabCase("an empty dossier asks nothing", [:]),
  ]

  @Test("custody is known on every day of extra support, or it is asked for", arguments: custody)
  func custodyKnown(row: TabCase) throws {
    #expect(try row.dates("leerling.gezag") == row.expected)
  }

  @Test("a guardian who was withdrawn, or died, is not asked about")
  func gone() throws {
    for more in ["\"overledenOp\": \"2026-09-30\"", Tabs.withdrawn] {
      let father = "{\"id\": \"\(id(12))\", \"naam\": \"vader\", \"soort\": \"ouder\", \"gezag\": [], \(more)}"
      let family = "{\"ouders\": [\(Tabs.family().dropFirst(12).dropLast(2)), \(father)]}"
      #expect(try RuleBench("leerling.gezag").episodes([.pupil: Self.extra, .family: family]).isEmpty)
    }
  }

  @Test("titles name who lacks; nobody and unknown are told apart")
  func titles() throws {
    let bench = try RuleBench("leerling.gezag")
    let unknown = try bench.episodes([.pupil: Self.extra, .family: Tabs.family(father: "onbekend")])
    #expect(try unknown.map { try bench.title(of: $0) } == ["Gezag van vader is niet bekend"])
    let nobody = try bench.episodes([.pupil: Self.extra])
    #expect(try nobody.map { try bench.title(of: $0) } == ["Er staat niemand met gezag in Gezin"])
    #expect(nobody.map(\.floor) == [.now])
  }

  @Test("in a school for special primary education every pupil has extra support, from the enrolment")
  func specialPrimary() throws {
    var school = SampleSchool.school()
    school.record.type = Choice(.specialPrimary)
    let row = TabCase("", [.pupil: Tabs.pupil(from: "2026-08-31")])
    #expect(try row.dates("leerling.gezag", school: school) == [.init(from: "2026-08-31")])
    #expect(try row.dates("leerling.gezag") == [])
  }
}
