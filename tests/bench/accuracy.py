"""How well reports are read that somebody has read before us, and what a change won and lost.

python tests/bench/accuracy.py GOLD_DIR [--save ROWS.jsonl] [--older ROWS.jsonl]

GOLD_DIR holds reports with the figures a careful reader found in them, and ``../score.py`` beside it compares ours with theirs.
``--save`` keeps our rows; ``--older`` names rows kept before, and prints which are new, gone or changed since.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[2]
Key = tuple[str, int, int, str]
Row = dict[str, Any]
TOLD = ("indicator", "subject", "measure", "value", "low", "high", "unit", "qualifier", "comparison", "status", "region", "period")
KINDS = {"real reports": ("--without", "*local*"), "invented local reports": ("--where", "*local*")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--older", type=Path)
    asked = parser.parse_args()
    if asked.gold is None:
        print("accuracy: name a folder of reports whose figures are known: python tests/bench/accuracy.py GOLD_DIR")
        return
    read = subprocess.run(
        [sys.executable, "-m", "extract", *map(str, sorted(asked.gold.resolve().glob("*.txt"))), "--format", "jsonl"],
        cwd=HOME, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    if read.stderr:
        print(read.stderr, file=sys.stderr)
    kept = asked.save or HOME / "data" / "ledger" / "accuracy.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    older = rows(asked.older.read_text(encoding="utf-8").splitlines()) if asked.older else None
    kept.write_text(read.stdout, encoding="utf-8")
    for kind, chosen in KINDS.items():
        print(f"{kind}:", flush=True)
        subprocess.run([sys.executable, str(asked.gold.resolve().parent / "score.py"), str(asked.gold), str(kept), *chosen], check=True)
    if older is not None:
        compare(older, rows(read.stdout.splitlines()))


def rows(lines: Iterable[str]) -> dict[Key, Row]:
    """Give rows by report, place and measure."""
    found = (json.loads(line) for line in lines if line.strip())
    return {(row["source"], row["start"], row["end"], row["measure"]): row for row in found}


def compare(older: dict[Key, Row], newer: dict[Key, Row]) -> None:
    """Print the rows that are new, those that are gone, and those that say something else."""
    for mark, what, keys, told in (("+", "gained", newer.keys() - older.keys(), newer), ("-", "lost", older.keys() - newer.keys(), older)):
        print(f"{len(keys)} {what}")
        for key in sorted(keys):
            print(f"  {mark} {key[0]} {key[1]} {told[key]['text']!r} {told[key]['indicator']} {told[key]['region_name']} {told[key]['period']}")
    changed = [key for key in sorted(older.keys() & newer.keys()) if any(older[key].get(name) != newer[key].get(name) for name in TOLD)]
    print(f"{len(changed)} changed")
    for key in changed:
        said = [f"{name}: {older[key].get(name)} → {newer[key].get(name)}" for name in TOLD if older[key].get(name) != newer[key].get(name)]
        print(f"  ~ {key[0]} {key[1]} {newer[key]['text']!r} {'; '.join(said)}")


if __name__ == "__main__":
    main()
