import Casework
import Support
import Testing

@testable import Interface

extension Drive {
  /// Tess: more than basic support, a TLV that was asked for and not decided on, and a check of PrO and LWOO.
  ///
  /// IQ 72; at DL 50 behind by 0.54 in arithmetic (23) and by 0.5 in spelling (25), so that PrO is met.
  mutating func refer() {
    let pupil = TestSchool.pupil("Tess Visser")
    guard var record = state.session?.caseload.dossiers[pupil]?.pupil.record else { return }
    record.put(
      make(SupportPeriodFields.self, 7001) {
        $0.level = Choice(.extraBeyondProfile)
        $0.from = day("2026-09-01")
      }, in: \.supportLevels)
    var referral = Record<ReferralFields>()
    referral.put(
      make(PlacementApplicationFields.self, 7002) {
        $0.kind = Choice(.specialTwo)
        $0.appliedOn = day("2026-11-02")
      }, in: \.placements)
    referral.put(Self.check, in: \.secondaryChecks)
    let saves = [(SectionName.pupil, record.tree), (.referral, referral.tree)].map { section, tree in
      ForeignSave(
        place: .section(pupil: pupil, section),
        state: .read(Stored(tree: tree, revision: Revision(text: section.rawValue))), by: nil)
    }
    send(.othersSaved(saves))
    press(.escape)
  }

  private static var check: SecondaryCheck {
    make(SecondaryCheckFields.self, 7003) { check in
      check.on = day("2026-11-09")
      check.intelligence = 72
      check.intelligenceOn = day("2026-10-06")
      check.socialEmotional = Choice(.no)
      for (place, months) in [23, 40, 41, 25].enumerated() {
        check.put(
          make(DomainResultFields.self, UInt64(7010 + place)) {
            $0.domain = Choice(LearningDomain.allCases[place])
            $0.on = day("2026-10-12")
            $0.reached = months
            $0.had = 50
          }, in: \.domains)
      }
    }
  }
}

@Suite("The way to another school on the screen")
struct FlowTests {
  private func drive(_ size: Size = Size(columns: 80, rows: 24), _ keys: String = "0r") -> Drive {
    var drive = Drive(size: size)
    drive.refer()
    drive.openPupil("tess")
    drive.type(keys)
    return drive
  }

  @Test("It opens on the question where the pupil is, with its facts and where to fill it in")
  func opens() {
    let drive = drive()
    #expect(drive.state.screens.current.kind == .flow)
    #expect(drive.shows("? 7 Verklaart het SWV"))
    #expect(drive.shows("Invullen bij: Verwijzing › TLV-aanvraag › Besluit"))
  }

  @Test("Enter on an open question goes to that field of the record that it is about")
  func fillsIn() {
    var drive = drive()
    drive.press(.enter)
    guard case .form(let form) = drive.state.screens.current else {
      Issue.record("no form: \(drive)")
      return
    }
    #expect(form.level.path == [.item(list: "tlv", id(7002))])
    #expect(form.currentField?.key == "besluit")
    drive.press(.escape)
    #expect(drive.state.screens.current.kind == .flow)
  }

  @Test("What the form saves lights the next part of the way")
  func goesOn() {
    var drive = drive()
    drive.press(.enter)
    drive.type("t")
    drive.press(.control("s"))
    #expect(drive.state.screens.current.kind == .flow)
    #expect(drive.shows("? 8 Stap: ouders melden aan"))
  }

  @Test("On an end nothing can be filled in, and that is said")
  func endOfTheWay() {
    var drive = drive()
    drive.press(.home, .down, .down, .enter)
    #expect(drive.state.screens.current.kind == .flow)
    #expect(drive.state.notice == Notice(.hint, "Hier is niets in te vullen."))
  }

  @Test("The key works on the tabs of referral and transition, elsewhere it says where to go")
  func where_() {
    #expect(drive(Size(columns: 80, rows: 24), "-r").state.screens.current.kind == .flow)
    let other = drive(Size(columns: 80, rows: 24), "3r")
    #expect(other.state.screens.current.kind == .dossier)
    #expect(other.state.notice?.text.contains("Verwijzing en Overgang") == true)
  }

  @Test(
    "Every question and every end comes by, at every size, whole and with its mark",
    arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)])
  func everyNode(size: Size) throws {
    var drive = drive(size)
    let texts = drive.state.book.referral
    drive.press(.home)
    for stop in FlowLane.order {
      let words = (texts.nodes[stop]?.title ?? "").split(separator: " ").map(String.init)
      let screen = drive.rows.joined(separator: " ")
      // Wrapped over lines, so word by word.
      for word in words { #expect(screen.contains(word), "\(stop) at \(size): \(word)\(drive)") }
      let chosen = drive.screen.cells.filter(\.style.isSelected).map(\.text).joined()
      #expect(chosen.contains(["●", "?", "○"].first { chosen.contains($0) } ?? "mark"), "\(stop)")
      drive.press(.down)
    }
  }

  @Test("The lanes and what stands beside them are all nodes, each once")
  func lanes() {
    #expect(FlowLane.order.count == FlowNode.allCases.count)
    #expect(Set(FlowLane.order) == Set(FlowNode.allCases))
  }

  @Test("The text of a stop can be scrolled to its end and no further")
  func scrolls() {
    var drive = drive()
    for _ in 0..<20 { drive.press(.right) }
    #expect(drive.shows("naslag: tlv, awb"))
    for _ in 0..<20 { drive.press(.left) }
    #expect(drive.shows("Nog niet bekend."))
  }

  @Test("A director reads it and is told who fills it in")
  func director() {
    var drive = Drive(as: TestSchool.director)
    drive.refer()
    drive.openPupil("tess")
    drive.type("0r")
    drive.press(.enter)
    #expect(drive.state.screens.current.kind == .flow)
    #expect(drive.state.notice?.text.contains("directeur") == true)
  }

  @Test("The journal is told of every tab that the way shows something of")
  func journal() {
    let told = drive().effects.flatMap { effect -> [Place] in
      if case .journal(.opened(let places)) = effect { places } else { [] }
    }
    let pupil = TestSchool.pupil("Tess Visser")
    #expect(Set(told) == [.section(pupil: pupil, .pupil), .section(pupil: pupil, .referral)])
  }
}
