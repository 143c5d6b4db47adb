# Turns pages into tagged PDF with WeasyPrint, one after the other: a line with the length of the page, then the page;
# the answer likewise, or a line -1. WeasyPrint ties each cell to its headings by Headers; the headings get their Scope
# here, through the function that it calls before it writes the end of the file.
import gc
import sys

import pydyf
from weasyprint import HTML


def scope(document, pdf):
    parts = {part.reference: part for part in pdf.objects if isinstance(part, pydyf.Dictionary) and "S" in part}
    for heading in parts.values():
        if heading["S"] == "/TH":
            row = parts.get(heading["P"], {})
            group = parts.get(row.get("P"), {})
            heading["A"]["Scope"] = "/Column" if group.get("S") == "/THead" else "/Row"


print("ready", flush=True)
gc.disable()  # a page makes many objects that live until it is written
while line := sys.stdin.buffer.readline():
    page = sys.stdin.buffer.read(int(line))
    try:
        made = HTML(string=page.decode()).write_pdf(finisher=scope, pdf_variant="pdf/ua-1")
        sys.stdout.buffer.write(b"%d\n" % len(made) + made)
    except Exception as error:
        print(error, file=sys.stderr)
        sys.stdout.buffer.write(b"-1\n")
    sys.stdout.buffer.flush()
    gc.collect()
