"""osallisuus-toolkit."""
