//! The elements in a real page, through their public face: attributes, parts, events.
#![cfg(target_arch = "wasm32")]

use franceconnect::api::catalogue;
use franceconnect::standalone::define;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::future::TimeoutFuture;
use js_sys::{JSON, Reflect};
use serde::Deserialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Document, Element, Event, HtmlElement, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    define();
    web_sys::window().unwrap().document().unwrap()
}

/// Past every microtask: attributes are answered at the end of the task.
async fn settled() {
    TimeoutFuture::new(0).await;
}

/// A part of the page with this content, removed with its value.
struct Stage(HtmlElement, RefCell<Vec<EventListener>>);

impl Stage {
    async fn new(html: &str) -> Self {
        let stage: HtmlElement = document()
            .create_element("section")
            .unwrap()
            .unchecked_into();
        stage.set_inner_html(html);
        document().body().unwrap().append_child(&stage).unwrap();
        settled().await;
        Self(stage, RefCell::default())
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap()
    }

    /// The stage's only widget element.
    fn host(&self) -> Element {
        self.0.first_element_child().unwrap()
    }

    fn root(&self) -> ShadowRoot {
        self.host().shadow_root().expect("the element has painted")
    }

    fn painted(&self, selector: &str) -> Option<Element> {
        self.root().query_selector(selector).unwrap()
    }

    fn part(&self, part: &str) -> Element {
        let found = self.painted(&format!("[part~={part}], .{part}"));
        found.unwrap_or_else(|| panic!("no part {part} in {}", self.root().inner_html()))
    }

    /// Records the events of this name, which it cancels if asked.
    fn hear(&self, name: &str, cancel: bool) -> Rc<RefCell<Vec<JsValue>>> {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&heard);
        let options = EventListenerOptions::enable_prevent_default();
        let listen = move |event: &Event| {
            if cancel {
                event.prevent_default();
            }
            let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
            ear.borrow_mut().push(detail.unwrap_or_default());
        };
        let name = name.to_owned();
        let listener = EventListener::new_with_options(&self.0, name, options, listen);
        self.1.borrow_mut().push(listener);
        heard
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// The detail of `franceconnect-eligibility`, without a question.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Told {
    api: String,
    who: String,
    verdict: String,
    unmet: Vec<String>,
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}

fn field(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

#[wasm_bindgen_test]
async fn a_link_in_the_page_becomes_a_link_with_its_address_and_target() {
    let stage = Stage::new(
        "<franceconnect-button><a href='/connexion' target='_top'>FC</a></franceconnect-button>",
    )
    .await;
    let button = stage.part("button");
    assert_eq!(button.local_name(), "a");
    assert_eq!(button.get_attribute("href").as_deref(), Some("/connexion"));
    assert_eq!(button.get_attribute("target").as_deref(), Some("_top"));
    assert_eq!(text(&button), "S’identifier avec FranceConnect");

    let heard = stage.hear("franceconnect-start", false);
    let _stays = stage.hear("click", true);
    click(&button);
    assert_eq!(heard.borrow().len(), 1);
    assert_eq!(json(&heard.borrow()[0]), "{}");
}

#[wasm_bindgen_test]
async fn a_form_in_the_page_is_submitted_unless_the_start_is_cancelled() {
    let html = "<franceconnect-button><form action='/connexion' method='post'>\
        <input type='hidden' name='csrf' value='1'><button>FC</button></form></franceconnect-button>";
    let stage = Stage::new(html).await;
    let button = stage.part("button");
    assert_eq!(button.local_name(), "button");
    // The page stays: what counts is that the form's own submission has begun.
    let submitted = stage.hear("submit", true);
    click(&button);
    assert_eq!(submitted.borrow().len(), 1);
    let started = stage.hear("franceconnect-start", true);
    click(&button);
    assert_eq!((started.borrow().len(), submitted.borrow().len()), (1, 1));
}

#[wasm_bindgen_test]
async fn an_href_makes_a_link_that_tells_its_address() {
    let stage = Stage::new(
        "<franceconnect-button href='/a?b=1&amp;c' level=eidas2></franceconnect-button>",
    )
    .await;
    let button = stage.part("button");
    assert_eq!(button.get_attribute("href").as_deref(), Some("/a?b=1&c"));
    assert_eq!(text(&button), "S’identifier avec FranceConnect+");
    let heard = stage.hear("franceconnect-start", true);
    let clicks = stage.hear("click", true);
    click(&button);
    assert_eq!(json(&heard.borrow()[0]), "{\"url\":\"/a?b=1&c\"}");
    assert_eq!(clicks.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_disabled_button_starts_nothing() {
    let stage =
        Stage::new("<franceconnect-button href='/non' disabled></franceconnect-button>").await;
    let heard = stage.hear("franceconnect-start", true);
    let button = stage.part("button");
    assert!(!button.has_attribute("href"));
    click(&button);
    assert_eq!(heard.borrow().len(), 0);
}

#[wasm_bindgen_test]
async fn a_wrong_attribute_leaves_the_fallback_and_is_told_until_it_is_mended() {
    let stage = Stage::new("").await;
    let heard = stage.hear("franceconnect-error", false);
    for (name, wrong, right) in [
        ("franceconnect-button", "level=eidas9", "eidas1"),
        ("franceconnect-button", "scheme=sombre", "dark"),
        (
            "franceconnect-button",
            "href=javascript:alert(1)",
            "/connexion",
        ),
        (
            "franceconnect-eligibility",
            "who=personne",
            "un-particulier",
        ),
        ("franceconnect-eligibility", "heading-level=1", "2"),
        ("franceconnect-sheet", "api=inconnue", "franceconnect"),
    ] {
        let href = if wrong.starts_with("href") {
            ""
        } else {
            "href='/x'"
        };
        stage
            .0
            .set_inner_html(&format!("<{name} {href} {wrong}><b>secours</b></{name}>"));
        settled().await;
        assert!(
            stage.painted("slot").is_some(),
            "{wrong}: the fallback shows"
        );
        assert!(
            stage.painted("[part]").is_none(),
            "{wrong}: and nothing else"
        );
        let (attribute, value) = wrong.split_once('=').unwrap();
        let detail = heard.borrow().last().cloned().expect("an event");
        assert_eq!(field(&detail, "element").as_deref(), Some(name));
        assert_eq!(field(&detail, "attribute").as_deref(), Some(attribute));
        assert_eq!(field(&detail, "value").as_deref(), Some(value));
        assert!(field(&detail, "accepted").is_some_and(|accepted| !accepted.is_empty()));

        stage.host().set_attribute(attribute, right).unwrap();
        settled().await;
        assert!(
            stage.painted("slot").is_none(),
            "{wrong}: mended by {right}"
        );
        assert!(stage.painted("div").is_some());
    }
    assert_eq!(heard.borrow().len(), 6, "once each");
}

#[wasm_bindgen_test]
async fn claims_are_a_json_object_of_any_number_of_lines_and_sent_on_one() {
    let stage = Stage::new(
        "<franceconnect-button client-id=c redirect-uri=https://service.example/retour>\
         </franceconnect-button>",
    )
    .await;
    let refused = stage.hear("franceconnect-error", false);
    for wrong in ["{\"a\":}", "[]", "\"x\"", "null", "{} x", "{", ""] {
        stage.host().set_attribute("claims", wrong).unwrap();
        settled().await;
        assert!(stage.painted("slot").is_some(), "{wrong}");
        let detail = refused.borrow_mut().pop().expect("an event");
        assert_eq!(field(&detail, "attribute").as_deref(), Some("claims"));
        assert_eq!(field(&detail, "value").as_deref(), Some(wrong));
    }
    let lines = "\n{\r\n\t\"id_token\": {\n\"amr\": null }\n}\n";
    stage.host().set_attribute("claims", lines).unwrap();
    settled().await;
    let started = stage.hear("franceconnect-start", true);
    click(&stage.part("button"));
    let url = field(&started.borrow()[0], "url").unwrap();
    let sent = "&claims=%7B%22id_token%22%3A%7B%22amr%22%3Anull%7D%7D";
    assert!(url.ends_with(sent), "{url}");
}

#[wasm_bindgen_test]
async fn a_choice_by_click_is_reflected_and_told() {
    let stage = Stage::new("<franceconnect-eligibility></franceconnect-eligibility>").await;
    let heard = stage.hear("franceconnect-eligibility", false);
    let choice = stage.painted("input[value=un-particulier]").unwrap();
    click(&choice);
    settled().await;
    assert_eq!(
        stage.host().get_attribute("who").as_deref(),
        Some("un-particulier")
    );
    let detail = heard.borrow()[0].clone();
    let told: Told = serde_wasm_bindgen::from_value(detail).unwrap();
    let expected = Told {
        api: "franceconnect".into(),
        who: "un-particulier".into(),
        verdict: "not-eligible".into(),
        unmet: Vec::new(),
    };
    assert_eq!(told, expected);
    assert_eq!(
        text(&stage.painted("[role=status]").unwrap()),
        "Vous n’êtes pas éligible"
    );
    assert!(text(&stage.part("answer")).contains("ne permet pas de se connecter"));

    // A script's choice shows just as well, but is no news to the page.
    stage
        .host()
        .set_attribute("who", "une-collectivite-ou-une-administration")
        .unwrap();
    settled().await;
    assert!(
        stage
            .painted(":checked[value=une-collectivite-ou-une-administration]")
            .is_some()
    );
    assert!(text(&stage.part("answer")).contains("Vous êtes éligible"));
    stage.host().remove_attribute("who").unwrap();
    settled().await;
    assert!(stage.painted(":checked").is_none() && stage.painted("[part=answer]").is_none());
    assert_eq!(heard.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_call_to_action_can_be_kept_by_the_page() {
    let stage =
        Stage::new("<franceconnect-eligibility who='un-particulier'></franceconnect-eligibility>")
            .await;
    let heard = stage.hear("franceconnect-apply", true);
    click(&stage.part("action"));
    let detail = heard.borrow()[0].clone();
    assert_eq!(field(&detail, "who").as_deref(), Some("un-particulier"));
    assert_eq!(
        field(&detail, "url").as_deref(),
        Some("https://franceconnect.gouv.fr/faq")
    );
}

#[wasm_bindgen_test]
async fn a_sheet_holds_what_the_document_says() {
    let stage = Stage::new("<franceconnect-sheet heading-level=3></franceconnect-sheet>").await;
    let title = stage.part("title");
    assert_eq!(title.local_name(), "h3");
    assert_eq!(text(&title), "API Bouton FranceConnect");
    let fields = text(&stage.part("fields"));
    for value in ["DINUM", "10 décembre 2019", "France Identité", "SSO"] {
        assert!(fields.contains(value), "{value} in {fields}");
    }
    // What no longer holds is said above, one action away.
    let changed = text(&stage.part("amendments"));
    assert!(changed.contains("MobileConnect & Moi"), "{changed}");
    assert!(
        stage
            .painted("a[href^='mailto:support.partenaires@']")
            .is_some()
    );
    assert!(text(&stage.part("source")).contains("api.gouv.fr (DINUM)"));
}

#[wasm_bindgen_test]
async fn a_language_said_later_is_spoken_and_a_text_never_becomes_an_element() {
    let stage =
        Stage::new("<franceconnect-button href='/x' target='&lt;b>'></franceconnect-button>").await;
    for (lang, said) in [
        ("de", "Einloggen mit"),
        ("es-AR", "Iniciar"),
        ("it", "S’identifier"),
    ] {
        stage.0.set_attribute("lang", lang).unwrap();
        settled().await;
        assert!(text(&stage.part("button")).starts_with(said), "{lang}");
    }
    assert!(stage.painted("b b").is_none());
}

#[wasm_bindgen_test]
fn the_catalogue_is_given_as_plain_objects() {
    let api = Reflect::get_u32(&catalogue(), 0).unwrap();
    assert_eq!(field(&api, "slug").as_deref(), Some("franceconnect"));
    assert_eq!(field(&api, "lastUpdate").as_deref(), Some("2019-12-10"));
}

#[wasm_bindgen_test]
async fn an_element_comes_moves_and_goes_a_thousand_times() {
    let stage = Stage::new("<div></div><p></p>").await;
    let (first, second) = (stage.find("div"), stage.find("p"));
    for round in 0..1000 {
        let name = ["button", "eligibility", "sheet"][round % 3];
        let element = document()
            .create_element(&format!("franceconnect-{name}"))
            .unwrap();
        element.set_attribute("href", "/connexion").unwrap();
        first.append_child(&element).unwrap();
        // Half of them live long enough to be painted before they move.
        if round % 2 == 0 {
            settled().await;
            let root = element.shadow_root().expect("painted");
            assert!(root.query_selector("div").unwrap().is_some());
        }
        second.append_child(&element).unwrap();
        if round % 4 < 2 {
            settled().await;
        }
        element.remove();
    }
    settled().await;
    // And back again, once gone for good.
    let element = document().create_element("franceconnect-button").unwrap();
    element.set_attribute("href", "/connexion").unwrap();
    for _ in 0..3 {
        first.append_child(&element).unwrap();
        settled().await;
        element.remove();
        settled().await;
    }
    first.append_child(&element).unwrap();
    settled().await;
    let root = element.shadow_root().unwrap();
    assert_eq!(root.query_selector_all(".button").unwrap().length(), 1);
}
