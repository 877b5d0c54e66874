import CSodium

/// Sealing with a key both sides have: XChaCha20-Poly1305 (IETF), a random nonce before the sealed bytes.
extension Secret {
  /// `nonce ‖ sealed bytes ‖ tag`; `binding` is not kept but must be the same at opening.
  func seal(_ plain: [UInt8], binding: [UInt8]) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, binding: binding) }
  }

  func seal(_ plain: UnsafeRawBufferPointer, binding: [UInt8]) -> [UInt8] {
    let count = Sodium.nonceCount + plain.count + Sodium.tagCount
    return Sodium.made(count) { place in
      randombytes_buf(place, Sodium.nonceCount)
      return withBytes { key in
        crypto_aead_xchacha20poly1305_ietf_encrypt(
          place + Sodium.nonceCount, nil, plain.bindMemory(to: UInt8.self).baseAddress, UInt64(plain.count), binding,
          UInt64(binding.count), nil, place, key) == 0
      }
    } ?? []
  }

  /// What ``seal(_:binding:)`` sealed, or nothing where key, binding or a single bit differ.
  func open(_ sealed: UnsafeRawBufferPointer, binding: UnsafeRawBufferPointer) -> [UInt8]? {
    let count = sealed.count - Sodium.nonceCount - Sodium.tagCount
    guard count > 0, let start = sealed.bindMemory(to: UInt8.self).baseAddress else { return nil }
    return Sodium.made(count) { decrypt(start, sealed.count, binding, into: $0) }
  }

  func open(_ sealed: [UInt8], binding: [UInt8]) -> [UInt8]? {
    sealed.withUnsafeBytes { sealed in binding.withUnsafeBytes { open(sealed, binding: $0) } }
  }

  /// A key that was sealed, opened straight into locked memory.
  func openKey(_ sealed: [UInt8], binding: [UInt8], in memory: LockedMemory) -> Secret? {
    openSecret(sealed, count: Sodium.keyCount, binding: binding, in: memory)
  }

  /// Secret bytes of this length that were sealed, opened straight into locked memory.
  func openSecret(_ sealed: [UInt8], count: Int, binding: [UInt8], in memory: LockedMemory) -> Secret? {
    guard sealed.count == Sodium.nonceCount + count + Sodium.tagCount else { return nil }
    return memory.store(count) { place in
      sealed.withUnsafeBufferPointer { sealed in
        binding.withUnsafeBytes { binding in
          guard let start = sealed.baseAddress else { return false }
          return decrypt(start, sealed.count, binding, into: place)
        }
      }
    }
  }

  /// A key, sealed.
  func sealKey(_ key: Secret, binding: [UInt8]) -> [UInt8] {
    key.withBytes { seal(UnsafeRawBufferPointer(start: $0, count: key.count), binding: binding) }
  }

  private func decrypt(
    _ sealed: UnsafePointer<UInt8>, _ count: Int, _ binding: UnsafeRawBufferPointer,
    into place: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    withBytes { key in
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        place, nil, nil, sealed + Sodium.nonceCount, UInt64(count - Sodium.nonceCount),
        binding.bindMemory(to: UInt8.self).baseAddress, UInt64(binding.count), sealed, key) == 0
    }
  }
}

/// A pair for receiving: anyone seals to the public half (crypto_box_seal: X25519, XSalsa20-Poly1305), the secret half opens.
struct BoxPair: Sendable {
  let publicKey: [UInt8]
  private let secretKey: Secret

  /// The pair that belongs to a seed of 32 bytes.
  init(seed: Secret) {
    var publicKey = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    secretKey = Secret.made { place in
      seed.withBytes { crypto_box_seed_keypair(&publicKey, place, $0) == 0 }
    }
    self.publicKey = publicKey
  }

  /// A key that was sealed to this pair, straight into locked memory; nothing where it was sealed to another.
  func openKey(_ sealed: [UInt8], in memory: LockedMemory) -> Secret? {
    guard sealed.count == Sodium.keyCount + crypto_box_sealbytes() else { return nil }
    return memory.store { place in
      secretKey.withBytes { crypto_box_seal_open(place, sealed, UInt64(sealed.count), publicKey, $0) == 0 }
    }
  }

  /// Seals a key to a public half; nothing where that is no key.
  static func seal(_ key: Secret, to publicKey: [UInt8]) -> [UInt8]? {
    guard publicKey.count == crypto_box_publickeybytes() else { return nil }
    let count = key.count + crypto_box_sealbytes()
    return Sodium.made(count) { place in
      key.withBytes { crypto_box_seal(place, $0, UInt64(key.count), publicKey) == 0 }
    }
  }
}

/// A pair for signing (Ed25519).
struct SigningPair: Sendable {
  let publicKey: [UInt8]
  private let secretKey: Secret

  init(seed: Secret) {
    var publicKey = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    let memory = LockedMemory(capacity: crypto_sign_secretkeybytes())
    let made = memory.store(crypto_sign_secretkeybytes()) { place in
      seed.withBytes { crypto_sign_seed_keypair(&publicKey, place, $0) == 0 }
    }
    guard let made else { preconditionFailure("a key could not be made") }
    secretKey = made
    self.publicKey = publicKey
  }

  /// The signature over a purpose's name and the bytes, so that one for one purpose never serves another.
  func sign(_ bytes: some Sequence<UInt8>, as purpose: SignedPurpose) -> [UInt8] {
    let text = Array(purpose.rawValue.utf8) + bytes
    return Sodium.made(Sodium.signatureCount) { place in
      secretKey.withBytes { crypto_sign_detached(place, nil, text, UInt64(text.count), $0) == 0 }
    } ?? []
  }

  static func verifies(
    _ signature: [UInt8], of bytes: some Sequence<UInt8>, as purpose: SignedPurpose, by publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == Sodium.signatureCount, publicKey.count == crypto_sign_publickeybytes() else {
      return false
    }
    let text = Array(purpose.rawValue.utf8) + bytes
    return crypto_sign_verify_detached(signature, text, UInt64(text.count), publicKey) == 0
  }
}

/// What a signature is for; the text stands before the bytes that are signed.
enum SignedPurpose: String {
  case envelope = "passend/envelop/1\n"
  case access = "passend/toegang/1\n"
  case successor = "passend/opvolging/1\n"
  case circle = "passend/kring/1\n"
  case root = "passend/wortel/1\n"
  case ring = "passend/sleutelbos/1\n"
  case bundle = "passend/bundel/1\n"
  case journal = "passend/journaal/1\n"
}
