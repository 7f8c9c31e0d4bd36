"""What a person states on a page or in a command: rulings on persons, on units and on single facts."""
