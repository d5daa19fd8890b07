//! The sign-in trip: the request sent to FranceConnect, the memory of it, the reply, the logout.
//!
//! Pure: time, randomness and what the tab remembers come in as arguments, so that everything
//! here is tested natively. The trip in three steps:
//!
//! 1. [`request::build`] makes the address to navigate to, or says which setting FranceConnect
//!    would refuse ([`Refusal`]);
//! 2. [`memory::remember`] adds what the reply will be compared with to what the tab remembers,
//!    before the navigation;
//! 3. [`reply::receive`] judges what FranceConnect sent back, spends the request, and gives what
//!    the partner's server needs, or the kind of failure ([`Received`]).
//!
//! What FranceConnect accepts is not what OpenID Connect allows: its server answers HTTP 400, on
//! a page of its own, to any parameter it does not list. The rules are those of
//! github.com/france-connect/sources, `back/apps/core-fcp/src/dto/authorize-params.dto.ts`; they
//! stand in the tables of [`request`] and [`logout`], and `rules` reads both.
//!
//! Settings, requests and records are texts in parts ([`franceconnect_catalogue::parts`]): as
//! structs of strings, the same trip is three times this code in the browser.

pub mod logout;
pub mod memory;
pub mod random;
pub mod reply;
pub mod request;
mod rules;
mod server;
mod uri;

pub use logout::{LogoutSettings, logout_url};
pub use reply::{Received, ReplyErrorKind};
pub use request::AuthorizationSettings;
pub use rules::Refusal;
