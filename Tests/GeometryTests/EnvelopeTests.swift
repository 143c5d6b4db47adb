import Testing

@testable import Geometry

@Suite("Envelope")
struct EnvelopeTests {
  @Test("an empty envelope holds nothing and meets nothing")
  func empty() {
    #expect(Envelope.empty.isEmpty)
    #expect(!Envelope.empty.contains(Point(x: 0, y: 0)))
    #expect(!Envelope.empty.intersects(Envelope(minX: -9, minY: -9, maxX: 9, maxY: 9)))
    #expect(Envelope.empty.width == 0)
  }

  @Test("an envelope grows to its points and holds its sides")
  func grows() {
    var envelope = Envelope.empty
    envelope.expand(to: Point(x: 2, y: 5))
    envelope.expand(to: Point(x: -1, y: 7))
    #expect(envelope == Envelope(minX: -1, minY: 5, maxX: 2, maxY: 7))
    #expect(envelope.contains(Point(x: -1, y: 7)))
    #expect(!envelope.contains(Point(x: -1.001, y: 7)))
  }
}
