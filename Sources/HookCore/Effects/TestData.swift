// SPDX-License-Identifier: MIT

/// Databases and volumes that tests make and throw away, on this machine.
///
/// Every name of a target has to be called after a test, and every host has to be this machine.
struct TestData {
  private var isTest = false
  private var isOther = false

  /// Whether the command of `words` can only concern such data.
  static func isMeant(by words: List<Field>, _ state: ShellState) -> Bool {
    guard let first = words.first?.exact else { return false }
    let program = EffectAnalyzer.lastComponent(first)
    var found = TestData()
    if program.equals("rails") || program.equals("rake") {
      found.note(environment: "RAILS_ENV", words, state)
    } else if program.equals("mix") {
      found.note(environment: "MIX_ENV", words, state)
    } else if program.equals("docker-compose")
      || program.equals("docker") && words.count > 1 && words[1].bytes.equals("compose")
    {
      found.note(project: words)
    } else if program.equals("docker") || program.equals("podman") {
      found.note(volumes: words)
    } else if program.equals("knex") || program.equals("sequelize")
      || program.equals("sequelize-cli") || program.equals("php")
    {
      found.note(option: words)
    } else if program.equals("sqlite3") || program.equals("duckdb") {
      found.note(file: words)
    } else if program.equals("dropdb") || program.equals("psql") || program.equals("mysql")
      || program.equals("mariadb") || program.equals("mongosh") || program.equals("mongo")
    {
      found.note(database: words)
    }
    found.note(surroundings: state)
    return found.isTest && !found.isOther
  }

  /// Whether tests make what `action` destroys; statements are looked into.
  static func isMade(by action: Action) -> Bool {
    action == .dropDatabase || action == .resetSchema || action == .clearDataStore
      || action == .deleteVolumes
  }

  /// Variables that name another target than the words do.
  private mutating func note(surroundings state: ShellState) {
    for number in UInt8(0)..<6 {
      let name: StaticString =
        switch number {
        case 0: "DATABASE_URL"
        case 1: "PGHOST"
        case 2: "PGDATABASE"
        case 3: "PGSERVICE"
        case 4: "MYSQL_HOST"
        default: "DOCKER_HOST"
        }
      if state.variable([UInt8](name)) != nil { isOther = true }
    }
  }

  /// `RAILS_ENV=test`; tasks' own assignments could say otherwise.
  private mutating func note(
    environment name: StaticString, _ words: List<Field>, _ state: ShellState
  ) {
    isTest = state.variable([UInt8](name))?.value.exact?.equals("test") == true
    for word in words where word.exact?.contains(0x3D) ?? true { isOther = true }
  }

  /// `docker compose -f docker-compose.test.yml`, `-p shop-test`.
  private mutating func note(project words: List<Field>) {
    for index in 1..<max(1, words.count) {
      let former = words[index - 1].bytes
      if former.equals("-f") || former.equals("--file") || former.equals("-p")
        || former.equals("--project-name")
      {
        note(name: words[index].exact)
      } else if words[index].bytes.hasPrefix("--") && words[index].bytes.contains(0x3D) {
        isOther = true
      }
    }
  }

  /// `docker volume rm app_test`.
  private mutating func note(volumes words: List<Field>) {
    guard words.count > 3, words[1].bytes.equals("volume"), words[2].bytes.equals("rm") else {
      isOther = true
      return
    }
    for word in words.dropFirst(3) where word.bytes.first != 0x2D { note(name: word.exact) }
  }

  /// `--env test` as the last word that names an environment.
  private mutating func note(option words: List<Field>) {
    for index in 1..<max(1, words.count) {
      guard let text = words[index].exact else {
        isOther = true
        return
      }
      var value: [UInt8]?
      if text.hasPrefix("--env=") { value = Array(text.dropFirst(6)) }
      if text.equals("--env"), index + 1 < words.count { value = words[index + 1].exact }
      guard let value else { continue }
      let isNamed = value.equals("test") || value.equals("testing")
      isTest = isTest || isNamed
      isOther = isOther || !isNamed
    }
  }

  /// A database in memory, in a temporary directory, or in a file called after a test.
  private mutating func note(file words: List<Field>) {
    for index in 1..<max(1, words.count) where words[index].bytes.first != 0x2D {
      guard let name = words[index].exact else {
        isOther = true
        return
      }
      isTest =
        name.equals(":memory:") || name.hasPrefix("/tmp/") && name.firstRange(of: "..") == nil
      if !isTest { note(name: EffectAnalyzer.lastComponent(name)) }
      return
    }
  }

  /// Operands and options of the clients of PostgreSQL and MySQL.
  private mutating func note(database words: List<Field>) {
    var position = 1
    while position < words.count {
      guard let text = words[position].exact else {
        isOther = true
        return
      }
      position += 1
      let next = position < words.count ? words[position] : nil
      if text.first != 0x2D {
        note(operand: text)
      } else if text.equals("-h") || text.equals("--host") {
        note(host: next?.exact)
        position += 1
      } else if text.hasPrefix("--host=") {
        note(host: Array(text.dropFirst(7)))
      } else if text.count > 2, text[1] == 0x68 {  // -hHOST
        note(host: Array(text.dropFirst(2)))
      } else if text.count > 2, text[1] == 0x75 || text[1] == 0x55 || text[1] == 0x70 {
        continue  // -uUSER, -UUSER, -pPASSWORD
      } else if text.equals("-d") || text.equals("--dbname") || text.equals("-D") {
        note(operand: next?.exact ?? [])
        position += 1
      } else if TestData.takesOther(text) {
        position += 1
      } else if !TestData.isPlain(text) {
        isOther = true
      }
    }
  }

  private static func takesOther(_ option: [UInt8]) -> Bool {
    option.equals("-c") || option.equals("-e") || option.equals("--command")
      || option.equals("--execute") || option.equals("--eval") || option.equals("-U")
      || option.equals("-u")
      || option.equals("-P") || option.equals("--port") || option.equals("--user")
      || option.equals("--username") || option.equals("-v")
  }

  /// Options that name no target.
  private static func isPlain(_ option: [UInt8]) -> Bool {
    option.equals("--if-exists") || option.equals("--quiet") || option.equals("-q")
      || option.equals("-t")
      || option.equals("-A") || option.equals("-X") || option.equals("-w")
      || option.hasPrefix("--user=") || option.hasPrefix("--username=")
      || option.hasPrefix("--port=") || option.hasPrefix("--command=")
      || option.hasPrefix("--execute=")
  }

  private mutating func note(operand text: [UInt8]) {
    guard let place = text.firstRange(of: "://") else { return note(name: text) }
    let rest = text[place.upperBound...]
    let slash = rest.firstIndex(of: 0x2F) ?? rest.endIndex
    let host = rest[..<slash]
    note(host: Array(host.lastIndex(of: 0x40).map { host[($0 + 1)...] } ?? host))
    note(name: slash < rest.endIndex ? Array(rest[(slash + 1)...]) : nil)
  }

  private mutating func note(host: [UInt8]?) {
    if host.map({ LoopbackAddress.isHost(of: $0) }) != true { isOther = true }
  }

  /// A name that is made of words, one of them `test`.
  private mutating func note(name: [UInt8]?) {
    guard let name, !name.contains(0x3D), !name.contains(0x3F) else {
      isOther = true
      return
    }
    var hasTest = false
    for word in name.split(whereSeparator: { !Invocation.isWordByte($0) || $0 == 0x5F }) {
      let word = word.map { $0 | 0x20 }
      if word.equals("test") || word.equals("tests") || word.equals("testing") { hasTest = true }
    }
    if hasTest { isTest = true } else { isOther = true }
  }
}
