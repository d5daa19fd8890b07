//! The page's side of the widget: the only place that knows web-sys.

mod api;
mod detail;
mod element;
mod explainer;
mod js;
mod returned;
mod signin;

pub use api::catalogue_json;

use crate::assets;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What the loader brings itself, and a module without the loader (`wasm-pack build`) must hold.
#[cfg(feature = "assets")]
const BUTTON_ASSETS: (&str, &str) = (assets::BUTTON_STYLE, assets::LOGO);
#[cfg(not(feature = "assets"))]
const BUTTON_ASSETS: (&str, &str) = ("", "");

/// Defines the elements. Runs by itself when the module starts; doing it again changes nothing.
#[wasm_bindgen(start)]
pub fn define() {
    let mount = Closure::<dyn Fn(web_sys::HtmlElement, u8) -> JsValue>::new(|host, kind| {
        element::Controller::new(host, kind).into()
    });
    let (button, logo) = BUTTON_ASSETS;
    js::attach(&mount.into_js_value(), button, assets::PAGE_STYLE, logo);
}
