//! Randomness that cannot be guessed.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Where there is no `crypto`, that is an error too.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]) -> Result<(), JsValue>;
}

/// How many bytes a request comes with: two tokens take some 90, and a token without a digit is
/// drawn again, once in 2,000 times.
const COUNT: usize = 512;

/// Bytes of the browser's cryptographic generator; none where it has no such generator, which
/// [`crate::signin`] then refuses.
pub(crate) fn bytes() -> Vec<u8> {
    let mut bytes = vec![0; COUNT];
    match get_random_values(&mut bytes) {
        Ok(()) => bytes,
        Err(_) => Vec::new(),
    }
}
