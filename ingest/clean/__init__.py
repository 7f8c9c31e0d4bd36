"""Cleaning of single values: dates and texts."""
