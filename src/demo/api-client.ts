/** What the server refused or could not do, with the sentence a person would read. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly body: { code?: string; message?: string; details?: Record<string, unknown> };
  constructor(status: number, request: string, body: ApiRefusal['body']) {
    super(`${request} → ${status} ${body.code ?? ''} ${body.message ?? JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** A browser's worth of HTTP: cookies kept, JSON in and out, a refusal thrown with its sentence. */
export class ApiClient {
  readonly baseUrl: string;
  private readonly cookies = new Map<string, string>();

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  get = <Body>(path: string): Promise<Body> => this.json<Body>('GET', path);
  post = <Body>(path: string, body: unknown = {}): Promise<Body> => this.json<Body>('POST', path, body);
  put = <Body>(path: string, body: unknown): Promise<Body> => this.json<Body>('PUT', path, body);
  patch = <Body>(path: string, body: unknown): Promise<Body> => this.json<Body>('PATCH', path, body);

  async upload<Body>(
    path: string,
    file: { name: string; mediaType: string; bytes: Uint8Array },
    fields: Record<string, string> = {},
  ): Promise<Body> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Buffer.from(file.bytes)], { type: file.mediaType }), file.name);
    return (await this.send('POST', path, { body: form })).json() as Promise<Body>;
  }

  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.send('GET', path, {})).arrayBuffer());
  }

  private async json<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await this.send(method, path, init)).json() as Promise<Body>;
  }

  private async send(method: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', 'fr');
    headers.set('origin', this.baseUrl);
    if (this.cookies.size) headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, { ...init, method, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const at = pair!.indexOf('=');
      if (/max-age=0/i.test(cookie)) this.cookies.delete(pair!.slice(0, at));
      else this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    if (!response.ok)
      throw new ApiRefusal(response.status, `${method} ${path}`, (await response.json().catch(() => ({}))) as ApiRefusal['body']);
    return response;
  }
}
