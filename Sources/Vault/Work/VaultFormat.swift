/// The numbers of the formats that this version reads and writes; a higher one is refused by name.
enum VaultFormat {
  static let access = 1
  static let circle = 1
  static let root = 1
  static let ring = 1
  static let bundle = 1
  static let envelope = 1
  static let journal = 1
}
