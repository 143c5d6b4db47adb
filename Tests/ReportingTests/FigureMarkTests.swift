import Testing

@testable import Reporting

@Suite("A number in a sentence") struct FigureMarkTests {
  private let marked = "About " + "64 in 100".ofFigure("reached.rate@CC01@2025-26") + " came."

  @Test("carries its figure's id in HTML, and reads as before without it")
  func html() {
    #expect(marked.markedUp == "About <span data-figure=\"reached.rate@CC01@2025-26\">64 in 100</span> came.")
    #expect(marked.withoutFigures == "About 64 in 100 came.")
    #expect(marked.figures == ["reached.rate@CC01@2025-26"])
  }

  @Test("may begin a sentence, and gets its capital")
  func capital() {
    let text = "fewer than 1 in 100".ofFigure("a@b@c").capitalisedFirst
    #expect(text.withoutFigures == "Fewer than 1 in 100")
    #expect(text.figures == ["a@b@c"])
    #expect("children".capitalisedFirst == "Children")
  }

  @Test("is escaped, its id too")
  func escaped() {
    let text = "5 < 6".ofFigure("group-reached.\"a\"@<b>@c")
    #expect(
      text.markedUp == "<span data-figure=\"group-reached.&quot;a&quot;@&lt;b&gt;@c\">5 &lt; 6</span>")
  }

  @Test("marks that stand in a file's own text do no harm")
  func strayMarks() {
    for stray in ["\u{F5D0}", "\u{F5D1}", "\u{F5D2}", "\u{F5D0}a\u{F5D1}", "\u{F5D2}\u{F5D0}", "\u{F5D0}\u{F5D2}"] {
      let text = "St \(stray) Anne's: " + "12".ofFigure("x@y@z")
      #expect(text.withoutFigures.hasSuffix("12"))
      #expect(!text.markedUp.unicodeScalars.contains { (0xF5D0...0xF5D2).contains($0.value) })
      #expect(!stray.withoutFigures.unicodeScalars.contains { (0xF5D0...0xF5D2).contains($0.value) })
    }
  }

  @Test("stands in a drawing with its id, as wide as what is read")
  func drawing() {
    var drawing = Drawing(width: 100)
    drawing.text("12".ofFigure("x@y@z"), 0, 10)
    #expect(drawing.body.contains(" data-figure=\"x@y@z\">12</text>"))
    #expect(Drawing.estimatedWidth("12".ofFigure("x@y@z"), size: 12) == Drawing.estimatedWidth("12", size: 12))
  }
}
