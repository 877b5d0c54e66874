import CSodium

/// Memory for secrets: kept out of swap and core dumps as far as the system allows, fenced, and wiped when it is let go.
///
/// It is filled by the one who makes it and only read after that, which is why it may cross threads.
final class LockedMemory: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  private var used = 0

  /// Stops the program where the system has no such memory left: going on would put a secret in ordinary memory.
  init(capacity: Int) {
    guard Sodium.isReady, let start = sodium_malloc(capacity) else {
      preconditionFailure("no locked memory")
    }
    self.start = start
    self.capacity = capacity
  }

  deinit { sodium_free(start) }

  var hasRoom: Bool { used + Sodium.keyCount <= capacity }

  /// Takes room for secret bytes and lets the caller fill it; nothing where filling failed.
  func store(_ count: Int = Sodium.keyCount, fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> Secret? {
    precondition(used + count <= capacity)
    let place = start.advanced(by: used).assumingMemoryBound(to: UInt8.self)
    guard fill(place) else {
      sodium_memzero(place, count)
      return nil
    }
    let secret = Secret(memory: self, offset: used, count: count)
    used += count
    return secret
  }

  fileprivate func pointer(at offset: Int) -> UnsafePointer<UInt8> {
    UnsafePointer(start.advanced(by: offset).assumingMemoryBound(to: UInt8.self))
  }
}

/// Secret bytes in locked memory: a key, a seed or a passphrase.
///
/// Never described.
public struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
  private let memory: LockedMemory
  private let offset: Int
  let count: Int

  fileprivate init(memory: LockedMemory, offset: Int, count: Int) {
    self.memory = memory
    self.offset = offset
    self.count = count
  }

  /// Takes a passphrase over (UTF-8, NFC) and wipes the caller's copy.
  public init(wiping bytes: inout [UInt8]) {
    let memory = LockedMemory(capacity: max(bytes.count, 1))
    let length = bytes.count
    let secret = bytes.withUnsafeMutableBytes { source in
      memory.store(length) { place in
        guard let start = source.baseAddress else { return true }
        UnsafeMutableRawPointer(place).copyMemory(from: start, byteCount: length)
        sodium_memzero(start, length)
        return true
      }
    }
    bytes = []
    self = secret ?? Secret(memory: memory, offset: 0, count: 0)
  }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    body(memory.pointer(at: offset))
  }

  public var description: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret {
  /// A new random key.
  static func fresh() -> Secret {
    made { place in
      randombytes_buf(place, Sodium.keyCount)
      return true
    }
  }

  /// A key of 32 bytes in memory of its own.
  ///
  /// `fill` must not fail.
  static func made(fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> Secret {
    let memory = LockedMemory(capacity: Sodium.keyCount)
    guard let secret = memory.store(fill: fill) else { preconditionFailure("a key could not be made") }
    return secret
  }

  /// A key for one purpose, derived from this one: BLAKE2b-256 keyed with it, over the purpose's name.
  func derived(_ purpose: StaticString) -> Secret {
    Secret.made { place in
      withBytes { key in
        crypto_generichash(place, Sodium.keyCount, purpose.utf8Start, UInt64(purpose.utf8CodeUnitCount), key, count)
          == 0
      }
    }
  }

  /// BLAKE2b-256 keyed with this secret.
  func keyedHash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Sodium.made(Sodium.hashCount) { place in
      withBytes { key in
        crypto_generichash(
          place, Sodium.hashCount, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), key, count) == 0
      }
    } ?? []
  }

  func keyedHash(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { keyedHash($0) }
  }
}
