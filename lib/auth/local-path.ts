const anywhere = "http://registry.invalid";

/** The path asked for when it lies within this registry, else the fallback: nobody is sent elsewhere by a crafted link. */
export function localPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted)) return fallback;
  if (!URL.canParse(wanted, anywhere)) return fallback;
  const url = new URL(wanted, anywhere);
  const path = `${url.pathname}${url.search}`;
  return url.origin === anywhere && !path.startsWith("//") ? path : fallback;
}
