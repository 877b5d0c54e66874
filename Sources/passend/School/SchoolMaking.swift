import Casework
import ReferenceData
import Terminal
import Vault

extension SchoolAnswers {
  /// The school's own file, with its groups and timetable for the school year of `day`.
  func record(on day: CivilDate) -> Record<SchoolFields> {
    var school = Record<SchoolFields>()
    school.schoolName = name
    school.brin = brin
    school.legalStatus = Choice(legalStatus)
    school.type = Choice(type)
    school.region = region.map { Choice($0) }
    if let partnership {
      var network = Record<PartnershipFields>()
      network.partnershipName = partnership
      school.partnership = network
    }
    let year = SchoolYear(of: day)
    for group in groups {
      var record = made(SchoolGroupFields.self)
      record.groupName = group.name
      record.schoolYear = year
      record.yearGroups = group.yearGroups
      school.put(record, in: \.groups)
    }
    if !periods.isEmpty {
      var timetable = made(TimetableFields.self)
      timetable.from = year.firstDay
      timetable.periods = periods
      school.put(timetable, in: \.timetables)
    }
    return school
  }

  /// The holidays that are known for the region, this school year and the next; what is not confirmed says so.
  func calendar(on day: CivilDate, _ known: SchoolHolidays) -> Record<CalendarFields>? {
    guard let region else { return nil }
    var calendar = Record<CalendarFields>()
    for year in [SchoolYear(of: day), SchoolYear(of: day).next] {
      let holidays = known.holidays(in: region, of: year)
      guard !holidays.isEmpty else { continue }
      var record = known.calendarYear(year, in: region)
      record.id = .fresh()
      record.madeAt = LiveClock.now
      calendar.put(record, in: \.years)
      for holiday in holidays where !holiday.isSummer {
        var closure = holiday.closure
        closure.id = .fresh()
        calendar.put(closure, in: \.closures)
      }
    }
    return calendar.years.isEmpty ? nil : calendar
  }

  /// The users with the passphrases that go with them, in their order.
  func newUsers(_ passphrases: [Secret], in school: Record<SchoolFields>, on day: CivilDate) -> [NewUser] {
    users.enumerated().map { index, person in
      let groups = school.groups.filter { group in group.groupName.map(person.groups.contains) ?? false }
      return NewUser(
        login: person.login, name: person.name, role: person.role,
        passphrase: index < passphrases.count ? passphrases[index] : nil,
        groups: groups.compactMap { $0.id.map { GroupYear(group: $0, year: SchoolYear(of: day)) } })
    }
  }

  private func made<Fields>(_ kind: Fields.Type) -> Record<Fields> {
    var record = Record<Fields>()
    record.id = .fresh()
    record.madeAt = LiveClock.now
    return record
  }
}

/// The school holidays that are built into the program.
enum KnownHolidays {
  static func all() throws(Failure) -> SchoolHolidays {
    do throws(ReferenceDataError) { return try ReferenceData.schoolHolidays() } catch {
      throw Failure("De vakanties in dit programma zijn niet te lezen. Installeer Passend opnieuw.", .badData)
    }
  }
}

extension RecordID {
  /// A random id.
  static func fresh() -> RecordID {
    RecordID(high: .random(in: 0...UInt64.max), low: .random(in: 0...UInt64.max))
  }
}
