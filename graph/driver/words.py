"""What the driver raises, as errors of the domain."""

from neo4j import exceptions
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import CypherError, NotReady, TooSlow, Unavailable
from graph.guest.server_words import NOT_CARRIED, in_words

__all__ = ["in_our_words", "of_guest"]

_NO_ANSWER = (
    exceptions.ConfigurationError,
    exceptions.ConnectionAcquisitionTimeoutError,
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.TransientError,
)


def in_our_words(error: Exception, name: str) -> Exception:
    """Return the domain error for `error`."""
    if isinstance(error, exceptions.AuthError):
        return Unavailable("Neo4j refused the login: check NEO4J_USER and NEO4J_PASSWORD.")
    if str(getattr(error, "code", "")).endswith("MemoryPoolOutOfMemoryError"):
        return TooSlow(
            f"{name!r} needs more memory here than one query may have. Ask about less, or give the "
            "private Neo4j more: REJOINDER_HEAP_MB."
        )
    if isinstance(error, _NO_ANSWER):
        return Unavailable(f"Neo4j did not answer {name!r}: is it up? Try: rejoinder neo4j status")
    code = str(getattr(error, "code", ""))
    if code == "Neo.ClientError.Procedure.ProcedureCallFailed":  # there is no index of words
        return NotReady("This graph has no indexes yet. Prepare it with: rejoinder up")
    told = "ClientError.Statement." in code
    return in_words(code, str(getattr(error, "message", "")), "") if told else error


def of_guest(error: DriverError | Neo4jError, text: str, shift: int = 0) -> Exception:
    """Return the domain error for `error` of a typed `text`, `shift` lines away from its own."""
    if isinstance(error, exceptions.BrokenRecordError):
        return CypherError(NOT_CARRIED)
    known = isinstance(error, Neo4jError) and not isinstance(error, exceptions.AuthError)
    if known and error.code:
        return in_words(error.code, error.message or "", text, shift)
    return in_our_words(error, "the statement")
