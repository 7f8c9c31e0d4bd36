"""Regulations and office rules as data, and what follows from them."""
