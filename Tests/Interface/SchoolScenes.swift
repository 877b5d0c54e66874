import Casework
import Interface

/// The school as a dossier of itself.
extension Scene {
  static let schoolStories: [Story] = [
    (
      "school-groepen", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("3")
      }
    ),
    (
      "school-kalender", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("6")
        $0.press(.down, .down, .down, .down)
      }
    ),
    (
      "school-kalender-nieuw", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("6n")
      }
    ),
    (
      "school-studiedag", TestSchool.ib,
      {
        $0.addStudyDay("20 okt")
      }
    ),
    (
      "school-gevolgen", TestSchool.ib,
      {
        $0 = Drive(on: $0.state.size, isASCII: $0.state.environment.isASCII, asking: TeachingDayRule.engine)
        $0.addStudyDay("1 dec")
        $0.press(.control("s"))
      }
    ),
    (
      "school-rooster", TestSchool.ib,
      {
        $0.press(.function(6))
        $0.type("5n")
        $0.press(.down, .enter)
        $0.go(to: "lestijden")
        $0.press(.down, .control("y"))
      }
    ),
    (
      "school-leraar", TestSchool.teacher,
      {
        $0.press(.function(6))
        $0.type("4")
      }
    ),
    (
      "leerling-nieuw", TestSchool.ib,
      {
        $0.press(.function(3), .control("n"))
        $0.type("Noor")
        $0.press(.tab, .tab)
        $0.type("Vriez")
        $0.press(.tab)
        $0.type("13-6-2016")
      }
    ),
    (
      "leerling-dubbel", TestSchool.ib,
      {
        $0.press(.function(3), .control("n"))
        $0.type("Noor")
        $0.press(.tab, .tab)
        $0.type("Vriez")
        $0.press(.tab)
        $0.type("13-6-2016")
        $0.go(to: "groep")
        $0.type("6a")
        $0.press(.tab)
        $0.type("6")
        $0.press(.control("s"))
      }
    ),
  ]
}
