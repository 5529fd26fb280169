import { sep } from 'node:path';
import { version } from '../version';
import type { Problem } from './problems';

/** Problems in the Static Analysis Results Interchange Format, version 2.1.0. */
export function toSarif(problems: Problem[]): object {
  const rules = ['error', 'warning'].map((id) => ({
    id,
    shortDescription: { text: id === 'error' ? 'A declaration is not right' : 'A declaration is likely not wanted' },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-keda-functions', version: version(), rules } },
        results: problems.map(toResult),
      },
    ],
  };
}

function toResult({ severity, file, line, message }: Problem): object {
  return {
    ruleId: severity,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.split(sep).join('/')) },
          region: { startLine: line },
        },
      },
    ],
  };
}
