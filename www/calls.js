// What scripts may call.

export { catalogue, eligibility } from './explainer.js';
export { authorizationRequest, logoutUrl, reply } from './signin.js';
