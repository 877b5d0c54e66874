import Casework
import ReferenceData
import Support

/// Rules of these tests' own, so that a screen changes only when the screen does.
enum TestRules {
  static let engine = RuleEngine(book: book, rules: [plan, admission, action, absence, evaluation])

  private static let plan = Rule(
    "proef.opp", reads: [.pupil, .plan],
    judge: .pupil { dossier, _ in
      guard let pupil = dossier.pupil.record, let plan = dossier.plan.record else { return [] }
      return pupil.supportHistory.filter { $0.record.level?.known?.isExtra ?? false }.compactMap { span in
        guard let id = span.record.id else { return nil }
        let version = plan.versions.first?.id
        return Episode(
          id: Episode.ID(rule: "proef.opp", subject: .pupil(dossier.id), records: [id]), visibleFrom: span.span.from,
          due: span.span.from.adding(weeks: 6), clearedOn: plan.versions.compactMap(\.establishedOn).min(),
          proof: [
            ProofStep("sinds", ["datum": .date(span.span.from)]),
            ProofStep("telling", ["laatste": .date(span.span.from.adding(weeks: 6))]),
          ], act: Act(.plan, list: "versies", record: version, field: "vastgesteldOp"))
      }
    })

  private static let admission = Rule(
    "proef.besluit", reads: [.admission],
    judge: .pupil { dossier, _ in
      (dossier.admission.record?.applications ?? []).compactMap { application in
        guard let id = application.id, let received = application.receivedOn else { return nil }
        return Episode(
          id: Episode.ID(rule: "proef.besluit", subject: .pupil(dossier.id), records: [id]), visibleFrom: received,
          due: received.adding(weeks: 6), clearedOn: application.decidedOn,
          proof: [ProofStep("ontvangen", ["datum": .date(received)])],
          act: Act(.admission, list: "aanmeldingen", record: id, field: "besluit"))
      }
    })

  private static let action = Rule(
    "proef.actie", reads: [.conversations],
    judge: .pupil { dossier, _ in
      (dossier.conversations.record?.everyAction ?? []).compactMap { action, _ in
        guard let id = action.id, let due = action.before else { return nil }
        return Episode(
          id: Episode.ID(rule: "proef.actie", subject: .pupil(dossier.id), records: [id]),
          visibleFrom: due.adding(days: -28), due: due, clearedOn: action.doneOn,
          title: ProofStep("titel", ["wat": .text(action.what ?? "")]),
          proof: [ProofStep("afgesproken", ["datum": .date(due)])],
          act: Act(.conversations, list: "acties", record: id, field: "klaarOp"))
      }
    })

  private static let absence = Rule(
    "proef.verzuim", reads: [.pupil, .absence],
    judge: .pupil { dossier, _ in
      let days = (dossier.absence.record?.absences ?? []).filter { $0.kind.is(.unauthorised) }.compactMap(\.from)
      guard days.count >= 3, let third = days.sorted().dropFirst(2).first else { return [] }
      let reported = dossier.absence.record?.reports.compactMap(\.reportedOn).min()
      return [
        Episode(
          id: Episode.ID(rule: "proef.verzuim", subject: .pupil(dossier.id)), visibleFrom: third,
          due: third.adding(weeks: 1), clearedOn: reported,
          proof: [ProofStep("derde", ["datum": .date(third)])], act: Act(.absence, list: "meldingen"))
      ]
    })

  /// Has the name of the real one, by which the picture of a plan's year finds it.
  private static let evaluation = Rule(
    "opp.evaluatie", reads: [.pupil, .plan],
    judge: .pupil { dossier, _ in
      guard let plan = dossier.plan.record, let begin = plan.versions.compactMap(\.establishedOn).min() else {
        return []
      }
      let last = plan.evaluations.compactMap(\.on).max() ?? begin
      return [
        Episode(
          id: Episode.ID(rule: "opp.evaluatie", subject: .pupil(dossier.id)),
          visibleFrom: last.adding(years: 1).adding(weeks: -8), due: last.adding(years: 1),
          title: ProofStep("titel", ["datum": .date(last.adding(years: 1))]),
          proof: [ProofStep("laatst", ["datum": .date(last)])], act: Act(.plan, list: "evaluaties"))
      ]
    })

  private static let book = RuleBook(
    [
      entry(
        "opp.evaluatie", .statute, "OPP evalueren uiterlijk {datum:kort}", "Een OPP wordt elk jaar geëvalueerd.",
        ["laatst": "De laatste evaluatie was op {datum}."]),
      entry(
        "proef.opp", .statute, "OPP vaststellen", "Een OPP is er zes weken nadat de extra ondersteuning begon.",
        [
          "sinds": "Extra ondersteuning sinds {datum}.", "telling": "Zes weken later is {laatste}.",
        ]),
      entry(
        "proef.besluit", .statute, "Aanmelding: besluit nemen", "De school beslist binnen zes weken na de aanmelding.",
        ["ontvangen": "De schriftelijke aanmelding kwam op {datum}."]),
      entry(
        "proef.actie", .norm, "Actie: {wat}", "Een afgesproken actie wordt op tijd gedaan.",
        ["afgesproken": "Afgesproken voor {datum}."], audience: [.careCoordinator, .teacher]),
      entry(
        "proef.verzuim", .statute, "Verzuim melden", "Drie dagen ongeoorloofd verzuim wordt gemeld.",
        ["derde": "De derde dag was {datum}."], norms: hours),
    ], referral: referral)
  /// The real ones: the pictures of the way to another school are of these.
  private static let referral = (try? ReferenceData.referralTexts()) ?? ReferralTexts()

  /// The numbers by which the hours of absence are counted.
  private static let hours =
    [
      ("uren", 16), ("lesweken", 4), ("meldingdagen", 7),
    ].map { norm("verzuim.16uur." + $0.0, $0.1) } + [norm("verzuim.nadert.uren", 12)]

  private static func norm(_ name: String, _ value: Int) -> Norm {
    Norm(name: name, label: "Getal " + name, unit: "stuks", value: value, bounds: 1...100, isStatutory: value == 16)
  }

  /// Something to look up of each shape: much and little, with and without rules, an amount with its year.
  static let reference = ReferenceBook([
    ReferenceEntry(
      id: "opp", kind: .abbreviation, title: "OPP: ontwikkelingsperspectief",
      text: "In het OPP staat waar een leerling naartoe werkt en welke hulp daarbij hoort.",
      changed: "Sinds 1 augustus 2025 wordt elke leerling gehoord.", sections: ["1.12", "2.4"],
      articles: ["WPO art. 40a"], addresses: ["https://voorbeeld.nl/opp"], rules: ["proef.opp", "onbekend"]),
    ReferenceEntry(
      id: "vraag-opp", kind: .question, title: "Moeten ouders tekenen?", text: "Met het handelingsdeel stemmen zij in.",
      sections: ["2.6"], rules: ["proef.opp", "proef.besluit"]),
    ReferenceEntry(
      id: "bedrag-sbo", kind: .funding, title: "Bedrag: plaats op SBO", text: "De toeslag was € 1.000.", year: 2022),
    ReferenceEntry(
      id: "bartimeus", kind: .organisation, title: "Bartiméus", text: "Voor wie slecht ziet.", sections: ["5"],
      addresses: ["https://voorbeeld.nl/b"], rules: ["proef.verzuim"]),
  ])

  private static func entry(
    _ rule: RuleID, _ force: Force, _ title: String, _ explanation: String, _ sentences: [String: String],
    audience: Set<Audience> = [.careCoordinator], norms: [Norm] = []
  ) -> RuleEntry {
    RuleEntry(
      id: rule, force: force, validFrom: nil, validUntil: nil, audience: audience, title: title,
      explanation: explanation, sources: [Source(text: "Proefregel §1", address: "https://voorbeeld.nl/1")],
      norms: norms,
      sentences: sentences, clearedBy: "Vastleggen wat er gedaan is.",
      stories: [
        Story(
          outcome: .fires, sentence: "Op de dag zelf staat het er.", day: day("2026-11-23"), sections: [:], school: nil,
          lastDay: nil)
      ])
  }
}
