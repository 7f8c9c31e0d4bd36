"""Each record type declared once; see `graph.model.schema` for how and `graph.model.records` for which."""
