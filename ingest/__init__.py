"""Files and forms in: every write to the graph goes through here."""
