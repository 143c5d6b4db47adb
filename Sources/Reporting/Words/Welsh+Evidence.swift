/// The Welsh of claims, voices, pockets, change and the pages' small print. A draft, as the rest.
let welshEvidence: [String: String] = [
  // Sections of the profile
  "No small area lies in this catchment, or its shape was not given. So there is no map.":
    "Nid oes ardal fach yn y dalgylch hwn, neu ni roddwyd ei siâp. Felly nid oes map.",
  "counted with another area": "cyfrifwyd gydag ardal arall",
  "best fit (all or nothing, by where the middle of its people lies)":
    "ffit orau (popeth neu ddim, yn ôl ble mae canol ei phobl)",
  "half (all or nothing, by where most of its homes lie)":
    "hanner (popeth neu ddim, yn ôl ble mae'r rhan fwyaf o'i chartrefi)",
  "centre not given": "ni roddwyd canolfan",
  "The number of children by area is not known. So they cannot be counted by deprivation.":
    "Ni wyddys nifer y plant fesul ardal. Felly ni ellir eu cyfrif yn ôl amddifadedd.",
  "No record of visits was given. So this part is empty.":
    "Ni roddwyd cofnod o ymweliadau. Felly mae'r rhan hon yn wag.",
  "No centre has this catchment's code. So nothing can be said of an own centre.":
    "Nid oes canolfan â chod y dalgylch hwn. Felly ni ellir dweud dim am ei ganolfan ei hun.",
  "No child of a declared group lives here.": "Nid oes plentyn o grŵp a ddatganwyd yn byw yma.",
  "Shares are of enrolled children. Children who never enrolled are not in them. A child may be in several groups.":
    "Cyfrannau o blant cofrestredig ydynt. Nid yw plant na chofrestrodd erioed ynddynt. Gall plentyn fod mewn sawl grŵp.",
  "Without enrolments and visits this cannot be said.": "Heb gofrestriadau ac ymweliadau ni ellir dweud hyn.",
  "Without numbers of children by area this cannot be said.": "Heb niferoedd plant fesul ardal ni ellir dweud hyn.",
  "No area of the catchment has a rate.": "Nid oes cyfradd gan unrhyw ardal yn y dalgylch.",
  "For {1}% of children placed by postcode, the area is the one that the directory says.":
    "I {1}% o'r plant a leolwyd yn ôl cod post, yr ardal yw'r un y mae'r cyfeiriadur yn ei dweud.",
  "And {1} more: see the audit's own list.": "Ac {1} arall: gweler rhestr yr archwiliad ei hun.",
  "{1} enrolled children of the borough could not be placed.":
    "Ni ellid lleoli {1} o blant cofrestredig y fwrdeistref.",
  "If none live here, {1} are enrolled here; if all do, {2}.":
    "Os nad oes yr un yn byw yma, mae {1} wedi cofrestru yma; os yw pawb, {2}.",
  "{1} enrolled children live outside of all areas.": "Mae {1} o blant cofrestredig yn byw y tu allan i bob ardal.",
  "{1} were too old on the day that counts.": "Roedd {1} yn rhy hen ar y diwrnod sy'n cyfrif.",
  "{1} were born after the day that counts.": "Ganwyd {1} ar ôl y diwrnod sy'n cyfrif.",
  "{1} visits were by enrolled children who do not count.":
    "Roedd {1} o ymweliadau gan blant cofrestredig nad ydynt yn cyfrif.",
  "{1} visits were by children who are not on the list.": "Roedd {1} o ymweliadau gan blant nad ydynt ar y rhestr.",
  "{1} children had two homes on the list; the latest was taken.":
    "Roedd gan {1} o blant ddau gartref ar y rhestr; cymerwyd y diweddaraf.",
  "No list of enrolled children was given. So this part is empty.":
    "Ni roddwyd rhestr o blant cofrestredig. Felly mae'r rhan hon yn wag.",
  "The number of children is not known. Shares are of enrolled children.":
    "Ni wyddys nifer y plant. Cyfrannau o blant cofrestredig ydynt.",
  "Reached, of enrolled": "Cyrhaeddwyd, o'r rhai cofrestredig",
  "No centre has this catchment's code. So there are no visits of an own centre.":
    "Nid oes canolfan â chod y dalgylch hwn. Felly nid oes ymweliadau â'i ganolfan ei hun.",
  "No visit to this centre was recorded in the cycle.": "Ni chofnodwyd ymweliad â'r ganolfan hon yn y cylch.",
  "Column chart without columns.": "Siart colofnau heb golofnau.", "service not given": "ni roddwyd gwasanaeth",
  // Limits, sources, method
  "Families, visits by area and how children were placed are not in a release.":
    "Nid yw teuluoedd, ymweliadau fesul ardal na sut y lleolwyd plant mewn datganiad.",
  "Voices, surveys, answers in tests of claims and the parts of a change are not in a release.":
    "Nid yw lleisiau, arolygon, atebion mewn profion honiadau na rhannau newid mewn datganiad.",
  "Services, groups and flows: they are known for declared catchments only.":
    "Gwasanaethau, grwpiau a llifoedd: i ddalgylchoedd a ddatganwyd yn unig y maent yn hysbys.",
  "Who is enrolled: no list was given.": "Pwy sydd wedi cofrestru: ni roddwyd rhestr.",
  "Who was reached: no record of visits was given.": "Pwy a gyrhaeddwyd: ni roddwyd cofnod o ymweliadau.",
  "Shares of all children: their number was not given.": "Cyfrannau o'r holl blant: ni roddwyd eu nifer.",
  "Families: no family ids were given, so the page speaks of children.":
    "Teuluoedd: ni roddwyd rhifau teulu, felly mae'r dudalen yn sôn am blant.",
  "Recent change: the estimate of children is more than two years old.":
    "Newid diweddar: mae'r amcangyfrif o blant dros ddwy flwydd oed.",
  "Deprivation: no index was given.": "Amddifadedd: ni roddwyd mynegai.",
  "No source was noted.": "Ni nodwyd ffynhonnell.",
  "A child's area is the one that the postcode directory says.":
    "Ardal plentyn yw'r un y mae'r cyfeiriadur codau post yn ei dweud.",
  "A child's area is the one whose shape holds the home.": "Ardal plentyn yw'r un y mae ei siâp yn dal y cartref.",
  "Intervals: 95%, by Wilson's method. Levels: met where the chance is at least 95%.":
    "Cyfyngau: 95%, yn ôl dull Wilson. Lefelau: cyrhaeddwyd lle mae'r tebygolrwydd o leiaf 95%.",
  "Each figure has an id in the page; needs explain shows its formula and sources.":
    "Mae gan bob ffigur rif adnabod yn y dudalen; mae needs explain yn dangos ei fformiwla a'i ffynonellau.",
  "Children of a catchment: each area's number times its share, by {1}.":
    "Plant dalgylch: nifer pob ardal wedi'i luosi â'i chyfran, yn ôl {1}.",
  // Claims
  "What we think, and how sure": "Beth rydym yn ei feddwl, a pha mor sicr",
  "Nobody has made a claim of need yet. needs claim draft starts.":
    "Nid oes neb wedi gwneud honiad o angen eto. Mae needs claim draft yn dechrau.",
  "Claims of need, each to be tested": "Honiadau o angen, pob un i'w brofi", "Claim": "Honiad",
  "How sure": "Pa mor sicr",
  "What would change our mind": "Beth fyddai'n newid ein meddwl",
  "{1}: {2}, {3} asked": "{1}: {2}, holwyd {3}", "not tested yet": "heb ei brofi eto",
  "In the authority": "Yn yr awdurdod",
  "In {1}": "Yn {1}", "In this catchment": "Yn y dalgylch hwn",
  "In the catchment {1}, which shares areas with this place,": "Yn nalgylch {1}, sy'n rhannu ardaloedd â'r lle hwn,",
  "{1} far fewer children are reached than next door.": "{1} cyrhaeddir llawer llai o blant na drws nesaf.",
  "{1} {2} is a need{3}.": "{1} mae {2} yn angen{3}.",
  "{1} the group {2} has not been heard.": "{1} ni chlywyd y grŵp {2}.",
  "quite sure: three kinds of evidence agree": "eithaf sicr: mae tri math o dystiolaeth yn cytuno",
  "fairly: two kinds agree": "gweddol: mae dau fath yn cytuno",
  "not very: one kind only": "ddim yn iawn: un math yn unig",
  "contested: some are against": "dadleuol: mae rhai yn erbyn", "a guess so far": "dyfaliad hyd yma",
  "numbers": "rhifau",
  "use of services": "defnydd o wasanaethau", "voices": "lleisiau",
  "what is known to be coming": "yr hyn y gwyddys ei fod yn dod", "planned": "cynlluniwyd", "under way": "ar waith",
  "reached its target": "cyrhaeddodd ei darged", "missed its target": "methodd ei darged",
  "decided against": "penderfynwyd peidio", "it held": "fe ddaliodd", "it was put anew": "fe'i hailfynegwyd",
  "it did not hold": "ni ddaliodd", "nothing was settled": "ni setlwyd dim",
  // Voices and pockets
  "Who has spoken, and who has not": "Pwy sydd wedi siarad, a phwy sydd heb",
  "Nobody's voice was noted in this cycle. So the page speaks in numbers alone.":
    "Ni nodwyd llais neb yn y cylch hwn. Felly mewn rhifau'n unig y mae'r dudalen yn siarad.",
  "{1} voices were noted in the authority. They weigh as much as {2} people who each speak as often.":
    "Nodwyd {1} o leisiau yn yr awdurdod. Maent yn pwyso cymaint â {2} o bobl sydd bob un yn siarad mor aml â'i gilydd.",
  "One person, {1}, is loud: {2} voices are theirs.":
    "Mae un person, {1}, yn uchel ei gloch: ef neu hi biau {2} llais.",
  "Not heard: {1}. {2} voices, where {3} would be fair.": "Heb eu clywed: {1}. {2} llais, lle byddai {3} yn deg.",
  "No voice was noted by {1}. So nothing is said of its groups.":
    "Ni nodwyd llais yn ôl {1}. Felly ni ddywedir dim am ei grwpiau.",
  "What was raised, and what is left without the loudest": "Beth a godwyd, a beth sydd ar ôl heb yr uchaf eu cloch",
  "Theme": "Thema", "Raised": "Codwyd", "Disputed": "Dadleuwyd",
  "Raised without the loudest person": "Codwyd heb y person uchaf ei gloch",
  "Raised without the loudest source": "Codwyd heb y ffynhonnell uchaf ei chloch", "Hidden pockets": "Pocedi cudd",
  "The areas differ: {1} children are reached in {2}, {3} in {4}.":
    "Mae'r ardaloedd yn wahanol: cyrhaeddir {1} o blant yn {2}, {3} yn {4}.",
  "{1}: children reached: {2} of {3}. By the rest of the catchment and its need, {4} were to be expected.":
    "{1}: plant a gyrhaeddir: {2} o {3}. Yn ôl gweddill y dalgylch a'i angen, roedd disgwyl {4}.",
  "No area is reached far less than its need and its neighbours let expect.":
    "Nid oes ardal y cyrhaeddir llawer llai ynddi nag y mae ei hangen a'i chymdogion yn peri disgwyl.",
  // Declared denominators
  "no date": "dim dyddiad", "Others who live here, or are born here": "Eraill sy'n byw yma, neu a enir yma",
  "Number": "Nifer", "As of": "Ar",
  "over two years old at the start of the cycle": "dros ddwy flwydd oed ar ddechrau'r cylch",
  "nobody, says the file": "neb, medd y ffeil", "not given for an area here": "heb ei roi i ardal yma",
  "suppressed for an area here": "wedi'i atal i ardal yma",
  "an area here is counted with another": "cyfrifir ardal yma gydag un arall",
  "how much of each area belongs here is not known": "ni wyddys faint o bob ardal sy'n perthyn yma",
  "shared out by another rule than asked for": "rhannwyd yn ôl rheol heblaw'r un y gofynnwyd amdani",
  // The same children
  "fewer: more than chance": "llai: mwy na hap", "more: more than chance": "mwy: mwy na hap",
  "not sure: one of many catchments may differ so by chance":
    "ddim yn sicr: gall un o lawer o ddalgylchoedd fod mor wahanol trwy hap",
  "may be chance": "gall fod yn hap", "nobody changed": "ni newidiodd neb",
  "The same children, then and now": "Yr un plant, bryd hynny a nawr",
  "Children here both times": "Plant yma y ddau dro", "Then, in 100": "Bryd hynny, o bob 100",
  "Now, in 100": "Nawr, o bob 100", "Difference, likely between": "Gwahaniaeth, yn debygol rhwng",
  "Children who are new, have left or have moved are not in it. All catchments are judged together, so that few findings are by chance.":
    "Nid yw plant newydd, rhai a adawodd na rhai a symudodd ynddo. Fernir pob dalgylch gyda'i gilydd, fel mai ychydig o ganfyddiadau sydd trwy hap.",
  // Change
  "What changed since last time": "Beth a newidiodd ers y tro diwethaf",
  "There is no earlier cycle to compare with.": "Nid oes cylch cynharach i gymharu ag ef.",
  "not separable": "ni ellir ei wahanu",
  "Children then and now, and why the number changed; the parts add up":
    "Plant bryd hynny a nawr, a pham y newidiodd y nifer; mae'r rhannau'n adio", "Count": "Cyfrif",
  "Then": "Bryd hynny", "Now": "Nawr", "Lives": "Bywydau", "Corrected data": "Data wedi'u cywiro", "Boundary": "Ffin",
  "Method": "Dull",
]
