// What scripts may call.

import { catalogue, eligibility } from './explainer.js';
import { authorizationRequest, logoutUrl, reply } from './signin.js';

export const calls = { catalogue, eligibility, authorizationRequest, logoutUrl, reply };
