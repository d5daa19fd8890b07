//! The module's face in the browser.

use lol_alloc::LockedAllocator;
use wasm_bindgen::prelude::*;

#[cfg(feature = "assets")]
use lol_alloc::FreeListAllocator as Allocator;
/// Frees nothing: `www/glue.js` takes a new instance when one has grown.
#[cfg(not(feature = "assets"))]
use lol_alloc::LeakingAllocator as Allocator;

#[global_allocator]
static ALLOCATOR: LockedAllocator<Allocator> = LockedAllocator::new(Allocator::new());

/// Answers a question of the page's side: [`crate::page::answer`].
#[wasm_bindgen]
pub fn answer(question: u8, text: &str) -> String {
    crate::page::answer(question, text)
}

/// For a module that comes without the loader (`wasm-pack build`, the authoring page): it brings
/// what the loader has of its own, and defines the elements when it starts.
#[cfg(feature = "assets")]
mod alone {
    use super::answer;
    use crate::{assets, view};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/www/elements.js")]
    extern "C" {
        /// Brings the button's style sheet and nodes.
        fn equip(style: &str, button: &str);
    }
    #[wasm_bindgen(module = "/www/attach.js")]
    extern "C" {
        /// Gives the elements the module, with what they show, and defines them.
        fn attach(answer: &JsValue, style: &str, returned: &str, sentences: &str);
    }

    // Not called: these name the files, so that `wasm-pack` carries them along.
    #[wasm_bindgen(module = "/www/ask.js")]
    extern "C" {
        #[wasm_bindgen(js_name = ask)]
        fn _ask();
    }
    #[wasm_bindgen(module = "/www/checks.js")]
    extern "C" {
        #[wasm_bindgen(js_name = ACCEPTED)]
        fn _checks();
    }
    #[wasm_bindgen(module = "/www/explainer.js")]
    extern "C" {
        #[wasm_bindgen(js_name = look)]
        fn _explainer();
    }
    #[wasm_bindgen(module = "/www/find.js")]
    extern "C" {
        #[wasm_bindgen(js_name = find)]
        fn _find();
    }
    #[wasm_bindgen(module = "/www/paint.js")]
    extern "C" {
        #[wasm_bindgen(js_name = say)]
        fn _paint();
    }
    #[wasm_bindgen(module = "/www/signin.js")]
    extern "C" {
        #[wasm_bindgen(js_name = reply)]
        fn _signin();
    }

    /// Defines the elements. Runs by itself when the module starts; again, it changes nothing.
    #[wasm_bindgen(start)]
    pub fn define() {
        let ask = Closure::<dyn Fn(u8, String) -> String>::new(|question, text: String| {
            answer(question, &text)
        });
        let button = view::button::nodes(assets::LOGO);
        equip(assets::BUTTON_STYLE, button.as_str());
        attach(
            &ask.into_js_value(),
            assets::PAGE_STYLE,
            view::return_page::nodes().as_str(),
            &view::return_page::sentences(),
        );
    }
}
#[cfg(feature = "assets")]
pub use alone::define;
