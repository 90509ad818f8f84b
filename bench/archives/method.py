"""How it was measured, in words."""

__all__ = ["METHOD"]

METHOD = """\
Archives are those of `python -m bench.world`, seed 1: few actors speak most, few claims draw most.
Neo4j is a private one in `build/bench/archives`, with the same memory at every size.

- Load: the whole command `rejoinder load`, from the archive's file to a graph that is ready, on an
  empty server that has just started. Rows are the nodes and relationships of that graph, derived
  ones too, counted in it. The bare script is given the same rows, read back from the graph, in
  batches of 10,000, one transaction each, on an empty server that has just started and has the same
  constraints and indexes; timed is the driver's work alone. CREATE may not be repeated, MERGE may;
  the limit is whichever is faster. neomodel makes nodes by `create_or_update` in batches of 1,000
  and connects them within one transaction for 1,000; it and plain MERGE load a sample.
- Requests go round 64 targets, evenly spread from the busiest to the rarest. Clients keep their
  connection and ask again as soon as the answer is there. The generator is one process that
  parses no more of an answer than where it ends; on bare Bolt it is the process that has the driver
  (one process, then two; the faster is the limit). Milliseconds under "side", "Neo4j" and
  "generator" are what each computed for one answer; the generator's share is of both cores.
- The service keeps answers by their whole address. For "every answer made anew" each request has a
  host of its own (`Host: 731.localhost`), while warming up too; for "answers kept" all have one.
  What the service runs to learn whether anything has changed is not given to others.
- The statements that bare Bolt and the Query API are given are those that the service runs for the
  same address, noted at its driver: as many, in the same order, one after the other. Bare Bolt
  turns the records to bytes with orjson. The Query API gets plain JSON, and typed JSON where a
  parameter is a day.
- @neo4j/graphql (Apollo's standalone server, Node) is asked for the same page with the fields that
  its schema can express; it computes no standing, origins, changes or thread, and ranks search by
  its own score.
- Growth: one client, all sizes running at once and asked in turns, answers made anew. Database hits
  are those of PROFILE on the statements that the service runs. Busiest, median and rarest are by
  the number of statements of what has any.
- Start: from the start of the process, in turns, on a home that holds a graph and was used before.
- Memory is resident memory of a process and its children: the loader's looked up every 20 ms, that
  of service and server after the questions of growth.
"""
