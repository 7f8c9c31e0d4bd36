"""What every page is answered with: addresses, language, days, errors, security."""
