/// The Welsh of what a profile says in short. A draft, as the rest.
let welshInShort: [String: String] = [
  "Who is reached": "Pwy a gyrhaeddir", "Who is missing": "Pwy sydd ar goll",
  "What people say": "Beth mae pobl yn ei ddweud", "What we claim, and its test": "Beth rydym yn ei honni, a'i brawf",
  "{1} children here {2}.": "O'r plant yma, {2}: {1}.",
  "{1} is a hidden pocket. Children reached: {2} of {3}.": "Mae {1} yn boced gudd. Plant a gyrhaeddir: {2} o {3}.",
  "To test each of these, ask {1}, by {2}.": "I brofi pob un o'r rhain, gofynnwch i {1}, erbyn {2}.",
  "To test each of these, ask {1}.": "I brofi pob un o'r rhain, gofynnwch i {1}.",
  "Of those enrolled in the group {1}, {2} are reached: a gap to the others of {3} in 100.":
    "O'r rhai cofrestredig yn y grŵp {1}, cyrhaeddir {2}: bwlch o {3} o bob 100 i'r lleill.",
  "Nobody's voice was noted in this cycle.": "Ni nodwyd llais neb yn y cylch hwn.",
  "Not heard so far in the authority: {1}.": "Heb eu clywed hyd yma yn yr awdurdod: {1}.",
  "Nobody has made a claim of need yet.": "Nid oes neb wedi gwneud honiad o angen eto.",
  "Nobody has made a claim of need yet. The figures and voices would let claim:":
    "Nid oes neb wedi gwneud honiad o angen eto. Byddai'r ffigurau a'r lleisiau'n caniatáu honni:",
  "More claims stand below.": "Mae rhagor o honiadau isod.",
  "Tested, and put anew: {1}": "Profwyd, a'i eirio o'r newydd: {1}",
  "{1} How sure? {2}.": "{1} Pa mor sicr? {2}.",
  "To test it, ask {1}, by {2}.": "I'w brofi, gofynnwch i {1}, erbyn {2}.",
  "To test it, ask {1}.": "I'w brofi, gofynnwch i {1}.", "To be tested by {1}.": "I'w brofi erbyn {1}.",
  "It does not hold if {1}.": "Nid yw'n dal os {1}.",
  "What the figures and voices would let claim": "Yr hyn y byddai'r ffigurau a'r lleisiau'n caniatáu ei honni",
  "Where it stands": "Lle mae'n sefyll", "{1} To be tested.": "{1} I'w brofi.",
  "Where a claim stands is what people decided. What the figures say is worked out from the rounded counts, and holds whatever the exact ones are.":
    "Yr hyn a benderfynodd pobl yw lle mae honiad yn sefyll. O'r cyfrifon a dalgrynnwyd y cyfrifir yr hyn y mae'r ffigurau'n ei ddweud, ac mae'n dal beth bynnag yw'r rhai manwl.",
  "Of the area {1} counts here.": "O'r ardal mae {1} yn cyfrif yma.",
  "Answers by theme and group": "Atebion fesul thema a grŵp", "not taken up": "heb ymgymryd ag ef",
]
