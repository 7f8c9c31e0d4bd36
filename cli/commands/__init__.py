"""One file a command, found by being there."""
