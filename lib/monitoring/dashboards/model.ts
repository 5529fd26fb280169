/** The expressions of a panel by what their series are called, with `{{label}}` for a label. */
export interface Queries {
  readonly [legend: string]: string;
}

/** How a panel shows what its queries return. */
export type PanelKind = 'timeseries' | 'stat' | 'bargauge';

export interface Panel {
  readonly description: string;
  readonly kind?: PanelKind;
  /** A unit of Grafana: `s`, `short`, `reqps`, `percentunit`, `bytes`. @default "short" */
  readonly unit?: string;
  readonly queries: Queries;
}

/** Panels by their titles, next to each other as far as they fit. */
export interface Row {
  readonly [title: string]: Panel;
}

/** A choice above the dashboard: the values of a label. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  /** Series that have the label; may use variables before this one. */
  readonly series: string;
  readonly valuesOf: string;
}

export interface Dashboard {
  /** Stays the same for good: links lead to it. */
  readonly uid: string;
  readonly title: string;
  readonly variables: Variable[];
  /** Rows by their headings. */
  readonly rows: { readonly [title: string]: Row };
}

/** Grafana 11's; Grafana 12 and newer read it. */
const SCHEMA_VERSION = 39;
const DASHBOARD_WIDTH = 24;
const PANEL = { w: 8, h: 8 };
// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's own variable
const DATA_SOURCE = { type: 'prometheus', uid: '${datasource}' };

/** The JSON model that Grafana imports. */
export function toGrafana({ uid, title, variables, rows }: Dashboard): object {
  return {
    uid,
    title,
    tags: ['keda', 'functions'],
    schemaVersion: SCHEMA_VERSION,
    editable: false,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    timezone: 'browser',
    templating: { list: [dataSourceVariable(), ...variables.map(queryVariable)] },
    panels: layOut(rows),
  };
}

function dataSourceVariable(): object {
  return { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' };
}

function queryVariable({ name, label, series, valuesOf }: Variable): object {
  const query = `label_values(${series}, ${valuesOf})`;
  return {
    name,
    label,
    type: 'query',
    datasource: DATA_SOURCE,
    query: { qryType: 1, query, refId: name },
    definition: query,
    refresh: 2,
    sort: 1,
    multi: true,
    includeAll: true,
    allValue: '.+',
    current: { text: ['All'], value: ['$__all'] },
  };
}

function layOut(rows: Dashboard['rows']): object[] {
  const panels: object[] = [];
  let y = 0;
  const place = (panel: object, gridPos: object) => panels.push({ id: panels.length + 1, gridPos, ...panel });
  for (const [heading, row] of Object.entries(rows)) {
    place({ type: 'row', title: heading, collapsed: false, panels: [] }, { x: 0, y: y++, w: DASHBOARD_WIDTH, h: 1 });
    Object.entries(row).forEach(([title, panel], index) => {
      const x = (index * PANEL.w) % DASHBOARD_WIDTH;
      if (index > 0 && x === 0) y += PANEL.h;
      place(toPanel(title, panel), { x, y, ...PANEL });
    });
    y += PANEL.h;
  }
  return panels;
}

function toPanel(title: string, { description, kind = 'timeseries', unit = 'short', queries }: Panel): object {
  return {
    type: kind,
    title,
    description,
    datasource: DATA_SOURCE,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: Object.entries(queries).map(([legend, expr], index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource: DATA_SOURCE,
      expr,
      legendFormat: legend,
      // a single number is the latest one
      instant: kind !== 'timeseries',
      range: kind === 'timeseries',
    })),
  };
}
