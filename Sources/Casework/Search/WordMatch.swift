/// How well a typed word fits the beginning of a word that is searched.
enum WordMatch: Equatable {
  /// Letter for letter.
  case exact
  /// But for one letter too many, too few, another one, or two that changed places.
  case slip
  case none
}

/// Compares what was typed so far with the beginning of a word.
///
/// The one slip may be taken to be where the two first differ: an earlier one would have to give the same letters.
func matchBeginning(
  of word: UnsafeBufferPointer<UInt16>.SubSequence, with typed: UnsafeBufferPointer<UInt16>, forgives: Bool
) -> WordMatch {
  let start = word.startIndex
  var same = 0
  while same < typed.count, same < word.count, typed[same] == word[start + same] { same += 1 }
  if same == typed.count { return .exact }
  guard forgives else { return .none }

  /// Whether the rest of what was typed follows in the word.
  func follows(from typedFrom: Int, in wordFrom: Int) -> Bool {
    guard typed.count - typedFrom <= word.count - wordFrom else { return false }
    for offset in 0..<(typed.count - typedFrom) where typed[typedFrom + offset] != word[start + wordFrom + offset] {
      return false
    }
    return true
  }
  let another = same < word.count && follows(from: same + 1, in: same + 1)
  if another || follows(from: same + 1, in: same) || follows(from: same, in: same + 1) { return .slip }
  let swapped =
    same + 1 < typed.count && same + 1 < word.count && typed[same] == word[start + same + 1]
    && typed[same + 1] == word[start + same] && follows(from: same + 2, in: same + 2)
  return swapped ? .slip : .none
}
