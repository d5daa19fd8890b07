//! Makes what stands in the page equal to a view's nodes, and keeps of it what fits: focus stays
//! where it is, and a prerendered element is taken over without a flash.

use super::create_element;
use franceconnect_catalogue::node::{Element, Node};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlInputElement, ShadowRoot, Text};

/// The one element of ours in a shadow root: a view's, or the slot for the element's own content.
const OURS: &str = "[part=root],slot";

/// Shows a view in a shadow root, in the place of what is shown there. Other nodes, which a browser's
/// extension may have put beside it, are left alone.
///
/// # Errors
/// What the browser refuses; what stands there may then be incomplete.
pub(crate) fn render(root: &ShadowRoot, view: &Element) -> Result<(), JsValue> {
    match root.query_selector(OURS)? {
        Some(current) if current.local_name() == view.tag => update(&current, view),
        current => {
            let element = create(view)?;
            root.insert_before(&element, current.as_deref())?;
            if let Some(current) = current {
                root.remove_child(&current)?;
            }
            Ok(())
        }
    }
}

fn create(view: &Element) -> Result<web_sys::Element, JsValue> {
    // In another document, it becomes that one's when it is inserted.
    let element = create_element(view.tag)?;
    update(&element, view)?;
    Ok(element)
}

fn update(element: &web_sys::Element, view: &Element) -> Result<(), JsValue> {
    for attribute in &view.attributes {
        if element.get_attribute(attribute.name).as_deref() != Some(&attribute.value) {
            element.set_attribute(attribute.name, &attribute.value)?;
        }
    }
    for name in element.get_attribute_names().iter() {
        if let Some(name) = name.as_string()
            && view.value(&name).is_none()
            // A disclosure is the visitor's to open and to close.
            && name != "open"
        {
            element.remove_attribute(&name)?;
        }
    }
    update_children(element, &view.children)?;
    if let Some(checked) = view.checked {
        let input: &HtmlInputElement = element.unchecked_ref();
        if input.checked() != checked {
            input.set_checked(checked);
        }
    }
    Ok(())
}

fn update_children(parent: &web_sys::Element, children: &[Node]) -> Result<(), JsValue> {
    let mut next = parent.first_child();
    for child in children {
        match next {
            Some(node) if fits(&node, child) => {
                match child {
                    Node::Element(view) => update(node.unchecked_ref(), view)?,
                    Node::Text(text) => {
                        if node.text_content().as_deref() != Some(text) {
                            node.set_text_content(Some(text));
                        }
                    }
                }
                next = node.next_sibling();
            }
            _ => {
                let made: web_sys::Node = match child {
                    Node::Element(view) => create(view)?.into(),
                    Node::Text(text) => Text::new_with_data(text)?.into(),
                };
                parent.insert_before(&made, next.as_ref())?;
            }
        }
    }
    while let Some(node) = next {
        next = node.next_sibling();
        parent.remove_child(&node)?;
    }
    Ok(())
}

/// Whether a node can become what a view asks for. By its type's number: a node of another
/// document's is an instance of that document's classes.
fn fits(node: &web_sys::Node, child: &Node) -> bool {
    match child {
        Node::Element(view) => {
            node.node_type() == web_sys::Node::ELEMENT_NODE
                && node.unchecked_ref::<web_sys::Element>().local_name() == view.tag
        }
        Node::Text(_) => node.node_type() == web_sys::Node::TEXT_NODE,
    }
}
