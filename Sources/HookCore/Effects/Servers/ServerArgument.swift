// SPDX-License-Identifier: MIT

/// A string in the arguments of a tool, and what it is there for.
struct ServerArgument: Sendable {
  /// The key that it stands under; of an array's elements the array's.
  let name: [UInt8]
  /// Where it is in the arguments (RFC 6901).
  let pointer: [UInt8]
  let value: [UInt8]

  /// What a string is there for, told by its key.
  enum Role: Sendable {
    case path
    case address
    case statement
    case command
    case code
    /// Text for people or for a file: it mentions, it does not name.
    case prose
    /// Words to look for.
    case search
    case other
  }

  var role: Role {
    let key = ServerToolName(name)
    if key.has(oneOf: "sql") || key.ends(with: "statement statements") { return .statement }
    if key.ends(with: "command commands cmd shell argv") { return .command }
    if key.ends(with: "path paths file files filename filenames filepath dir directory folder cwd")
      || key.ends(with: "source src destination dest target output root location workdir")
    {
      return .path
    }
    if key.ends(with: "url urls uri uris endpoint link href") { return .address }
    if key.ends(with: "code script function expression snippet") { return .code }
    if key.ends(with: "query q queries search pattern topic term terms keyword keywords jql regex")
    {
      return .search
    }
    if key.ends(with: ServerArgument.prose) { return .prose }
    return .other
  }

  private static var prose: StaticString {
    """
    body description content contents text message messages comment comments title summary prompt \
    note notes subject reason markdown html instructions question answer caption label labels \
    thought str replacement patch diff data observations value values blocks
    """
  }

  /// Whether `value` is a host without a scheme, under a key for addresses: `example.com/x`.
  func names(hostIn value: [UInt8]) -> Bool {
    guard role == .address, !value.contains(0x20), value.first != 0x2F, value.first != 0x2E else {
      return false
    }
    let host = HostAddress.host(of: value)
    return host.contains(0x2E) && host.count < value.count || MetadataAddress.isHost(of: value)
  }

  /// Whether the value says which target is meant: `database`, `namespace`, `env`.
  var selectsTarget: Bool {
    ServerToolName(name).ends(
      with: """
        database db dbname host hostname server environment env stage namespace context cluster \
        profile project account connection dsn workspace instance catalog schema
        """)
  }
}

/// Collects the strings in the arguments of a tool, at any depth, also in objects written as text.
struct ServerArguments {
  private(set) var strings = List<ServerArgument>()
  /// Whether there are more than are looked at.
  private(set) var isTooMany = false

  /// Strings that are looked at; with more the call is too large to judge.
  private static let limit = 10_000
  /// Objects that are written as text inside others.
  private static let nesting = 2
  /// Bytes of such a text; a longer one is data.
  private static let textLimit = 64 << 10

  init(_ input: JSONValue) { collect(input, [], [], 0) }

  private mutating func collect(
    _ value: JSONValue, _ name: [UInt8], _ pointer: [UInt8], _ depth: Int
  ) {
    // The reader has bounded the depth.
    if isTooMany { return }
    switch value.kind {
    case .string: take(value.string ?? [], name, pointer, depth)
    case .object:
      for member in value.members {
        let key = member.key.string ?? []
        collect(member.value, key, JSONPointer.child(of: pointer, key), depth)
      }
    case .array:
      var index = 0
      for element in value.elements {
        collect(element, name, JSONPointer.child(of: pointer, index), depth)
        index += 1
      }
    case .number, .true, .false: add(Array(value.source), name, pointer)
    case .null: break
    }
  }

  private mutating func add(_ text: [UInt8], _ name: [UInt8], _ pointer: [UInt8]) {
    guard strings.count < ServerArguments.limit else {
      isTooMany = true
      return
    }
    strings.append(ServerArgument(name: name, pointer: pointer, value: text))
  }

  private mutating func take(
    _ text: [UInt8], _ name: [UInt8], _ pointer: [UInt8], _ depth: Int
  ) {
    add(text, name, pointer)
    guard depth < ServerArguments.nesting, text.count <= ServerArguments.textLimit,
      text.first == 0x7B || text.first == 0x5B,
      let inner = try? JSONDocument(parsing: text)
    else { return }
    collect(inner.root, name, pointer, depth + 1)
  }
}
