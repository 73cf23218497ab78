"""What exists in the world, as tables, and who held which office when."""

from mithaq.gazetteer.occupancies import COLUMNS, Occupancy, Offices, holder, shipped

__all__ = ["COLUMNS", "Occupancy", "Offices", "holder", "shipped"]
