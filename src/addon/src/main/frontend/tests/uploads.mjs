let uploads = [];
let reply = () => null;

/** A request that says how far it is and is answered when the test wants it to be. */
class Upload extends window.EventTarget {
  constructor() {
    super();
    this.upload = new window.EventTarget();
    this.headers = {};
  }

  open(method, url) {
    Object.assign(this, { method, url });
  }

  setRequestHeader(name, value) {
    this.headers[name] = value;
  }

  send(file) {
    this.file = file;
    uploads.push(this);
    const answer = reply(this);
    if (answer) {
      this.answer(answer);
    }
  }

  gone(share) {
    this.upload.dispatchEvent(Object.assign(new window.Event('progress'), { loaded: share * 100, total: 100 }));
  }

  answer({ status = 200, body }) {
    Object.assign(this, { status, responseText: typeof body === 'string' ? body : JSON.stringify(body) });
    this.dispatchEvent(new window.Event('load'));
  }
}

/**
 * From now on files are sent to the list that is returned.
 *
 * @param {function(Upload): Object} at what is answered at once; null leaves it to the test
 */
export function takeUploads(at = () => null) {
  uploads = [];
  reply = at;
  globalThis.XMLHttpRequest = Upload;
  return uploads;
}
