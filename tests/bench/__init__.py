"""How fast Despatch is, as ratios on one machine in one run: ``make bench``."""
