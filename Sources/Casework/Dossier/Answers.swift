/// An answer where not knowing is something else than no; an empty field was never asked.
public enum YesNoUnknown: String, ChoiceKind {
  case yes = "ja"
  case no = "nee"
  case unknown = "onbekend"

  public var label: String { rawValue }
}

/// How something was said or given.
public enum SpokenOrWritten: String, ChoiceKind {
  case written = "schriftelijk"
  case oral = "mondeling"

  public var label: String { rawValue }
}
