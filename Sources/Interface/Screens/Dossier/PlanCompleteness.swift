import Casework

/// What a version of the plan still lacks before it can be established, each with its basis.
struct PlanCompleteness {
  struct Lack: Equatable, Sendable {
    let text: String
    let basis: String
    /// The field to fill.
    let key: String
  }

  let lacks: [Lack]

  /// Looks at a version with the guardians as they are on a day; guardians that cannot be read are not judged.
  init(_ version: PlanVersion, family: Record<FamilyFields>?, on day: CivilDate) {
    lacks =
      Self.content(version) + Self.pupil(version)
      + (family.map { Self.guardians(version, $0, on: day) } ?? [])
  }

  private static func content(_ version: PlanVersion) -> [Lack] {
    let part = version.actionPart
    let needed: [(Bool, String, String, String)] = [
      (version.destination != nil, PlanVersionFields.declared.destination.key, Texts.Plan.destination, "§2.4"),
      (
        version.destinationReasons?.isBlank == false, PlanVersionFields.declared.destinationReasons.key,
        Texts.Plan.destinationReasons, "§2.4"
      ),
      (
        version.promotingFactors?.isEmpty == false, PlanVersionFields.declared.promotingFactors.key,
        Texts.Plan.promoting, "§2.4"
      ),
      (
        version.impedingFactors?.isEmpty == false, PlanVersionFields.declared.impedingFactors.key, Texts.Plan.impeding,
        "§2.4"
      ),
      (
        part?.guidance?.isBlank == false || part?.extraSupport?.isBlank == false,
        PlanVersionFields.declared.actionPart.key, Texts.Plan.support,
        "§2.4"
      ),
      (part?.departures != nil, PlanVersionFields.declared.actionPart.key, Texts.Plan.departures, "§2.4"),
      (!version.goals.isEmpty, PlanVersionFields.declared.goals.key, Texts.Plan.goals, "§2.4"),
    ]
    return needed.filter { !$0.0 }.map { Lack(text: $0.2, basis: $0.3, key: $0.1) }
  }

  private static func pupil(_ version: PlanVersion) -> [Lack] {
    let isHeard = version.pupilView?.isBlank == false && version.pupilViewUsed?.isBlank == false
    if isHeard || version.pupilNotHeardReason?.isBlank == false { return [] }
    return [Lack(text: Texts.Plan.pupilView, basis: "§3.2", key: PlanVersionFields.declared.pupilView.key)]
  }

  private static func guardians(_ version: PlanVersion, _ family: Record<FamilyFields>, on day: CivilDate) -> [Lack] {
    guard family.knowsCustody(on: day) else {
      return [Lack(text: Texts.Plan.custody, basis: "§2.6", key: PlanVersionFields.declared.agreements.key)]
    }
    return family.guardiansWithCustody(on: day).flatMap { guardian -> [Lack] in
      guard let id = guardian.id else { return [] }
      var lacks: [Lack] = []
      if version.agreement(of: id)?.consultedOn == nil {
        lacks.append(
          Lack(
            text: Texts.Plan.consultation(guardian.shortName), basis: "§2.4",
            key: PlanVersionFields.declared.agreements.key))
      }
      if !version.isAgreed(by: id, on: day) {
        lacks.append(
          Lack(
            text: Texts.Plan.agreement(guardian.shortName), basis: "§2.6",
            key: PlanVersionFields.declared.agreements.key))
      }
      return lacks
    }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
