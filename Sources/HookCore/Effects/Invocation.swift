// SPDX-License-Identifier: MIT

/// What an operand or an option's argument is to a command; the letters of the catalogue.
enum OperandRole: UInt8 {
  /// Its content is read.
  case read = 0x72  // r
  /// It is made or overwritten.
  case write = 0x77  // w
  /// It is deleted.
  case delete = 0x64  // d
  /// It is emptied or cut off.
  case truncate = 0x74  // t
  /// It is read and then deleted.
  case move = 0x6D  // m
  /// It is run as a script.
  case execute = 0x78  // x
  /// Everything below it is read.
  case readTree = 0x73  // s
  /// Its mode or owner changes.
  case mode = 0x67  // g
  /// A name is made for it: reading the name reads it.
  case link = 0x4C  // L
  /// A program of which we do not know what it does with it.
  case use = 0x75  // u
  /// The directory that files are written into; all operands are then sources.
  case targetDirectory = 0x57  // W
  /// A pattern that takes the place of the first operand.
  case pattern = 0x50  // P
  /// Text, numbers, names that are no files.
  case plain = 0x70  // p
  /// A command with its arguments begins here.
  case command = 0x63  // c
  /// A command line in one argument, as for `sh -c`.
  case commandText = 0x43  // C
  /// A statement for a database.
  case query = 0x53  // S
  /// The text of a program in another language.
  case code = 0x45  // E
  /// A host or URL.
  case host = 0x68  // h
  /// A pattern of names: no others are read in a tree.
  case include = 0x69  // i
  /// A pattern of names that are not read in a tree.
  case exclude = 0x65  // e
}

/// A command with its arguments sorted into roles.
struct Invocation {
  struct Operand {
    var role: OperandRole
    var value: Field
  }

  var operands = List<Operand>()
  /// The flags raised by options; the catalogue's letters.
  var flags: [UInt8] = []
  /// The arguments from where a command begins, for wrappers.
  var command = List<Field>()

  func has(_ flag: UInt8) -> Bool { flags.contains(flag) }

  /// Sorts `arguments`, the command's name left out, as `entry` says.
  init(_ arguments: List<Field>, as entry: CatalogEntry) {
    var plain = List<Field>()
    var isOptionsOver = false
    var position = 0
    let startsCommand = entry.operands.offset(of: OperandRole.command.rawValue)
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      guard !isOptionsOver, argument.isLiteral, argument.bytes.count > 1, argument.bytes[0] == 0x2D
      else {
        if startsCommand < entry.operands.count, plain.count >= startsCommand {
          command = Invocation.rest(arguments, from: position - 1)
          break
        }
        if !isOptionsOver, let filter = Invocation.filter(argument, entry) {
          operands.append(filter)
        } else {
          plain.append(argument)
        }
        continue
      }
      if argument.bytes == [0x2D, 0x2D] {
        isOptionsOver = true
      } else if argument.bytes[1] == 0x2D {
        position += takeLong(argument.bytes, next(arguments, position), entry)
      } else {
        position += takeShort(argument.bytes, next(arguments, position), entry)
      }
      if has(0x2A) { takeNames(arguments, &position) }
    }
    sort(plain, by: entry.operands)
  }

  /// `-x name…`: names up to the next option, or to `@`.
  private mutating func takeNames(_ arguments: List<Field>, _ position: inout Int) {
    flags.removeAll { $0 == 0x2A }
    guard let role = operands.last?.role else { return }
    while position < arguments.count, arguments[position].bytes.first != 0x2D {
      position += 1
      if arguments[position - 1].exact == [0x40] { return }
      operands.append(Operand(role: role, value: arguments[position - 1]))
    }
  }

  /// `--include=*.py`: the shell takes it for a pattern, the command for an option.
  private static func filter(_ argument: Field, _ entry: CatalogEntry) -> Operand? {
    guard !argument.hasGap, argument.alternatives.isEmpty, argument.bytes.first == 0x2D,
      let end = argument.bytes.firstIndex(of: 0x3D),
      let option = entry.option(argument.bytes[..<end]), option.kind == 0x3D,
      let role = OperandRole(rawValue: option.value[0]), role == .include || role == .exclude
    else { return nil }
    return Operand(role: role, value: Field(Array(argument.bytes[(end + 1)...])))
  }

  /// The names that a read of a tree is kept to, in the notation of a Grep call's `glob`.
  ///
  /// Empty where all are read, and where that notation cannot say which: of options of both kinds
  /// the last counts that matches.
  ///
  /// - Parameter paths: whether patterns are for whole paths, as `tar` and `zip` have them.
  func nameFilter(_ paths: PathPatterns = .none) -> [UInt8] {
    var filter: [UInt8] = []
    var kind: OperandRole?
    if has(0x44), let only = includesAlone { return only }  // D
    for operand in operands where operand.role == .include || operand.role == .exclude {
      guard kind == nil || kind == operand.role else { return [] }
      kind = operand.role
      if operand.role == .exclude, let top = paths.atTop(operand.value) {
        if !filter.isEmpty { filter.append(0x20) }
        filter += top
        continue
      }
      let name = operand.role == .exclude && has(0x44) ? directory(operand.value) : operand.value
      if operand.role == .exclude, paths.areWhole(name) { continue }
      guard let pattern = name.exact, !pattern.isEmpty, !pattern.contains(0x20),
        pattern.first != 0x21, !pattern.contains(0x2F)
      else {
        // One exclusion less reads more.
        if operand.role == .exclude { continue }
        return []
      }
      if !filter.isEmpty { filter.append(0x20) }
      if operand.role == .exclude { filter.append(0x21) }
      filter += pattern
      if operand.role == .exclude, has(0x44) {  // D: a directory with all that it holds
        filter.append(contentsOf: [0x20, 0x21])
        filter += pattern
        filter.append(0x2F)
      }
    }
    return filter
  }

  /// `--include=*.txt --exclude=*`: of what is included the names, where all others are left out.
  private var includesAlone: [UInt8]? {
    var names: [UInt8] = []
    for operand in operands where operand.role == .include || operand.role == .exclude {
      guard let pattern = operand.value.exact, !pattern.contains(0x20), pattern.first != 0x21 else {
        return nil
      }
      if operand.role == .exclude {
        if pattern.equals("*"), !names.isEmpty { return names }
        continue
      }
      if pattern.hasSuffix("/") { continue }
      guard !pattern.contains(0x2F) else { return nil }
      if !names.isEmpty { names.append(0x20) }
      names += pattern
    }
    return nil
  }

  /// `name` of `name/` and `name/*`, at any depth.
  private func directory(_ pattern: Field) -> Field {
    guard var name = pattern.exact else { return pattern }
    while name.last == 0x2A, name.contains(0x2F) { name.removeLast() }
    if name.last == 0x2F { name.removeLast() }
    return Field(name)
  }

  private func next(_ arguments: List<Field>, _ position: Int) -> Field? {
    position < arguments.count ? arguments[position] : nil
  }

  static func rest(_ arguments: List<Field>, from start: Int) -> List<Field> {
    guard start < arguments.count else { return List() }
    var rest = List<Field>(capacity: arguments.count - start)
    var index = start
    while index < arguments.count {
      rest.append(arguments[index])
      index += 1
    }
    return rest
  }

  /// Takes `--name`, `--name=value` or `--name value`; returns how many further arguments it used.
  private mutating func takeLong(_ text: [UInt8], _ next: Field?, _ entry: CatalogEntry) -> Int {
    let end = text.firstIndex(of: 0x3D) ?? text.count
    if text.equals("--no-dry-run") { flags.removeAll { $0 == 0x6E } }
    guard let option = entry.option(text[..<end]) else { return 0 }
    let attached = end < text.count ? Field(Array(text[(end + 1)...])) : nil
    return take(option, attached: attached, next: next)
  }

  /// Takes bundled letters; returns how many further arguments were used.
  private mutating func takeShort(_ text: [UInt8], _ next: Field?, _ entry: CatalogEntry) -> Int {
    // Some commands have long options with one dash: `find -name`, `java -jar`.
    if text.count > 2, let option = entry.option(text) {
      return take(option, attached: nil, next: next)
    }
    var index = 1
    while index < text.count {
      if let option = entry.option([0x2D, text[index]]) {
        let takesArgument = option.kind == 0x3D || option.kind == 0x3F
        if takesArgument {
          let attached = index + 1 < text.count ? Field(Array(text[(index + 1)...])) : nil
          return take(option, attached: attached, next: next)
        }
        _ = take(option, attached: nil, next: nil)
      }
      index += 1
    }
    return 0
  }

  private mutating func take(
    _ option: (kind: UInt8, value: CatalogText), attached: Field?, next: Field?
  ) -> Int {
    if option.kind == 0x21 {
      // `--dry-run=false`, and `--dry-run false` as npm reads it.
      let isTaken = attached == nil && next?.exact?.equals("false") != true
      if !isTaken, option.value.equals("n"), Invocation.leavesDown(0x6E, attached ?? next) {
        return 0
      }
      for index in 0..<option.value.count { flags.append(option.value[index]) }
      return 0
    }
    guard option.kind == 0x3D || option.kind == 0x3F, !option.value.isEmpty else { return 0 }
    let value = attached ?? (option.kind == 0x3D ? next : nil)
    if option.value.count > 1 {
      let flag = option.value[1]
      // The last one counts.
      if flag == 0x68, value?.exact?.hasPrefix("https://pypi.org/simple") == true {
        // The registry itself is no other index.
      } else if Invocation.leavesDown(flag, value) {
        flags.removeAll { $0 == flag }
      } else {
        flags.append(flag)
      }
    }
    guard let value else { return 0 }
    if let role = OperandRole(rawValue: option.value[0]) {
      operands.append(Operand(role: role, value: value))
    }
    return attached == nil ? 1 : 0
  }

  /// Values with which an option says that it is not meant: `--dry-run=none`, and `-o name`, which
  /// shows no more than a name.
  private static func leavesDown(_ flag: UInt8, _ value: Field?) -> Bool {
    switch flag {
    case 0x6E:
      guard let text = value?.exact else { return value != nil }
      return text.equals("none") || text.equals("false")
    case 0x6F:
      guard let text = value?.exact else { return false }
      return text.equals("name") || text.equals("wide")
        || text.equals("jsonpath={.metadata.name}")
        || text.equals("jsonpath={.items[*].metadata.name}")
    default: return false
    }
  }

  /// Gives the operands `plain` their roles by position.
  private mutating func sort(_ plain: List<Field>, by roles: CatalogText) {
    var roles = roles
    // A pattern or a program given by an option leaves the first operand to be a file.
    var isGiven = has(OperandRole.pattern.rawValue)
    for operand in operands where operand.role == .pattern || operand.role == .code {
      isGiven = true
    }
    if isGiven, roles.count > 1, roles[1] != 0x2A { roles = roles.slice(1, roles.count) }
    var hasTarget = false
    for operand in operands where operand.role == .targetDirectory { hasTarget = true }
    let star = roles.offset(of: 0x2A)
    let fixed = star < roles.count ? star - 1 : roles.count
    let tail = star < roles.count && !hasTarget ? roles.count - star - 1 : 0
    for index in 0..<plain.count {
      var place = index
      if star < roles.count, index >= fixed {
        let fromEnd = plain.count - index
        place = fromEnd <= tail && index >= max(fixed, 1) ? roles.count - fromEnd : star - 1
      }
      let letter = place < roles.count && place >= 0 ? roles[place] : OperandRole.plain.rawValue
      operands.append(Operand(role: OperandRole(rawValue: letter) ?? .plain, value: plain[index]))
    }
  }
}

/// Exclusions that are for whole paths: of a name in the directory that is read, not of those in
/// the directories below.
enum PathPatterns {
  case none
  /// `tar`: paths begin with `./` where the directory itself is named.
  case tar
  /// `zip`: paths begin with the name, and a pattern has to match all of them.
  case zip
  /// `zip` where something else than the directory itself is named.
  case zipOfOthers

  init(_ entry: CatalogEntry, _ invocation: Invocation) {
    guard entry.name.equals("zip") else {
      self = .none
      return
    }
    self = PathPatterns.areHere(invocation, .readTree) ? .zip : .zipOfOthers
  }

  /// Whether all operands of `role` are the working directory.
  static func areHere(_ invocation: Invocation, _ role: OperandRole) -> Bool {
    for operand in invocation.operands where operand.role == role {
      guard let name = operand.value.exact, name.equals(".") || name.equals("./") else {
        return false
      }
    }
    return true
  }

  /// What `pattern` leaves out at the top, in the notation of a Grep call's `glob`.
  func atTop(_ pattern: Field) -> [UInt8]? {
    guard let text = pattern.exact, !text.contains(0x20) else { return nil }
    switch self {
    case .none, .zipOfOthers: return nil
    case .tar:
      let name = text.dropFirst(2)
      guard text.hasPrefix("./"), !name.isEmpty, !name.contains(0x2F) else { return nil }
      return [UInt8]("!/") + name + [UInt8](" !/") + name + [0x2F]
    case .zip:
      if text.hasSuffix("/*"), text.count > 2, !text.dropLast(2).contains(0x2F) {
        return [UInt8]("!/") + text.dropLast()
      }
      return areWhole(pattern) ? [UInt8]("!/") + text : nil
    }
  }

  /// Whether `pattern` is for a path from its start and not for a name anywhere.
  func areWhole(_ pattern: Field) -> Bool {
    switch self {
    case .none, .tar: false
    case .zip, .zipOfOthers: pattern.bytes.first != 0x2A && !pattern.bytes.contains(0x2F)
    }
  }
}
