// SPDX-License-Identifier: MIT

/// Checking Ed25519 signatures (RFC 8032, 5.1.7); no private key ever comes here.
enum Ed25519 {
  /// Bytes of a public key.
  static let keySize = 32
  /// Bytes of a signature.
  static let signatureSize = 64

  /// Whether `signature` is the one of the key's holder over `message`.
  ///
  /// Without the factor 8 of the equation, as OpenSSH does it: both sides have to be one point.
  static func isValid(_ signature: [UInt8], over message: [UInt8], by key: [UInt8]) -> Bool {
    guard signature.count == signatureSize, key.count == keySize else { return false }
    let point = Array(signature[..<32])
    guard let scalar = Scalar(below: Array(signature[32...])), let base = CurvePoint.base,
      let holder = CurvePoint(bytes: key)
    else { return false }
    let challenge = Scalar(reducing: SHA512.digest(of: point + key + message))
    // [S]B - [k]A has to be R; the bits of both scalars are worked through together.
    let away = holder.negated
    var sum = CurvePoint.neutral
    for bit in stride(from: Scalar.bitCount - 1, through: 0, by: -1) {
      sum = sum + sum
      if scalar.hasBit(bit) { sum = sum + base }
      if challenge.hasBit(bit) { sum = sum + away }
    }
    return sum.bytes == point
  }
}

/// A point of the curve -x² + y² = 1 + d x² y² in extended coordinates (RFC 8032, 5.1.4).
private struct CurvePoint {
  private let x, y, z, t: FieldElement

  static var neutral: CurvePoint { CurvePoint(x: .zero, y: .one, z: .one, t: .zero) }

  /// The point that the keys are multiples of: its y is 4/5, its x is even.
  static var base: CurvePoint? {
    var bytes: [UInt8] = [0x58]
    while bytes.count < 32 { bytes.append(0x66) }
    return CurvePoint(bytes: bytes)
  }

  private init(x: FieldElement, y: FieldElement, z: FieldElement, t: FieldElement) {
    self.x = x
    self.y = y
    self.z = z
    self.t = t
  }

  /// The point that the 32 bytes stand for, or nil (RFC 8032, 5.1.3).
  init?(bytes: [UInt8]) {
    guard let y = FieldElement(bytes: bytes) else { return nil }
    let square = y * y
    let above = square - .one
    let below = .curve * square + .one
    let cube = below * below * below
    var x = above * cube * (above * cube * cube * below).toTheRootPower
    let check = below * x * x
    if !(check - above).isZero {
      guard (check + above).isZero else { return nil }
      x = x * .rootOfMinusOne
    }
    let wantsOdd = bytes[31] & 0x80 != 0
    if x.isZero && wantsOdd { return nil }
    if x.isOdd != wantsOdd { x = -x }
    self.init(x: x, y: y, z: .one, t: x * y)
  }

  /// The 32 bytes that stand for the point (RFC 8032, 5.1.2).
  var bytes: [UInt8] {
    let inverse = z.inverse
    var bytes = (y * inverse).bytes
    if (x * inverse).isOdd { bytes[31] |= 0x80 }
    return bytes
  }

  var negated: CurvePoint { CurvePoint(x: -x, y: y, z: z, t: -t) }

  /// The sum, by a formula that holds for any two points, equal ones too.
  static func + (p: CurvePoint, q: CurvePoint) -> CurvePoint {
    let a = (p.y - p.x) * (q.y - q.x)
    let b = (p.y + p.x) * (q.y + q.x)
    let c = p.t * (FieldElement.curve + .curve) * q.t
    let d = (p.z + p.z) * q.z
    let (e, f, g, h) = (b - a, d - c, d + c, b + a)
    return CurvePoint(x: e * f, y: g * h, z: f * g, t: e * h)
  }
}

/// A number below the order of the base point, 2^252 + 27742317777372353535851937790883648493.
private struct Scalar {
  /// Bits of such a number.
  static let bitCount = 253

  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  private static var order: (UInt64, UInt64, UInt64, UInt64) {
    (0x5812_631A_5CF5_D3ED, 0x14DE_F9DE_A2F7_9CD6, 0, 0x1000_0000_0000_0000)
  }

  /// The number in `bytes`, the lowest first, or nil where it is not below the order.
  init?(below bytes: [UInt8]) {
    self.init(reducing: bytes)
    guard self.bytes == bytes else { return nil }
  }

  /// The rest of the number in `bytes`, the lowest first, divided by the order.
  init(reducing bytes: [UInt8]) {
    for byte in bytes.reversed() {
      for bit in stride(from: 7, through: 0, by: -1) {
        double(adding: UInt64(byte &>> UInt8(bit) & 1))
      }
    }
  }

  func hasBit(_ bit: Int) -> Bool {
    let word =
      switch bit / 64 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word &>> UInt64(bit % 64) & 1 == 1
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeBytes(of: words.0.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: words.1.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: words.2.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: words.3.littleEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Twice the number and `bit`, less the order where it is not below it.
  private mutating func double(adding bit: UInt64) {
    words = (
      words.0 &<< 1 | bit, words.1 &<< 1 | words.0 &>> 63, words.2 &<< 1 | words.1 &>> 63,
      words.3 &<< 1 | words.2 &>> 63
    )
    let order = Scalar.order
    var borrow: UInt64 = 0
    let less = (
      Scalar.subtract(words.0, order.0, &borrow), Scalar.subtract(words.1, order.1, &borrow),
      Scalar.subtract(words.2, order.2, &borrow), Scalar.subtract(words.3, order.3, &borrow)
    )
    if borrow == 0 { words = less }
  }

  private static func subtract(_ x: UInt64, _ y: UInt64, _ borrow: inout UInt64) -> UInt64 {
    let (first, under) = x.subtractingReportingOverflow(y)
    let (second, again) = first.subtractingReportingOverflow(borrow)
    borrow = under || again ? 1 : 0
    return second
  }
}
