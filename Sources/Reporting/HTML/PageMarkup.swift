import Mustache

/// Puts a document into the page's template.
enum PageMarkup {
  /// The template is part of the program, so that a copied binary works.
  private static let template: Result<MustacheTemplate, any Error> = Result {
    try MustacheTemplate(string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
  }

  private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)

  /// What the template asks for.
  private struct Content {
    var language: String
    var title: String
    var borough: String
    var cycle: String
    var style: String
    var banner: String?
    var kicker: String
    var subtitle: String
    var contents: String
    var inShort: String
    var answers: [Short]
    var sections: [Part]
    var footer: String
  }

  /// What is said in short, as HTML.
  private struct Short {
    var question: String?
    var lines: [String]

    init(_ answer: Answer, in sections: [Section]) {
      let words = answer.question.escapedForMarkup
      let target = answer.section.flatMap { id in sections.contains { $0.id == id } ? id : nil }
      question =
        words.isEmpty ? nil : target.map { "<a href=\"#\($0.escapedForMarkup)\">\(words)</a>" } ?? words
      lines = answer.lines.map { line in
        line.text.markedUp + (line.detail.map { "<br/><small>\($0.markedUp)</small>" } ?? "")
      }
    }
  }

  private struct Part {
    var id: String
    var title: String
    var body: String
  }

  /// The whole page. Throws only if the template itself is broken, which a test excludes.
  static func render(_ document: Document, banner: String?) throws -> String {
    let say = Words(document.language)
    let parts = document.sections.map { section in
      var markup = BlockMarkup()
      for block in section.blocks { markup.add(block) }
      return Part(id: section.id, title: section.title, body: markup.html)
    }
    let content = Content(
      language: document.language.rawValue, title: document.title, borough: document.borough, cycle: document.cycle,
      style: style, banner: banner, kicker: kicker(of: document, say), subtitle: document.subtitle,
      contents: say("Contents"), inShort: say("In short"),
      answers: document.inShort.map { Short($0, in: document.sections) }, sections: parts,
      footer: say("Made by Needs from \(document.borough)'s own files, cycle \(document.cycle)."))
    return try template.get().render(content)
  }

  private static func kicker(of document: Document, _ say: Words) -> String {
    switch document.kind {
    case "need-profile": say("Need profile")
    case "comparison": say("Comparison of places")
    case "what-if": say("A proposal and what it would change")
    case "site": say("Sites for a declared need")
    case "check": say("Check of the files")
    default: say("Area report")
    }
  }
}
