"""What is known: the model of the records and the store that keeps them."""
