"""A description by which browsers add the site's search to their own (OpenSearch 1.1, draft 6).

It must not know packs; the address `?q=` is opened by Material's search box.
"""

from __future__ import annotations

from ..language import Lang, both
from ..markup import escape
from ..urls import address

SHORT_NAME = both("AI 행동계획과 한국", "AI Plan & Korea")
"""At most 16 characters, as the specification asks."""
DESCRIPTION = both(
    "미국 AI 행동계획의 용어, 권고 조치, 한국에 미치는 영향을 찾는다.",
    "Finds terms, recommended actions and impacts on Korea of America's AI Action Plan.",
)


def description(lang: Lang, root: str) -> str:
    """The XML file of one language. `root` is the site's public address."""
    home = root + address(lang, "index")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(SHORT_NAME[lang])}</ShortName>
  <Description>{escape(DESCRIPTION[lang])}</Description>
  <Language>{lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">{escape(root)}assets/images/favicon.svg</Image>
  <Url type="text/html" template="{escape(home)}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""
