// @neo4j/graphql as its documentation sets it up: a standalone Apollo server on a free port.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = readFileSync(new URL("types.graphql", import.meta.url), "utf8");
const login = neo4j.auth.basic("neo4j", process.env.NEO4J_PASSWORD);
const driver = neo4j.driver(process.env.NEO4J_URI, login);
const features = { filters: { String: { GT: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, {
  context: async ({ req }) => ({ req, sessionConfig: { database: "neo4j" } }),
  listen: { host: "127.0.0.1", port: 0 },
});
console.log(url);
