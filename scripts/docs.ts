// npm run docs: writes the lists of docs/ that stand between `<!-- NAME: … -->` and `<!-- /NAME -->`, from what the code says,
// and draws its pictures.
import './help.cjs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { App } from 'cdk8s';
import type { Command } from 'commander';
import { loadAll } from 'js-yaml';
import { table } from '../bench/kit/results';
import { COMMANDS } from '../cli/commands';
import { CHECKS } from '../cli/doctor/checks';
import { programOf } from '../cli/program';
import { METRICS, Runtime } from '../lib';
import type { Table } from '../lib/fields';
import { type Alert, functionAlerts, platformAlerts } from '../lib/monitoring/rules/alerts';
import { RECORDED } from '../lib/monitoring/rules/recording';
import { resolveMonitoring } from '../lib/monitoring/settings';
import { COMPONENTS } from '../lib/platform/components';
import { AUTHENTICATION } from '../lib/triggers/authentication-fields';
import { dependencies } from './dependencies';
import { FEATURES, type Feature, PEERS } from './features';
import { FILE_KINDS } from './file-kinds';
import { Flows } from './flows';
import { measurementsList } from './measurements';
import { PICTURES } from './pictures';
import { scalersList } from './scalers/page';
import { listOf, settingsList } from './settings';

const DOCS = join(__dirname, '../docs');
const DIST = join(__dirname, '../dist/production');
const code = (text: string) => `\`${text}\``;

function alerts(): Alert[] {
  const { thresholds } = resolveMonitoring(new App());
  return [...functionAlerts(thresholds), ...platformAlerts(thresholds)];
}

/** Those of the reference app, as they are written. */
function flows(): Flows {
  const files = (readdirSync(DIST, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml')).sort();
  return new Flows(files.flatMap((file) => loadAll(readFileSync(join(DIST, file), 'utf8'))));
}

const LISTS: { readonly [name: string]: () => string } = {
  dependencies: () =>
    table(
      ['package', 'version', 'licence', 'needed by'],
      dependencies().map(({ name, version, licence, neededBy }) => [
        code(name),
        version,
        licence,
        neededBy === undefined ? 'this package' : code(neededBy),
      ]),
    ),
  checks: () =>
    table(
      ['check', 'finds', 'mostly shows as', 'mostly helps'],
      CHECKS.map(({ name, finds, symptom, remedy }) => [code(name), finds, symptom, remedy]),
    ),
  alerts: () =>
    table(
      ['alert', 'severity', 'fires when'],
      [...new Map(alerts().map((alert) => [alert.name, alert])).values()].map(({ name, fires }) => {
        const severities = alerts().filter((alert) => alert.name === name);
        return [
          `[${name}](../runbooks/${name}.md)`,
          [...new Set(severities.map(({ severity }) => severity))].join(', '),
          fires,
        ];
      }),
    ),
  recorded: () =>
    table(
      ['series', 'what it is'],
      Object.entries(RECORDED).map(([name, is]) => [code(name), is]),
    ),
  metrics: () =>
    table(
      ['metric', 'type', 'labels', 'unit', 'exported by', 'meaning'],
      METRICS.map(({ name, type, labels, unit, jobs, meaning, appearsWith }) => [
        code(name),
        type,
        labels.join(', ') || '–',
        unit,
        jobs.length > 2 ? 'all' : jobs.join(', '),
        appearsWith ? `${meaning} Appears with ${appearsWith}.` : meaning,
      ]),
    ),
  runtimes: () =>
    table(
      ['runtime', 'user', 'writable', 'environment', 'cold-start target'],
      Runtime.ALL.map(({ name, user, writablePaths, env, coldStartTarget }) => [
        name,
        user === undefined ? "the image's" : user,
        writablePaths.map(code).join(', ') || '–',
        Object.entries(env)
          .map(([key, value]) => code(`${key}=${value}`))
          .join(', ') || '–',
        coldStartTarget ? `${coldStartTarget.toMilliseconds()} ms` : '–',
      ]),
    ),
  components: () =>
    table(
      ['job', 'consequence'],
      COMPONENTS.filter(({ scraped }) => scraped).map(({ name, without }) => [name, without]),
    ),
  'flows-in': () =>
    table(
      ['pods', 'port', 'called by'],
      flows()
        .incoming()
        .map(({ to, port, from }) => [
          to,
          port,
          from.includes('addresses') ? 'anybody who may call at all' : from.join(', ') || 'nobody',
        ]),
    ),
  'flows-out': () =>
    table(
      ['pods', 'may call besides'],
      flows()
        .outgoing()
        .map(({ from, to }) => [from, to.join(', ') || 'nobody']),
    ),
  commands: () => programOf(COMMANDS).commands.map(help).join('\n\n'),
  'trigger-authentication': () => listOf(AUTHENTICATION as unknown as Table<object>),
  measurements: measurementsList,
  scalers: scalersList,
  features: () =>
    table(
      ['feature', ...PEERS, 'here', 'shown by'],
      FEATURES.map((row) => [row.feature, ...row.peers, here(row), row.test ? code(`test/${row.test}`) : '–']),
    ),
  ...Object.fromEntries(Object.keys(FILE_KINDS).map((kind) => [`settings-${kind}`, () => settingsList(kind)])),
};

/** A section with what a command says of itself. */
function help(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
    getOutHelpWidth: () => 80,
  });
  command.outputHelp();
  return `## ${command.name()}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

function here({ settings = [], page, reason }: Feature): string {
  const where = [settings.map(code).join(', '), page && `[${basename(page, '.md')}](../${page})`]
    .filter(Boolean)
    .join(', ');
  return [where || 'no', reason].filter(Boolean).join(': ');
}

/** A page with its lists as the code has them; throws if it has a list that nothing makes. */
export function withLists(page: string): string {
  return page.replaceAll(/(<!-- ([\w-]+): .*-->\n)[\s\S]*?(<!-- \/\2 -->)/g, (_, start, name, end) => {
    const list = LISTS[name];
    if (!list) throw new Error(`docs: list "${name}" is unknown; allowed: ${Object.keys(LISTS).join(', ')}`);
    return `${start}\n${list()}\n\n${end}`;
  });
}

/** Every page of docs/ that has a list. */
export function pagesWithLists(): string[] {
  return (readdirSync(DOCS, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(DOCS, file))
    .filter((file) => /<!-- \//.test(readFileSync(file, 'utf8')));
}

export const LIST_NAMES = Object.keys(LISTS);

if (require.main === module) {
  for (const file of pagesWithLists()) writeFileSync(file, withLists(readFileSync(file, 'utf8')));
  for (const [file, draw] of Object.entries(PICTURES)) writeFileSync(join(DOCS, file), draw());
}
