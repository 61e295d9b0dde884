"""Names of countries, companies, places and products that one text says instead of its text in the other language.

Only names that are sure in both languages are compared, and a short form (한미, at home) excuses the
other side. Pure functions over strings; it must not know pages.
"""

from __future__ import annotations

import re
from functools import cache

from .language import LANGS, Lang
from .marks import Mark, Marks, exchanged

Names = dict[str, tuple[str, str]]
"""What a thing is called in Korean and in English, by a key; a name that is a word too is left out."""

COUNTRIES: Names = {
    "us": ("미국", "United States|US|U.S.|America|American|Americans"),
    "korea": ("한국|대한민국", "Korea|Korean|Koreans"),
    "north-korea": ("북한", "North Korea|North Korean|North Koreans|DPRK"),
    "china": ("중국", "China|Chinese"),
    "japan": ("일본", "Japan|Japanese"),
    "taiwan": ("대만|타이완", "Taiwan|Taiwanese"),
    "russia": ("러시아", "Russia|Russian|Russians"),
    "iran": ("", "Iran|Iranian"),
    "germany": ("독일", "Germany|German"),
    "france": ("프랑스", "France|French"),
    "uk": ("영국", "United Kingdom|UK|U.K.|Britain|British"),
    "netherlands": ("네덜란드", "Netherlands|Dutch"),
    "canada": ("캐나다", "Canada|Canadian"),
    "australia": ("호주", "Australia|Australian"),
    "india": ("", "India|Indian"),
    "vietnam": ("베트남", "Vietnam|Vietnamese"),
    "thailand": ("태국", "Thailand|Thai"),
    "malaysia": ("말레이시아", "Malaysia|Malaysian"),
    "singapore": ("싱가포르", "Singapore|Singaporean"),
    "israel": ("이스라엘", "Israel|Israeli"),
    "uae": ("아랍에미리트|UAE", "United Arab Emirates|UAE|Emirati"),
    "saudi-arabia": ("사우디아라비아|사우디", "Saudi Arabia|Saudi"),
    "ukraine": ("우크라이나", "Ukraine|Ukrainian"),
    "mexico": ("멕시코", "Mexico|Mexican"),
    "brazil": ("브라질", "Brazil|Brazilian"),
    "europe": ("유럽연합|유럽|EU", "European Union|EU|Europe|European"),
}  # fmt: skip
COMPANIES: Names = {
    "samsung": ("삼성", "Samsung"), "sk": ("SK", "SK"), "lg": ("LG", "LG"), "hanwha": ("한화오션|한화큐셀|한화에어로스페이스", "Hanwha"),
    "doosan": ("두산", "Doosan"), "hyundai": ("현대차|현대자동차|현대건설", "Hyundai"), "naver": ("네이버", "Naver|NAVER"),
    "kakao": ("카카오", "Kakao"), "nvidia": ("엔비디아|NVIDIA", "Nvidia|NVIDIA"), "amd": ("AMD", "AMD"),
    "intel": ("", "Intel"), "micron": ("마이크론", "Micron"), "broadcom": ("브로드컴", "Broadcom"),
    "tsmc": ("TSMC", "TSMC"), "asml": ("ASML", "ASML"), "huawei": ("화웨이", "Huawei"), "deepseek": ("딥시크", "DeepSeek"),
    "alibaba": ("알리바바", "Alibaba"), "openai": ("오픈AI|OpenAI", "OpenAI"), "anthropic": ("앤트로픽|앤스로픽", "Anthropic"),
    "google": ("구글", "Google"), "microsoft": ("마이크로소프트", "Microsoft"), "amazon": ("아마존|AWS", "Amazon|AWS"),
    "oracle": ("오라클", "Oracle"), "tesla": ("테슬라", "Tesla"), "westinghouse": ("웨스팅하우스", "Westinghouse"),
}  # fmt: skip
# Short forms and turns of phrase that say a country too: 한미, 대중, at home.
LOOSE: dict[str, tuple[str, str]] = {
    "us": ("미|연방|백악관|워싱턴|의회|상무부|국무부|국내|자국", "federal|Federal|White House|Washington|Congress|domestic|Commerce|home"),
    "korea": ("한[가-힣·-]|국내|우리|서울|국회", "Seoul|domestic|home|ROK|KORUS|Korea|National Assembly"),
    "china": ("중[가-힣·]?|베이징|화웨이|홍콩", "Beijing|Sino|Huawei|PRC|Hong Kong"),
    "japan": ("일[가-힣·]|도쿄|히로시마", "Tokyo|Hiroshima"),
    "north-korea": ("북", "Korea"),
    "russia": ("러", "Moscow"),
    "india": ("인도", "Indo"),
    "iran": ("이란", "Iran"),
    "uk": ("영|런던", "London|English"),
    "europe": ("EU|브뤼셀|독일|프랑스", "Brussels|German|French"),
    "hyundai": ("현대", "Hyundai"),
    "hanwha": ("한화", "Hanwha"),
    "intel": ("인텔", "Intel"),
}  # fmt: skip


PLACES: Names = {
    "texas": ("텍사스", "Texas|Texan"), "arizona": ("애리조나", "Arizona"), "california": ("캘리포니아", "California|Californian"),
    "virginia": ("버지니아", "Virginia"), "ohio": ("오하이오", "Ohio"), "indiana": ("인디애나", "Indiana"), "tennessee": ("테네시", "Tennessee"),
    "new-york": ("뉴욕", "New York"), "colorado": ("콜로라도", "Colorado"), "paris": ("파리", "Paris"), "geneva": ("제네바", "Geneva"),
    "tokyo": ("도쿄", "Tokyo"), "hiroshima": ("히로시마", "Hiroshima"), "new-delhi": ("뉴델리", "New Delhi"),
    "pyeongtaek": ("평택", "Pyeongtaek"), "gwangju": ("광주", "Gwangju"),
}  # fmt: skip
NAMES = {**COUNTRIES, **COMPANIES, **PLACES}


def _keys(lang: Lang) -> dict[str, str]:
    """What each name of a language means."""
    n = LANGS.index(lang)
    return {name: key for key, names in NAMES.items() for name in names[n].split("|") if name}


MEANT: dict[Lang, dict[str, str]] = {lang: _keys(lang) for lang in LANGS}
# Plain names without anything around them, so that the search can leap to their first letters.
SURE: dict[Lang, re.Pattern[str]] = {
    lang: re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    for lang, known in MEANT.items()
}


@cache
def _any(key: str, lang: Lang) -> re.Pattern[str]:
    """Every form in which a language may say a thing."""
    n = LANGS.index(lang)
    return re.compile(
        "|".join(
            filter(
                None, [re.escape(NAMES[key][n]).replace(r"\|", "|"), LOOSE.get(key, ("", ""))[n]]
            )
        )
    )


def _marks(text: str, lang: Lang) -> list[Mark]:
    return [
        Mark(match.start(), match[0], MEANT[lang][match[0]])
        for match in SURE[lang].finditer(text)
        if not (match.start() and text[match.start() - 1].isalpha())
        and not (lang == "en" and text[match.end() : match.end() + 1].isalpha())
    ]


def names(korean: str, english: str) -> Marks:
    """Countries, companies and places: 대만 and Thailand, 삼성전자 and LG."""
    ours = _marks(korean, "ko")
    theirs = _marks(english, "en") if ours else []
    keys = [{str(mark.key) for mark in side} for side in (ours, theirs)]
    if not keys[0] - keys[1] or not keys[1] - keys[0]:
        return [], []
    lost = {key for key in keys[0] - keys[1] if not _any(key, "en").search(english)}
    added = {key for key in keys[1] - keys[0] if not _any(key, "ko").search(korean)}
    return exchanged([m for m in ours if m.key in lost], [m for m in theirs if m.key in added])


PRODUCT = re.compile(
    r"(?<![\w.-])(?![GQ]\d{1,2}(?![A-Za-z0-9])|COVID)[A-Z][A-Za-z]*-?\d+(?:\.\d+)?[A-Za-z]?(?![A-Za-z0-9])"
)
"""Quarters and groups of states have words in Korean: Q4, G7."""


def products(korean: str, english: str) -> Marks:
    """Names with a number in them are written alike in both languages: H200, HBM4, GPT-5."""
    ours, theirs = (
        [Mark(m.start(), m[0], m[0]) for m in PRODUCT.finditer(text)] for text in (korean, english)
    )
    return (
        [mark for mark in ours if mark.written not in english],
        [mark for mark in theirs if mark.written not in korean],
    )
