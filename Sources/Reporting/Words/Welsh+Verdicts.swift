/// The Welsh of sentences on what people said, what a claim has for and against it, and what changed. A draft, as the rest.
let welshVerdicts: [String: String] = [
  // Evidence
  "there is no column consent, so no voice counts": "nid oes colofn consent, felly nid oes llais yn cyfrif",
  "add it: yes for each voice that may be counted": "ychwanegwch hi: yes i bob llais y ceir ei gyfrif",
  "{1} are about a place that is not an area here": "{1}: am le nad yw'n ardal yma",
  "{1} have a postcode that cannot be looked up": "{1}: cod post na ellir ei chwilio",
  "{1} have a postcode outside every area and catchment": "{1}: cod post y tu allan i bob ardal a dalgylch",
  "{1} have a {2} that is not in the codebook": "{1}: {2} nad yw yn y llyfr codau",
  "{1} have a group that is neither a value of a declared group nor other":
    "{1}: grŵp nad yw'n werth i grŵp a ddatganwyd nac yn other",
  "a voice is coded: one word of the codebook in each column, no names, no sentences":
    "codir llais: un gair o'r llyfr codau ym mhob colofn, dim enwau, dim brawddegau",
  "{1} of {2} who answered a survey agree": "{1} o {2} a atebodd arolwg yn cytuno",
  "{1} of {2} reached where {3} were to be expected": "cyrhaeddwyd {1} o {2} lle gellid disgwyl {3}",
  "{1} of {2} current pieces of intelligence say so": "{1} o {2} darn cyfredol o wybodaeth yn dweud hynny",
  "{1} of {2} voices, where {3} would be fair": "{1} o {2} llais, lle byddai {3} yn deg",
  "{1} ({2} to {3}), against {4} in the authority": "{1} ({2} i {3}), o'i gymharu â {4} yn yr awdurdod",
  "{1} ({2} to {3}), against {4} of everybody else there": "{1} ({2} i {3}), o'i gymharu â {4} o bawb arall yno",
  "{1} ({2} to {3}), against {4} a cycle before": "{1} ({2} i {3}), o'i gymharu â {4} gylch ynghynt",
  "{1} ({2} to {3}), against {4}": "{1} ({2} i {3}), o'i gymharu â {4}",
  "{1}, against {2} in the authority": "{1}, o'i gymharu â {2} yn yr awdurdod",
  "{1}, against {2} of everybody else there": "{1}, o'i gymharu â {2} o bawb arall yno",
  "{1}, against {2} a cycle before": "{1}, o'i gymharu â {2} gylch ynghynt",
  "1 piece of intelligence has expired and was not scored": "mae 1 darn o wybodaeth wedi dod i ben heb ei sgorio",
  "give pseudonyms, such as V17": "rhowch ffugenwau, megis V17",
  "voices hold no names and no stories: take it out of the file":
    "nid oes enwau na straeon mewn lleisiau: tynnwch hi allan o'r ffeil",
  "not taken, as voices have no such part: {1}": "nas cymerwyd, gan nad oes rhan o'r fath mewn lleisiau: {1}",
  "{1}: children reached changed for real by {2}, declared: {3}":
    "{1}: newidiodd y plant a gyrhaeddwyd mewn gwirionedd o {2}, datganwyd: {3}",
  "{1}: its boundary moved by {2} enrolled children": "{1}: symudodd ei ffin o {2} o blant cofrestredig",
  "1 hidden pocket was found in the authority": "canfuwyd 1 boced gudd yn yr awdurdod",
  "{1} hidden pockets were found in the authority": "canfuwyd {1} poced gudd yn yr awdurdod",
  "1 claim is past its day and not tested": "mae 1 honiad wedi pasio ei ddiwrnod heb ei brofi",
  "{1} claims are past their day and not tested": "mae {1} honiad wedi pasio eu diwrnod heb eu profi",
  "{1} pieces of intelligence have expired and were not scored":
    "mae {1} darn o wybodaeth wedi dod i ben heb eu sgorio",
  "1 claim that held when it was tested is contradicted by this cycle's figures":
    "mae ffigurau'r cylch hwn yn gwrth-ddweud 1 honiad a ddaliodd pan gafodd ei brofi",
  "{1} claims that held when they were tested are contradicted by this cycle's figures":
    "mae ffigurau'r cylch hwn yn gwrth-ddweud {1} honiad a ddaliodd pan gawsant eu profi",
  // The change
  "what was corrected since {1} was audited is the data part of the change: the earlier files were found":
    "yr hyn a gywirwyd ers archwilio {1} yw rhan ddata'r newid: cafwyd hyd i'r ffeiliau cynharach",
  "the file that {1} was audited with has changed since and its old copy is not there, so of the change only the real part can be told":
    "mae'r ffeil yr archwiliwyd {1} â hi wedi newid ers hynny ac nid yw'r hen gopi yno, felly dim ond rhan wirioneddol y newid y gellir ei dweud",
  "put the copy anywhere under the data's root; it is known by its hash":
    "rhowch y copi unrhyw le o dan wraidd y data; fe'i hadnabyddir wrth ei hash",
  "the change since the cycle before is not taken apart: that cycle cannot be run again":
    "ni wahenir y newid ers y cylch blaenorol: ni ellir rhedeg y cylch hwnnw eto",
  "keep its files where audit.yml names them": "cadwch ei ffeiliau lle mae audit.yml yn eu henwi",
  // Drafts of claims
  "families here say they come, or come to something that is not counted":
    "mae teuluoedd yma'n dweud eu bod yn dod, neu'n dod i rywbeth nas cyfrifir",
  "parents of under-fives who live in the area": "rhieni plant dan bump sy'n byw yn yr ardal",
  "at their doors, the school gate and the clinic": "wrth eu drysau, giât yr ysgol a'r clinig",
  "outreach lead": "arweinydd allgymorth",
  "the group has been asked in its own languages and places and raises nothing new":
    "holwyd y grŵp yn ei ieithoedd a'i leoedd ei hun ac nid yw'n codi dim newydd",
  "families of the group, in their languages": "teuluoedd y grŵp, yn eu hieithoedd",
  "where the group meets": "lle mae'r grŵp yn cwrdd",
  "home liaison lead": "arweinydd cyswllt cartref", "centre head": "pennaeth y ganolfan",
  "fewer than a quarter of those asked call it a need of theirs":
    "mae llai na chwarter y rhai a holwyd yn ei alw'n angen iddynt hwy",
  "parents who have not spoken yet": "rhieni nad ydynt wedi siarad eto",
  "at the centres and outside them": "yn y canolfannau a'r tu allan iddynt",
]
