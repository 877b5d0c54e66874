// swift-tools-version: 6.2
import PackageDescription

/// Measuring is a package of its own, so that nobody who builds or tests the program pays for it.
let package = Package(
  name: "Meetbank",
  dependencies: [.package(name: "Passend", path: "../..")],
  targets: [
    .executableTarget(
      name: "Meetbank", dependencies: [.product(name: "PassendRooms", package: "Passend")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
