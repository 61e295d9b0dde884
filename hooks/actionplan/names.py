"""Names of countries, companies and products that one text says instead of its text in the other language.

Only names that are sure in both languages are compared, and a short form (한미, at home) excuses the
other side. Pure functions over strings; it must not know pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .language import LANGS, Lang
from .marks import Exchange, Mark, Marks, exchanged

Names = dict[str, tuple[str, str]]
"""What a thing is called in Korean and in English, each an alternation, by a key."""

COUNTRIES: Names = {
    "us": ("미국", "United States|US|U\\.S\\.|America|American|Americans"),
    "korea": ("한국|대한민국", "(?<!North )Korea|(?<!North )Korean|(?<!North )Koreans"),
    "north-korea": ("북한", "North Korea|North Korean|North Koreans|DPRK"),
    "china": ("중국", "China|Chinese"),
    "japan": ("일본", "Japan|Japanese"),
    "taiwan": ("대만|타이완", "Taiwan|Taiwanese"),
    "russia": ("러시아", "Russia|Russian|Russians"),
    "iran": ("이란(?= |의|산|과|에|을|,)", "Iran|Iranian"),
    "germany": ("독일", "Germany|German"),
    "france": ("프랑스", "France|French"),
    "uk": ("영국", "United Kingdom|UK|U\\.K\\.|Britain|British"),
    "netherlands": ("네덜란드", "Netherlands|Dutch"),
    "canada": ("캐나다", "Canada|Canadian"),
    "australia": ("호주", "Australia|Australian"),
    "india": ("인도(?=와|의|,|·)", "India|Indian"),
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
    "samsung": ("삼성", "Samsung"), "sk": ("SK", "SK"), "lg": ("LG", "LG"), "hanwha": ("한화", "Hanwha"),
    "doosan": ("두산", "Doosan"), "hyundai": ("현대차|현대자동차|현대건설", "Hyundai"), "naver": ("네이버", "Naver|NAVER"),
    "kakao": ("카카오", "Kakao"), "nvidia": ("엔비디아|NVIDIA", "Nvidia|NVIDIA"), "amd": ("AMD", "AMD"),
    "intel": ("인텔", "Intel"), "micron": ("마이크론", "Micron"), "broadcom": ("브로드컴", "Broadcom"),
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
}  # fmt: skip


@dataclass(frozen=True)
class _Table:
    """A table of names, ready to be found: surely, and in any form, by language."""

    sure: dict[Lang, re.Pattern[str]]
    any: dict[Lang, dict[str, re.Pattern[str]]]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, names: Names) -> _Table:
        keys = tuple(names)
        return cls(
            {lang: _one_of([names[key][n] for key in keys], lang) for n, lang in enumerate(LANGS)},
            {
                lang: {
                    key: re.compile(
                        "|".join([names[key][n], *filter(None, [LOOSE.get(key, ("", ""))[n]])])
                    )
                    for key in keys
                }
                for n, lang in enumerate(LANGS)
            },
            keys,
        )

    def marks(self, text: str, lang: Lang) -> list[Mark]:
        return [
            Mark(match.start(), match[0], self.keys[(match.lastindex or 1) - 1])
            for match in self.sure[lang].finditer(text)
        ]

    def exchanged(self, korean: str, english: str) -> Marks:
        ours = self.marks(korean, "ko")
        theirs = self.marks(english, "en") if ours else []
        if not theirs or {mark.key for mark in ours} == {mark.key for mark in theirs}:
            return [], []
        return exchanged(
            [mark for mark in ours if not self.any["en"][str(mark.key)].search(english)],
            [mark for mark in theirs if not self.any["ko"][str(mark.key)].search(korean)],
        )


def _one_of(groups: Iterable[str], lang: Lang) -> re.Pattern[str]:
    """A pattern with one group for each alternation, at the beginning of a word."""
    some = "|".join(f"({group})" for group in groups)
    return re.compile(rf"(?<![가-힣A-Za-z])(?:{some})" + (r"(?![A-Za-z])" if lang == "en" else ""))


_COUNTRIES, _COMPANIES = _Table.of(COUNTRIES), _Table.of(COMPANIES)
countries: Exchange = _COUNTRIES.exchanged
companies: Exchange = _COMPANIES.exchanged

PRODUCT = re.compile(
    r"(?<![\w.-])(?![GQ]\d{1,2}\b|COVID)[A-Z][A-Za-z]*-?\d+(?:\.\d+)?[A-Za-z]?(?![A-Za-z0-9])"
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
