"""Kinds of derived ties, one file each: `KIND` and `find(facts)`, found by being there."""
