import Terminal

@main
struct Passend {
  static func main() {}
}
