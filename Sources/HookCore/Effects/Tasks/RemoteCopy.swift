// SPDX-License-Identifier: MIT

/// Commands that bring files of another machine here, under names of theirs.
enum RemoteCopy {
  /// Whether `name` with these arguments does.
  static func isMade(by name: [UInt8], _ arguments: List<Field>) -> Bool {
    if name.equals("scp") || name.equals("rsync") || name.equals("gsutil")
      || name.equals("rclone") || name.equals("kubectl") || name.equals("oc")
      || name.equals("docker") || name.equals("podman")
    {
      let copies =
        name.equals("scp") || name.equals("rsync")
        || has(arguments, "cp") || has(arguments, "copy") || has(arguments, "rsync")
      return copies && comesFromElsewhere(arguments)
    }
    if name.equals("aws") { return has(arguments, "s3") && comesFromElsewhere(arguments) }
    if name.equals("az") { return has(arguments, "download") || has(arguments, "download-batch") }
    if name.equals("gh") { return has(arguments, "download") }
    return name.equals("aria2c") || name.equals("axel") || name.equals("sftp")
      || name.equals("lftp") || name.equals("ftp")
  }

  private static func has(_ arguments: List<Field>, _ word: StaticString) -> Bool {
    for argument in arguments where argument.bytes.equals(word) { return true }
    return false
  }

  /// Whether an operand but the last names another machine, and the last does not.
  private static func comesFromElsewhere(_ arguments: List<Field>) -> Bool {
    guard let last = arguments.last, !isElsewhere(last.bytes) else { return false }
    for argument in arguments where isElsewhere(argument.bytes) { return true }
    return false
  }

  /// `host:path`, `s3://bucket/name`.
  static func isElsewhere(_ name: [UInt8]) -> Bool {
    guard name.first != 0x2D, let colon = name.firstIndex(of: 0x3A), colon > 0 else { return false }
    return !name[..<colon].contains(0x2F)
  }
}
