import Casework
import Support

@testable import Exchange

/// Makes schools as an administration might export them, and lets a year pass in them.
///
/// Names and dates come from small stocks, so that namesakes, missing dates and contradictions occur.
struct SchoolMaker {
  var generator: SeededGenerator
  private var nextKey = 0

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func school() -> EdexSchool {
    var school = EdexSchool(schoolYear: SchoolYear(startYear: 2026), referenceDate: day("2026-10-01"), brin: "99ZZ")
    school.groups = (0..<generator.int(1...6)).map { _ in group() }
    school.pupils = (0..<generator.int(1...30)).map { _ in pupil(in: school.groups) }
    school.teachers = (0..<generator.int(0...6)).map { _ in teacher(of: school.groups) }
    return school
  }

  /// The same school some months later: names, groups and dates changed, some gone, some new.
  mutating func later(_ school: EdexSchool) -> EdexSchool {
    var later = school
    later.referenceDate = school.referenceDate?.adding(days: generator.int(1...120))
    later.groups += (0..<generator.int(0...2)).map { _ in group() }
    for at in later.pupils.indices where generator.oneIn(3) { change(&later.pupils[at], in: later.groups) }
    later.pupils.removeAll { _ in generator.oneIn(10) }
    later.pupils += (0...generator.int(0...4)).map { _ in pupil(in: later.groups) }
    for at in later.teachers.indices where generator.oneIn(3) {
      later.teachers[at].groups = assignments(of: later.groups)
    }
    later.teachers.removeAll { _ in generator.oneIn(10) }
    return later
  }

  private mutating func change(_ pupil: inout EdexPupil, in groups: [EdexGroup]) {
    let other = self.pupil(in: groups)
    switch generator.int(0...5) {
    case 0: pupil.name = other.name
    case 1: pupil.group = other.group
    case 2: pupil.yearGroup = other.yearGroup
    case 3: pupil.left = day("2026-12-18")
    case 4: pupil.born = other.born
    default: pupil.enrolled = other.enrolled
    }
  }

  private mutating func key() -> String {
    nextKey += 1
    return generator.pick(["", "#", "k & \"<", "é"]) + String(nextKey)
  }

  private mutating func group() -> EdexGroup {
    let kind: EdexGroup.Kind = generator.oneIn(4) ? .combined : .home
    let years: [EdexYearGroup] = [
      .preschool, .primary(1), .primary(4), .primary(8), .secondary, .special, .combination, .historic, .unknown,
    ]
    return EdexGroup(
      key: key(), kind: kind, name: generator.pick(["1/2", "4a", "4A", "8", "Zon & Maan"]),
      yearGroup: kind == .home ? generator.pick(years) : nil, line: 0)
  }

  private mutating func name() -> EdexName {
    var name = EdexName(surname: generator.pick(["Vries", "Bakker", "Demir", "'t Hooft <x>"]))
    if generator.oneIn(3) { name.prefix = generator.pick(["de", "van 't"]) }
    if generator.oneIn(5) { name.firstNames = generator.pick(["Noor Anna", "Zoë"]) }
    if generator.oneIn(4) { name.initials = "NA" }
    if !generator.oneIn(5) { name.calledBy = generator.pick(["Noor", "Sem", "Yusuf", "Zoë"]) }
    if generator.oneIn(12) { name = EdexName(calledBy: "Liv") }
    return name
  }

  private mutating func pupil(in groups: [EdexGroup]) -> EdexPupil {
    let combined = groups.filter { $0.kind == .combined }.map(\.key)
    let home = groups.filter { $0.kind == .home }.map(\.key)
    var pupil = EdexPupil(key: key(), name: name(), line: 0)
    if !generator.oneIn(6) { pupil.born = day(generator.pick(["2018-03-14", "2018-06-02", "2016-02-29"])) }
    if generator.oneIn(3) { pupil.startGroup3 = day("2024-08-01") }
    if !generator.oneIn(6) {
      pupil.yearGroup = generator.pick([
        .primary(4), .primary(4), .primary(5), .preschool, .historic, .special, .unknown,
      ])
    }
    if !home.isEmpty, !generator.oneIn(5) { pupil.group = generator.pick(home) }
    if !combined.isEmpty, generator.oneIn(3) { pupil.combinedGroups = [generator.pick(combined)] }
    if !generator.oneIn(5) { pupil.enrolled = day(generator.pick(["2022-03-14", "2026-08-01", "2026-11-02"])) }
    if generator.oneIn(8) { pupil.left = day(generator.pick(["2026-07-17", "2026-10-01", "2027-01-15"])) }
    return pupil
  }

  private mutating func teacher(of groups: [EdexGroup]) -> EdexTeacher {
    EdexTeacher(
      key: key(), name: name(), roles: generator.pick([[], ["LRK"], ["IB", "RT"], ["OUD"]]),
      groups: assignments(of: groups), line: 0)
  }

  private mutating func assignments(of groups: [EdexGroup]) -> [EdexAssignment] {
    groups.filter { _ in generator.oneIn(3) }.map { group in
      EdexAssignment(group: group.key, roles: generator.pick([[], [], ["LRK"], ["STA"]]))
    }
  }
}

extension EdexSchool {
  /// The school as a file, written by the schema and by nothing of the reader.
  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><school>\(tag("schooljaar", schoolYear.description))\
    \(tag("peildatum", referenceDate?.iso))\(tag("brincode", brin))</school>
    <groepen>\(groups.map(\.xml).joined())</groepen>
    <leerlingen>\(pupils.map { $0.xml }.joined())</leerlingen>
    <leerkrachten>\(teachers.map { $0.xml(groups) }.joined())</leerkrachten></EDEX>
    """
  }
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}

private func tag(_ name: String, _ text: String?) -> String {
  text.map { "<\(name)>\(escaped($0))</\(name)>" } ?? ""
}

extension EdexGroup {
  fileprivate var xml: String {
    let name = kind == .home ? "groep" : "samengestelde_groep"
    return "<\(name) key=\"\(escaped(key))\">\(tag("naam", self.name))\(tag("jaargroep", yearGroup?.code))</\(name)>"
  }
}

extension EdexName {
  fileprivate var xml: String {
    tag("achternaam", surname) + tag("voorvoegsel", prefix) + tag("voornamen", firstNames)
      + tag("voorletters-1", initials) + tag("roepnaam", calledBy)
  }
}

extension EdexPupil {
  fileprivate var xml: String {
    let combined = combinedGroups.map { "<samengestelde_groep key=\"\(escaped($0))\"/>" }.joined()
    return "<leerling key=\"\(escaped(key))\">" + name.xml + tag("geboortedatum", born?.iso)
      + tag("start_ondw_jgr3", startGroup3?.iso) + tag("jaargroep", yearGroup?.code)
      + (group.map { "<groep key=\"\(escaped($0))\"/>" } ?? "")
      + (combined.isEmpty ? "" : "<samengestelde_groepen>\(combined)</samengestelde_groepen>")
      + tag("instroomdatum", enrolled?.iso) + tag("uitstroomdatum", left?.iso) + "</leerling>\n"
  }
}

extension EdexTeacher {
  fileprivate func xml(_ groups: [EdexGroup]) -> String {
    let links = self.groups.map { link -> String in
      let isCombined = groups.contains { $0.key == link.group && $0.kind == .combined }
      let name = isCombined ? "samengestelde_groep" : "groep"
      let roles = link.roles.map { tag("rol", $0) }.joined()
      return "<\(name) key=\"\(escaped(link.group))\">\(roles)</\(name)>"
    }
    return "<leerkracht key=\"\(escaped(key))\">" + name.xml + roles.map { tag("rol", $0) }.joined()
      + (links.isEmpty ? "" : "<groepen>\(links.joined())</groepen>") + "</leerkracht>\n"
  }
}

extension EdexYearGroup {
  fileprivate var code: String {
    switch self {
    case .primary(let number): String(number)
    case .preschool: "0"
    case .secondary: "12"
    case .special: "S"
    case .combination: "C"
    case .other: "N"
    case .historic: "H"
    case .unknown: "9"
    }
  }
}
