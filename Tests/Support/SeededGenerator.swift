/// Random numbers that are the same on every run (SplitMix64), so that a failing property fails again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// A whole number in the range.
  public mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of the choices, of which there must be one.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[int(0...choices.count - 1)]
  }

  /// True once in so many times.
  public mutating func oneIn(_ count: Int) -> Bool {
    int(1...count) == 1
  }
}
