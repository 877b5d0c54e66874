import Casework

/// What a version of the plan still lacks before it can be established, each with its basis.
struct PlanCompleteness {
  struct Lack: Equatable, Sendable {
    let text: String
    let basis: String
    /// The record that the field to fill is in, from the version on.
    let path: TreePath
    /// The field to fill.
    let key: String
    /// The field of the version that it is about, or is in.
    var ownKey: String { path.first?.key ?? key }

    init(_ text: String, _ basis: String, in path: TreePath = [], _ key: String) {
      self.text = text
      self.basis = basis
      self.path = path
      self.key = key
    }

    /// The text with its basis, for a list in a sentence.
    var words: String { Texts.PlanAct.lack(text, basis: basis) }
  }

  let lacks: [Lack]

  /// Looks at a version with the guardians as they are on a day, or on the day on which it was established; guardians that
  /// cannot be read are not judged.
  init(_ version: PlanVersion, family: Record<FamilyFields>?, on today: CivilDate) {
    let day = version.establishedOn ?? today
    lacks =
      version.lackingParts.map { Self.content($0, version) } + Self.goals(version) + Self.pupil(version)
      + (family.map { Self.guardians(version, $0, on: day) } ?? [])
  }

  private static func content(_ part: PlanPart, _ version: PlanVersion) -> Lack {
    let actionPart: TreePath = [.field(PlanVersionFields.declared.actionPart.key)]
    let inside = ActionPartFields.declared
    switch part {
    case .destination: return Lack(Texts.Plan.destination, "§2.4", part.field)
    case .reasons: return Lack(Texts.Plan.destinationReasons, "§2.4", part.field)
    case .promoting: return Lack(Texts.Plan.promoting, "§2.4", part.field)
    case .impeding: return Lack(Texts.Plan.impeding, "§2.4", part.field)
    case .support: return Lack(Texts.Plan.support, "§2.4", in: actionPart, inside.guidance.key)
    case .departures:
      let isChosen = version.actionPart?.departures != nil
      return Lack(
        isChosen ? Texts.Plan.whichDepartures : Texts.Plan.departures, "§2.4", in: actionPart,
        isChosen ? inside.departuresText.key : inside.departures.key)
    }
  }

  private static func goals(_ version: PlanVersion) -> [Lack] {
    version.goals.isEmpty ? [Lack(Texts.Plan.goals, "§2.4", PlanVersionFields.declared.goals.key)] : []
  }

  private static func pupil(_ version: PlanVersion) -> [Lack] {
    let fields = PlanVersionFields.declared
    if version.pupilNotHeardReason?.isBlank == false { return [] }
    let hasView = version.pupilView?.isBlank == false
    if hasView, version.pupilViewUsed?.isBlank == false { return [] }
    return [
      hasView
        ? Lack(Texts.Plan.pupilViewUsed, "§3.2", fields.pupilViewUsed.key)
        : Lack(Texts.Plan.pupilView, "§3.2", fields.pupilView.key)
    ]
  }

  private static func guardians(_ version: PlanVersion, _ family: Record<FamilyFields>, on day: CivilDate) -> [Lack] {
    let list = PlanVersionFields.declared.agreements.key
    guard family.knowsCustody(on: day) else { return [Lack(Texts.Plan.custody, "§2.6", list)] }
    let fields = PlanAgreementFields.declared
    return family.guardiansWithCustody(on: day).flatMap { guardian -> [Lack] in
      guard let id = guardian.id else { return [] }
      let agreement = version.agreement(of: id)
      let path: TreePath = agreement?.id.map { [.item(list: list, $0)] } ?? []
      var lacks: [Lack] = []
      if agreement?.consultedOn.map({ $0 <= day }) != true {
        lacks.append(
          Lack(
            Texts.Plan.consultation(guardian.shortName), "§2.4", in: path,
            path.isEmpty ? list : fields.consultedOn.key))
      }
      if !version.isAgreed(by: id, on: day) {
        let text = agreementWords(version, agreement, guardian.shortName, on: day)
        lacks.append(Lack(text, "§2.6", in: path, path.isEmpty ? list : fields.answer.key))
      }
      return lacks
    }
  }

  /// What the answer lacks: a yes to another text and a yes of a later day are said as such.
  private static func agreementWords(
    _ version: PlanVersion, _ agreement: PlanAgreement?, _ name: String, on day: CivilDate
  ) -> String {
    guard let agreement, agreement.answer.is(.agreed) else { return Texts.Plan.agreement(name) }
    if !version.holds(agreement) { return Texts.Plan.lapsedAgreement(name) }
    guard let answered = agreement.answeredOn else { return Texts.Plan.undatedAgreement(name) }
    return answered > day ? Texts.Plan.laterAgreement(name, on: answered) : Texts.Plan.agreement(name)
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
