/// Why homes were not placed and rows left out, bare and after the rows that it is said of.
let welshReasons: [String: String] = {
  let reasons = [
    "have no place": "heb le", "have a postcode that is none": "cod post nad yw'n god post",
    "have a no-fixed-abode postcode (ZZ99)": "cod post heb gartref sefydlog (ZZ99)",
    "have a postcode that the directory does not have": "cod post nad yw yn y cyfeiriadur",
    "have a postcode without a grid reference": "cod post heb gyfeirnod grid",
    "have a postcode in Northern Ireland, whose grid is not the British one":
      "cod post yng Ngogledd Iwerddon, nad grid Prydain yw ei grid",
    "have only a postcode, and no postcode directory is given":
      "cod post yn unig, ac ni roddwyd cyfeiriadur codau post",
    "without a child id": "heb rif plentyn", "with a {1} that is not a day": "â {1} nad yw'n ddiwrnod",
    "without a date": "heb ddyddiad", "with a date that is not a day": "â dyddiad nad yw'n ddiwrnod",
    "with words where a code belongs": "â geiriau lle dylai fod cod", "without an offer_id": "heb offer_id",
    "where asked, answered and agree cannot be": "lle na all asked, answered ac agree fod",
    "with a contributor that looks like a name": "â chyfrannwr sy'n edrych fel enw", "without a theme": "heb thema",
    "with a stance that is neither raises nor disputes": "â safiad nad yw'n raises nac yn disputes",
    "that expire before the day on which they were said": "sy'n dod i ben cyn y diwrnod y'u dywedwyd",
    "with an expiry that is not a day": "â dyddiad dod i ben nad yw'n ddiwrnod",
    "with a number that is none, left blank": "â rhif nad yw'n rhif, a adawyd yn wag",
    "with an end of money that is no day, left blank": "â diwedd arian nad yw'n ddiwrnod, a adawyd yn wag",
    "with a {1} that is not in the codebook": "â {1} nad yw yn y llyfr codau",
    "with a second coder's theme that is not in the codebook": "â thema ail godiwr nad yw yn y llyfr codau",
    "with a group that is neither a value of a declared group nor other":
      "â grŵp nad yw'n werth i grŵp a ddatganwyd nac yn other",
    "that ask again what another row has: survey, day, group and theme; left out":
      "sy'n gofyn eto yr hyn sydd gan res arall: arolwg, diwrnod, grŵp a thema; gadawyd allan",
    "about a place that is no area or catchment here, taken as the whole authority":
      "am le nad yw'n ardal na dalgylch yma, a gymerir fel yr awdurdod cyfan",
    "about an area that was split since, taken as the whole authority: code the part":
      "am ardal a rannwyd ers hynny, a gymerir fel yr awdurdod cyfan: codiwch y rhan",
    "with a postcode that cannot be looked up": "â chod post na ellir ei chwilio",
    "with a postcode outside every area and catchment": "â chod post y tu allan i bob ardal a dalgylch",
    "whose consent is neither yes nor no, taken as no": "nad yw eu caniatâd yn yes nac yn no, a gymerir fel no",
    "with an id that is no code or another row's, named by the row instead":
      "â rhif nad yw'n god neu sy'n eiddo i res arall, a enwir yn ôl y rhes yn lle hynny",
    "said again word for word; they count": "a ddywedwyd eto air am air; maent yn cyfrif",
  ]
  var all = reasons
  for (english, welsh) in reasons {
    // The gap of a reason is the second one after the rows.
    let later = english.replacing("{1}", with: "{2}")
    for form in [later, later.replacing("have ", with: "has ", maxReplacements: 1)] {
      all["{1} \(form)"] = "{1}: \(welsh.replacing("{1}", with: "{2}"))"
    }
  }
  // How many raise and dispute a theme, with whom they spoke through or without.
  for (isOne, spoke) in [(true, true), (true, false), (false, true), (false, false)] {
    for (verb, against) in [("dispute", true), ("dispute", false), ("disputes", true), ("disputes", false)] {
      var gaps = 0
      func next() -> String {
        gaps += 1
        return "{\(gaps)}"
      }
      let people = isOne ? "1" : next()
      var english = isOne ? "1 person raises it" : "\(people) people raise it"
      var welsh = isOne ? "1 person yn ei godi" : "\(people) o bobl yn ei godi"
      let sources = spoke ? " (\(next()))" : ""
      let count = next()
      let others = against ? " (\(next()))" : ""
      english += "\(sources), \(count) \(verb) it\(others)"
      welsh += "\(sources), \(count) yn ei ddadlau\(others)"
      all[english] = welsh
    }
  }
  return all
}()
