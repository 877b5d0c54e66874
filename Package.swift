// swift-tools-version: 6.2
import PackageDescription

/// Every room is strict: language mode 6 and no warning gets past the compiler.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

/// A room of the program.
///
/// The arrows between rooms are explained in docs/architectuur.md and held by HouseTests.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of a room, in the folder that mirrors it.
func tests(
  _ name: String, of rooms: [Target.Dependency], resources: [Resource] = [], leavingOut: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: rooms, path: "Tests/" + name, exclude: leavingOut, resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "Passend",
  products: [
    .executable(name: "passend", targets: ["passend"]),
    // For the measuring package only.
    .library(name: "PassendRooms", targets: ["Casework", "ReferenceData", "Vault"]),
    // For the walks only.
    .library(name: "FixedClock", type: .dynamic, targets: ["FixedClock"]),
  ],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    // Thin doors to C, each used by one room only.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "CNcurses", cSettings: strictC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSystem", cSettings: strictC),
    .target(name: "CReferenceData", exclude: ["embed"], cSettings: strictC),

    room("Text", imports: ["CUtf8proc"]),
    room("Casework", imports: ["Text"]),
    room("ReferenceData", imports: ["Casework", "CReferenceData"]),
    room("Vault", imports: ["Casework", "CSodium", "CSystem"]),
    room("Paperwork", imports: ["Text", "Casework"]),
    room("Exchange", imports: ["Casework", "CExpat"]),
    room("Interface", imports: ["Text", "Casework", "Paperwork"]),
    room("Terminal", imports: ["Text", "Casework", "Interface", "Vault", "CNcurses", "CSystem"]),
    .executableTarget(
      name: "passend",
      dependencies: [
        "Text", "Casework", "ReferenceData", "Vault", "Paperwork", "Exchange", "Interface", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "Support", dependencies: ["Casework", "ReferenceData", "Vault", "Interface", "CSystem"],
      path: "Tests/Support", swiftSettings: strict),
    tests("Text", of: ["Text", "Support"]),
    tests("Casework", of: ["Casework", "ReferenceData", "Support"]),
    tests("ReferenceData", of: ["ReferenceData", "Support"]),
    tests("Vault", of: ["Vault", "Support", "vault-probe"]),
    // Saves in a process of its own, so that a test can kill it at any system call and let several race.
    .executableTarget(
      name: "vault-probe", dependencies: ["Vault", "Support"], path: "Tests/Faults", swiftSettings: strict),
    // Holds the vault against a reader in Python that was made from docs/bestandsformaat.md alone.
    tests("Reader", of: ["Casework", "Vault", "Support"], leavingOut: ["lezer.py"]),
    tests("Paperwork", of: ["Paperwork", "ReferenceData", "Support"]),
    tests("Exchange", of: ["Exchange", "Support", "exchange-probe"], leavingOut: ["Samples"]),
    // Reads one file in a process of its own, so that a test can measure the memory that it took.
    .executableTarget(
      name: "exchange-probe", dependencies: ["Exchange"], path: "Tests/ExchangeProbe", swiftSettings: strict),
    tests("Interface", of: ["Interface", "ReferenceData", "Support"], leavingOut: ["Goldens"]),
    tests("Terminal", of: ["Terminal", "Support"]),
    tests("House", of: ["Support"], leavingOut: ["plant"]),
    // Put in front of the program under test, so that a walk says which day it is.
    .target(name: "FixedClock", path: "Tests/FixedClock", cSettings: strictC),
    tests("EndToEnd", of: ["Support"], leavingOut: ["Walks"]),
  ]
)
