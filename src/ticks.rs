//! What is ticked of the lists of what to prepare, and the text that it is kept as.

use crate::query::push_pair;

/// The most boxes that are read back: any script of the page’s origin may have written them.
const MOST: usize = 1_000;

/// The places of the ticked boxes, by list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks(Vec<(String, Vec<u32>)>);

impl Ticks {
    /// Nothing is known of any list.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The ticked places of a list, from 0; `None` if nothing is known of it.
    pub fn get(&self, list: &str) -> Option<&[u32]> {
        let (_, places) = self.0.iter().find(|(name, _)| name == list)?;
        Some(places)
    }

    /// Says which places of a list are ticked.
    pub fn set(&mut self, list: &str, places: Vec<u32>) {
        match self.0.iter_mut().find(|(name, _)| name == list) {
            Some((_, known)) => *known = places,
            None => self.0.push((list.into(), places)),
        }
    }

    /// Takes over all that others say.
    pub fn extend(&mut self, others: &Self) {
        for (list, places) in &others.0 {
            self.set(list, places.clone());
        }
    }

    /// Reads what [`Self::to_text`] has written; whatever else stands there is ignored.
    ///
    /// ```
    /// use franceconnect::ticks::Ticks;
    ///
    /// let ticks = Ticks::from_text("franceconnect%2Fun-particulier=0&franceconnect%2Fun-particulier=2");
    /// assert_eq!(ticks.get("franceconnect/un-particulier"), Some(&[0, 2][..]));
    /// ```
    pub fn from_text(text: &str) -> Self {
        let mut ticks = Self::new();
        for (list, place) in form_urlencoded::parse(text.as_bytes()).take(MOST) {
            if let Ok(place) = place.parse() {
                ticks.add(&list, place);
            }
        }
        ticks
    }

    /// A pair of list and place for each ticked box, as in an address's query.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (list, places) in &self.0 {
            for place in places {
                push_pair(&mut text, list, &place.to_string());
            }
        }
        text
    }

    fn add(&mut self, list: &str, place: u32) {
        match self.0.iter_mut().find(|(name, _)| name == list) {
            Some((_, places)) => places.push(place),
            None => self.0.push((list.into(), vec![place])),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(lists in proptest::collection::btree_map(any::<String>(), proptest::collection::vec(any::<u32>(), 1..4), 0..4)) {
            let mut ticks = Ticks::new();
            for (list, places) in lists {
                ticks.set(&list, places);
            }
            prop_assert_eq!(Ticks::from_text(&ticks.to_text()), ticks);
        }

        #[test]
        fn any_text_is_some_ticks(text in any::<String>()) {
            let _ = Ticks::from_text(&text);
        }
    }

    #[test]
    fn what_is_no_place_is_ignored() {
        let ticks = Ticks::from_text(r#"{"a":[1]}&a=-1&a=x&a&b=3"#);
        assert_eq!(ticks, Ticks::from_text("b=3"));
    }

    #[test]
    fn what_others_say_counts_for_their_lists_alone() {
        let mut ticks = Ticks::from_text("a=1&b=2");
        let mut others = Ticks::new();
        others.set("b", Vec::new());
        ticks.extend(&others);
        assert_eq!(
            (ticks.get("a"), ticks.get("b")),
            (Some(&[1][..]), Some(&[][..]))
        );
    }
}
