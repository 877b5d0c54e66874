import Casework
import Glibc
import ReferenceData
import Vault

/// Makes schools of a given size and times what happens inside the program; `meet.py` drives it.
@main
struct Meetbank {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "school": try BigSchool(folder: words[1], state: words[2]).make(dossiers: Int(words[3]) ?? 0)
    case "commit": try Commits(folder: words[1], state: words[2]).time(count: Int(words[3]) ?? 0)
    case "regels": try Rules.time(dossiers: Int(words[1]) ?? 0)
    default:
      print("Meetbank school MAP STATE AANTAL | commit MAP STATE AANTAL | regels AANTAL")
      exit(64)
    }
  }
}

/// A clock that only goes forward, in microseconds.
func microseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1_000_000 + Double(time.tv_nsec) / 1000
}

func now() -> Moment {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Moment(seconds: Int64(time.tv_sec))
}

/// `median p95 max` of a list of times.
func figures(_ times: [Double]) -> String {
  let sorted = times.sorted()
  func at(_ share: Double) -> Int { Int(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) }
  return "\(at(0.5)) \(at(0.95)) \(Int(sorted.last ?? 0))"
}
