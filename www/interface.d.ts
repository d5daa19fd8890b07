/** Why the widget could not start; `message` says how to mend it. */
export interface FranceConnectStartError extends Error {
  name: 'FranceConnectStartError';
  kind: 'missing' | 'mime' | 'integrity' | 'fetch' | 'policy' | 'file' | 'webassembly' | 'module';
}

export type Verdict = 'eligible' | 'maybe' | 'not-eligible';
export type Level = 'eidas1' | 'eidas2' | 'eidas3';
export type Environment = 'production' | 'sandbox';

export interface Link {
  label: string;
  url: string;
}

export interface Choice {
  id: string;
  label: string;
}

export interface Question extends Choice {
  options: Choice[];
}

/** One answer to « Qui êtes-vous ? ». */
export interface Access {
  who: Choice[];
  verdict: Verdict | null;
  cta: Link | null;
  questions: Question[];
}

/** What has changed since a document was written. */
export interface Amendment {
  /** The day since when it holds, `YYYY-MM-DD`. */
  since: string;
  /** The day on which its source was last read, `YYYY-MM-DD`. */
  checked: string;
  /** What holds today, in the page's language: English, or French for any other. */
  says: string;
  source: Link;
}

/** A document of the catalogue as it holds today; `null` for what it does not say. */
export interface Api {
  slug: string;
  title: string;
  tagline: string | null;
  owner: string | null;
  ownerAcronym: string | null;
  partners: string[];
  keywords: string[];
  themes: string[];
  /** Percent. */
  uptime: number | null;
  visits: number | null;
  /** `YYYY-MM-DD`. */
  lastUpdate: string | null;
  contact: string | null;
  documentation: string | null;
  externalSite: string | null;
  accessPage: Access[];
  /** The oldest first. */
  amendments: Amendment[];
}

export interface Eligibility extends EligibilityDetail {
  cta: Link | null;
  /** All that may be asked; `question` is the id of the one to ask now. */
  questions: Question[];
  /** Those of this answer, each once. */
  amendments: Amendment[];
}

export interface LogoutSettings {
  idTokenHint: string;
  postLogoutRedirectUri: string;
  state: string;
  level?: Level;
  environment?: Environment;
  /** A test server’s authorization address, ending in `/authorize`. */
  authorizeUrl?: string;
}

export interface AuthorizationSettings {
  clientId: string;
  redirectUri: string;
  /** Words separated by spaces, `openid` among them. */
  scope?: string;
  level?: Level;
  environment?: Environment;
  /** A test server’s authorization address, ending in `/authorize`. */
  authorizeUrl?: string;
  prompt?: 'login' | 'consent' | 'login consent' | 'consent login';
  /** Made if not given. */
  state?: string;
  /** Made if not given. */
  nonce?: string;
  claims?: object | string;
  idpHint?: string;
}

export interface AuthorizationRequest {
  url: string;
  state: string;
  nonce: string;
}

/** A request that FranceConnect would refuse, or that the browser cannot remember. */
export interface RequestError extends Error {
  kind: 'refused' | 'storage';
  /** The field, in camelCase. */
  detail: string;
}

/** A reply that is not good; `message` is for the user. */
export interface ReplyError extends Error {
  kind:
    | 'denied'
    | 'technical'
    | 'configuration'
    | 'state-mismatch'
    | 'no-request'
    | 'expired'
    | 'issuer-mismatch'
    | 'malformed';
  /** For the developer. */
  detail: string;
}

export interface StartDetail {
  /** Of `href` or of the request; none for a link or a form inside the button. */
  url?: string;
  state?: string;
  nonce?: string;
}

export interface EligibilityDetail {
  api: string;
  who: string;
  /** Empty if the document gives none. */
  verdict: Verdict | '';
  /** The criteria not met, in French. */
  unmet: string[];
  /** The id of the question to answer next, if there is one. */
  question?: string;
}

export interface ApplyDetail {
  api: string;
  who: string;
  url: string;
}

export interface ReplyDetail {
  code: string;
  state: string;
  nonce: string;
  iss: string;
}

/** An attribute that cannot be used, or a sign-in that failed. */
export type ErrorDetail =
  | { element: string; attribute: string; value: string; accepted: string; message: string }
  | { kind: RequestError['kind'] | ReplyError['kind']; message: string; detail: string }
  | { kind: 'internal'; message: string };

/** `window.FranceConnect`, and what the ES module exports. */
export interface FranceConnect {
  /** Rejected with a `FranceConnectStartError`. On a server, never settled. */
  readonly ready: Promise<FranceConnect>;
  readonly version: string;
  catalogue(): Api[];
  /** @throws RangeError for a document or a choice that is not there */
  eligibility(api: string, who: string, answers?: Record<string, string>): Eligibility;
  /** @throws RequestError */
  authorizationRequest(settings: AuthorizationSettings): AuthorizationRequest;
  /**
   * Of this page, if no address is given.
   * @throws ReplyError
   */
  reply(url?: string | URL | Location): ReplyDetail;
  /** @throws RequestError */
  logoutUrl(settings: LogoutSettings): string;
}

export const ready: FranceConnect['ready'];
export const version: FranceConnect['version'];
export const catalogue: FranceConnect['catalogue'];
export const eligibility: FranceConnect['eligibility'];
export const authorizationRequest: FranceConnect['authorizationRequest'];
export const reply: FranceConnect['reply'];
export const logoutUrl: FranceConnect['logoutUrl'];
