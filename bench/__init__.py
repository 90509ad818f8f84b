"""How fast maps are, measured: ours, pyvis as it comes, and neo4j-viz, in one run."""
