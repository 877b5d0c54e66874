import Casework
import ReferenceData
import Support
import Testing

/// What each rule's episodes may hang on, tried on random dossiers.
@Suite("The reach of every rule")
struct RuleReachTests {
  private static let pupilRules = Rule.all.filter { rule in
    switch rule.judge {
    case .pupil, .absence: true
    case .group, .school: false
    }
  }

  private let dossiers: [Dossier]
  /// As many, with other facts in every tab.
  private let others: [Dossier]

  init() {
    var maker = RandomDossier(seed: 31)
    dossiers = maker.mixture(18)
    others = maker.mixture(18)
  }

  private func judges(_ rule: Rule) throws -> (Dossier) -> Judgement {
    let engine = RuleEngine(book: try ReferenceData.ruleBook(), rules: [rule])
    let scope = engine.scope(of: SampleSchool.school(), until: day("2028-12-31"))
    return { engine.judge($0, in: scope) }
  }

  /// The dossiers whose episodes change when the facts of these tabs are others.
  private func changed(by tabs: some Sequence<SectionName>, _ rule: Rule) throws -> Int {
    let judge = try judges(rule)
    return zip(dossiers, others).count { dossier, other in
      var swapped = dossier
      for tab in tabs { swapped[tab] = other[tab] }
      return judge(swapped) != judge(dossier)
    }
  }

  @Test("a fact outside the sections that a rule names changes none of its episodes")
  func outside() throws {
    for rule in Self.pupilRules {
      let outside = Set(SectionName.allCases).subtracting(rule.reads)
      #expect(try changed(by: outside, rule) == 0, "\(rule.id)")
    }
  }

  @Test("a fact inside them does: the swap is felt by nearly every rule")
  func inside() throws {
    let felt = try Self.pupilRules.filter { try changed(by: $0.reads, $0) > 0 }
    #expect(felt.count * 10 > Self.pupilRules.count * 8, "\(felt.count) of \(Self.pupilRules.count)")
  }

  @Test("a tab that a rule reads and that cannot be read gives “kan ik niet beoordelen”, and no signal")
  func unreadable() throws {
    for rule in Self.pupilRules {
      let judge = try judges(rule)
      for (number, tab) in SectionName.allCases.enumerated() {
        var dossier = dossiers[number % dossiers.count]
        let readable = judge(dossier)
        dossier[tab] = number.isMultiple(of: 2) ? .notReadable : .damaged("Regel 3 is geen JSON.")
        let found = judge(dossier)
        guard rule.reads.contains(tab) else {
          #expect(found == readable, "\(rule.id) \(tab)")
          continue
        }
        #expect(found.episodes.isEmpty, "\(rule.id) \(tab)")
        #expect(found.unjudged.map(\.section) == [tab], "\(rule.id)")
        #expect(found.unjudged.allSatisfy { $0.explanation.hasPrefix("Kan ik niet beoordelen") && $0.rule == rule.id })
      }
    }
  }
}
