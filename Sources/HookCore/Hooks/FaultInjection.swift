// SPDX-License-Identifier: MIT

#if FAULT_INJECTION
  /// Makes a hook fail below its own code, so that a test can watch how it ends.
  ///
  /// Only a build with `-Xswiftc -DFAULT_INJECTION` has it: `hook-guard --fault NAME`.
  enum FaultInjection {
    /// Fails in the way that the argument after `--fault` names; returns where there is none.
    static func provoke(_ arguments: List<[UInt8]>) {
      guard arguments.count > 1, arguments[arguments.count - 2] == [UInt8]("--fault") else {
        return
      }
      // None of these values is known to the compiler, which would leave the fault out.
      let name = arguments[arguments.count - 1]
      let length = name.count
      if name == [UInt8]("out-of-bounds") { use(name[length]) }
      if name == [UInt8]("overflow") { use(UInt8(truncatingIfNeeded: Int.max + length)) }
      if name == [UInt8]("division") { use(UInt8(truncatingIfNeeded: 1 / (length - name.count))) }
      // swift-format-ignore: NeverForceUnwrap
      if name == [UInt8]("nil") { use(name.first { $0 == 0 }!) }
      if name == [UInt8]("precondition") { precondition(length == 0) }
      // swift-format-ignore: NeverForceUnwrap
      if name == [UInt8]("cast") { use((name as Any) as! UInt8) }
      if name == [UInt8]("null") { dereference(length) }
      if name == [UInt8]("stack") { use(UInt8(truncatingIfNeeded: descend(length))) }
      if name == [UInt8]("memory") { exhaust() }
      if name == [UInt8]("allocation") { use([UInt8](repeating: 1, count: length << 44)[length]) }
      if name == [UInt8]("loop") { spin(length) }
    }

    @inline(never) private static func use(_ byte: UInt8) {
      StandardStream.write([byte], to: 1)
    }

    @inline(never) private static func dereference(_ address: Int) {
      if let pointer = UnsafePointer<UInt8>(bitPattern: address) { use(pointer.pointee) }
    }

    /// Every level needs the answer of the one below, so no call can become a jump.
    @inline(never) private static func descend(_ level: Int) -> Int {
      guard level != 0 else { return 0 }
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: level), count: (level & 15) + 1)
      let below = descend((level &+ 2) | 1)
      return (below >> 1) &- Int(bytes[0])
    }

    private static func exhaust() {
      var blocks: [[UInt8]] = []
      while true { blocks.append([UInt8](repeating: 0xFF, count: 1 << 24)) }
    }

    @inline(never) private static func spin(_ start: Int) {
      var turns = start
      while turns != 0 { turns = turns &* 3 | 1 }
      use(UInt8(truncatingIfNeeded: turns))
    }
  }
#endif
