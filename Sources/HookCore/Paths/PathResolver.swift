// SPDX-License-Identifier: MIT

/// Whether the last component of a resolved name is there.
package enum FilePresence: Sendable, Equatable {
  case present(FileStatus)
  case missing
  /// It cannot be seen from here: no permission, or it belongs to another process.
  case hidden
}

/// A name and every name it leads through.
package struct ResolvedPath: Sendable {
  /// The name as given, made absolute lexically.
  package let given: AbsolutePath
  /// The name after all links, as the kernel would walk it; a tail that is missing is kept.
  package let resolved: AbsolutePath
  /// What the name became each time a link was followed, in order.
  ///
  /// With `x -> .env -> /srv/blob` the name `x` passes through `.env`, and is judged by it.
  package let passed: List<AbsolutePath>
  package let presence: FilePresence

  /// Status of the file, where it is there and can be seen.
  ///
  /// Its device and inode are the only way to notice a hard link.
  package var status: FileStatus? {
    switch presence {
    case .present(let status): status
    case .missing, .hidden: nil
    }
  }

  /// Whether the name leads to a directory that is there.
  package var isDirectory: Bool { status?.kind == .directory }
}

/// Follows symbolic links component by component, as the kernel does.
///
/// Costs one `lstat` per component of a name without links, and none after the first component
/// that is missing. `..` is applied to where a link led, not to the link's name.
package enum PathResolver {
  /// Resolves `name` as seen from `directory`.
  ///
  /// - Parameter followingLast: false for what acts on a link itself, such as `unlink`.
  /// - Throws: `PathError`; the caller denies.
  package static func resolve(
    _ name: [UInt8], in directory: [UInt8], files: some FileSystem, followingLast: Bool = true
  ) throws(PathError) -> ResolvedPath {
    guard !name.contains(0), !directory.contains(0) else { throw PathError(.nulByte, name) }
    var full = name
    if name.first != AbsolutePath.slash {
      guard !name.isEmpty, directory.first == AbsolutePath.slash else {
        throw PathError(.notAbsolute, name)
      }
      full = directory
      full.append(AbsolutePath.slash)
      full.append(contentsOf: name)
    }
    guard let given = AbsolutePath(full) else { throw PathError(.notAbsolute, name) }
    var walk = PathWalk(
      pending: full, directory: directory, follow: followingLast || full.last == AbsolutePath.slash)
    let presence = try walk.run(files)
    return ResolvedPath(
      given: given, resolved: walk.location.isEmpty ? .root : AbsolutePath(normal: walk.location),
      passed: walk.passed, presence: presence)
  }
}

/// One resolution under way.
private struct PathWalk {
  /// What is still to be walked.
  var pending: [UInt8]
  /// The working directory, for `/proc/self/cwd`.
  let directory: [UInt8]
  /// Whether a link in the last place is followed.
  let follow: Bool
  /// Where the walk stands: normal and free of links; empty for the root.
  var location: [UInt8] = []
  var passed = List<AbsolutePath>()
  /// Status of `location`, where it has been looked at.
  var status: FileStatus?
  /// What `location` is beyond `visibleLength` bytes.
  var beyond = FilePresence.missing
  /// Length of the part of `location` that can be seen; beyond it nothing is looked up.
  var visibleLength = Int.max
  var links = 0
  var steps = 0

  init(pending: [UInt8], directory: [UInt8], follow: Bool) {
    self.pending = pending
    self.directory = directory
    self.follow = follow
  }

  mutating func run(_ files: some FileSystem) throws(PathError) -> FilePresence {
    guard pending.count <= PathLimits.size else { throw PathError(.tooLong, pending) }
    location.reserveCapacity(pending.count)
    var components = PathComponents(pending[...])
    while let component = components.next() {
      steps += 1
      guard steps <= PathLimits.components else { throw PathError(.tooManyComponents, pending) }
      if component.count == 1, component.first == AbsolutePath.dot { continue }
      if component.count == 2, component.first == AbsolutePath.dot,
        component.last == AbsolutePath.dot
      {
        leave()
        continue
      }
      let outer = location.count
      location.append(AbsolutePath.slash)
      location.append(contentsOf: component)
      guard location.count <= PathLimits.size else { throw PathError(.tooLong, pending) }
      let isLast = components.remainder.isEmpty
      if let target = try enter(files, outer: outer, follows: follow || !isLast) {
        try jump(to: target, outer: outer, rest: components.remainder)
        components = PathComponents(pending[...])
      }
    }
    return presence(files)
  }

  /// Goes to the parent of where the walk stands, which need not be where it came from.
  private mutating func leave() {
    AbsolutePath.removeLastComponent(of: &location)
    if location.count <= visibleLength { visibleLength = .max }
    status = nil
  }

  /// Looks at the component just appended; returns where it leads if it is a link to be followed.
  private mutating func enter(
    _ files: some FileSystem, outer: Int, follows: Bool
  ) throws(PathError) -> [UInt8]? {
    guard location.count <= visibleLength else { return nil }
    switch ProcessName(location) {
    case .none: break
    case .own:
      status = FileStatus(kind: .directory, mode: 0o555)
      return nil
    case .root: return [AbsolutePath.slash]
    case .workingDirectory(let own):
      if !own, let target = absoluteTarget(files) { return target }
      guard directory.first == AbsolutePath.slash else { throw PathError(.notAbsolute, location) }
      return directory
    case .descriptor(let own):
      if follows, !own, let target = absoluteTarget(files) { return target }
      hide(beyond: outer, as: .hidden)
      return nil
    case .fileNumber: throw PathError(.nameless, location)
    }
    do {
      let found = try files.status(location)
      status = found
      guard found.kind == .symbolicLink, follows else { return nil }
    } catch {
      hide(beyond: outer, as: error.code == .denied ? .hidden : .missing)
      return nil
    }
    do { return try files.linkTarget(location) } catch {
      throw PathError(.unreadableLink, location)
    }
  }

  /// Target of a link of another process, which may also be a pipe, a socket or out of reach.
  private func absoluteTarget(_ files: some FileSystem) -> [UInt8]? {
    guard let target = try? files.linkTarget(location), target.first == AbsolutePath.slash else {
      return nil
    }
    return target
  }

  private mutating func hide(beyond outer: Int, as presence: FilePresence) {
    visibleLength = outer
    beyond = presence
    status = nil
  }

  /// Continues at `target`, seen from the directory that holds the link, with `rest` after it.
  private mutating func jump(
    to target: [UInt8], outer: Int, rest: ArraySlice<UInt8>
  ) throws(PathError) {
    links += 1
    guard links <= PathLimits.links else { throw PathError(.tooManyLinks, pending) }
    guard target.count + rest.count < PathLimits.size else { throw PathError(.tooLong, pending) }
    if target.first == AbsolutePath.slash {
      location = []
    } else {
      location.removeLast(location.count - outer)
    }
    pending = target + rest
    status = nil
    guard let name = AbsolutePath(pending, in: location.isEmpty ? [AbsolutePath.slash] : location)
    else { throw PathError(.unreadableLink, pending) }
    passed.append(name)
  }

  private func presence(_ files: some FileSystem) -> FilePresence {
    guard location.count <= visibleLength else { return beyond }
    if let status { return .present(status) }
    // Only the root and what `..` led to have not been looked at.
    do {
      return .present(try files.status(location.isEmpty ? [AbsolutePath.slash] : location))
    } catch {
      return error.code == .denied ? .hidden : .missing
    }
  }
}
