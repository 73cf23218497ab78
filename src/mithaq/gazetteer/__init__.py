"""What exists in the world, as tables, and who held which office when."""

from mithaq.gazetteer.aliases import Aliases, shipped_aliases, with_own
from mithaq.gazetteer.occupancies import COLUMNS, Occupancy, Offices, holder, shipped

__all__ = ["COLUMNS", "Aliases", "Occupancy", "Offices", "holder", "shipped", "shipped_aliases", "with_own"]
