import Testing

@testable import Casework

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4 (NIST, "Examples with Intermediate Values").
  @Test(
    "the standard's own examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(text: String, hash: String) { #expect(SHA256.hexadecimal(Array(text.utf8)) == hash) }

  /// By Python's hashlib, of letters that go round by seven, at every length where the padding changes.
  @Test(
    "lengths around the edges of a block",
    arguments: [
      (55, "7cda990214cc40c5e59b2a5f09f1c34da7ea4a7d44479d36b150ea7c04aa009a"),
      (56, "642b572edefc37c5664b4b95a7a83bdc5617dc06b241bfac5c8094b10fec734e"),
      (63, "125d5830922e3666b5891332b54f12d328861b7ec30fec51a03fa27bbe549642"),
      (64, "15c32cfa73534b3c34a1244e4331e3757b34daf267f6a7322d471c849e3a5c65"),
      (65, "ddd761939cd192b02ac5b652b6f4763b0351e0c40a325432c318b0aab6c4afc5"),
      (119, "a1913d07c18ff09efb38be9e5317b92e7a4cf103f6fb7448257c30c7cab59462"),
      (120, "f9fe9011baded2c49c901e5d4d74f66a00f057070e9e9d641b566eeea45f3be3"),
      (1000, "4256460c8769ec1a1d2a8e3edeeda0d3cc4fbc30b3c0f6a2b53da3ef9f60ea5e"),
    ])
  func edges(length: Int, hash: String) {
    let message = (0..<length).map { UInt8(97 + $0 * 7 % 26) }
    #expect(SHA256.hexadecimal(message) == hash)
  }
}
