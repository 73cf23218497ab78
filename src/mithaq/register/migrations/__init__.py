"""How the tables of older registers are brought up to date: Alembic's revisions, one a version of the tables."""
