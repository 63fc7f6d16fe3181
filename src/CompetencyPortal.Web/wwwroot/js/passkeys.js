// Asks the browser for a passkey where a form says so, and sends the answer in the form's own field:
//   data-passkey   "get" to sign in with a passkey, "create" to make a new one
//   data-options   where the options are asked for
//   data-autofill  offer passkeys among the suggestions of a field whose autocomplete says "webauthn"
// What to say when it fails stands in the form's other data attributes, in the reader's language.

const fromBase64Url = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0)).buffer;
const toBase64Url = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// What browsers of the last years do themselves.
function parsed(kind, options) {
  const name = kind === 'get' ? 'parseRequestOptionsFromJSON' : 'parseCreationOptionsFromJSON';
  if (PublicKeyCredential[name]) {
    return PublicKeyCredential[name](options);
  }

  const credentials = list => list?.map(one => ({ ...one, id: fromBase64Url(one.id) }));
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    allowCredentials: credentials(options.allowCredentials),
    excludeCredentials: credentials(options.excludeCredentials),
    user: options.user && { ...options.user, id: fromBase64Url(options.user.id) },
  };
}

// Some password managers answer with an object whose toJSON does not work.
function written(credential) {
  try {
    return JSON.stringify(credential);
  } catch {
    const { response } = credential;
    const fields = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].filter(name => response[name]);
    return JSON.stringify({
      id: credential.id,
      rawId: toBase64Url(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: {
        ...Object.fromEntries(fields.map(name => [name, toBase64Url(response[name])])),
        ...(response.getTransports && { transports: response.getTransports() }),
      },
    });
  }
}

class PasskeyForm {
  constructor(form) {
    this.form = form;
    this.kind = form.dataset.passkey;
    this.message = form.querySelector('[role=alert]');
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.ask();
    });
    if (form.hasAttribute('data-autofill')) {
      this.offer();
    }
  }

  // Fetched options serve one answer; until there is one they are used again.
  async options() {
    if (!this.asked || Date.now() > this.asked.until) {
      const response = await fetch(this.form.dataset.options, { method: 'POST', body: new FormData(this.form), redirect: 'manual' });
      if (response.type === 'opaqueredirect') {
        location.reload();
        return new Promise(() => {});
      }

      if (!response.ok) {
        throw new DOMException('', response.status === 429 ? 'TooManyRequests' : 'NetworkError');
      }

      const options = await response.json();
      this.asked = { options, until: Date.now() + options.timeout * .8 };
    }

    return this.asked.options;
  }

  async ask() {
    if (this.busy) {
      return;
    }

    // The portal says what is wrong with the other fields.
    if (!this.form.checkValidity()) {
      this.form.submit();
      return;
    }

    this.busy = true;
    this.say('');
    this.offering?.abort();
    await this.offered;
    const begun = Date.now();
    let timeout;
    try {
      if (!window.PublicKeyCredential) {
        throw new DOMException('', 'NotSupportedError');
      }

      const options = await this.options();
      timeout = options.timeout;
      this.send(await navigator.credentials[this.kind]({ publicKey: parsed(this.kind, options) }));
    } catch (error) {
      this.busy = false;
      this.say(this.reason(error, Date.now() - begun >= timeout));
    }
  }

  // Passkeys among the browser's suggestions, for as long as the challenge may be answered.
  async offer() {
    if (!await window.PublicKeyCredential?.isConditionalMediationAvailable?.()) {
      return;
    }

    const offering = this.offering = new AbortController();
    this.offered = (async () => {
      try {
        const options = await this.options();
        offering.signal.throwIfAborted();
        const timer = setTimeout(() => offering.abort(), this.asked.until - Date.now());
        const publicKey = parsed('get', options);
        const credential = await navigator.credentials.get({ publicKey, mediation: 'conditional', signal: offering.signal });
        clearTimeout(timer);
        this.send(credential);
      } catch {
        // Nobody asked for it, so nobody misses it: the button remains.
      }
    })();
    await this.offered;
  }

  send(credential) {
    this.form.elements.Answer.value = written(credential);
    this.form.submit();
  }

  say(text) {
    this.message.textContent = text ?? '';
    this.message.hidden = !text;
  }

  reason({ name }, timedOut) {
    const { cancelled, late, registered, unsupported, elsewhere, often, unreachable } = this.form.dataset;
    return {
      NotAllowedError: timedOut ? late : cancelled,
      AbortError: cancelled,
      TimeoutError: late,
      InvalidStateError: registered,
      NotSupportedError: unsupported,
      ConstraintError: unsupported,
      SecurityError: elsewhere,
      TooManyRequests: often,
    }[name] ?? unreachable;
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  new PasskeyForm(form);
}
