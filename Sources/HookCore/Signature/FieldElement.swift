// SPDX-License-Identifier: MIT

/// A number modulo 2^255 - 19, the field of Ed25519 (RFC 8032, 5.1).
///
/// Five limbs of 51 bits, each a little more between operations. Nothing here is secret, so
/// nothing has to take the same time for every value.
struct FieldElement {
  private var a, b, c, d, e: UInt64

  private static let bits: UInt64 = 51
  private static let mask: UInt64 = 1 << 51 - 1

  static var zero: FieldElement { FieldElement(0, 0, 0, 0, 0) }
  static var one: FieldElement { FieldElement(1, 0, 0, 0, 0) }

  /// The constant `d` of the curve.
  static var curve: FieldElement {
    FieldElement(
      0x34DCA135978A3, 0x1A8283B156EBD, 0x5E7A26001C029, 0x739C663A03CBB, 0x52036CEE2B6FF)
  }

  /// A square root of -1.
  static var rootOfMinusOne: FieldElement {
    FieldElement(
      0x61B274A0EA0B0, 0xD5A5FC8F189D, 0x7EF5E9CBD0C60, 0x78595A6804C9E, 0x2B8324804FC1D)
  }

  private init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
  }

  /// The number in 32 bytes, the lowest first, without the highest bit.
  ///
  /// Nil where there are not 32 bytes or the number is not below 2^255 - 19.
  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    func bits(from bit: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in 0..<8 where bit / 8 + index < 32 {
        value |= UInt64(bytes[bit / 8 + index]) &<< UInt64(8 &* index)
      }
      return value &>> UInt64(bit % 8) & FieldElement.mask
    }
    self.init(bits(from: 0), bits(from: 51), bits(from: 102), bits(from: 153), bits(from: 204))
    var plain = bytes
    plain[31] &= 0x7F
    guard self.bytes == plain else { return nil }
  }

  /// The 32 bytes of the number, the lowest first.
  var bytes: [UInt8] {
    let whole = reduced
    var bytes: [UInt8] = []
    var pending: UInt64 = 0
    var held: UInt64 = 0
    for index in 0..<5 {
      pending |= whole.limb(index) &<< held
      held &+= FieldElement.bits
      while held >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending &>>= 8
        held &-= 8
      }
    }
    bytes.append(UInt8(truncatingIfNeeded: pending))
    return bytes
  }

  private func limb(_ index: Int) -> UInt64 {
    switch index {
    case 0: a
    case 1: b
    case 2: c
    case 3: d
    default: e
    }
  }

  /// The same number below 2^255 - 19.
  private var reduced: FieldElement {
    var value = carried.carried
    // Whether 2^255 - 19 fits once more shows where adding 19 overflows the highest limb.
    var more = (value.a &+ 19) &>> FieldElement.bits
    more = (value.b &+ more) &>> FieldElement.bits
    more = (value.c &+ more) &>> FieldElement.bits
    more = (value.d &+ more) &>> FieldElement.bits
    more = (value.e &+ more) &>> FieldElement.bits
    value.a &+= 19 &* more
    value = value.carriedUp
    value.e &= FieldElement.mask
    return value
  }

  private var carriedUp: FieldElement {
    let mask = FieldElement.mask
    let second = b &+ (a &>> FieldElement.bits)
    let third = c &+ (second &>> FieldElement.bits)
    let fourth = d &+ (third &>> FieldElement.bits)
    let fifth = e &+ (fourth &>> FieldElement.bits)
    return FieldElement(a & mask, second & mask, third & mask, fourth & mask, fifth)
  }

  /// The same number with small limbs: what exceeds 2^255 comes back times 19.
  private var carried: FieldElement {
    var value = carriedUp
    value.a &+= 19 &* (value.e &>> FieldElement.bits)
    value.e &= FieldElement.mask
    return value
  }

  static func + (x: FieldElement, y: FieldElement) -> FieldElement {
    FieldElement(x.a &+ y.a, x.b &+ y.b, x.c &+ y.c, x.d &+ y.d, x.e &+ y.e).carried
  }

  static func - (x: FieldElement, y: FieldElement) -> FieldElement {
    // Four times the modulus first, so that no limb falls below zero.
    let low: UInt64 = 4 &* (FieldElement.mask &- 18)
    let high: UInt64 = 4 &* FieldElement.mask
    return FieldElement(
      x.a &+ low &- y.a, x.b &+ high &- y.b, x.c &+ high &- y.c, x.d &+ high &- y.d,
      x.e &+ high &- y.e
    ).carried
  }

  static prefix func - (x: FieldElement) -> FieldElement { zero - x }

  static func * (x: FieldElement, y: FieldElement) -> FieldElement {
    let (b19, c19, d19, e19) = (19 &* y.b, 19 &* y.c, 19 &* y.d, 19 &* y.e)
    var first = Product(x.a, y.a)
    first.add(x.b, e19)
    first.add(x.c, d19)
    first.add(x.d, c19)
    first.add(x.e, b19)
    var second = Product(x.a, y.b)
    second.add(x.b, y.a)
    second.add(x.c, e19)
    second.add(x.d, d19)
    second.add(x.e, c19)
    var third = Product(x.a, y.c)
    third.add(x.b, y.b)
    third.add(x.c, y.a)
    third.add(x.d, e19)
    third.add(x.e, d19)
    var fourth = Product(x.a, y.d)
    fourth.add(x.b, y.c)
    fourth.add(x.c, y.b)
    fourth.add(x.d, y.a)
    fourth.add(x.e, e19)
    var fifth = Product(x.a, y.e)
    fifth.add(x.b, y.d)
    fifth.add(x.c, y.c)
    fifth.add(x.d, y.b)
    fifth.add(x.e, y.a)
    second.add(first.above)
    third.add(second.above)
    fourth.add(third.above)
    fifth.add(fourth.above)
    return FieldElement(
      first.below &+ 19 &* fifth.above, second.below, third.below, fourth.below, fifth.below
    ).carried
  }

  /// The number times itself, `count` times over.
  func squared(_ count: Int = 1) -> FieldElement {
    var value = self
    for _ in 0..<count { value = value * value }
    return value
  }

  /// The number to the power 2^252 - 3, by which roots and inverses are found.
  var toTheRootPower: FieldElement {
    let two = squared()
    let nine = self * two.squared(2)
    let eleven = nine * two
    let to5 = eleven.squared() * nine  // 2^5 - 1
    let to10 = to5.squared(5) * to5
    let to20 = to10.squared(10) * to10
    let to40 = to20.squared(20) * to20
    let to50 = to40.squared(10) * to10
    let to100 = to50.squared(50) * to50
    let to200 = to100.squared(100) * to100
    let to250 = to200.squared(50) * to50
    return to250.squared(2) * self
  }

  /// The number that gives one when multiplied with this; zero for zero.
  var inverse: FieldElement {
    // 2^255 - 21 = 8 * (2^252 - 3) + 3
    toTheRootPower.squared(3) * (squared() * self)
  }

  var isOdd: Bool { bytes[0] & 1 == 1 }
  var isZero: Bool { bytes == FieldElement.zero.bytes }
}

/// A sum of products of limbs: 128 bits, which five products never fill.
private struct Product {
  private var high: UInt64
  private var low: UInt64

  init(_ x: UInt64, _ y: UInt64) { (high, low) = x.multipliedFullWidth(by: y) }

  mutating func add(_ x: UInt64, _ y: UInt64) {
    let product = x.multipliedFullWidth(by: y)
    add(product.low)
    high &+= product.high
  }

  mutating func add(_ value: UInt64) {
    let (sum, overflow) = low.addingReportingOverflow(value)
    low = sum
    if overflow { high &+= 1 }
  }

  /// The lowest 51 bits.
  var below: UInt64 { low & (1 << 51 - 1) }
  /// What is above them.
  var above: UInt64 { high &<< 13 | low &>> 51 }
}
