//! Functions that events call.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

/// Calls a function at every event of this name, for as long as the listener lives. It may call
/// `preventDefault`.
pub(crate) fn listen(
    target: &EventTarget,
    event: &'static str,
    function: Box<dyn FnMut(&Event)>,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, function)
}
