/**
 * What the page may load and do: its own files and nothing else. A server sends `header`; the page itself carries `page`,
 * which lacks the one directive that a page cannot say of itself.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  // The one concession: Monaco and Ant Design write styles while they run.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
] as const;

export const policy = {
  page: directives.join('; '),
  header: [...directives, "frame-ancestors 'none'"].join('; '),
};
