"""The rules of the checks as part of the contributors' guide: a heading for each, with its example."""

from __future__ import annotations

from ..guide import RuleText, guide
from ..language import both
from ..markup import definitions, element, escape
from .scene import Scene

WHY = both("왜", "Why")
FIX = both("고치는 법", "How to fix")
WRONG = both("틀림", "Wrong")
RIGHT = both("맞음", "Right")


def rule_list(scene: Scene) -> str:
    """All rules by family, each under a heading with the rule's id."""
    parts = []
    for family in guide().families:
        parts.append(f"## {family.name[scene.lang]} {{#rules-{family.id}}}")
        rules = [rule for rule in guide().rules.values() if rule.family == family.id]
        parts += [_rule(scene, rule) for rule in rules]
    return "\n\n".join(parts)


def _rule(scene: Scene, rule: RuleText) -> str:
    pairs = [
        (WHY[scene.lang], scene.say(rule.why)),
        (FIX[scene.lang], scene.say(rule.fix)),
        (WRONG[scene.lang], element("code", escape(rule.wrong))),
        (RIGHT[scene.lang], element("code", escape(rule.right))),
    ]
    what = element("p", scene.say(rule.what))
    return f"### {rule.id} {{#{rule.id}}}\n\n{what}\n\n{definitions(pairs, 'rule')}"
