"""``python -m tests.demo [FOLDER]``: writes FOLDER/reports and reads them into FOLDER/ledger; without FOLDER, ``demo``."""

import os
import sys
from pathlib import Path

from extract.ledger.bar import bar
from tests.demo.write import read, write


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print("usage: python -m tests.demo [FOLDER]", file=sys.stderr)
        return 2
    folder = Path(arguments[0] if arguments else "demo")
    reports, ledger = folder / "reports", folder / "ledger"
    print(f"{reports}: {write(reports)} invented reports")
    with bar() as progress:
        made = read(reports, ledger, workers=os.cpu_count() or 1, progress=progress)
    print(f"{ledger}: {len(made.entries)} reports, of which {len(made.unread)} cannot be read, as planned")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
