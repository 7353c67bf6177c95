// SPDX-License-Identifier: MIT
import HookCore

/// `ssh-keygen`, which signs with any key that people have, agents and security keys too.
enum SigningProgram {
  private static let places = [
    "/usr/bin/ssh-keygen", "/usr/local/bin/ssh-keygen", "/opt/homebrew/bin/ssh-keygen",
  ]
  /// Time to type a passphrase or touch a key.
  private static let patience = 120_000

  /// `message` with its signature below it.
  static func sign(_ message: [UInt8], key: [UInt8]) throws(CommandError) -> [UInt8] {
    let arguments: [[UInt8]] = [
      Array("-Y".utf8), Array("sign".utf8), Array("-q".utf8), Array("-n".utf8),
      [UInt8](Approval.namespace), Array("-f".utf8), key,
    ]
    guard
      let program = places.first(where: {
        (try? LiveFileSystem().status(Array($0.utf8))) != nil
      })
    else { throw .failure(.unavailable, "no ssh-keygen; install OpenSSH") }
    var process = Subprocess(Array(program.utf8), arguments, milliseconds: patience)
    process.input = message
    process.environment = UserEnvironment.variablesForSigning()
    let outcome: Subprocess.Outcome
    do throws(SystemError) {
      outcome = try process.run()
    } catch {
      throw .system(error)
    }
    guard outcome.status == 0 else {
      let words = Output.shown(outcome.error.split(separator: 0x0A).last.map { Array($0) } ?? [])
      throw .failure(.noPermission, "ssh-keygen did not sign: \(words)")
    }
    return message + outcome.output
  }
}
