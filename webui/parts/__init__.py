"""Parts that pages are put together from, each written once."""
