"""Who works with whom, and how a period stands."""

from __future__ import annotations

from engagements import made

from mithaq.insight import Period, look_back
from mithaq.insight.services import Service, service_links, services_of
from mithaq.insight.standing import Standing, stand
from mithaq.records import Party
from mithaq.register import Engagement


def standing(*told: Engagement, period: Period | None = None) -> Standing:
    period = period or Period.of_year(2024)
    now = look_back(told, [], period=period, home="MAR")
    before = look_back(told, [], period=period.before(), home="MAR")
    return stand(now, before if before.held else None)


def test_a_service_by_agency_office_or_person() -> None:
    assert services_of(Party(country="ESP", office="ministro del Interior")) == [
        Service(code="ESP", agency="interior")
    ]
    assert services_of(Party(country="ESP", organisation="Policía Nacional"))[0].agency == "ESP/CNP"
    assert services_of(Party(country="MAR", person="Abdellatif Hammouchi"))[0].agency == "police"
    assert services_of(Party(country="FRA", person="Abdellatif Hammouchi")) == []
    assert services_of(Party(country="FRA", office="president")) == []
    assert services_of(Party(body="INTERPOL", organisation="police")) == []


def test_services_are_linked_by_what_names_both() -> None:
    home = Party(country="MAR", person="Abdellatif Hammouchi")
    police = Party(country="ESP", organisation="Policía Nacional")
    told = [
        made("meeting", "2024-01", home, police, id="a"),
        made("meeting", "2024-02", home, police, id="b"),
        made("meeting", "2024-02", "MAR", police, id="c"),
        made("meeting", "2024-02", home, "FRA", id="d"),
    ]
    (link,) = service_links(told, "MAR")
    assert (link.home.agency, link.partner.agency, link.of) == ("police", "ESP/CNP", ["a", "b"])


def test_new_and_lapsed_partners_by_region() -> None:
    found = standing(
        made("meeting", "2024-03", "MAR", "ESP", "FRA", id="a"),
        made("meeting", "2024-04", "MAR", "SEN", id="b"),
        made("meeting", "2023-04", "MAR", "ESP", id="c"),
        made("meeting", "2023-05", "MAR", "JPN", id="d"),
    )
    assert (found.new, found.lapsed) == (["FRA", "SEN"], ["JPN"])
    regions = [(one.name, one.partners, one.new, one.lapsed, one.of) for one in found.regions]
    assert regions == [
        ("Africa", ["SEN"], ["SEN"], [], ["b"]),
        ("Europe", ["ESP", "FRA"], ["FRA"], [], ["a"]),
        ("Asia", [], [], ["JPN"], []),
    ]
    assert (found.south, found.with_countries) == (["b"], ["a", "b"])


def test_without_a_period_before_nobody_is_new() -> None:
    found = standing(made("visit", "2024-03", "MAR:guest", "ESP:host"))
    assert (found.before, found.new, found.lapsed) == (None, [], [])
    assert (found.reciprocity, found.partner_evenness) == (0.0, None)


def test_the_level_of_both_sides() -> None:
    minister = Party(country="MAR", office="interior minister")
    found = standing(
        made("meeting", "2024-03", minister, Party(country="ESP", office="ambassador"), id="a"),
        made("meeting", "2024-04", minister, "ESP", id="b"),
    )
    assert (found.levels.home, found.levels.partners, found.levels.of) == (3, 5, ["a", "b"])
