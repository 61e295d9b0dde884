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
RELATED_RECORDS = both("관련 항목", "Related")
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
FILTER = both("용어 거르기", "Filter terms")
FILTER_HINT = both("예: 수출통제, ㅅㅊㅌㅈ, HBM", "e.g. export control, HBM, 반도체")
ALL_TERMS = both("용어 {count}개", "{count} terms")
SOME_TERMS = both("용어 {count}개 가운데 {found}개", "{found} of {count} terms")
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

AS_TABLE = both("표로 보기", "Show as a table")
COVERAGE_TITLE = both("절별 한국 관련성", "Relevance to Korea by section")
COVERAGE_DESC = both(
    "절마다 권고 조치를 점 하나로 그렸다. 찬 점은 직접, 반만 찬 점은 간접, 빈 점은 낮은 관련성이다.",
    "One dot for each action of a section: full for direct, half for indirect, empty for low relevance to Korea.",
)
COVERAGE_CAPTION = both(
    "한국 관련성은 이 사이트의 분석이다.",
    "Relevance to Korea is this site’s analysis.",
)
AGENCIES_TITLE = both("기관별 주도 조치 수", "Actions led, by agency")
AGENCIES_DESC = both(
    "막대의 길이는 기관이 주도하는 권고 조치의 수다. 누르면 그 조치의 목록으로 간다.",
    "Each bar is as long as the number of actions that the agency leads, and links to them.",
)
AGENCIES_CAPTION = both(
    "공동 주도는 기관마다 세었으므로 합이 전체 건수보다 많다. 소속 기관은 상급 기관과 따로 세었다.",
    "Shared leads count once for each agency, so the sum exceeds the total. Bureaus count apart from their departments.",
)
ONE_EACH = both("한 건씩 주도하는 기관:", "Leading one action each:")
TRACE_NAME = both("연결", "Trace")
SEE_PATH = both("그림에서 경로 보기", "See the path in the picture")
TRACE_TITLE = both("조치, 영향, 전략을 잇는 그림", "Picture of actions, impacts and strategies")
TRACE_DESC = both(
    "왼쪽에 절별 권고 조치, 가운데에 한국에 미치는 영향, 오른쪽에 대응 전략이 있고 선이 셋을 잇는다. 같은 내용이 아래 표에 있다.",
    "Actions by section on the left, impacts on Korea in the middle, strategies on the right, joined by lines. The table below says the same.",
)
TRACE_TALL_DESC = both(
    "한국에 미치는 영향마다 위에 그 원인이 되는 권고 조치의 번호가, 아래에 대응 전략이 있고 선이 셋을 잇는다. 같은 내용이 아래 표에 있다.",
    "For each impact on Korea the numbers of the actions that cause it stand above and the strategies that answer it below, joined by lines. The table below says the same.",
)
TRACE_TALL_HEAD = both(
    "권고 조치 ↓ 한국에 미치는 영향 ↓ 대응 전략", "Actions ↓ impacts on Korea ↓ strategies"
)
TRACE_CAPTION = both(
    "숫자는 권고 조치의 번호이고 ‘전체’는 절 전체를 뜻한다. ▲는 기회, ▼는 제약이다.",
    "Numbers are those of the recommended actions; “all” stands for the section as a whole. ▲ marks an opportunity, ▼ a constraint.",
)
TRACE_HINT = both(
    "조치나 영향, 전략을 가리키면 그 경로만 남는다. 화면을 두드리는 기기에서는 한 번 두드리면 경로가, 두 번 두드리면 해당 쪽이 나온다.",
    "Point at an action, impact or strategy to see its path alone. On a touch screen the first tap shows the path, the second opens the page.",
)
TRACE_SIGN = {"opportunity": "▲", "constraint": "▼"}
WHOLE_SECTION = both("전체", "all")
SKIP_PICTURE = both("그림 건너뛰기", "Skip the picture")
TIMELINE_TITLE = both("사건의 분포", "Events over time")
TIMELINE_DESC = both(
    "미국, 한국, 한미, 국제의 네 줄에 사건을 날짜에 따라 놓았다. 누르면 아래 목록의 해당 사건으로 간다.",
    "Events by date in four lanes: United States, Korea, both, international. Each leads to its entry in the list below.",
)
TIMELINE_CAPTION = both(
    "기호 하나가 사건 하나이고, 누르면 아래 목록의 그 사건으로 간다. 날짜가 월까지만 알려진 사건은 그 달의 앞에 두었다.",
    "Each sign is one event and leads to its entry in the list. Events known by their month only stand at its start.",
)
JURISDICTION_SHORT = {**JURISDICTION, "us": both("미국", "US"), "kr-us": both("한미", "Both")}
YEAR = both("{year}년", "{year}")
MONTHS = both(
    "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
)
AS_OF = both("자료 기준 {date}", "Sources as of {date}")
PUBLISHED_MARK = both("계획 발표", "Plan published")
FEW_SOURCES_AFTER = both("이후|자료|적음", "Few|sources|after")
PILLAR_COUNT = both(
    "절 {sections}개 · 권고 조치 {actions}건", "{sections} sections · {actions} actions"
)
DOTS = both(
    "점 하나가 권고 조치 한 건이다. 한국과의 관련:", "Each dot is one action. Relevance to Korea:"
)
SEARCH_HERE = both("용어, 조치 번호, 영문 이름으로 찾기", "Find a term, action or Korean name")
SEARCH_EXAMPLES = both("보기:", "For example:")
SEARCH_PLAIN = both("용어집에서 낱말 찾기", "Look a word up in the glossary")
READING_PATH = both("읽는 길 전체", "The whole path")
LATEST_EVENTS = both("연표의 최근 사건", "Latest in the timeline")
LATEST_CHANGES = both("사이트에서 바뀐 내용", "Changes on this site")
ALL_EVENTS = both("연표 전체", "The whole timeline")
ALL_CHANGES = both("바뀐 내용 전체", "All changes")
