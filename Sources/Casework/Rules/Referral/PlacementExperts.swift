/// Who advised on an application, and whether they are the two that the law wants (§4.1; WPO 18a lid 11).
struct PlacementExperts {
  private struct Advice {
    let name: String
    let discipline: ExpertDiscipline
    let on: CivilDate
  }

  private let counting: [Advice]
  private let records: [Record<PlacementExpertFields>]

  /// Only an advice with a name, a profession that the law knows and a day counts.
  init(_ application: PlacementApplication) {
    records = application.experts
    counting = records.compactMap { record in
      guard let name = record.personName?.comparable, !name.isEmpty, let discipline = record.discipline?.known,
        discipline.isFirst || discipline.isSecond, let on = record.on
      else { return nil }
      return Advice(name: name, discipline: discipline, on: on)
    }
  }

  /// The first day on which both had advised; nothing while one lacks.
  var completeOn: CivilDate? {
    let days = counting.filter(\.discipline.isFirst).flatMap { first in
      counting.filter { $0.discipline.isSecond && $0.name != first.name }.map { max(first.on, $0.on) }
    }
    return days.min()
  }

  /// Each advice on record, what it counts for, and what lacks.
  func proof(decidedOn decided: CivilDate, at place: Act) -> [ProofStep] {
    var steps = records.map { line(of: $0, decided, at: place) }
    let inTime = counting.filter { $0.on <= decided }
    let firsts = inTime.filter(\.discipline.isFirst)
    let seconds = inTime.filter(\.discipline.isSecond)
    if firsts.isEmpty { steps.append(ProofStep("eersteOntbreekt")) }
    if seconds.isEmpty { steps.append(ProofStep("tweedeOntbreekt")) }
    if !firsts.isEmpty, !seconds.isEmpty { steps.append(ProofStep("zelfdePersoon")) }
    return steps
  }

  private func line(
    of record: Record<PlacementExpertFields>, _ decided: CivilDate, at place: Act
  ) -> ProofStep {
    let name = record.personName ?? ""
    let who: ProofValues = [
      "naam": .text(name.comparable.isEmpty ? "iemand zonder naam" : name),
      "vak": .text(record.discipline?.known?.label ?? record.discipline?.word ?? "vak onbekend"),
    ]
    guard let on = record.on else { return ProofStep("zonderDatum", who, at: place) }
    let dated = who.and(["datum": .date(on)])
    guard !name.comparable.isEmpty, let discipline = record.discipline?.known,
      discipline.isFirst || discipline.isSecond
    else { return ProofStep("teltNiet", dated, at: place) }
    return ProofStep(on <= decided ? "advies" : "adviesNaBesluit", dated, at: place)
  }
}

extension ExpertDiscipline {
  /// An orthopedagogue or a psychologist, of children too.
  var isFirst: Bool {
    switch self {
    case .orthopedagogue, .psychologist, .childPsychologist: true
    case .pedagogue, .childPsychiatrist, .socialWorker, .physician, .other: false
    }
  }

  /// The second expert; an orthopedagogue is a pedagogue.
  var isSecond: Bool {
    switch self {
    case .orthopedagogue, .childPsychologist, .pedagogue, .childPsychiatrist, .socialWorker, .physician: true
    case .psychologist, .other: false
    }
  }
}
