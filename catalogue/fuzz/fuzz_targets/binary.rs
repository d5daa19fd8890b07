//! Any bytes read as some catalogue, with memory in proportion to them. What is read can be written
//! and read again.
#![no_main]

use franceconnect_catalogue::binary::{Catalogue, encode};
use franceconnect_catalogue::document::Markup;
use franceconnect_catalogue::node::Element;
use franceconnect_catalogue::questions::progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let catalogue = Catalogue::new(bytes);
    let _ = catalogue.slugs().count();
    let documents: Vec<_> = catalogue.documents().take(100).collect();
    let amended = |_: &Markup<'_>| Element::new("p");
    for document in &documents {
        let _ = Element::new("div").content(&document.body, 2, &amended);
        for answer in &document.answers {
            let _ = Element::new("div").content(&answer.description, 2, &amended);
            if let Some(questionnaire) = &answer.questionnaire {
                let _ = progress(questionnaire, &[Some(0), None]);
            }
        }
    }
    let written = encode(&documents);
    let again = Catalogue::new(&written);
    for document in &documents {
        assert!(again.document(document.slug).is_some());
    }
    assert_eq!(again.documents().count(), documents.len());
});
