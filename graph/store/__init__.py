"""Where the graph is kept: engines, connection, schema, load."""
