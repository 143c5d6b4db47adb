/// The Welsh of comparisons, coverage, flows, proposals and chosen places. A draft, as the rest.
let welshComparisons: [String: String] = [
  // Chosen places
  "Small areas named by their codes.": "Ardaloedd bach a enwyd yn ôl eu codau.",
  "Small area {1}.": "Ardal fach {1}.", "Within {1} metres of a point.": "O fewn {1} metr i bwynt.",
  "Within the polygons of {1} together.": "O fewn polygonau {1} gyda'i gilydd.", "A polygon of {1}.": "Polygon o {1}.",
  "Small areas that count whole: {1}; in part: {2}.": "Ardaloedd bach sy'n cyfrif yn gyfan: {1}; yn rhannol: {2}.",
  "The place is made of whole atoms: parts of small areas that lie in the same catchments, each with at least half of its surface there. No point was counted in a drawn line.":
    "Atomau cyfan yw'r lle: rhannau o ardaloedd bach sydd yn yr un dalgylchoedd, pob un â hanner ei arwynebedd o leiaf yno. Ni chyfrifwyd pwynt o fewn llinell a luniwyd.",
  "The place is made of shares of small areas by surface. That is an estimate: nobody looked where in an area children live.":
    "Cyfrannau o ardaloedd bach yn ôl arwynebedd yw'r lle. Amcangyfrif yw hynny: nid edrychodd neb ble mewn ardal y mae plant yn byw.",
  "The table's numbers are for the whole of each area.": "Mae rhifau'r tabl ar gyfer pob ardal gyfan.",
  // Titles
  "Cycle {1}: {2} to {3}. {4}.": "Cylch {1}: {2} i {3}. {4}.",
  "Places of {1} in {2} compared": "Cymharu lleoedd {1} yn {2}",
  "Small areas of {1} compared": "Cymharu ardaloedd bach {1}",
  "Centres of {1} compared": "Cymharu canolfannau {1}", "Catchments of {1} compared": "Cymharu dalgylchoedd {1}",
  "Place": "Lle", "All places": "Pob lle", "{1}, by place": "{1}, yn ôl lle",
  // Headline
  "There is no figure to compare.": "Nid oes ffigur i'w gymharu.",
  "{1}: {2} in 100 over all centres together.": "{1}: {2} o bob 100 dros yr holl ganolfannau gyda'i gilydd.",
  "{1}: {2} in 100 in the whole of {3}.": "{1}: {2} o bob 100 yn {3} gyfan.",
  "In a neighbouring authority it is {1} in 100.": "Mewn awdurdod cyfagos, {1} o bob 100 yw'r ffigur.",
  "{1} of {2} places differs by more than chance.": "Mae {1} o'r {2} lle'n wahanol y tu hwnt i hap.",
  "No place differs from that by more than chance.": "Nid oes lle'n wahanol i hynny y tu hwnt i hap.",
  "{1} of {2} places differ by more than chance.": "Mae {1} o'r {2} lle'n wahanol y tu hwnt i hap.",
  "Lower: {1}.": "Is: {1}.", "Higher: {1}.": "Uwch: {1}.",
  "In the nation it is {1} in 100.": "Yn y wlad, {1} o bob 100 yw'r ffigur.",
  "In {1} neighbouring authorities it is {2} in 100.": "Mewn {1} awdurdod cyfagos, {2} o bob 100 yw'r ffigur.",
  "Enrolled children who live in no catchment: {1}.": "Plant cofrestredig nad ydynt yn byw mewn unrhyw ddalgylch: {1}.",
  "Enrolled children who live in several: {1}.": "Plant cofrestredig sy'n byw mewn sawl un: {1}.",
  // Tables
  "Of how many": "O faint", "Against the whole": "O'i gymharu â'r cyfan",
  "Against the nation": "O'i gymharu â'r wlad", "Against neighbours": "O'i gymharu â'r cymdogion",
  "Rank likely between": "Safle'n debygol rhwng", "lower": "is", "higher": "uwch",
  "top three in {1} of draws": "yn y tri uchaf mewn {1} o'r tyniadau",
  // Method
  "Different: an exact test against the whole, with all places of this kind judged together so that at most 1 in 20 findings is by chance.":
    "Gwahanol: prawf union yn erbyn y cyfan, gyda phob lle o'r math hwn yn cael ei farnu gyda'i gilydd fel bod 1 o bob 20 canfyddiad ar y mwyaf yn hap.",
  "Funnel: limits for places of each size if all had the rate of the whole, at 95% and 99.8%.":
    "Twndis: terfynau i leoedd o bob maint pe bai gan bawb gyfradd y cyfan, ar 95% a 99.8%.",
  "Ranks: 1,000 draws of what each rate may be; the middle 95% of its ranks.":
    "Safleoedd: 1,000 o dyniadau o'r hyn y gall pob cyfradd fod; y 95% canol o'i safleoedd.",
  "Places like each other: each indicator counts in standard deviations over the places; the distance is the root of the mean square. It says that places are alike, not why they differ.":
    "Lleoedd tebyg: mae pob dangosydd yn cyfrif mewn gwyriadau safonol dros y lleoedd; y pellter yw ail isradd y sgwâr cymedrig. Mae'n dweud bod lleoedd yn debyg, nid pam y maent yn wahanol.",
  "A place that is not different is drawn pale. Its order in the list means little.":
    "Lluniwyd lle nad yw'n wahanol yn olau. Nid yw ei drefn yn y rhestr yn golygu llawer.",
  "Counts were rounded first. Every rate, interval and map is worked out from rounded counts.":
    "Talgrynnwyd y niferoedd yn gyntaf. Cyfrifir pob cyfradd, cyfwng a map o'r niferoedd wedi'u talgrynnu.",
  // Charts
  "Places with their intervals": "Lleoedd â'u cyfyngau", "There is no figure to draw.": "Nid oes ffigur i'w lunio.",
  "The {1} highest and the {2} lowest are drawn; the table has all.":
    "Lluniwyd y {1} uchaf a'r {2} isaf; mae'r cwbl yn y tabl.",
  "all centres together": "yr holl ganolfannau gyda'i gilydd", "the whole of {1}": "{1} gyfan", "in 100": "o bob 100",
  "Dots with intervals for {1} places; different from the whole by more than chance: {2}. The table has the numbers.":
    "Dotiau â chyfyngau i {1} lle; yn wahanol i'r cyfan y tu hwnt i hap: {2}. Mae'r rhifau yn y tabl.",
  "Which places stand out for their size": "Pa leoedd sy'n amlwg o ystyried eu maint",
  "There is no rate of the whole to compare with.": "Nid oes cyfradd o'r cyfan i gymharu â hi.",
  "Funnel plot: {1}": "Plot twndis: {1}",
  "Funnel plot of {1} places. None lies beyond the 99.8% limits.":
    "Plot twndis o {1} lle. Nid oes yr un y tu hwnt i'r terfynau 99.8%.",
  "Funnel plot of {1} places. Beyond the 99.8% limits: {2}, such as {3}.":
    "Plot twndis o {1} lle. Y tu hwnt i'r terfynau 99.8%: {2}, megis {3}.",
  "Small places vary more by chance. The limits are wide for them and narrow for large ones.":
    "Mae lleoedd bach yn amrywio mwy trwy hap. Mae'r terfynau'n eang iddynt hwy ac yn gul i rai mawr.",
  "How sure the order is": "Pa mor sicr yw'r drefn",
  "Small areas are not ranked: chance moves them too far in any order.":
    "Nid yw ardaloedd bach yn cael eu trefnu: mae hap yn eu symud yn rhy bell mewn unrhyw drefn.",
  "There are too few places to rank.": "Mae rhy ychydig o leoedd i'w trefnu.", "rank, 1 = highest": "safle, 1 = uchaf",
  "mean rank": "safle cymedrig", "middle 95% of ranks drawn": "95% canol y safleoedd a dynnwyd",
  "Ranks with their doubt": "Safleoedd â'u hansicrwydd",
  "Ranks of {1} places. {2} is in the top three in {3} of draws.":
    "Safleoedd {1} lle. Mae {2} yn y tri uchaf mewn {3} o'r tyniadau.",
  "{1} is in the top three in {2} of draws.": "Mae {1} yn y tri uchaf mewn {2} o'r tyniadau.",
  "the whole authority": "yr awdurdod cyfan", "95% limits": "terfynau 95%", "99.8% limits": "terfynau 99.8%",
  "beyond the 99.8% limits": "y tu hwnt i'r terfynau 99.8%",
  "differs from the line by more than chance": "yn wahanol i'r llinell y tu hwnt i hap",
  "not different: chance may explain it": "ddim yn wahanol: gall hap ei egluro",
  // Cycles
  "Many children are in both cycles. So a change from one cycle to the next has no interval here.":
    "Mae llawer o blant yn y ddau gylch. Felly nid oes cyfwng yma i newid o un cylch i'r nesaf.",
  "A catchment may have had other borders in another cycle.": "Gall fod gan ddalgylch ffiniau eraill mewn cylch arall.",
  "Measure by measure": "Mesur wrth fesur", "Cycle by cycle, measure by measure": "Cylch wrth gylch, mesur wrth fesur",
  "{1} in 100, by place and cycle": "{1} o bob 100, yn ôl lle a chylch",
  "lower by more than chance": "is y tu hwnt i hap", "higher by more than chance": "uwch y tu hwnt i hap",
  "Each place against the whole of {1}. Where places overlap, the later code lies on top.":
    "Pob lle o'i gymharu â {1} gyfan. Lle mae lleoedd yn gorgyffwrdd, y cod diweddarach sydd ar ben.",
  "edges of places": "ffiniau lleoedd",
  "Which places differ, by cycle and measure": "Pa leoedd sy'n wahanol, yn ôl cylch a mesur",
  "{1} small maps. Only places that differ from the whole by more than chance are coloured; the tables have the numbers.":
    "{1} map bach. Dim ond lleoedd sy'n wahanol i'r cyfan y tu hwnt i hap sydd wedi'u lliwio; mae'r rhifau yn y tablau.",
  // Maps
  "Maps of the borough": "Mapiau o'r fwrdeistref",
  "The areas' shapes were not given. So there is no map.": "Ni roddwyd siapiau'r ardaloedd. Felly nid oes map.",
  "Map of all small areas in five shades. The page of each catchment has the numbers.":
    "Map o bob ardal fach mewn pum lliw. Mae'r rhifau ar dudalen pob dalgylch.",
  "tenths {1} to {2}": "degfedau {1} i {2}",
  "Map of all small areas; dark areas are among the most deprived.":
    "Map o bob ardal fach; mae'r ardaloedd tywyll ymhlith y mwyaf difreintiedig.",
  "Uncertain: by their intervals all areas may belong in another shade.":
    "Ansicr: yn ôl eu cyfyngau gall pob ardal berthyn mewn lliw arall.",
  "Uncertain: by their intervals most areas may belong in another shade.":
    "Ansicr: yn ôl eu cyfyngau gall y rhan fwyaf o ardaloedd berthyn mewn lliw arall.",
  "Uncertain: by their intervals some areas may belong in another shade.":
    "Ansicr: yn ôl eu cyfyngau gall rhai ardaloedd berthyn mewn lliw arall.",
  "There is nothing to map.": "Nid oes dim i'w fapio.", "tenths 7 to 10": "degfedau 7 i 10",
  "tenths 4 to 6": "degfedau 4 i 6", "tenths 1 to 3": "degfedau 1 i 3", "high reach": "cyrhaeddiad uchel",
  "middle reach": "cyrhaeddiad canolig", "low reach": "cyrhaeddiad isel",
  "Deprivation and reach together": "Amddifadedd a chyrhaeddiad gyda'i gilydd",
  "Reach is low under {1} and high from {2}: a third of areas each.":
    "Mae cyrhaeddiad yn isel dan {1} ac yn uchel o {2}: traean o'r ardaloedd yr un.",
  "Map in nine colours. {1} areas are both among the most deprived and the least reached.":
    "Map mewn naw lliw. Mae {1} ardal ymhlith y mwyaf difreintiedig a'r lleiaf eu cyrhaeddiad.",
  "Most deprived and least reached": "Mwyaf difreintiedig a lleiaf eu cyrhaeddiad",
  "No area is both.": "Nid oes ardal sydd ymhlith y ddau.",
  // Others
  "this authority": "yr awdurdod hwn", "nation": "gwlad", "neighbour": "cymydog",
  "{1}: this authority and others": "{1}: yr awdurdod hwn ac eraill", "Authority": "Awdurdod",
  "What it is": "Beth ydyw",
  "This authority less it, in 100": "Yr awdurdod hwn llai'r llall, o bob 100",
  "Other authorities' figures are from a list that was imported. Whether they count alike is not known here.":
    "O restr a fewnforiwyd y daw ffigurau awdurdodau eraill. Ni wyddys yma a ydynt yn cyfrif yr un fath.",
  "Not all of them gave counts. So places are held against the mean of their rates.":
    "Ni roddodd pob un niferoedd. Felly cymherir lleoedd â chymedr eu cyfraddau.",
  "Beside other authorities": "Ochr yn ochr ag awdurdodau eraill", "Places like each other": "Lleoedd tebyg i'w gilydd",
  "No indicator was declared by which places could be like each other.":
    "Ni ddatganwyd dangosydd y gallai lleoedd fod yn debyg i'w gilydd yn ei ôl.",
  "a value is missing": "mae gwerth ar goll",
  "The three most like each place, with their distance": "Y tri thebycaf i bob lle, â'u pellter",
  "Most like it": "Tebycaf iddo", "Those together, in 100": "Y rheini gyda'i gilydd, o bob 100",
  "Difference likely between, in 100": "Gwahaniaeth yn debygol rhwng, o bob 100",
  "Declared indicators: {1}.": "Dangosyddion a ddatganwyd: {1}.",
  "Distance 1: one standard deviation apart in each indicator. These differences are not judged together, so 1 in 20 is by chance.":
    "Pellter 1: un gwyriad safonol ar wahân ym mhob dangosydd. Ni fernir y gwahaniaethau hyn gyda'i gilydd, felly mae 1 o bob 20 yn hap.",
  // Coverage
  "What the catchments cover": "Yr hyn y mae'r dalgylchoedd yn ei gwmpasu",
  "Nothing is known of the catchments.": "Ni wyddys dim am y dalgylchoedd.", "no catchment": "dim dalgylch",
  "one catchment": "un dalgylch", "several catchments": "sawl dalgylch",
  "Gaps and overlaps": "Bylchau a gorgyffwrdd", "Lives in": "Yn byw yn", "Areas touched": "Ardaloedd a gyffyrddir",
  "In the most deprived tenth": "Yn y ddegfed fwyaf difreintiedig",
  "Small areas in no catchment": "Ardaloedd bach heb ddalgylch",
  "Small areas in several catchments": "Ardaloedd bach mewn sawl dalgylch",
  "Each child is in one row. Children outside of all small areas are in no catchment's row only if no catchment holds their home.":
    "Mae pob plentyn mewn un rhes. Dim ond os nad yw dalgylch yn dal eu cartref y mae plant y tu allan i bob ardal fach yn rhes dim dalgylch.",
  "Children and their deprivation are shared out by surface; enrolled, reached and sustained are counted by home.":
    "Rhennir plant a'u hamddifadedd yn ôl arwynebedd; cyfrifir cofrestredig, cyrhaeddwyd a chyson yn ôl cartref.",
  "{1}: the {2} of {3} with most children there": "{1}: y {2} o {3} â'r mwyaf o blant yno",
  "Share of its surface": "Cyfran o'i harwynebedd", "Children there": "Plant yno", "Catchments": "Dalgylchoedd",
  "none": "dim", "in several catchments": "mewn sawl dalgylch", "in one catchment": "mewn un dalgylch",
  "Where most of an area's surface lies": "Ble mae'r rhan fwyaf o arwynebedd ardal",
  "Gaps and overlaps of the catchments": "Bylchau a gorgyffwrdd y dalgylchoedd",
  "Map of all small areas: {1} lie mostly in no catchment and {2} mostly in several. The tables have the numbers.":
    "Map o bob ardal fach: mae {1} gan mwyaf heb ddalgylch a {2} gan mwyaf mewn sawl un. Mae'r rhifau yn y tablau.",
  // Drawn places
  "What the places are made of": "O beth y gwnaed y lleoedd",
  "Each place is made of whole atoms: parts of small areas that lie in the same catchments. One belongs to a place if at least half of its surface lies in it.":
    "Gwnaed pob lle o atomau cyfan: rhannau o ardaloedd bach sydd yn yr un dalgylchoedd. Mae un yn perthyn i le os oes o leiaf hanner ei arwynebedd ynddo.",
  "Each place takes the share of every atom's numbers that its surface has in it. That is an estimate: where in an atom children live is not looked at.":
    "Mae pob lle'n cymryd cyfran o rifau pob atom yn ôl yr arwynebedd sydd ynddo. Amcangyfrif yw hynny: nid edrychir ble mewn atom y mae plant yn byw.",
  "What each place is made of": "O beth y gwnaed pob lle", "Atoms": "Atomau",
  "Of those cut": "O'r rheini, wedi'u torri",
  "Enrolled children in atoms of no place: {1}.": "Plant cofrestredig mewn atomau heb le: {1}.",
  "No child was counted in a drawn line: that would tell who lives between two lines.":
    "Ni chyfrifwyd plentyn o fewn llinell a luniwyd: byddai hynny'n dweud pwy sy'n byw rhwng dwy linell.",
  "A place without an atom is smaller than half of any. It has no figure.":
    "Mae lle heb atom yn llai na hanner unrhyw un. Nid oes ganddo ffigur.",
  // Flows
  "Who goes where": "Pwy sy'n mynd i ble",
  "Flows are withheld to protect privacy, or there are none.":
    "Cedwir llifoedd yn ôl i warchod preifatrwydd, neu nid oes rhai.", "No flow was counted.": "Ni chyfrifwyd llif.",
  "Children reached, by catchment they live in (rows) and centre used (columns)":
    "Plant a gyrhaeddwyd, yn ôl y dalgylch y maent yn byw ynddo (rhesi) a'r ganolfan a ddefnyddiwyd (colofnau)",
  "to the centre of a catchment they live in": "i ganolfan dalgylch y maent yn byw ynddo",
  "to another centre: {1} children or more": "i ganolfan arall: {1} o blant neu fwy",
  "to another centre: under {1} children": "i ganolfan arall: dan {1} o blant",
  "From the middle of each catchment to the centres used": "O ganol pob dalgylch i'r canolfannau a ddefnyddiwyd",
  "From the middle of each small area to the centres used": "O ganol pob ardal fach i'r canolfannau a ddefnyddiwyd",
  "Flows of fewer than {1} children are not drawn.": "Ni luniwyd llifoedd o lai na {1} o blant.",
  "Flows that are hidden or withheld are not drawn.": "Ni luniwyd llifoedd cudd na'r rhai a gedwir yn ôl.",
  "Flow map: who crosses to which centre": "Map llif: pwy sy'n croesi i ba ganolfan",
  "Map with {1} lines from homes to centres used; {2} of them lead to a centre of another catchment. The table has the numbers.":
    "Map â {1} llinell o gartrefi i ganolfannau a ddefnyddiwyd; mae {2} ohonynt yn arwain i ganolfan dalgylch arall. Mae'r rhifau yn y tabl.",
  "Which centre each area uses most is not in a release.":
    "Nid yw'r ganolfan a ddefnyddir fwyaf gan bob ardal mewn datganiad.",
  "Where use draws other borders": "Lle mae defnydd yn tynnu ffiniau eraill",
  "Areas whose children mostly use another centre": "Ardaloedd y mae eu plant gan mwyaf yn defnyddio canolfan arall",
  "Its catchment": "Ei dalgylch", "Most use": "Defnyddia'r rhan fwyaf",
  "In every area most children who were reached used the centre of a catchment they live in.":
    "Ym mhob ardal defnyddiodd y rhan fwyaf o'r plant a gyrhaeddwyd ganolfan dalgylch y maent yn byw ynddo.",
  "{1} areas in all; needs query centres-used-by-area lists every one with each centre.":
    "{1} ardal i gyd; mae needs query centres-used-by-area yn rhestru pob un â phob canolfan.",
  "The centre that most reached children of an area used":
    "Y ganolfan a ddefnyddiodd y rhan fwyaf o blant ardal a gyrhaeddwyd",
  "Black lines: the declared catchments. Areas with a number mostly use another centre than their own.":
    "Llinellau du: y dalgylchoedd a ddatganwyd. Mae ardaloedd â rhif gan mwyaf yn defnyddio canolfan heblaw eu hun nhw.",
  "The natural catchments: which centre each area uses most":
    "Y dalgylchoedd naturiol: pa ganolfan y mae pob ardal yn ei defnyddio fwyaf",
  "Map of all small areas, coloured by the centre that most of their reached children used. In {1} areas that is not the centre of their catchment.":
    "Map o bob ardal fach, wedi'i liwio yn ôl y ganolfan a ddefnyddiodd y rhan fwyaf o'u plant a gyrhaeddwyd. Mewn {1} ardal nid canolfan eu dalgylch yw honno.",
]
