/// The Welsh of what claims rest on, of asking, surveys and offers. A draft, as the rest.
let welshAsking: [String: String] = [
  // Headline
  "Claims of need were drafted. Nobody has taken them up yet.":
    "Drafftiwyd honiadau o angen. Nid oes neb wedi ymgymryd â hwy eto.",
  "Tested, and it did not hold: {1}": "Profwyd, ac ni ddaliodd: {1}",
  "Tested, and it held: {1}": "Profwyd, a daliodd: {1}",
  "Areas, least to most": "Ardaloedd, lleiaf i fwyaf",
  // Claims
  "not at all: what there is speaks against it": "ddim o gwbl: mae'r hyn sydd yn siarad yn ei erbyn",
  " (target: {1})": " (targed: {1})", ", {1} agreed": ", cytunodd {1}", "; not told back yet": "; heb adrodd yn ôl eto",
  "; told back: {1}": "; adroddwyd yn ôl: {1}", "Evidence": "Tystiolaeth",
  "Graded {1}: {2} of {3} tested claims held": "Graddiwyd {1}: daliodd {2} o {3} honiad a brofwyd",
  "How often such grades have held": "Pa mor aml y mae graddau o'r fath wedi dal", "In numbers": "Mewn rhifau",
  "It": "Mae'n", "Kind of need": "Math o angen", "What the figures say": "Yr hyn y mae'r ffigurau'n ei ddweud",
  "What we did since": "Beth a wnaethom ers hynny",
  "Who says so, and who is against": "Pwy sy'n dweud hynny, a phwy sydd yn erbyn",
  "cannot tell": "methu dweud", "is against": "yn erbyn", "nobody yet": "neb eto", "says so": "dweud hynny",
  "{1}, carried over from {2}": "{1}, a ddygwyd drosodd o {2}", "{1}: {2}": "{1}: {2}",
  "{1}; likely {2}.": "{1}; yn debygol {2}.", " of the group {1}": " o'r grŵp {1}", "a guess": "dyfaliad",
  "answered for by: {1}": "yn atebol: {1}", "by {1}": "erbyn {1}",
  "comparative: others have more": "cymharol: mae gan eraill fwy", "contested": "dadleuol",
  "drafted; nobody has taken it up": "drafftiwyd; nid oes neb wedi ymgymryd ag ef",
  "expressed: they come, or do not": "mynegwyd: maent yn dod, neu beidio", "fairly sure": "gweddol sicr",
  "felt: people say so": "teimlir: mae pobl yn dweud hynny", "in the authority": "yn yr awdurdod",
  "last time": "y tro diwethaf", "next door": "drws nesaf", "no figure can tell": "ni all ffigur ddweud",
  "normative: short of a standard": "normadol: yn brin o safon", "not very sure": "ddim yn sicr iawn",
  "of everybody else": "pawb arall", "quite sure": "eithaf sicr",
  "taken up, to be tested": "ymgymerwyd ag ef, i'w brofi", "tested: it did not hold": "profwyd: ni ddaliodd",
  "tested: it held": "profwyd: fe ddaliodd", "tested: it was put anew": "profwyd: fe'i hailfynegwyd",
  "the authority": "yr awdurdod", "the share of children enrolled": "cyfran y plant a gofrestrwyd",
  "the share of children reached": "cyfran y plant a gyrhaeddwyd",
  "the share of children who keep coming": "cyfran y plant sy'n dal i ddod",
  "the share of enrolled children reached": "cyfran y plant cofrestredig a gyrhaeddwyd",
  "the share of enrolled children who keep coming": "cyfran y plant cofrestredig sy'n dal i ddod",
  "they cannot tell": "ni allant ddweud", "they say so too": "maent hwythau'n dweud hynny",
  "they say the opposite": "maent yn dweud y gwrthwyneb",
  "{1} {2}{3} is higher than {4}.": "{1} mae {2}{3} yn uwch na {4}.",
  "{1} {2}{3} is lower than {4}.": "{1} mae {2}{3} yn is na {4}.",
  // Asking
  "All were told what came of it.": "Dywedwyd wrth bawb beth a ddaeth ohono.", "Answered": "Atebwyd", "Asked": "Holwyd",
  "Asked before": "Holwyd o'r blaen", "Each time we asked": "Bob tro y buom yn holi", "Hours given": "Oriau a roddwyd",
  "Languages": "Ieithoedd", "Nobody noted how long it took.": "Ni nododd neb faint o amser a gymerodd.",
  "Nobody noted in which languages one could answer.": "Ni nododd neb ym mha ieithoedd y gellid ateb.",
  "Nobody was asked anything in this cycle, or nobody noted it.":
    "Ni holwyd neb am ddim yn y cylch hwn, neu ni nododd neb hynny.",
  "Not all were told yet what came of: {1}.": "Ni ddywedwyd wrth bawb eto beth a ddaeth o: {1}.",
  "Occasion": "Achlysur",
  "One could answer in {1}.": "Gellid ateb yn {1}.",
  "People were asked {1} times and answered {2} times.": "Holwyd pobl {1} o weithiau ac atebasant {2} o weithiau.",
  "They gave {1} hours that we know of.": "Rhoesant {1} awr y gwyddom amdanynt.",
  "Told what came of it": "Dywedwyd beth a ddaeth ohono", "What asking cost people": "Beth gostiodd yr holi i bobl",
  "occasion": "achlysur", "survey": "arolwg", "test of a claim": "prawf o honiad",
  "{1} times somebody was asked who had been asked before.": "{1} o weithiau holwyd rhywun a holwyd o'r blaen.",
  // Change
  "A new audit is advised before its time": "Cynghorir archwiliad newydd cyn ei amser",
  "The areas are not those of last time. Some counts of then were shared out by a lookup, which is not exact where an area was split.":
    "Nid ardaloedd y tro diwethaf yw'r rhain. Rhannwyd rhai o gyfrifon y tro diwethaf yn ôl tabl cyfatebiaeth, nad yw'n union lle holltwyd ardal.",
  "The areas then and now": "Yr ardaloedd bryd hynny a nawr",
  "{1} in a hundred enrolled": "{1} o bob cant a gofrestrwyd",
  "{1} then": "{1} bryd hynny",
  // Offers
  "Flow": "Llif",
  "Flows are different things, such as advice and volunteers' hours. So they are not added up.":
    "Pethau gwahanol yw llifoedd, megis cyngor ac oriau gwirfoddolwyr. Felly nid ydynt yn cael eu hadio.",
  "Given by": "Rhoddir gan", "Hours a week": "Oriau'r wythnos", "Money from": "Arian gan",
  "No offer of this centre is listed.": "Ni restrir cynnig gan y ganolfan hon.", "Of volunteers": "Gwirfoddolwyr",
  "Offer": "Cynnig", "Offers of this centre, by flow": "Cynigion y ganolfan hon, yn ôl llif",
  "Pounds a year": "Punnoedd y flwyddyn",
  "The money for {1} ({2}) ended on {3}.": "Daeth yr arian ar gyfer {1} ({2}) i ben ar {3}.",
  "The money for {1} ({2}) ends on {3}.": "Daw'r arian ar gyfer {1} ({2}) i ben ar {3}.",
  "What is given here, and whose money": "Beth a roddir yma, ac arian pwy",
  // Surveys and what is coming
  "; likely {1}": "; yn debygol {1}", "Call it a need": "Yn ei alw'n angen",
  "Of those who answered": "O'r rhai a atebodd",
  "Of what {1} foretold, {2} of {3} came true{4}.": "O'r hyn a ragfynegodd {1}, daeth {2} o {3} yn wir{4}.",
  "Survey and group": "Arolwg a grŵp", "What is known to be coming": "Yr hyn y gwyddys ei fod yn dod",
  "What surveys found": "Yr hyn a ganfu arolygon",
  "Where fewer than one in three answered, those who did may think otherwise than those who did not. The limits do not know that.":
    "Lle atebodd llai nag un o bob tri, gall y rhai a atebodd feddwl yn wahanol i'r rhai nad atebodd. Nid yw'r terfynau'n gwybod hynny.",
  "{1} piece has expired and waits to be scored: did it come true?":
    "Mae {1} darn wedi dod i ben ac yn aros i'w sgorio: a ddaeth yn wir?",
  "{1} pieces have expired and wait to be scored: did they come true?":
    "Mae {1} darn wedi dod i ben ac yn aros i'w sgorio: a ddaethant yn wir?",
  "{1}, from {2}, about {3}: current until {4}.": "{1}, gan {2}, am {3}: yn gyfredol tan {4}.",
  // Voices
  "; kappa {1}": "; kappa {1}",
  "About these areas {1} voices raise something, most of all {2}.":
    "Am yr ardaloedd hyn mae {1} llais yn codi rhywbeth, yn bennaf oll {2}.",
  "About this catchment {1} voices raise something, most of all {2}.":
    "Am y dalgylch hwn mae {1} llais yn codi rhywbeth, yn bennaf oll {2}.",
  "About these areas {1} voice raises something: {2}.": "Am yr ardaloedd hyn mae {1} llais yn codi rhywbeth: {2}.",
  "About this catchment {1} voice raises something: {2}.": "Am y dalgylch hwn mae {1} llais yn codi rhywbeth: {2}.",
  "Not heard: {1}. {2} voice, where {3} would be fair.": "Heb eu clywed: {1}. {2} llais, lle byddai {3} yn deg.",
  "Nobody raised anything about these areas.": "Ni chododd neb ddim am yr ardaloedd hyn.",
  "Nobody raised anything about this catchment.": "Ni chododd neb ddim am y dalgylch hwn.",
  "{1} voices were coded twice: the two coders agree on {2}{3}.":
    "Codiwyd {1} llais ddwywaith: mae'r ddau godiwr yn cytuno ar {2}{3}.",
]
