"""An invented city's organization department, as the files it would have: see `demo.city.generate`."""
