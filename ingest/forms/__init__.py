"""What several official forms have in common: the texts on them, read into drafts."""
