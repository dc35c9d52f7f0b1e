import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { type APIRequestContext, expect, test } from '@playwright/test';

// What every answer carries, and what a hostile request gets. Asked over HTTP itself, without a browser.

const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function firstAsset(request: APIRequestContext): Promise<string> {
  const page = await (await request.get('/fr')).text();
  const href = /href="(\/_next\/static\/[^"]+\.css)"/.exec(page)?.[1];
  if (!href) throw new Error('the home has no style sheet');
  return href;
}

/** One request as raw as it gets: any method, any header, the target as it stands. */
function raw(
  baseURL: string,
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, path: target, method, headers, setHost: !('host' in headers) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const answers: [what: string, target: string, status: number][] = [
  ['the home', '/fr', 200],
  ['the way to it', '/', 307],
  ['a page that is not there', '/fr/nulle-part/rien', 404],
  ['an error’s own address', '/fr/missing', 404],
  ['another one', '/en/broken', 404],
  ['a feed', '/fr/feed.xml', 200],
  ['a feed that is not there', '/fr/nulle-part/feed.xml', 404],
  ['the sitemap', '/sitemap.xml', 200],
  ['robots', '/robots.txt', 200],
  ['the sign-in page', '/sign-in', 200],
  ['the desk, to a stranger', '/desk/stories', 307],
  ['a desk page that is not there, to a stranger', '/desk/nowhere', 307],
  ['a file that is not there', '/_next/static/nothing.js', 404],
  ['the picture optimizer there is not', '/_next/image?url=%2Ficon.svg&w=64&q=75', 404],
  ['health', '/health', 200],
  ['the live socket by plain HTTP', '/live', 426],
  ['security.txt without a contact', '/.well-known/security.txt', 404],
  ['a broken address', '/fr/%E0%A4%A', 400],
  ['a doubled slash', '//elsewhere.example/fr', 400],
  ['a null byte', '/fr/%00', 400],
];

test.describe('every answer carries the headers', () => {
  for (const [what, target, status] of answers) {
    test(`${what}: ${target}`, async ({ baseURL }) => {
      const answer = await raw(baseURL ?? '', target);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': expect.stringMatching(
          /^(no-referrer|same-origin|strict-origin-when-cross-origin)$/,
        ),
        'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
      });
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(/script-src [^;]*/.exec(policy)?.[0] ?? '').not.toMatch(/unsafe|https?:|\*/);
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
      if (status >= 400) expect(answer.headers['cache-control']).toContain('no-store');
    });
  }

  test('a style sheet', async ({ request, baseURL }) => {
    const answer = await raw(baseURL ?? '', await firstAsset(request));
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': closed,
    });
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  test('a WebSocket that is refused', async ({ baseURL }) => {
    const url = new URL(baseURL ?? '');
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const cases: [Record<string, string>, number][] = [
      [{}, 403],
      [{ Origin: 'null' }, 403],
      [{ Origin: 'http://evil.example' }, 403],
      [{ Origin: url.origin, Host: 'evil.example' }, 421],
    ];
    for (const [headers, status] of cases) {
      const answer = await raw(url.origin, '/live', {
        headers: {
          host: url.host,
          ...upgrade,
          ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
        },
      });
      expect({ headers, status: answer.status }).toEqual({ headers, status });
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': closed,
      });
    }
  });

  test('what is not HTTP at all', async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? '');
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('GARBAGE\r\n\r\n'));
      socket.setEncoding('utf8');
      socket.on('data', (chunk) => (text += chunk));
      socket.on('close', () => resolve(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).toContain('X-Content-Type-Options: nosniff');
  });
});

test.describe('a reader’s page', () => {
  test('lets nothing run but its own module, and carries no script of the framework', async ({ request }) => {
    const answer = await request.get('/fr');
    expect(answer.headers()['content-security-policy']).toContain("script-src 'self';");
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !/type="application\/ld\+json"|src="\/site\.js"/.test(tag))).toEqual([]);
  });

  test('is not sent twice to who holds it, and is compressed', async ({ baseURL }) => {
    const first = await raw(baseURL ?? '', '/fr', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(first.headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    const etag = String(first.headers.etag);
    const second = await raw(baseURL ?? '', '/fr', { headers: { 'if-none-match': etag } });
    expect(second).toMatchObject({ status: 304, body: '' });
    const head = await raw(baseURL ?? '', '/fr', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  test('is the same for whoever asks, however they ask', async ({ baseURL }) => {
    const plain = await raw(baseURL ?? '', '/fr');
    const marked = await raw(baseURL ?? '', '/fr?_rsc=abc', {
      headers: {
        cookie: 'chapeau.session=marker; theme=dark',
        'accept-language': 'en',
        'user-agent': 'marker',
        rsc: '1',
        'next-router-prefetch': '1',
        'next-router-state-tree': 'marker',
        'next-url': '/marker',
        'next-resume': '1',
        'x-middleware-subrequest': 'middleware:middleware:middleware',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'host=evil.example',
        'x-original-url': '/desk',
        'x-rewrite-url': '/desk',
      },
    });
    expect(marked.status).toBe(200);
    expect(marked.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(marked.body).toBe(plain.body);
    expect(marked.headers.etag).toBe(plain.headers.etag);
  });
});

test.describe('a request that must not pass', () => {
  test('names another host', async ({ baseURL }) => {
    for (const host of ['evil.example', '127.0.0.1:1', '', 'localhost.evil.example']) {
      const answer = await raw(baseURL ?? '', '/fr', { headers: { host } });
      // Node itself refuses a request without a host.
      expect([400, 421]).toContain(answer.status);
      expect(answer.body).not.toContain('evil.example');
    }
  });

  test('asks for a change from elsewhere', async ({ baseURL }) => {
    const own = new URL(baseURL ?? '').origin;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const origin of [
      undefined,
      'null',
      'http://evil.example',
      'http://sub.127.0.0.1',
      own.replace('http:', 'https:'),
    ]) {
      for (const target of ['/sign-in', '/api/auth/callback/credentials', '/desk/stories']) {
        const answer = await raw(own, target, {
          method: 'POST',
          headers: { ...form, ...(origin ? { origin } : {}) },
          body: 'email=a',
        });
        expect({ origin, target, status: answer.status }).toEqual({ origin, target, status: 403 });
      }
    }
  });

  test('sends an action to a reader’s page', async ({ baseURL }) => {
    const own = new URL(baseURL ?? '').origin;
    const answer = await raw(own, '/fr', {
      method: 'POST',
      headers: {
        origin: own,
        'next-action': '60fb25fb9e198c1538490ed857ae0f8f6beb31f5f5',
        'content-type': 'text/plain',
      },
      body: '[]',
    });
    expect(answer.status).toBe(405);
  });

  test('sends an action that is none, or a body that is too much', async ({ baseURL }) => {
    const own = new URL(baseURL ?? '').origin;
    const hostile: [Record<string, string>, string, number][] = [
      [
        { 'next-action': 'ffffffffffffffffffffffffffffffffffffffff00', 'content-type': 'text/plain' },
        '["$F1"]',
        409,
      ],
      [{ 'content-type': 'text/plain', 'content-length': String(1_048_577) }, 'x', 413],
      [{ 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }, 'x', 411],
    ];
    for (const [headers, body, status] of hostile) {
      const answer = await raw(own, '/sign-in', {
        method: 'POST',
        headers: { origin: own, ...headers },
        body,
      });
      expect(answer.status).toBe(status);
      expect(answer.body).not.toMatch(/node_modules|at \w+ \(/);
    }
    expect((await raw(own, '/health')).status).toBe(200);
  });

  test('uses a method there is not', async ({ baseURL }) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expect((await raw(baseURL ?? '', '/fr', { method })).status).toBe(405);
    }
  });
});
