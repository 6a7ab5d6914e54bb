import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestListener } from 'node:http';
import { variablesOf } from '../../../crawler/remote/visit-server.ts';
import { always, answering, earlier } from './hostile.ts';
import { serve, visit } from './loopback.ts';

/** A server that asks for a login, with its metadata at the address that RFC 9728 derives, or nowhere. */
function protectedServer(challenge: string, metadata?: (host: string) => object): RequestListener {
  return (request, response) => {
    const isMetadata = request.url === '/.well-known/oauth-protected-resource/mcp';
    const host = `http://${request.headers.host ?? ''}`;
    if (isMetadata && metadata) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata(host)));
    } else if (request.url?.startsWith('/.well-known/') === true) response.writeHead(404).end();
    else
      response.writeHead(401, { 'www-authenticate': challenge.replace('HOST', host) }).end('{"error":"no"}');
  };
}

describe('a remote server that wants something first', () => {
  it('needs a login, with what its challenge and its metadata say', async () => {
    const challenge =
      'Bearer resource_metadata="HOST/.well-known/oauth-protected-resource/mcp", error="invalid_token"';
    const { url } = await serve(
      protectedServer(challenge, (host) => ({
        resource: `${host}/mcp`,
        authorization_servers: ['https://login.example'],
        scopes_supported: ['read', 'write'],
      })),
    );
    const { reachability, faults } = await visit(url);
    assert.deepEqual(faults, []);
    assert.deepEqual(reachability, {
      ...{ state: 'needs-login', status: 401, scheme: 'Bearer', scopes: ['read', 'write'] },
      resourceMetadata: url.replace('/mcp', '/.well-known/oauth-protected-resource/mcp'),
      authorizationServers: ['https://login.example'],
      remote: { kind: 'streamable-http', url },
      at: '2026-03-01T00:00:00.000Z',
    });
  });

  it('needs a login even when it says nothing about it', async () => {
    const { url } = await serve(protectedServer('Basic realm="x"'));
    const { reachability } = await visit(url);
    assert.equal(reachability?.state, 'needs-login');
    assert.deepEqual(
      [reachability.scheme, reachability.resourceMetadata, reachability.authorizationServers],
      ['Basic', null, []],
    );
  });

  it('is not asked for metadata that stands on another host', async () => {
    const challenge = 'Bearer resource_metadata="http://169.254.169.254/meta", scope="a b"';
    const { url, asked } = await serve(protectedServer(challenge));
    const { reachability } = await visit(url);
    assert.equal(reachability?.state, 'needs-login');
    assert.equal(reachability.resourceMetadata, 'http://169.254.169.254/meta');
    assert.deepEqual(reachability.scopes, ['a', 'b']);
    assert.deepEqual(asked, ['POST']);
  });

  it('survives a challenge and metadata that are neither', async () => {
    const { url } = await serve(protectedServer('\t,,="', () => ({ resource: 7, scopes_supported: 'all' })));
    const { reachability, faults } = await visit(url);
    assert.equal(reachability?.state, 'needs-login');
    assert.deepEqual([reachability.scheme, faults], [null, []]);
  });

  for (const [status, state] of [
    [403, 'needs-login'],
    [402, 'needs-payment'],
  ] as const) {
    it(`${state} under status ${status}, whatever error stands in the body`, async () => {
      const { url } = await serve(answering(() => ({ error: { code: -32001, message: 'No.' } }), status));
      const result = await visit(url);
      assert.deepEqual([result.state, result.faults], [state, []]);
    });
  }

  it('needs a login when only its list does', async () => {
    const peer = answering(earlier(() => ({ result: {} })));
    let requests = 0;
    const { url } = await serve((request, response) => {
      requests += 1;
      if (requests < 4) peer(request, response);
      else always(401)(request, response);
    });
    assert.equal((await visit(url)).state, 'needs-login');
  });

  it('needs a login when its old stream does', async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(request.method === 'GET' ? 401 : 405).end();
    });
    assert.equal((await visit(url)).state, 'needs-login');
  });

  it('needs a configuration when its address is a template, and is not asked', async () => {
    const { reachability, faults } = await visit('https://{tenant_id}.example.com/{region}/mcp');
    assert.deepEqual(faults, []);
    assert.equal(reachability?.state, 'needs-configuration');
    assert.deepEqual(reachability.variables, ['tenant_id', 'region']);
    assert.deepEqual(variablesOf('https://x.example/%7Bkey%7D/${TOKEN}'), ['key', 'TOKEN']);
    assert.deepEqual(variablesOf('https://x.example/mcp'), []);
  });
});
