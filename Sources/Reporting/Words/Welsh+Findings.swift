/// The Welsh of sentences that other rooms make: what was found in files, why rows were left out, what speaks for a claim.
/// Gaps stand in the English order. A draft, as the rest.
let welshFindings: [String: String] = [
  // Rows
  "row {1}": "rhes {1}", "rows {1}": "rhesi {1}", "rows {1} and {2}": "rhesi {1} a {2}",
  "{1} rows ({2}, …)": "{1} rhes ({2}, …)",
  "mend those rows": "trwsiwch y rhesi hynny", "check the row": "gwiriwch y rhes",
  // Homes
  "{1} are not located, so the child is in no area": "{1}: heb eu lleoli, felly nid yw'r plentyn mewn ardal",
  "{1} is not located, so the child is in no area": "{1}: heb ei leoli, felly nid yw'r plentyn mewn ardal",
  "mend the places in the register": "trwsiwch y lleoedd yn y gofrestr",
  "{1} children live outside every area of {2}; they count in no area":
    "mae {1} o blant yn byw y tu allan i bob ardal yn {2}; nid ydynt yn cyfrif mewn ardal",
  "{1}: letter O or I where a digit belongs? (a hint; nothing was changed)":
    "{1}: llythyren O neu I lle dylai fod digid? (awgrym; ni newidiwyd dim)",
  "{1} have {2} that are no place; their postcode is used":
    "{1}: nid yw {2} yn lle; defnyddir eu cod post",
  "{1} has {2} that are no place; its postcode is used": "{1}: nid yw {2} yn lle; defnyddir y cod post",
  "{1} look exchanged (swapped axis order) in {2}: as they stand the places lie far outside the areas":
    "mae {1} i'w gweld wedi'u cyfnewid (trefn yr echelinau) yn {2}: fel y maent mae'r lleoedd ymhell y tu allan i'r ardaloedd",
  // Children and visits
  "{1} children have rows that differ; the latest registration counts":
    "mae gan {1} o blant resi gwahanol; y cofrestriad diweddaraf sy'n cyfrif",
  "{1} rows repeat another row; each child counts once":
    "mae {1} rhes yn ailadrodd rhes arall; mae pob plentyn yn cyfrif unwaith",
  "{1} children have no date of birth and are left out": "nid oes dyddiad geni gan {1} o blant, a gadewir hwy allan",
  "add the dates": "ychwanegwch y dyddiadau",
  "visits name centres that are not listed: {1}": "mae ymweliadau'n enwi canolfannau nas rhestrir: {1}",
  "add them to {1}": "ychwanegwch hwy at {1}", "the centres' file": "ffeil y canolfannau",
  "no enrolments are given, so nothing is said of reach":
    "ni roddwyd cofrestriadau, felly ni ddywedir dim am gyrhaeddiad",
  "{1} an id that {2} does not have": "{1}: rhif nad yw gan {2}",
  "export both files on the same day": "allforiwch y ddwy ffeil ar yr un diwrnod",
  "{1} ids are in {2} with zeros in front, which this file has lost":
    "mae {1} rhif yn {2} â seroau o'u blaen, a gollwyd yn y ffeil hon",
  "export the file again with the column as text; they count as unknown until then":
    "allforiwch y ffeil eto â'r golofn yn destun; maent yn cyfrif fel anhysbys tan hynny",
  "{1} ids have nothing but zeros after the fifteenth digit: a spreadsheet may have rounded them":
    "nid oes gan {1} rhif ddim ond seroau ar ôl y pymthegfed digid: efallai fod taenlen wedi'u talgrynnu",
  "export the file again with the column as text": "allforiwch y ffeil eto â'r golofn yn destun",
  // Centres and catchments
  "{1} has no place; it is not on the map": "nid oes lle i {1}; nid yw ar y map",
  "{1} has {2} that are no place": "{1}: nid yw {2} yn lle", "mend the two numbers": "trwsiwch y ddau rif",
  "rows whose grid reference is no number of metres: their postcodes have no place":
    "rhesi nad yw eu cyfeirnod grid yn nifer o fetrau: nid oes lle i'w codau post",
  "mend them, or download the directory again": "trwsiwch hwy, neu lawrlwythwch y cyfeiriadur eto",
  "give easting and northing, or a postcode that the directory has":
    "rhowch ddwyreiniad a gogleddiad, neu god post sydd yn y cyfeiriadur",
  "a centre without an id, left out": "canolfan heb rif, a adawyd allan",
  "{1} stand at one place: each has the whole catchment of the place":
    "saif {1} yn yr un lle: mae gan bob un ddalgylch cyfan y lle",
  "{1} stand {2} m apart: the border between their catchments means little":
    "saif {1} {2} m ar wahân: nid yw'r ffin rhwng eu dalgylchoedd yn golygu llawer",
  "{1} areas are in no catchment ({2})": "mae {1} ardal heb ddalgylch ({2})",
  "1 area is in no catchment ({1})": "mae 1 ardal heb ddalgylch ({1})",
  "{1} areas are in several catchments ({2} first)": "mae {1} ardal mewn sawl dalgylch ({2} yn gyntaf)",
  "1 area is in several catchments ({1} first)": "mae 1 ardal mewn sawl dalgylch ({1} yn gyntaf)",
  "outside the areas: {1}": "y tu allan i'r ardaloedd: {1}",
  // Shapes
  "{1} and {2} overlap by {3} m² at {4}": "mae {1} a {2} yn gorgyffwrdd o {3} m² yn {4}",
  "a point there is in both": "mae pwynt yno yn y ddau",
  "a point there goes to the lowest code": "mae pwynt yno'n mynd i'r cod isaf",
  "a gap of {1} m² at {2} inside {3}": "bwlch o {1} m² yn {2} y tu mewn i {3}",
  "a gap of {1} m² at {2} between {3}": "bwlch o {1} m² yn {2} rhwng {3}",
  "a point there is in no catchment": "nid yw pwynt yno mewn dalgylch",
  "a point there is in no area": "nid yw pwynt yno mewn ardal",
  "{1} more overlaps, {2} m² together": "{1} gorgyffwrdd arall, {2} m² gyda'i gilydd",
  "{1} more gaps, {2} m² together": "{1} bwlch arall, {2} m² gyda'i gilydd",
  "{1} overlap thinner than a metre, {2} m² together": "{1} gorgyffwrdd culach na metr, {2} m² gyda'i gilydd",
  "{1} overlaps thinner than a metre, {2} m² together": "{1} gorgyffwrdd culach na metr, {2} m² gyda'i gilydd",
  "{1} gap thinner than a metre, {2} m² together": "{1} bwlch culach na metr, {2} m² gyda'i gilydd",
  "{1} gaps thinner than a metre, {2} m² together": "{1} bwlch culach na metr, {2} m² gyda'i gilydd",
  "{1}: {2} m² as drawn, {3} m² after repair": "{1}: {2} m² fel y'i lluniwyd, {3} m² ar ôl ei drwsio",
  "{1}: {2} m² as drawn, nothing with an area is left of it":
    "{1}: {2} m² fel y'i lluniwyd, nid oes dim ag arwynebedd ar ôl ohono",
  "ring self-intersection at {1}": "cylch yn ei groesi ei hun yn {1}",
  "self-intersection at {1}": "siâp yn ei groesi ei hun yn {1}",
  "hole lies outside shell at {1}": "twll y tu allan i'r siâp yn {1}",
  "nested shells at {1}": "siâp o fewn siâp yn {1}",
  "duplicate rings at {1}": "cylchoedd dyblyg yn {1}",
  "interior is disconnected at {1}": "tu mewn wedi'i wahanu yn {1}",
  "look at it on the map, and redraw it if this is not what was meant":
    "edrychwch arno ar y map, a'i ail-lunio os nad dyma a olygwyd",
  "{1} features have arcs; they are drawn as straight lines within {2} m":
    "mae arcau gan {1} nodwedd; fe'u lluniwyd yn llinellau syth o fewn {2} m",
  "feature {1} without a code, left out": "nodwedd {1} heb god, a adawyd allan",
  "features {1} without a code, left out": "nodweddion {1} heb god, a adawyd allan",
  "give each feature a code": "rhowch god i bob nodwedd",
  "the catchment touches no area": "nid yw'r dalgylch yn cyffwrdd ag ardal",
  "check its place and the file's CRS": "gwiriwch ei le a CRS y ffeil",
  // Files and columns
  "the file says {1}, audit.yml states {2}, which is taken":
    "mae'r ffeil yn dweud {1}, audit.yml yn datgan {2}, a gymerir",
  "audit.yml says {1}, the column is {2}": "mae audit.yml yn dweud {1}, {2} yw'r golofn",
  "a shapefile cuts column names after ten characters: {1} is taken for {2}":
    "mae shapefile yn torri enwau colofnau ar ôl deg nod: cymerir {1} fel {2}",
  "of {1} layers {2} has the code, and is taken": "o {1} haen, {2} sydd â'r cod, ac fe'i cymerir",
  "{1} texts are not UTF-8 and were read as Windows-1252":
    "nid yw {1} testun yn UTF-8; fe'u darllenwyd fel Windows-1252",
  "look over names with accents": "edrychwch dros enwau ag acenion",
  "a row without an area code is passed over": "anwybyddir rhes heb god ardal",
  "{1} rows without an area code are passed over, the first in this row":
    "anwybyddir {1} rhes heb god ardal, y gyntaf yn y rhes hon",
  "a row without both codes is passed over": "anwybyddir rhes heb y ddau god",
  "{1} rows without both codes are passed over, the first in this row":
    "anwybyddir {1} rhes heb y ddau god, y gyntaf yn y rhes hon",
  "a cell holds no number and is taken as missing": "nid oes rhif mewn cell; cymerir ei fod ar goll",
  "{1} cells hold no number and are taken as missing, the first in this row":
    "nid oes rhif mewn {1} cell; cymerir eu bod ar goll, y gyntaf yn y rhes hon",
  "{1} cells of {2} are not numbers, taken as missing": "nid yw {1} cell o {2} yn rhifau; cymerir eu bod ar goll",
  "1 cell of {1} is not a number, taken as missing": "nid yw 1 gell o {1} yn rhif; cymerir ei bod ar goll",
  "no coordinates or no weight in 1 row, which is left out": "dim cyfesurynnau neu bwysau mewn 1 rhes, a adawyd allan",
  "no coordinates or no weight in {1} rows, which are left out":
    "dim cyfesurynnau neu bwysau mewn {1} rhes, a adawyd allan",
  "{1} row without an area code, left out": "{1} rhes heb god ardal, a adawyd allan",
  "{1} rows without an area code, left out": "{1} rhes heb god ardal, a adawyd allan",
  "postcodes stand there twice; the first is taken": "mae codau post yno ddwywaith; cymerir y cyntaf",
  "rows whose postcode is none were left out": "gadawyd allan resi nad yw eu cod post yn god post",
  "by the mapping {1}: {2}": "yn ôl y mapio {1}: {2}",
  "which areas the homes lie in is not looked at until the refusals above are mended":
    "nid edrychir ym mha ardaloedd y mae'r cartrefi nes trwsio'r gwrthodiadau uchod",
  // Denominators and indicators
  "1 area holds no {1} ({2}); the share by surface is taken":
    "nid oes {1} mewn 1 ardal ({2}); cymerir y gyfran yn ôl arwynebedd",
  "{1} areas hold no {2} ({3}); the share by surface is taken":
    "nid oes {2} mewn {1} ardal ({3}); cymerir eu cyfran yn ôl arwynebedd",
  "live residential postcode": "cod post preswyl byw", "population point": "pwynt poblogaeth",
  "{1} of {2} areas have no row ({3})": "nid oes rhes gan {1} o {2} ardal ({3})",
  "their rates are left out": "gadewir eu cyfraddau allan",
  "{1} is not a number, taken as missing": "nid yw {1} yn rhif; cymerir ei fod ar goll",
  "one figure ({1}) for {2} areas ({3}); none of them has a denominator of its own":
    "un ffigur ({1}) ar gyfer {2} ardal ({3}); nid oes gan yr un ohonynt enwadur ei hun",
  "ask the publisher for a row for each area": "gofynnwch i'r cyhoeddwr am res i bob ardal",
  "{1} of {2} areas have no value after the lookup from {3} to {4}: {5}":
    "nid oes gwerth gan {1} o {2} ardal ar ôl y tabl cyfatebiaeth o {3} i {4}: {5}",
  "{1} of {2} areas have no value after the lookup: {3}":
    "nid oes gwerth gan {1} o {2} ardal ar ôl y tabl cyfatebiaeth: {3}",
  "{1} of {2} areas have no count after the lookup: {3}":
    "nid oes cyfrif gan {1} o {2} ardal ar ôl y tabl cyfatebiaeth: {3}",
  "no single value may be made of several; they are shown as missing":
    "ni cheir gwneud un gwerth o sawl un; dangosir eu bod ar goll",
  "{1} links are not what their change code says; their shape is taken":
    "nid yw {1} cyswllt fel y dywed eu cod newid; cymerir eu siâp",
  "{1} of {2} areas have no {3} ({4}); it is missing there": "nid oes {3} gan {1} o {2} ardal ({4}); mae ar goll yno",
  "{1} comes from {2} ({3})": "daw {1} o {2} ({3})",
  // Far outside the rest
  "centres outside the borough": "canolfannau y tu allan i'r fwrdeistref", "in none of the areas": "heb fod mewn ardal",
  "a percentage below 0 or over 100": "canran dan 0 neu dros 100",
  "every value lies between 0 and 1: shares of 1, where audit.yml says percent?":
    "mae pob gwerth rhwng 0 ac 1: cyfrannau o 1, lle mae audit.yml yn dweud percent?",
  "a count below 0": "cyfrif dan 0", "a rate below 0": "cyfradd dan 0",
  "the numerator is larger than the denominator": "mae'r rhifiadur yn fwy na'r enwadur",
  "outside {1} to {2}, Tukey's outer fences": "y tu allan i {1} i {2}, ffensys allanol Tukey",
  "over {1}, Tukey's outer fences of square roots": "dros {1}, ffensys allanol Tukey o ail israddau",
  "under {1} or over {2}, Tukey's outer fences of square roots":
    "dan {1} neu dros {2}, ffensys allanol Tukey o ail israddau",
  "children as a share of everybody": "plant fel cyfran o bawb", "more children than people": "mwy o blant na phobl",
  "dates of birth in the future": "dyddiadau geni yn y dyfodol",
  "over a year after the cycle's last day": "dros flwyddyn ar ôl diwrnod olaf y cylch",
  "dates of birth of adults": "dyddiadau geni oedolion",
  "18 or more on the reference date": "18 neu fwy ar y dyddiad cyfeirio",
  "births long after the registration": "genedigaethau ymhell ar ôl y cofrestriad",
  "over 280 days after it": "dros 280 diwrnod wedyn",
  "left before they were registered": "gadael cyn cofrestru", "left < registered": "left < registered",
  "children with one date of birth": "plant â'r un dyddiad geni",
  "more on one day than chance gives in 1 of 1,000 such files (Poisson, mean {1} a day)":
    "mwy ar un diwrnod nag y mae hap yn ei roi mewn 1 o 1,000 ffeil o'r fath (Poisson, cymedr {1} y dydd)",
  "homes far from all others": "cartrefi ymhell o bob un arall",
  "in no area and beyond Tukey's outer fences of easting or northing":
    "heb fod mewn ardal a thu hwnt i ffensys allanol Tukey o ddwyreiniad neu ogleddiad",
  "children at one place": "plant mewn un lle",
  "more than {1} at one place, Tukey's outer fence of square roots; {2} place":
    "mwy na {1} mewn un lle, ffens allanol Tukey o ail israddau; {2} lle",
  "more than {1} at one place, Tukey's outer fence of square roots; {2} places":
    "mwy na {1} mewn un lle, ffens allanol Tukey o ail israddau; {2} lle",
  "different rows of one child": "rhesi gwahanol un plentyn", "children of one family": "plant un teulu",
  "more than {1}, Tukey's outer fence of square roots": "mwy na {1}, ffens allanol Tukey o ail israddau",
  "visits outside every cycle": "ymweliadau y tu allan i bob cylch",
  "before the first cycle or after the last of the audit": "cyn y cylch cyntaf neu ar ôl yr olaf yn yr archwiliad",
  "children who came before they were born": "plant a ddaeth cyn eu geni",
  "a visit before the date of birth": "ymweliad cyn y dyddiad geni",
  "visits of one child in the cycle": "ymweliadau un plentyn yn y cylch",
  "children with many visits on one day": "plant â llawer o ymweliadau ar un diwrnod",
  "more than {1} on a day, Tukey's outer fence of square roots":
    "mwy na {1} ar ddiwrnod, ffens allanol Tukey o ail israddau",
  // Published indices
  "Index of Multiple Deprivation": "Mynegai Amddifadedd Lluosog", "Income deprivation": "Amddifadedd incwm",
  "Employment deprivation": "Amddifadedd cyflogaeth",
  "Education, skills and training deprivation": "Amddifadedd addysg, sgiliau a hyfforddiant",
  "Education deprivation: children and young people": "Amddifadedd addysg: plant a phobl ifanc",
  "Education deprivation: adult skills": "Amddifadedd addysg: sgiliau oedolion",
  "Health deprivation and disability": "Amddifadedd iechyd ac anabledd", "Crime": "Troseddu",
  "Barriers to housing and services": "Rhwystrau i dai a gwasanaethau", "Geographical barriers": "Rhwystrau daearyddol",
  "Wider barriers": "Rhwystrau ehangach", "Living environment deprivation": "Amddifadedd amgylchedd byw",
  "Living environment: indoors": "Amgylchedd byw: dan do",
  "Living environment: outdoors": "Amgylchedd byw: awyr agored",
  "Income deprivation affecting children (IDACI)": "Amddifadedd incwm sy'n effeithio ar blant (IDACI)",
  "Income deprivation affecting older people (IDAOPI)": "Amddifadedd incwm sy'n effeithio ar bobl hŷn (IDAOPI)",
  "{1}, exponentially transformed": "{1}, wedi'i drawsnewid yn esbonyddol",
  "Total population: mid 2015 (excluding prisoners)": "Cyfanswm y boblogaeth: canol 2015 (heb garcharorion)",
  "Dependent Children aged 0-15: mid 2015 (excluding prisoners)":
    "Plant dibynnol 0-15 oed: canol 2015 (heb garcharorion)",
  "Population aged 16-59: mid 2015 (excluding prisoners)": "Poblogaeth 16-59 oed: canol 2015 (heb garcharorion)",
  "Older population aged 60 and over: mid 2015 (excluding prisoners)":
    "Poblogaeth hŷn, 60 oed a throsodd: canol 2015 (heb garcharorion)",
  "Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)":
    "Poblogaeth oed gweithio 18-59/64: i'w defnyddio gyda'r parth amddifadedd cyflogaeth (heb garcharorion)",
  "children": "plant",
  // Measures
  "Gap: {1}": "Bwlch: {1}", "Reached: {1}": "Cyrhaeddwyd: {1}", "Children not reached": "Plant heb eu cyrraedd",
  "Children reached, small areas drawn to the mean": "Plant a gyrhaeddwyd, ardaloedd bach wedi'u tynnu at y cymedr",
  "Children who live here": "Plant sy'n byw yma", "Visits to the centre": "Ymweliadau â'r ganolfan",
  "Children who came to the centre": "Plant a ddaeth i'r ganolfan",
  "Children in national decile {1} of {2}": "Plant yn negfed ran genedlaethol {1} {2}",
  "{1}: average score": "{1}: sgôr gymedrig", "{1}: average rank": "{1}: safle cymedrig",
  "{1}: share of areas in the most deprived tenth": "{1}: cyfran yr ardaloedd yn y ddegfed ran fwyaf difreintiedig",
  "{1}: extent": "{1}: ehangder", "{1}: local concentration": "{1}: crynodiad lleol",
  "{1}: national tenth": "{1}: degfed ran genedlaethol",
  // Proposals
  "The catchments are those of {1}.": "Dalgylchoedd {1} yw'r rhain.",
  "The audit's catchments are what is nearest to each centre, and were drawn again for the centres that are open (Thiessen polygons inside the areas' outline).":
    "Dalgylchoedd yr archwiliad yw'r hyn sydd agosaf at bob canolfan, a lluniwyd hwy eto i'r canolfannau sydd ar agor (polygonau Thiessen y tu mewn i amlinell yr ardaloedd).",
  "The audit's catchments are rings of {1} m, and were drawn again around the centres that are open.":
    "Cylchoedd o {1} m yw dalgylchoedd yr archwiliad, a lluniwyd hwy eto o amgylch y canolfannau sydd ar agor.",
  "The children, their homes and their visits are those of the cycle: nobody is assumed to come to another centre, or to stay away.":
    "Plant y cylch, eu cartrefi a'u hymweliadau yw'r rhain: ni thybir bod neb yn dod i ganolfan arall, nac yn cadw draw.",
  "No catchment is named after {1}, so none was shared out.":
    "Nid oes dalgylch wedi'i enwi ar ôl {1}, felly ni rannwyd yr un.",
  "The catchment of {1} was shared out: each place in it goes to the nearest centre that remains and has a catchment, in a straight line. All other borders stay.":
    "Rhannwyd dalgylch {1}: aiff pob lle ynddo i'r ganolfan agosaf sy'n aros ac sydd â dalgylch, mewn llinell syth. Mae pob ffin arall yn aros.",
  "{1} takes what is nearer to it than to any other open centre, in a straight line, inside the areas and catchments; that ground leaves the catchments that held it. All other borders stay.":
    "Mae {1} yn cymryd yr hyn sy'n nes ati nag at unrhyw ganolfan agored arall, mewn llinell syth, y tu mewn i'r ardaloedd a'r dalgylchoedd; mae'r tir hwnnw'n gadael y dalgylchoedd a'i daliai. Mae pob ffin arall yn aros.",
  // What files are used for
  "lookups": "tablau cyfatebiaeth", "offers": "cynigion", "surveys": "arolygon", "voices": "lleisiau",
  "codebook": "llyfr codau",
  "population points": "pwyntiau poblogaeth", "uprns": "rhifau eiddo (UPRN)",
  // How files were read
  "comma": "coma", "semicolon": "hanner colon", "tab": "tab", "bar": "bar", "header in row {1}": "pennawd yn rhes {1}",
  "decimal comma": "coma degol", "{1} rows outside the cycle": "{1} rhes y tu allan i'r cylch",
  "unions of whole areas": "uniadau o ardaloedd cyfan",
  "{1} ({2}): {3} codes from {4} features": "{1} ({2}): {3} cod o {4} nodwedd", "{1} with geometry": "{1} â geometreg",
  "{1} cm ({2})": "{1} cm ({2})", "{1} m ({2})": "{1} m ({2})", "no OSTN15 grid found": "dim grid OSTN15",
  "to {1} about {2}": "i {1}, tua {2}", "UTF-8 with BOM": "UTF-8 gyda BOM", "dates {1}": "dyddiadau {1}",
  "{1} files": "{1} ffeil",
  "sheet {1}": "dalen {1}", "a codebook in YAML": "llyfr codau yn YAML", "children aged {1}": "plant {1} oed",
  "nspl": "nspl", "onspd": "onspd",
  "code-point-open": "code-point-open",
  "GeoJSON": "GeoJSON", "GeoPackage": "GeoPackage",
  "Windows-1252": "Windows-1252", "gzip": "gzip",
]
.merging(welshVerdicts) { first, _ in first }
.merging(welshReasons) { first, _ in first }
