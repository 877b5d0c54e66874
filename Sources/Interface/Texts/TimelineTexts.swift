import Casework

extension Texts {
  enum Timeline {
    static let title = "Tijdlijn"
    static let empty = "In dit dossier staat nog niets met een datum."
    static let hintKinds = "soorten"
    static let hintTerms = "termijnen"
    static let terms = "Termijn"

    static func today(_ day: CivilDate) -> String { "vandaag, \(day.dutch(.full))" }

    static func head(_ day: CivilDate, _ scale: TimeScale) -> String {
      switch scale {
      case .week: week(from: day.monday, through: day.monday.adding(days: 6))
      case .month: "\(CivilDate.months[day.month - 1]) \(day.year)"
      case .year: String(day.year)
      }
    }

    /// Each day with its year where the week is in two.
    private static func week(from monday: CivilDate, through sunday: CivilDate) -> String {
      let first = monday.year == sunday.year ? monday.dutch(.brief) : "\(monday.dutch(.brief)) \(monday.year)"
      return "week \(monday.isoWeek), \(first) – \(sunday.dutch(.brief)) \(sunday.year)"
    }

    static func span(_ first: CivilDate, through last: CivilDate?) -> String {
      guard let last else { return "\(first.dutch(.weekday)) – nu" }
      return "\(first.dutch(.weekday)) – \(last.dutch(.weekday))"
    }

    /// A fact under the name of its field, where the kind of record does not say enough.
    static func fact(_ label: String, in record: String) -> String { "\(label) (\(record.lowercasedFirst))" }
    static func ongoing(through last: CivilDate?) -> String {
      last.map { "tot en met \($0.dutch(.full))" } ?? "nog bezig"
    }
    static func withdrawn(_ reason: String) -> String {
      reason.isEmpty ? "ingetrokken" : "ingetrokken: \(reason)"
    }

    static func timeliness(_ timeliness: Timeliness) -> String {
      switch timeliness {
      case .noTerm, .running: ""
      case .inTime: "✓ op tijd"
      case .late(_, let days): "✓ \(days) d te laat"
      case .notDone(let days): "!! \(days) d te laat"
      case .fellAway: "vervallen"
      }
    }

    static func notReadable(_ tab: String) -> String { "\(tab): voor u niet te lezen; wat daar staat, ontbreekt hier." }
    static func damaged(_ tab: String) -> String { "\(tab): beschadigd; wat daar staat, ontbreekt hier." }
    static func hidden(_ kinds: [String]) -> String { "Niet getoond: \(kinds.joined(separator: ", "))" }
    static func scale(_ scale: TimeScale) -> String {
      switch scale {
      case .week: "Per week."
      case .month: "Per maand."
      case .year: "Per jaar."
      }
    }
  }

  enum Changes {
    static let reading = "Een ogenblik: het dossier van die dag wordt gelezen."
    static let failed = "Hoe het dossier toen was, is nu niet te lezen. Ga terug (Esc) en probeer het nog eens."
    static let none = "Er is sindsdien niets veranderd."
    static let noTalk = "Er is nog geen eerder gesprek met ouders vastgelegd. Er is dus niets om mee te vergelijken."
    static let talksClosed = "Gesprekken is niet te lezen. Daarom is niet bekend wanneer het vorige gesprek was."
    static let added = "nieuw"
    static let restored = "telt weer mee"
    static let gone = "weg (ongedaan gemaakt)"
    static let title = "Veranderd sinds het vorige gesprek"

    static func title(_ day: CivilDate?) -> String {
      day.map { "Veranderd sinds het gesprek van \($0.dutch(.full))" } ?? title
    }
    static func shortTitle(_ day: CivilDate?) -> String {
      day.map { "Sinds \($0.dutch(.brief))" } ?? "Sinds vorige keer"
    }
    static func count(_ count: Int, since day: CivilDate) -> String {
      switch count {
      case 0: "Sinds het gesprek van \(day.dutch(.brief)) is er niets veranderd."
      case 1: "Sinds het gesprek van \(day.dutch(.brief)) is er 1 ding veranderd (v toont het)."
      default: "Sinds het gesprek van \(day.dutch(.brief)) zijn er \(count) dingen veranderd (v toont ze)."
      }
    }
    static func noHistory(of day: CivilDate, since: CivilDate?) -> String {
      let begin = since.map { "De geschiedenis van dit dossier begint op \($0.dutch(.long)). " } ?? ""
      return "\(begin)Het gesprek was op \(day.dutch(.long)): wat sindsdien veranderde, is niet meer te zien."
    }
    static func uncompared(_ tab: String, _ cause: DossierChanges.Uncompared.Cause) -> String {
      switch cause {
      case .notReadable: "\(tab): voor u niet te lezen, en dus niet vergeleken."
      case .damagedNow: "\(tab): beschadigd, en dus niet vergeleken. Met F7 ziet u wat er nog goed is."
      case .lostThen: "\(tab): hoe het toen was, is niet meer te lezen. Dit tabblad is niet vergeleken."
      }
    }
    static func uncompared(_ tabs: [String]) -> String {
      "Niet vergeleken: \(tabs.joined(separator: ", ")). Onderaan staat waarom."
    }
    static func field(_ labels: [String]) -> String { labels.joined(separator: " › ") }
    static func change(_ before: String, _ after: String) -> String { "\(before) → \(after)" }
  }
}

extension String {
  /// With a small first letter, save where the first word is an abbreviation.
  fileprivate var lowercasedFirst: String {
    let second = dropFirst().first
    guard let first, second.map({ !$0.isUppercase }) ?? true else { return self }
    return first.lowercased() + dropFirst()
  }
}
