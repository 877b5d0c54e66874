import Casework

/// Why a signal is there: the whole proof.
public struct ProofScreen: Equatable, Sendable {
  public let episode: Episode.ID

  public init(episode: Episode.ID) { self.episode = episode }
}
