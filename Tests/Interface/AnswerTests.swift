import Casework
import Support
import Testing

@testable import Interface

/// Each answer to a signal on each kind of signal, by the keys.
@Suite("Putting off, acknowledging, outside our power")
struct AnswerTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let force: Force
    let standing: Standing
    var testDescription: String { "\(force.rawValue), \(standing)" }

    static let all = Force.allCases.flatMap { force in Standing.allCases.map { Kind(force: force, standing: $0) } }
  }

  enum Standing: CaseIterable {
    case open, overdue, breach
  }

  private static let rule: RuleID = "proef"
  private static let noor = TestSchool.pupil("Noor de Vries")

  /// On the agenda of one signal of this kind, with the cursor on it.
  private func drive(_ kind: Kind) -> Drive {
    let entry = RuleEntry(
      id: Self.rule, force: kind.force, validFrom: nil, validUntil: nil, audience: [.careCoordinator],
      title: "Proefregel",
      explanation: "Uitleg.", sources: [], norms: [], sentences: [:], clearedBy: "Doen.", stories: [])
    let due: CivilDate? =
      switch kind.standing {
      case .open: day("2026-12-07")
      case .overdue: day("2026-11-20")
      case .breach: nil
      }
    let episode = Episode(
      id: Episode.ID(rule: Self.rule, subject: .pupil(Self.noor)), visibleFrom: day("2026-11-01"), due: due,
      floor: kind.standing == .breach ? .overdue : nil, mustBeAcknowledged: kind.standing == .breach, proof: [],
      act: Act(.plan))
    return Drive(asked: [episode], by: [entry])
  }

  /// Fills the form with the kind that begins with these letters and saves it.
  private func answer(_ drive: inout Drive, _ letters: String, until: String = "+2w", attempts: Int = 0) {
    drive.type("sDaarom.")
    drive.press(.backTab)
    drive.type(letters)
    drive.press(.tab, .tab, .tab)
    drive.type(until)
    drive.press(.tab)
    for _ in 0..<attempts {
      drive.press(.enter)
      drive.type("20-11-2026")
      drive.press(.tab)
      drive.type("gebeld")
      drive.press(.escape)
    }
    drive.press(.control("s"))
  }

  private func isShown(_ drive: Drive, on asked: String? = nil) -> Bool {
    var drive = drive
    if let asked {
      drive.type("d" + asked)
      drive.press(.enter)
    }
    // The line of the agenda, and not what was said about saving it.
    return drive.rows.contains { $0.contains("Noor de Vries") && $0.contains("Proefregel") }
  }

  @Test("Putting off is taken but for what is overdue by statute, hides it, and lets it return", arguments: Kind.all)
  func putOff(kind: Kind) {
    var drive = drive(kind)
    answer(&drive, "uit")
    guard kind.force != .statute || kind.standing == .open else {
      #expect(drive.commits.isEmpty)
      #expect(drive.state.notice?.text.contains("kan niet meer worden uitgesteld") == true)
      return
    }
    #expect(drive.commits.count == 1 && !isShown(drive))
    #expect(!isShown(drive, on: "6-12-2026") && isShown(drive, on: "7-12-2026"))
    drive.type("u")
    #expect(isShown(drive))
  }

  @Test("Put off by statute it comes back on the day on which it is overdue")
  func overdueComesBack() {
    var drive = drive(Kind(force: .statute, standing: .open))
    answer(&drive, "uit", until: "31-12-2026")
    #expect(!isShown(drive, on: "7-12-2026") && isShown(drive, on: "8-12-2026"))
  }

  @Test("Only what can no longer be undone is acknowledged, and then it is gone for good", arguments: Kind.all)
  func acknowledge(kind: Kind) {
    var drive = drive(kind)
    answer(&drive, "gez", until: "")
    guard kind.standing == .breach else {
      #expect(drive.commits.isEmpty && drive.state.notice?.text.contains("kan nog worden gedaan") == true)
      return
    }
    #expect(drive.commits.count == 1 && !isShown(drive) && !isShown(drive, on: "1-6-2027"))
    drive.type("u")
    #expect(isShown(drive))
  }

  @Test(
    "Outside our power is for what is overdue by statute: it stays with a sign until the next try", arguments: Kind.all)
  func outside(kind: Kind) {
    var drive = drive(kind)
    answer(&drive, "bui", attempts: 1)
    guard kind.force == .statute, kind.standing != .open else {
      #expect(drive.commits.isEmpty && drive.state.notice?.text.contains("kunt u uitstellen") == true)
      return
    }
    #expect(drive.commits.count == 1)
    #expect(drive.shows("(buiten uw macht) Proefregel"))
    var later = drive
    later.type("d7-12-2026")
    later.press(.enter)
    #expect(later.shows("Proefregel") && !later.shows("(buiten uw macht)"))
    drive.type("w")
    for text in [
      "Daarom. Vastgelegd door Anouk Visser op ma 23 nov 2026", "Poging vr 20 nov 2026: gebeld", "volgende poging op",
    ] {
      #expect(drive.shows(text), "\(text)")
    }
  }

  @Test(
    "Outside our power takes an attempt and a next day within 28 days",
    arguments: [
      ("+2w", 0, "Leg vast wat u hebt geprobeerd."), ("+29d", 1, "binnen 28 dagen"), ("", 1, "latere dag"),
      ("vandaag", 1, "latere dag"),
    ])
  func outsideNeeds(until: String, attempts: Int, says: String) {
    var drive = drive(Kind(force: .statute, standing: .overdue))
    answer(&drive, "bui", until: until, attempts: attempts)
    #expect(drive.commits.isEmpty && drive.state.notice?.text.contains(says) == true)
  }

  @Test(
    "The form begins with the answer that can be given",
    arguments: [
      (Kind(force: .statute, standing: .open), "uitstellen"),
      (Kind(force: .statute, standing: .overdue), "buiten onze macht"),
      (Kind(force: .norm, standing: .overdue), "uitstellen"),
      (Kind(force: .statute, standing: .breach), "gezien, niet meer te herstellen"),
    ])
  func begins(kind: Kind, word: String) {
    var drive = drive(kind)
    drive.type("s")
    #expect(drive.shows(word))
  }

  @Test("Without a reason nothing is taken", arguments: ["uit", "gez", "bui"])
  func reason(letters: String) {
    var drive = drive(Kind(force: .guide, standing: .breach))
    drive.type("s")
    drive.press(.backTab)
    drive.type(letters)
    drive.press(.control("s"))
    #expect(drive.commits.isEmpty)
  }
}
