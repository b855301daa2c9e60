"""Tables brought to the newest version by Alembic, in process and in one transaction.

A new library takes the same road as an old one: all migrations, from nothing. So a fresh file and
an upgraded one can't differ.
"""

from pathlib import Path

from sqlalchemy import Connection

from curator.library import sqlite_file

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Runs what is missing of the migrations within the transaction of `connection`."""
    # Alembic takes long to import and most starts do without it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {sqlite_file.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {sqlite_file.VERSION}")
