import Casework
import FoundationEssentials
import ReferenceData
import Support
import Testing

/// Runs a script of Tests/Oefenschool with Debian's own Python.
private func python(_ script: String, _ arguments: String...) -> Command.Result {
  Command.run(
    ["/usr/bin/python3", "-B", SourceTree.root + "/Tests/Oefenschool/" + script] + arguments,
    environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
}

@Suite("The practice school")
struct PracticeSchoolTests {
  private let school: PracticeSchool
  private let caseload: Caseload

  init() throws {
    school = try ReferenceData.practiceSchool()
    caseload = school.caseload(of: school.users[0])
  }

  private func pupils() -> [Record<PupilFields>] {
    caseload.dossiers.values.compactMap { $0.pupil.record }
  }

  @Test("is what its maker makes")
  func generated() throws {
    let made = python("maak.py", "--toon")
    #expect(made.code == 0)
    let files = made.output.split(separator: "=== ").map { $0.split(separator: "\n", maxSplits: 1) }
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root + "/Data/oefenschool")
    #expect(Set(files.map { String($0[0]) }) == Set(names))
    for file in files {
      let kept = try SourceTree.text(of: "Data/oefenschool/" + file[0])
      #expect(kept == file[1], "\(file[0]) differs from what maak.py makes")
    }
  }

  @Test("fits in the program: less than a megabyte")
  func size() {
    let bytes = ReferenceData.names.filter { $0.hasPrefix("oefenschool/") }.compactMap { ReferenceData.file($0)?.count }
    #expect(bytes.reduce(0, +) < 1_000_000)
  }

  /// What is not right on purpose: what a parent signed was too general, and a rule says so.
  private static let meant: Set<String> = [
    "Finn Postma Toestemming: Toestemmingen 5 › Met wie: Dit is nog leeg, en het is nodig."
  ]

  @Test("every file is of this version of the format and holds nothing that cannot be right but what is meant")
  func sound() {
    for file in school.files {
      #expect(SectionFormat.check(file.tree, holds: file.place.kind.word) == .current, "\(file.place)")
      if case .section = file.place { continue }
      #expect(SectionFinding.all(in: file.tree, for: file.place.kind.fields) == [], "\(file.place)")
    }
    let findings = caseload.dossiers.values.flatMap { dossier in
      dossier.findings(in: caseload.school).flatMap { name, findings in
        findings.map { "\(dossier.pupil.record?.fullName ?? "") \(name.title): \($0.place): \($0.text)" }
      }
    }
    #expect(Set(findings) == Self.meant)
    #expect(findings.count == Self.meant.count)
  }

  @Test("each place is there once")
  func places() {
    #expect(Set(school.files.map(\.place)).count == school.files.count)
  }

  @Test("an independent reader holds every file against the published schemas")
  func schemas() {
    let result = python("toets.py")
    #expect(result.code == 0, "\(result.output.prefix(2000))")
    #expect(result.output == "\(school.files.count) bestanden in orde\n")
  }

  @Test(
    "and refuses what is wrong on purpose, each for its own reason",
    arguments: [
      ("opp.geen-datum", "versies/0/opgesteldOp: '2026-02-30' is not a 'date'"),
      ("leerling.onbekend-veld", "('bsn' was unexpected)"), ("gezin.geen-id", "'id' is a required property"),
      ("verzuim.onbekend-woord", "afwezig/0/soort: 'spijbelen' is not valid"),
      ("leerling.nieuwe-versie", "versie: '2.0' does not match"),
      ("gezin.getal-als-tekst", "ouders/0/naam: 7 is not of type 'string'"),
    ])
  func schemaControl(name: String, reason: String) throws {
    let kind = try #require(name.split(separator: ".").first)
    let result = python("toets.py", String(kind), SourceTree.root + "/Tests/Oefenschool/fout/\(name).json")
    #expect(result.code == 1)
    #expect(result.output.contains(reason), "\(result.output)")
  }

  @Test("has nine groups of the sizes of a real school, no name twice, and ages that fit")
  func groups() throws {
    let today = school.today
    #expect(caseload.school.record.groups.count == 9)
    let here = pupils().filter { $0.enrolment(on: today).isEnrolled }
    #expect(here.count == 211)
    #expect(Set(pupils().map(\.fullName)).count == pupils().count)
    for group in caseload.school.record.groups {
      let members = here.filter { $0.group(on: today) == group.id }
      #expect((20...28).contains(members.count), "\(group.groupName ?? "")")
      for pupil in members {
        let year = try #require(pupil.yearGroup(on: today))
        let age = try #require(pupil.age(on: today))
        #expect(group.yearGroups?.contains(year) ?? false)
        // A child of group 1 is 4 or 5 in November; who repeated a year is one year older.
        #expect((year + 3...year + 5).contains(age), "\(pupil.fullName): \(age) in group \(year)")
      }
    }
    let sixth = caseload.school.record.groups.first { $0.groupName == "6a" }
    #expect(here.count { $0.group(on: today) == sixth?.id } == 27)
  }

  @Test("fourteen pupils have extra support; every group has its teacher")
  func people() {
    let type = caseload.school.record.type?.known
    #expect(pupils().count { $0.hasExtraSupport(on: school.today, at: type) } == 14)
    #expect(school.users.map(\.role).count { $0 == .teacher } == 9)
    for group in caseload.school.record.groups {
      #expect(group.id.map { caseload.school.teachers(of: $0, on: school.today).count } == 1)
    }
    #expect(Set(school.users.map(\.id)) == Set(caseload.school.record.staff.compactMap(\.id)))
  }

  @Test("each agreement is bound to the text that stands there")
  func agreements() {
    var count = 0
    for dossier in caseload.dossiers.values {
      for version in dossier.plan.record?.versions ?? [] {
        for agreement in version.agreements where agreement.answer.is(.agreed) {
          #expect(agreement.textHash == version.actionPartHash, "\(dossier.pupil.record?.fullName ?? "")")
          count += 1
        }
      }
    }
    #expect(count > 25)
  }

  @Test("each answer to an adjustment is bound to the adjusted text")
  func adjustments() {
    var count = 0
    for plan in caseload.dossiers.values.compactMap(\.plan.record) {
      for evaluation in plan.evaluations {
        for answer in evaluation.attendance where answer.answer.is(.agreed) {
          #expect(answer.textHash != nil && evaluation.holds(answer, in: plan))
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  @Test("every tab has something in it somewhere")
  func life() {
    for name in SectionName.allCases {
      #expect(caseload.dossiers.values.contains { $0[name] != .empty }, "\(name)")
    }
    #expect(school.files.contains { if case .restricted = $0.place { true } else { false } })
    #expect(school.files.contains { if case .emergencyCard = $0.place { true } else { false } })
    #expect(school.files.contains { if case .workingNote = $0.place { true } else { false } })
  }
}
