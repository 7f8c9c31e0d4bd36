"""Conclusions from records: pure functions over dataclasses, no input and no output."""
