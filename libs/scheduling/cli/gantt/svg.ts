/** Attributes of an element; undefined ones are left out, numbers are written with at most two decimals. */
export type Attributes = Record<string, string | number | undefined>;

/** Text for use between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One element with its children, which are finished SVG. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(String(value))}"`)
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** A line of text. */
export function text(content: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(content) || ' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
