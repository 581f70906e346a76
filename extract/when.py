"""When a figure holds: by the time in its own statement, else the one that its paragraph, heading or article is told of."""

import re
from dataclasses import dataclass, replace
from datetime import date

from extract.intent import Intent
from extract.limits import quoted
from extract.models import Period
from extract.reading import Reading
from extract.rules import Draft
from extract.rules.draft import YEARLY
from extract.said_times import holds_at_base, is_begun, is_of_one, is_untimed_base, moved, says_what_it_was, since_opening, time_of, two_ends, up_to
from extract.time_spans import months_of, whole_year
from extract.times import NOT_KNOWN, Time, between, day_later, is_during, is_part_of, is_part_of_years, is_year, year_earlier

_OF_ONE_CASE = re.compile(r"该[^,。;]{0,4}(?:(?<![立发破结办报])案|团伙|犯罪集团|犯罪组织|传销组织)(?![件由])")
_NAMES_YEAR = re.compile(r"\d{3}|[今去前明后次翌本]年|[昨今明前后]|目前|当前|现|[〇零一二三四五六七八九]{4}")
_ATTRIBUTE = re.compile(r"第[\d一二三四五六七八九十]+[号次场个届批]|首[个次场例批]|最[强大](?!限度)")
_IS_NAMED = re.compile(r"是[^,。;]{0,30}(?:周年|之年)")  # 今年是建党百年: no time that the figures are of
_EARLIER = re.compile("(?:以前|之前|以后)[^,。;]{0,8}的")
_ATTENDING = re.compile(r"(?:应|实)(?:到|出席)|(?:出席|缺席|到会|列席)(?:会议)?(?:的?(?:代表|委员|人大代表|人员))?$")
_LAND = re.compile(r"(?:总|土地|国土|辖区|行政区划?|区域|陆地|陆域|幅员)?面积")
_PLANS = re.compile(r"(?:主要|重点)?(?:工作)?(?:安排|计划|目标|打算|任务|要点|部署)")
_TO_COME = re.compile(r"将|要求|须|仍有|拟|计划|预计|力争|明[天年日]|届时")
_SO_FAR = re.compile("(?:截至|截止到?)(?:目前|当前|现在|日前)")
_AVERAGE = re.compile("日均|月均|平均每[天日月]|平均")
_IN_YEAR = re.compile("[月日]|年[末底]|季度|半年")
_PEAK = re.compile(r"[^,。;]{0,6}(?:峰值|高峰|最[高多大])")
_MONTH = 31
_OWN = frozenset(("本期", "当期", "节日期间", "节假日期间", "假日期间", "假期期间"))
_YEARS_PAST = ("年来", "年间", "年内", "年里")
_WHOLE = frozenset(("全年", "当年", "同年", "年内"))
_COMING = ("未来", "今后", "接下来")
_NOW = frozenset(("目前", "当前", "现在", "如今"))
_THAT_DAY = frozenset(("当天", "当日", "同日", "同一天"))
_NEXT_DAY = frozenset(("次日", "翌日", "第二天"))
_NEAR_YEARS = frozenset(("今年", "去年", "前年", "明年"))


@dataclass(slots=True)
class When:
    """What an article has said of times so far; fed its sentences in order.

    ``time`` is the one the next sentence goes on with. ``main`` is the first that is longer than a day, ``framed`` the one that a
    headline or heading names: a new paragraph returns to them. ``latest`` is the last one told of, which 同期 points back to;
    ``ends`` are the two years that levels were last compared at;
    ``begun`` is when what was told of last began, ``day`` the day told of last.
    """

    published: date | None
    intent: Intent
    main: Time | None = None
    framed: Time | None = None
    latest: Time | None = None
    time: Time | None = None
    fresh: bool = False
    ends: tuple[Time, Time] | None = None
    begun: Time | None = None
    day: Time | None = None
    day_known: bool = True

    def begin_paragraph(self) -> None:
        """A new paragraph is of the heading's time again, or of the article's where the one before went into a part of it."""
        headline = self.framed is not None and self.framed.basis == "headline"
        if self.framed and not (headline and self.main and is_part_of(self.framed, self.main)):
            self.time = self.framed
        elif self.time and self.main and is_during(self.time, self.main):
            self.time = self.main
        self.fresh, self.ends = True, None

    def entitle(self, reading: Reading) -> None:
        """Remember the time that the headline names, if it is more than a day: ``前三季度``治安形势分析."""
        for period in reading.periods:
            told = period.text not in _NEAR_YEARS and (self.intent.of_report or not _PLANS.match(reading.text, period.end))
            ahead = self._is_ahead(period) and len(period.edtf or "") > 4  # 行动延续至``年底``
            if period.kind == "span" and period.edtf and period.first != period.last and told and not ahead:
                self.framed = replace(time_of(reading, period), basis="headline")

    def leave(self, reading: Reading) -> None:
        """Remember the time that a sentence told of last, for the sentences after it."""
        self.ends = two_ends(reading) or self.ends
        for period in reading.periods:
            of_day = period.text in _THAT_DAY and not reading.figures  # 当日召开发布会: what is told there is not of that day
            if period.kind == "same" and self.latest and not of_day and not any(other.end == period.start for other in reading.periods):
                self.time = self._pointed(reading, period)
            if period.kind != "span" or not period.edtf or reading.is_aside(period, len(reading.text)) or is_of_one(reading, period):
                continue
            if _EARLIER.match(reading.text, period.end) or period.text in _NOW and quoted(reading.text, period.start):
                continue
            if self._is_ahead(period) and period.text.startswith(_COMING):
                continue  # 预计``未来三天``仍有降雨: the next sentence is of now again
            if reading.sentence.kind == "heading" and period.first != period.last and _PLANS.match(reading.text, period.end):
                self.framed = self.time = replace(time_of(reading, period), basis="headline")  # 下半年打算
                continue
            if self._is_ahead(period) and not reading.figures:
                continue  # 行动延续至年底: nothing was counted of that
            if period.text == "现" and self.main or _ATTRIBUTE.match(reading.text, period.end) or says_what_it_was(reading, period):
                continue  # 现有: of no more than what it stands before; 今年第14号台风: a name
            self.latest = replace(self._told(reading, period), basis="carried")
            self.day = self.latest if period.first == period.last else self.day
            self.begun = self.latest if is_begun(reading, period) else self.begun
            if self._is_part(period) and (not reading.opens(period) or _PEAK.match(reading.text, period.end)):
                continue  # 终于在5月签订, 大年初三达到峰值: told in passing
            self.time = since_opening(reading, period, len(reading.text), self._since()) or self.latest
            if reading.sentence.kind == "heading" and period.first != period.last:
                self.framed = self.time  # 2016年的重点工作: what follows is of that year, paragraph by paragraph
            elif period.first != period.last and reading.figures:
                if self.fresh and self.main and is_year(self.time) and is_part_of_years(self.time, self.main):
                    self.main = self.time  # 过去五年…; a new paragraph: 2022年…, which the others go on with
                if not _IS_NAMED.match(reading.text, period.end):
                    self.main = self.main or self.time
        self.fresh = False

    def _is_part(self, period: Period) -> bool:
        """Tell whether a time is told of in passing: of the article's longer one a month or less; over before it; begun before it."""
        main = self.framed or self.main
        if main is None or period.first is None or period.last is None or (period.first, period.last) == (main.first, main.last):
            return False
        if period.text.endswith(("以来", "至今")) and main.first and period.first < main.first:
            return True  # 自2020年施行以来
        before = (main.first - period.last).days if main.first else 0
        if before > _MONTH or before > 0 and period.text[0] in "去上":
            return True  # 原为三层,2016年加盖; 去年春运为3死
        return (period.last - period.first).days < _MONTH and is_during(Time(period.edtf, period.first, period.last, None), main)

    def of(self, reading: Reading, draft: Draft) -> Time:
        """Give when a figure holds: by the last time before it that is told of it."""
        if draft.period:
            return time_of(reading, draft.period)
        if draft.figure.kind == "area" and draft.measure == "level" and (draft.rule == "counted" or _LAND.fullmatch(draft.indicator)):
            return self.standing()  # 1780平方公里的龙泉大地
        ends = two_ends(reading) or self.ends
        if draft.measure == "change" and ends and YEARLY.search(reading.text, *reading.clause(draft.figure.start)):
            return between(*ends)  # 由1997年的…增加到2002年的…,``平均每年``增长
        period = next((period for period in reversed(reading.periods) if self._is_told_of(reading, period, draft)), None)
        if _OF_ONE_CASE.search(reading.text, period.end if period else 0, draft.figure.start):
            return NOT_KNOWN  # 该案涉及9万余人: over what time is not said
        if period is None and _ATTENDING.search(draft.indicator):
            return self.standing()
        if period is None and draft.rule == "from_to" and self.ends:
            return replace(self.ends[0 if draft.period_is_base else 1], basis="carried")
        if period is None and self._is_average(reading, draft):
            return self.framed or self.main or self.standing()
        if period is None:
            carried = self.time or self.standing()
            return moved(carried, draft, 0) or (year_earlier(carried) if draft.period_is_base else carried)
        if period.kind == "base":
            return self._base(reading, period)
        now = (
            self._pointed(reading, period)
            if period.kind == "same"
            else up_to(reading, period) or since_opening(reading, period, draft.figure.start, self._since()) or self._told(reading, period)
        )
        running = self.time and self.time.first and self.time.last == self.published and self.time.first < (self.published or self.time.first)
        if self.time and running and _SO_FAR.fullmatch(period.text):
            now = self.time  # 今年以来…. ``截至目前``,…
        if period.text == "今年" and (part := self._part_of_year(reading, period)):
            now = part
        before = 1 if period.text.endswith(_YEARS_PAST) else 0
        return moved(now, draft, before) or (year_earlier(now) if is_untimed_base(reading, draft, period) else now)

    def _since(self) -> Time | None:
        """Give the time from when what was told of last began, up to the report; else the one that is gone on with."""
        if self.begun is None or self.begun.first is None or self.published is None:
            return self.time
        return replace(self.begun, last=self.published)

    def _is_average(self, reading: Reading, draft: Draft) -> bool:
        """Tell whether a figure is an average of days where a single one was told of last: 5月15日清查…。``日均``接警103次."""
        day = self.time is not None and self.time.first is not None and self.time.first == self.time.last
        return day and bool(_AVERAGE.search(reading.text, *reading.clause(draft.figure.start)))

    def _part_of_year(self, reading: Reading, period: Period) -> Time | None:
        """Give the part of the year that 今年 stands for beside 去年同期: ``今年前8个月``…;去年同期9起,今年``1起``."""
        if not any(other.kind == "base" and other.end <= period.start for other in reading.periods):
            return None
        told = [time_of(reading, other) for other in reading.periods if other.end <= period.start and other.kind == "span"]
        return next((time for time in (*reversed(told), self.time) if time and time.edtf and time.first == period.first), None)

    def _is_told_of(self, reading: Reading, period: Period, draft: Draft) -> bool:
        """Tell whether a time of the sentence may be the figure's: it stands before it and is neither its base nor another number's."""
        position = draft.figure.start
        if period.end > position or period.kind == "clock" or reading.is_aside(period, position):
            return False
        if period.text in _NOW and quoted(reading.text, period.start):
            return False  # 对“在``目前``的治安环境下您感觉安全吗”的回答
        if _EARLIER.match(reading.text, period.end):
            return False  # 对2000年底``以前发布的``756件进行清理
        if period.text == "现" and any(before.end <= period.start and before.text.startswith("截") for before in reading.periods):
            return False  # 截至去年底,全国``现``有人员⟦89万名⟧
        if period.kind == "duration":
            return draft.period_is_base and period.first is not None and period.text.endswith("前")  # 由两年前的两成
        if period.first and period.first == period.last and period.start < reading.text.rfind(";", 0, position) and not reading.opens(period):
            return False  # 最高峰出现在5月1日;查验车辆⟦3万辆⟧
        if draft.measure != "change" and is_of_one(reading, period) and re.search(r"[,;。]", reading.text[period.end : position]):
            return False  # 2018年57起,⟦76起⟧: the year is of the first
        if period.kind == "base":
            return holds_at_base(reading, period, draft)
        return not (draft.comparing and draft.comparing[0] <= period.start < draft.comparing[1])

    def _told(self, reading: Reading, period: Period) -> Time:
        """Give a time that names no year in the year that is told of: ``年底`` in a report of January on the year before."""
        told, time = self.framed or self.main, time_of(reading, period)
        if period.text.endswith(_YEARS_PAST) and (same := self._same_years(time)):
            return same
        if period.text.endswith("个月来") and self._same_months(time):
            return replace(told or time, basis="stated", span=time.span)
        planned = reading.text.startswith("前", period.end) or self.intent.holds(reading, len(reading.text))
        day_ahead = self._is_ahead(period) and period.text.endswith("日") and time.first == time.last
        if day_ahead and not _NAMES_YEAR.search(period.text) and not planned and not _TO_COME.search(reading.text):
            return year_earlier(time)  # 去年2月9日…起火. ``2月22日``,… in a report of 10 February
        if told is None or not self.published or not time.edtf or _NAMES_YEAR.search(period.text):
            return time
        early = self.published.month <= 3 or not self.day_known
        year_end = not self.day_known and bool(_IN_YEAR.search(period.text))  # 截至12月底 of the year told of, where a report's day is not known
        behind = told.last == date(self.published.year - 1, 12, 31) and early
        if behind and period.text.startswith(("上年", "上一年")):
            return year_earlier(time)
        if not behind or time.last is None or time.last <= self.published and not year_end or planned:
            return time
        return year_earlier(time)

    def _base(self, reading: Reading, period: Period) -> Time:
        """Give the time compared with: what it says, else the year before the time that is told of."""
        if period.edtf:
            return time_of(reading, period)
        span = reading.sentence.span(period.start, period.end)
        told = [time_of(reading, other) for other in reading.periods if other.kind == "span" and other.edtf and other.end <= period.start]
        now = told[-1] if told else self.time or self.standing()
        return replace(year_earlier(now), basis="stated", span=span) if now.edtf else replace(NOT_KNOWN, span=span)

    def _pointed(self, reading: Reading, period: Period) -> Time:
        """Give the time that 这一天 or 同期 points back to, the last one named before it, or the whole year or month of it: 全年, 当月."""
        named = [
            before
            for before in reading.periods
            if before.end <= period.start and before.kind == "span" and before.edtf and not reading.is_aside(before, period.start)
        ]
        framed = self.framed or self.main
        if period.text in _OWN:
            opening = next((before for before in named if reading.opens(before)), None)
            return time_of(reading, opening) if opening else framed or self.standing()
        if period.text == "年内" and framed and not self._is_plan(reading):
            return framed
        if period.text in _NEXT_DAY:
            return day_later(self._told(reading, named[-1]) if named else self.latest)
        if named and (period.text not in _WHOLE or is_year(self._told(reading, named[-1]))):
            return self._told(reading, named[-1])
        whole_told = framed is not None and period.text in _WHOLE and is_year(framed) and not _is_later_year(self.latest, framed)
        told = framed if whole_told else self.day if period.text in _THAT_DAY and self.day else self.latest or self.time
        span = reading.sentence.span(period.start, period.end)
        if told is None and period.text in _WHOLE:
            told = self.standing()  # 力争全年: the report's own year
        if told is None or told.first is None or told.last is None:
            return told or replace(NOT_KNOWN, span=span)
        whole = whole_year(told.last.year) if period.text in _WHOLE else None
        begun = self.published is not None and self.published.month <= 6 and told.last.year == self.published.year
        if self.published and begun and period.text == "全年" and not self._is_plan(reading):
            whole = whole_year(self.published.year - 1)  # a year that is told of whole is over
        if period.text == "年内" and self.published and self._is_plan(reading):
            whole = whole_year(self.published.year)
        if period.text == "当月":
            whole = months_of(told.last.year, told.last.month, told.last.month)
        return Time(whole.edtf, whole.first, whole.last, "stated", span) if whole else told

    def _is_ahead(self, period: Period) -> bool:
        """Tell whether a time begins after the report was written."""
        return self.published is not None and period.first is not None and period.first > self.published

    def _same_years(self, now: Time) -> Time | None:
        """Give the years that the article is on, where 五年来 is said of as many: 2003—2007年…``五年来``…"""
        for told in (self.framed or self.main, self.latest):
            if told and told.first and told.last and now.first and now.last:
                many = told.last.year - told.first.year
                if many and (told.first.month, told.last.month) == (1, 12) and now.last.year - now.first.year in (many, many + 1):
                    return told
        return None

    def _same_months(self, now: Time) -> bool:
        """Tell whether 十个月来 is said of the months that the article is on: 今年1—10月…``十个月来``…"""
        told = self.framed or self.main
        if not (told and told.first and told.last and now.first and now.last) or told.first.year != told.last.year:
            return False
        return told.last.month - told.first.month + 1 == (now.last.year - now.first.year) * 12 + now.last.month - now.first.month

    def _is_plan(self, reading: Reading) -> bool:
        return self.intent.holds(reading, len(reading.text))

    def standing(self) -> Time:
        """A fact that is given no time holds on the day of the report."""
        day = self.published
        return Time(day.isoformat(), day, day, "publication_date") if day else NOT_KNOWN


def _is_later_year(latest: Time | None, framed: Time) -> bool:
    """Tell whether the year told of last comes after the one that the article is on: 2023年工作安排. 全年…"""
    return latest is not None and is_year(latest) and latest.first is not None and framed.first is not None and latest.first > framed.first
