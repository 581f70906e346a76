"""A page falls into its stories, and a paragraph cut by a column is one paragraph."""

from pathlib import Path

from extract import extract_text
from extract.articles import split
from extract.sentences import sentences

PAGE = (Path(__file__).parents[1] / "data" / "reports" / "pingan_page_1.txt").read_text(encoding="utf-8")

DUMP = """全县夏夜行动收官

本报记者 王小明 通讯员 李青

本报讯 8月3日,全县夏夜行动收官,共出动警力

**红蓝灯亮到村口**

本报讯 入夏以来,派出所的警灯亮到了村口。

2600人次,盘查可疑人员31名。群众说,夜里放心多了。
"""


def joined(text: str) -> list[tuple[str | None, list[str]]]:
    return [(article.title, ["".join(text[start:end] for start, end in paragraph) for paragraph in article.paragraphs]) for article in split(text)]


def test_a_paragraph_cut_by_another_story_is_one():
    first, second = joined(DUMP)
    assert first == ("全县夏夜行动收官", ["本报讯 8月3日,全县夏夜行动收官,共出动警力2600人次,盘查可疑人员31名。群众说,夜里放心多了。"])
    assert second == ("红蓝灯亮到村口", ["本报讯 入夏以来,派出所的警灯亮到了村口。"])


def test_the_figure_across_the_cut_is_read_and_the_text_is_as_it_was():
    found = extract_text(DUMP)
    assert found.report.text == DUMP
    assert [(row.indicator, row.value, row.article) for row in found.observations] == [("出动警力", 2600.0, 1), ("盘查可疑人员", 31.0, 1)]
    assert found.observations[0].excerpt == "本报讯 8月3日,全县夏夜行动收官,共出动警力2600人次,盘查可疑人员31名。"


def test_bylines():
    first, second = split(DUMP)
    assert (first.byline, second.byline) == ("本报记者 王小明 通讯员 李青", None)


def test_a_story_whose_end_stands_first_is_turned():
    text = "村里的灯\n\n亮了一夜。老王说,这下放心了。\n\n本报记者 王小明\n\n本报讯 8月3日,民警和村民一起,让村口的灯\n"
    (article,) = split(text)
    paragraphs = ["".join(text[start:end] for start, end in paragraph) for paragraph in article.paragraphs]
    assert paragraphs == ["本报讯 8月3日,民警和村民一起,让村口的灯亮了一夜。老王说,这下放心了。"]


def test_a_report_with_one_story_is_one_article():
    text = "全县警情通报\n\n一、总体情况。上半年接警96起。\n\n二、分类情况。盗窃警情12起。\n"
    (article,) = split(text)
    assert article.title == "全县警情通报"
    assert len(article.paragraphs) == 2


def test_a_text_without_lines():
    assert [article.paragraphs for article in split("上半年接警96起。")] == [(((0, 9),),)]
    assert split("") == ()
    assert split(" \n \n") == ()


def test_the_newspaper_page():
    articles = split(PAGE)
    assert [article.kind for article in articles].count("story") == 3
    assert any("龙泉" in (article.title or "") for article in articles)
    paragraphs = ["".join(PAGE[start:end] for start, end in paragraph) for article in articles for paragraph in article.paragraphs]
    assert any("《全国扫黑除恶专项斗争督导工作方案》" in paragraph for paragraph in paragraphs)


def test_every_character_of_a_paragraph_is_in_one_sentence():
    for article in split(PAGE):
        said = [sentence for sentence in sentences(PAGE, article) if sentence.kind in ("body", "heading")]
        assert "".join(sentence.text for sentence in said).replace("\n", "") == "".join(
            PAGE[start:end] for paragraph in article.paragraphs for start, end in paragraph
        ).replace("\n", "")


def test_spans_of_a_joined_sentence_lead_back_to_the_report():
    for article in split(PAGE):
        for sentence in sentences(PAGE, article):
            start, end = sentence.span(0, len(sentence.text))
            assert PAGE[start] == sentence.text[0]
            assert PAGE[end - 1] == sentence.text[-1]
