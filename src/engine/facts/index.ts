export { buildFacts, type FactOptions, type FactTable } from './factTable';
export { type NodeFacts, nodeFacts } from './nodeFacts';
