import Glibc
import Testing

@testable import Exchange

/// What a file can make the reader hold, measured in a process of its own as the most memory it ever had.
@Suite struct EdexMemoryTests {
  /// A process that reads nothing much takes about 11 MB; one that holds a file takes that much more.
  private static let bound = 64 * 1024

  @Test(
    "200 MB are read or refused in bounded memory",
    arguments: [
      ("additions", "1 leerlingen"), ("too-large", "tooLarge(megabytes: 64)"),
      ("text", "tooLong(Exchange.EdexElement.roepnaam, limit: 64)"),
      ("spaces", "tooLong(Exchange.EdexElement.roepnaam, limit: 64)"), ("attribute", "tagTooLong(kilobytes: 256)"),
      ("comment", "tagTooLong(kilobytes: 256)"), ("depth", "tooDeep(limit: 32)"), ("names", "tooManyNames"),
      ("pupils", "tooMany(Exchange.EdexElement.leerling, limit: 20000)"),
      ("keys", "tooMany(Exchange.EdexElement.leerling, limit: 20000)"),
      ("links", "tooMany(Exchange.EdexElement.combinedGroup, limit: 200000)"),
    ])
  func bounded(shape: String, outcome: String) throws {
    let answer = try probe("stream", shape, "200")
    #expect(answer.first == outcome)
    let peak = try #require(answer.last.flatMap { Int($0) })
    #expect(peak < Self.bound, "\(shape): \(peak) kB")
  }

  @Test("Findings without end are counted in bounded memory") func findings() throws {
    let answer = try probe("stream", "unknown", "20")
    #expect(answer.first == "missing(Exchange.EdexElement.leerling, in: Exchange.EdexElement.leerlingen)")
    #expect(try #require(answer.last.flatMap { Int($0) }) < Self.bound)
  }

  @Test("A reader that holds the file goes over the bound, so the bound says something") func control() throws {
    let answer = try probe("hold", "additions", "100")
    #expect(try #require(answer.last.flatMap { Int($0) }) > Self.bound)
  }
}

/// Runs the probe beside the tests and returns the words of its answer.
func probe(_ arguments: String...) throws -> [String] {
  var path = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &path, path.count - 1)
  let own = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let folder = own.split(separator: "/").dropLast().joined(separator: "/")
  let command = (["/\(folder)/exchange-probe"] + arguments).map { "'\($0)'" }.joined(separator: " ")
  let pipe = try #require(popen(command, "r"))
  var line = [CChar](repeating: 0, count: 4096)
  let answer = fgets(&line, Int32(line.count), pipe)
  #expect(pclose(pipe) == 0, "\(command)")
  try #require(answer != nil)
  let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return text.split { $0 == "\t" || $0 == "\n" }.map(String.init)
}
