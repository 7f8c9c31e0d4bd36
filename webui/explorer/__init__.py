"""The explorer of relations: what the address says, what the graph holds of it, how it lies, how it is shown."""
