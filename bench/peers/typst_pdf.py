"""Compiles briefing.typ with Typst's own compiler: edition.json, folder of fonts, output."""
import os
import sys

import typst

edition, fonts, out = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
typst.compile(
    os.path.join(here, "briefing.typ"), output=out, root="/", font_paths=[fonts], ignore_system_fonts=True,
    sys_inputs={"edition": os.path.abspath(edition)},
)
