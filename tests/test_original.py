"""The original file of a report: handed out only from the reports folder, and only as it was read."""

import hashlib

import pytest

from pages.parts import original, words

CONTENT = "龙泉市刑事立案下降61%。".encode("gb18030")


@pytest.fixture
def report(tmp_path):
    (tmp_path / "reports").mkdir()
    path = tmp_path / "reports" / "a.txt"
    path.write_bytes(CONTENT)
    return {"report_id": hashlib.sha256(CONTENT).hexdigest()[:20], "path": path.as_posix(), "source": "a.txt"}


def test_the_file_that_was_read_is_given(report, tmp_path):
    path, told = original.find(report, tmp_path / "reports")
    assert path.read_bytes() == CONTENT and told == "original"


def test_a_file_that_changed_or_is_gone_is_told(report, tmp_path):
    (tmp_path / "reports" / "a.txt").write_bytes(CONTENT + b" ")
    assert original.find(report, tmp_path / "reports") == (None, "original_changed")
    (tmp_path / "reports" / "a.txt").unlink()
    assert original.find(report, tmp_path / "reports") == (None, "original_gone")
    assert words.known("original_gone") and words.known("original_changed") and words.known("original_elsewhere")


def test_no_file_outside_the_folder_is_given(report, tmp_path):
    (tmp_path / "secret.txt").write_bytes(CONTENT)
    (tmp_path / "reports" / "link.txt").symlink_to(tmp_path / "secret.txt")
    for path in ("reports/../secret.txt", "reports/link.txt", "secret.txt"):
        outside = report | {"path": (tmp_path / path).as_posix()}
        assert original.find(outside, tmp_path / "reports") == (None, "original_elsewhere"), path
