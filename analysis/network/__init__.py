"""Networks of things and relations: what follows from records, paths between people, and where each thing lies."""
