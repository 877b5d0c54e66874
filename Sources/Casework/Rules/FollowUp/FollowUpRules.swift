extension Rule {
  /// The rules about keeping going: what was promised, what falls silent, what ends, what is handed on.
  static let followUpRules = [openAction, quietParents, nextDate, arrangementEnds, teacherHandover]
}
