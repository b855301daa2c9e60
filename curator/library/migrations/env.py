"""Alembic runs this file; the connection, and its transaction, are ours."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
