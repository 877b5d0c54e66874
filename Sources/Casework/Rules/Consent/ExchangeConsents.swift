/// The consents on record as they bear on one exchange of data, read once for all the days that are asked.
struct ExchangeConsents {
  private let circle: GuardianCircle
  private let norm: ConsentNorm
  /// The consents that are about this very exchange, whatever they are worth on a day.
  private let covering: [Consent]
  /// Those that someone may take for one: named by the exchange, or for the same party; with what sets them apart.
  private let near: [(consent: Consent, difference: ConsentDifference)]

  init(_ disclosure: Disclosure, consents: [Consent], circle: GuardianCircle, norm: ConsentNorm) {
    self.circle = circle
    self.norm = norm
    let asked = ExchangeWords(disclosure)
    let compared = consents.map { (consent: $0, difference: ConsentDifference($0, disclosure, asked)) }
    covering = compared.filter { $0.difference == nil }.map(\.consent)
    near = compared.compactMap { consent, difference in
      guard let difference else { return nil }
      let isNamed = disclosure.names(consent)
      let sameParty = asked.party != nil && consent.party.essence == asked.party
      return isNamed || sameParty ? (consent, difference) : nil
    }
  }

  /// What lacks for an exchange on one day, by what was given, withdrawn and objected up to another.
  func shortfall(on day: CivilDate, knownBy known: CivilDate) -> Shortfall {
    norm.shortfall(circle, on: day, isContested: !objections(on: day, knownBy: known).isEmpty) { guardian in
      covering.contains { $0.guardian?.id == guardian.id && defect(of: $0, on: day, knownBy: known) == nil }
    }
  }

  /// The days on which the answer can change, in no order.
  var turningPoints: [CivilDate] {
    circle.turningPoints
      + covering.flatMap { consent in
        [consent.givenOn, consent.withdrawnOn, consent.validFrom, consent.validUntil?.adding(days: 1)]
          .compactMap(\.self) + consent.objections.flatMap { [$0.on, $0.endedOn] }.compactMap(\.self)
      }
  }

  /// The objections of someone who may have custody that were not dropped; one without a date was made at some time.
  private func objections(
    on day: CivilDate, knownBy known: CivilDate
  ) -> [(consent: Consent, objection: Record<ObjectionFields>)] {
    covering.flatMap { consent in
      consent.objections.filter { objection in
        let isMade = objection.on.map { $0 <= known } ?? true
        let isDropped = objection.endedOn.map { $0 <= known } ?? false
        return isMade && !isDropped && circle.custody(of: objection.guardian?.id, on: day) != .no
      }.map { (consent, $0) }
    }
  }

  /// Why a consent does not count on a day; nothing for one that does.
  private func defect(of consent: Consent, on day: CivilDate, knownBy known: CivilDate) -> ProofStep? {
    let place = Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id)
    func step(_ sentence: String, _ day: CivilDate?) -> ProofStep {
      let who: ProofValues = [
        "wie": .text(circle.name(of: consent.guardian?.id) ?? "een ouder die er niet meer staat")
      ]
      return ProofStep(
        sentence, who.and(day.map { ["datum": .date($0)] } ?? [:]), at: place)
    }
    guard let given = consent.givenOn else { return step("zonderDatum", nil) }
    if given > known { return step("pasGegeven", given) }
    if circle.custody(of: consent.guardian?.id, on: given) != .yes { return step("gafZonderGezag", given) }
    if let withdrawn = consent.withdrawnOn, withdrawn <= known { return step("ingetrokken", withdrawn) }
    if let from = consent.validFrom, from > day { return step("geldtLater", from) }
    if let until = consent.validUntil, until < day { return step("verlopen", until) }
    return nil
  }
}

/// The words of the proof.
extension ExchangeConsents {
  /// How it stands with each guardian, each objection, custody, and what law and norm make of it.
  func proof(on day: CivilDate, knownBy known: CivilDate) -> [ProofStep] {
    var steps = circle.holders(on: day).flatMap { standing(of: $0, on: day, knownBy: known) }
    steps += withoutCustody(on: day)
    steps += objections(on: day, knownBy: known).map { consent, objection in
      let place = Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id, field: "bezwaren")
      let who = ProofValue.text(circle.name(of: objection.guardian?.id) ?? "een ouder die er niet staat")
      guard let on = objection.on else { return ProofStep("bezwaarZonderDatum", ["wie": who], at: place) }
      return ProofStep("bezwaar", ["wie": who, "datum": .date(on)], at: place)
    }
    return steps + circle.doubts(on: day) + ConsentNorm.verdict(shortfall(on: day, knownBy: known))
  }

  /// What one guardian with custody gave, or why what is on record does not count.
  private func standing(of guardian: Guardian, on day: CivilDate, knownBy known: CivilDate) -> [ProofStep] {
    let who = ProofValue.text(guardian.shortName)
    let own = covering.filter { $0.guardian?.id == guardian.id }
    if let valid = own.first(where: { defect(of: $0, on: day, knownBy: known) == nil }), let given = valid.givenOn {
      let place = Act(.consent, list: ConsentFields.declared.consents.key, record: valid.id)
      return [ProofStep("gegevenDoor", ["wie": who, "datum": .date(given)], at: place)]
    }
    let steps =
      own.compactMap { defect(of: $0, on: day, knownBy: known) }
      + near.filter { $0.consent.guardian?.id == guardian.id }.map { $0.difference.step(for: $0.consent, who) }
    let place = Act(.consent, list: ConsentFields.declared.consents.key)
    return steps.isEmpty ? [ProofStep("geenToestemming", ["wie": who], at: place)] : steps
  }

  /// Consents for this exchange of someone who has no custody on its day.
  private func withoutCustody(on day: CivilDate) -> [ProofStep] {
    covering.filter { circle.custody(of: $0.guardian?.id, on: day) == .no }.map { consent in
      ProofStep(
        "geenGezagOpDag",
        ["wie": .text(circle.name(of: consent.guardian?.id) ?? ""), "datum": .date(day)],
        at: Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id))
    }
  }
}

/// What an exchange says of itself, as it is compared with consents.
struct ExchangeWords {
  let party: String?
  let purpose: String?
  let data: String?

  init(_ disclosure: Disclosure) {
    party = disclosure.party.essence
    purpose = disclosure.purpose.essence
    data = disclosure.data.essence
  }
}

/// What sets a consent apart from an exchange: party, purpose and data must be the same ones (§3.9).
///
/// The same = the same words, whatever their capitals and accents. Data are also the same where the exchange names the consent:
/// then someone saw that these data are among those for which it was given.
enum ConsentDifference: Equatable {
  /// It lacks a party, a purpose or the data: it counts for nothing.
  case unspecific
  case party(String)
  case purpose(String)
  case data(String)

  /// `asked` are the words of the exchange.
  init?(_ consent: Consent, _ disclosure: Disclosure, _ asked: ExchangeWords) {
    guard let party = consent.party.essence, let purpose = consent.purpose.essence, let data = consent.data.essence
    else {
      self = .unspecific
      return
    }
    if party != asked.party {
      self = .party(consent.party ?? "")
    } else if purpose != asked.purpose {
      self = .purpose(consent.purpose ?? "")
    } else if data != asked.data, !disclosure.names(consent) {
      self = .data(consent.data ?? "")
    } else {
      return nil
    }
  }

  func step(for consent: Consent, _ who: ProofValue) -> ProofStep {
    let place = Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id)
    return switch self {
    case .unspecific: ProofStep("algemeen", ["wie": who], at: place)
    case .party(let text): ProofStep("anderePartij", ["wie": who, "partij": .text(text)], at: place)
    case .purpose(let text): ProofStep("anderDoel", ["wie": who, "doel": .text(text)], at: place)
    case .data(let text): ProofStep("andereGegevens", ["wie": who, "gegevens": .text(text)], at: place)
    }
  }
}

extension Record where Fields == DisclosureFields {
  /// Whether someone wrote down that it rests on this consent.
  func names(_ consent: Consent) -> Bool {
    guard let id = consent.id else { return false }
    return self.consents?.contains { $0.id == id } ?? false
  }

  /// Whether it rests on consent; where no basis is on record, nothing else can carry it.
  var restsOnConsent: Bool { self.basis == nil || self.basis.is(.consent) }
}
