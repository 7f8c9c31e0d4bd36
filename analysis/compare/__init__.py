"""Two to five cadres side by side: facts in lines, where they served together, branch by branch; nobody is ranked."""

from __future__ import annotations

from analysis.compare.facts import Line, Person, compare_facts, protected_facts
from analysis.compare.together import Together, together

__all__ = ["Line", "Person", "Together", "compare_facts", "protected_facts", "together"]
