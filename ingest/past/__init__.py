"""What was known on an earlier day: the records that had come by then and still held, projected again."""
