extension Spoken {
  /// The place, from 0, of what is read under a number; nothing where so many were not read.
  ///
  /// Whatever is typed comes here: a number is compared before anything is counted with it.
  static func place(of number: Int, in count: Int) -> Int? {
    number >= 1 && number <= count ? number - 1 : nil
  }

  /// The same of what was typed; nothing where that is no number.
  static func place(of typed: String, in count: Int) -> Int? {
    Int(typed).flatMap { place(of: $0, in: count) }
  }
}
