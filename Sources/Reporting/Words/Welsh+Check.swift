/// The Welsh of the check of the files, of proposals and of new sites, and of the measures' titles. A draft, as the rest.
let welshChecks: [String: String] = [
  // Check
  "Refused: the audit cannot run until these are mended": "Gwrthodwyd: ni all yr archwiliad redeg nes trwsio'r rhain",
  "Left out, mended or doubted": "Gadawyd allan, trwsiwyd neu amheuwyd", "Worth knowing": "Gwerth gwybod",
  "Check of the files": "Gwirio'r ffeiliau", "How good the files are": "Pa mor dda yw'r ffeiliau", "Where": "Ble",
  "What": "Beth", "What to do": "Beth i'w wneud", "row {1}": "rhes {1}", "column {1}": "colofn {1}",
  "Nothing was noted.": "Ni nodwyd dim.", "What was found": "Beth a gafwyd", "Completeness": "Cyflawnrwydd",
  "No file of children or visits could be read.": "Ni ellid darllen ffeil o blant nac ymweliadau.",
  "Cells that are filled, by column of the files with children and visits":
    "Celloedd wedi'u llenwi, yn ôl colofn y ffeiliau â phlant ac ymweliadau",
  "Column": "Colofn", "Taken for": "Cymerwyd fel", "Blank": "Gwag", "Filled": "Llenwyd",
  "Rows read and used, by file": "Rhesi a ddarllenwyd ac a ddefnyddiwyd, yn ôl ffeil", "Read": "Darllenwyd",
  "Used": "Defnyddiwyd", "How it was read": "Sut y'i darllenwyd", "The first of them": "Y cyntaf ohonynt",
  "Validity": "Dilysrwydd",
  "How the homes of the children who count were placed": "Sut y lleolwyd cartrefi'r plant sy'n cyfrif",
  "{1} of the homes lie outside of all areas.": "Mae {1} o'r cartrefi y tu allan i bob ardal.",
  "How homes were matched": "Sut y cyfatebwyd cartrefi", "No home was looked for.": "Ni chwiliwyd am gartref.",
  "Far outside the rest": "Ymhell y tu allan i'r gweddill",
  "Nothing lies far outside the rest.": "Nid oes dim ymhell y tu allan i'r gweddill.",
  "Values that cannot be, or lie far outside the rest":
    "Gwerthoedd na allant fod, neu sydd ymhell y tu allan i'r gweddill", "How many": "Faint", "Of": "O",
  "Rule": "Rheol", "Where to look": "Ble i edrych",
  "Tukey's outer fences lie three interquartile ranges beyond the quartiles; of counts, they are taken of square roots. What lies beyond them is not wrong for that: look at it. It is counted as it stands.":
    "Mae ffensys allanol Tukey dri amrediad rhyngchwartel y tu hwnt i'r chwarteli; o gyfrifon, fe'u cymerir o ail israddau. Nid yw'r hyn sydd y tu hwnt iddynt yn anghywir o'r herwydd: edrychwch arno. Fe'i cyfrifir fel y mae.",
  "Areas that have a denominator": "Ardaloedd sydd ag enwadur", "Source": "Ffynhonnell", "Day": "Dydd",
  "Given": "Rhoddwyd",
  "Missing": "Ar goll", "Suppressed": "Ataliwyd", "In a shared row": "Mewn rhes a rennir", "Sum": "Cyfanswm",
  "not said": "heb ei ddweud",
  "{1} – over two years before the cycle": "{1} – dros ddwy flynedd cyn y cylch", "Denominators": "Enwaduron",
  "No denominator is given: no rate can be made.": "Ni roddwyd enwadur: ni ellir gwneud cyfradd.",
  "{1}, {2}. Rows are named by their number, never by what they say.":
    "{1}, {2}. Enwir rhesi yn ôl eu rhif, byth yn ôl yr hyn a ddywedant.",
  "The audit cannot run: one thing is refused.": "Ni all yr archwiliad redeg: gwrthodwyd un peth.",
  "The audit cannot run: {1} things are refused.": "Ni all yr archwiliad redeg: gwrthodwyd {1} o bethau.",
  "The audit can run.": "Gall yr archwiliad redeg.",
  "One thing was left out, mended or doubted.": "Gadawyd allan, trwsiwyd neu amheuwyd un peth.",
  "{1} things were left out, mended or doubted.": "Gadawyd allan, trwsiwyd neu amheuwyd {1} o bethau.",
  "One kind of value lies far outside the rest.": "Mae un math o werth ymhell y tu allan i'r gweddill.",
  "{1} kinds of values lie far outside the rest.": "Mae {1} math o werthoedd ymhell y tu allan i'r gweddill.",
  "{1} of the children who count in {2} have a home on the map.":
    "Mae gan {1} o'r plant sy'n cyfrif yn {2} gartref ar y map.",
  // What if
  "A proposal and what it would change": "Cynnig a'r hyn y byddai'n ei newid",
  "{1}, cycle {2}. Worked out from the audit's inputs; nothing was stored.":
    "{1}, cylch {2}. Cyfrifwyd o fewnbynnau'r archwiliad; ni storiwyd dim.",
  "No enrolled child is located.": "Ni leolwyd unrhyw blentyn cofrestredig.",
  "{1} enrolled children would live nearer to their centre, {2} further away.":
    "Byddai {1} o blant cofrestredig yn byw'n nes at eu canolfan, {2} yn bellach.",
  "On average {1} m now, {2} m then.": "Ar gyfartaledd {1} m nawr, {2} m wedyn.",
  "{1} came to a centre that closes, {2} of them to no other.":
    "Daeth {1} i ganolfan sy'n cau, {2} ohonynt i ddim un arall.",
  "closing {1}": "cau {1}", "opening {1}": "agor {1}", "other catchments": "dalgylchoedd eraill",
  "What if: {1}": "Beth pe bai: {1}",
  "What is proposed": "Beth a gynigir", "Enrolled children": "Plant cofrestredig",
  "Children who came": "Plant a ddaeth",
  "All children, by the population estimate": "Pob plentyn, yn ôl yr amcangyfrif poblogaeth", "Nearer": "Nes",
  "Further": "Pellach", "Mean now, m": "Cymedr nawr, m", "Mean then, m": "Cymedr wedyn, m",
  "Median now, m": "Canolrif nawr, m", "Median then, m": "Canolrif wedyn, m",
  "Came to a centre that closes": "Daeth i ganolfan sy'n cau",
  "Nearer and further: by more than a metre, in a straight line, to the centre of the catchment that holds the home. A child may be in several groups.":
    "Nes a phellach: o fwy na metr, mewn llinell syth, i ganolfan y dalgylch sy'n dal y cartref. Gall plentyn fod mewn sawl grŵp.",
  "Who would live nearer, who further": "Pwy fyddai'n byw'n nes, pwy'n bellach", "all": "pawb",
  "no national tenth": "dim degfed genedlaethol", "tenth 1, the most deprived": "degfed 1, y mwyaf difreintiedig",
  "tenth {1}": "degfed {1}", "In 100 reached": "Cyrhaeddwyd o bob 100", "{1} now": "{1} nawr", "then": "wedyn",
  "Catchments before and after": "Dalgylchoedd cyn ac ar ôl", "Catchments, now and then": "Dalgylchoedd, nawr ac wedyn",
  "The catchments on the map": "Y dalgylchoedd ar y map",
  "Map of all small areas with the outlines of {1} catchments and their centres.":
    "Map o bob ardal fach gydag amlinellau {1} dalgylch a'u canolfannau.",
  "How this was worked out": "Sut y cyfrifwyd hyn",
  "The audit was run twice over the same inputs, once with its own catchments and once with these.":
    "Rhedwyd yr archwiliad ddwywaith dros yr un mewnbynnau, unwaith gyda'i ddalgylchoedd ei hun ac unwaith gyda'r rhain.",
  "Every figure is what a full audit with these centres and catchments would give.":
    "Pob ffigur yw'r hyn y byddai archwiliad llawn â'r canolfannau a'r dalgylchoedd hyn yn ei roi.",
  "A child whom several catchments hold is measured to the nearest of their centres.":
    "Mesurir plentyn y mae sawl dalgylch yn ei ddal at yr agosaf o'u canolfannau.",
  "Where no catchment with a centre holds the home, the nearest open centre is taken.":
    "Lle nad oes dalgylch â chanolfan yn dal y cartref, cymerir y ganolfan agored agosaf.",
  "The estimate spreads each area's children evenly over its population points.":
    "Mae'r amcangyfrif yn taenu plant pob ardal yn gyson dros ei phwyntiau poblogaeth.",
  // Sites
  "Sites for a declared need": "Safleoedd i angen a ddatganwyd", "edge of the place": "ffin y lle",
  "Where new sites would serve best": "Lle byddai safleoedd newydd yn gwasanaethu orau",
  "{1}, cycle {2}. {3} sites; need: {4}.": "{1}, cylch {2}. {3} safle; angen: {4}.",
  "children by the population estimate": "plant yn ôl yr amcangyfrif poblogaeth",
  "children who were not reached in the cycle": "plant na chyrhaeddwyd yn y cylch",
  "children of areas in the nation's most deprived two tenths":
    "plant ardaloedd yn nwy ddegfed fwyaf difreintiedig y wlad",
  "the count of {1}": "nifer {1}", "Best sites: {1}.": "Y safleoedd gorau: {1}.",
  "In a straight line, the mean way to the nearest site is {1} m now, {2} m then.":
    "Mewn llinell syth, y ffordd gymedrig i'r safle agosaf yw {1} m nawr, {2} m wedyn.",
  "In a straight line, the mean way to the nearest site would be {1} m.":
    "Mewn llinell syth, y ffordd gymedrig i'r safle agosaf fyddai {1} m.",
  "{1} are enough: a further site would better nothing.": "Mae {1} yn ddigon: ni fyddai safle arall yn gwella dim.",
  "Proven: no other choice is better.": "Profwyd: nid oes dewis gwell.",
  "Stopped after {1} s: it is not known how much better another choice could be.":
    "Stopiwyd ar ôl {1} s: ni wyddys faint yn well y gallai dewis arall fod.",
  "Stopped after {1} s: another choice could be better by at most {2} in 100.":
    "Stopiwyd ar ôl {1} s: gallai dewis arall fod yn well o {2} o bob 100 ar y mwyaf.",
  "The sites, and whose nearest each would be": "Y safleoedd, ac i bwy y byddai pob un agosaf", "Site": "Safle",
  "Serves": "Yn gwasanaethu", "Mean way, m": "Ffordd gymedrig, m", "Easting": "Dwyreiniad", "Northing": "Gogleddiad",
  "The sites": "Y safleoedd", "What the sites would better": "Yr hyn y byddai'r safleoedd yn ei wella",
  "Mean way to the nearest site, m": "Ffordd gymedrig i'r safle agosaf, m",
  "Have a site within {1} m": "Â safle o fewn {1} m", "Share of all who need one": "Cyfran o bawb sydd ag angen un",
  "What changes": "Beth sy'n newid", "The sites on the map": "Y safleoedd ar y map", "under {1}": "dan {1}",
  "{1} or more": "{1} neu fwy", "{1} to under {2}": "{1} i lai na {2}", "nobody needs one": "nid oes angen ar neb",
  "How many need a site, by small area": "Faint sydd ag angen safle, yn ôl ardal fach", "new site": "safle newydd",
  "centres that stay": "canolfannau sy'n aros",
  "Map of all small areas by how many need a site, with {1} new sites and {2} centres that stay. The table has the sites.":
    "Map o bob ardal fach yn ôl faint sydd ag angen safle, gyda {1} safle newydd a {2} canolfan sy'n aros. Mae'r safleoedd yn y tabl.",
  "Existing centres stay: {1}.": "Mae canolfannau presennol yn aros: {1}.",
  "Existing centres are candidates like the others.": "Mae canolfannau presennol yn ymgeiswyr fel y lleill.",
  "It is as if there were no centre yet.": "Mae fel pe na bai canolfan eto.",
  "Goal: as many as possible within {1} m (maximal covering; Church and ReVelle 1974).":
    "Nod: cynifer â phosibl o fewn {1} m (cwmpasu mwyaf; Church a ReVelle 1974).",
  "Goal: the least distance for all (p-median; Hakimi 1964, ReVelle and Swain 1970).":
    "Nod: y pellter lleiaf i bawb (p-canolrif; Hakimi 1964, ReVelle a Swain 1970).",
  "Candidates: {1}.": "Ymgeiswyr: {1}.",
  "Each area's need stands where the middle of its people is: {1} in {2} areas.":
    "Saif angen pob ardal lle mae canol ei phobl: {1} mewn {2} ardal.",
  "Distances are straight lines: roads, rivers and buses are not in them.":
    "Llinellau syth yw'r pellterau: nid oes ffyrdd, afonydd na bysiau ynddynt.",
  "Solved by CBC, an integer-programming solver. {1}": "Datryswyd gan CBC, datryswr rhaglennu cyfanrif. {1}",
  "Whether a building can be had there is not known here.": "Ni wyddys yma a ellir cael adeilad yno.",
  "Areas without a number or a place, left out: {1} ({2}).": "Ardaloedd heb rif neu le, a adawyd allan: {1} ({2}).",
  // Need put together
  "Areas: need, access and clusters": "Ardaloedd: angen, mynediad a chlystyrau", "Cluster": "Clwstwr",
  "Hours a week on offer within reach, for 100 people: {1}.":
    "Oriau'r wythnos a gynigir o fewn cyrraedd, i bob 100 o bobl: {1}.",
  "Hours in reach": "Oriau o fewn cyrraedd", "Metres to a centre": "Metrau i ganolfan",
  "Need put together, access and clusters": "Angen ynghyd, mynediad a chlystyrau",
  "Rank 1 is most need of all areas; in small print where chance in the rates may put it. Metres are straight lines. What speaks of an area does not speak of each child in it.":
    "Safle 1 yw'r angen mwyaf o bob ardal; mewn print mân, ble y gall hap yn y cyfraddau ei roi. Llinellau syth yw'r metrau. Nid yw'r hyn sy'n wir am ardal yn wir am bob plentyn ynddi.",
  "Rank of need": "Safle angen", "high: {1}": "uchel: {1}", "low: {1}": "isel: {1}",
  "{1} children live where needs come together.": "Mae {1} o blant yn byw lle daw anghenion ynghyd.",
  "{1}: made of {2}, as declared by {3}.": "{1}: gwnaed o {2}, fel y datganwyd gan {3}.",
  "{1}: made of {2}.": "{1}: gwnaed o {2}.",
  // Measures
  "Children enrolled": "Plant cofrestredig", "Children reached": "Plant a gyrhaeddwyd",
  "Children in sustained use": "Plant mewn defnydd cyson",
  "Children reached by their own centre": "Plant a gyrhaeddwyd gan eu canolfan eu hunain",
  "Reached of those enrolled": "Cyrhaeddwyd o'r rhai cofrestredig",
  "Children of the centre who live in its catchment": "Plant y ganolfan sy'n byw yn ei dalgylch",
]
