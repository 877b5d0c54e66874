import Support
import Testing

@Suite("The walks themselves")
struct WalkControlTests {
  @Test(
    "A walk that must fail does fail, at its line",
    arguments: [
      ("run echo hallo\n? hallo\n? iets anders", 3), ("run echo hallo\n? hallo\n! hallo", 3),
      ("$ true\n$ false", 2), ("$ echo hallo\n| hallo\n| dag", 3), ("$ echo hallo\n!| hallo", 2),
      ("run true\n\n# remark\nexits 1", 4), ("run echo hallo\n= no-such-golden", 2), ("> Enter", 1),
      ("run echo\nsignal TERM", 2), ("run printf '\\033[31mrood\\033[m'\n? rood\ncoloured no", 3),
      ("run echo grijs\n? grijs\ncoloured yes", 3), ("run echo\nhangup", 2),
    ])
  func control(text: String, line: Int) throws {
    let failure = #expect(throws: WalkFailure.self) { try Walker("control", patience: 1).walk(WalkScript(text)) }
    #expect(failure?.line == line)
  }

  @Test("A walk sees what a program shows, in the environment and the window that it asked for")
  func sees() throws {
    let text = """
      size 60x10
      term screen
      env GROET=goedendag
      run printf '%s %s %s\\n' $TERM $GROET $HOME; stty size; read -r regel; echo "<$regel>"
      ? screen goedendag {home}
      ? 10 60
      > "een e\u{301}\\"n" Space "x" BSpace Enter
      ? <een é"n>
      exits 0
      run printf '\\033[38;5;9mrood\\033[m'
      coloured yes
      run sleep 1000
      ? sleep 1000
      $ 3: echo "$GROET"; exit 3
      | goedendag
      """
    try Walker("control").walk(WalkScript(text))
  }

  @Test("A walk says what day it is")
  func clock() throws {
    try Walker("control").walk(WalkScript("clock 2031-02-03T10:00:00Z\n$ date +%F\n| 2031-02-03"))
  }

  @Test(
    "A slip in a script is told, not walked", arguments: ["> Entr", "> \"open", "zomaar wat", "size 80", "signal X"])
  func slips(line: String) {
    #expect(throws: WalkScript.NotUnderstood.self) { try WalkScript("# first\n" + line) }
  }
}
