import Casework
import Support
import Testing

@testable import ReferenceData

@Suite("The reference")
struct ReferenceBookTests {
  @Test("Every entry cites paragraphs that the Handreiking has")
  func sections() throws {
    for entry in try ReferenceData.referenceBook().entries {
      #expect(!entry.sections.isEmpty, "\(entry.id)")
      #expect(Set(entry.sections).isSubset(of: Handreiking.sections), "\(entry.id): \(entry.sections)")
      #expect(Set(entry.sections).count == entry.sections.count, "\(entry.id)")
    }
  }

  @Test("Every rule that an entry names is one of the program, built today or still to come")
  func rules() throws {
    let known = Set(try ReferenceData.ruleBook().ids).union(Handreiking.rules)
    for entry in try ReferenceData.referenceBook().entries {
      let strangers = Set(entry.rules).subtracting(known)
      #expect(strangers.isEmpty, "\(entry.id): \(strangers)")
    }
  }

  @Test("From every rule of the program something can be looked up")
  func reachable() throws {
    let book = try ReferenceData.referenceBook()
    for rule in Handreiking.rules { #expect(!book.entries(about: rule).isEmpty, "\(rule)") }
  }

  @Test("Every abbreviation of §1.12 is there, by its letters")
  func abbreviations() throws {
    let book = try ReferenceData.referenceBook()
    let letters = "gpo gvo lwoo oogo op opp opr pro rod sbo so sop tlv vso".split(separator: " ")
    for word in letters {
      let entry = try #require(book[String(word)], "\(word)")
      #expect(entry.kind == .abbreviation)
      #expect(entry.sections.contains("1.12"), "\(word)")
    }
  }

  @Test("The guide's questions, organisations, steps, points of care, models, amounts and levels are all there")
  func complete() throws {
    let entries = try ReferenceData.referenceBook().entries
    func count(_ kind: TopicKind, in section: String) -> Int {
      entries.filter { $0.kind == kind && $0.sections.contains(section) }.count
    }
    #expect(count(.question, in: "1.11") == 5)
    #expect(count(.question, in: "2.12") == 9)
    #expect(count(.question, in: "3.9") == 7)
    #expect(count(.organisation, in: "5") == 28)
    #expect(count(.step, in: "3.4") == 6)
    #expect(count(.care, in: "3.6") == 7)
    #expect(count(.funding, in: "1.9") == 3)
    #expect(count(.level, in: "2.1") == 4)
    #expect(count(.supervision, in: "1.6") == 1)
    #expect(count(.supervision, in: "1.10") == 2)
  }

  @Test("Where an entry tells an amount in euros, it says of which year")
  func amounts() throws {
    for entry in try ReferenceData.referenceBook().entries {
      #expect(entry.text.contains(" euro") == (entry.year == 2022), "\(entry.id)")
    }
  }

  @Test("An organisation has an address, and every address is one to open")
  func addresses() throws {
    for entry in try ReferenceData.referenceBook().entries {
      if entry.kind == .organisation { #expect(!entry.addresses.isEmpty, "\(entry.id)") }
      for address in entry.addresses {
        #expect(address.hasPrefix("https://") || address.hasPrefix("http://"), "\(address)")
        #expect(!address.contains(" "), "\(address)")
      }
    }
  }

  @Test("Every entry is found by its title, also without accents and capitals, before those that only mention it")
  func byTitle() throws {
    let book = try ReferenceData.referenceBook()
    for entry in book.entries {
      for typed in [entry.title, entry.title.withoutAccents] {
        let found = book.search(SearchQuery(typed)).map(\.id)
        // More than one title may hold all these words: MR is the beginning of no other, OP of many.
        #expect(found.prefix(3).contains(entry.id), "\(typed): \(found)")
      }
    }
  }

  @Test("Every entry is found by its longest word with one letter left out, doubled, changed or swapped")
  func bySlip() throws {
    let book = try ReferenceData.referenceBook()
    for entry in book.entries {
      for typed in entry.title.withSlips {
        #expect(book.search(SearchQuery(typed)).contains(entry), "\(entry.id): \(typed)")
      }
    }
  }

  @Test("What is not there is not found, and nothing typed lists all by kind")
  func searchControls() throws {
    let book = try ReferenceData.referenceBook()
    #expect(book.search(SearchQuery("sneeuwvlokje")).isEmpty)
    #expect(book.search(SearchQuery("")) == book.entries)
    let kinds = book.entries.map { TopicKind.allCases.firstIndex(of: $0.kind) ?? -1 }
    #expect(kinds == kinds.sorted())
    #expect(Set(book.entries.map(\.kind)) == Set(TopicKind.allCases))
  }

  @Test("An entry tells what changed since 2022, its sources and only rules that are there")
  func parts() {
    let entry = ReferenceEntry(
      id: "x", kind: .funding, title: "Toeslag", text: "Tekst.", changed: "Nu anders.", sections: ["1.8", "5"],
      articles: ["WPO art. 40"], year: 2022, rules: ["er.niet"])
    #expect(entry.heading == "Toeslag (bedrag van 2022)")
    #expect(
      entry.parts(with: RuleBook([])) == [
        ReferencePart(heading: nil, paragraphs: ["Tekst."]),
        ReferencePart(heading: "Anders sinds de Handreiking (2022)", paragraphs: ["Nu anders."]),
        ReferencePart(
          heading: "Bronnen", paragraphs: ["Handreiking §1.8; Handreiking hoofdstuk 5; WPO art. 40"]),
      ])
  }

  @Test(
    "A slip in a file is refused, with the place where it stands",
    arguments: [
      (#"{"soort":"vraag","onderwerpen":[{"id":"a","titel":"t","tekst":"x","jaartal":2022}]}"#, "onderwerpen[0]"),
      (#"{"soort":"vragen","onderwerpen":[]}"#, "soort"),
      (#"{"soort":"vraag","onderwerpen":[{"id":"a","titel":"t"}]}"#, "onderwerpen[0].tekst"),
      (#"{"soort":"vraag","onderwerpen":[{"id":"a","titel":"t","tekst":"x","jaar":"2022"}]}"#, "onderwerpen[0].jaar"),
      (#"{"soort":"vraag","onderwerpen":[],"opmerking":"x"}"#, ""),
      (
        #"{"soort":"vraag","onderwerpen":[{"id":"a","titel":"t","tekst":"x"},{"id":"a","titel":"u","tekst":"y"}]}"#,
        "onderwerpen[1]"
      ),
    ])
  func refused(json: String, path: String) throws {
    let tree = try Tree(bytes: Array(json.utf8))
    let error = #expect(throws: ReferenceDataError.self) {
      try ReferenceEntry.entries(in: DataReader(file: "naslag/proef.json", path: "", tree: tree))
    }
    #expect(error?.path == path)
  }
}

extension String {
  /// By hand, so that the search is not held against the very folding that it uses.
  fileprivate var withoutAccents: String {
    let plain: [Character: Character] = [
      "é": "e", "É": "e", "ë": "e", "ï": "i", "ó": "o", "ö": "o", "ü": "u", "è": "e",
    ]
    return String(map { plain[$0] ?? $0 }).lowercased()
  }

  /// The longest word of plain letters, mistyped in its third letter in four ways; nothing where all words are short.
  fileprivate var withSlips: [String] {
    let words = withoutAccents.split { !$0.isLetter }.filter { $0.count >= 6 && $0.allSatisfy(\.isASCII) }
    guard let letters = words.max(by: { $0.count < $1.count }).map(Array.init) else { return [] }
    var (lacking, doubled, changed, swapped) = (letters, letters, letters, letters)
    lacking.remove(at: 2)
    doubled.insert(letters[2], at: 2)
    changed[2] = letters[2] == "x" ? "q" : "x"
    swapped.swapAt(2, 3)
    return [lacking, doubled, changed, swapped].map { String($0) }
  }
}
