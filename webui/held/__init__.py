"""What is held between requests: the open graph, waiting uploads, running queries and imports, parts made before."""
