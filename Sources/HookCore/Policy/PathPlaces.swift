// SPDX-License-Identifier: MIT

/// Where a path lies, for rules on deleting and overwriting.
struct PathPlaces {
  let home: AbsolutePath
  let project: AbsolutePath
  /// Directories of our own: state, policy, executables.
  let state: [UInt8]?
  /// Where others hand in approvals.
  let approvals: [UInt8]?

  /// Whether `path` is the root.
  func isRoot(_ path: AbsolutePath) -> Bool { path.bytes.count == 1 }

  /// Whether `path` is a home directory: the user's, or any other.
  func isHome(_ path: AbsolutePath) -> Bool {
    if path.isSame(as: home) { return true }
    var components = path.components
    guard let first = components.next() else { return false }
    let isParent = first.elementsEqual([UInt8]("home")) || first.elementsEqual([UInt8]("Users"))
    guard let second = components.next() else {
      return isParent || first.elementsEqual([UInt8]("root"))
    }
    return isParent && components.next() == nil && !second.isEmpty
  }

  /// Whether `path` is the project, or a directory that it lies in.
  func holdsProject(_ path: AbsolutePath) -> Bool {
    path.isSame(as: project) || project.isInside(directory: path)
  }

  func isInProject(_ path: AbsolutePath) -> Bool { path.isInside(directory: project) }

  /// Temporary directories and caches, which programs clear themselves.
  func isDisposable(_ path: AbsolutePath) -> Bool {
    let bytes = path.bytes
    var number: UInt8 = 0
    while let place = disposablePlace(number) {
      if bytes.hasPrefix(place) { return true }
      number += 1
    }
    guard path.isInside(directory: home) else { return false }
    let rest = Array(bytes[home.bytes.count...])
    return rest.hasPrefix("/.cache/") || rest.hasPrefix("/Library/Caches/")
      || rest.hasPrefix("/Library/Developer/Xcode/DerivedData") || rest.hasPrefix("/.npm/_")
      || rest.hasPrefix("/.gradle/caches") || rest.hasPrefix("/.m2/repository/")
      || rest.hasPrefix("/.cargo/registry/") || rest.hasPrefix("/.local/share/Trash/")
  }

  /// Directories of the operating system, whatever lies in them.
  func isSystem(_ path: AbsolutePath) -> Bool {
    let bytes = path.bytes
    if bytes.hasPrefix("/usr/local/") || bytes.hasPrefix("/opt/") || bytes.hasPrefix("/srv/") {
      return false
    }
    var number: UInt8 = 0
    while let place = systemPlace(number) {
      number += 1
      if bytes.equals(place) { return true }
      if bytes.hasPrefix(place), bytes.count > place.utf8CodeUnitCount,
        bytes[place.utf8CodeUnitCount] == AbsolutePath.slash
      {
        return true
      }
    }
    // The other directories right below the root are the system's as a whole.
    var components = path.components
    return components.next() != nil && components.next() == nil && !bytes.equals("/tmp")
  }
}

/// Directories whose content may go at any time, by number; nil after the last.
private func disposablePlace(_ number: UInt8) -> StaticString? {
  switch number {
  case 0: "/tmp/"
  case 1: "/var/tmp/"
  case 2: "/private/tmp/"
  case 3: "/private/var/folders/"
  case 4: "/dev/shm/"
  default: nil
  }
}

/// Directories that belong to the operating system, by number; nil after the last.
private func systemPlace(_ number: UInt8) -> StaticString? {
  switch number {
  case 0: "/bin"
  case 1: "/sbin"
  case 2: "/lib"
  case 3: "/lib64"
  case 4: "/boot"
  case 5: "/etc"
  case 6: "/usr"
  case 7: "/var"
  case 8: "/System"
  case 9: "/Library"
  case 10: "/Applications"
  case 11: "/private/etc"
  default: nil
  }
}
