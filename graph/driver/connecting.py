"""Drivers on a connection."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, GraphDatabase, exceptions
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import Unavailable
from graph.server import Connection

__all__ = ["answers", "driver"]


def answers(connection: Connection) -> bool:
    """Return whether a query is answered on `connection`, within a few seconds."""
    auth = (connection.user, connection.password)
    try:
        with GraphDatabase.driver(
            connection.uri, auth=auth, connection_timeout=3, max_transaction_retry_time=0
        ) as driver:
            driver.execute_query("RETURN 1", database_=connection.database)
    except (DriverError, Neo4jError):
        return False
    return True


def driver(connection: Connection, **more: Any) -> AsyncDriver:
    """Return a driver on `connection`. Nothing is sent before the first query."""
    try:
        return AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password),
            connection_timeout=5,
            telemetry_disabled=True,
            **more,
        )
    except (exceptions.ConfigurationError, ValueError) as error:
        what = f"{connection.uri!r} is no address of a Neo4j: {error}."
        raise Unavailable(f"{what} Write one such as neo4j+s://host:7687.") from error
