// The visible graph as the service answers it (/v1/graph), with the caption and the filters.

export function jsonOf(scene) {
  const { title, rule } = scene.caption;
  const answer = {
    caution: rule,
    title,
    as_of: scene.asOfDay,
    made: scene.madeAt,
    level: scene.level,
    caption: scene.caption,
    filters: scene.filters,
    address: scene.address,
    nodes: scene.nodes.map(({ kind, written, inPart, ...node }) => node),
    edges: scene.edges.map(({ stroke, told, written, ...edge }) => edge),
    statements: scene.statements,
    shown: scene.shown,
    total: scene.total,
    truncated: scene.total === null ? null : scene.shown < scene.total,
    order: "as the table was sorted",
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
