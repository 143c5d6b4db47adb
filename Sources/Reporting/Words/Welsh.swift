/// English patterns and what a Welsh page says instead; `{1}` is a gap. What is missing stands in English.
let welshCatalogue: [String: String] = [:]
