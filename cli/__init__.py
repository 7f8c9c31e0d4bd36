"""The command line `zhishi`: one file a command."""
