// SPDX-License-Identifier: MIT

/// A directory that a command line fills with files of others: cloned, unpacked.
struct ForeignTree {
  var path: [UInt8]
  /// What is in it was downloaded by the same command line.
  var isDownloaded: Bool
}

/// What is fetched and run in one go was read by nobody.
extension EffectAnalyzer {
  /// Takes note of a directory that `name` fills.
  mutating func noteForeignTree(
    _ name: [UInt8], _ arguments: List<Field>, _ state: ShellState, _ input: CommandStream,
    at range: SourceRange
  ) {
    let isClone = !name.equals("gh") || arguments.first?.bytes.equals("release") != true
    if name.equals("git") || name.equals("gh") && isClone || name.equals("hg") || name.equals("svn")
    {
      noteClone(name, arguments, state)
    } else if name.equals("tar") || name.equals("bsdtar") || name.equals("unzip")
      || name.equals("gtar") || name.equals("7z") || name.equals("cpio")
    {
      noteUnpacking(name, arguments, state, input, at: range)
    } else if RemoteCopy.isMade(by: name, arguments) {
      for path in EffectAnalyzer.paths(of: FileTarget(Field([0x2E]), in: state.directory)) {
        foreignTrees.append(ForeignTree(path: path, isDownloaded: true))
      }
      noteCopied(arguments, state)
    }
  }

  /// `scp host:x.sh .`: what lies under that name now, here or where the copy was told to put it.
  private mutating func noteCopied(_ arguments: List<Field>, _ state: ShellState) {
    let stream = CommandStream(text: nil, origins: .network)
    guard let target = arguments.last else { return }
    for argument in arguments where RemoteCopy.isElsewhere(argument.bytes) {
      if argument.isSame(as: target) { return }
      let path = argument.bytes[((argument.bytes.lastIndex(of: 0x3A) ?? -1) + 1)...]
      let last = Field(EffectAnalyzer.lastComponent(Array(path)))
      remember(stream, in: FileTarget(target, in: state.directory))
      remember(
        stream, in: FileTarget(EffectAnalyzer.joined(target, last), in: state.directory))
    }
  }

  /// `git clone [options] address [directory]`.
  private mutating func noteClone(
    _ name: [UInt8], _ arguments: List<Field>, _ state: ShellState
  ) {
    var start = 0
    while start < arguments.count, !arguments[start].bytes.equals("clone"),
      !arguments[start].bytes.equals("checkout"), !arguments[start].bytes.equals("co")
    {
      start += 1
    }
    guard start < arguments.count, !arguments[start].bytes.equals("checkout") || name[0] == 0x73
    else { return }
    // The address is the first that looks like one: options can have values of their own.
    start += 1
    while start < arguments.count,
      arguments[start].bytes.first == 0x2D
        || !arguments[start].bytes.contains(0x2F) && !arguments[start].bytes.contains(0x3A)
    {
      start += 1
    }
    guard start < arguments.count else { return }
    let address = arguments[start]
    var target = address
    if start + 1 < arguments.count, arguments[start + 1].bytes.first != 0x2D {
      target = arguments[start + 1]
    } else {
      guard var last = address.exact else { return }
      while last.last == 0x2F { last.removeLast() }
      last = EffectAnalyzer.lastComponent(last)
      if let colon = last.lastIndex(of: 0x3A) { last = Array(last[(colon + 1)...]) }
      if last.hasSuffix(".git") { last.removeLast(4) }
      target = Field(last)
    }
    for path in EffectAnalyzer.paths(of: FileTarget(target, in: state.directory)) {
      foreignTrees.append(ForeignTree(path: path, isDownloaded: false))
    }
  }

  /// `tar x…` and `unzip`, into the working directory or the one that is named.
  private mutating func noteUnpacking(
    _ name: [UInt8], _ arguments: List<Field>, _ state: ShellState, _ input: CommandStream,
    at range: SourceRange
  ) {
    var directory = state.directory
    var isDownloaded = input.origins.contains(.network)
    var extracts =
      name.equals("unzip") || name.equals("cpio") || arguments.first?.bytes.first == 0x78
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.first == 0x2D, bytes.contains(0x78) { extracts = true }
      if name.equals("unzip"), bytes.equals("-l") || bytes.equals("-t") || bytes.equals("-p") {
        return
      }
      if bytes.equals("-C") || bytes.equals("-D") || bytes.equals("-d")
        || bytes.equals("--directory"),
        index + 1 < arguments.count
      {
        directory = EffectAnalyzer.joined(state.directory, arguments[index + 1])
      }
      for path in EffectAnalyzer.paths(of: FileTarget(arguments[index], in: state.directory)) {
        if writtenContent(of: path)?.origins.contains(.network) == true { isDownloaded = true }
      }
    }
    guard extracts else { return }
    for path in EffectAnalyzer.paths(of: FileTarget(Field([0x2E]), in: directory)) {
      foreignTrees.append(ForeignTree(path: path, isDownloaded: isDownloaded))
      if path.count == 1 || path == state.home {
        perform(.unpackOverHome, subject: path, at: range)
      }
    }
  }

  /// Whether `target` is a file that only comes with such a tree; what that means is performed.
  mutating func noteForeign(_ target: FileTarget, at range: SourceRange) -> Bool {
    if foreignTrees.isEmpty { return false }
    var isForeign = false
    for path in EffectAnalyzer.paths(of: target) {
      if writtenContent(of: path) != nil || (try? files.status(path)) != nil { continue }
      for tree in foreignTrees {
        guard path.starts(with: tree.path),
          path.count == tree.path.count || tree.path.count == 1 || path[tree.path.count] == 0x2F
        else { continue }
        isForeign = true
        perform(
          tree.isDownloaded ? .runDownloadedFile : .unknownScript, subject: path, certain: false,
          at: range)
      }
    }
    return isForeign
  }
}
