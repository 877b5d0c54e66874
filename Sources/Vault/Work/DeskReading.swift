import Casework

/// What stored bytes turned out to be, and which place they are of.
struct DecodedFile {
  let reading: FileReading
  /// Nothing where that cannot be known without a key.
  let place: Place?
}

extension Desk {
  /// Reads stored bytes; `place` is what they should be, or nothing to take their word for it.
  func reading(_ bytes: [UInt8], _ path: String, place: Place?) -> DecodedFile {
    keyring == nil ? openReading(bytes, path, place) : sealedReading(bytes, path, place)
  }

  private func openReading(_ bytes: [UInt8], _ path: String, _ place: Place?) -> DecodedFile {
    let named = path.hasSuffix(".json") ? Place(path: String(path.dropLast(5))) : nil
    guard let place = place ?? named else {
      return DecodedFile(reading: .damaged(DamagedFile(path, .swapped)), place: nil)
    }
    guard rights.mayRead(place) else { return DecodedFile(reading: .notReadable, place: place) }
    return read(bytes, Revision(text: hexadecimal(Sodium.hash(bytes))), path, place)
  }

  private func sealedReading(_ bytes: [UInt8], _ path: String, _ place: Place?) -> DecodedFile {
    switch opened(bytes, path, place) {
    case .success(let opened?): return read(opened.text.text, opened.revision, path, opened.text.place)
    case .success(nil): return DecodedFile(reading: .notReadable, place: place)
    case .failure(let damaged): return DecodedFile(reading: .damaged(damaged), place: place)
    }
  }

  /// Reads a text that is known to be whole; its header must say that it is what stands in this place.
  private func read(_ text: [UInt8], _ revision: Revision, _ path: String, _ place: Place) -> DecodedFile {
    do {
      let tree = try Tree(bytes: text)
      if SectionFormat.check(tree, holds: place.content.word) == .unknown {
        return DecodedFile(reading: .damaged(DamagedFile(path, .otherKind)), place: place)
      }
      return DecodedFile(reading: .read(Stored(tree: tree, revision: revision)), place: place)
    } catch {
      return DecodedFile(reading: .damaged(DamagedFile(path, .notJSON(error))), place: place)
    }
  }

  /// Checks an envelope from the outside in and opens it; nothing where the user has no key.
  private func opened(
    _ bytes: [UInt8], _ path: String, _ place: Place?
  ) -> Result<(text: SealedText, revision: Revision)?, DamagedFile> {
    func flaw(_ flaw: DamagedFile.Flaw) -> Result<(text: SealedText, revision: Revision)?, DamagedFile> {
      .failure(DamagedFile(path, flaw))
    }
    guard let envelope = Envelope(bytes) else { return flaw(.malformed) }
    let header = envelope.header
    guard header.school == access.school, header.path == path else { return flaw(.swapped) }
    guard let writer = access.member(header.writer), let signKey = writer.signKey else { return flaw(.unknownWriter) }
    guard envelope.isSigned(by: signKey) else { return flaw(.badStamp) }
    guard let found = secret(for: header) else { return isForeign(header) ? flaw(.swapped) : .success(nil) }
    guard let text = envelope.open(with: found.secret) else { return flaw(.unsealable) }
    guard naming.stored(text.place) == path, place.map({ $0 == text.place }) ?? true,
      fits(found.ring, header, text.place)
    else { return flaw(.swapped) }
    guard mayWrite(writer, at: header.at, text.place) else { return flaw(.writerHasNoRight) }
    return .success((text, header.revision))
  }

  /// Whether the writer had the right when the file was written, by role and by the groups of that day.
  private func mayWrite(_ writer: Member, at moment: Moment, _ place: Place) -> Bool {
    guard let role = writer.role(at: moment) else { return false }
    let rights = Rights(
      role: role, user: writer.id, ownPupil: { hadKeys(writer.id, of: $0, at: moment) },
      ownGroup: { group, year in wasIn(.group(group, year), writer.id, at: moment) })
    return rights.refusalToWrite(place) == nil
  }

  /// Whether a teacher was in a circle that a dossier was sealed to.
  private func hadKeys(_ user: RecordID, of pupil: RecordID, at moment: Moment) -> Bool {
    guard let keyring, let ring = rings[pupil]?.ring else { return false }
    return ring.teachers(at: moment).contains { keyring.files[$0]?.holds(user) ?? false }
  }

  private func wasIn(_ kind: Circle.Kind, _ user: RecordID, at moment: Moment) -> Bool {
    guard let keyring else { return false }
    return access.circles.contains { circle in
      circle.kind == kind && circle.ended?.isBefore(moment) != true && keyring.files[circle.id]?.holds(user) ?? false
    }
  }

  /// The key that an envelope names, where this user holds it, and whose ring it is in, in which class.
  private func secret(for header: Envelope.Header) -> (secret: Secret, ring: PlaceSealing?)? {
    guard let keyring else { return nil }
    if let sealedKey = header.sealedKey {
      let pair = header.key == keyring.identity.user ? keyring.identity.box : keyring.circles[header.key]?.box
      let memory = LockedMemory(capacity: Sodium.keyCount)
      return pair?.openKey(sealedKey, in: memory).map { ($0, nil) }
    }
    if let circle = keyring.circles[header.key] { return (circle.content, nil) }
    if let pupil = header.pupil {
      return rings[pupil]?.secrets[header.key].map { ($0.secret, .ring(pupil, $0.keyClass)) }
    }
    for (pupil, ring) in rings {
      if let opened = ring.secrets[header.key] { return (opened.secret, .ring(pupil, opened.keyClass)) }
    }
    return nil
  }

  /// Whether a file lies in a pupil's folder under a key that is not one of that dossier's, whoever may open it.
  private func isForeign(_ header: Envelope.Header) -> Bool {
    guard header.sealedKey == nil, let ring = header.pupil.flatMap({ rings[$0] })?.ring else { return false }
    return !ring.keys.contains { $0.id == header.key }
  }

  /// Whether a place is sealed with the key that belongs to it, so that nobody moves a text to other readers or into the
  /// dossier of a pupil whose keys they do not have.
  private func fits(_ ring: PlaceSealing?, _ header: Envelope.Header, _ place: Place) -> Bool {
    let circle = access.circles.first { $0.id == header.key }?.kind
    return switch place.sealing {
    case .ring: ring == place.sealing && header.sealedKey == nil
    case .circle(let kind): circle == kind && header.sealedKey == nil
    case .givenToCircle(let kind): circle == kind && header.sealedKey != nil
    case .givenToUser(let user): header.key == user && header.sealedKey != nil
    }
  }
}

extension Envelope.Header {
  /// The pupil whose folder the file lies in.
  fileprivate var pupil: RecordID? {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[0] == "leerlingen" ? RecordID(parts[1]) : nil
  }
}

/// Which key a place is sealed with.
enum PlaceSealing: Equatable {
  case ring(RecordID, RingClass)
  case circle(Circle.Kind)
  case givenToCircle(Circle.Kind)
  case givenToUser(RecordID)
}

extension Place {
  var sealing: PlaceSealing {
    switch self {
    case .school, .calendar: .circle(.staff)
    case .putOffs(.school): .circle(.care)
    case .registration(let group, let year), .putOffs(.group(let group, let year)): .circle(.group(group, year))
    case .putOffs(.pupil(let pupil, let keyClass)): .ring(pupil, RingClass(keyClass))
    case .section(let pupil, let section): .ring(pupil, RingClass(section.keyClass))
    case .emergencyCard(let pupil): .ring(pupil, .staff)
    case .restricted: .givenToCircle(.care)
    case .workingNote(let user, _): .givenToUser(user)
    }
  }
}
