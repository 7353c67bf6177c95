// SPDX-License-Identifier: MIT

/// Where values are from, and what they reach.
extension EffectAnalyzer {
  /// Flows kept; more of them would say nothing new.
  private static let flowLimit = 128

  /// The number of `source`; beyond the limit the last one stands for all.
  mutating func provenance(of source: FlowSource) -> Provenance {
    var source = source
    if let outerRange {
      source = FlowSource(source.kind, source.name, file: source.file, at: outerRange)
        .picked(source.isPicked)
    }
    for index in 0..<sources.count where sources[index].isSame(as: source) {
      return Provenance(number: index)
    }
    if sources.count == Provenance.limit - 1 {
      source = FlowSource(.file, [UInt8]("further sources"), at: source.range)
    }
    if sources.count < Provenance.limit { sources.append(source) }
    return Provenance(number: sources.count - 1)
  }

  package mutating func provenance(
    ofVariable name: [UInt8], at range: SourceRange
  ) -> Provenance {
    if name.equals("PPID") { return provenance(of: FlowSource(.process, name, at: range)) }
    guard SecretName.isSecret(variable: name) else { return [] }
    return provenance(of: FlowSource(.variable, name, at: range))
  }

  /// Takes note that what has this `provenance` reaches `target`.
  mutating func flow(_ provenance: Provenance, to target: FlowTarget) {
    guard !provenance.isEmpty else { return }
    let target = outerRange.map { FlowTarget(target.kind, target.name, at: $0) } ?? target
    for index in 0..<sources.count where provenance.has(number: index) {
      let source = sources[index]
      var isKnown = flows.count >= EffectAnalyzer.flowLimit
      for flow in flows {
        isKnown =
          isKnown
          || flow.source.isSame(as: source) && flow.target.kind == target.kind
            && flow.target.name == target.name && flow.target.range.start == target.range.start
      }
      if !isKnown { flows.append(Flow(source: source, target: target)) }
    }
  }

  /// `output` of the command `name` with the sources that it takes up itself.
  ///
  /// - Parameter first: the number of effects before it ran.
  mutating func carrying(
    _ output: CommandStream, of name: [UInt8], _ input: CommandStream, effectsFrom first: Int,
    at range: SourceRange
  ) -> CommandStream {
    if EffectAnalyzer.printsNoContent(name) { return output }
    var output = output
    let gained = output.origins.subtracting(input.origins)
    if gained.contains(.network) {
      // What a network command prints is the answer, not what it sends.
      if output.provenance.isEmpty {
        output.provenance = provenance(of: FlowSource(.download, name, at: range))
      }
      return output
    }
    var all = output.provenance.union(input.provenance)
    all.formUnion(listedProcesses(name, input.provenance, at: range))
    var index = first
    while index < effects.count {
      if let source = FlowSource(effects[index]) { all.formUnion(provenance(of: source)) }
      index += 1
    }
    if gained.contains(.decoded) {
      all.formUnion(provenance(of: FlowSource(.decoder, name, at: range)))
    }
    if all.isEmpty { return output }
    if EffectAnalyzer.picksContent(name) {
      all = changed(all, isPicked: true)
    } else if EffectAnalyzer.encodes(name) {
      all = changed(all, isPicked: false)
    }
    output.provenance = all
    return output
  }

  /// The same sources, of which only parts go on, or all that was left.
  private mutating func changed(_ provenance: Provenance, isPicked: Bool) -> Provenance {
    var result = Provenance()
    var index = 0
    let count = sources.count
    while index < count {
      if provenance.has(number: index) {
        let source = sources[index]
        result.formUnion(
          source.isPicked == isPicked
            ? Provenance(number: index) : self.provenance(of: source.picked(isPicked)))
      }
      index += 1
    }
    return result
  }

  /// Commands that print nothing of what they read: counts, digests, names, nothing at all.
  private static func printsNoContent(_ name: [UInt8]) -> Bool {
    if name.hasSuffix("sum") && name.count > 2 { return true }  // sha256sum, cksum
    switch name.first {
    case 0x62: return name.equals("basename")
    case 0x63: return name.equals("cp") || name.equals("chmod") || name.equals("cmp")
    case 0x64: return name.equals("date") || name.equals("dirname") || name.equals("du")
    case 0x65: return name.equals("echo")
    case 0x66: return name.equals("file")
    case 0x6C: return name.equals("ls") || name.equals("ln")
    case 0x6D: return name.equals("mv") || name.equals("mkdir") || name.equals("md5")
    case 0x70: return name.equals("printf") || name.equals("pwd")
    case 0x72: return name.equals("rm") || name.equals("realpath")
    case 0x73: return name.equals("stat") || name.equals("shasum") || name.equals("sleep")
    case 0x74: return name.equals("touch") || name.equals("test") || name.equals("true")
    case 0x77: return name.equals("wc")
    default: return false
    }
  }

  /// Commands that print lines or fields of what they read.
  private static func picksContent(_ name: [UInt8]) -> Bool {
    name.equals("grep") || name.equals("egrep") || name.equals("rg") || name.equals("head")
      || name.equals("tail") || name.equals("cut") || name.equals("awk") || name.equals("gawk")
      || name.equals("jq") || name.equals("yq") || name.equals("sed")
  }

  /// Commands that put what they read into another notation.
  private static func encodes(_ name: [UInt8]) -> Bool {
    name.equals("base64") || name.equals("base32") || name.equals("xxd") || name.equals("od")
      || name.equals("hexdump") || name.equals("gzip") || name.equals("openssl")
      || name.equals("basenc") || name.equals("xz") || name.equals("zstd") || name.equals("bzip2")
      || name.equals("uuencode") || name.equals("gpg")
  }
}

extension FlowSource {
  fileprivate func picked(_ isPicked: Bool) -> FlowSource {
    var source = self
    source.isPicked = isPicked
    return source
  }
}
