"""Every Cypher read that people and pages use, one file each, run by one read-only runner."""
