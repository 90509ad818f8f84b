"""Everything that a person or a program starts: the HTTP service and the command line."""
