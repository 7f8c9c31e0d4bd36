"""Who leads a unit: on a day, by structure, one after another, and what changed between two days or two states."""
