"""The page of the annual review: whole, by itself, with its sources, and safe whatever the texts hold."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from mithaq.errors import UsageError
from mithaq.insight import Period, look_back
from mithaq.publish import compose, render
from mithaq.publish.items import safe_link
from mithaq.records import Document, Event, Party, Span
from mithaq.register import Register

HOSTILE = "<script>alert(1)</script>\u202e\"'><img src=x onerror=alert(2)>{{ 7*7 }} { $n }"


def write(register: Register, year: int, home: str) -> str:
    composed = compose(register, period=Period.of_year(year), home=home, lang="ar", topic="all")
    return render(composed, "html").decode("utf-8")


VOID = {"meta", "link", "br", "img", "input", "hr"}


class Elements(HTMLParser):
    """The elements of a page with their attributes; raises where one is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_arabic_and_well_formed(page: str) -> None:
    elements = Elements(page).found
    assert ("html", {"lang": "ar-MA", "dir": "rtl"}) in elements
    assert {"header", "main", "footer", "svg", "table"} <= {tag for tag, _ in elements}


def test_the_page_needs_no_other_file(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert tag not in ("script", "link", "img", "iframe", "object")
        assert not {name for name in attributes if name.startswith("on")}
    assert set(re.findall(r"url\(([a-z]+:[a-z/0-9]+)", page)) == {"data:font/woff2"}
    assert "@import" not in page


def test_sections_of_the_article_are_there(page: str) -> None:
    ids = {attributes.get("id") for tag, attributes in Elements(page).found if tag == "section"}
    assert ids == {
        "figures", "timeline", "assemblies", "encounters", "agreements", "cooperation", "partners", "regions", "threats",
        "purposes", "results", "conflicts", "ahead", "method", "sources",
    }  # fmt: skip


def test_links_within_the_page_lead_somewhere(page: str) -> None:
    elements = Elements(page).found
    ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
    within = [str(a["href"]) for tag, a in elements if tag == "a" and str(a["href"]).startswith("#")]
    assert within
    assert {href.removeprefix("#") for href in within} <= ids


def test_results_are_told_with_their_occasion(page: str) -> None:
    results = re.sub(
        "<[^>]+>", "", page[page.index('<section id="results">') : page.index('<section id="conflicts">')]
    )
    assert "بمناسبة زيارة إلى أبوظبي" in " ".join(results.split())


def test_the_chart_has_a_text_for_those_who_cannot_see_it(page: str) -> None:
    labels = [str(a["aria-label"]) for tag, a in Elements(page).found if tag == "svg"]
    assert len(labels) == 3
    assert [label for label in labels if "شتنبر " in label] == labels[:2]
    assert "إسبانيا " in labels[2]


def test_the_chart_counts_what_was_held(page: str, register: Register) -> None:
    found = look_back(register.engagements(), register.documents(), period=Period.of_year(2024), home="MAR")
    upright = page[page.index('<svg class="upright"') : page.index('<svg class="lying"')]
    drawn = sum(int(n) for n in re.findall(r"<title>[^<]*: (\d+)</title>", upright))
    assert drawn == sum(sum(map(len, month.kinds.values())) for month in found.months)


def test_every_engagement_is_told_once_with_evidence(page: str, register: Register) -> None:
    found = look_back(register.engagements(), register.documents(), period=Period.of_year(2024), home="MAR")
    for engagement in (*found.engagements, *found.ahead):
        assert page.count(f'id="e-{engagement.id}"') == 1
        for telling in engagement.reports:
            assert telling.evidence[0].text[:40] in page


def test_engagements_of_others_are_not_told(page: str, register: Register) -> None:
    for engagement in register.engagements(party="EGY"):
        if "MAR" not in {party.code for party in engagement.parties}:
            assert engagement.id not in page


def test_conflicts_are_shown(page: str) -> None:
    assert (
        "اختلفت المصادر في عدد الأصوات: 96 (وكالة الرباط للأخبار وحصيلة الأسبوع) و196 (منارة بيروت)." in page
    )
    assert "اختلفت المصادر في التاريخ" in page


def test_what_was_cancelled_is_told_so(page: str) -> None:
    assert "ملغى أو مؤجل" in page


def test_the_lead_counts_in_words(page: str) -> None:
    assert "منها عشرة لقاءات وخمس زيارات واتفاقيتان وأربعة ملتقيات" in page


def test_no_message_is_left_unfilled(page: str) -> None:
    body = page[page.index("</style>") :]
    assert "{" not in body
    assert "None" not in body


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    party = Party(country="MAR", role="guest", person=HOSTILE, office=HOSTILE, organisation=HOSTILE)
    event = Event(
        kind="visit",
        stage="held",
        parties=[party, Party(country="TUR", role="host")],
        when="2024-09",
        topics=["general"],
        instrument=HOSTILE,
        evidence=[Span(0, len(HOSTILE), HOSTILE)],
        confidence=0.9,
        rules=[],
    )
    document = Document(
        id=HOSTILE,
        text=HOSTILE,
        title=HOSTILE,
        source=HOSTILE,
        url="javascript:alert(3)",
        published="2024-09-30",
    )
    with Register.open(tmp_path / "r.mithaq") as register:
        register.add(document, [event])
        return write(register, 2024, "MAR")


def test_texts_of_others_are_text(hostile: str) -> None:
    elements = Elements(hostile).found
    assert not [tag for tag, _ in elements if tag in ("script", "img")]
    assert not [attributes for _, attributes in elements if "onerror" in attributes]
    assert "javascript:" not in hostile
    assert "\u202e" not in hostile
    assert "49" not in re.sub(r' d="[^"]*"', "", hostile[hostile.index("</style>") :])


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[", False),
        ("java\nscript:alert(1)", False),
        (None, False),
    ],
)
def test_links(url: str | None, is_safe: bool) -> None:
    link = safe_link(url)
    assert (link is not None) is is_safe
    assert link is None or urlsplit(link).scheme in ("http", "https")


def test_a_year_without_engagements_is_told(register: Register) -> None:
    with pytest.raises(UsageError, match=r"no engagements of MAR in 1999; it has 2021, 2024"):
        write(register, 1999, "MAR")


def test_a_country_that_is_none_is_told(register: Register) -> None:
    with pytest.raises(UsageError, match="found 'XYZ'"):
        write(register, 2024, "XYZ")


def test_a_year_of_plans_alone(register: Register) -> None:
    planned = write(register, 2025, "MAR")
    assert "لا يحمل السجل نشاطاً منجزاً يخص المغرب خلال سنة 2025" in planned
    assert "<svg" not in planned


def test_other_countries_have_their_year_too(register: Register) -> None:
    assert "تشرين الأول" in write(register, 2024, "JOR")


@pytest.mark.parametrize("width", [1200, 390])
def test_the_page_in_a_browser(page: str, width: int, tmp_path: Path) -> None:
    """Nothing is wider than the screen, nothing is asked of the network, the text runs from the right."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = tmp_path / "review.html"
    path.write_text(page, encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        try:
            tab = browser.new_page(viewport={"width": width, "height": 900})
            asked: list[str] = []
            complaints: list[str] = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.on("console", lambda message: complaints.append(message.text))
            tab.goto(path.as_uri())
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            shown = ".upright" if width > 640 else ".lying"
            assert tab.locator(shown).is_visible()
            title = tab.locator("h1").bounding_box()
            assert title is not None
            assert title["x"] + title["width"] > width / 2
            assert len(tab.screenshot(full_page=True)) > 50_000
            assert [url for url in asked if not url.startswith("data:font/")] == [path.as_uri()]
            assert complaints == []
            assert tab.evaluate("document.fonts.check('16px Amiri')")
            quote = tab.locator("blockquote").first
            assert not quote.is_visible()
            tab.emulate_media(media="print")
            assert quote.is_visible()
            assert tab.pdf().startswith(b"%PDF")
        finally:
            browser.close()
