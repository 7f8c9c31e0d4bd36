"""Who is who: which two records may be about one person. Pure functions over rows."""
