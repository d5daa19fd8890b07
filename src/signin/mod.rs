//! The sign-in trip: the request sent to FranceConnect, the memory of it, the reply, the logout.
//!
//! Pure: time, randomness and storage come in as arguments, so that everything here is tested
//! natively. The trip in three steps:
//!
//! 1. [`request::build`] makes the address to navigate to, or says which setting FranceConnect
//!    would refuse ([`Refusal`]);
//! 2. [`memory::remember`] keeps what the reply will be compared with, before the navigation;
//! 3. [`reply::receive`] reads the address FranceConnect sent the user back to, spends the
//!    request, and gives either a [`Reply`] for the partner's server or a [`ReplyError`].
//!
//! What FranceConnect accepts is not what OpenID Connect allows: its server answers HTTP 400, on
//! a page of its own, to any parameter it does not list. The rules are those of
//! github.com/france-connect/sources, `back/apps/core-fcp/src/dto/authorize-params.dto.ts`.

pub mod endpoints;
pub mod logout;
pub mod memory;
pub mod random;
pub mod refusal;
pub mod reply;
pub mod request;
mod uri;

pub use endpoints::Level;
pub use logout::{LogoutSettings, logout_url};
pub use memory::{Blocked, KeptSettings, Storage};
pub use refusal::Refusal;
pub use reply::{Reply, ReplyError, ReplyErrorKind};
pub use request::{AuthorizationRequest, AuthorizationSettings};
