import CSystem
import Glibc
import Testing

@testable import Terminal

@Suite("Waiting")
struct WaiterTests {
  @Test("Ends for a key, for work and for the clock, and says which")
  func which() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let signals = cs_event_open()
    let work = cs_event_open()
    let waiter = Waiter(input: ends[0], signals: signals, work: work)
    defer {
      waiter.close()
      (ends + [signals, work]).forEach { close($0) }
    }

    cs_event_signal(work)
    #expect(waiter.wait(until: nil) == Waiter.Woken(work: true))
    cs_event_take(work)

    #expect(waiter.wait(until: LiveClock.uptime + 2) == Waiter.Woken(timer: true))
    #expect(waiter.wait(until: 0) == Waiter.Woken(timer: true))

    cs_event_signal(signals)
    #expect(waiter.wait(until: nil) == Waiter.Woken(signals: true))
    cs_event_take(signals)

    write(ends[1], "x", 1)
    #expect(waiter.wait(until: nil) == Waiter.Woken(input: true))
    #expect(waiter.wait(until: 0, forKeys: false) == Waiter.Woken(timer: true))
    var byte: UInt8 = 0
    read(ends[0], &byte, 1)
    close(ends[1])
    ends.removeLast()
    #expect(waiter.wait(until: nil).hungUp)
  }

  @Test("An alarm never rings early")
  func notEarly() {
    let signals = cs_event_open()
    let work = cs_event_open()
    let waiter = Waiter(input: signals, signals: signals, work: work)
    defer {
      waiter.close()
      [signals, work].forEach { close($0) }
    }
    let moment = LiveClock.uptime + 20
    _ = waiter.wait(until: moment)
    #expect(LiveClock.uptime >= moment)
  }
}
