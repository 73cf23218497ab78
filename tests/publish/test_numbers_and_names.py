"""Numbers, dates and names in English, French and Spanish."""

from __future__ import annotations

import re

import pytest

from mithaq.publish.dates import tell
from mithaq.publish.names import Names
from mithaq.publish.words import Words, languages

NOUNS = (
    "meetings", "visits", "calls", "agreements", "gatherings", "operations", "countries", "bodies", "documents", "outlets",
    "sources", "texts", "votes", "engagements",
)  # fmt: skip
NUMBERS = (0, 1, 2, 3, 10, 11, 99, 100)


def test_there_are_four_languages() -> None:
    assert languages() == ["ar", "en", "es", "fr"]


@pytest.mark.parametrize(
    ("lang", "noun", "expected"),
    [
        (
            "en",
            "meetings",
            "no meetings|one meeting|two meetings|three meetings|ten meetings|11 meetings|99 meetings|100 meetings",
        ),
        (
            "en",
            "countries",
            "no countries|one country|two countries|three countries|ten countries|11 countries|99 countries|100 countries",
        ),
        (
            "fr",
            "agreements",
            "aucun accord|un accord|deux accords|trois accords|dix accords|onze accords|99 accords|cent accords",
        ),
        (
            "fr",
            "visits",
            "aucune visite|une visite|deux visites|trois visites|dix visites|onze visites|99 visites|cent visites",
        ),
        ("fr", "countries", "aucun pays|un pays|deux pays|trois pays|dix pays|onze pays|99 pays|cent pays"),
        (
            "es",
            "agreements",
            "ningún acuerdo|un acuerdo|dos acuerdos|tres acuerdos|diez acuerdos|once acuerdos|99 acuerdos|cien acuerdos",
        ),
        (
            "es",
            "meetings",
            "ninguna reunión|una reunión|dos reuniones|tres reuniones|diez reuniones|once reuniones|99 reuniones|cien reuniones",
        ),
        (
            "ar",
            "visits",
            "لا زيارات|زيارة واحدة|زيارتان|ثلاث زيارات|عشر زيارات|إحدى عشرة زيارةً|99 زيارةً|مئة زيارة",
        ),
        ("ar", "countries", "لا دول|دولة واحدة|دولتان|ثلاث دول|عشر دول|إحدى عشرة دولةً|99 دولةً|مئة دولة"),
    ],
)
def test_counted(lang: str, noun: str, expected: str) -> None:
    words = Words(lang, "MAR")
    assert "|".join(words.count(noun, n) for n in NUMBERS) == expected


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("n", [*NUMBERS, 21, 101, 1000, 12345])
def test_every_noun_counts_in_every_language(lang: str, noun: str, n: int) -> None:
    words = Words(lang, "MAR")
    assert words.count(noun, n)
    if f"count-{noun}.oblique" in words:
        assert words.count(noun, n, oblique=True)


def test_thousands_are_parted_as_the_language_does() -> None:
    assert Words("en").count("votes", 12345) == "12,345 votes"
    assert Words("fr").count("votes", 12345) == "12\u202f345 voix"
    assert Words("es").count("votes", 12345) == "12.345 votos"


@pytest.mark.parametrize(
    ("lang", "n", "expected"),
    [
        ("en", 3, "third"),
        ("en", 11, "11th"),
        ("en", 21, "21st"),
        ("en", 92, "92nd"),
        ("en", 93, "93rd"),
        ("fr", 1, "1re"),
        ("fr", 92, "92e"),
        ("es", 92, "92.ª"),
    ],
)
def test_ordinals(lang: str, n: int, expected: str) -> None:
    assert Words(lang).ordinal(n) == expected


@pytest.mark.parametrize(
    ("when", "english", "american", "french", "spanish"),
    [
        ("2024-01-01", "on 1 January", "on January 1", "le 1er janvier", "el 1 de enero"),
        (
            "2025-09-21",
            "on 21 September 2025",
            "on September 21, 2025",
            "le 21 septembre 2025",
            "el 21 de septiembre de 2025",
        ),
        (
            "2024-09-10/2024-09-11",
            "on 10 and 11 September",
            "on September 10 and 11",
            "les 10 et 11 septembre",
            "los días 10 y 11 de septiembre",
        ),
        (
            "2025-11-01/2025-11-07",
            "from 1 to 7 November 2025",
            "from November 1 to 7, 2025",
            "du 1er au 7 novembre 2025",
            "del 1 al 7 de noviembre de 2025",
        ),
        (
            "2024-06-28/2024-07-02",
            "from 28 June to 2 July",
            "from June 28 to July 2",
            "du 28 juin au 2 juillet",
            "del 28 de junio al 2 de julio",
        ),
        (
            "2024-09-09~/2024-09-15~",
            "between 9 and 15 September",
            "between September 9 and 15",
            "entre le 9 et le 15 septembre",
            "entre el 9 y el 15 de septiembre",
        ),
        ("2024-08", "in August", "in August", "en août", "en agosto"),
        ("2025-08", "in August 2025", "in August 2025", "en août 2025", "en agosto de 2025"),
        ("2024", "during the year", "during the year", "dans l’année", "durante el año"),
        ("2023", "in 2023", "in 2023", "en 2023", "en 2023"),
        ("2024-23", "in autumn 2024", "in autumn 2024", "à l’automne 2024", "en el otoño de 2024"),
        (
            "../2024-08-12",
            "until 12 August 2024",
            "until August 12, 2024",
            "jusqu’au 12 août 2024",
            "hasta el 12 de agosto de 2024",
        ),
    ],
)
def test_dates(when: str, english: str, american: str, french: str, spanish: str) -> None:
    homes = (("en", "MAR"), ("en", "USA"), ("fr", "MAR"), ("es", "ESP"))
    told = tuple(tell(when, Words(lang, home), year=2024) for lang, home in homes)
    assert told == (english, american, french, spanish)


@pytest.mark.parametrize(
    ("lang", "code", "inside", "of", "to", "at"),
    [
        ("fr", "MAR", "le Maroc", "du Maroc", "au Maroc", "au Maroc"),
        ("fr", "ESP", "l’Espagne", "d’Espagne", "en Espagne", "en Espagne"),
        ("fr", "TUR", "la Turquie", "de Turquie", "en Turquie", "en Turquie"),
        ("fr", "IRN", "l’Iran", "d’Iran", "en Iran", "en Iran"),
        ("fr", "USA", "les États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis"),
        ("fr", "CUB", "Cuba", "de Cuba", "à Cuba", "à Cuba"),
        ("fr", "ISR", "Israël", "d’Israël", "en Israël", "en Israël"),
        ("fr", "YEM", "le Yémen", "du Yémen", "au Yémen", "au Yémen"),
        ("fr", "HUN", "la Hongrie", "de Hongrie", "en Hongrie", "en Hongrie"),
        ("es", "MAR", "Marruecos", "de Marruecos", "a Marruecos", "en Marruecos"),
        ("es", "GBR", "el Reino Unido", "del Reino Unido", "al Reino Unido", "en el Reino Unido"),
        ("es", "IND", "la India", "de la India", "a la India", "en la India"),
        ("es", "SLV", "El Salvador", "de El Salvador", "a El Salvador", "en El Salvador"),
        ("es", "USA", "Estados Unidos", "de Estados Unidos", "a Estados Unidos", "en Estados Unidos"),
        ("en", "USA", "the United States", "of the United States", "to the United States", "in the United States"),
        ("en", "TUR", "Turkey", "of Turkey", "to Turkey", "in Turkey"),
        ("en", "NLD", "the Netherlands", "of the Netherlands", "to the Netherlands", "in the Netherlands"),
        ("ar", "ESP", "إسبانيا", "إسبانيا", "إلى إسبانيا", "في إسبانيا"),
    ],
)  # fmt: skip
def test_countries_with_what_stands_before_them(
    lang: str, code: str, inside: str, of: str, to: str, at: str
) -> None:
    words = Words(lang)
    names = Names(words)
    where = names.where_country(code)
    told = (names.country_in_words(code), names.country_of(code), where.to, where.at)
    assert tuple(map(words.grammar.join, told)) == (inside, of, to, at)


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_adjectives_and_articles_are_of_countries_that_exist(lang: str) -> None:
    words = Words(lang)
    names = Names(words)
    for code in ("MAR", "ESP", "FRA", "TUR", "SAU", "USA", "GBR", "ARE", "DEU", "SEN"):
        masculine, feminine = names.adjective(code), names.adjective(code, "feminine")
        assert masculine
        assert feminine
        assert names.people(code)
        assert not re.search(r"[{}\u0600-\u06ff]", names.country(code))
    assert names.adjective("GIN") != names.adjective("GNB")


@pytest.mark.parametrize(
    ("lang", "told", "joined"),
    [
        ("fr", "de le Maroc", "du Maroc"),
        ("fr", "à les États-Unis", "aux États-Unis"),
        ("fr", "le ambassadeur", "l’ambassadeur"),
        ("fr", "à le ambassadeur de Italie", "à l’ambassadeur d’Italie"),
        ("fr", "de le ambassadeur", "de l’ambassadeur"),
        ("fr", "visite de des responsables", "visite de responsables"),
        ("fr", "des hauts responsables", "de hauts responsables"),
        ("fr", "de onze pays", "de onze pays"),
        ("es", "a el ministro de el Interior", "al ministro del Interior"),
        ("es", "España y Italia", "España e Italia"),
        ("es", "Marruecos y Hungría", "Marruecos y Hungría"),
        ("en", "a agreement", "an agreement"),
        ("en", "a university", "a university"),
    ],
)
def test_words_that_meet(lang: str, told: str, joined: str) -> None:
    assert Words(lang).grammar.join(told) == joined


def test_names_of_persons_are_left_as_they_are() -> None:
    words = Words("fr")
    held = words.isolate("María de Ávila y Le Drian")
    assert words.finish(f"une visite de {held} à Rabat") == "Une visite de María de Ávila y Le Drian à Rabat"
