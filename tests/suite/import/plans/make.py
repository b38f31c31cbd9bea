#!/usr/bin/python3
"""Makes the other plans: `<name>.py` declares one and says how it is written; `<name>.expected.txt` is what a person reads in
it, and is made by no program.

All of them are invented, numbers, dates, tasks and sums: only the manner is that of real plans. Where a real province or
ministry is named, it never issued the plan that stands here.
"""

import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "documents"))
sys.path.insert(0, str(HERE))

from writing.folder import write  # noqa: E402

if __name__ == "__main__":
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in ("make", "forms_of_office"))
    modules = {name: importlib.import_module(name) for name in names}
    write(HERE, {f"{name}.{module.ENDING}": module.document() for name, module in modules.items()})
