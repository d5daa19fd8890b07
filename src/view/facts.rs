//! What the page's side reads for a view, handed over in one text: attributes, the light DOM,
//! the page. Parts separated by U+0000, in the order in which the views take them
//! (`facts` in `www/elements.js`); absent is empty.
//!
//! One text instead of one call an attribute: 1,200 bytes less, and the views stay pure.

use super::Scheme;
use alloc::string::String;
use franceconnect_catalogue::parts::Parts;

/// The facts of one view.
pub struct Facts<'a>(Parts<'a>);

/// An attribute that cannot be used: what stands there, and what may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The attribute.
    pub attribute: String,
    /// Its value.
    pub value: String,
    /// What is accepted, in English.
    pub accepted: String,
}

impl Problem {
    /// A problem with an attribute.
    pub fn new(attribute: &str, value: &str, accepted: &str) -> Self {
        Self {
            attribute: attribute.into(),
            value: value.into(),
            accepted: accepted.into(),
        }
    }
}

impl<'a> Facts<'a> {
    /// The facts in this text.
    pub fn new(text: &'a str) -> Self {
        Self(Parts::new(text, 0))
    }

    /// The next one.
    pub fn text(&mut self) -> &'a str {
        self.0.text()
    }

    /// All that follow, as one text.
    pub fn rest(&self) -> &'a str {
        self.0.rest()
    }

    /// Whether the next one is there.
    pub fn flag(&mut self) -> bool {
        !self.0.text().is_empty()
    }

    /// `scheme`, then what the page says of it.
    ///
    /// # Errors
    /// Another value than `light` and `dark`.
    pub fn scheme(&mut self) -> Result<Scheme, Problem> {
        let (own, page) = (self.0.text(), self.0.text());
        match (own, page) {
            ("light", _) | ("", "light") => Ok(Scheme::Light),
            ("dark", _) | ("", "dark") => Ok(Scheme::Dark),
            ("", _) => Ok(Scheme::System),
            _ => Err(Problem::new("scheme", own, "light, dark")),
        }
    }

    /// `heading-level`, 2 by default.
    ///
    /// # Errors
    /// Another value than 2 to 5.
    pub fn level(&mut self) -> Result<u8, Problem> {
        match self.0.text() {
            "" | "2" => Ok(2),
            "3" => Ok(3),
            "4" => Ok(4),
            "5" => Ok(5),
            value => Err(Problem::new("heading-level", value, "2, 3, 4, 5")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attribute_wins_over_the_page() {
        assert_eq!(Facts::new("light\0dark").scheme(), Ok(Scheme::Light));
        assert_eq!(Facts::new("\0dark").scheme(), Ok(Scheme::Dark));
        assert_eq!(Facts::new("\0system").scheme(), Ok(Scheme::System));
        assert_eq!(Facts::new("").scheme(), Ok(Scheme::System));
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_accepted() {
        let problem = Facts::new("blue\0").scheme().unwrap_err();
        assert_eq!(problem, Problem::new("scheme", "blue", "light, dark"));
        assert!(Facts::new("6").level().is_err());
    }
}
