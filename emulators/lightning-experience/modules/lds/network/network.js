const ROOT = '/services/data/v66.0';

/** Speaks to the UI API. A refusal is thrown in the shape of Lightning Data Service's FetchResponse. */
export async function uiApi(method, path, body, headers) {
  return request(method, `${ROOT}/ui-api${path}`, body, headers);
}

/** Runs a SOQL query and answers its records. */
export async function query(soql) {
  const { records } = await request('GET', `${ROOT}/query?q=${encodeURIComponent(soql)}`);
  return records;
}

/** Runs a SOSL search and answers what it found. */
export async function search(sosl) {
  const { searchRecords } = await request('GET', `${ROOT}/search?q=${encodeURIComponent(sosl)}`);
  return searchRecords;
}

/** Speaks to the Connect API. */
export async function connect(method, path, body) {
  return request(method, `${ROOT}/connect${path}`, body);
}

/** Reads a report or a dashboard. */
export async function analytics(path) {
  return request('GET', `${ROOT}/analytics${path}`);
}

async function request(method, path, body, headers) {
  const answer = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...headers },
    body: body && JSON.stringify(body),
  }).catch((error) => {
    throw toFetchResponse({ ok: false, status: 0, statusText: 'No answer' }, { message: error.message });
  });
  const text = await answer.text();
  const content = text === '' ? null : parse(text);
  if (!answer.ok) throw toFetchResponse(answer, method === 'GET' ? content : first(content));
  return content;
}

function toFetchResponse({ status, statusText }, body) {
  return Object.freeze({ ok: false, status, statusText, headers: {}, errorType: 'fetchResponse', body });
}

// Writes are refused with a list of one over HTTP and with the one itself in the browser.
function first(content) {
  return Array.isArray(content) ? content[0] : content;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}
