extension RuleEntry {
  /// The title as it stands for no pupil in particular: `Verlof boven … schooldagen`.
  public var plainTitle: String {
    var plain = ""
    var rest = Substring(title)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      plain += rest[..<start] + "…"
      let place = rest[start...end].dropFirst().dropLast().split(separator: "|")
      if place.count == 3 { plain += " " + place[2] }
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
