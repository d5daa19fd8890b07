//! The sign-in trip: the request sent to FranceConnect, the memory of it, the reply, the logout.
//!
//! Pure: time, randomness and what the tab remembers come in as arguments, so that everything
//! here is tested natively. The trip in three steps:
//!
//! 1. [`authorization_request`] makes the address to navigate to, or says which setting
//!    FranceConnect would refuse ([`Refusal`]); [`check`] says it before anybody presses a button;
//! 2. [`Memory::remember`] adds what the reply will be compared with to what the tab remembers,
//!    before the navigation;
//! 3. [`ReturnAddress::parse`] reads the reply out of the address that FranceConnect sent the user
//!    back to; [`spend_request`] takes its request out of the memory, and [`SpentRequest::reply`]
//!    gives what the partner’s server needs ([`Reply`]). Both may say what is wrong
//!    ([`ReplyFault`]).
//!
//! What FranceConnect accepts is not what OpenID Connect allows: its server answers HTTP 400, on
//! a page of its own, to any parameter it does not list. The rules are those of
//! github.com/france-connect/sources, `back/apps/core-fcp/src/dto/authorize-params.dto.ts`; each
//! stands once, as a function of `rules` or as a type ([`Level`], [`Environment`], [`Prompt`]).
//!
//! Settings ([`Settings`]) are texts as the partner wrote them until they have passed their rules.

mod advice;
#[cfg(any(feature = "diagnosis", not(target_arch = "wasm32")))]
pub mod checks;
mod constant_time;
mod environment;
mod error_kind;
mod excerpt;
mod level;
mod logout;
mod memory;
mod prompt;
mod random;
mod refusal;
mod reply;
mod reply_fault;
mod request;
mod return_address;
mod rules;
mod server;
mod settings;
mod uri;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod trip_tests;

pub use advice::advice;
pub use environment::Environment;
pub use error_kind::SignInErrorKind;
pub use excerpt::Excerpt;
pub use level::Level;
pub use logout::logout_url;
pub use memory::{Memory, PendingRequest};
pub use prompt::Prompt;
pub use refusal::Refusal;
pub use reply::{Reply, SpentRequest, spend_request};
pub use reply_fault::ReplyFault;
pub use request::{AuthorizationRequest, DEFAULT_SCOPE, authorization_request, check};
pub use return_address::{ReplyParameters, ReturnAddress};
pub use settings::{Field, Settings};
