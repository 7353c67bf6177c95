// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl doctor`: whether the hooks are wired so that nothing slips past, and block.
enum DoctorCommand {
  static let usage = Usage(
    command: "doctor", summary: "Check that the hooks are wired, safe and do block",
    synopsis: ["[--file FILE] [--project DIR] [--json]"],
    details: """
      options:
        --file FILE    check this settings file alone
        --project DIR  check the settings that count in DIR (default: here)
        --json         print one object

      Reads the managed, user and project settings, looks at every entry that starts
      one of the hooks, and runs each of them as the client would: a read of .env has
      to be blocked, an ordinary read has to pass, a settings change that drops a
      deny rule has to be blocked, and a record has to reach the log. Project, home,
      log and baseline of these runs are scratch ones. Of the policy documents in force
      it names layer, revision and digest, why one cannot be used, exceptions that end,
      and what a lower layer tries to loosen in vain.

      One line per check: ok, warn, or fail with what to do. The last line says which
      block was proven. Exit status: 0 no check failed, 1 at least one did.
      """)

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    let environment = UserEnvironment.current()
    var project = UserEnvironment.currentDirectory() ?? [0x2F]
    var file: [UInt8]?
    var asJSON = false
    while let argument = try reader.next() {
      switch argument {
      case .option("--file"): file = try reader.path()
      case .option("--project"): project = try reader.path()
      case .option("--json"): asJSON = true
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): throw reader.unexpected(operand)
      }
    }
    let sources = try self.sources(file: file, home: environment.home, project: project)
    let diagnosis = try examine(sources, project: project, environment, output)
    if asJSON {
      diagnosis.printJSON(output)
    } else {
      diagnosis.print(output)
    }
    return diagnosis.isHealthy ? .success : .findings
  }

  private static func sources(
    file: [UInt8]?, home: [UInt8], project: [UInt8]
  ) throws(CommandError) -> [InspectedSettings] {
    guard let file else { return InspectedSettings.all(home: home, project: project) }
    guard let source = InspectedSettings(file, layer: .named) else {
      throw .system(SystemError(.notFound, .open, file))
    }
    return [source]
  }

  private static func examine(
    _ sources: [InspectedSettings], project: [UInt8], _ environment: UserEnvironment,
    _ output: Output
  ) throws(CommandError) -> Diagnosis {
    let hooks = sources.flatMap { WiredHook.all(in: $0, projectDirectory: project) }
    var diagnosis = Diagnosis()
    diagnosis.add(WiringChecks(sources: sources, hooks: hooks, userID: environment.userID).run())
    diagnosis.add(stateChecks(hooks, environment))
    diagnosis.add(PolicyChecks.run(hooks, project: project, environment))
    do throws(SystemError) {
      for program in HookProgram.allCases {
        var examined: [WiredHook] = []
        for hook in hooks where hook.program == program {
          if examined.contains(where: hook.startsTheSame) { continue }
          examined.append(hook)
          output.progress("running \(Output.shown(hook.executable))")
          let proof = try BlockProof.prepare()
          switch program {
          case .guard: proof.examineGuard(hook, &diagnosis)
          case .drift: proof.examineDrift(hook, &diagnosis)
          case .audit: proof.examineAudit(hook, &diagnosis)
          }
        }
      }
    } catch {
      throw .failure(
        .cannotCreate, "\(Output.shown(error.path)): \(error.code.words); nothing was run")
    }
    return diagnosis
  }

  /// Whether log and baseline are where nobody else can read or change them.
  private static func stateChecks(
    _ hooks: [WiredHook], _ environment: UserEnvironment
  ) -> [Check] {
    var chosen: [[UInt8]?] = []
    for hook in hooks where !chosen.contains(hook.stateDirectory) {
      chosen.append(hook.stateDirectory)
    }
    return chosen.map { chosen in
      do throws(SystemError) {
        let state = try StateDirectory.locate(
          environment, chosen: chosen, fileSystem: LiveFileSystem())
        return .ok("state", Output.shown(state.path))
      } catch {
        return .fail(
          "state", Output.shown(error.path),
          "\(error.code.words); it has to be your own directory with mode 700")
      }
    }
  }
}
