/// English patterns and what a Welsh page says instead; `{1}` is a gap. What is missing stands in English.
///
/// A draft: a Welsh speaker must read it before a page is published.
let welshCatalogue: [String: String] = [
  // Page
  "Contents": "Cynnwys", "In short": "Yn fyr", "Need profile": "Proffil angen",
  "Comparison of places": "Cymharu lleoedd", "Area report": "Adroddiad ardal",
  "INTERNAL – not for release": "MEWNOL – ddim i'w ryddhau",
  "Made by Needs from {1}'s own files, cycle {2}.": "Gwnaed gan Needs o ffeiliau {1} ei hun, cylch {2}.",
  "{1}. Catchment {2}. Cycle {3}: {4}.": "{1}. Dalgylch {2}. Cylch {3}: {4}.",
  "{1}. {2} Cycle {3}: {4}.": "{1}. {2} Cylch {3}: {4}.", "{1} to {2}": "{1} i {2}", "{1} and {2}": "{1} a {2}",
  "{1} and {2} more": "{1} a {2} arall",
  "Counts are rounded to protect children's privacy.": "Mae'r niferoedd wedi'u talgrynnu i warchod preifatrwydd plant.",
  // Ages, shares and months
  "children": "plant", "children under {1}": "plant dan {1}", "children aged {1} to {2}": "plant {1} i {2} oed",
  "under 1%": "dan 1%", "over 99%": "dros 99%", "fewer than 1 in 100": "llai nag 1 o bob 100",
  "more than 99 in 100": "mwy na 99 o bob 100", "{1} in 100": "{1} o bob 100",
  "about {1} in 100": "tua {1} o bob 100", "between {1} and {2} in 100": "rhwng {1} a {2} o bob 100",
  "between {1} and {2}": "rhwng {1} a {2}", "about {1} (between {2} and {3})": "tua {1} (rhwng {2} a {3})",
  "January": "Ionawr", "February": "Chwefror", "March": "Mawrth", "April": "Ebrill", "May": "Mai", "June": "Mehefin",
  "July": "Gorffennaf", "August": "Awst", "September": "Medi", "October": "Hydref", "November": "Tachwedd",
  "December": "Rhagfyr",
  // Headline
  "More children are enrolled here than the estimate says live here. No rate is safe.":
    "Mae mwy o blant wedi'u cofrestru yma nag y mae'r amcangyfrif yn ei ddweud sy'n byw yma. Nid oes cyfradd ddiogel.",
  "About {1} {2} who live here were reached.": "Cyrhaeddwyd tua {1} o'r {2} sy'n byw yma.",
  "The true figure is likely {1}.": "Mae'r gwir ffigur yn debygol o fod {1}.",
  "About {1} enrolled children who live here were reached.":
    "Cyrhaeddwyd tua {1} o'r plant cofrestredig sy'n byw yma.",
  "We do not know how many children live here in all.": "Ni wyddom faint o blant sy'n byw yma i gyd.",
  "{1} children who live here are enrolled.": "Mae {1} o blant sy'n byw yma wedi'u cofrestru.",
  "No record of visits was given. So we cannot say who was reached.":
    "Ni roddwyd cofnod o ymweliadau. Felly ni allwn ddweud pwy a gyrhaeddwyd.",
  "No list of enrolled children was given. So this page cannot say who was reached.":
    "Ni roddwyd rhestr o blant cofrestredig. Felly ni all y dudalen hon ddweud pwy a gyrhaeddwyd.",
  "This centre itself reached {1} of them.": "Cyrhaeddodd y ganolfan hon ei hun {1} ohonynt.",
  "{1} children here live in the most deprived tenth of areas.":
    "Mae {1} o blant yma yn byw yn y ddegfed ran fwyaf difreintiedig o ardaloedd.",
  "The area with most children still to reach is {1}: about {2}.":
    "Yr ardal â'r nifer fwyaf o blant i'w cyrraedd o hyd yw {1}: tua {2}.",
  "The levels of {1} are met.": "Cyrhaeddwyd y lefelau {1}.",
  "The levels of {1} are not met.": "Ni chyrhaeddwyd y lefelau {1}.",
  "The {1} level is met.": "Cyrhaeddwyd y lefel {1}.", "The {1} level is not met.": "Ni chyrhaeddwyd y lefel {1}.",
  "We cannot tell yet if the {1} level is met.": "Ni allwn ddweud eto a gyrhaeddwyd y lefel {1}.",
  "1 more child would settle it.": "Byddai 1 plentyn arall yn ei setlo.",
  "{1} more children would settle it.": "Byddai {1} o blant eraill yn ei setlo.",
  "This place is too small to show {1}.": "Mae'r lle hwn yn rhy fach i ddangos {1}.",
  // Areas and map
  "The catchment and its areas": "Y dalgylch a'i ardaloedd", "The areas": "Yr ardaloedd",
  "Small areas of the catchment": "Ardaloedd bach y dalgylch", "Small areas chosen": "Yr ardaloedd bach a ddewiswyd",
  "Area": "Ardal", "Areas": "Ardaloedd", "Share in it": "Cyfran ynddo", "Children": "Plant", "Enrolled": "Cofrestredig",
  "Reached": "Cyrhaeddwyd", "Sustained": "Cyson", "Reached here": "Cyrhaeddwyd yma",
  "Share reached": "Cyfran a gyrhaeddwyd",
  "Tenth": "Degfed", "not given": "heb ei roi", "suppressed": "wedi'i atal", "over 100%": "dros 100%",
  "estimate too small": "amcangyfrif yn rhy fach", "other areas": "ardaloedd eraill", "not known": "ddim yn hysbys",
  "hidden or not known": "cudd neu ddim yn hysbys", "all areas": "pob ardal",
  "N": "G",
  "Map of {1}": "Map o {1}", "edge of the catchment": "ffin y dalgylch", "edges of catchments": "ffiniau dalgylchoedd",
  "the centre": "y ganolfan", "centres": "canolfannau", "other centres": "canolfannau eraill",
  "Boundaries: {1}": "Ffiniau: {1}",
  "Reached, of all {1} in the area": "Cyrhaeddwyd, o'r {1} yn yr ardal",
  "Reached, of those enrolled in the area": "Cyrhaeddwyd, o'r rhai cofrestredig yn yr ardal",
  "National tenth of deprivation": "Degfed ran genedlaethol o amddifadedd",
  "Numbers are those of the table. Shades have the same meaning on every map of this borough.":
    "Rhifau'r tabl yw'r rhifau. Yr un ystyr sydd i'r lliwiau ar bob map o'r fwrdeistref hon.",
  "Numbers are for the whole of each area, also where only a part lies in the catchment.":
    "Mae'r rhifau ar gyfer yr ardal gyfan, hyd yn oed lle mae rhan yn unig yn y dalgylch.",
  "The share that counts for the catchment is by {1}.": "Mae'r gyfran sy'n cyfrif i'r dalgylch yn ôl {1}.",
  "The place is made of whole small areas. No point was counted in a drawn line.":
    "Ardaloedd bach cyfan yw'r lle. Ni chyfrifwyd pwynt o fewn llinell a luniwyd.",
  "Map of the place with 1 small area.": "Map o'r lle gydag 1 ardal fach.",
  "Map of the place with {1} small areas.": "Map o'r lle gyda {1} o ardaloedd bach.",
  "The table beside it has the numbers.": "Mae'r rhifau yn y tabl wrth ei ochr.",
  "Reach is lowest in {1}, at {2}, and highest in {3}, at {4}.":
    "Mae'r cyrhaeddiad isaf yn {1}, sef {2}, a'r uchaf yn {3}, sef {4}.",
  "surface": "arwynebedd", "homes (postcodes that people live at)": "cartrefi (codau post lle mae pobl yn byw)",
  // People
  "Who lives here": "Pwy sy'n byw yma", "About {1} {2} live here.": "Nifer y {2} sy'n byw yma: tua {1}.",
  "Enrolled children who live here: {1}.": "Plant cofrestredig sy'n byw yma: {1}.",
  "They belong to {1} families.": "Maent yn perthyn i {1} o deuluoedd.",
  "Other ways to share out areas give {1} to {2}.": "Mae ffyrdd eraill o rannu ardaloedd yn rhoi {1} i {2}.",
  "The estimate is for {1}. Source: {2}.": "Mae'r amcangyfrif ar gyfer {1}. Ffynhonnell: {2}.",
  "The estimate has no date. Source: {1}.": "Nid oes dyddiad i'r amcangyfrif. Ffynhonnell: {1}.",
  "The estimate is more than two years older than the start of the cycle. Births and moves since are not in it.":
    "Mae'r amcangyfrif dros ddwy flynedd yn hŷn na dechrau'r cylch. Nid yw genedigaethau a symudiadau ers hynny ynddo.",
  "Children by age": "Plant yn ôl oedran", "Age": "Oedran", "Share": "Cyfran", "under 1": "dan 1",
  "No numbers of children by area were given. So no share of all children can be worked out.":
    "Ni roddwyd niferoedd plant fesul ardal. Felly ni ellir cyfrifo cyfran o'r holl blant.",
  "No list of enrolled children was given.": "Ni roddwyd rhestr o blant cofrestredig.",
  "The number of children is not known for {1}. They are left out of the total.":
    "Nid yw nifer y plant yn hysbys ar gyfer {1}. Fe'u gadewir allan o'r cyfanswm.",
  "More children are enrolled than the estimate says live here. The estimate is too small.":
    "Mae mwy o blant wedi'u cofrestru nag y mae'r amcangyfrif yn ei ddweud sy'n byw yma. Mae'r amcangyfrif yn rhy fach.",
  // Deprivation and indicators
  "How deprived the areas are": "Pa mor ddifreintiedig yw'r ardaloedd",
  "{1} children here live in the most deprived tenth of areas in the country.":
    "Mae {1} o blant yma yn byw yn y ddegfed ran fwyaf difreintiedig o ardaloedd y wlad.",
  "In the whole of {1} it is {2}.": "Yn {1} gyfan, {2} yw'r ffigur.",
  "Children by national tenth of deprivation": "Plant yn ôl degfed ran genedlaethol o amddifadedd",
  "national tenth: 1 = most deprived, 10 = least": "degfed ran genedlaethol: 1 = mwyaf difreintiedig, 10 = lleiaf",
  "children of this catchment": "plant y dalgylch hwn", "children of this place": "plant y lle hwn",
  "children of {1}": "plant {1}",
  "This catchment": "Y dalgylch hwn", "This place": "Y lle hwn", "1 (most)": "1 (mwyaf)", "10 (least)": "10 (lleiaf)",
  "Column chart. Most children, {1}, live in tenth {2}.":
    "Siart colofnau. Mae'r nifer fwyaf o blant, {1}, yn byw yn negfed {2}.",
  "{1} live in tenth 1, the most deprived.": "Mae {1} yn byw yn negfed 1, y mwyaf difreintiedig.",
  "{1}, {2}. Deprivation is of areas: not every child there is deprived.":
    "{1}, {2}. Ardaloedd sy'n ddifreintiedig: nid yw pob plentyn yno felly.",
  "No index of deprivation was given. So this part is empty.":
    "Ni roddwyd mynegai amddifadedd. Felly mae'r rhan hon yn wag.",
  "Other indicators": "Dangosyddion eraill",
  "The audit declares no other indicators.": "Nid yw'r archwiliad yn datgan dangosyddion eraill.",
  "Worse here than in {1}: {2}.": "Gwaeth yma nag yn {1}: {2}.",
  "Better here than in {1}: {2}.": "Gwell yma nag yn {1}: {2}.",
  "Nothing here differs from {1} by more than chance.": "Nid oes dim yma'n wahanol i {1} y tu hwnt i hap.",
  "Indicators, what stands out first": "Dangosyddion, y rhai amlycaf yn gyntaf", "Indicator": "Dangosydd",
  "Here": "Yma",
  "Reading": "Ystyr", "worse than the borough": "gwaeth na'r fwrdeistref",
  "better than the borough": "gwell na'r fwrdeistref",
  "not different": "ddim yn wahanol",
  "Nation": "Y genedl", "Ward": "Ward", "District": "Dosbarth", "Value": "Gwerth",
  "{1}, published for wards only": "{1}, wedi'i gyhoeddi ar gyfer wardiau yn unig",
  "{1}, published for districts only": "{1}, wedi'i gyhoeddi ar gyfer dosbarthiau yn unig",
  "It is not known what of this is of the catchment. So it is not shared out.":
    "Ni wyddys pa ran o hyn sydd o'r dalgylch. Felly nid yw'n cael ei rannu.",
  "needs figures lists the others.": "Mae needs figures yn rhestru'r lleill.",
  "Values are shared out from small areas. Not different: what difference there is may be chance.":
    "Rhennir y gwerthoedd o ardaloedd bach. Ddim yn wahanol: gall y gwahaniaeth sydd yno fod yn hap.",
  // Reach
  "Who is enrolled and who was reached": "Pwy sydd wedi cofrestru a phwy a gyrhaeddwyd",
  "Of every 100 {1} who live here, about {2} were reached.": "O bob 100 o'r {1} sy'n byw yma, cyrhaeddwyd tua {2}.",
  "Share of all children who live here": "Cyfran o'r holl blant sy'n byw yma",
  "Share of enrolled children": "Cyfran o'r plant cofrestredig",
  "Reach in figures": "Cyrhaeddiad mewn ffigurau", "Measure": "Mesur", "In 100": "O bob 100",
  "Likely between": "Yn debygol rhwng",
  "on the list in this cycle": "ar y rhestr yn y cylch hwn",
  "at least one visit to any centre": "o leiaf un ymweliad ag unrhyw ganolfan",
  "at least one visit to this centre": "o leiaf un ymweliad â'r ganolfan hon",
  "came on {1} or more days": "daeth ar {1} diwrnod neu fwy",
  "came on {1} or more days within {2} days": "daeth ar {1} diwrnod neu fwy o fewn {2} diwrnod",
  "{1}: {2}, likely {3}.": "{1}: {2}, yn debygol {3}.", "{1}: {2}.": "{1}: {2}.", "{1}: no figure.": "{1}: dim ffigur.",
  "Against the levels to reach": "O'u cymharu â'r lefelau i'w cyrraedd", "Reached: {1}": "Cyrhaeddwyd: {1}",
  "Enrolled: {1}": "Cofrestredig: {1}",
  "How areas are shared out matters: by other rules reach is {1}.":
    "Mae'r ffordd o rannu ardaloedd yn bwysig: yn ôl rheolau eraill mae'r cyrhaeddiad {1}.",
  "The interval treats this cycle as one of many alike; error in the population estimate is not in it.":
    "Mae'r cyfwng yn trin y cylch hwn fel un o lawer tebyg; nid yw gwall yn yr amcangyfrif poblogaeth ynddo.",
  "all of {1}": "{1} gyfan", "no figure": "dim ffigur", "in 100 children": "o bob 100 o blant",
  "best estimate": "amcangyfrif gorau",
  "95% interval": "cyfwng 95%", "level to reach": "lefel i'w chyrraedd",
  "what the way of sharing out areas does to it": "effaith y ffordd o rannu ardaloedd",
  "How many this centre itself reached is withheld to protect privacy.":
    "Cedwir yn ôl faint a gyrhaeddodd y ganolfan hon ei hun, i warchod preifatrwydd.",
  // Outreach
  "Where most children are still to be reached": "Lle mae'r nifer fwyaf o blant i'w cyrraedd o hyd",
  "Areas with most children still to be reached": "Ardaloedd â'r nifer fwyaf o blant i'w cyrraedd o hyd",
  "Not reached": "Heb eu cyrraedd", "Reached of children": "Cyrhaeddwyd o'r plant",
  "Share in the place": "Cyfran yn y lle", "most": "y rhan fwyaf",
  "Areas, not homes. Not reached = children of the estimate less children reached.":
    "Ardaloedd, nid cartrefi. Heb eu cyrraedd = plant yr amcangyfrif llai'r plant a gyrhaeddwyd.",
  // Services
  "Services and months": "Gwasanaethau a misoedd",
  "Visits to this centre in the cycle: {1}. These are all visits, whoever came.":
    "Ymweliadau â'r ganolfan hon yn y cylch: {1}. Dyma bob ymweliad, pwy bynnag a ddaeth.",
  "Visits by who came": "Ymweliadau yn ôl pwy a ddaeth", "Who": "Pwy", "Visits": "Ymweliadau", "Service": "Gwasanaeth",
  "Visits to this centre by service": "Ymweliadau â'r ganolfan hon yn ôl gwasanaeth",
  "Visits to this centre by month": "Ymweliadau â'r ganolfan hon yn ôl mis",
  "visits to this centre": "ymweliadau â'r ganolfan hon",
  "Column chart. Most visits in {1}: {2}.": "Siart colofnau. Y nifer fwyaf o ymweliadau ym mis {1}: {2}.",
  "Children who live here, by service used at any centre": "Plant sy'n byw yma, yn ôl gwasanaeth mewn unrhyw ganolfan",
  "Of those reached": "O'r rhai a gyrhaeddwyd",
  "A child may use several services. So these numbers do not add up.":
    "Gall plentyn ddefnyddio sawl gwasanaeth. Felly nid yw'r rhifau hyn yn adio.",
  "Children on the list who count": "Plant ar y rhestr sy'n cyfrif",
  "Children on the list who do not count (too old, or left)":
    "Plant ar y rhestr nad ydynt yn cyfrif (rhy hen, neu wedi gadael)",
  "No child named (casual)": "Heb enwi plentyn (achlysurol)", "A child not on the list": "Plentyn nad yw ar y rhestr",
  "The number of visits to this centre is withheld to protect privacy.":
    "Cedwir nifer yr ymweliadau â'r ganolfan hon yn ôl i warchod preifatrwydd.",
  "Visits by service are withheld to protect privacy.":
    "Cedwir ymweliadau yn ôl gwasanaeth yn ôl i warchod preifatrwydd.",
  "Visits by month are withheld to protect privacy.": "Cedwir ymweliadau yn ôl mis yn ôl i warchod preifatrwydd.",
  "Children reached by service are withheld to protect privacy, or none were.":
    "Cedwir plant a gyrhaeddwyd yn ôl gwasanaeth yn ôl i warchod preifatrwydd, neu nid oedd yr un.",
  // Flows and groups
  "Where children go, and where this centre's children come from":
    "I ble mae plant yn mynd, ac o ble mae plant y ganolfan hon yn dod",
  "Of 100 visits by children who live here, {1} were to this centre.":
    "O bob 100 ymweliad gan blant sy'n byw yma, roedd {1} â'r ganolfan hon.",
  "The others, {1} visits, went to other centres.": "Aeth y lleill, {1} o ymweliadau, i ganolfannau eraill.",
  "Of 100 children reached who live here, about {1} used this centre.":
    "O bob 100 o blant a gyrhaeddwyd sy'n byw yma, defnyddiodd tua {1} y ganolfan hon.",
  "Centres used by children who live here": "Canolfannau a ddefnyddir gan blant sy'n byw yma", "Centre": "Canolfan",
  "{1} (this centre)": "{1} (y ganolfan hon)",
  "Where this centre's children live": "Lle mae plant y ganolfan hon yn byw",
  "Catchment": "Dalgylch", "in no catchment": "mewn dim dalgylch",
  "A child may use several centres and live in overlapping catchments. So these numbers do not add up.":
    "Gall plentyn ddefnyddio sawl canolfan a byw mewn dalgylchoedd sy'n gorgyffwrdd. Felly nid yw'r rhifau hyn yn adio.",
  "How many used this centre itself is withheld to protect privacy.":
    "Cedwir yn ôl faint a ddefnyddiodd y ganolfan hon ei hun, i warchod preifatrwydd.",
  "It is withheld to protect privacy, or there is none.": "Fe'i cedwir yn ôl i warchod preifatrwydd, neu nid oes un.",
  "No flow of this catchment's children is shown.": "Ni ddangosir llif plant y dalgylch hwn.",
  "No flow to this centre is shown.": "Ni ddangosir llif i'r ganolfan hon.",
  "Groups": "Grwpiau", "Group": "Grŵp", "Gap to others": "Bwlch i eraill",
  "Children of declared groups who live here": "Plant o grwpiau a ddatganwyd sy'n byw yma",
  "The audit declares no groups. So nothing is said about groups.":
    "Nid yw'r archwiliad yn datgan grwpiau. Felly ni ddywedir dim am grwpiau.",
  "Numbers by group are withheld to protect privacy, or there are none.":
    "Cedwir niferoedd yn ôl grŵp yn ôl i warchod preifatrwydd, neu nid oes rhai.",
  "Of all enrolled children who live here, {1} were reached.":
    "O'r holl blant cofrestredig sy'n byw yma, cyrhaeddwyd {1}.",
  // Quality, limits, sources, method
  "How good the data are": "Pa mor dda yw'r data",
  "How enrolled children of the whole borough were placed": "Sut y lleolwyd plant cofrestredig y fwrdeistref gyfan",
  "Placed": "Lleolwyd", "by coordinates": "yn ôl cyfesurynnau", "by a live postcode": "yn ôl cod post byw",
  "by a postcode no longer in use": "yn ôl cod post nas defnyddir mwyach", "by property number": "yn ôl rhif eiddo",
  "not placed": "heb eu lleoli",
  "What was doubted in the files": "Yr hyn a amheuwyd yn y ffeiliau", "In the whole borough": "Yn y fwrdeistref gyfan",
  "Rows left out": "Rhesi a adawyd allan", "File": "Ffeil", "Why": "Pam", "Rows": "Rhesi",
  "A release does not say how children were placed, which rows were left out, or what was doubted in them.":
    "Nid yw datganiad yn dweud sut y lleolwyd plant, pa resi a adawyd allan, na'r hyn a amheuwyd ynddynt.",
  "What this page cannot say": "Yr hyn na all y dudalen hon ei ddweud",
  "Counts from 1 to {1} print as c. Others are rounded to the nearest {2}. A w is withheld.":
    "Argreffir niferoedd o 1 i {1} fel c. Talgrynnir eraill i'r {2} agosaf. Mae w wedi'i gadw'n ôl.",
  "Of groups by {1}, none at all prints as c too.": "O'r grwpiau yn ôl {1}, argreffir dim un hefyd fel c.",
  "Why children came or did not: counts show where, not why.":
    "Pam y daeth plant neu beidio: mae niferoedd yn dangos ble, nid pam.",
  "Whether a service did good: nothing here shows cause.": "A wnaeth gwasanaeth les: nid oes dim yma'n dangos achos.",
  "Visits elsewhere: only the centres of this audit are counted.":
    "Ymweliadau eraill: dim ond canolfannau'r archwiliad hwn a gyfrifir.",
  "Each child's needs: deprivation is of areas, not of children.":
    "Anghenion pob plentyn: ardaloedd sy'n ddifreintiedig, nid plant.",
  "Sources": "Ffynonellau", "Files that the figures come from": "Ffeiliau y daw'r ffigurau ohonynt",
  "Used for": "Defnyddiwyd ar gyfer",
  "Vintage": "Cyfnod", "Rows used": "Rhesi a ddefnyddiwyd", "Licence": "Trwydded", "small areas": "ardaloedd bach",
  "catchments": "dalgylchoedd",
  "enrolled children": "plant cofrestredig", "visits": "ymweliadau", "numbers of children": "niferoedd plant",
  "deprivation and other indicators": "amddifadedd a dangosyddion eraill", "where postcodes lie": "lleoliad codau post",
  "How the figures were made": "Sut y gwnaed y ffigurau",
  "Reached: of those, with at least one visit to any centre in the cycle.":
    "Cyrhaeddwyd: o'r rheini, gydag o leiaf un ymweliad ag unrhyw ganolfan yn y cylch.",
  "Reached here: of those who live in the catchment, with a visit to its own centre.":
    "Cyrhaeddwyd yma: o'r rhai sy'n byw yn y dalgylch, gydag ymweliad â'i ganolfan ei hun.",
  "Sustained: of those, {1}.": "Cyson: o'r rheini, {1}.",
  "Enrolled: {1} on {2}, with a row in force between {3} and {4}.":
    "Cofrestredig: {1} ar {2}, gyda rhes mewn grym rhwng {3} a {4}.",
  "Intervals: 95%, by Wilson's method.": "Cyfyngau: 95%, yn ôl dull Wilson.",
]
