"""Everything that can be set from outside, in one table.

Each is an environment variable of the name given in its docstring. Nothing imports a
settings object: the command line reads one and hands out what it holds.
"""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """What the environment says."""

    model_config = SettingsConfigDict(
        env_prefix="REJOINDER_", extra="ignore", use_attribute_docstrings=True
    )

    neo4j_uri: str | None = Field(None, validation_alias="NEO4J_URI")
    """``NEO4J_URI``: a Neo4j of your own, 5.26 or newer; unset, a private one is used."""
    neo4j_user: str = Field("neo4j", validation_alias=AliasChoices("NEO4J_USER", "NEO4J_USERNAME"))
    """``NEO4J_USER`` (or ``NEO4J_USERNAME``): who to log in as there."""
    neo4j_password: SecretStr | None = Field(None, validation_alias="NEO4J_PASSWORD")
    """``NEO4J_PASSWORD``: the password there."""
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE")
    """``NEO4J_DATABASE``: the database there."""
    home: Path = Field(
        default_factory=lambda: user_data_path("rejoinder") / "neo4j",
    )
    """``REJOINDER_HOME``: folder of the private Neo4j: its store, configuration and password."""
    cache: Path = Field(default_factory=lambda: user_cache_path("rejoinder"))
    """``REJOINDER_CACHE``: folder of the downloaded jars, shared by every project of the user."""
    heap_mb: int = Field(512, ge=128)
    """``REJOINDER_HEAP_MB``: heap of the private Neo4j, in MiB."""
    page_cache_mb: int = Field(128, ge=16)
    """``REJOINDER_PAGE_CACHE_MB``: page cache of the private Neo4j, in MiB."""
    host: str = Field("127.0.0.1")
    """``REJOINDER_HOST``: address that the service listens on."""
    port: int = Field(8000, ge=0, le=65535)
    """``REJOINDER_PORT``: port that the service listens on; 0 takes a free one."""
    workers: int = Field(1, ge=1, le=64)
    """``REJOINDER_WORKERS``: processes that serve it."""
    questions: Path | None = None
    """``REJOINDER_QUESTIONS``: folder of questions of your own, served beside those that ship."""
    cypher: bool = True
    """``REJOINDER_CYPHER``: whether strangers may ask in Cypher."""
    cypher_timeout_s: float = Field(10.0, gt=0)
    """``REJOINDER_CYPHER_TIMEOUT_S``: longest that a statement of theirs may take, seconds."""
    cypher_rows: int = Field(1000, ge=1)
    """``REJOINDER_CYPHER_ROWS``: most rows of an answer to one."""
    cypher_answer_bytes: int = Field(8_000_000, ge=1000)
    """``REJOINDER_CYPHER_ANSWER_BYTES``: most bytes of these rows as JSON."""
    cypher_at_once: int = Field(4, ge=1)
    """``REJOINDER_CYPHER_AT_ONCE``: most statements answered at once; the processes share them."""
    cypher_text_bytes: int = Field(20_000, ge=1)
    """``REJOINDER_CYPHER_TEXT_BYTES``: longest statement, bytes of UTF-8."""
    cypher_parameter_bytes: int = Field(1_000_000, ge=1)
    """``REJOINDER_CYPHER_PARAMETER_BYTES``: largest parameters, bytes as JSON."""
    query_timeout_s: float = Field(30.0, gt=0)
    """``REJOINDER_QUERY_TIMEOUT_S``: longest that one of the product's own queries may run."""
