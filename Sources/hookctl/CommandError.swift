// SPDX-License-Identifier: MIT
import HookCore

/// Why a subcommand ends before its work is done.
enum CommandError: Error {
  /// The help text was asked for.
  case help(Usage)
  /// The command line cannot be understood.
  case usage(String, Usage)
  /// The work failed; the message says what to do where something can be done.
  case failure(ExitStatus, String)

  /// A failed system call on a file the user named.
  static func system(_ error: SystemError) -> CommandError {
    let status: ExitStatus =
      switch error.code {
      case .notFound, .notDirectory: .noInput
      case .denied, .wrongOwner, .openToOthers, .readOnly: .noPermission
      case .isDirectory, .isSymbolicLink, .tooManyLinks, .nameTooLong, .wrongKind, .tooLarge:
        .dataError
      case .exists: .cannotCreate
      case .timedOut: .unavailable
      case .noSpace, .other: .inputOutput
      }
    return .failure(status, "\(Output.shown(error.path)): \(error.code.words)")
  }
}
