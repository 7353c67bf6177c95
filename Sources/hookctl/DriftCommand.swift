// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl drift`: what the settings are compared with, and what a person makes of it.
enum DriftCommand {
  static let usage = Usage(
    command: "drift", summary: "Compare the client's settings with the accepted ones",
    synopsis: ["status [OPTION ...]", "accept [OPTION ...]"],
    details: """
      subcommands:
        status  show the settings files and what changed in them
        accept  make what is on disk the accepted settings

      hookctl drift SUBCOMMAND --help tells more.
      """)

  private static let statusUsage = Usage(
    command: "drift status", summary: "Show the settings files and what changed in them",
    synopsis: ["[--project DIR] [--state-dir DIR] [--json]"],
    details: """
      options:
        --project DIR    compare the settings that count in DIR (default: here)
        --state-dir DIR  where log and baseline are kept
        --json           print one object

      One line per settings file, then one per change: weakens, strengthens, neutral or
      unknown, the key, and why. Writes nothing.
      Exit status: 0 nothing weakens, 1 something does.
      """)

  private static let acceptUsage = Usage(
    command: "drift accept", summary: "Make what is on disk the accepted settings",
    synopsis: ["[--project DIR] [--state-dir DIR] [--reason TEXT]"],
    details: """
      options:
        --project DIR    accept the settings that count in DIR (default: here)
        --state-dir DIR  where log and baseline are kept
        --reason TEXT    why, for the baseline and the log

      Look at hookctl drift status first. A person has to run this: inside a session of
      the client it is refused.
      """)

  private struct Request {
    var project: [UInt8]?
    var stateDirectory: [UInt8]?
    var reason: [UInt8] = []
    var asJSON = false
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    guard let first = arguments.first else { throw .usage("no subcommand given", usage) }
    guard first.first != 0x2D else {
      var reader = ArgumentReader(arguments, usage: usage)
      try reader.end()
      return .success
    }
    switch Output.shown(first) {
    case "status": return try status(request(arguments.dropFirst(), statusUsage), output)
    case "accept": return try accept(request(arguments.dropFirst(), acceptUsage), output)
    case let name:
      let nearest = Usage.nearest(to: name, among: ["status", "accept"])
      let hint = nearest.map { ", the nearest is \($0)" } ?? ""
      throw .usage("unknown subcommand \(name)\(hint)", usage)
    }
  }

  private static func request(
    _ arguments: ArraySlice<[UInt8]>, _ usage: Usage
  ) throws(CommandError) -> Request {
    var reader = ArgumentReader(arguments, usage: usage)
    var request = Request()
    let isStatus = usage.command == statusUsage.command
    while let argument = try reader.next() {
      switch argument {
      case .option("--project"): request.project = try directory(reader.path())
      case .option("--state-dir"): request.stateDirectory = try reader.path()
      case .option("--json") where isStatus: request.asJSON = true
      case .option("--reason") where !isStatus: request.reason = try reader.value()
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): throw reader.unexpected(operand)
      }
    }
    return request
  }

  /// The directory `path` as the client names it: without links and dots.
  private static func directory(_ path: [UInt8]) throws(CommandError) -> [UInt8] {
    let resolved = try? PathResolver.resolve(path, in: [0x2F], files: LiveFileSystem())
    guard let resolved, resolved.isDirectory else {
      throw .failure(.noInput, "\(Output.shown(path)): no such directory")
    }
    return resolved.resolved.bytes
  }

  private static func status(
    _ request: Request, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let report = try detector(request).inspect()
    if request.asJSON {
      DriftListing(report).printJSON(output)
    } else {
      DriftListing(report).print(output)
    }
    return report.weakening == nil ? .success : .findings
  }

  private static func accept(
    _ request: Request, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    guard !UserEnvironment.isInsideClient else {
      throw .failure(
        .noPermission, "settings are accepted by a person; run this outside of the session")
    }
    let environment = environment(request)
    let detector = try detector(request)
    let report: DriftReport
    do throws(SystemError) {
      report = try detector.accept(
        by: Array("uid \(environment.userID)".utf8), reason: request.reason, now: .now())
    } catch {
      throw .system(error)
    }
    record(report, request, environment, output)
    DriftListing(report).printAccepted(output)
    return .success
  }

  private static func environment(_ request: Request) -> UserEnvironment {
    let current = UserEnvironment.current()
    // The client's idea of a project does not count here: a person says which one is meant.
    return UserEnvironment(
      home: current.home, userID: current.userID, unattended: current.unattended,
      projectDirectory: request.project)
  }

  private static func detector(_ request: Request) throws(CommandError) -> DriftDetector {
    let environment = environment(request)
    do throws(SystemError) {
      let state = try StateDirectory.locate(
        environment, chosen: request.stateDirectory, fileSystem: LiveFileSystem())
      return DriftDetector(
        stateDirectory: state.path, environment: environment,
        workingDirectory: UserEnvironment.currentDirectory(), fileSystem: LiveFileSystem())
    } catch {
      throw .system(error)
    }
  }

  private static func record(
    _ report: DriftReport, _ request: Request, _ environment: UserEnvironment, _ output: Output
  ) {
    var details = List<AuditDetail>()
    for finding in report.findings { details.append(AuditDetail("change", finding.detail)) }
    var options = HookOptions()
    options.stateDirectory = request.stateDirectory
    let context = HookContext(
      environment: environment, fileSystem: LiveFileSystem(), now: .now(), options: options)
    do throws(AuditError) {
      let trail = try AuditTrail(.hookctl, context)
      try trail.append(act: "drift accept", details: details, reason: request.reason)
    } catch {
      output.warning("\(Output.shown(error.words)); the settings are accepted without a record")
    }
  }
}
