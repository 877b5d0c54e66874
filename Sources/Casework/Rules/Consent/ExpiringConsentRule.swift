extension Rule {
  /// A consent that ends while data are still to be given on it (§3.9).
  static let expiringConsent = Rule(
    "toestemming.verloopt", reads: [.family, .consent],
    judge: .pupil { dossier, scope in
      guard dossier.family.isReadable, let section = dossier.consent.record,
        let daysAhead = scope.norms["toestemming.verloopt.dagen"]
      else { return [] }
      let circle = dossier.circle
      return section.consents.compactMap { consent in
        guard let end = ConsentEnd(consent, in: section, circle: circle, daysAhead: daysAhead) else { return nil }
        return end.episode(of: dossier.id)
      }
    })
}

/// The end of one consent and the planned exchanges that come after it.
private struct ConsentEnd {
  private let consent: Consent
  private let name: String
  private let givenOn: CivilDate
  private let lastDay: CivilDate
  private let visibleFrom: CivilDate
  private let exchanges: [LateExchange]

  /// Nothing where the consent has no end, never counted, or no planned exchange comes after it.
  init?(_ consent: Consent, in section: Record<ConsentFields>, circle: GuardianCircle, daysAhead: Int) {
    guard let givenOn = consent.givenOn, let lastDay = consent.validUntil, givenOn <= lastDay,
      circle.custody(of: consent.guardian?.id, on: givenOn) == .yes
    else { return nil }
    let visibleFrom = max(lastDay.adding(days: -daysAhead), givenOn)
    self.consent = consent
    self.givenOn = givenOn
    self.lastDay = lastDay
    self.visibleFrom = visibleFrom
    name = circle.name(of: consent.guardian?.id) ?? ""
    let others = section.consents.filter { $0.guardian == consent.guardian && $0.id != consent.id }
    exchanges = section.disclosures.compactMap { disclosure in
      guard disclosure.restsOnConsent, let planned = disclosure.plannedOn, planned > lastDay else { return nil }
      let asked = ExchangeWords(disclosure)
      guard ConsentDifference(consent, disclosure, asked) == nil,
        circle.custody(of: consent.guardian?.id, on: planned) != .no
      else { return nil }
      let renewals = others.filter { other in
        ConsentDifference(other, disclosure, asked) == nil && other.reaches(planned)
          && other.withdrawnOn.map { $0 > visibleFrom } ?? true
      }
      return LateExchange(
        disclosure: disclosure, on: planned, renewedOn: renewals.compactMap(\.givenOn).min(),
        doneOn: disclosure.doneOn)
    }.sorted { ($0.on, $0.disclosure.id?.description ?? "") < ($1.on, $1.disclosure.id?.description ?? "") }
    if exchanges.isEmpty { return nil }
  }

  /// One episode for all exchanges after the end; nothing where none was left by the time it would show.
  func episode(of pupil: RecordID) -> Episode? {
    let settled = exchanges.compactMap(\.settled)
    let last = settled.count == exchanges.count ? settled.max { $0.on < $1.on } : nil
    let clearedOn = last.flatMap { $0.isRenewal ? $0.on : nil }
    let until = [last.flatMap { $0.isRenewal ? nil : $0.on }, consent.withdrawnOn].compactMap(\.self).min()
    if [clearedOn, until].compactMap(\.self).contains(where: { $0 <= visibleFrom }) { return nil }
    let place = Act(.consent, list: ConsentFields.declared.consents.key, record: consent.id, field: "tot")
    let values: ProofValues = [
      "wie": .text(name), "van": .date(givenOn), "tot": .date(lastDay), "datum": .date(lastDay),
      "partij": consent.party.orNotFilled,
    ]
    return Episode(
      id: Episode.ID(rule: "toestemming.verloopt", subject: .pupil(pupil), records: [consent.id].compactMap(\.self)),
      visibleFrom: visibleFrom, due: lastDay, until: until, clearedOn: clearedOn, title: ProofStep("titel", values),
      proof: [ProofStep("eindigt", values, at: place)] + exchanges.map(\.step), act: place)
  }
}

/// An exchange planned after the end of a consent, and what became of it.
private struct LateExchange {
  let disclosure: Disclosure
  let on: CivilDate
  /// The day on which the same guardian consented to it anew.
  let renewedOn: CivilDate?
  let doneOn: CivilDate?

  /// The day from which it asks nothing more of this consent, and whether that is a new consent.
  var settled: (on: CivilDate, isRenewal: Bool)? {
    guard let renewedOn else { return doneOn.map { ($0, false) } }
    return doneOn.map { $0 < renewedOn } ?? false ? doneOn.map { ($0, false) } : (renewedOn, true)
  }

  var step: ProofStep {
    ProofStep(
      "daarnaGepland", ["datum": .date(on), "gegevens": disclosure.data.orNotFilled],
      at: Act(.consent, list: ConsentFields.declared.disclosures.key, record: disclosure.id))
  }
}

extension Record where Fields == ConsentRecordFields {
  /// Whether its first and last day have a day between them.
  fileprivate func reaches(_ day: CivilDate) -> Bool {
    guard let given = self.givenOn else { return false }
    return (self.validFrom ?? given) <= day && self.validUntil.map { day <= $0 } ?? true
  }
}
