import Testing

@testable import Terminal

@Suite("Alarms")
struct AlarmsTests {
  @Test("Ring once, earliest first, and not before their moment")
  func ring() {
    var alarms = Alarms<String>()
    alarms.set("b", at: 20)
    alarms.set("a", at: 10)
    alarms.set("c", at: 30)
    #expect(alarms.next == 10)
    #expect(alarms.take(at: 9).isEmpty)
    #expect(alarms.take(at: 20) == ["a", "b"])
    #expect(alarms.take(at: 20).isEmpty)
    #expect(alarms.next == 30)
  }

  @Test("Move when set again, stay when set only if quiet, go when cancelled")
  func move() {
    var alarms = Alarms<String>()
    alarms.set("idle", at: 10)
    alarms.set("idle", at: 50)
    alarms.setIfQuiet("idle", at: 5)
    alarms.setIfQuiet("drafts", at: 7)
    #expect(alarms.take(at: 49) == ["drafts"])
    alarms.cancel("idle")
    #expect(alarms.next == nil)
  }
}
