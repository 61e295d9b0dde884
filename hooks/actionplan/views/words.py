"""Words of the interface in both languages: labels, headings and the names of allowed values.

Only words that readers see in generated parts; prose is in docs/. It must not know records.
"""

from __future__ import annotations

from ..language import both

PILLAR = {
    1: both("제1축", "Pillar I"),
    2: both("제2축", "Pillar II"),
    3: both("제3축", "Pillar III"),
}

RELEVANCE = {
    "direct": both("직접", "Direct"),
    "indirect": both("간접", "Indirect"),
    "low": both("낮음", "Low"),
}
KIND = {"opportunity": both("기회", "Opportunity"), "constraint": both("제약", "Constraint")}
ORIGIN = {
    "seed": both("기사가 다룬 항목", "Named by the article"),
    "added": both("자체 분석으로 더한 항목", "Added by our analysis"),
}
DOMAIN = {
    "semiconductors": both("반도체", "Semiconductors"),
    "energy": both("에너지", "Energy"),
    "manufacturing": both("제조", "Manufacturing"),
    "standards": both("표준", "Standards"),
    "regulation": both("규제", "Regulation"),
    "research-security": both("연구안보", "Research security"),
    "export-control": both("수출통제", "Export control"),
    "sovereignty": both("기술 주권", "Technological sovereignty"),
    "procurement": both("공공 조달", "Procurement"),
    "open-models": both("오픈 모델", "Open models"),
    "exports": both("수출", "Exports"),
    "compute": both("연산 자원", "Compute"),
}
HORIZON = {
    "short": both("단기", "Short term"),
    "mid-long": both("중장기", "Medium and long term"),
    "multilateral": both("다자", "Multilateral"),
    "cross-cutting": both("공통", "Cross-cutting"),
}
JURISDICTION = {
    "us": both("미국", "United States"),
    "kr": both("한국", "Korea"),
    "kr-us": both("한미", "Korea–US"),
    "intl": both("국제", "International"),
}
CONFIDENCE = {
    "primary": both("1차 자료 확인", "Primary text read"),
    "two-sources": both("자료 두 건 이상", "Two or more sources"),
    "one-source": both("자료 한 건", "One source"),
}
VERDICT = {
    "supported": both("부합", "Supported"),
    "simplified": both("단순화", "Simplified"),
    "differs": both("다름", "Differs"),
    "own-reading": both("기사의 해석", "The article’s own reading"),
    "other-source": both("다른 문서의 내용", "From another document"),
}
ASPECT = {
    "other-document": both(
        "같은 날의 다른 문서와 일치", "matches another document of the same day"
    ),
    "translation": both("번역의 차이", "a matter of translation"),
}
SOURCE_KIND = {
    "primary-us": both("미국 정부의 1차 자료", "US primary sources"),
    "law": both("법률·규칙·법안", "Statutes, rules and bills"),
    "primary-kr": both("한국 정부의 1차 자료", "Korean primary sources"),
    "primary-intl": both("국제기구 등의 1차 자료", "International primary sources"),
    "analysis": both("분석", "Analysis"),
    "news": both("보도", "News"),
    "article": both("이 사이트가 살핀 기사", "The article that this site examines"),
}
INSTRUMENT_KIND = {
    "statute": both("법률", "statute"),
    "executive-order": both("행정명령", "executive order"),
    "rules": both("규칙", "rules"),
    "framework": both("프레임워크", "framework"),
    "program": both("사업", "program"),
    "document": both("문서", "document"),
    "procedure": both("절차", "procedure"),
    "authority": both("권한", "authority"),
}

ACTION = both("권고 조치", "Action")
ACTIONS = both("권고 조치", "Actions")
SECTION = both("절", "Section")
SECTIONS = both("절", "Sections")
PILLAR_NAME = both("축", "Pillar")
PLAN_PAGE = both("계획의 쪽", "Page of the plan")
LEAD = both("주도 기관", "Lead")
PARTNERS = both("협력 기관", "Working with")
MENTIONS = both("언급된 기관", "Also named")
INSTRUMENTS = both("수단·근거", "Instruments")
TOPICS = both("주제", "Topics")
RELEVANCE_NAME = both("한국 관련성", "Relevance to Korea")
KOREA_NOTE = both("한국에는", "For Korea")
SOURCE_NOTE = both("원문에 대해", "On the text")
DUPLICATE = both("같은 문장의 조치", "Same wording as")
NOT_NAMED = both("명시 없음", "Not named")
KIND_NAME = both("구분", "Kind")
DOMAIN_NAME = both("분야", "Field")
ORIGIN_NAME = both("출발점", "Origin")
HORIZON_NAME = both("시기", "Horizon")
CAUSED_BY = both("원인이 되는 조치", "Caused by")
ANSWERED_BY = both("대응 전략", "Answered by")
ADDRESSES = both("대응하는 영향", "Answers")
ACTORS = both("주체", "Who would act")
MEANS = both("수단", "Means")
IMPACT = both("한국에 미치는 영향", "Impact on Korea")
IMPACTS = both("한국에 미치는 영향", "Impacts on Korea")
STRATEGY = both("대응 전략", "Strategy")
STRATEGIES = both("대응 전략", "Strategies")
EVENTS = both("관련 사건", "Events")
TERMS = both("용어", "Terms")
CLAIMS = both("기사 대조", "Claims of the article")
OTHER_NAME = both("영어", "Korean")
ABBREVIATION = both("약어", "Abbreviation")
ALIASES = both("다른 이름", "Also called")
CATEGORY = both("갈래", "Category")
BROADER = both("상위 용어", "Broader")
NARROWER = both("하위 용어", "Narrower")
RELATED = both("관련 용어", "Related")
IN_PLAN = both("계획에서 쓰인 곳", "In the plan")
DESCRIBED = both("용어 없이 다룬 곳", "Described without the term")
NOT_IN_PLAN = both("계획에는 이 용어가 없다", "The plan does not use the term")
SOURCES = both("확인한 자료", "Checked against")
BACKLINKS = both("이 쪽을 가리키는 곳", "Referred to by")
INTRODUCTION = both("서론", "Introduction")
DATE = both("날짜", "Date")
EVENT = both("사건", "Event")
STATEMENT = both("기사의 서술", "What the article says")
VERDICT_NAME = both("판정", "Finding")
WHERE = both("계획의 위치", "Where in the plan")
DIFFERENCE = both("차이", "Difference")
SINCE = both("그 뒤의 일", "Since then")
UNCERTAIN = both("불확실한 점", "Uncertain")
DISAGREEMENT = both("자료가 엇갈리는 점", "Sources disagree")
BASIS = both("확인 수준", "Basis")
COMPARE = both("비교", "compare")
USED_BY = both("인용한 곳", "Cited by")
VIA = both("확인 경로", "Known through")
JUMP = both("첫 글자로 이동", "Jump to a letter")
TITLE = both("제목", "Title")
PERMALINK = both("이 항목의 주소", "Permalink")
CITE = both("인용하기", "Cite")
PUBLISHER = both("발표 기관", "Publisher")
SIGNATORIES = both("이름을 올린 사람", "Signed by")
MANDATE = both("근거", "Mandate")
LEGAL_NATURE = both("법적 성격", "Legal nature")
PAGES = both("쪽수", "Pages")
COUNT = both("권고의 수", "Number of actions")
ORIGINAL = both("원문", "Original")

ALL_ACTIONS = both("권고 조치 {count}건", "The {count} recommended actions")
PAGE = both("쪽", "Page")
NARROW = both("조치 골라 보기", "Narrow down the actions")
TEXT_SEARCH = both("제목·기관·주제에서 찾기", "Search titles, agencies and topics")
SORT = both("정렬", "Sort by")
SORT_ORDERS = {
    "number": both("번호", "Number"),
    "section": SECTION,
    "lead": LEAD,
    "topic": TOPICS,
    "relevance": RELEVANCE_NAME,
    "page": PAGE,
}
EXPLORER_BUTTONS = {
    "reset": ("reset", both("조건 지우기", "Clear all")),
    "copy": ("button", both("CSV 복사", "Copy CSV")),
    "save": ("button", both("CSV 내려받기", "Download CSV")),
}
"""Type and name of each button of the explorer."""
CHANGES = both("바뀐 내용", "Changes")
LAST_CHANGED = both("마지막으로 바뀐 날", "Last changed")
FEED = both("바뀐 내용을 피드로 받기(Atom)", "Follow the changes by feed (Atom)")
TABLE = both("표", "Table")
TABLES = both("공개 데이터", "Open data")
SCHEMA_VERSION = both("스키마 판", "schema version")
RECORDS = both("건수", "Records")
FILES = both("파일", "Files")
GLOSSARY = both(
    "용어집(번역 도구와 연결 데이터용)", "Glossary for translation tools and linked data"
)
COLUMN = both("열", "Column")
TYPE = both("형", "Type")
MEANING = both("뜻", "Meaning")
CATALOG = both("목록 파일(JSON)", "Catalog (JSON)")
CHECKSUMS = both("해시 목록(SHA-256)", "List of hashes (SHA-256)")
