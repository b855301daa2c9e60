"""How the tables of a library came to be, one script per version; Alembic runs them in process."""
