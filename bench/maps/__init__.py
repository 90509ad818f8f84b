"""The maps beside pyvis as it comes and neo4j-viz: bytes, first node, freezes, panning."""
