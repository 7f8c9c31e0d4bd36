"""One cadre's life as sections of a page."""
