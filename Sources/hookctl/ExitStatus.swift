// SPDX-License-Identifier: MIT

/// How `hookctl` ends, after `sysexits(3)`; never 2, which means "block" to the client.
enum ExitStatus: Int32 {
  case success = 0
  /// The command did its work and found what it was asked to look for.
  case findings = 1
  case usage = 64
  /// The input was read and is not what it should be.
  case dataError = 65
  case noInput = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case noPermission = 77
  case configuration = 78
}
