// SPDX-License-Identifier: MIT

/// Functions of other languages whose value can be computed from constants.
enum CodeFunctions {
  /// The value of a call, or nil where it is none of these or cannot be told.
  static func value(
    of path: [UInt8], _ last: [UInt8], _ receiver: CodeValue?, _ values: List<CodeValue>,
    _ home: [UInt8]
  ) -> CodeValue? {
    if last.equals("join") || path.equals("path.resolve") {
      return joined(path, receiver, values)
    }
    if last.equals("chr") || last.equals("fromCharCode") || last.equals("fromCodePoint") {
      return characters(values)
    }
    if last.equals("joinpath"), var whole = receiver {
      for value in values { whole = CodeScanner.pathJoined(whole, value) }
      return whole
    }
    if last.equals("getenv"), values.first?.exact?.equals("HOME") == true {
      return CodeValue(text: Field(home))
    }
    if last.equals("sprintf"), let template = values.first {
      var rest = List<CodeValue>()
      for value in values.dropFirst() { rest.append(value) }
      return CodeScanner.formatted(template, rest)
    }
    if last.equals("bytes") || last.equals("bytearray"), let list = values.first,
      let text = text(ofCharacters: list)
    {
      return CodeValue(text: text)
    }
    if last.equals("glob"), values.count == 1, let pattern = values[0].exact {
      return CodeValue(text: Field(AbsolutePath.expandingHome(pattern, home: home)))
    }
    if path.equals("shlex.split") { return values.first }
    if path.equals("codecs.decode"), values.count > 1, values[1].exact?.hasPrefix("rot") == true,
      let text = values[0].exact
    {
      var turned = CodeValue(text: Field(text.map(rotated)))
      turned.isDecoded = true
      return turned
    }
    if last.equals("format"), let receiver { return CodeScanner.formatted(receiver, values) }
    if last.equals("split"), let text = receiver?.exact, values.first?.exact == [] {
      var letters = List<Field>()
      for byte in text { letters.append(Field([byte])) }
      return CodeValue(list: letters)
    }
    if last.equals("reverse") || last.equals("strrev") || last.equals("reversed") {
      return reversed(receiver ?? values.first ?? .unknown)
    }
    if last.equals("expanduser") || last.equals("expand_path") {
      guard let text = (values.first ?? receiver)?.exact else { return nil }
      return CodeValue(text: Field(AbsolutePath.expandingHome(text, home: home)))
    }
    if CodeCall.decodes(last) || path.equals("Buffer.from") || last.equals("fromhex")
      || last.equals("unhexlify") || last.equals("hex2bin")
    {
      return decoded(path, last, values)
    }
    if last.equals("replace"), let text = receiver?.exact, values.count == 2,
      let from = values[0].exact, let to = values[1].exact, !from.isEmpty
    {
      return CodeValue(text: Field(replaced(text, from, to)))
    }
    if keepsValue(last) {
      if let receiver, receiver.text != nil || receiver.isDecoded || receiver.isFromNetwork {
        return receiver
      }
      if receiver == nil, values.count == 1, values[0].text != nil { return values[0] }
    }
    if path.equals("Path") || path.equals("pathlib.Path") || path.equals("Bun.file")
      || path.equals("Pathname.new")
    {
      return values.first
    }
    return nil
  }

  /// Functions that give back what they are given, as far as names of files go.
  private static func keepsValue(_ last: [UInt8]) -> Bool {
    last.equals("decode") || last.equals("encode") || last.equals("toString")
      || last.equals("strip") || last.equals("trim") || last.equals("String")
      || last.equals("str") || last.equals("bytes") || last.equals("to_s")
      || last.equals("resolve") || last.equals("absolute") || last.equals("freeze")
      || last.equals("abspath") || last.equals("normpath") || last.equals("fspath")
  }

  /// `sep.join(list)`, `list.join(sep)`, `os.path.join(a, b)`.
  private static func joined(
    _ path: [UInt8], _ receiver: CodeValue?, _ values: List<CodeValue>
  ) -> CodeValue? {
    // A module is no text: `require('path').join(a, b)`.
    let receiver = receiver?.module == nil ? receiver : nil
    var elements = List<Field>()
    var separator: [UInt8] = [0x2F]
    if let text = receiver?.exact, let list = values.first?.list {
      separator = text
      elements = list
    } else if let list = receiver?.list {
      separator = values.first?.exact ?? [0x2C]
      elements = list
    } else if receiver == nil {
      for value in values { elements.append(value.text ?? .unknown) }
    } else {
      return nil
    }
    var text = Field()
    for index in 0..<elements.count {
      if index > 0 { text.append(Field(separator), quoted: true) }
      text.append(elements[index], quoted: true)
    }
    return CodeValue(text: text)
  }

  /// A letter turned by half the alphabet.
  private static func rotated(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x4D, 0x61...0x6D: byte + 13
    case 0x4E...0x5A, 0x6E...0x7A: byte - 13
    default: byte
    }
  }

  /// The text of a list of numbers that all stand for visible characters; nil for other lists.
  static func text(ofCharacters value: CodeValue) -> Field? {
    guard let list = value.list, list.count > 3 else { return nil }
    var values = List<CodeValue>()
    for element in list { values.append(CodeValue(text: element)) }
    guard let text = characters(values)?.exact, text.allSatisfy({ $0 > 0x20 }) else { return nil }
    return Field(text)
  }

  private static func characters(_ values: List<CodeValue>) -> CodeValue? {
    var bytes: [UInt8] = []
    for value in values {
      guard let digits = value.exact, digits.count < 4 else { return nil }
      var number = 0
      for digit in digits {
        guard digit >= 0x30, digit <= 0x39 else { return nil }
        number = number * 10 + Int(digit - 0x30)
      }
      guard number < 128 else { return nil }
      bytes.append(UInt8(number))
    }
    return bytes.isEmpty ? nil : CodeValue(text: Field(bytes))
  }

  private static func reversed(_ value: CodeValue) -> CodeValue? {
    if let text = value.exact { return CodeValue(text: Field(Array(text.reversed()))) }
    guard let list = value.list else { return nil }
    var elements = List<Field>()
    var index = list.count - 1
    while index >= 0 {
      elements.append(list[index])
      index -= 1
    }
    return CodeValue(list: elements)
  }

  private static func decoded(
    _ path: [UInt8], _ last: [UInt8], _ values: List<CodeValue>
  ) -> CodeValue? {
    var isHexadecimal = last.equals("fromhex") || last.equals("unhexlify") || last.equals("hex2bin")
    if path.equals("Buffer.from") {
      guard values.count > 1, let form = values[1].exact else { return values.first }
      isHexadecimal = form.equals("hex")
      guard isHexadecimal || form.hasPrefix("base64") else { return values.first }
    }
    var result = CodeValue()
    result.isDecoded = true
    result.isFromNetwork = values.first?.isFromNetwork ?? false
    if let text = values.first?.exact,
      let bytes = isHexadecimal ? Decoding.hex(text) : Decoding.base64(text)
    {
      result.text = Field(bytes)
    }
    return result
  }

  private static func replaced(_ text: [UInt8], _ from: [UInt8], _ to: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let cut = EffectAnalyzer.split(rest, at: from) {
      result += cut.before + to
      rest = cut.after
    }
    return result + rest
  }
}
