"""Files of every sort are read, or listed with a plain reason; no text is altered."""

import random
from pathlib import Path

import pytest

from extract import extract_files
from extract.documents import read, report_of, text_id
from extract.documents.decode import decode

TEXT = "本报讯 全市刑事案件同比下降了12.5%，共有志愿者队伍86支。\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "report.txt").write_bytes((TEXT * 20).encode(encoding))
    report = read(tmp_path / "report.txt")
    assert (report.status, report.text) == ("read", TEXT * 20)


def test_traditional_characters_in_big5(tmp_path: Path) -> None:
    text = "全縣刑事案件同比下降，警察局開會發布數據，民眾安全感提高。\n" * 5
    (tmp_path / "report.txt").write_bytes(text.encode("big5hkscs"))
    assert read(tmp_path / "report.txt").text == text


def test_one_damaged_byte_costs_one_character() -> None:
    data = bytearray((TEXT * 20).encode("gb18030"))
    data[101] = 0xFF
    found = decode(bytes(data))
    assert found.encoding == "gb18030"
    assert found.damaged <= 2
    assert found.text.count("志愿者队伍") >= 19


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n ", "the file is empty"),
        ("picture.txt", PNG, "this is a PNG picture, not text"),
        ("paper.txt", b"%PDF-1.7 ...", "this is a PDF file, not text"),
        ("noise.txt", bytes(range(32)) * 50, "this is no text"),
        ("random.bin.txt", random.Random(7).randbytes(3000), "this is no text"),
        ("report.xyz", b"text", ".xyz files are not read yet"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    report = read(tmp_path / name)
    assert report.status.startswith("unreadable: " + reason)
    assert report.text == ""


def test_the_others_are_still_read(tmp_path: Path) -> None:
    for name, data in (("a.txt", b""), ("b.txt", PNG), ("c.txt", TEXT.encode("gb18030")), ("d.txt", TEXT.encode())):
        (tmp_path / name).write_bytes(data)
    found = list(extract_files([*sorted(tmp_path.iterdir()), tmp_path / "gone.txt"]))
    assert [extraction.report.status.split(":")[0] for extraction in found] == ["unreadable", "unreadable", "read", "read", "unreadable"]
    assert [len(extraction.observations) for extraction in found] == [0, 0, 2, 2, 0]


def test_a_file_of_20_mb_is_read(tmp_path: Path) -> None:
    prose = "民警走访了辖区的住户，宣传防范知识，群众纷纷表示欢迎。" * 40 + "\n"
    lines = prose * (20_000_000 // len(prose.encode())) + TEXT
    (tmp_path / "long.txt").write_text(lines, encoding="utf-8")
    (extraction,) = extract_files([tmp_path / "long.txt"])
    assert [row.value for row in extraction.observations] == [-12.5, 86.0]


def test_line_ends_are_the_only_change() -> None:
    assert report_of("一\r\n二\r三").text == "一\n二\n三"


def test_reflowing_and_width_leave_the_key_of_a_text() -> None:
    assert text_id("同比下降 12.5%，\n平稳") == text_id("同比下降１２．５％,平稳")
    assert text_id("同比下降12.5%") != text_id("同比下降12.6%")
