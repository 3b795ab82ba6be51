const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\/([\d.]+)/, 'WeChat'],
  [/Edg\/(\d+)/, 'Edge'],
  [/QQBrowser\/(\d+)/, 'QQBrowser'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, short: `Chrome 130 · Windows`; other programs by their first word; null: it says nothing. */
export function agentName(agent: string | null): string | null {
  if (agent === null || agent.trim() === '') return null;
  for (const [pattern, name] of BROWSERS) {
    const found = pattern.exec(agent);
    if (found === null) continue;
    const system = SYSTEMS.find(([one]) => one.test(agent))?.[1];
    return [`${name} ${found[1] ?? ''}`.trim(), system].filter(Boolean).join(' · ');
  }
  return agent.split(/\s/)[0] ?? null;
}
