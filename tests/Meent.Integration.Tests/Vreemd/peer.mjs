// A Peer of an FSC Group that shares no code with Meent, written from FSC Core 2.0.0 and FSC Logging 1.1.0 with what Node.js brings along:
// Manager, Inway and Outway of one organisation that offers the service "weer". It signs with RSA.
//
//   node peer.mjs SETTINGS.json
//
// It announces itself, publishes its service, makes a contract for the service of another, fetches a token and calls. Then it prints "gereed" and waits to be
// called, until its input ends. What is not as the standard says ends it with a message.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import https from 'node:https';

const settings = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const [cert, key, ca] = [settings.cert, settings.key, settings.anchor].map(file => fs.readFileSync(file, 'utf8'));
const own = new crypto.X509Certificate(cert);
const anchor = new crypto.X509Certificate(ca);
const group = settings.group;
const service = 'weer';

const peerId = certificate => /^serialNumber=(.*)$/m.exec(certificate.subject)[1];
const base64url = data => Buffer.from(data).toString('base64url');
const x5t = certificate => crypto.createHash('sha256').update(certificate.raw).digest('base64url');
const thumbprint = certificate => crypto.createHash('sha256').update(certificate.publicKey.export({ type: 'spki', format: 'der' })).digest('hex');
const now = () => Math.floor(Date.now() / 1000);
const me = peerId(own);
const address = `https://${settings.host}:${settings.port}`;

// RFC 8785: names in the order of their UTF-16 code units, numbers and texts as ECMAScript writes them.
const canonical = value => Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
  : value && typeof value === 'object' ? `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
  : JSON.stringify(value);
const sha3 = text => crypto.createHash('sha3-512').update(text, 'utf8').digest('base64url');

// FSC Core 4.2.4-4.2.6.
const hashType = {
  GRANT_TYPE_SERVICE_PUBLICATION: 2, GRANT_TYPE_SERVICE_CONNECTION: 3, GRANT_TYPE_DELEGATED_SERVICE_CONNECTION: 4, GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION: 5,
};
const contentHash = content => `$1$1$${sha3(canonical(content))}`;
const grantHash = (content, data) => `$1$${hashType[data.type]}$${sha3(contentHash(content) + canonical(data))}`;

// RFC 7515, compact form.
function sign(payload) {
  const input = `${base64url(JSON.stringify({ alg: 'RS256', 'x5t#S256': x5t(own) }))}.${base64url(JSON.stringify(payload))}`;
  return `${input}.${crypto.sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

function verify(jws, keys, signer) {
  const [head, payload, signature] = jws.split('.');
  const { alg, 'x5t#S256': thumb } = JSON.parse(Buffer.from(head, 'base64url'));
  const jwk = keys.find(k => k['x5t#S256'] === thumb);
  assert(jwk, 'the key is in the key set of the signer');
  const certificate = new crypto.X509Certificate(Buffer.from(jwk.x5c[0], 'base64'));
  assert.equal(x5t(certificate), thumb);
  assert(certificate.verify(anchor.publicKey), 'the certificate is under the trust anchor');
  assert.equal(peerId(certificate), signer);
  const options = alg.startsWith('ES') ? { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' } : certificate.publicKey;
  assert(crypto.verify(`sha${alg.slice(2)}`, Buffer.from(`${head}.${payload}`), options, Buffer.from(signature, 'base64url')), 'the signature is good');
  return JSON.parse(Buffer.from(payload, 'base64url'));
}

// Names under localhost are this machine (RFC 6761), also where the resolver does not know them.
const lookup = (host, options, done) => options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
const agent = new https.Agent({ cert, key, ca, lookup, keepAlive: true });

function call(method, url, { json, form, headers = {} } = {}) {
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : undefined;
  if (body) headers['content-type'] = json ? 'application/json' : 'application/x-www-form-urlencoded';
  return new Promise((resolve, reject) => {
    const request = https.request(url, { method, agent, headers }, response => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const manager = (method, base, path, json) => call(method, `${base}/v1${path}`, { json, headers: { 'fsc-manager-address': address } });
const keySet = async base => JSON.parse((await manager('GET', base, '/.well-known/jwks.json')).text).keys;

function expect(answer, status, what) {
  assert.equal(answer.status, status, `${what}: ${answer.status} ${answer.text}`);
  return answer.text ? JSON.parse(answer.text) : null;
}

// Contracts that this Manager knows, with the signatures that it checked.
const contracts = new Map();
const accepted = hash => Object.keys(contracts.get(hash)?.accept ?? {});
const parties = content => new Set(content.grants.flatMap(({ data }) =>
  [data.directory?.peer_id, data.outway?.peer_id, data.service.peer_id, data.service.delegator?.peer_id, data.delegator?.peer_id].filter(Boolean)));
const isValid = hash => [...parties(contracts.get(hash).content)].every(party => accepted(hash).includes(party))
  && contracts.get(hash).content.validity.not_after > now();

function propose(...grants) {
  const content = {
    fsc_version: '2.0.0', iv: crypto.randomUUID(), group_id: group, validity: { not_before: now() - 60, not_after: now() + 3600 },
    grants: grants.map(data => ({ data })), hash_algorithm: 'HASH_ALGORITHM_SHA3_512', created_at: now(),
  };
  return { content, signature: accept(content) };
}

function accept(content) {
  const hash = contentHash(content);
  const signature = sign({ contract_content_hash: hash, type: 'accept', signed_at: now() });
  if (!contracts.has(hash)) contracts.set(hash, { content, accept: {} });
  contracts.get(hash).accept[me] = signature;
  return signature;
}

async function until(what, condition) {
  for (let i = 0; i < 400; i++) {
    if (await condition()) return;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  assert.fail(`${what} did not happen`);
}

// UUID of version 7 (RFC 9562).
function uuid7() {
  const bytes = crypto.randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// The Manager towards others.
async function receive(request, body, path, caller) {
  const { content, signature } = JSON.parse(body);
  const hash = contentHash(content);
  if (request.method === 'PUT') assert.equal(decodeURIComponent(path.split('/')[2]), hash);
  const base = request.headers['fsc-manager-address'];
  const placed = verify(signature, await keySet(base), peerId(caller));
  assert.equal(placed.contract_content_hash, hash);
  assert.equal(placed.type, request.method === 'POST' ? 'accept' : path.split('/')[3]);
  assert(parties(content).has(peerId(caller)) && parties(content).has(me), 'both are parties');
  assert.equal(content.group_id, group);
  if (!contracts.has(hash)) contracts.set(hash, { content, accept: {} });
  if (placed.type === 'accept') contracts.get(hash).accept[peerId(caller)] = signature;
  if (request.method === 'POST') {
    const own = accept(content);
    // The signer distributes; here there is one other party.
    setImmediate(async () => expect(await manager('PUT', base, `/contracts/${encodeURIComponent(hash)}/accept`, { content, signature: own }), 201, 'accept'));
  }
}

function token(body, caller) {
  const form = new URLSearchParams(body);
  assert.equal(form.get('client_id'), peerId(caller));
  for (const [hash, { content }] of contracts) {
    for (const { data } of content.grants) {
      if (data.type !== 'GRANT_TYPE_SERVICE_CONNECTION' || grantHash(content, data) !== form.get('scope') || !isValid(hash)) continue;
      assert.equal(data.outway.identification.public_key_thumbprint, thumbprint(caller));
      return sign({
        gth: form.get('scope'), gid: group, sub: peerId(caller), iss: me, svc: data.service.name, aud: address, exp: now() + 300, nbf: now() - 5,
        cnf: { 'x5t#S256': x5t(caller) }, ...(data.properties ? { prp: data.properties } : {}),
      });
    }
  }
  return null;
}

const ownKey = { ...own.publicKey.export({ format: 'jwk' }), use: 'sig', 'x5t#S256': x5t(own), x5c: [own.raw.toString('base64')] };

https.createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', async () => {
    const answer = (status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(value === undefined ? '' : JSON.stringify(value));
    try {
      const caller = new crypto.X509Certificate(request.socket.getPeerCertificate().raw);
      const body = Buffer.concat(parts).toString();
      const path = request.url.replace(/^\/v1/, '');
      if (request.url === '/v1/.well-known/jwks.json') return answer(200, { keys: [ownKey] });
      if (request.url === '/v1/token') {
        const jwt = token(body, caller);
        return jwt ? answer(200, { access_token: jwt, token_type: 'bearer' }) : answer(400, { error: 'invalid_grant' });
      }
      if (request.url.startsWith('/v1/contracts')) {
        await receive(request, body, path, caller);
        return answer(201);
      }
      if (request.url.startsWith('/v1/')) return answer(200);

      // The Inway.
      const claims = verify(request.headers['fsc-authorization'].replace(/^Bearer /i, ''), [ownKey], me);
      assert.equal(claims.cnf['x5t#S256'], x5t(caller));
      assert(claims.gid === group && claims.svc === service && claims.exp > now());
      answer(200, { service, path: request.url, caller: peerId(caller), transaction: request.headers['fsc-transaction-id'] });
    } catch (error) {
      console.error(error.message);
      answer(422, { message: error.message, domain: 'ERROR_DOMAIN_MANAGER', code: 'ERROR_CODE_SIGNATURE_VERIFICATION_FAILED' });
    }
  });
}).listen(settings.port, '127.0.0.1');

// 1. Make itself known, and its service.
const { directory, provider } = settings;
assert.equal((await manager('PUT', directory.manager, '/announce')).status, 200);
assert.equal((await manager('PUT', settings.consumer.manager, '/announce')).status, 200);
const publication = propose({
  type: 'GRANT_TYPE_SERVICE_PUBLICATION', directory: { peer_id: directory.peer_id }, service: { peer_id: me, name: service, protocol: 'PROTOCOL_TCP_HTTP_1.1' },
});
assert.equal((await manager('POST', directory.manager, '/contracts', publication)).status, 201);
await until('publication', () => accepted(contentHash(publication.content)).includes(directory.peer_id));
const listed = expect(await manager('GET', directory.manager, `/services?peer_id=${me}`), 200, 'services').services;
assert.deepEqual(listed.map(s => [s.data.name, s.data.peer.manager_address]), [[service, address]]);

// 2. A contract for the service of another, a token, a call.
const connection = propose({
  type: 'GRANT_TYPE_SERVICE_CONNECTION',
  outway: { peer_id: me, identification: { type: 'OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT', public_key_thumbprint: thumbprint(own) } },
  service: { type: 'SERVICE_TYPE_SERVICE', peer_id: provider.peer_id, name: provider.service }, properties: provider.properties,
});
const scope = grantHash(connection.content, connection.content.grants[0].data);
const ask = () => call('POST', `${provider.manager}/v1/token`, { form: { grant_type: 'client_credentials', scope, client_id: me } });
assert.equal((await manager('POST', provider.manager, '/contracts', connection)).status, 201);
await until('acceptance', () => accepted(contentHash(connection.content)).includes(provider.peer_id));
const jwt = expect(await ask(), 200, 'token').access_token;
const claims = verify(jwt, await keySet(provider.manager), provider.peer_id);
assert.deepEqual([claims.gth, claims.sub, claims.svc, claims.cnf['x5t#S256'], claims.prp], [scope, me, provider.service, x5t(own), provider.properties]);
const transaction = uuid7();
const reached = await call('GET', `${claims.aud}/vraag?a=1`, { headers: { 'fsc-authorization': jwt, 'fsc-transaction-id': transaction } });
console.log(`antwoord ${expect(reached, 200, 'call').pad}`);
const [record] = expect(await manager('GET', provider.manager, `/logs?transaction_ids=${transaction}`), 200, 'logs').records;
assert.deepEqual([record.direction, record.grant_hash, record.source.outway_peer_id], ['DIRECTION_INCOMING', scope, me]);

// 3. What ends, ends: no token after a revocation.
const revoke = { content: connection.content, signature: sign({ contract_content_hash: contentHash(connection.content), type: 'revoke', signed_at: now() }) };
assert.equal((await manager('PUT', provider.manager, `/contracts/${encodeURIComponent(contentHash(connection.content))}/revoke`, revoke)).status, 201);
assert.equal(expect(await ask(), 400, 'token').error, 'invalid_grant');

console.log('gereed');
process.stdin.resume().on('end', () => process.exit(0));
