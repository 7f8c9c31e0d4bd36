"""Any table by configuration: a mapping file says how rows become records of the model (docs/mapping.md)."""
