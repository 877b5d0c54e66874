import Casework
import Testing

@Suite("Who a guardian is")
struct GuardianTests {
  private func guardian(
    _ name: String, telephone: String? = nil, second: String? = nil, mail: String? = nil, address: String? = nil,
    postcode: String? = nil, town: String? = nil
  ) -> Guardian {
    var guardian = Guardian()
    guardian.fullName = name
    guardian.telephone = telephone
    guardian.secondTelephone = second
    guardian.mail = mail
    guardian.address = address
    guardian.postcode = postcode
    guardian.town = town
    return guardian
  }

  @Test("Two records are certainly of one person by the full name and one thing more")
  func same() {
    let home = guardian("Ilse Smit", address: "Dorpsstraat 1", postcode: "1234 AB", town: "Ede")
    #expect(home.isCertainly(guardian("ilse smit", address: "Dorpsstraat  1", postcode: "1234ab")))
    #expect(home.isCertainly(guardian("Ilse Smit", address: "dorpsstraat 1", town: "EDE")))
    let phone = guardian("Zoë d’Angelo", telephone: "06-12345678")
    #expect(phone.isCertainly(guardian("zoe d'angelo", telephone: "0318 123456", second: "+31 6 1234 5678")))
    #expect(guardian("Ilse Smit", mail: "I.Smit@x.nl").isCertainly(guardian("Ilse Smit", mail: " i.smit@X.nl ")))
  }

  @Test("A name alone, a number that is no telephone, and a street in another town say nothing")
  func other() {
    #expect(!guardian("Ilse Smit").isCertainly(guardian("Ilse Smit")))
    #expect(!guardian("", telephone: "06-12345678").isCertainly(guardian("", telephone: "06-12345678")))
    let phone = guardian("Ilse Smit", telephone: "06-12345678")
    #expect(!phone.isCertainly(guardian("Ilse Smits", telephone: "06-12345678")))
    #expect(!phone.isCertainly(guardian("Ilse Smit", telephone: "06-12345679")))
    #expect(!guardian("Ilse Smit", telephone: "12").isCertainly(guardian("Ilse Smit", telephone: "12")))
    #expect(!guardian("Ilse Smit", mail: "").isCertainly(guardian("Ilse Smit", mail: "")))
    let home = guardian("Ilse Smit", address: "Dorpsstraat 1", postcode: "1234 AB", town: "Ede")
    #expect(!home.isCertainly(guardian("Ilse Smit", address: "Dorpsstraat 1", postcode: "4321 BA", town: "Elst")))
    #expect(!home.isCertainly(guardian("Ilse Smit", address: "Dorpsstraat 1")))
    #expect(!home.isCertainly(guardian("Ilse Smit", postcode: "1234 AB", town: "Ede")))
  }
}
