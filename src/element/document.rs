//! The document that an explainer or a sheet shows.

use super::mistake::add_name;
use super::surface::Surface;
use crate::DEFAULT_API;
use crate::error::WrongAttribute;
use franceconnect_catalogue::document::Document;

/// The document that the attribute `api` names.
pub(super) fn document(surface: &Surface) -> Result<Document<'static>, WrongAttribute> {
    let api = surface.attribute("api");
    let api = api.as_deref().unwrap_or(DEFAULT_API);
    crate::catalogue().document(api).ok_or_else(|| {
        let mut known = String::new();
        for slug in crate::catalogue().slugs() {
            add_name(&mut known, slug);
        }
        surface.wrong("api", api.into(), &known)
    })
}
