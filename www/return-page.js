// What <franceconnect-return> is for scripts, which may come late: a good reply is told until one of
// them has taken it.

const REPLY = 'franceconnect-reply';

/**
 * @param {(host: any, root: ShadowRoot, kept: unknown) => any} connect makes the handle of an element
 * @param {(url: string, taken: string) => any} reply reads the reply in an address (src/api.rs)
 * @param {(message: string) => void} refuse says that the page's server has refused
 */
export function returnPage(connect, reply, refuse) {
  /** The state of the reply that a script has taken. */
  let taken = '';
  /** This page's reply, which is taken by reading its code. @param {string} except not the one of this state */
  const pageReply = (except) => {
    const { code, ...others } = reply(location.href, except);
    return {
      ...others,
      get code() {
        taken = others.state;
        return code;
      },
    };
  };

  /** Tells the page's scripts of the reply, unless one of them has taken it. @param {any} host */
  const tell = (host) => {
    try {
      if (host.isConnected) host.dispatch(REPLY, pageReply(taken));
    } catch {
      // There is none, or it is taken.
    }
  };
  /** The return page that came last. @type {any} */
  let latest;

  return {
    /** Connects any element. A return page tells of the reply, again and again. */
    connect(host, root, kept) {
      if (host.localName === 'franceconnect-return' && kept === undefined) {
        // To module scripts, and to all others of the page.
        if (!latest) for (const name of ['DOMContentLoaded', 'load']) addEventListener(name, () => tell(latest));
        latest = host;
        // To those who waited for `ready`.
        setTimeout(tell, 0, host);
        // To a component of a framework, which listens once the page is hydrated.
        host.addEventListener = (...given) => {
          HTMLElement.prototype.addEventListener.apply(host, given);
          if (given[0] === REPLY) setTimeout(tell, 0, host);
        };
      }
      return connect(host, root, kept);
    },
    pageReply: () => pageReply(''),
    /** @param {unknown} [message] blanks alone are no words */
    refuse: (message) => refuse(String(message ?? '').trim()),
    /** What scripts call: the reply, once. @param {unknown} [url] */
    takeReply(url = location) {
      const found = reply(String(url), taken);
      taken = found.state;
      return found;
    },
  };
}
