/// The least that is asked of a new pupil, in one list; it is saved as the tabs Leerling and Gezin.
public struct NewPupilFields: RecordFields {
  public static let declared = NewPupilFields()
  public static let name = "nieuweLeerling"
  public static let title = "Nieuwe leerling"

  public let callName = Field<String>("roepnaam", "Roepnaam", .required)
  public let surnamePrefix = Field<String>("tussenvoegsel", "Tussenvoegsel", hint: "Bijvoorbeeld: van der.")
  public let surname = Field<String>("achternaam", "Achternaam", hint: "Zonder tussenvoegsel.", .required)
  public let birthDate = Field<CivilDate>("geboortedatum", "Geboortedatum", "WPO 39, Lpw 3", .required)
  public let enrolledOn = Field<CivilDate>("ingeschrevenOp", "Ingeschreven op", "WPO 40", .required)
  public let kind = Field<Choice<EnrolmentKind>>("soort", "Soort inschrijving", "WPO 40 lid 7", .required)
  public let group = Field<Reference<ToGroup>>("groep", "Groep", .required)
  public let yearGroup = Field<Int>("leerjaar", "Leerjaar", hint: "1 tot en met 8.", .required)
  public let guardian = Field<String>(
    "ouder", "Ouder of verzorger", hint: "Een tweede ouder voegt u daarna toe op het tabblad Leerling.")
  public let relation = Field<String>(
    "relatie", "Relatie tot het kind", hint: "Zoals het kind zegt: moeder, vader, oma.")
  public let custody = Field<Choice<YesNoUnknown>>("gezag", "Heeft gezag", "BW 1:245, 1:251")
  public let telephone = Field<String>("telefoon", "Telefoon", .contact)
}

/// A new pupil as it was filled in.
public typealias NewPupil = Record<NewPupilFields>

extension NewPupil {
  /// `Noor de Vries`.
  public var fullName: String {
    [self.callName, self.surnamePrefix, self.surname].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The tabs that are saved, with a guardian where one was filled in.
  public func tabs(
    by login: String, at moment: Moment, in school: Record<SchoolFields>, newID: () -> RecordID
  ) -> (pupil: Record<PupilFields>, family: Record<FamilyFields>?) {
    withoutActuallyEscaping(newID) { newID in
      let maker = Maker(login: login, moment: moment, newID: newID)
      return (pupil(maker, school), family(maker))
    }
  }

  private func pupil(_ maker: Maker, _ school: Record<SchoolFields>) -> Record<PupilFields> {
    var pupil = Record<PupilFields>()
    pupil.callName = self.callName
    pupil.surnamePrefix = self.surnamePrefix
    pupil.surname = self.surname
    pupil.birthDate = self.birthDate
    var enrolment = maker.record(of: EnrolmentFields.self)
    enrolment.kind = self.kind
    enrolment.from = self.enrolledOn
    pupil.put(enrolment, in: \.enrolments)
    var placement = maker.record(of: PlacementFields.self)
    placement.group = self.group
    placement.yearGroup = self.yearGroup
    // Who was enrolled before the school year began is in this group from its first day on.
    let year = school.groups.first { $0.id == self.group?.id }?.schoolYear
    placement.from = [self.enrolledOn, year?.firstDay].compactMap(\.self).max()
    pupil.put(placement, in: \.placements)
    return pupil
  }

  /// Whether something is known of a guardian besides the name.
  private var hasGuardianFacts: Bool {
    self.custody != nil || ![self.relation, self.telephone].allSatisfy { ($0 ?? "").isEmpty }
  }

  private func family(_ maker: Maker) -> Record<FamilyFields>? {
    guard let name = self.guardian, !name.isEmpty else { return nil }
    var guardian = maker.record(of: GuardianFields.self)
    guardian.fullName = name
    guardian.relation = self.relation
    guardian.kind = Choice(.parent)
    guardian.telephone = self.telephone
    if let known = self.custody {
      var custody = maker.record(of: CustodyFields.self)
      custody.hasCustody = known
      guardian.put(custody, in: \.custody)
    }
    var family = Record<FamilyFields>()
    family.put(guardian, in: \.guardians)
    return family
  }
}

/// What keeps a new pupil from being saved, though each value is of its kind.
public enum NewPupilProblem: Hashable, Sendable {
  case birthAhead(CivilDate)
  case unlikelyAge(Int)
  case enrolledTooFar(CivilDate)
  case afterGroupsYear(String, SchoolYear)
  case otherYearGroup(Int, String)
  /// Something of a guardian was filled in, and no name.
  case guardianUnnamed

  /// The key of the field that it is about.
  public var fieldKey: String {
    let fields = NewPupilFields.declared
    return switch self {
    case .birthAhead, .unlikelyAge: fields.birthDate.key
    case .enrolledTooFar: fields.enrolledOn.key
    case .afterGroupsYear: fields.group.key
    case .otherYearGroup: fields.yearGroup.key
    case .guardianUnnamed: fields.guardian.key
    }
  }

  /// What is the matter and what to do, in Dutch.
  public var explanation: String {
    switch self {
    case .birthAhead(let day): "\(day.dutch(.full)) moet nog komen. Kijk de geboortedatum na."
    case .unlikelyAge(let age): "Dan is dit kind \(age) jaar bij de inschrijving. Kijk de datums na."
    case .enrolledTooFar(let day): "\(day.dutch(.full)) ligt meer dan een jaar vooruit. Kijk de datum na."
    case .afterGroupsYear(let name, let year):
      "Groep \(name) is van \(year). Kies een groep van het jaar van inschrijving."
    case .otherYearGroup(let year, let name): "In groep \(name) zit geen leerjaar \(year). Kijk het leerjaar na."
    case .guardianUnnamed: "Vul de naam van de ouder in: zonder naam zijn relatie, gezag en telefoon van niemand."
    }
  }
}

extension NewPupil {
  /// What cannot be meant, on the day on which it is filled in.
  public func problems(on today: CivilDate, in school: Record<SchoolFields>) -> [NewPupilProblem] {
    var found: [NewPupilProblem] = []
    if let born = self.birthDate {
      if born > today { found.append(.birthAhead(born)) }
      // A primary school has children from three, who come to look, to fourteen (WPO 39).
      var child = Record<PupilFields>()
      child.birthDate = born
      let age = child.age(on: self.enrolledOn ?? today)
      if let age, !(3...14).contains(age) { found.append(.unlikelyAge(age)) }
    }
    if let on = self.enrolledOn, on > today.adding(days: 366) { found.append(.enrolledTooFar(on)) }
    if (self.guardian ?? "").isEmpty, hasGuardianFacts { found.append(.guardianUnnamed) }
    guard let group = school.groups.first(where: { $0.id != nil && $0.id == self.group?.id }) else { return found }
    let name = group.groupName ?? ""
    if let year = group.schoolYear, let on = self.enrolledOn, on > year.lastDay {
      found.append(.afterGroupsYear(name, year))
    }
    if let years = group.yearGroups, !years.isEmpty, let own = self.yearGroup, !years.contains(own) {
      found.append(.otherYearGroup(own, name))
    }
    return found
  }
}

extension Caseload {
  /// The pupils on record who may be this very child, those who left too: born on the same day, with the same name but
  /// for a slip, a tussenvoegsel or a part of it.
  ///
  /// Twins are born on one day as well, and have another first name.
  public func lookalikes(of new: NewPupil, on day: CivilDate) -> [Dossier] {
    guard let born = new.birthDate, new.callName != nil, new.surname != nil else { return [] }
    let sameDay = dossiers.values.filter { $0.pupil.record?.birthDate == born }
    guard !sameDay.isEmpty else { return [] }
    let id = RecordID(high: 0, low: 0)
    let typed = NameIndex(
      entries: [
        NameEntry(
          id: id, firstName: new.callName ?? "", infix: new.surnamePrefix ?? "", lastName: new.surname ?? "")
      ])
    let known = Set(nameIndex(of: sameDay, on: day).search(new.fullName))
    return sameDay.filter { known.contains($0.id) || !typed.search($0.displayName).isEmpty }
      .sorted { ($0.listName, $0.id) < ($1.listName, $1.id) }
  }
}
