"""The invented city: writes files an organization department would have, nothing else."""
