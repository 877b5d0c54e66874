import CSystem

/// What keeps a crash from leaving a broken terminal, or memory with pupils' data, behind.
public enum CrashGuard {
  /// Catches crashes from now on.
  ///
  /// To be called first of all, also where no screen is drawn.
  public static func install() {
    var text = Texts.crashed
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { _ = cs_guard_install($0.baseAddress, $0.count) }
    }
  }
}
